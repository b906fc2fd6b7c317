// Staff: what assessors and verifiers are qualified for, what they work towards, and their CPD.
import * as z from 'zod/mini'
import { Role } from '../../core/actor.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** For assessing: D32 and D33, A1, or an award of the TAQA suite (CAVA and its parts). For verifying: D34, V1, or an IQA award. */
export const QualificationKind = z.enum(['d32_d33', 'a1', 'cava', 'd34', 'v1', 'iqa_award', 'teaching', 'occupational', 'other'])
export type QualificationKind = z.infer<typeof QualificationKind>

export const NewQualification = z.object({
  id: Id,
  personId: Id,
  kind: QualificationKind,
  /** As the certificate says it. */
  title: words(160),
  /** The day on the certificate; null while one works towards it. */
  awardedOn: z.nullable(Day),
  /** Until when one means to have it; null once it is awarded. */
  dueOn: z.nullable(Day),
  expiresOn: z.nullable(Day),
})
export type NewQualification = z.infer<typeof NewQualification>

export const Qualification = z.extend(NewQualification, {
  checkedByName: z.nullable(z.string()),
  checkedHow: z.nullable(z.string()),
  checkedAt: z.nullable(Moment),
})
export type Qualification = z.infer<typeof Qualification>

export const CpdEntry = z.object({ id: Id, doneOn: Day, minutes: z.int(), what: z.string(), learnt: z.string() })
export type CpdEntry = z.infer<typeof CpdEntry>

export const StaffMember = z.object({
  personId: Id,
  name: z.string(),
  roles: z.array(Role),
  /** An assessor without a checked assessor qualification: her decisions need a countersignature. */
  isTrainee: z.boolean(),
  qualifications: z.array(Qualification),
  cpd: z.array(CpdEntry),
})
export type StaffMember = z.infer<typeof StaffMember>

/** Refused: `held_or_due`, `awarded_later`, `expires_before_award`. */
export const qualificationEnter = command('qualification.enter', {
  where: 'centre',
  summary: 'Enters a qualification that one holds or works towards. One’s own; the centre administrator for any of the staff.',
  input: NewQualification,
  output: z.object({}),
})

/** Refused: `own_qualification`, `not_held_yet`, `checked_already`, `withdrawn_already`. */
export const qualificationCheck = command('qualification.check', {
  where: 'centre',
  summary: 'The centre administrator says that she has seen the certificate. From then on the qualification counts.',
  input: z.object({ qualificationId: Id, how: words(200) }),
  output: z.object({}),
})

/** Refused: `withdrawn_already`. */
export const qualificationWithdraw = command('qualification.withdraw', {
  where: 'centre',
  summary: 'Takes a qualification back that was entered wrongly or is held no longer, with the reason.',
  input: z.object({ qualificationId: Id, reason: words(300) }),
  output: z.object({}),
})

/** Refused: `done_later`. */
export const cpdRecord = command('cpd.record', {
  where: 'centre',
  summary: 'One of the staff notes how she kept up.',
  input: z.object({ id: Id, doneOn: Day, minutes: z.int().check(z.minimum(5), z.maximum(6000)), what: words(300), learnt: words(1000) }),
  output: z.object({}),
})

/** Minutes as they are typed. */
export const MinutesText = z.pipe(z.string().check(z.regex(/^\d{1,5}$/)), z.pipe(z.transform(Number), cpdRecord.input.shape.minutes))

export const cpdWithdraw = command('cpd.withdraw', {
  where: 'centre',
  summary: 'Takes one’s own CPD entry back.',
  input: z.object({ entryId: Id }),
  output: z.object({}),
})

export const staffMine = query('staff.mine', {
  where: 'centre',
  summary: 'One’s own qualifications and CPD, and whether one counts as a trainee assessor.',
  input: z.object({}),
  output: StaffMember,
})

export const staffList = query('staff.list', {
  where: 'centre',
  summary: 'All staff with their qualifications and CPD, for the centre administrator and the IQA.',
  input: z.object({}),
  output: z.array(StaffMember),
})
