// Who can be a witness and who an expert witness, what is shared with the candidate, and how links and codes hold.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { ExpertGap, SharedTrace } from './contract.ts'

/** The list that ships. The first is of those who can be approved as expert witnesses. */
export const shippedCategories: readonly string[] = [
  'Expert in the occupation, meets what the qualification asks of expert witnesses',
  'Expert in the occupation',
  'Colleague, not an expert',
  'Somebody who was served or helped, or works alongside',
]

/** How long a witness's link works, in milliseconds. */
export const witnessLinkLifetime = 14 * 86_400_000

/** Wrong codes after which a link is shut. */
export const mostWrongCodes = 5

/** Who stands in every place where a witness's name was erased. */
export const erasedName = 'A witness whose name was erased'

const names: readonly string[] = ['name', 'witnessName', 'signedName']

/**
 * The same as it is shown: wherever a record says by `witnessId` that it is of one of these witnesses, no name stands in it. What was signed is kept as it was.
 * @example withoutErasedNames({ witnessId, name: 'Priya Nair' }, new Set([witnessId])) // { witnessId, name: erasedName }
 */
export function withoutErasedNames<T>(value: T, erased: ReadonlySet<Id>): T {
  if (erased.size === 0 || value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => withoutErasedNames(one, erased)) as T
  const { witnessId } = value as { readonly witnessId?: unknown }
  const isErased = typeof witnessId === 'string' && erased.has(witnessId)
  const shown = Object.entries(value).map(([key, part]) => [
    key,
    isErased && names.includes(key) ? erasedName : withoutErasedNames(part, erased),
  ])
  return Object.fromEntries(shown) as T
}

interface Said {
  readonly name: string
  readonly isRelative: boolean
}

/** Letters and digits alone, so that "Dawn  Okafor" and "dawn okafor" are one. */
const plainName = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')

/** A relative of the candidate and the candidate are no witnesses. Refused: `relative`, `is_the_candidate`. */
export function witnessRefusal({ name, isRelative }: Said, candidateName: string): Refusal | undefined {
  if (isRelative) return refused('relative', 'isRelative')
  return plainName(name) === plainName(candidateName) ? refused('is_the_candidate', 'name') : undefined
}

/** Refused: `unknown_category`. */
export function categoryRefusal(category: string, categories: readonly string[]): Refusal | undefined {
  return categories.includes(category) ? undefined : refused('unknown_category', 'category')
}

/** Refused: `category_twice`. */
export function categoriesRefusal(labels: readonly string[]): Refusal | undefined {
  return new Set(labels.map(plainName)).size === labels.length ? undefined : refused('category_twice', 'labels')
}

/** Refused: `witness_ended`. */
export function endedRefusal(witness: { readonly ended: unknown }): Refusal | undefined {
  return witness.ended === null ? undefined : refused('witness_ended', 'witnessId')
}

/** Refused: `contact_missing`. */
export function contactRefusal(contact: { readonly email: string | null; readonly telephone: string | null }): Refusal | undefined {
  return contact.email === null && contact.telephone === null ? refused('contact_missing', 'email') : undefined
}

/** Refused: `in_the_future`. */
export function inductionRefusal({ inductedOn }: { readonly inductedOn: Day }, today: Day): Refusal | undefined {
  return inductedOn > today ? refused('in_the_future', 'inductedOn') : undefined
}

/** What is known of a witness, as far as it decides on being an expert. */
export interface Standing {
  readonly ended: unknown
  readonly mayBeExpert: boolean
  readonly isContactChecked: boolean
  readonly inductions: readonly unknown[]
  readonly signature: unknown
  readonly approval: unknown
}

/** What keeps a witness from being an expert witness; nothing when they are one. To be named in a signed plan is the plan's to say. */
export function expertGaps(witness: Standing): ExpertGap[] {
  const gaps: readonly (readonly [boolean, ExpertGap])[] = [
    [witness.ended !== null, 'ended'],
    [!witness.mayBeExpert, 'not_expert_category'],
    [!witness.isContactChecked, 'contact_unchecked'],
    [witness.inductions.length === 0, 'not_inducted'],
    [witness.signature === null, 'not_signed'],
    [witness.approval === null, 'not_approved'],
  ]
  return gaps.flatMap(([isMissing, gap]) => (isMissing ? [gap] : []))
}

/** Approved once, when nothing else is missing. Refused: `witness_ended`, the other gaps, `already_approved`. */
export function approvalRefusal(witness: Standing): Refusal | undefined {
  const [gap] = expertGaps(witness)
  if (gap === undefined) return refused('already_approved', 'witnessId')
  if (gap === 'ended') return refused('witness_ended', 'witnessId')
  return gap === 'not_approved' ? undefined : refused(gap, 'witnessId')
}

/** Also of one who is a witness no longer, unless the name was erased: no new words about them. Refused: `not_approved`, `witness_ended`. */
export function takeBackRefusal(witness: { readonly approval: unknown; readonly erased: unknown }): Refusal | undefined {
  if (witness.erased !== null) return refused('witness_ended', 'witnessId')
  return witness.approval === null ? refused('not_approved', 'witnessId') : undefined
}

/** A link goes to a contact that the centre has checked. Refused: `witness_ended`, `contact_unchecked`. */
export function linkRefusal(witness: Standing): Refusal | undefined {
  if (witness.ended !== null) return refused('witness_ended', 'witnessId')
  return witness.isContactChecked ? undefined : refused('contact_unchecked', 'witnessId')
}

interface Link {
  readonly wrongCodes: number
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly shutAt: Date | null
}

/** One that never was, is over, or was shut: all look the same. @param isSpent whether having been used ends it */
export function openingRefusal(link: Link | undefined, now: Date, isSpent: boolean): Refusal | undefined {
  const isOver = link === undefined || link.shutAt !== null || link.expiresAt <= now || link.wrongCodes >= mostWrongCodes
  return isOver || (isSpent && link.usedAt !== null) ? refused('link_used_or_old', 'token') : undefined
}

/** Domains at which anybody has an address: to share one says nothing. */
const publicDomains = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.co.uk live.com icloud.com me.com yahoo.com yahoo.co.uk btinternet.com sky.com virginmedia.com talktalk.net proton.me protonmail.com gmx.com gmx.co.uk aol.com msn.com mail.com'.split(
    ' ',
  ),
)

const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1)
/** The last nine digits: +44 121 496 0123 and 0121 496 0123 are one line. */
const lineOf = (telephone: string) => telephone.replace(/\D/g, '').slice(-9)

export interface TraceFacts {
  readonly email: string | null
  readonly telephone: string | null
  readonly candidateEmail: string
  /** Of the candidate's other witnesses, and the candidate's own where it is known. */
  readonly otherEmails: readonly string[]
  readonly otherTelephones: readonly string[]
  readonly isNetworkShared: boolean
  readonly isDeviceShared: boolean
}

/** What a witness and the candidate share, or the candidate's witnesses among each other. It proves nothing; it is there to be asked about. */
export function sharedTraces(facts: TraceFacts): SharedTrace[] {
  const { email, telephone, candidateEmail } = facts
  const found: SharedTrace[] = []
  if (email !== null && [candidateEmail, ...facts.otherEmails].includes(email)) found.push('email')
  else if (email !== null && domainOf(email) === domainOf(candidateEmail) && !publicDomains.has(domainOf(email))) found.push('email_domain')
  if (telephone !== null && facts.otherTelephones.some((other) => lineOf(other) === lineOf(telephone))) found.push('telephone')
  if (facts.isNetworkShared) found.push('network')
  if (facts.isDeviceShared) found.push('device')
  return found
}

/** An approval that was not taken back: from when, and until when the entry stayed as it was then; null: it still does. */
export interface ApprovedSpan {
  readonly from: Date
  readonly until: Date | null
}

/** Whether a statement of that moment is by an expert: approved for the entry as it is now, or as it was then. An approval may come after the statement (R4). */
export function wasExpertAt(spans: readonly ApprovedSpan[], at: Date): boolean {
  return spans.some(({ from, until }) => until === null || (from <= at && at < until))
}
