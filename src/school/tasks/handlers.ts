// Keeping tasks made from an interest, noting who became keener, and finding again what worked.
import type { Actor } from '../../core/actor.ts'
import { accept, learnerErased, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup, findPartWith, listMembers } from '../groups/views.ts'
import { listLearners } from '../learners/views.ts'
import { futureRefusal } from '../sessions/rules.ts'
import * as contract from './contract.ts'
import { canKeepForSession, canSeeTasksOfGroup, canSeeTasksOfLearner } from './policy.ts'
import { motivationRefusal } from './rules.ts'
import { insertMotivation, insertTask, loadSession } from './store.ts'
import { listMotivations, listTasks } from './views.ts'

const learnerOf = (input: { learnerId: Id }) => [input.learnerId]

async function load(tx: Tx, input: { sessionId: Id; learnerId: Id }, actor: Actor) {
  const facts = await loadSession(tx, input, actor.personId)
  if (facts.isErased) throw learnerErased()
  return facts
}

async function read(tx: ReadTx, learnerIds: readonly Id[], groupId?: Id) {
  return { tasks: await listTasks(tx, learnerIds, groupId), motivations: await listMotivations(tx, learnerIds) }
}

export const taskHandlers = [
  handle(contract.taskKeep, {
    role: isClassroomStaff,
    about: learnerOf,
    load,
    allow: (actor, facts, input) => canKeepForSession(actor, facts, input.keptAt),
    run: async (tx, { input, actor }) => {
      accept(futureRefusal(input.keptAt, tx.now, 'keptAt'))
      await insertTask(tx, { ...input, keptBy: actor.personId })
      return {}
    },
  }),
  handle(contract.motivationNote, {
    role: isClassroomStaff,
    about: learnerOf,
    load,
    allow: (actor, facts, input) => canKeepForSession(actor, facts, input.notedAt),
    run: async (tx, { input, actor }) => {
      accept(motivationRefusal(input, tx.now))
      await insertMotivation(tx, { ...input, notedBy: actor.personId })
      return {}
    },
  }),
  answer(contract.taskForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeTasksOfGroup,
    sees: (_, { tasks, motivations }) => [...new Set([...tasks, ...motivations].map(({ learnerId }) => learnerId))],
    run: async (tx, { input }) =>
      read(
        tx,
        (await listMembers(tx, [input.groupId])).map(({ learnerId }) => learnerId),
        input.groupId,
      ),
  }),
  answer(contract.taskForLearner, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      if ((await listLearners(tx, [input.learnerId])).length === 0) throw notFound('learnerId')
      return { worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined }
    },
    allow: canSeeTasksOfLearner,
    sees: learnerOf,
    run: (tx, { input }) => read(tx, [input.learnerId]),
  }),
]
