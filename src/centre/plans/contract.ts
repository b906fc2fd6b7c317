// Assessment plans: meeting, visit, where each open leaf should show, who is told; signed by both; review and feedback in the same thread.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { WallTime } from '../../core/wall-clock.ts'
import { PlannedHalf } from '../planner/contract.ts'
import { Registration } from '../registrations/contract.ts'
import { AssessmentMethod } from '../standards/contract.ts'

const words = (most: number) => z.string().check(z.trim(), z.maxLength(most))

/** A moment of the visit, in its order: "10:30, briefing with the teacher". */
export const PlannedMoment = z.object({ at: z.nullable(WallTime), label: words(80) })

/** Where in the visit a leaf should show: `moment` counts the plan's moments from 0. */
export const Forecast = z.extend(PlannedHalf, { method: AssessmentMethod, moment: z.int().check(z.gte(0), z.lte(19)) })
export type Forecast = z.infer<typeof Forecast>

/** What the visit does not show, and by which other method it is shown until when. */
export const OtherWay = z.object({
  method: AssessmentMethod,
  how: words(200),
  byOn: z.nullable(Day),
  leaves: z.array(PlannedHalf).check(z.minLength(1), z.maxLength(200)),
})
export type OtherWay = z.infer<typeof OtherWay>

/** A witness of the register, or one who is still to be entered there (`witnessId` is null, and no statement counts yet). */
export const PlannedWitness = z.object({
  witnessId: z.nullable(Id),
  name: words(120),
  sees: words(300),
})

/** What candidate and assessor plan. Learners are a number and what they need: never a name. */
export const PlanContent = z.object({
  registrationIds: z.array(Id).check(z.minLength(1), z.maxLength(12)),
  meeting: z.object({
    on: z.nullable(Day),
    how: z.enum(['in_person', 'video', 'phone']),
    minutes: z.nullable(z.int().check(z.gte(1), z.lte(600))),
  }),
  visit: z.object({
    on: z.nullable(Day),
    startTime: z.nullable(WallTime),
    endTime: z.nullable(WallTime),
    site: words(120),
    activity: words(400),
    learners: z.nullable(z.int().check(z.gte(0), z.lte(99))),
    needs: words(400),
    resources: words(300),
    risk: words(400),
    adjustments: words(400),
    teacherTold: words(600),
    bring: words(300),
  }),
  moments: z.array(PlannedMoment).check(z.maxLength(20)),
  forecast: z.array(Forecast).check(z.maxLength(400)),
  otherWays: z.array(OtherWay).check(z.maxLength(20)),
  witnesses: z.array(PlannedWitness).check(z.maxLength(8)),
  permissions: z.object({
    school: z.enum(['not_yet', 'told']),
    adults: z.enum(['not_yet', 'told', 'not_needed']),
    visitorRule: words(300),
    on: z.nullable(Day),
  }),
  confidentiality: words(600),
})
export type PlanContent = z.infer<typeof PlanContent>

export const PlanPart = z.enum(['candidate', 'assessor'])
export type PlanPart = z.infer<typeof PlanPart>

export const planWrite = command('plan.write', {
  where: 'centre',
  summary:
    'Candidate or assessor writes a plan, or its next version. What was signed before stays, and counts no more when the text differs.',
  input: z.object({
    id: Id,
    planId: Id,
    /** The version that was on the screen; 0 for a new plan. */
    basedOn: z.int().check(z.gte(0)),
    content: PlanContent,
  }),
  output: z.object({ version: z.int(), contentHash: z.string() }),
})

export const planSign = command('plan.sign', {
  where: 'centre',
  summary: 'Candidate or assessor signs the text of a plan, named by its SHA-256.',
  input: z.object({ id: Id, planId: Id, contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  output: z.object({}),
})

/** What a review or feedback says, as a form wants it. */
export const ThreadWords = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))

export const planAddEntry = command('plan.addEntry', {
  where: 'centre',
  summary: 'Adds a review, or the assessor’s feedback, to a plan’s thread.',
  input: z.object({
    id: Id,
    planId: Id,
    kind: z.enum(['review', 'feedback']),
    saidOn: Day,
    words: ThreadWords,
    nextMeetingOn: z.nullable(Day),
  }),
  output: z.object({}),
})

export const PlanSignature = z.object({
  part: PlanPart,
  name: z.string(),
  signedAt: Moment,
  contentHash: z.string(),
})

export const PlanEntry = z.object({
  id: Id,
  kind: z.enum(['review', 'feedback']),
  saidOn: Day,
  words: z.string(),
  nextMeetingOn: z.nullable(Day),
  writtenByName: z.string(),
  writtenAt: Moment,
})
export type PlanEntry = z.infer<typeof PlanEntry>

export const Plan = z.object({
  id: Id,
  version: z.int(),
  contentHash: z.string(),
  content: PlanContent,
  candidateId: Id,
  candidateName: z.string(),
  assessorId: Id,
  assessorName: z.string(),
  /** Who may take it back while nobody has signed it. */
  begunById: Id,
  writtenByName: z.string(),
  writtenAt: Moment,
  /** Those of the text that the plan has now: at most one of each part. */
  signatures: z.array(PlanSignature),
  /** The last text that somebody signed and that the plan has no more: what it said, and who signed it. */
  voided: z.nullable(z.object({ content: PlanContent, signatures: z.array(PlanSignature) })),
  entries: z.array(PlanEntry),
})
export type Plan = z.infer<typeof Plan>

/** What was taken back before anybody signed it: by whom and when. Its words and the reason stay in the audit trail, and are shown to nobody. */
export const TakenBack = z.object({ id: Id, byName: z.string(), at: Moment })
export type TakenBack = z.infer<typeof TakenBack>

export const planForRegistration = query('plan.forRegistration', {
  where: 'centre',
  summary: 'The plans that are for a unit of a candidate, the last visit first, each with its thread.',
  input: z.object({ registrationId: Id }),
  output: z.object({
    plans: z.array(Plan),
    /** The candidate’s units with the same assessor that the asker may read: what one plan may be for. */
    registrations: z.array(Registration),
    /** The last first. */
    takenBack: z.array(TakenBack),
  }),
})

export const PlanReason = z.string().check(z.trim(), z.minLength(3), z.maxLength(400))

/** Refused: `plan_signed` once anybody has signed any text of it, `thread_begun`, `unit_claimed`. */
export const planWithdraw = command('plan.withdraw', {
  where: 'centre',
  summary: 'Whoever began a plan takes it back, with a reason, before anybody has signed it.',
  input: z.object({ planId: Id, reason: PlanReason }),
  output: z.object({}),
})
