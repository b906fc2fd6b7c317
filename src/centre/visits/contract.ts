// Visits: what an assessor sees of a candidate's practice, with times and no ticking; afterwards claims, feedback, comment, signatures.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { TakenBack } from '../plans/contract.ts'

const words = (most: number) => z.string().check(z.trim(), z.maxLength(most))

/** One thing that was seen, at its time. Learners are letters: "Learner B drew the strips again". */
export const SeenEntry = z.object({ at: Moment, seen: words(2000) })
export type SeenEntry = z.infer<typeof SeenEntry>

/** The letters that stand for learners, in the order in which they came. */
export const LearnerLetter = z.string().check(z.regex(/^[A-Z]$/))

/** What is kept on the device while a visit lasts, and sent when it has ended. */
export const SeenVisit = z.object({
  planId: z.nullable(Id),
  registrationIds: z.array(Id).check(z.minLength(1), z.maxLength(12)),
  place: words(200),
  startedAt: Moment,
  endedAt: Moment,
  learners: z.array(LearnerLetter).check(z.maxLength(26)),
  entries: z.array(SeenEntry).check(z.maxLength(300)),
})
export type SeenVisit = z.infer<typeof SeenVisit>

/** A visit while it lasts: what it will send, and what is being written. */
export const VisitDraft = z.extend(SeenVisit, {
  endedAt: z.nullable(Moment),
  writing: z.string().check(z.maxLength(2000)),
  /** When one began to write it. */
  writingAt: z.nullable(Moment),
})
export type VisitDraft = z.infer<typeof VisitDraft>

export const visitRecord = command('visit.record', {
  where: 'centre',
  summary: 'The assessor keeps what she saw in a visit: times and words, no criteria. It may have been written without a network.',
  input: z.extend(SeenVisit, { id: Id }),
  output: z.object({}),
})

/** A leaf that the assessor claims from a visit, in one of its units. */
export const VisitClaim = z.object({ registrationId: Id, leaf: LeafCode })
export type VisitClaim = z.infer<typeof VisitClaim>

export const WriteUp = z.object({
  title: words(160).check(z.minLength(3)),
  claims: z.array(VisitClaim).check(z.maxLength(200)),
  good: words(2000),
  develop: words(2000),
})
export type WriteUp = z.infer<typeof WriteUp>

export const visitWriteUp = command('visit.writeUp', {
  where: 'centre',
  summary: 'After a visit the assessor claims leaves and writes what was good and one thing to develop.',
  input: z.extend(WriteUp, { id: Id, visitId: Id }),
  output: z.object({}),
})

export const visitComment = command('visit.comment', {
  where: 'centre',
  summary: 'The candidate says how she saw the visit.',
  input: z.object({ id: Id, visitId: Id, words: words(2000) }),
  output: z.object({}),
})

export const visitSign = command('visit.sign', {
  where: 'centre',
  summary:
    'Candidate or assessor signs what a visit says. With the second signature it becomes an item of evidence in every unit that is claimed.',
  input: z.object({ id: Id, visitId: Id, contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  output: z.object({ evidenceId: z.nullable(Id), reference: z.nullable(z.string()) }),
})

export const VisitSignature = z.object({ part: z.enum(['candidate', 'assessor']), name: z.string(), signedAt: Moment })
export type VisitSignature = z.infer<typeof VisitSignature>

export const Visit = z.extend(SeenVisit, {
  id: Id,
  candidateId: Id,
  candidateName: z.string(),
  assessorId: Id,
  assessorName: z.string(),
  /** Null until the assessor has written it up. */
  writeUp: z.nullable(WriteUp),
  comment: z.string(),
  /** SHA-256 of all that it says. */
  contentHash: z.string(),
  /** Those of what it says now. */
  signatures: z.array(VisitSignature),
  evidenceId: z.nullable(Id),
})
export type Visit = z.infer<typeof Visit>

export const visitForRegistration = query('visit.forRegistration', {
  where: 'centre',
  summary: 'The visits that may serve a unit of a candidate, the last first.',
  input: z.object({ registrationId: Id }),
  output: z.object({
    visits: z.array(Visit),
    /** The last first. */
    takenBack: z.array(TakenBack),
  }),
})

export const VisitReason = z.string().check(z.trim(), z.minLength(3), z.maxLength(400))

/** Refused: `visit_is_evidence`, `visit_signed`, `unit_claimed`. */
export const visitWithdraw = command('visit.withdraw', {
  where: 'centre',
  summary: 'The assessor takes back what she recorded of a visit, with a reason, before anybody has signed it.',
  input: z.object({ visitId: Id, reason: VisitReason }),
  output: z.object({}),
})

/** What a plan or a visit waits for: a signature of one's own, or to be written up. */
export const WaitingAct = z.object({
  id: Id,
  kind: z.enum(['sign_plan', 'write_up', 'sign_visit']),
  registrationId: Id,
  candidateName: z.string(),
  unitNumber: z.string(),
  /** Of the visit; null for a plan without one. */
  on: z.nullable(Day),
})
export type WaitingAct = z.infer<typeof WaitingAct>

export const visitWaiting = query('visit.waiting', {
  where: 'centre',
  summary: 'Plans that wait for one’s own signature, and visits that wait for it or, with the assessor, to be written up.',
  input: z.object({}),
  output: z.array(WaitingAct),
})
