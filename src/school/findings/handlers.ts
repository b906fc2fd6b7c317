// What was found out in a group, in one answer that the Find out place takes along without a network.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer } from '../../server/operation.ts'
import { listGoals } from '../goals/views.ts'
import { canSeeSomeRecord } from '../groups/policy.ts'
import { findGroup } from '../groups/views.ts'
import { listLearnersIn } from '../learners/views.ts'
import { listHingeQuestions } from '../misconceptions/views.ts'
import { listFoundOut } from '../observations/views.ts'
import { listSessions } from '../sessions/views.ts'
import { findingsForGroup } from './contract.ts'
import { canSeeFindings } from './policy.ts'
import { listNoted } from './views.ts'

export const findingHandlers = [
  answer(findingsForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeFindings,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: async (tx, { facts }) => findingsOf(tx, facts.id),
  }),
]

/** How far back a technique is looked for, in milliseconds: half a term. */
const sixWeeks = 42 * 86_400_000

async function findingsOf(tx: ReadTx, groupId: Id) {
  const learners = await listLearnersIn(tx, [groupId])
  const learnerIds = learners.map(({ id }) => id)
  const goals = await listGoals(tx, { groupIds: [groupId], learnerIds: [], isOpenOnly: true })
  const noted = await listNoted(tx, groupId, learnerIds, goals)
  const since = new Date(tx.now.getTime() - sixWeeks)
  const moments = await listFoundOut(tx, groupId, learnerIds, since)
  const sessions = await listSessions(tx, [groupId], since)
  return {
    learners: learners.flatMap(({ id, name, symbol }) => {
      const facts = noted.get(id)
      return facts === undefined ? [] : [{ name, symbol, ...facts, goalIds: [...facts.goalIds] }]
    }),
    goals,
    questions: await listHingeQuestions(tx, groupId, {
      statements: goals.flatMap(({ statement }) => statement ?? []),
      optionIds: moments.flatMap(({ hingeOptionId }) => hingeOptionId ?? []),
    }),
    moments,
    sessionsAt: sessions.map(({ startedAt }) => startedAt),
  }
}
