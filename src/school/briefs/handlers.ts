// Writing briefs, asking and answering the teacher's questions, reading a brief.
import type { Actor } from '../../core/actor.ts'
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { listGoals } from '../goals/views.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup, findPartAt, listStays } from '../groups/views.ts'
import { givenNamesIn } from '../learners/views.ts'
import { futureRefusal } from '../sessions/rules.ts'
import * as contract from './contract.ts'
import { canAnswerBrief, canSeeBrief, canWriteBrief } from './policy.ts'
import { entryRefusal, noteRefusal } from './rules.ts'
import { getReplacedEntry, getReplacedNote, getSessionGroup, insertEntry, insertLearnerNote, insertStep } from './store.ts'
import { findBrief } from './views.ts'

/** Which group's brief it is, and how the actor works with that group. */
async function loadPlace(tx: Tx, sessionId: Id, at: Moment, actor: Actor) {
  const groupId = await getSessionGroup(tx, sessionId)
  const stays = await listStays(tx, groupId, actor.personId)
  return { groupId, stays, writtenAt: at }
}

export const briefHandlers = [
  handle(contract.briefWrite, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => {
      const place = await loadPlace(tx, input.sessionId, input.writtenAt, actor)
      return { ...place, part: (await findGroup(tx, place.groupId, actor.personId))?.part }
    },
    allow: canWriteBrief,
    run: async (tx, { input, actor, facts }) => {
      accept(futureRefusal(input.writtenAt, tx.now, 'writtenAt'))
      const replaced = await getReplacedEntry(tx, input.replacesId)
      const names = await givenNamesIn(tx, [facts.groupId])
      accept(entryRefusal(input, { replaced, isTeacher: canAnswerBrief(actor, facts), names }))
      await insertEntry(tx, { ...input, groupId: facts.groupId, writtenBy: actor.personId })
      return {}
    },
  }),
  handle(contract.briefNoteLearner, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => ({
      ...(await loadPlace(tx, input.sessionId, input.writtenAt, actor)),
      partWithLearner: await findPartAt(tx, actor.personId, input.learnerId, input.writtenAt),
    }),
    allow: (actor, facts) => canWriteBrief(actor, facts) && facts.partWithLearner !== undefined,
    run: async (tx, { input, actor }) => {
      accept(futureRefusal(input.writtenAt, tx.now, 'writtenAt'))
      accept(noteRefusal(input, await getReplacedNote(tx, input.replacesId)))
      await insertLearnerNote(tx, { ...input, writtenBy: actor.personId })
      return {}
    },
  }),
  handle(contract.briefTakeStep, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => {
      const place = await loadPlace(tx, input.sessionId, input.takenAt, actor)
      return { ...place, part: (await findGroup(tx, place.groupId, actor.personId))?.part }
    },
    allow: (actor, facts, { step }) => (step === 'answered' ? canAnswerBrief(actor, facts) : canWriteBrief(actor, facts)),
    run: async (tx, { input, actor, facts }) => {
      accept(futureRefusal(input.takenAt, tx.now, 'takenAt'))
      await insertStep(tx, { ...input, groupId: facts.groupId, takenBy: actor.personId })
      return {}
    },
  }),
  answer(contract.briefForSession, {
    role: canSeeSomeRecord,
    // Whoever may not see it is told nothing of it.
    load: async (tx, input, actor) => {
      const [group, brief, goals] = await Promise.all([
        findGroup(tx, input.groupId, actor.personId),
        findBrief(tx, input),
        listGoals(tx, { groupIds: [input.groupId], learnerIds: [], isOpenOnly: true }),
      ])
      if (group === undefined) throw notFound('groupId')
      return { part: group.part, brief, goals }
    },
    allow: canSeeBrief,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: async (_, { facts: { brief, goals } }) => ({
      ...brief,
      goals: goals.map(({ id, wording, criteria }) => ({
        id,
        wording,
        criteria: criteria.map((criterion) => ({ id: criterion.id, childText: criterion.childText })),
      })),
    }),
  }),
]
