// Shows and edits a unit's page; suggests reading; keeps notes and planning.
import { accept } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { canReadPortfolio, isCandidate, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import { getPack, newestVersion } from '../standards/views.ts'
import * as contract from './contract.ts'
import * as policy from './policy.ts'
import { pageRefusal } from './rules.ts'
import * as store from './store.ts'
import { listNotes, listReadings, showPage } from './views.ts'

const registrationOf = (tx: ReadTx, { registrationId }: { registrationId: Id }) => getRegistration(tx, registrationId)

/** The newest version of the unit: its page is one for all versions. @throws OperationError not_found */
const packOf = async (tx: ReadTx, { packCode }: { packCode: string }) => getPack(tx, packCode, await newestVersion(tx, packCode))

async function readingOf(tx: Tx, { readingId }: { readingId: Id }) {
  const { registrationId, suggestedById } = await store.loadReading(tx, readingId)
  return { registration: await getRegistration(tx, registrationId), suggestedById }
}

async function noteOf(tx: Tx, { noteId }: { noteId: Id }) {
  const { registrationId, writtenById } = await store.loadNote(tx, noteId)
  return { registration: await getRegistration(tx, registrationId), writtenById }
}

const pages = [
  answer(contract.unitPageShow, {
    role: policy.canReadPages,
    load: packOf,
    allow: policy.canReadPages,
    run: (tx, { input }) => showPage(tx, input.packCode),
  }),
  handle(contract.unitPageEdit, {
    role: policy.canEditPages,
    load: packOf,
    allow: policy.canEditPages,
    run: async (tx, { input, actor, facts: pack }) => {
      accept(pageRefusal(input.section, input.entries, pack))
      await store.insertEdit(tx, { ...input, writtenBy: actor.personId })
      return {}
    },
  }),
  handle(contract.unitPageBackToOurs, {
    role: policy.canEditPages,
    load: packOf,
    allow: policy.canEditPages,
    run: async (tx, { input, actor }) => {
      await store.insertEdit(tx, { ...input, entries: null, writtenBy: actor.personId })
      return {}
    },
  }),
]

const readings = [
  handle(contract.readingSuggest, {
    role: policy.maySuggest,
    load: registrationOf,
    allow: policy.canSuggest,
    run: async (tx, { input, actor, facts }) => {
      accept(claimedRefusal(facts))
      await store.insertReading(tx, { ...input, suggestedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.readingTakeBack, {
    role: policy.maySuggest,
    load: readingOf,
    allow: policy.canTakeReadingBack,
    run: async (tx, { input }) => {
      await store.setReading(tx, input.readingId, { takenBackAt: tx.now })
      return {}
    },
  }),
  handle(contract.readingMark, {
    role: isCandidate,
    load: readingOf,
    allow: policy.canMarkReading,
    run: async (tx, { input }) => {
      await store.setReading(tx, input.readingId, { readAt: input.isRead ? tx.now : null })
      return {}
    },
  }),
]

const notes = [
  answer(contract.unitPageForCandidate, {
    role: mayReadPortfolios,
    load: registrationOf,
    allow: canReadPortfolio,
    run: async (tx, { input }) => ({
      readings: await listReadings(tx, input.registrationId),
      notes: await listNotes(tx, input.registrationId),
    }),
  }),
  handle(contract.unitNoteWrite, {
    role: policy.mayWriteNotes,
    load: registrationOf,
    allow: policy.canWriteNotes,
    run: async (tx, { input, actor, facts }) => {
      accept(claimedRefusal(facts))
      await store.insertNote(tx, { ...input, writtenBy: actor.personId })
      return {}
    },
  }),
  handle(contract.unitNoteTakeBack, {
    role: policy.mayWriteNotes,
    load: noteOf,
    allow: policy.canTakeNoteBack,
    run: async (tx, { input, facts }) => {
      accept(claimedRefusal(facts.registration))
      await store.takeNoteBack(tx, input.noteId)
      return {}
    },
  }),
]

export const unitPageHandlers = [...pages, ...readings, ...notes]
