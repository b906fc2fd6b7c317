// What an item of evidence may say, which methods are whose, what changed in it, and what a word of having seen a record needs.
import { canonical, type Plain } from '../../core/canonical.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day, Moment } from '../../core/time.ts'
import type { Agenda } from '../discussions/contract.ts'
import type { AssessmentMethod, StandardPack } from '../standards/contract.ts'
import { timeWords } from '../uploads/rules.ts'
import type { Descriptor, EvidenceDraft, EvidenceItem, EvidenceRecord } from './contract.ts'

/** Two digits at least. @example referenceOf('PE', 1) // 'PE-01' */
export function referenceOf(method: AssessmentMethod, number: number): string {
  return `${method}-${String(number).padStart(2, '0')}`
}

const empty = {
  O: { method: 'O', startedAt: null, endedAt: null, place: '', learners: [], entries: [], feedback: '', candidateComment: '', note: '' },
  WT: { method: 'WT', witnessId: null, witnessName: '', relationship: '', category: '', statement: '', signedAt: null, note: '' },
  A: { method: 'A', headings: [], sources: [], declaration: null, note: '' },
  Q: { method: 'Q', exchanges: [], note: '' },
  PD: { method: 'PD', agenda: [], agreedAt: null, startedAt: null, timeIndex: [], summary: '', note: '' },
  RA: { method: 'RA', eventOn: null, ownRole: '', what: '', soWhat: '', nowWhat: '', note: '' },
  PE: { method: 'PE', howProduced: '', place: '', note: '' },
} as const satisfies { readonly [M in AssessmentMethod]: Immutable<Extract<EvidenceRecord, { method: M }>> }

type Immutable<T> = { readonly [K in keyof T]: T[K] extends readonly (infer One)[] ? readonly One[] : T[K] }

/** A record of the method that says nothing yet but the note. @example emptyRecord('PE', 'Where it lies') */
export function emptyRecord(method: AssessmentMethod, note = ''): EvidenceRecord {
  return { ...empty[method], note } as unknown as EvidenceRecord
}

/** What the hash of an item's content is taken over. */
export interface Content {
  readonly title: string
  readonly occurredOn: Day
  readonly record: EvidenceRecord
  readonly files: readonly { readonly hash: string; readonly name: string }[]
}

/** The text whose SHA-256 is an item's content hash: all that it says and nothing else, so that the same content has the same hash whenever it was written. */
export function contentText({ title, occurredOn, record, files }: Content): string {
  return canonical({ method: record.method, title, occurredOn, record, files: files.map(({ hash, name }) => ({ hash, name })) })
}

/** Seconds of "06:10", or undefined for what is no time. @example secondsOf('6:10') // 370 */
export function secondsOf(text: string): number | undefined {
  const [, minutes, seconds] = /^\s*(\d{1,3}):([0-5]\d)\s*$/.exec(text) ?? []
  return minutes === undefined ? undefined : Number(minutes) * 60 + Number(seconds)
}

interface Handing {
  readonly party: 'candidate' | 'assessor'
  readonly isOwnWork: boolean
  readonly isNew: boolean
  /** A line of the time index was written and not added. */
  readonly hasLooseTime?: boolean
}

/** What a draft still wants before it can be handed in, in the order of its fields. */
export function draftProblems(
  { record, title, occurredOn, leaves }: Pick<EvidenceDraft, 'record' | 'title' | 'occurredOn' | 'leaves'>,
  { party, isOwnWork, isNew, hasLooseTime = false }: Handing,
): ('record' | 'title' | 'occurredOn' | 'looseTime' | 'leaves' | 'isOwnWork')[] {
  return [
    ...(record === null ? ['record' as const] : []),
    ...(title.trim().length < 3 ? ['title' as const] : []),
    ...(occurredOn === '' ? ['occurredOn' as const] : []),
    ...(hasLooseTime ? ['looseTime' as const] : []),
    ...(isNew && leaves.length === 0 ? ['leaves' as const] : []),
    ...(party === 'candidate' && !isOwnWork ? ['isOwnWork' as const] : []),
  ]
}

/**
 * The criteria that an agenda speaks of, as what a discussion may show, in each of its units; what somebody picked already stays as it is.
 * @param registrationId of the unit in which the discussion is entered
 */
export function claimsOfAgenda(
  { leaves, also }: Pick<EvidenceDraft, 'leaves' | 'also'>,
  agenda: Pick<Agenda, 'points' | 'registrationId'>,
  registrationId: Id,
): Pick<EvidenceDraft, 'leaves' | 'also'> {
  if (leaves.length > 0 || Object.values(also).some((picked) => picked.length > 0)) return { leaves, also }
  const claims: Record<Id, string[]> = {}
  for (const { leaf, registrationId: unit = agenda.registrationId } of agenda.points)
    claims[unit] = [...new Set([...(claims[unit] ?? []), leaf])]
  const { [registrationId]: own = [], ...others } = claims
  return { leaves: own, also: others }
}

interface Part {
  readonly name: string
  readonly before: string
  readonly after: string
}

interface Version {
  readonly title: string
  readonly occurredOn: Day
  readonly record: EvidenceRecord
}

/** The parts of an item that say something else than before, each as text, in the order of the record. */
export function changedParts(before: Version, after: Version): Part[] {
  const [old, fresh] = [partsOf(before), partsOf(after)]
  const names = [...new Set([...Object.keys(fresh), ...Object.keys(old)])]
  const parts = names.map((name) => ({ name, before: old[name] ?? '', after: fresh[name] ?? '' }))
  return parts.filter((part) => part.before !== part.after)
}

function partsOf({ title, occurredOn, record: { method: _, ...record } }: Version): Record<string, string> {
  return Object.fromEntries(Object.entries({ title, occurredOn, ...record }).map(([name, value]) => [name, textOf(value)]))
}

/** A value of a record as lines of text. */
function textOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return ''
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => (name === 'at' && typeof part === 'number' ? timeWords(part) : textOf(part)))
      .filter((text) => text !== '')
      .join('\n')
  return String(value)
}

const methodsOf = {
  candidate: ['A', 'Q', 'PD', 'RA', 'PE'],
  assessor: ['O', 'Q', 'PD'],
} as const satisfies Record<string, readonly AssessmentMethod[]>

/** Methods that a party may add by hand. Only the assessor writes an observation; nobody writes a witness's words but the witness, by a link (R5). */
export function methodsFor(party: 'candidate' | 'assessor'): readonly AssessmentMethod[] {
  return methodsOf[party]
}

/** Words that come into a portfolio by a place of their own, which asks for what they need: a written assignment, a visit that both have signed. */
export function hasOwnPlace(record: SaidRecord): boolean {
  return (record.method === 'A' && (record.declaration ?? null) !== null) || isSignedVisit(record)
}

/** What candidate and assessor have both signed is nobody's alone: it is neither said anew nor taken back. */
export function isSignedVisit({ method, visitId }: SaidRecord): boolean {
  return method === 'O' && visitId !== undefined
}

interface SaidRecord {
  readonly method: AssessmentMethod
  readonly declaration?: unknown
  readonly visitId?: unknown
}

interface NewItem {
  readonly record: SaidRecord
  readonly occurredOn: Day
  readonly leaves: readonly string[]
  readonly isOwnWork: boolean
}

/** Refused: `method_not_yours`, `has_own_place`, `not_own_work`, `in_the_future`, `unknown_leaf`. */
export function itemRefusal(
  item: NewItem,
  facts: { party: 'candidate' | 'assessor'; today: Day; pack: StandardPack },
): Refusal | undefined {
  if (!methodsFor(facts.party).includes(item.record.method)) return refused('method_not_yours', 'record')
  if (hasOwnPlace(item.record)) return refused('has_own_place', 'record')
  if (facts.party === 'candidate' && !item.isOwnWork) return refused('not_own_work', 'isOwnWork')
  if (item.occurredOn > facts.today) return refused('in_the_future', 'occurredOn')
  const known = new Set(facts.pack.leaves.map((leaf) => leaf.code))
  return item.leaves.every((code) => known.has(code)) ? undefined : refused('unknown_leaf', 'leaves')
}

/** A visit or a discussion has begun before it is entered. Refused: `begins_in_the_future`. */
export function beginningRefusal(record: SaidRecord & { readonly startedAt?: Moment | null }, now: Date): Refusal | undefined {
  const { startedAt = null } = record
  return startedAt !== null && Date.parse(startedAt) > now.getTime() ? refused('begins_in_the_future', 'record') : undefined
}

interface Change {
  readonly record: SaidRecord
  readonly isOwnWork: boolean
  readonly occurredOn: Day
}

/**
 * Whether who added an item by hand may say it anew. Refused: `method_stays` (its reference says the method), `words_of_another` (a school's letter, a
 * witness), `has_own_place`, `not_own_work`, `in_the_future`, `nothing_changed`.
 */
export function changeRefusal(
  change: Change,
  item: { method: AssessmentMethod; isLetter: boolean; isSame: boolean; hasOwnPlace?: boolean },
  facts: { party: 'candidate' | 'assessor'; today: Day },
): Refusal | undefined {
  if (item.isLetter || item.method === 'WT') return refused('words_of_another', 'evidenceId')
  if (change.record.method !== item.method) return refused('method_stays', 'record')
  if (item.hasOwnPlace === true || hasOwnPlace(change.record)) return refused('has_own_place', 'record')
  if (facts.party === 'candidate' && !change.isOwnWork) return refused('not_own_work', 'isOwnWork')
  if (change.occurredOn > facts.today) return refused('in_the_future', 'occurredOn')
  return item.isSame ? refused('nothing_changed', 'record') : undefined
}

/** How long what was just handed in can be taken back. */
const moments = 10 * 60_000

/** Whether an item is of a moment ago: it was a slip of the hand, and can be taken back. */
export function isJustAdded(addedAt: Moment, now: Date): boolean {
  return now.getTime() - Date.parse(addedAt) <= moments
}

/** Refused: `words_of_another` (a school's letter), `signed_by_both` (a visit), `too_late`. */
export function withdrawalRefusal(item: { addedAt: Moment; isLetter: boolean; record: SaidRecord }, now: Date): Refusal | undefined {
  if (isSignedVisit(item.record)) return refused('signed_by_both', 'evidenceId')
  if (item.isLetter) return refused('words_of_another', 'evidenceId')
  return isJustAdded(item.addedAt, now) ? undefined : refused('too_late', 'evidenceId')
}

/**
 * What a discussion is entered as: with the agenda that both had agreed before, professional discussion; without, questioning, its points as questions (R8).
 */
export function discussionRecord(
  said: RecordOf<'PD'>,
  agenda: { points: RecordOf<'PD'>['agenda']; agreedAt: Moment } | undefined,
): EvidenceRecord {
  if (agenda !== undefined) return { ...said, agenda: agenda.points, agreedAt: agenda.agreedAt }
  const minutes = said.timeIndex.map(({ at, point }) => `${timeWords(at)} ${point}`)
  return {
    method: 'Q',
    exchanges: said.agenda.map(({ point }) => ({ question: point, answer: '', isVerbatim: false })),
    note: [said.note, said.summary, ...minutes]
      .filter((part) => part !== '')
      .join('\n')
      .slice(0, 4000),
  }
}

/** Agenda and agreement are what they were when it was entered: who changes the record can't say that both had agreed. */
export function keepAgreement(said: EvidenceRecord, before: EvidenceRecord): EvidenceRecord {
  if (said.method !== 'PD' || before.method !== 'PD') return said
  return { ...said, agenda: before.agenda, agreedAt: before.agreedAt }
}

type RecordOf<M extends AssessmentMethod> = Extract<EvidenceRecord, { method: M }>

/** Evidence of more than two years ago may say little of what somebody can do now. A warning, never a refusal. */
export function isLongAgo(occurredOn: Day, today: Day): boolean {
  const year = Number(today.slice(0, 4)) - 2
  return occurredOn < `${year}${today.slice(4)}`
}

/**
 * Whether the thing itself lies elsewhere, and is seen there before it counts (R14): a product by its descriptor or its place. One that came as a
 * file, and names no other place, lies in the portfolio, for the assessor to open.
 */
export function isHeldElsewhere({ record, descriptor, files }: Pick<EvidenceItem, 'record' | 'descriptor' | 'files'>): boolean {
  if (record.method !== 'PE') return false
  return descriptor !== null || record.place.trim() !== '' || files.length === 0
}

interface Sighting {
  readonly where: string
  readonly seenOn: Day | null
  readonly permittedBy: string
}

/** Where, when and with whose permission, of a record that was there to be seen (R14). */
export function sightingRefusal(
  said: Sighting,
  item: { method: AssessmentMethod; occurredOn: Day; retractedOn: Day | null },
  today: Day,
): Refusal | undefined {
  if (item.method !== 'PE') return refused('not_held_elsewhere', 'evidenceId')
  if (said.where === '') return refused('where_missing', 'where')
  if (said.seenOn === null) return refused('when_missing', 'seenOn')
  if (said.permittedBy === '') return refused('permission_missing', 'permittedBy')
  if (said.seenOn > today) return refused('in_the_future', 'seenOn')
  if (said.seenOn < item.occurredOn) return refused('before_it_happened', 'seenOn')
  if (item.retractedOn !== null && said.seenOn > item.retractedOn) return refused('record_erased', 'seenOn')
  return undefined
}

/** What signatures, comparison and export take of a unit's evidence: claimed items in the order of references, the same as long as nobody acts. */
export function contentOf(items: readonly (EvidenceItem & { readonly claimedAt: unknown; readonly asSigned?: EvidenceRecord })[]): Plain {
  return items
    .filter(({ leaves }) => leaves.length > 0)
    .map(({ claimedAt: _claimed, seenByIqa: _iqa, version: _version, writtenAt: _written, asSigned, descriptor, files, ...said }) => ({
      ...said,
      record: asSigned ?? said.record,
      files: files.map(({ id, type, size, hash }) => ({ id, type, size, hash })),
      descriptor: descriptor === null ? null : signedPart(descriptor),
    }))
    .sort((a, b) => (a.reference < b.reference ? -1 : 1))
}

/** What the school signed and the centre entered; a mark that its record was erased lies outside. */
function signedPart({ retractedOn: _, ...descriptor }: Descriptor): Omit<Descriptor, 'retractedOn'> {
  return descriptor
}
