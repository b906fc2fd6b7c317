// Rules on profiles: which entry holds, what is refused, and how one reads words that describe a child by what is missing.
import { type Refusal, refused } from '../../core/errors.ts'
import { type Day, dayOf, type Moment } from '../../core/time.ts'
import { futureRefusal } from '../sessions/rules.ts'
import type { ProfileEntry, ProfileSection } from './contract.ts'

/** The sections that hold one text; starting points are as many as subjects. */
export const singleSections = ['interests', 'important', 'helps', 'access'] as const satisfies readonly ProfileSection[]

/** So many starting points are read; older ones are in the history. */
export const mostStarts = 4

type Written = Pick<ProfileEntry, 'section' | 'about' | 'text' | 'seenOn'>

/** A starting point says what it is about and when it was seen; nothing else does. */
export function profileRefusal({ section, about, seenOn, writtenAt }: Written & { writtenAt: Moment }, now: Date): Refusal | undefined {
  const isStart = section === 'start'
  if (isStart && about === '') return refused('about_needed', 'about')
  if (!isStart && about !== '') return refused('about_elsewhere', 'about')
  if (isStart && seenOn === null) return refused('date_needed', 'seenOn')
  if (!isStart && seenOn !== null) return refused('date_elsewhere', 'seenOn')
  if (seenOn !== null && seenOn > dayOf(now)) return refused('in_future', 'seenOn')
  return futureRefusal(writtenAt, now, 'writtenAt')
}

/** Two texts about the same thing stand in each other's place: "Fractions" and "fractions" are one. */
function placeOf({ section, about }: Pick<ProfileEntry, 'section' | 'about'>): string {
  return `${section} ${about.trim().toLocaleLowerCase('en-GB')}`
}

/** Newest first; what has no time stood there before any that has. */
export function newestFirst<E extends Pick<ProfileEntry, 'id' | 'writtenAt'>>(entries: readonly E[]): readonly E[] {
  return entries.toSorted((one, other) => (other.writtenAt ?? '').localeCompare(one.writtenAt ?? '') || other.id.localeCompare(one.id))
}

/** What holds of a learner's entries: the latest of each section and starting point that was not emptied, in the order of reading; starting points last seen first. */
export function holding<E extends ProfileEntry>(entries: readonly E[]): readonly E[] {
  const latest = new Map<string, E>()
  for (const entry of newestFirst(entries)) if (!latest.has(placeOf(entry))) latest.set(placeOf(entry), entry)
  const kept = [...latest.values()].filter(({ text }) => text !== null)
  const starts = kept
    .filter(({ section }) => section === 'start')
    .toSorted((one, other) => (other.seenOn ?? '').localeCompare(one.seenOn ?? '') || one.about.localeCompare(other.about, 'en-GB'))
  return [...singleSections.flatMap((section) => kept.filter((entry) => entry.section === section)), ...starts]
}

/** "What helps" was a field of the learner before profiles were: what was said then holds until somebody writes anew. */
export function withHelpsBefore(learnerId: string, whatHelps: string | null, entries: readonly ProfileEntry[]): readonly ProfileEntry[] {
  if (whatHelps === null || entries.some(({ section }) => section === 'helps')) return entries
  const said = { id: learnerId, learnerId, section: 'helps' as const, about: '', text: whatHelps, voice: 'adult' as const, seenOn: null }
  return [...entries, { ...said, writtenAt: null, writtenByName: null }]
}

/** The interests as one names them: divided by commas, semicolons, lines or "and". @example interestsIn('trains, drawing and Lego') // ['trains', 'drawing', 'Lego'] */
export function interestsIn(text: string): readonly string[] {
  const parts = text.split(/[,;\n]|\band\b/i).map((part) => part.replace(/[.\s]+$/u, '').trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}

const missing =
  /\b(can(?:no|['’])t|cannot|won['’]t|doesn['’]t|does not|never|not able|unable|fails?|failing|lazy|naughty|poor|weak(?:er)?|low(?: ability)?|bad at|no good|refuses|behind|struggl\w*)\b/iu

/** Whether a text says what a child is not or can't: a quiet hint asks for what works instead. @example saysWhatIsMissing('Can’t sit still') // true */
export function saysWhatIsMissing(text: string): boolean {
  return missing.test(text)
}

/** How long a profile takes to read, in seconds, at 200 words a minute. */
export function secondsToRead(entries: readonly Pick<ProfileEntry, 'about' | 'text'>[]): number {
  const words = entries.flatMap(({ about, text }) => `${about} ${text ?? ''}`.split(/\s+/).filter(Boolean))
  return (words.length / 200) * 60
}

/** The latest day on which anything of the profile was written; undefined where none is known. */
export function lastWrittenOn(entries: readonly Pick<ProfileEntry, 'writtenAt'>[]): Day | undefined {
  const latest = entries
    .flatMap(({ writtenAt }) => writtenAt ?? [])
    .toSorted()
    .at(-1)
  return latest === undefined ? undefined : dayOf(latest)
}
