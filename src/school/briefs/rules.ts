// Rules on briefs: what stands when several people write, what a brief still lacks, and what cannot be written.
import { type Refusal, refused } from '../../core/errors.ts'
import { namesInSentence } from '../../core/names.ts'
import type { BriefEntry, BriefPart, BriefSource, BriefStep, NewBriefEntry, NewLearnerNote } from './contract.ts'

interface Written {
  readonly id: string
  readonly replacesId: string | null
  readonly isGone: boolean
}

/**
 * What no other entry replaces and nobody took away, in the order of writing. Who changes what they see replaces it; two people who change
 * the same without seeing each other both stand.
 * @example standing([{ id: 'a', replacesId: null, isGone: false }, { id: 'b', replacesId: 'a', isGone: false }]) // the second
 */
export function standing<T extends Written>(written: readonly T[]): readonly T[] {
  const replaced = new Set(written.map(({ replacesId }) => replacesId))
  return written.filter(({ id, isGone }) => !isGone && !replaced.has(id))
}

/** Entries that two people made of the same one, without seeing each other's: by id, with the others of each. */
export function madeAtOnce<T extends Written>(written: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const stand = standing(written)
  const alike = (one: T) => stand.filter((other) => other.id !== one.id && other.replacesId !== null && other.replacesId === one.replacesId)
  return new Map(stand.map((one) => [one.id, alike(one)] as const).filter(([, others]) => others.length > 0))
}

/** What stood before in the place of an entry, the newest first. */
export function earlierOf<T extends Written>(written: readonly T[], entry: T): readonly T[] {
  const before = written.find(({ id }) => id === entry.replacesId)
  return before === undefined ? [] : [before, ...earlierOf(written, before)]
}

/** Without these a brief does not say what must be got, what will go wrong, and what the teacher wants to know. */
export const neededParts: readonly BriefPart[] = ['objective', 'misconceptions', 'wanted']

/** Good to have; that they are missing is said, and holds nothing up. */
export const furtherParts: readonly BriefPart[] = ['prior_learning', 'vocabulary', 'opportunity', 'resources']

/** `empty`: nobody has written or asked; `asked`: the teacher's answer is awaited; `not_received`: no briefing came, and the lesson goes on. */
export type BriefStatus = 'empty' | 'asked' | 'not_received' | 'partly' | 'complete'

export interface BriefFacts {
  /** Of what stands. */
  readonly parts: readonly BriefPart[]
  /** In their order. */
  readonly steps: readonly BriefStep[]
  /** Whether an open goal of the group says what is to be learnt. */
  readonly hasGoal?: boolean
}

/** Whether the teacher was asked and has not answered. */
export function isAwaited(steps: readonly BriefStep[]): boolean {
  return steps.findLast((step) => step === 'asked' || step === 'not_asked' || step === 'answered') === 'asked'
}

/** Whether somebody said last that no briefing came. */
export function isNotReceived(steps: readonly BriefStep[]): boolean {
  return steps.findLast((step) => step === 'not_received' || step === 'received') === 'not_received'
}

/** How much of a brief there is. What was written counts, also after somebody said that nothing came. */
export function briefStatus({ parts, steps, hasGoal = false }: BriefFacts): BriefStatus {
  const isKnown = (part: BriefPart) => parts.includes(part) || (part === 'objective' && hasGoal)
  if (parts.length > 0 && neededParts.every(isKnown)) return 'complete'
  if (isNotReceived(steps)) return 'not_received'
  if (parts.length > 0) return 'partly'
  return isAwaited(steps) ? 'asked' : 'empty'
}

/** The parts that nobody has written yet: needed ones first. What is to be learnt, an open goal of the group says too. */
export function briefGaps(parts: readonly BriefPart[], hasGoal = false): readonly BriefPart[] {
  return [...neededParts, ...furtherParts].filter((part) => !parts.includes(part) && !(part === 'objective' && hasGoal))
}

/** Where what stands is from, each source once, in the order of their list. @param hasProfiles whether the brief shows what helps a learner */
export function sourcesOf(
  stand: readonly { readonly source: BriefSource }[],
  order: readonly BriefSource[],
  hasProfiles: boolean,
): readonly BriefSource[] {
  return order.filter((one) => stand.some(({ source }) => source === one) || (one === 'profile' && hasProfiles))
}

/** The entry that an entry says it replaces. */
export interface ReplacedEntry {
  readonly sessionId: string
  readonly part: string
}

export interface EntryFacts {
  readonly replaced: ReplacedEntry | undefined
  /** Whether a teacher of the group writes it. */
  readonly isTeacher: boolean
  /** Given names of the group's learners. */
  readonly names: readonly string[]
}

/**
 * What can't be an entry: something of another part, taking away nothing, a change of another brief's entry, words of a person whose name
 * is not said, and a learner's name: what is about one learner is a note on that learner, so that it goes when the learner is erased.
 */
export function entryRefusal(entry: Omit<NewBriefEntry, 'id' | 'writtenAt'>, facts: EntryFacts): Refusal | undefined {
  const { part, sessionId, moment, technique, byWhen, form, isGone, replacesId } = entry
  const { replaced } = facts
  if (part !== 'opportunity' && (moment !== null || technique !== null)) return refused('not_of_this_part', 'moment')
  if (part !== 'wanted' && (byWhen !== null || form !== null)) return refused('not_of_this_part', 'byWhen')
  if (isGone && replacesId === null) return refused('nothing_to_take_away', 'replacesId')
  if (replaced !== undefined && (replaced.sessionId !== sessionId || replaced.part !== part))
    return refused('brief_of_another', 'replacesId')
  return isGone ? undefined : wordsRefusal(entry, facts)
}

function wordsRefusal(
  { words, technique, source, toldBy }: Pick<NewBriefEntry, 'words' | 'technique' | 'source' | 'toldBy'>,
  { names, isTeacher }: EntryFacts,
): Refusal | undefined {
  if (namesInSentence(`${words} ${technique ?? ''}`, names).refused.length > 0) return refused('names_a_learner', 'words')
  const needsName = source === 'subject_lead' || (source === 'teacher' && !isTeacher)
  return needsName && toldBy === null ? refused('who_told', 'toldBy') : undefined
}

/** A note says something, and changes only one on the same learner in the same brief. */
export function noteRefusal(
  note: Omit<NewLearnerNote, 'id' | 'writtenAt'>,
  replaced: { readonly sessionId: string; readonly learnerId: string; readonly kind: string } | undefined,
): Refusal | undefined {
  if (note.kind === 'note' && note.words === null && !note.isGone) return refused('no_words', 'words')
  if (note.isGone && note.replacesId === null) return refused('nothing_to_take_away', 'replacesId')
  const isOther = replaced !== undefined && (['sessionId', 'learnerId', 'kind'] as const).some((field) => replaced[field] !== note[field])
  return isOther ? refused('brief_of_another', 'replacesId') : undefined
}

/** Lines of entries, the newest entry's first, each once whatever its case. */
export function linesOf(entries: readonly Pick<BriefEntry, 'words'>[], most: number): readonly string[] {
  const found = new Map<string, string>()
  for (const line of entries.flatMap(({ words }) => words.split('\n')).map((one) => one.trim())) {
    const key = line.toLocaleLowerCase('en-GB')
    if (line !== '' && !found.has(key)) found.set(key, line)
  }
  return [...found.values()].slice(0, most)
}
