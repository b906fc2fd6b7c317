// A session's brief on screen, with what this device wrote laid over it; writing, asking, answering and taking back, also without a network.
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Moment, moment } from '../../core/time.ts'
import type { Asked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { useMember } from '../../web/member.ts'
import { type Addition, addition, type Undo } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { useAskedOfSession } from '../sessions/client.ts'
import {
  type BriefEntry,
  type BriefPart,
  BriefSource,
  type BriefStep,
  briefForSession,
  briefNoteLearner,
  briefTakeStep,
  briefWrite,
  type LearnerNote,
  type NewBriefEntry,
  type NewLearnerNote,
  type TakenStep,
  type WantedForm,
} from './contract.ts'
import { type BriefStatus, briefGaps, briefStatus, madeAtOnce, sourcesOf, standing } from './rules.ts'

type AnsweredBrief = Parsed<typeof briefForSession.output>

interface Here {
  /** Written on this device, and not with the server yet. */
  readonly isWaiting: boolean
}
export type ShownEntry = BriefEntry & Here
export type ShownNote = LearnerNote & Here

/** A brief as its page shows it. */
export interface ShownBrief extends Omit<AnsweredBrief, 'entries' | 'learnerNotes'> {
  /** Everything that was written, also what was replaced. */
  readonly written: readonly ShownEntry[]
  /** What stands. */
  readonly entries: readonly ShownEntry[]
  /** Entries that somebody else changed at the same time, by id. */
  readonly atOnce: ReadonlyMap<string, readonly ShownEntry[]>
  readonly learnerNotes: readonly ShownNote[]
  readonly status: BriefStatus
  readonly gaps: readonly BriefPart[]
  readonly sources: readonly BriefSource[]
}

interface PendingBrief {
  readonly entries: readonly Pending<NewBriefEntry>[]
  readonly notes: readonly Pending<NewLearnerNote>[]
  readonly steps: readonly Pending<{ readonly sessionId: Id; readonly step: BriefStep; readonly takenAt: Moment }>[]
}

interface Self {
  readonly personId: Id
  readonly name: string
}

/** Lays what this device wrote over the server's brief of a session. */
export function withPendingBrief(brief: AnsweredBrief, pending: PendingBrief, sessionId: Id, self: Self): ShownBrief {
  const written = laidOver(brief.entries, pending.entries, sessionId, self)
  const notes = laidOver(brief.learnerNotes, pending.notes, sessionId, self)
  const steps: readonly TakenStep[] = [
    ...brief.steps,
    ...pending.steps
      .filter(({ input }) => input.sessionId === sessionId)
      .map(({ input }) => ({ step: input.step, takenAt: input.takenAt, takenBy: self.personId, takenByName: self.name })),
  ]
  const entries = standing(written)
  const learnerNotes = standing(notes)
  const parts = entries.map(({ part }) => part)
  const hasGoal = brief.goals.length > 0
  const hasProfiles = brief.learners.some(({ whatHelps }) => whatHelps !== null)
  return {
    ...brief,
    steps: [...steps],
    written,
    entries,
    learnerNotes,
    atOnce: madeAtOnce(written),
    status: briefStatus({ parts, steps: steps.map(({ step }) => step), hasGoal }),
    gaps: briefGaps(parts, hasGoal),
    sources: sourcesOf([...entries, ...learnerNotes], BriefSource.options, hasProfiles),
  }
}

function laidOver<T extends { readonly id: Id; readonly sessionId: Id }>(
  answered: readonly (T & { readonly writtenBy: Id; readonly writtenByName: string })[],
  pending: readonly Pending<T>[],
  sessionId: Id,
  self: Self,
) {
  const known = new Set(answered.map(({ id }) => id))
  const fresh = pending.filter(({ input }) => input.sessionId === sessionId && !known.has(input.id))
  return [
    ...answered.map((one) => ({ ...one, isWaiting: false })),
    ...fresh.map(({ input, state }) => ({ ...input, writtenBy: self.personId, writtenByName: self.name, isWaiting: state !== 'sent' })),
  ]
}

/** The brief of a session, asked for and with what waits here. */
export function useBrief(session: { readonly id: Id; readonly groupId: Id }): Asked<ShownBrief> {
  const asked = useAskedOfSession(briefForSession, session, ({ id, groupId }) => ({ sessionId: id, groupId }))
  const pending = {
    entries: usePending(briefWrite, asked),
    notes: usePending(briefNoteLearner, asked),
    steps: usePending(briefTakeStep, asked),
  }
  const { personId, name } = useMember()
  if (asked.state !== 'answered') return asked
  return { ...asked, answer: withPendingBrief(asked.answer, pending, session.id, { personId, name }) }
}

/** A session as briefs need it. */
export interface BriefSession {
  readonly id: Id
  readonly groupId: Id
  /** The group's. */
  readonly subject: string
  readonly endsAt: Moment | null
  /** What must go ahead of commands about it. */
  readonly ahead: readonly Addition[]
}

/** What an entry says, without where it stands. */
export type EntryDraft = Pick<NewBriefEntry, 'words' | 'moment' | 'technique' | 'byWhen' | 'form' | 'source' | 'toldBy'>

export const emptyDraft: EntryDraft = {
  words: '',
  moment: null,
  technique: null,
  byWhen: null,
  form: null,
  source: 'plan',
  toldBy: null,
}

/** A new entry of a session's brief. @param before the entry that it replaces */
export function newEntry(sessionId: Id, part: BriefPart, draft: EntryDraft, before?: Pick<BriefEntry, 'id'>): NewBriefEntry {
  return { id: newId(), sessionId, part, ...draft, isGone: false, replacesId: before?.id ?? null, writtenAt: moment(new Date()) }
}

/** The command has the entry's id, so that a change of an entry that still waits goes after it. */
const written = (entry: NewBriefEntry) =>
  addition(briefWrite, entry, { id: entry.id, dependsOn: entry.replacesId === null ? [] : [entry.replacesId] })

const noted = (note: NewLearnerNote) =>
  addition(briefNoteLearner, note, { id: note.id, dependsOn: note.replacesId === null ? [] : [note.replacesId] })

/** What was done last, with its way back. */
export interface BriefAct {
  readonly undo: () => Promise<void>
}

const goneAgain = (entry: NewBriefEntry): NewBriefEntry => ({
  ...entry,
  id: newId(),
  isGone: true,
  replacesId: entry.id,
  writtenAt: moment(new Date()),
})

/** Keeps entries on the device, all of them or none. */
export async function keepEntries({ ahead }: BriefSession, entries: readonly NewBriefEntry[]): Promise<BriefAct> {
  await device().outbox.addAll([...ahead, ...entries.map(written)])
  return { undo: () => device().outbox.undoAll(entries.map((entry) => ({ id: entry.id, withdraw: written(goneAgain(entry)) }))) }
}

/** Takes an entry away. Taken back, it stands again as an entry of one's own, for what is gone can't be replaced any more. */
export async function takeAway({ ahead }: BriefSession, entry: ShownEntry): Promise<BriefAct> {
  const { writtenBy: _, writtenByName: __, isWaiting: ___, ...said } = entry
  const gone = goneAgain(said)
  await device().outbox.addAll([...ahead, written(gone)])
  const again: NewBriefEntry = { ...said, id: newId(), replacesId: gone.id, writtenAt: moment(new Date()) }
  return { undo: () => device().outbox.undoAll([{ id: gone.id, withdraw: written(again) }]) }
}

/** What a note says of a learner. */
export type NoteDraft = Pick<NewLearnerNote, 'words' | 'source' | 'kind'>

/** Keeps a note on one learner. @param before the note that it replaces; without words it is taken away */
export async function keepNote({ id: sessionId, ahead }: BriefSession, learnerId: Id, draft: NoteDraft, before?: ShownNote): Promise<void> {
  const isGone = draft.kind === 'note' && draft.words === null
  const fresh = { id: newId(), sessionId, learnerId, isGone, replacesId: before?.id ?? null, writtenAt: moment(new Date()) }
  await device().outbox.addAll([...ahead, noted({ ...draft, ...fresh })])
}

/** Takes a note on a learner away. */
export async function takeNoteAway({ ahead }: BriefSession, note: ShownNote): Promise<void> {
  const { writtenBy: _, writtenByName: __, isWaiting: ___, ...said } = note
  await device().outbox.addAll([
    ...ahead,
    noted({ ...said, id: newId(), isGone: true, replacesId: note.id, writtenAt: moment(new Date()) }),
  ])
}

const contrary: Readonly<Record<BriefStep, BriefStep>> = {
  asked: 'not_asked',
  not_asked: 'asked',
  answered: 'asked',
  not_received: 'received',
  received: 'not_received',
}

const taken = (sessionId: Id, step: BriefStep) => addition(briefTakeStep, { id: newId(), sessionId, step, takenAt: moment(new Date()) })

/** Notes that the teacher was asked, or that no briefing came. */
export async function takeStep({ id, ahead }: BriefSession, step: BriefStep): Promise<BriefAct> {
  const ids = await device().outbox.addAll([...ahead, taken(id, step)])
  return { undo: () => device().outbox.undoAll([{ id: ids.at(-1) ?? '', withdraw: taken(id, contrary[step]) }]) }
}

/** The teacher's answers to the four questions. */
export interface Answers {
  readonly objective: string
  readonly misconceptions: string
  readonly wanted: string
  readonly byWhen: string | null
  readonly form: WantedForm | null
  readonly leaveAlone: readonly Id[]
}

/** The entries that answers become; a question without an answer becomes none. */
export function entriesOf(sessionId: Id, { objective, misconceptions, wanted, byWhen, form }: Answers): readonly NewBriefEntry[] {
  const said = (part: BriefPart, words: string, more: Partial<EntryDraft> = {}) =>
    words.trim() === '' ? [] : [newEntry(sessionId, part, { ...emptyDraft, words: words.trim(), source: 'teacher', ...more })]
  return [...said('objective', objective), ...said('misconceptions', misconceptions), ...said('wanted', wanted, { byWhen, form })]
}

/** Keeps the teacher's answers, all of them or none: entries, each learner to be left alone for themselves, and that they are answered. */
export async function keepAnswers(session: BriefSession, answers: Answers): Promise<BriefAct> {
  const { id: sessionId, ahead } = session
  const entries = entriesOf(sessionId, answers)
  const said = { sessionId, kind: 'leave_alone' as const, words: null, source: 'teacher' as const, isGone: false, replacesId: null }
  const notes = answers.leaveAlone.map((learnerId) => ({ ...said, id: newId(), learnerId, writtenAt: moment(new Date()) }))
  const ids = await device().outbox.addAll([...ahead, ...entries.map(written), ...notes.map(noted), taken(sessionId, 'answered')])
  const undos: readonly Undo[] = [
    ...entries.map((entry) => ({ id: entry.id, withdraw: written(goneAgain(entry)) })),
    ...notes.map((note) => ({ id: note.id, withdraw: noted({ ...note, id: newId(), isGone: true, replacesId: note.id }) })),
    { id: ids.at(-1) ?? '', withdraw: taken(sessionId, 'asked') },
  ]
  return { undo: () => device().outbox.undoAll(undos) }
}
