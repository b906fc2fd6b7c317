// Setting and closing goals, keeping the learner's own words, marking criteria met.
import type { Actor } from '../../core/actor.ts'
import { accept, notFound, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup, findPartWith, listGroupsOfLearner, listMembers } from '../groups/views.ts'
import * as contract from './contract.ts'
import { canMarkMet, canSeeGoals, canSetGoal } from './policy.ts'
import { closeRefusal, type GoalOwner, goalRefusal, isGoalOf, markRefusal } from './rules.ts'
import { closeGoal, getCriterion, getGoal, insertGoal, insertLearnerWording, insertMark } from './store.ts'
import { listGoals, listLearnerWordings, listMet } from './views.ts'

/** The actor's part where the goal belongs: in its group, or with its learner. */
async function findPartFor(tx: ReadTx, { groupId, learnerId }: GoalOwner, personId: Id): Promise<StaffPart | undefined> {
  if (groupId !== null) return (await findGroup(tx, groupId, personId))?.part
  return learnerId === null ? undefined : findPartWith(tx, personId, learnerId)
}

const toLearner = (facts: GoalOwner) => (facts.learnerId === null ? [] : [facts.learnerId])

async function loadMark(tx: Tx, input: { criterionId: string; learnerId: string }, actor: Actor) {
  const part = await findPartWith(tx, actor.personId, input.learnerId)
  const owner = await getCriterion(tx, input.criterionId)
  const groups = await listGroupsOfLearner(tx, input.learnerId)
  const met = await listMet(tx, [input.learnerId])
  return {
    part,
    isTheirs: isGoalOf(owner, { id: input.learnerId, groups }),
    isMet: met.some(({ criterionId }) => criterionId === input.criterionId),
  }
}

const markOf = (isMet: boolean) => ({
  role: (actor: Actor) => actor.roles.includes('teacher'),
  about: (input: { learnerId: string }) => [input.learnerId],
  load: loadMark,
  allow: canMarkMet,
  run: async (
    tx: Tx,
    {
      input,
      actor,
      facts,
    }: { input: { id: Id; criterionId: Id; learnerId: Id }; actor: Actor; facts: Awaited<ReturnType<typeof loadMark>> },
  ) => {
    if (!facts.isTheirs) accept(refused('goal_of_another', 'criterionId'))
    accept(markRefusal(facts.isMet, isMet))
    await insertMark(tx, { ...input, isMet, markedBy: actor.personId })
    return {}
  },
})

export const goalHandlers = [
  handle(contract.goalSet, {
    role: isClassroomStaff,
    about: toLearner,
    load: async (tx, input, actor) => {
      accept(goalRefusal(input))
      return { part: await findPartFor(tx, input, actor.personId) }
    },
    allow: canSetGoal,
    run: async (tx, { input, actor }) => {
      await insertGoal(tx, { ...input, setBy: actor.personId })
      return {}
    },
  }),
  handle(contract.goalClose, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => {
      const goal = await getGoal(tx, input.goalId)
      return { ...goal, part: await findPartFor(tx, goal, actor.personId) }
    },
    allow: canSetGoal,
    run: async (tx, { input, actor, facts }) => {
      accept(closeRefusal(facts))
      await closeGoal(tx, input.goalId, actor.personId)
      return {}
    },
  }),
  handle(contract.goalSetLearnerWording, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => ({
      part: await findPartWith(tx, actor.personId, input.learnerId),
      goal: await getGoal(tx, input.goalId),
      groups: await listGroupsOfLearner(tx, input.learnerId),
    }),
    allow: canSetGoal,
    run: async (tx, { input, actor, facts }) => {
      if (!isGoalOf(facts.goal, { id: input.learnerId, groups: facts.groups })) accept(refused('goal_of_another', 'goalId'))
      await insertLearnerWording(tx, { ...input, setBy: actor.personId })
      return {}
    },
  }),
  handle(contract.successCriterionMarkMet, markOf(true)),
  handle(contract.successCriterionUnmarkMet, markOf(false)),
  answer(contract.goalForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeGoals,
    sees: (_, { goals, learnerWordings }) => [...goals.flatMap(toLearner), ...learnerWordings.map(({ learnerId }) => learnerId)],
    run: async (tx, { input }) => {
      const learnerIds = (await listMembers(tx, [input.groupId])).map(({ learnerId }) => learnerId)
      const goals = await listGoals(tx, { groupIds: [input.groupId], learnerIds })
      return {
        goals,
        learnerWordings: await listLearnerWordings(
          tx,
          goals.map(({ id }) => id),
          learnerIds,
        ),
      }
    },
  }),
]
