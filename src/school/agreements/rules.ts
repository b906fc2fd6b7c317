// Rules on agreements: between whom, which one holds, which waits for whom, and when to look at it again.
import { type Refusal, refused } from '../../core/errors.ts'
import { namesInSentence } from '../../core/names.ts'
import type { Day } from '../../core/time.ts'
import type { StaffPart } from '../groups/contract.ts'
import type { AgreementText } from './contract.ts'

interface Signed {
  readonly teacherId: string
  readonly practitionerId: string
  readonly signatures: readonly { readonly personId: string }[]
}

/** Both have signed it. */
export function isAgreed({ teacherId, practitionerId, signatures }: Signed): boolean {
  return [teacherId, practitionerId].every((id) => signatures.some(({ personId }) => personId === id))
}

/** Whether it waits for this person's signature. */
export function waitsFor(agreement: Signed, personId: string): boolean {
  const isOne = [agreement.teacherId, agreement.practitionerId].includes(personId)
  return isOne && !agreement.signatures.some((signature) => signature.personId === personId)
}

/** Those of two people, the last proposed first. */
export interface Pair<T> {
  /** The last that both signed: it holds, also while a change is proposed. */
  readonly holds: T | undefined
  /** Proposed after that, and not signed by both. */
  readonly proposed: T | undefined
  readonly earlier: readonly T[]
}

/** @param agreements of two people, the last proposed first */
export function pairOf<T extends Signed>(agreements: readonly T[]): Pair<T> {
  const [last, ...before] = agreements
  if (last === undefined) return { holds: undefined, proposed: undefined, earlier: [] }
  if (isAgreed(last)) return { holds: last, proposed: undefined, earlier: before.filter(isAgreed) }
  const [holds, ...earlier] = before.filter(isAgreed)
  return { holds, proposed: last, earlier }
}

/** Gently: the day has come to look at it together. It goes on holding. */
export function isDueForReview({ reviewOn }: { readonly reviewOn: Day }, today: Day): boolean {
  return reviewOn <= today
}

export interface ProposalFacts {
  readonly staff: readonly { readonly personId: string; readonly part: StaffPart }[]
  readonly today: Day
  /** Given names of the group's learners. */
  readonly names: readonly string[]
}

/** An agreement is between a teacher and a practitioner of the group, is looked at again on a day to come, and names no learner. */
export function proposalRefusal(
  { teacherId, practitionerId, reviewOn, ...text }: AgreementText & { teacherId: string; practitionerId: string; reviewOn: Day },
  { staff, today, names }: ProposalFacts,
): Refusal | undefined {
  const works = (id: string, part: StaffPart) => staff.some((one) => one.personId === id && one.part === part)
  if (!works(teacherId, 'teacher') || !works(practitionerId, 'practitioner')) return refused('not_these_two', 'practitionerId')
  if (reviewOn <= today) return refused('review_in_the_past', 'reviewOn')
  const named = Object.entries(text).find(([, words]) => typeof words === 'string' && namesInSentence(words, names).refused.length > 0)
  return named === undefined ? undefined : refused('names_a_learner', named[0])
}

/** Signing twice would say nothing, and what was replaced can't be signed any more. @param isLast no later one was proposed between the two */
export function signRefusal(agreement: Signed, personId: string, isLast: boolean): Refusal | undefined {
  if (!isLast) return refused('agreement_replaced', 'agreementId')
  return waitsFor(agreement, personId) ? undefined : refused('already_signed', 'agreementId')
}

/** What both have signed is not taken back, only changed. */
export function withdrawRefusal(agreement: Signed): Refusal | undefined {
  return isAgreed(agreement) ? refused('agreement_agreed', 'agreementId') : undefined
}
