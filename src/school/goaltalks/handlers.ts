// Keeping what learners say of goals and what is settled with them, showing examples, taking goals along.
import type { Actor } from '../../core/actor.ts'
import { accept, learnerErased, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import type { GoalOwner } from '../goals/rules.ts'
import { getGoal, insertGoal, insertLearnerWording } from '../goals/store.ts'
import { listGoals } from '../goals/views.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup, findPartAt, findPartWith, listGroupsOfLearner, listMembers } from '../groups/views.ts'
import { givenNamesIn, isErased, listLearners } from '../learners/views.ts'
import { futureRefusal } from '../sessions/rules.ts'
import * as contract from './contract.ts'
import { canSeeGoalTalks, canSeeOwnWordings, canShowExample, canTakeAlong, canTalkAboutGoal } from './policy.ts'
import { exampleRefusal, goalRefusal, talkRefusal, travelRefusal, wordingRefusal } from './rules.ts'
import * as store from './store.ts'
import { listExamples, listNamedStatements, listOwnWordings, listTalks, listTravels } from './views.ts'

/** What still waits on a device for a learner who was erased must go too. */
async function checkIsNotErased(tx: ReadTx, learnerId: Id): Promise<void> {
  if (await isErased(tx, learnerId)) throw learnerErased()
}

async function loadTalk(tx: Tx, { goalId, learnerId }: { goalId: Id; learnerId: Id }) {
  await checkIsNotErased(tx, learnerId)
  return { goal: await getGoal(tx, goalId), learner: { id: learnerId, groups: await listGroupsOfLearner(tx, learnerId) } }
}

/** Loads what taking a wording or a note back is decided on. */
const loadKept =
  (table: 'learnerWordings' | 'goalTalks') =>
  async (tx: Tx, input: { learnerId: Id; wordingId?: Id; talkId?: Id }, actor: Actor): Promise<{ part: StaffPart | undefined }> => {
    await checkIsNotErased(tx, input.learnerId)
    await store.checkIsOfLearner(tx, table, input.wordingId ?? input.talkId ?? '', input.learnerId)
    return { part: await findPartWith(tx, actor.personId, input.learnerId) }
  }

async function findPartFor(tx: ReadTx, { groupId, learnerId }: GoalOwner, personId: Id): Promise<StaffPart | undefined> {
  if (groupId !== null) return (await findGroup(tx, groupId, personId))?.part
  return learnerId === null ? undefined : findPartWith(tx, personId, learnerId)
}

/** Given names of those who are shown a goal's examples. */
async function namesFor(tx: ReadTx, { groupId, learnerId }: GoalOwner): Promise<string[]> {
  if (groupId !== null) return givenNamesIn(tx, [groupId])
  return (await listLearners(tx, learnerId === null ? [] : [learnerId])).map(({ givenName }) => givenName)
}

const aboutLearner = (input: { learnerId: Id }) => [input.learnerId]
const ownerOf = ({ learnerId }: GoalOwner) => (learnerId === null ? [] : [learnerId])

const talkHandlers = [
  handle(contract.goalTalkSay, {
    role: isClassroomStaff,
    about: aboutLearner,
    load: async (tx, input, actor) => ({
      ...(await loadTalk(tx, input)),
      part: await findPartAt(tx, actor.personId, input.learnerId, input.observedAt),
    }),
    allow: canTalkAboutGoal,
    run: async (tx, { input, actor, facts }) => {
      accept(wordingRefusal(input) ?? futureRefusal(input.observedAt, tx.now, 'observedAt') ?? goalRefusal(facts.goal, facts.learner))
      const { firstLanguage, observedAt: _, ...said } = input
      const first = { language: firstLanguage?.language ?? null, firstWording: firstLanguage?.wording ?? null }
      await insertLearnerWording(tx, { ...said, ...first, setBy: actor.personId })
      return {}
    },
  }),
  handle(contract.goalTalkUnsay, {
    role: isClassroomStaff,
    about: aboutLearner,
    load: loadKept('learnerWordings'),
    allow: canTalkAboutGoal,
    run: async (tx, { input, actor }) => {
      await store.withdrawWording(tx, input.wordingId, input.learnerId, actor.personId)
      return {}
    },
  }),
  handle(contract.goalTalkNote, {
    role: isClassroomStaff,
    about: aboutLearner,
    load: async (tx, input, actor) => {
      const facts = await loadTalk(tx, input)
      const { settled, sessionId } = input
      const places = await store.findPlaces(tx, { sessionId, criterionId: settled.about === 'criterion' ? settled.criterionId : null })
      return { ...facts, ...places, part: await findPartAt(tx, actor.personId, input.learnerId, input.observedAt) }
    },
    allow: canTalkAboutGoal,
    run: async (tx, { input, actor, facts }) => {
      accept(talkRefusal(input, facts, tx.now))
      await store.insertTalk(tx, { ...input, recordedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.goalTalkWithdraw, {
    role: isClassroomStaff,
    about: aboutLearner,
    load: loadKept('goalTalks'),
    allow: canTalkAboutGoal,
    run: async (tx, { input, actor }) => {
      await store.withdrawTalk(tx, input.talkId, input.learnerId, actor.personId)
      return {}
    },
  }),
]

const exampleHandlers = [
  handle(contract.goalExampleAdd, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => {
      const goal = await getGoal(tx, input.goalId)
      return { goal, names: await namesFor(tx, goal), part: await findPartFor(tx, goal, actor.personId) }
    },
    about: (_, { goal }) => ownerOf(goal),
    allow: canShowExample,
    run: async (tx, { input, actor, facts }) => {
      accept(exampleRefusal(input, facts.names))
      await store.insertExample(tx, { ...input, addedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.goalExampleWithdraw, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => {
      const goal = await getGoal(tx, await store.getExampleGoal(tx, input.exampleId))
      return { goal, part: await findPartFor(tx, goal, actor.personId) }
    },
    about: (_, { goal }) => ownerOf(goal),
    allow: canShowExample,
    run: async (tx, { input, actor }) => {
      await store.withdrawExample(tx, input.exampleId, actor.personId)
      return {}
    },
  }),
]

async function loadTravel(tx: Tx, { goalId, groupId, learnerId }: contract.TakenAlong, actor: Actor) {
  if (learnerId !== null) await checkIsNotErased(tx, learnerId)
  const owner = await getGoal(tx, goalId)
  const [copied] = await listGoals(tx, { groupIds: [], learnerIds: [], goalIds: [goalId] })
  const targetGroup = groupId === null ? undefined : { id: groupId, isClosed: await store.isGroupClosed(tx, groupId) }
  const targetLearner = learnerId === null ? undefined : { id: learnerId, groups: await listGroupsOfLearner(tx, learnerId) }
  return {
    copied,
    facts: {
      goal: { ...owner, criterionIds: copied?.criteria.map(({ id }) => id) ?? [] },
      targetGroup,
      targetLearner,
      isThere: await store.isTakenTo(tx, goalId, { groupId, learnerId }),
    },
    part: await findPartFor(tx, owner, actor.personId),
    targetPart: await findPartFor(tx, { groupId, learnerId }, actor.personId),
  }
}

const travelHandler = handle(contract.goalTakeAlong, {
  role: isClassroomStaff,
  about: ownerOf,
  load: loadTravel,
  allow: canTakeAlong,
  run: async (tx, { input, actor, facts: { copied, facts } }) => {
    const { id, goalId, groupId, learnerId } = input
    accept(travelRefusal(facts, input.criteria))
    if (copied === undefined) throw notFound('goalId')
    const newIds = new Map(input.criteria.map((criterion) => [criterion.criterionId, criterion.id]))
    const criteria = copied.criteria.map((criterion) => ({ ...criterion, id: newIds.get(criterion.id) ?? criterion.id }))
    await insertGoal(tx, { ...copied, id, groupId, learnerId, criteria, setBy: actor.personId })
    await store.insertTravel(tx, { goalId: id, fromGoalId: goalId, takenBy: actor.personId })
    return {}
  },
})

async function talksOf(tx: ReadTx, groupId: Id) {
  const learnerIds = (await listMembers(tx, [groupId])).map(({ learnerId }) => learnerId)
  const goals = await listGoals(tx, { groupIds: [groupId], learnerIds, isOpenOnly: true })
  const goalIds = goals.map(({ id }) => id)
  return {
    goals,
    statements: await listNamedStatements(
      tx,
      goals.flatMap(({ statement }) => statement ?? []),
    ),
    examples: await listExamples(tx, goalIds),
    wordings: await listOwnWordings(tx, { goalIds, learnerIds }),
    talks: await listTalks(tx, { goalIds, learnerIds }),
    travels: await listTravels(tx, goalIds),
  }
}

export const goalTalkHandlers = [
  ...talkHandlers,
  ...exampleHandlers,
  travelHandler,
  answer(contract.goalTalkForLearner, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const [learner] = await listLearners(tx, [input.learnerId])
      if (learner === undefined) throw notFound('learnerId')
      return { worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined }
    },
    allow: canSeeOwnWordings,
    sees: ({ learnerId }) => [learnerId],
    run: async (tx, { input }) => ({
      wordings: await listOwnWordings(tx, { learnerIds: [input.learnerId] }),
      talks: await listTalks(tx, { learnerIds: [input.learnerId] }),
    }),
  }),
  answer(contract.goalTalkForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeGoalTalks,
    sees: (_, { goals, wordings, talks }) => [
      ...new Set([...goals.flatMap(({ learnerId }) => learnerId ?? []), ...[...wordings, ...talks].map(({ learnerId }) => learnerId)]),
    ],
    run: (tx, { input }) => talksOf(tx, input.groupId),
  }),
]
