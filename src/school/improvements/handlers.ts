// Recording improvements, correcting and taking them back; the place Feedback of a session, and what became of a learner's feedback.
import { retractLettersOn } from '../../common/letters/store.ts'
import type { Actor } from '../../core/actor.ts'
import { accept, learnerErased, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { allowedOn } from '../consent/views.ts'
import { isUsed } from '../feedback/rules.ts'
import { listFeedbackOfLearners, listFeedbackOfSession } from '../feedback/views.ts'
import { listGoals } from '../goals/views.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup, findPartWith, listMembers } from '../groups/views.ts'
import { isErased, listLearners } from '../learners/views.ts'
import { correctionRefusal } from '../observations/rules.ts'
import { loadRecording } from '../observations/store.ts'
import * as contract from './contract.ts'
import {
  canCorrectImprovement,
  canRecordImprovement,
  canSeeFeedbackOfGroup,
  canSeeFeedbackOfLearner,
  canWithdrawImprovement,
} from './policy.ts'
import { improvementRefusal } from './rules.ts'
import { getImprovement, insertImprovement, insertImprovementWithdrawal, listImprovementVersions, loadNamed } from './store.ts'
import { followed, listImprovementsOfLearners, listImprovementsOfSession, listNoted } from './views.ts'

async function loadFacts(tx: Tx, input: contract.NewImprovement, actor: Actor) {
  const facts = await loadRecording(tx, { ...input, photoId: null }, actor.personId)
  if (facts.isErased) throw learnerErased()
  return { ...facts, ...(await loadNamed(tx, input)) }
}

export const improvementHandlers = [
  handle(contract.improvementRecord, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: loadFacts,
    allow: canRecordImprovement,
    run: async (tx, { input, actor, facts }) => {
      accept(improvementRefusal(input, facts, tx.now))
      await insertImprovement(tx, { ...input, correctsId: null, firstId: input.id, recordedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.improvementCorrect, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      const facts = await loadFacts(tx, input, actor)
      const corrected = await getImprovement(tx, input.correctsId)
      return { ...facts, recordedBy: corrected.recordedBy, corrected }
    },
    allow: canCorrectImprovement,
    run: async (tx, { input, actor, facts }) => {
      const { learnerId, isCorrected, isWithdrawn, firstId } = facts.corrected
      accept(correctionRefusal({ isOfLearner: learnerId === input.learnerId, isCorrected, isWithdrawn }))
      accept(improvementRefusal(input, facts, tx.now))
      await insertImprovement(tx, { ...input, firstId, recordedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.improvementWithdraw, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      if (await isErased(tx, input.learnerId)) throw learnerErased()
      const improvement = await getImprovement(tx, input.improvementId)
      if (improvement.learnerId !== input.learnerId) throw notFound('improvementId')
      return { ...improvement, part: await findPartWith(tx, actor.personId, input.learnerId) }
    },
    allow: canWithdrawImprovement,
    run: async (tx, { input, actor, facts, services }) => {
      await insertImprovementWithdrawal(tx, { ...input, improvementId: facts.firstId, withdrawnBy: actor.personId })
      const recordIds = await listImprovementVersions(tx, facts.firstId)
      await retractLettersOn(tx, services.keys, { learnerId: input.learnerId, recordIds, writtenBy: actor.personId, on: dayOf(tx.now) })
      return {}
    },
  }),
  answer(contract.improvementForSession, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeFeedbackOfGroup,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: (tx, { input }) => placeOf(tx, input),
  }),
  answer(contract.improvementForLearner, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const [learner] = await listLearners(tx, [input.learnerId])
      if (learner === undefined) throw notFound('learnerId')
      return { worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined }
    },
    allow: canSeeFeedbackOfLearner,
    sees: (input) => [input.learnerId],
    run: async (tx, { input: { learnerId } }) => {
      const feedback = await followed(tx, await listFeedbackOfLearners(tx, [learnerId]))
      const improvements = await listImprovementsOfLearners(tx, [learnerId])
      const goalIds = [...new Set([...feedback, ...improvements].map(({ goalId }) => goalId))]
      const goals = await listGoals(tx, { groupIds: [], learnerIds: [], goalIds })
      const criteria = goals.flatMap((goal) => goal.criteria.map(({ id, shortName, childText }) => ({ id, shortName, childText })))
      return { feedback, improvements, criteria }
    },
  }),
]

/** What was not used by then is asked about no more: a lesson has moved on. In milliseconds, six weeks. */
const askedAgainFor = 42 * 86_400_000

async function placeOf(tx: ReadTx, { sessionId, groupId }: { sessionId: Id; groupId: Id }) {
  const learnerIds = (await listMembers(tx, [groupId])).map(({ learnerId }) => learnerId)
  const learners = await listLearners(tx, learnerIds)
  const goals = await listGoals(tx, { groupIds: [groupId], learnerIds, isOpenOnly: true })
  const criterionIds = goals.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  const withPhotos = await allowedOn(tx, 'photo_of_work', learnerIds, dayOf(tx.now))
  const present = new Set(learnerIds)
  const given = (await listFeedbackOfSession(tx, sessionId)).filter((one) => one.groupId === groupId && present.has(one.learnerId))
  const improvements = (await listImprovementsOfSession(tx, sessionId)).filter(
    (one) => one.groupId === groupId && present.has(one.learnerId),
  )
  const open = new Set(goals.map(({ id }) => id))
  const since = new Date(tx.now.getTime() - askedAgainFor)
  const earlier = (await listFeedbackOfLearners(tx, learnerIds, since)).filter((one) => one.sessionId !== sessionId && open.has(one.goalId))
  const improvedHere = new Set(improvements.map(({ feedbackId }) => feedbackId))
  const isOpen = (one: contract.FollowedFeedback) => !isUsed(one) || improvedHere.has(one.firstId) || one.response?.sessionId === sessionId
  const feedback = [...(await followed(tx, given)), ...(await followed(tx, earlier)).filter(isOpen)]
  const goalIds = [...new Set([...feedback, ...improvements].map(({ goalId }) => goalId))].filter((id) => !open.has(id))
  const closed = goalIds.length === 0 ? [] : await listGoals(tx, { groupIds: [], learnerIds: [], goalIds })
  return {
    learners: learners.map(({ id, name, symbol }) => ({ id, name, symbol, isPhotoAllowed: withPhotos.has(id) })),
    goals: [...goals, ...closed],
    observations: await listNoted(tx, learnerIds, criterionIds),
    feedback,
    improvements,
  }
}
