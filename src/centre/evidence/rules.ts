// What is wrong with a letter, which methods are whose, and what a word of having seen a record needs.
import type { LetterBody } from '../../common/letters/contract.ts'
import { canonical } from '../../core/canonical.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { AssessmentMethod, StandardPack } from '../standards/contract.ts'
import type { EvidenceRecord, LetterFault } from './contract.ts'

/** Two digits at least. @example referenceOf('PE', 1) // 'PE-01' */
export function referenceOf(method: AssessmentMethod, number: number): string {
  return `${method}-${String(number).padStart(2, '0')}`
}

const empty = {
  O: { method: 'O', startedAt: null, endedAt: null, place: '', learners: [], entries: [], feedback: '', candidateComment: '', note: '' },
  WT: { method: 'WT', witnessId: null, witnessName: '', relationship: '', category: '', statement: '', signedAt: null, note: '' },
  A: { method: 'A', headings: [], sources: [], declaration: null, note: '' },
  Q: { method: 'Q', exchanges: [], note: '' },
  PD: { method: 'PD', agenda: [], agreedAt: null, timeIndex: [], summary: '', note: '' },
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

/** Seconds of a recording as its player shows them. @example clockOf(370) // '06:10' */
export function clockOf(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}

interface LetterFacts {
  readonly organisationId: Id
  readonly body: LetterBody | undefined
  /** Whether the hash beside the body is the body's; a letter by the post has none and is right. */
  readonly isHashRight: boolean
  readonly isSigned: boolean
  /** Whether the registration that it is addressed to is one that the actor may bring letters for. */
  readonly isRegistrationFound: boolean
}

/** The first thing that is wrong with a letter, or undefined when it can be taken in. */
export function letterFault({ organisationId, body, isHashRight, isSigned, isRegistrationFound }: LetterFacts): LetterFault | undefined {
  if (!isHashRight) return 'body_changed'
  if (!isSigned) return 'signature_wrong'
  if (body === undefined) return 'not_a_letter'
  if (body.addressee.organisationId !== organisationId) return 'other_centre'
  if (!isRegistrationFound) return 'unknown_registration'
  return undefined
}

/** Refused: `sender_unknown` until its fingerprint is confirmed, `fingerprint_differs` when another one was. */
export function senderRefusal(sender: { isKnown: boolean; fingerprint: string }, confirmed: string | undefined): Refusal | undefined {
  if (sender.isKnown) return undefined
  if (confirmed === undefined) return refused('sender_unknown', 'confirmedFingerprint')
  return confirmed === sender.fingerprint ? undefined : refused('fingerprint_differs', 'confirmedFingerprint')
}

const methodsOf = {
  candidate: ['A', 'Q', 'PD', 'RA', 'PE'],
  assessor: ['O', 'Q', 'PD', 'WT'],
} as const satisfies Record<string, readonly AssessmentMethod[]>

/** Methods that a party may add by hand. Only the assessor writes an observation; a candidate never writes a witness's words (R5). */
export function methodsFor(party: 'candidate' | 'assessor'): readonly AssessmentMethod[] {
  return methodsOf[party]
}

/** Words that come into a portfolio by a place of their own, which asks for what they need: a written assignment. */
export function hasOwnPlace(record: SaidRecord): boolean {
  return record.method === 'A' && (record.declaration ?? null) !== null
}

interface SaidRecord {
  readonly method: AssessmentMethod
  readonly declaration?: unknown
}

interface NewItem {
  readonly record: SaidRecord
  readonly occurredOn: Day
  readonly leaves: readonly string[]
}

/** Refused: `method_not_yours`, `has_own_place`, `in_the_future`, `unknown_leaf`. */
export function itemRefusal(
  item: NewItem,
  facts: { party: 'candidate' | 'assessor'; today: Day; pack: StandardPack },
): Refusal | undefined {
  if (!methodsFor(facts.party).includes(item.record.method)) return refused('method_not_yours', 'record')
  if (hasOwnPlace(item.record)) return refused('has_own_place', 'record')
  if (item.occurredOn > facts.today) return refused('in_the_future', 'occurredOn')
  const known = new Set(facts.pack.leaves.map((leaf) => leaf.code))
  return item.leaves.every((code) => known.has(code)) ? undefined : refused('unknown_leaf', 'leaves')
}

interface Change {
  readonly record: SaidRecord
  readonly occurredOn: Day
}

/**
 * Whether who added an item by hand may say it anew. Refused: `method_stays` (its reference says the method), `words_of_another` (a school's letter, a
 * witness), `has_own_place`, `in_the_future`, `nothing_changed`.
 */
export function changeRefusal(
  change: Change,
  item: { method: AssessmentMethod; isLetter: boolean; isSame: boolean; hasOwnPlace?: boolean },
  today: Day,
): Refusal | undefined {
  if (item.isLetter || item.method === 'WT') return refused('words_of_another', 'evidenceId')
  if (change.record.method !== item.method) return refused('method_stays', 'record')
  if (item.hasOwnPlace === true || hasOwnPlace(change.record)) return refused('has_own_place', 'record')
  if (change.occurredOn > today) return refused('in_the_future', 'occurredOn')
  return item.isSame ? refused('nothing_changed', 'record') : undefined
}

interface Sighting {
  readonly where: string
  readonly seenOn: Day | null
}

/** Both where and when, of a record that was there to be seen (R14). */
export function sightingRefusal(
  said: Sighting,
  item: { method: AssessmentMethod; occurredOn: Day; retractedOn: Day | null },
  today: Day,
): Refusal | undefined {
  if (item.method !== 'PE') return refused('not_held_elsewhere', 'evidenceId')
  if (said.where === '') return refused('where_missing', 'where')
  if (said.seenOn === null) return refused('when_missing', 'seenOn')
  if (said.seenOn > today) return refused('in_the_future', 'seenOn')
  if (said.seenOn < item.occurredOn) return refused('before_it_happened', 'seenOn')
  if (item.retractedOn !== null && said.seenOn > item.retractedOn) return refused('record_erased', 'seenOn')
  return undefined
}
