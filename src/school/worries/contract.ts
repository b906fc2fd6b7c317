// Notes that were kept and turn out to be a worry: shown to the safeguarding lead, and removed by the lead's act alone.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

/** `open` waits for the lead; `removed` and `kept` are the lead's answers. */
export const ShownNoteState = z.enum(['open', 'removed', 'kept'])
export type ShownNoteState = z.infer<typeof ShownNoteState>

/** For whoever sees the learner's record: which note, never its words. */
export const ShownNote = z.object({
  id: Id,
  observationId: Id,
  observedAt: Moment,
  recordedByName: z.string(),
  shownByName: z.string(),
  shownAt: Moment,
  state: ShownNoteState,
  answeredByName: z.nullable(z.string()),
  answeredAt: z.nullable(Moment),
})
export type ShownNote = z.infer<typeof ShownNote>

/** For the safeguarding lead alone: with the words. */
export const NoteToRead = z.object({
  id: Id,
  learnerId: Id,
  learnerName: z.string(),
  observedAt: Moment,
  recordedByName: z.string(),
  shownByName: z.string(),
  shownAt: Moment,
  whatSeen: z.nullable(z.string()),
  childWords: z.nullable(z.string()),
  myView: z.nullable(z.string()),
  hasPhoto: z.boolean(),
})
export type NoteToRead = z.infer<typeof NoteToRead>

/** Whoever sees the learner's record. Refused: `withdrawn` (it is out of sight already), `shown_already`. */
export const worryShowNote = command('worry.showNote', {
  where: 'school',
  summary: 'Show a note that was kept to the safeguarding lead.',
  input: z.object({ id: Id, learnerId: Id, observationId: Id }),
  output: z.object({}),
})

/**
 * The safeguarding lead alone, once the words are in the school's own safeguarding record. The note, its corrections, its photo and what the audit trail
 * said of them go for good; who wrote it sees that it went, when and by whom. Refused: `answered_already`.
 */
export const worryRemoveNote = command('worry.removeNote', {
  where: 'school',
  summary: 'Remove a note that is a worry from this product.',
  input: z.object({ shownNoteId: Id, learnerId: Id }),
  output: z.object({}),
})

/** The safeguarding lead alone: it is no worry, and stays. Refused: `answered_already`. */
export const worryKeepNote = command('worry.keepNote', {
  where: 'school',
  summary: 'Say that a note that was shown is no worry.',
  input: z.object({ shownNoteId: Id, learnerId: Id }),
  output: z.object({}),
})

/** The safeguarding lead alone. */
export const worryNotes = query('worry.notes', {
  where: 'school',
  summary: 'Notes that were shown to the safeguarding lead and wait for an answer, the oldest first.',
  input: z.object({}),
  output: z.object({ notes: z.array(NoteToRead) }),
})

/** A line of a handover that says the words of a note. */
export const LineThatGoes = z.object({
  id: Id,
  wording: z.string(),
  writtenByName: z.string(),
  writtenAt: Moment,
  /** Of the handover that it stands in; null while that was not sent. */
  handedOver: z.nullable(z.object({ groupName: z.string(), sentAt: Moment })),
})
export type LineThatGoes = z.infer<typeof LineThatGoes>

/** The safeguarding lead alone, before removing: a short note may stand in lines that mean something else. */
export const worryLinesThatGo = query('worry.linesThatGo', {
  where: 'school',
  summary: 'The lines of handovers about the learner that repeat the words of a shown note, and go with it.',
  input: z.object({ shownNoteId: Id, learnerId: Id }),
  output: z.object({ lines: z.array(LineThatGoes) }),
})

export const worryForLearner = query('worry.forLearner', {
  where: 'school',
  summary: 'Which of a learner’s notes were shown to the safeguarding lead, and what came of it; and who can see them.',
  input: z.object({ learnerId: Id }),
  output: z.object({
    /** Newest first. */
    shown: z.array(ShownNote),
    /** Who holds the role of safeguarding lead today. */
    leadNames: z.array(z.string()),
  }),
})
