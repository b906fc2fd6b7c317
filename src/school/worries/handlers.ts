// Showing a note to the safeguarding lead, and the lead's two answers.
import { retractLettersOn } from '../../common/letters/store.ts'
import { listColleagues } from '../../common/people/views.ts'
import { accept, notFound } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import { accessChanged } from '../../server/accounts.ts'
import { answer, handle } from '../../server/operation.ts'
import { asEraser } from '../erasure/store.ts'
import { canSeeRecord, canSeeSomeRecord } from '../groups/policy.ts'
import { findPartWith } from '../groups/views.ts'
import { listLearners } from '../learners/views.ts'
import { findFilesInUse } from '../photos/views.ts'
import { worryForLearner, worryKeepNote, worryLinesThatGo, worryNotes, worryRemoveNote, worryShowNote } from './contract.ts'
import { canAnswerNote, canShowNote } from './policy.ts'
import { answerRefusal, showRefusal } from './rules.ts'
import { deleteNote, findWholeNote, getNote, holdShownNote, insertAnswer, insertRemoval, insertShownNote } from './store.ts'
import { getShownNote, listLinesThatGo, listNotesToRead, listShownNotes, noteFacts } from './views.ts'

export const worryHandlers = [
  handle(worryShowNote, {
    role: canSeeSomeRecord,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => ({
      ...(await getNote(tx, input.observationId, input.learnerId)),
      worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined,
    }),
    allow: canShowNote,
    run: async (tx, { input, actor, facts }) => {
      accept(showRefusal(await noteFacts(tx, input.observationId)))
      const { observedAt, recordedBy } = facts
      await insertShownNote(tx, { ...input, observedAt, recordedBy, shownBy: actor.personId, shownAt: tx.now })
      return {}
    },
  }),
  handle(worryKeepNote, {
    role: canAnswerNote,
    about: (input) => [input.learnerId],
    load: (tx, input) => holdShownNote(tx, input.shownNoteId, input.learnerId),
    allow: canAnswerNote,
    run: async (tx, { input, actor, facts }) => {
      accept(answerRefusal(facts.state))
      await insertAnswer(tx, { ...input, answer: 'kept', answeredBy: actor.personId })
      return {}
    },
  }),
  handle(worryRemoveNote, {
    role: canAnswerNote,
    about: (input) => [input.learnerId],
    load: (tx, input) => holdShownNote(tx, input.shownNoteId, input.learnerId),
    allow: canAnswerNote,
    run: async (tx, { input, actor, facts, services }) => {
      accept(answerRefusal(facts.state))
      const { learnerId } = input
      const note = await findWholeNote(tx, facts.observationId, learnerId)
      await insertAnswer(tx, { ...input, answer: 'removed', answeredBy: actor.personId })
      await insertRemoval(tx, note.eventIds)
      await retractLettersOn(tx, services.keys, { learnerId, recordIds: note.observationIds, writtenBy: actor.personId, on: dayOf(tx.now) })
      await asEraser(tx, () => deleteNote(tx, note))
      await accessChanged(tx)
      const inUse = await findFilesInUse(tx, note.fileHashes)
      for (const hash of note.fileHashes) if (!inUse.has(hash)) await services.files.remove(tx.organisationId, hash)
      return {}
    },
  }),
  answer(worryNotes, {
    role: canAnswerNote,
    load: async () => undefined,
    allow: canAnswerNote,
    sees: (_, { notes }) => notes.map(({ learnerId }) => learnerId),
    run: async (tx) => ({ notes: await listNotesToRead(tx) }),
  }),
  answer(worryLinesThatGo, {
    role: canAnswerNote,
    load: (tx, input) => getShownNote(tx, input.shownNoteId, input.learnerId),
    allow: canAnswerNote,
    sees: (input) => [input.learnerId],
    run: async (tx, { input, facts }) => ({ lines: await listLinesThatGo(tx, facts.observationId, input.learnerId) }),
  }),
  answer(worryForLearner, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const [learner] = await listLearners(tx, [input.learnerId])
      if (learner === undefined) throw notFound('learnerId')
      return { worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined }
    },
    allow: canSeeRecord,
    sees: (input) => [input.learnerId],
    run: async (tx, { input }) => {
      const colleagues = await listColleagues(tx)
      const leads = colleagues.filter(({ roles }) => roles.includes('safeguarding_lead'))
      return { shown: await listShownNotes(tx, input.learnerId), leadNames: leads.map(({ name }) => name) }
    },
  }),
]
