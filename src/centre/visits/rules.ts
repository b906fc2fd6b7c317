// What a visit may say, when it can be signed, what it becomes, and a guess at words that may be a child's name. Pure.
import { canonical, type Plain } from '../../core/canonical.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day, Moment } from '../../core/time.ts'
import type { EvidenceRecord } from '../evidence/contract.ts'
import type { StandardPack } from '../standards/contract.ts'
import { findLeaf } from '../standards/rules.ts'
import type { SeenVisit, Visit, VisitClaim, WriteUp } from './contract.ts'

/** A device's clock may be a little ahead. */
const ahead = 5 * 60_000
const longest = 12 * 3_600_000

/** Refused: `ends_before_it_begins`, `too_long_a_visit`, `in_the_future`, `nothing_seen`. */
export function recordRefusal(
  { startedAt, endedAt, entries }: Pick<SeenVisit, 'startedAt' | 'endedAt' | 'entries'>,
  now: Date,
): Refusal | undefined {
  const lasted = Date.parse(endedAt) - Date.parse(startedAt)
  if (lasted <= 0) return refused('ends_before_it_begins', 'endedAt')
  if (lasted > longest) return refused('too_long_a_visit', 'endedAt')
  if (Date.parse(endedAt) > now.getTime() + ahead) return refused('in_the_future', 'endedAt')
  return entries.some(({ seen }) => seen !== '') ? undefined : refused('nothing_seen', 'entries')
}

interface VisitedUnit {
  readonly registration: { readonly id: Id }
  readonly pack: StandardPack
}

/** Refused: `visit_is_evidence` once both have signed, `unknown_leaf`. */
export function writeUpRefusal(
  claims: readonly VisitClaim[],
  visit: Pick<Visit, 'evidenceId'>,
  units: readonly VisitedUnit[],
): Refusal | undefined {
  if (visit.evidenceId !== null) return refused('visit_is_evidence', 'visitId')
  const isKnown = ({ registrationId, leaf }: VisitClaim) => {
    const unit = units.find(({ registration }) => registration.id === registrationId)
    return unit !== undefined && findLeaf(unit.pack, leaf) !== undefined
  }
  return claims.every(isKnown) ? undefined : refused('unknown_leaf', 'claims')
}

/** Refused: `visit_is_evidence`. */
export function commentRefusal(visit: Pick<Visit, 'evidenceId'>): Refusal | undefined {
  return visit.evidenceId === null ? undefined : refused('visit_is_evidence', 'visitId')
}

/** Refused: `visit_is_evidence`, `changed_meanwhile`, `already_signed`, `not_written_up`, `nothing_claimed`, `feedback_missing`. */
export function signRefusal(
  wish: { readonly contentHash: string; readonly part: 'candidate' | 'assessor' },
  { evidenceId, contentHash, signatures, writeUp }: Pick<Visit, 'evidenceId' | 'contentHash' | 'signatures' | 'writeUp'>,
): Refusal | undefined {
  if (evidenceId !== null) return refused('visit_is_evidence', 'visitId')
  if (contentHash !== wish.contentHash) return refused('changed_meanwhile', 'contentHash')
  if (signatures.some(({ part }) => part === wish.part)) return refused('already_signed', 'visitId')
  if (writeUp === null) return refused('not_written_up', 'visitId')
  if (writeUp.claims.length === 0) return refused('nothing_claimed', 'claims')
  return writeUp.good === '' || writeUp.develop === '' ? refused('feedback_missing', 'good') : undefined
}

/** Refused: `visit_is_evidence`, `visit_signed`. */
export function withdrawRefusal({ evidenceId, signatures }: Pick<Visit, 'evidenceId' | 'signatures'>): Refusal | undefined {
  if (evidenceId !== null) return refused('visit_is_evidence', 'visitId')
  return signatures.length > 0 ? refused('visit_signed', 'visitId') : undefined
}

interface Planned {
  readonly content: { readonly visit: { readonly on: Day | null } }
}

/** Plans with a day for a visit, as somebody who begins one looks for them: the next day first, and after those to come the ones gone by, the latest first. */
export function plannedVisits<P extends Planned>(plans: readonly P[], today: Day): (P & { readonly on: Day })[] {
  const dated = plans.flatMap((plan) => (plan.content.visit.on === null ? [] : [{ ...plan, on: plan.content.visit.on }]))
  const inOrder = dated.toSorted((a, b) => a.on.localeCompare(b.on))
  return [...inOrder.filter(({ on }) => on >= today), ...inOrder.filter(({ on }) => on < today).reverse()]
}

const unfinished: ReadonlySet<string> = new Set(['not_written_up', 'nothing_claimed', 'feedback_missing'])

/** What a visit waits for from this part. An assessor writes it up; then both sign. */
export function actOf(
  visit: Pick<Visit, 'evidenceId' | 'contentHash' | 'signatures' | 'writeUp'>,
  part: 'candidate' | 'assessor',
): 'write_up' | 'sign_visit' | undefined {
  const refusal = signRefusal({ contentHash: visit.contentHash, part }, visit)
  if (refusal === undefined) return 'sign_visit'
  const isUnfinished = refusal.reason !== undefined && unfinished.has(refusal.reason)
  return isUnfinished && part === 'assessor' ? 'write_up' : undefined
}

type Said = Omit<SeenVisit, 'planId'> & {
  readonly id: Id
  readonly candidateId: Id
  readonly assessorId: Id
  readonly writeUp: WriteUp | null
  readonly comment: string
}

/** The text that is hashed and signed: the two people, all that was seen, claimed, fed back and commented. */
export function signedText({
  id,
  candidateId,
  assessorId,
  registrationIds,
  place,
  startedAt,
  endedAt,
  learners,
  entries,
  writeUp,
  comment,
}: Said): string {
  const seen = { registrationIds, place, startedAt, endedAt, learners, entries }
  return canonical({ format: 'evident-visit-1', id, candidateId, assessorId, ...seen, writeUp: writeUp as Plain, comment })
}

/** The record of the item that a signed visit becomes. */
export function recordOf({ id, place, startedAt, endedAt, learners, entries, comment }: Said, { good, develop }: WriteUp): EvidenceRecord {
  return {
    method: 'O',
    startedAt,
    endedAt,
    place,
    learners: learners.map((letter) => `Learner ${letter}`),
    entries: entries.filter(({ seen }) => seen !== ''),
    feedback: `${good}\n\nTo develop: ${develop}`,
    candidateComment: comment,
    visitId: id,
    note: '',
  }
}

/** The letter of the next learner who is met: A, then B. Undefined after Z. @example nextLetter(['A', 'B']) // 'C' */
export function nextLetter(learners: readonly string[]): string | undefined {
  return Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').find((letter) => !learners.includes(letter))
}

/** How long a visit lasted, in whole minutes. */
export function minutesOf({ startedAt, endedAt }: { readonly startedAt: Moment; readonly endedAt: Moment }): number {
  return Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000))
}
