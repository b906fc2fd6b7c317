// Noting next actions, and what became of them.

import { retractLettersOnRecords } from '../../common/letters/store.ts'
import { accept, learnerErased, notFound } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup } from '../groups/views.ts'
import { canSend, canWriteAbout } from '../handovers/policy.ts'
import { loadWriting } from '../handovers/store.ts'
import { isErased, listLearnersIn, otherNamesIn } from '../learners/views.ts'
import * as contract from './contract.ts'
import { canMarkAction, canSeeActions } from './policy.ts'
import { actionMarkRefusal, actionRefusal } from './rules.ts'
import { getAction, insertAction, insertMark } from './store.ts'
import { listActionsOfGroup } from './views.ts'

const toLearner = ({ learnerId }: { learnerId: string | null }) => (learnerId === null ? [] : [learnerId])

export const nextActionHandlers = [
  handle(contract.nextActionAdd, {
    role: isClassroomStaff,
    about: toLearner,
    load: async (tx, { sessionId, learnerId }, actor) => {
      const facts = await loadWriting(tx, { handoverId: newId(), sessionId, learnerId }, actor.personId)
      if (facts.isErased) throw learnerErased()
      return { ...facts, otherNames: await otherNamesIn(tx, facts.groupId, learnerId) }
    },
    allow: (actor, facts, { learnerId, notedAt }) => {
      const written = { ...facts, writtenAt: notedAt }
      return learnerId === null ? canSend(actor, facts, written) : canWriteAbout(actor, facts, written)
    },
    run: async (tx, { input, actor, facts }) => {
      accept(actionRefusal(input, facts.otherNames, tx.now))
      await insertAction(tx, { ...input, groupId: facts.groupId }, actor.personId)
      return {}
    },
  }),
  handle(contract.nextActionMark, {
    role: isClassroomStaff,
    about: toLearner,
    load: async (tx, { actionId, learnerId, sessionId }, actor) => {
      if (learnerId !== null && (await isErased(tx, learnerId))) throw learnerErased()
      const facts = await getAction(tx, actionId, sessionId)
      return { ...facts, part: (await findGroup(tx, facts.groupId, actor.personId))?.part }
    },
    allow: canMarkAction,
    run: async (tx, { input, actor, facts, services }) => {
      accept(actionMarkRefusal(input, facts))
      await insertMark(tx, input, actor.personId)
      const gone = { recordIds: [input.actionId], writtenBy: actor.personId, on: dayOf(tx.now) }
      if (input.outcome === 'withdrawn') await retractLettersOnRecords(tx, services.keys, gone)
      return {}
    },
  }),
  answer(contract.nextActionForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeActions,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: async (tx, { input }) => {
      const learners = await listLearnersIn(tx, [input.groupId])
      return { learners: learners.map(({ id, name }) => ({ id, name })), actions: await listActionsOfGroup(tx, input.groupId) }
    },
  }),
]
