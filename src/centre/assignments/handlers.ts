// The assignment’s headings, and what its author keeps while she writes.
import { accept } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { isCandidate, mayReadPortfolios } from '../registrations/policy.ts'
import { getRegistration } from '../registrations/views.ts'
import { assignmentChooseDraft, assignmentDrafts, assignmentOutline, assignmentSaveDraft } from './contract.ts'
import { canReadOutline, canWrite } from './policy.ts'
import { choiceRefusal, draftToWriteOn } from './rules.ts'
import { chooseDraft, insertDraft, lockDrafts, writeOnDraft } from './store.ts'
import { listDrafts, listHeadings } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

async function lockedDrafts(tx: Tx, registrationId: Id) {
  await lockDrafts(tx, registrationId)
  return listDrafts(tx, registrationId)
}

export const assignmentHandlers = [
  answer(assignmentOutline, {
    role: mayReadPortfolios,
    load,
    allow: canReadOutline,
    run: (tx, { facts }) => listHeadings(tx, facts),
  }),
  answer(assignmentDrafts, {
    role: isCandidate,
    load,
    allow: canWrite,
    run: (tx, { input }) => listDrafts(tx, input.registrationId),
  }),
  handle(assignmentSaveDraft, {
    role: isCandidate,
    // A draft is no record yet: its words stay out of the audit trail, which keeps that something was saved.
    keep: ({ registrationId, revision, basedOn }) => ({ registrationId, revision, basedOn }),
    load,
    allow: canWrite,
    run: async (tx, { input }) => {
      const drafts = await lockedDrafts(tx, input.registrationId)
      const before = draftToWriteOn(drafts, input.basedOn)
      if (before === undefined) await insertDraft(tx, input)
      else await writeOnDraft(tx, before.id, input)
      return { isBeside: before === undefined && drafts.some(({ setAsideAt }) => setAsideAt === null) }
    },
  }),
  handle(assignmentChooseDraft, {
    role: isCandidate,
    load,
    allow: canWrite,
    run: async (tx, { input }) => {
      accept(choiceRefusal(await lockedDrafts(tx, input.registrationId), input.draftId))
      await chooseDraft(tx, input)
      return {}
    },
  }),
]
