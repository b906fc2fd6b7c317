// Agreements between a teacher and a practitioner of a group: who does what, what is recorded, how it is passed on, until when.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { Cover } from '../groups/contract.ts'

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** What the two agree on, in their words. It is about the group and names no learner. */
export const AgreementText = z.object({
  /** "Autumn term 2026" */
  term: text(40),
  startTeacher: text(200),
  startPractitioner: text(200),
  middleTeacher: text(200),
  middlePractitioner: text(200),
  endTeacher: text(200),
  endPractitioner: text(200),
  /** The ways of finding out that the practitioner may use. */
  mayAssess: text(240),
  records: text(240),
  /** How and when it is passed on. */
  feedback: text(240),
  /** Who tells parents. */
  parents: text(120),
})
export type AgreementText = z.infer<typeof AgreementText>

export const Signature = z.object({ personId: Id, signedAt: Moment })
export type Signature = z.infer<typeof Signature>

export const Agreement = z.extend(AgreementText, {
  id: Id,
  teacherId: Id,
  teacherName: z.string(),
  practitionerId: Id,
  practitionerName: z.string(),
  reviewOn: Day,
  proposedBy: Id,
  proposedAt: Moment,
  signatures: z.array(Signature),
})
export type Agreement = z.infer<typeof Agreement>

/** To propose is to sign. A change is a new proposal and asks both again. Refused: `not_these_two`, `review_in_the_past`, `names_a_learner`. */
export const agreementPropose = command('agreement.propose', {
  where: 'school',
  summary: 'Propose who does what to the colleague one works with in a group.',
  input: z.extend(AgreementText, { id: Id, groupId: Id, teacherId: Id, practitionerId: Id, reviewOn: Day }),
  output: z.object({}),
})

/** Refused: `already_signed`, `agreement_replaced`. */
export const agreementSign = command('agreement.sign', {
  where: 'school',
  summary: 'Agree to what a colleague proposed.',
  input: z.object({ id: Id, agreementId: Id }),
  output: z.object({}),
})

/** By whoever proposed it, until the other has signed. Refused: `agreement_agreed`. */
export const agreementWithdraw = command('agreement.withdraw', {
  where: 'school',
  summary: 'Take a proposal back.',
  input: z.object({ id: Id, agreementId: Id }),
  output: z.object({}),
})

export const agreementForGroup = query('agreement.forGroup', {
  where: 'school',
  summary: 'The agreements of a group, the last proposed first; those taken back are left out.',
  input: z.object({ groupId: Id }),
  output: z.object({ agreements: z.array(Agreement) }),
})

/** An agreement that waits for a person. */
export const WaitingAgreement = z.object({
  groupId: Id,
  groupName: z.string(),
  cover: Cover,
  colleagueName: z.string(),
  /** To be signed, or to be looked at again. */
  waitsFor: z.enum(['signature', 'review']),
})
export type WaitingAgreement = z.infer<typeof WaitingAgreement>
