// Recording, withdrawing and correcting observations; the learner's page and the day that capture takes along.
import { retractLettersOn } from '../../common/letters/store.ts'
import type { Actor } from '../../core/actor.ts'
import { accept, learnerErased, notFound } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { allowedOn } from '../consent/views.ts'
import { canMarkMet } from '../goals/policy.ts'
import { listGoals, listLearnerWordings, listMet } from '../goals/views.ts'
import { canSeeRecord, canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findPartWith, listGroups, listGroupsOfLearner, listMembers } from '../groups/views.ts'
import { isErased, listLearners } from '../learners/views.ts'
import { adoptShipped } from '../misconceptions/store.ts'
import { findPhoto } from '../photos/views.ts'
import type { Session } from '../sessions/contract.ts'
import { listSessions, listSessionsAhead } from '../sessions/views.ts'
import * as contract from './contract.ts'
import { canCorrect, canRecord, canWithdraw } from './policy.ts'
import { beforeAfter, correctionRefusal, criterionState, notSeenLately, observationRefusal, type StateObservation } from './rules.ts'
import { getObservation, insertObservation, insertWithdrawals, loadRecording } from './store.ts'
import { isPhotoInSight, listCellObservations, listLastNoted, listObservations, mostObservations } from './views.ts'

async function loadFacts(tx: Tx, input: contract.NewObservation, actor: Actor) {
  const facts = await loadRecording(tx, input, actor.personId)
  if (facts.isErased) throw learnerErased()
  return facts
}

export const observationHandlers = [
  handle(contract.learnerObservationRecord, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: loadFacts,
    allow: canRecord,
    run: async (tx, { input, actor, facts }) => {
      accept(observationRefusal(input, facts, tx.now))
      await adoptShipped(tx, [input.misconceptionId ?? null], actor.personId)
      await insertObservation(tx, { ...input, recordedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.learnerObservationCorrect, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      const facts = await loadFacts(tx, input, actor)
      const corrected = await getObservation(tx, input.correctsId)
      return { ...facts, recordedBy: corrected.recordedBy, corrected }
    },
    allow: canCorrect,
    run: async (tx, { input, actor, facts }) => {
      const { learnerId, isWithdrawn, laterIds } = facts.corrected
      accept(correctionRefusal({ isOfLearner: learnerId === input.learnerId, isCorrected: laterIds.length > 0, isWithdrawn }))
      accept(observationRefusal(input, facts, tx.now))
      await adoptShipped(tx, [input.misconceptionId ?? null], actor.personId)
      await insertObservation(tx, { ...input, recordedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.learnerObservationWithdraw, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      if (await isErased(tx, input.learnerId)) throw learnerErased()
      const observation = await getObservation(tx, input.observationId)
      if (observation.learnerId !== input.learnerId) throw notFound('observationId')
      return { ...observation, part: await findPartWith(tx, actor.personId, input.learnerId) }
    },
    allow: canWithdraw,
    run: async (tx, { input: { learnerId, observationId }, actor, facts, services }) => {
      // What came in its place was about the same moment: it goes too, and so does what was said of it to a portfolio.
      const recordIds = [observationId, ...facts.laterIds]
      await insertWithdrawals(tx, learnerId, recordIds, actor.personId)
      await retractLettersOn(tx, services.keys, { learnerId, recordIds, writtenBy: actor.personId, on: dayOf(tx.now) })
      return {}
    },
  }),
  answer(contract.learnerObservationForLearner, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const [[learner], part] = await Promise.all([listLearners(tx, [input.learnerId]), findPartWith(tx, actor.personId, input.learnerId)])
      if (learner === undefined) throw notFound('learnerId')
      return { learner, part, worksWith: part !== undefined }
    },
    allow: canSeeRecord,
    sees: (input) => [input.learnerId],
    run: async (tx, { actor, facts }) => ({ ...(await learnerPage(tx, facts.learner)), canMarkMet: canMarkMet(actor, facts) }),
  }),
  answer(contract.captureDay, {
    role: isClassroomStaff,
    load: async () => undefined,
    allow: isClassroomStaff,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: (tx, { actor }) => dayForCapture(tx, actor),
  }),
  answer(contract.photoFind, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const photo = await findPhoto(tx, input.id)
      if (photo === undefined || !(await isPhotoInSight(tx, input.id))) throw notFound('id')
      return { ...photo, worksWith: (await findPartWith(tx, actor.personId, photo.learnerId)) !== undefined }
    },
    allow: canSeeRecord,
    sees: (_, { learnerId }) => [learnerId],
    run: async (_, { facts }) => ({ fileHash: facts.fileHash, learnerId: facts.learnerId }),
  }),
]

async function learnerPage(tx: ReadTx, learner: { id: string; name: string; symbol: string | null; whatHelps: string | null }) {
  const { id, name, symbol, whatHelps } = learner
  const [groups, observations, marks] = await Promise.all([listGroupsOfLearner(tx, id), listObservations(tx, [id]), listMet(tx, [id])])
  const worked = observations.flatMap(({ goalId }) => goalId ?? [])
  const goals = await listGoals(tx, { groupIds: groups.map((group) => group.id), learnerIds: [id], goalIds: [...new Set(worked)] })
  // All that a state rests on is here already, but for a learner with more observations than one answer holds.
  const isWhole = observations.length < mostObservations
  const cells: readonly (StateObservation & { criterionId: string | null })[] = isWhole
    ? observations
    : await listCellObservations(tx, [id], criterionIdsOf(goals))
  const byCriterion = Map.groupBy(cells, ({ criterionId }) => criterionId)
  const met = new Set(marks.map(({ criterionId }) => criterionId))
  const stateOf = (criterionId: string) => criterionState(byCriterion.get(criterionId) ?? [], met.has(criterionId))
  return {
    learner: { id, name, symbol, whatHelps, groups },
    goals: goals.map((goal) => ({
      ...goal,
      criteria: goal.criteria.map((criterion) => ({ ...criterion, ...stateOf(criterion.id) })),
    })),
    observations,
    beforeAfter: beforeAfter(observations),
  }
}

const criterionIdsOf = (goals: Awaited<ReturnType<typeof listGoals>>) => goals.flatMap(({ criteria }) => criteria.map(({ id }) => id))

/** A day anywhere on the clock began less than this long ago, in milliseconds: one of 25 hours in October, and a bit. */
const longestDay = 26 * 3_600_000

/** What the timetable has for one's groups in the coming week of school. */
async function plannedForCapture(tx: ReadTx, actor: Actor, fromOn: string) {
  const sessions = await listSessionsAhead(tx, actor.personId, fromOn)
  return sessions.flatMap(({ id, groupId, startsAt, endsAt, isOpen, isCancelled }) =>
    endsAt === null || isCancelled ? [] : [{ id, groupId, startedAt: startsAt, endsAt, isOpen }],
  )
}

/** How far back a group's last sessions are looked for, in milliseconds: half a term, so that no holiday hides them. */
const sixWeeks = 42 * 86_400_000

type Noted = Awaited<ReturnType<typeof listLastNoted>>

function lately(id: string, sessions: readonly Session[], noted: Noted): readonly string[] {
  const sessionsAt = sessions.filter(({ groupId }) => groupId === id).map(({ startedAt }) => startedAt)
  return notSeenLately(
    noted.filter(({ groupId }) => groupId === id),
    sessionsAt,
  )
}

async function dayForCapture(tx: ReadTx, actor: Actor) {
  const day = dayOf(tx.now)
  const since = new Date(tx.now.getTime() - longestDay)
  const groups = await listGroups(tx, actor.personId)
  const groupIds = groups.map(({ id }) => id)
  const members = await listMembers(tx, groupIds)
  const learners = await listLearners(tx, [...new Set(members.map(({ learnerId }) => learnerId))])
  const learnerIds = learners.map(({ id }) => id)
  const goals = await listGoals(tx, { groupIds, learnerIds, isOpenOnly: true })
  const sessions = await listSessions(tx, groupIds, new Date(tx.now.getTime() - sixWeeks))
  const lastNoted = await listLastNoted(tx, groupIds)
  const withPhotos = await allowedOn(tx, 'photo_of_work', learnerIds, day)
  return {
    day,
    groups: groups.map(({ id, name, subject, cover, kind }) => ({
      ...{ id, name, subject, cover, kind },
      learnerIds: learnerIds.filter((learnerId) => members.some((member) => member.groupId === id && member.learnerId === learnerId)),
      session: sessions.find(({ groupId, startedAt }) => groupId === id && dayOf(startedAt) === day) ?? null,
      notSeenLately: [...lately(id, sessions, lastNoted)],
    })),
    planned: await plannedForCapture(tx, actor, day),
    learners: learners.map(({ id, name, symbol, whatHelps }) => ({ id, name, symbol, whatHelps, isPhotoAllowed: withPhotos.has(id) })),
    goals,
    learnerWordings: await listLearnerWordings(
      tx,
      goals.map(({ id }) => id),
      learnerIds,
    ),
    observations: (await listObservations(tx, learnerIds, since)).filter(({ observedAt }) => dayOf(observedAt) === day),
  }
}
