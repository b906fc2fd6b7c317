// Decisions: claims and their answers, leaf by leaf and half by half; what is met, what is missing and why.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { SaidAlike } from '../assignments/contract.ts'
import { EvidenceItem } from '../evidence/contract.ts'
import { Registration } from '../registrations/contract.ts'
import { Half, StandardPack } from '../standards/contract.ts'
import { TakenBack } from '../testimonies/contract.ts'

/** `reopened` takes the standing decision back: it is how one is undone. */
export const DecisionOutcome = z.enum(['met', 'more_evidence_needed', 'reopened'])
export type DecisionOutcome = z.infer<typeof DecisionOutcome>

const Words = z.string().check(z.trim(), z.maxLength(1000))

/** A reason or an action, as a form wants it. The command takes an empty one too, and its rule says what is missing. */
export const GivenWords = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))

/** The five questions that an assessor answers of what a decision rests on. */
export const Check = z.enum(['valid', 'authentic', 'current', 'sufficient', 'reliable'])
export type Check = z.infer<typeof Check>

/** An answer that is no plain yes: yes or no, because. */
export const CheckAnswer = z.object({ check: Check, isMet: z.boolean(), reason: Words })
export type CheckAnswer = z.infer<typeof CheckAnswer>

/** Answers that are no plain yes; a check that is not named is answered by yes. */
const Checks = z.array(CheckAnswer).check(z.maxLength(10))

export const decisionRecord = command('decision.record', {
  where: 'centre',
  summary: 'The assessor decides one half of one leaf, on named evidence. Nothing is overwritten.',
  input: z.object({
    id: Id,
    registrationId: Id,
    leaf: LeafCode,
    half: Half,
    outcome: DecisionOutcome,
    evidenceIds: z.array(Id).check(z.maxLength(40)),
    reason: z.nullable(Words),
    action: z.nullable(Words),
    actionBy: z.nullable(Day),
    checks: z.optional(Checks),
  }),
  output: z.object({ number: z.int() }),
})

export const assessmentRecord = command('assessment.record', {
  where: 'centre',
  summary: 'The assessor decides several halves at once on the same evidence, with one answer to the five checks.',
  input: z.object({
    id: Id,
    registrationId: Id,
    halves: z.array(z.object({ id: Id, leaf: LeafCode, half: Half })).check(z.minLength(1), z.maxLength(60)),
    outcome: z.enum(['met', 'more_evidence_needed']),
    evidenceIds: z.array(Id).check(z.maxLength(40)),
    reason: z.nullable(Words),
    action: z.nullable(Words),
    actionBy: z.nullable(Day),
    checks: Checks,
  }),
  output: z.object({ numbers: z.array(z.int()) }),
})

export const CountersignOutcome = z.enum(['agreed', 'sent_back'])

export const assessmentCountersign = command('assessment.countersign', {
  where: 'centre',
  summary: 'A qualified assessor agrees to a trainee’s decisions of one act, or sends them back with a reason.',
  input: z.object({ id: Id, registrationId: Id, assessmentId: Id, outcome: CountersignOutcome, reason: z.nullable(Words) }),
  output: z.object({}),
})

export const decisionTargetSet = command('decisionTarget.set', {
  where: 'centre',
  summary: 'The centre administrator publishes within how many working days evidence is decided on.',
  input: z.object({ id: Id, workingDays: z.int().check(z.minimum(1), z.maximum(60)) }),
  output: z.object({}),
})

/** The number of days as a form has it. */
export const TargetDays = z.string().check(z.trim(), z.regex(/^([1-9]|[1-5]\d|60)$/))

export const decisionTargetShow = query('decisionTarget.show', {
  where: 'centre',
  summary: 'The centre’s published target in working days; null while there is none.',
  input: z.object({}),
  output: z.object({ workingDays: z.nullable(z.int()) }),
})

/** What a countersigner said of a trainee's act. */
export const Countersignature = z.object({
  outcome: CountersignOutcome,
  reason: z.nullable(z.string()),
  signedByName: z.string(),
  signedAt: Moment,
})

const claim = z.object({ registrationId: Id, evidenceId: Id, leaf: LeafCode })

export const evidenceClaim = command('evidence.claim', {
  where: 'centre',
  summary: 'The candidate says that an item shows a leaf.',
  input: claim,
  output: z.object({}),
})

export const evidenceUnclaim = command('evidence.unclaim', {
  where: 'centre',
  summary: 'The candidate takes a claim back, until a decision rests on it.',
  input: claim,
  output: z.object({}),
})

export const Decision = z.object({
  id: Id,
  number: z.int(),
  leaf: LeafCode,
  half: Half,
  outcome: DecisionOutcome,
  evidenceIds: z.array(Id),
  reason: z.nullable(z.string()),
  action: z.nullable(z.string()),
  actionBy: z.nullable(Day),
  decidedByName: z.string(),
  decidedAt: Moment,
  /** The act that it was made in; null for what was decided before acts were kept. */
  assessmentId: z.nullable(Id),
  checks: z.array(CheckAnswer),
  /** What each item said then, as its content's hash; null before hashes were kept. */
  contentHashes: z.array(z.object({ evidenceId: Id, contentHash: z.nullable(z.string()) })),
  /** A trainee's decision is provisional until it is countersigned (R7). */
  isByTrainee: z.boolean(),
  countersignature: z.nullable(Countersignature),
})
export type Decision = z.infer<typeof Decision>

/**
 * Why a half is not met. `no_evidence`: nothing is claimed for the leaf. `only_supporting`: what is claimed can't close this half by its method.
 * `undecided`: the assessor has not decided yet. `more_evidence_needed`: she asked for more. `not_resting`: a *met* that rests on nothing that closes the half.
 * `evidence_changed`: an item that the decision rested on says something else now. `provisional`: a trainee's *met* waits for its countersignature.
 * `sent_back`: the countersigner sent it back.
 */
export const Missing = z.enum([
  'no_evidence',
  'only_supporting',
  'undecided',
  'more_evidence_needed',
  'not_resting',
  'evidence_changed',
  'provisional',
  'sent_back',
])
export type Missing = z.infer<typeof Missing>

export const HalfProgress = z.object({
  half: Half,
  isMet: z.boolean(),
  missing: z.nullable(Missing),
  /** References that are claimed for the leaf and can close this half. */
  closing: z.array(z.string()),
  standing: z.nullable(Decision),
})
export type HalfProgress = z.infer<typeof HalfProgress>

export const LeafProgress = z.object({
  leaf: LeafCode,
  isComplete: z.boolean(),
  halves: z.array(HalfProgress),
  /** References of all items that are claimed for the leaf. */
  references: z.array(z.string()),
  /** References of descriptors among them that wait to be seen in place. */
  unseen: z.array(z.string()),
})
export type LeafProgress = z.infer<typeof LeafProgress>

export const Unit = z.object({
  registration: Registration,
  pack: StandardPack,
  leaves: z.array(LeafProgress),
  evidence: z.array(EvidenceItem),
  /** Items that are testimony of a registered, inducted expert witness whom a signed plan names (R3, R4). */
  expertItemIds: z.array(Id),
  takenBack: z.array(TakenBack),
  /** Where a resubmitted assignment says on a leaf what it said before: decisions on that leaf stand. */
  alike: z.array(SaidAlike),
  isComplete: z.boolean(),
})
export type Unit = z.infer<typeof Unit>

export const unitMine = query('unit.mine', {
  where: 'centre',
  summary: 'The candidate’s unit: each leaf, what is missing and why, and her evidence.',
  input: z.object({ registrationId: Id }),
  output: Unit,
})

export const unitInPortfolio = query('unit.inPortfolio', {
  where: 'centre',
  summary: 'One unit of a portfolio, for whoever has a part in it: each leaf, what is missing and why, and the evidence.',
  input: z.object({ registrationId: Id }),
  output: Unit,
})

export const unitOfCandidate = query('unit.ofCandidate', {
  where: 'centre',
  summary: 'The same unit for its assessor, with every decision ever made on it.',
  input: z.object({ registrationId: Id }),
  output: z.object({ unit: Unit, decisions: z.array(Decision) }),
})

export const QueueEntry = z.object({
  registrationId: Id,
  candidateName: z.string(),
  unitNumber: z.string(),
  evidenceId: Id,
  reference: z.string(),
  title: z.string(),
  addedAt: Moment,
  /** A descriptor that was not seen in place yet. */
  isUnseen: z.boolean(),
  retractedOn: z.nullable(Day),
  /** Claimed leaves that are neither complete nor answered since the item came. */
  waiting: z.array(LeafCode),
  /** Since when it waits, and for how many working days. */
  waitsSince: Moment,
  workingDays: z.int(),
  /** By the centre's published target; null where it has none. */
  dueOn: z.nullable(Day),
  isLate: z.boolean(),
  /** Why a countersigner sent a decision on it back. */
  sentBack: z.nullable(z.string()),
  /** Why its witness took it back. */
  takenBack: z.nullable(z.string()),
})
export type QueueEntry = z.infer<typeof QueueEntry>

export const decisionQueue = query('decision.queue', {
  where: 'centre',
  summary: 'The assessor’s items that wait for her, oldest first.',
  input: z.object({}),
  output: z.array(QueueEntry),
})

/** A trainee's act that waits for its countersignature. */
export const ToCountersign = z.object({
  assessmentId: Id,
  registrationId: Id,
  candidateName: z.string(),
  unitNumber: z.string(),
  decidedByName: z.string(),
  decidedAt: Moment,
  workingDays: z.int(),
  decisions: z.array(Decision),
  references: z.array(z.object({ evidenceId: Id, reference: z.string(), title: z.string() })),
})
export type ToCountersign = z.infer<typeof ToCountersign>

export const assessmentToCountersign = query('assessment.toCountersign', {
  where: 'centre',
  summary: 'A trainee’s acts that wait for the one who asks to countersign them, oldest first.',
  input: z.object({}),
  output: z.array(ToCountersign),
})
