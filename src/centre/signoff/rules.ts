// The way of a unit from open to claimed, who may sign when, what two contents differ in, and how long records are kept. Pure.
import { canonical, type Plain } from '../../core/canonical.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf, type Moment } from '../../core/time.ts'
import type { Difference, SamplingState, SignerRole, SignOffState, Verifier, VoidReason } from './contract.ts'

export interface SignOffFacts {
  /** Whether all leaves are met (R1). */
  readonly isComplete: boolean
  readonly hasOfficialWording: boolean
  /** Whether the assessor is, or was when she signed, a trainee (R7). */
  readonly needsCountersigner: boolean
  /** The parties whose signatures stand. */
  readonly signed: ReadonlySet<SignerRole>
  readonly iqa: SamplingState
  readonly eqa: SamplingState
  readonly isClaimed: boolean
  /** Whether the unit's last day to certificate is over. */
  readonly isCertificationOver: boolean
}

/** What a signer says, in words that are ours: the sense of a unit's sign-off, not an awarding body's text. */
export const statements: Readonly<Record<SignerRole, string>> = {
  candidate: 'What this unit holds is my own work.',
  assessor:
    'Every criterion of this unit is met. The evidence is valid, sufficient and authentic, shows competence as it is now, and was assessed as the unit’s assessment strategy asks.',
  countersigner: 'I have checked the assessor’s decisions on this unit and stand by them as a qualified assessor.',
  iqa: 'I have sampled this unit and agree with what was decided.',
  eqa: 'I have sampled this unit for the awarding body and agree with what was decided.',
}

/** Where a unit stands. A lost leaf or a void signature takes it back as far as it must go; a claim is the end. */
export function signOffState(facts: SignOffFacts): SignOffState {
  if (facts.isClaimed) return 'claimed'
  if (!facts.isComplete) return 'in_progress'
  if (!facts.signed.has('candidate')) return 'all_leaves_met'
  if (!facts.signed.has('assessor')) return 'candidate_declared'
  return facts.needsCountersigner && facts.signed.has('countersigner') ? 'countersigned' : 'assessor_signed'
}

/** Whether candidate, assessor and, where needed, countersigner have signed what is there now. */
export function isSignedOff(facts: SignOffFacts): boolean {
  const state = signOffState({ ...facts, isClaimed: false })
  return state === 'countersigned' || (state === 'assessor_signed' && !facts.needsCountersigner)
}

/**
 * Refused: `unit_claimed` (an external verifier alone may sign after the claim), `leaves_missing` (R1), `official_wording_missing`, `signed_already`,
 * `candidate_first`, `assessor_first`, `countersigner_first`, `no_countersigner_needed`; for verifiers `not_sampled`, `not_agreed`, `action_open`.
 */
export function signatureRefusal(role: SignerRole, facts: SignOffFacts): Refusal | undefined {
  if (facts.isClaimed && role !== 'eqa') return refused('unit_claimed', 'registrationId')
  if (!facts.isComplete) return refused('leaves_missing', 'registrationId')
  if (!facts.hasOfficialWording) return refused('official_wording_missing', 'registrationId')
  if (facts.signed.has(role)) return refused('signed_already', 'role')
  return turnRefusal(role, facts)
}

function turnRefusal(role: SignerRole, facts: SignOffFacts): Refusal | undefined {
  if (role === 'candidate') return undefined
  if (!facts.signed.has('candidate')) return refused('candidate_first', 'role')
  if (role === 'assessor') return undefined
  if (!facts.signed.has('assessor')) return refused('assessor_first', 'role')
  if (role === 'countersigner') return facts.needsCountersigner ? undefined : refused('no_countersigner_needed', 'role')
  if (!isSignedOff(facts)) return refused('countersigner_first', 'role')
  return sampleRefusal(facts[role])
}

function sampleRefusal(state: SamplingState): Refusal | undefined {
  if (state === 'not_sampled') return refused('not_sampled', 'role')
  if (state === 'sampled') return refused('not_agreed', 'role')
  return state === 'action' ? refused('action_open', 'role') : undefined
}

interface Hand {
  readonly role: SignerRole
  readonly signerId: Id
}

/**
 * Who acts in a unit in one part does not sign for another (R6), whatever the parts are today: refused as `signed_in_another_part` when the same
 * person's signature for another part stands, and as `decided_here` when a verifier decided or countersigned anything in the unit.
 */
export function signerRefusal(
  wish: Hand,
  facts: { readonly standing: readonly Hand[]; readonly deciderIds: ReadonlySet<Id> },
): Refusal | undefined {
  const isOther = ({ role, signerId }: Hand) => signerId === wish.signerId && role !== wish.role
  if (facts.standing.some(isOther)) return refused('signed_in_another_part', 'role')
  const isVerifier = wish.role === 'iqa' || wish.role === 'eqa'
  return isVerifier && facts.deciderIds.has(wish.signerId) ? refused('decided_here', 'role') : undefined
}

/** Refused: `unit_claimed`, `certification_ended` (the awarding body certificates it no more), `not_signed_off`; and while a verifier who sampled it has not signed: `sample_open`, `action_open` (R15), `verifier_first`. */
export function unitClaimRefusal(facts: SignOffFacts): Refusal | undefined {
  if (facts.isClaimed) return refused('unit_claimed', 'registrationId')
  if (facts.isCertificationOver) return refused('certification_ended', 'registrationId')
  if (!facts.isComplete || !facts.hasOfficialWording || !isSignedOff(facts)) return refused('not_signed_off', 'registrationId')
  const verifiers: readonly Verifier[] = ['iqa', 'eqa']
  for (const verifier of verifiers) {
    if (facts[verifier] === 'action') return refused('action_open', 'registrationId')
    if (facts[verifier] === 'sampled') return refused('sample_open', 'registrationId')
    if (facts[verifier] === 'agreed' && !facts.signed.has(verifier)) return refused('verifier_first', 'registrationId')
  }
  return undefined
}

/** Refused: `unit_claimed` (R9, R15: nobody after a claim), `nothing_signed`, `reason_missing`. */
export function reopenRefusal(reason: string, facts: SignOffFacts): Refusal | undefined {
  if (facts.isClaimed) return refused('unit_claimed', 'registrationId')
  if (facts.signed.size === 0) return refused('nothing_signed', 'registrationId')
  return reason === '' ? refused('reason_missing', 'reason') : undefined
}

/** Why a signature stands no longer, or null while it stands (R9). A content that is put back as it was signed makes it stand again. */
export function voidReason(
  signature: { readonly contentHash: string; readonly signedAt: Moment },
  now: { readonly contentHash: string; readonly reopenedAt: Moment | null },
): VoidReason | null {
  if (now.reopenedAt !== null && signature.signedAt <= now.reopenedAt) return 'reopened'
  return signature.contentHash === now.contentHash ? null : 'changed'
}

/** Records of a certificated unit are kept for three years from the day of the claim (R20). @example keptUntil('2027-01-15T10:00:00.000Z') // '2030-01-15' */
export function keptUntil(claimedAt: Moment): Day {
  const day = dayOf(claimedAt)
  const later = `${Number(day.slice(0, 4)) + 3}${day.slice(4)}`
  // The 29th of February has no third year.
  return later.endsWith('-02-29') ? later.replace('-02-29', '-03-01') : later
}

/**
 * Where two contents differ, part by part, in the order of the parts; none exactly when their canonical bytes are the same. Members of a list are
 * told by their reference, code or id, so that one that came or went is one difference; other members by their place.
 */
export function differences(before: Plain | undefined, after: Plain | undefined, path: readonly string[] = []): Difference[] {
  if (bytesOf(before) === bytesOf(after)) return []
  const [left, right] = [partsOf(before), partsOf(after)]
  const names = left === undefined || right === undefined ? [] : [...new Set([...left.keys(), ...right.keys()])]
  const below = names.flatMap((name) => differences(left?.get(name), right?.get(name), [...path, name]))
  if (below.length > 0) return below
  const [was, is] = [wordsOf(before), wordsOf(after)]
  // Another order, or a text that looks like the number that it was: the bytes say what the words don't.
  return [was === is ? { path: [...path], before: bytesOf(before), after: bytesOf(after) } : { path: [...path], before: was, after: is }]
}

function bytesOf(value: Plain | undefined): string | null {
  return value === undefined ? null : canonical(value)
}

/** The named parts of a record or a list; undefined for what has none. */
function partsOf(value: Plain | undefined): ReadonlyMap<string, Plain> | undefined {
  if (value === null || typeof value !== 'object') return undefined
  if (!Array.isArray(value)) return new Map(Object.entries(value).filter((entry): entry is [string, Plain] => entry[1] !== undefined))
  const parts = new Map<string, Plain>()
  for (const [at, member] of (value as readonly Plain[]).entries()) {
    const name = nameOf(member) ?? String(at + 1)
    parts.set(parts.has(name) ? `${name} (${at + 1})` : name, member)
  }
  return parts
}

function nameOf(member: Plain): string | undefined {
  if (member === null || typeof member !== 'object' || Array.isArray(member)) return undefined
  const { reference, code, id } = member as { readonly [key: string]: Plain | undefined }
  return [reference, code, id].find((name): name is string => typeof name === 'string')
}

/** A value as text; of a whole part what it says in words, one after the other. */
function wordsOf(value: Plain | undefined): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'object') return String(value)
  const name = nameOf(value) ?? ''
  // Its name stands above it already.
  const texts = textsIn(value).filter((text) => text !== name && !name.split(' ').includes(text))
  return texts.length === 0 ? null : texts.join(' · ')
}

/** An id or a fingerprint: it tells a reader nothing beside the words of its part. */
function isMark(value: Plain): boolean {
  return typeof value === 'string' && /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/.test(value)
}

function textsIn(value: Plain | undefined): string[] {
  if (value === undefined || value === null || typeof value === 'boolean' || isMark(value)) return []
  if (typeof value !== 'object') return [String(value)]
  return Object.values(value as { readonly [key: string]: Plain | undefined }).flatMap(textsIn)
}
