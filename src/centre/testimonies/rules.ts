// When a statement may be asked for, signed and taken back, and when it counts as observation (R3, R4).
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { AssessmentMethod } from '../standards/contract.ts'
import type { Statement, TestimonyGap } from './contract.ts'

interface Asked {
  readonly registrationId: Id
  readonly leaf: string
}

interface UnitFacts {
  readonly id: Id
  readonly candidateId: Id
  readonly claimedAt: unknown
  readonly leaves: readonly string[]
}

interface RequestFacts {
  readonly candidateId: Id
  readonly isEntrySigned: boolean
  /** Those that the request names. */
  readonly units: readonly UnitFacts[]
}

/** Refused: `not_signed`, `not_one_candidate`, `unit_claimed`, `unknown_leaf`. */
export function requestRefusal(leaves: readonly Asked[], facts: RequestFacts): Refusal | undefined {
  if (!facts.isEntrySigned) return refused('not_signed', 'witnessId')
  for (const { registrationId, leaf } of leaves) {
    const unit = facts.units.find(({ id }) => id === registrationId)
    if (unit === undefined || unit.candidateId !== facts.candidateId) return refused('not_one_candidate', 'leaves')
    if (unit.claimedAt !== null) return refused('unit_claimed', 'leaves')
    if (!unit.leaves.includes(leaf)) return refused('unknown_leaf', 'leaves')
  }
  return undefined
}

interface RequestState {
  readonly cancelled: unknown
  readonly testimony: unknown
}

/** Refused: `request_cancelled`. */
export function renewRefusal({ cancelled }: Pick<RequestState, 'cancelled'>): Refusal | undefined {
  return cancelled === null ? undefined : refused('request_cancelled', 'requestId')
}

/** Refused: `request_cancelled`, `signed_already`. */
export function cancelRefusal(request: RequestState): Refusal | undefined {
  return request.testimony === null ? renewRefusal(request) : refused('signed_already', 'requestId')
}

/** A day that has been, and an end after its beginning; once. Refused: `signed_already`, `unit_claimed`, `in_the_future`, `ends_before_it_begins`. */
export function signRefusal(
  statement: Pick<Statement, 'occurredOn' | 'startTime' | 'endTime'>,
  facts: { today: Day; isSigned: boolean; isEveryUnitClaimed: boolean },
): Refusal | undefined {
  if (facts.isSigned) return refused('signed_already', 'token')
  if (facts.isEveryUnitClaimed) return refused('unit_claimed', 'token')
  if (statement.occurredOn > facts.today) return refused('in_the_future', 'occurredOn')
  return statement.endTime <= statement.startTime ? refused('ends_before_it_begins', 'endTime') : undefined
}

/** Refused: `nothing_signed`, `withdrawn_already`. */
export function withdrawRefusal(testimony: { readonly withdrawn: unknown } | null): Refusal | undefined {
  if (testimony === null) return refused('nothing_signed', 'token')
  return testimony.withdrawn === null ? undefined : refused('withdrawn_already', 'token')
}

/** On a day between the signature and today. Refused: `nothing_signed`, `in_the_future`, `before_it_was_signed`. */
export function confirmRefusal(confirmedOn: Day, { signedOn, today }: { signedOn: Day | undefined; today: Day }): Refusal | undefined {
  if (signedOn === undefined) return refused('nothing_signed', 'requestId')
  if (confirmedOn > today) return refused('in_the_future', 'confirmedOn')
  return confirmedOn < signedOn ? refused('before_it_was_signed', 'confirmedOn') : undefined
}

/** A withdrawal after the unit's claim changes nothing that was certificated: it is a mark. */
export function isMark(withdrawnAt: string, claimedAt: string | null): boolean {
  return claimedAt !== null && withdrawnAt >= claimedAt
}

interface ExpertFacts {
  readonly isWithdrawn: boolean
  readonly wasExpert: boolean
  readonly isNamedInSignedPlan: boolean
}

/** What keeps a statement from counting as observation (R3, R4); nothing when it does. */
export function testimonyGaps({ isWithdrawn, wasExpert, isNamedInSignedPlan }: ExpertFacts): TestimonyGap[] {
  const gaps: readonly (readonly [boolean, TestimonyGap])[] = [
    [isWithdrawn, 'withdrawn'],
    [!wasExpert, 'not_expert'],
    [!isNamedInSignedPlan, 'not_in_signed_plan'],
  ]
  return gaps.flatMap(([isMissing, gap]) => (isMissing ? [gap] : []))
}

/**
 * Whether every observed leaf rests on expert witnesses alone, and no assessor ever saw any of it: what an IQA is warned of.
 * @param rested for each observed half that is met, the items that its decision rests on
 */
export function restsOnExpertsAlone(rested: readonly (readonly { readonly method: AssessmentMethod }[])[]): boolean {
  const observed = rested.filter((items) => items.some(({ method }) => method === 'O' || method === 'WT'))
  return observed.length > 0 && observed.every((items) => items.every(({ method }) => method !== 'O'))
}
