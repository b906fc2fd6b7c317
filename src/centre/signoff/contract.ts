// Signing a unit off: five signatures over one content, what sampling said of it, reopening, and the claim.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { Registration } from '../registrations/contract.ts'

/** In the order in which they sign. The countersigner only beside a trainee assessor, the verifiers only when they sampled the unit. */
export const SignerRole = z.enum(['candidate', 'assessor', 'countersigner', 'iqa', 'eqa'])
export type SignerRole = z.infer<typeof SignerRole>

export const Verifier = z.enum(['iqa', 'eqa'])
export type Verifier = z.infer<typeof Verifier>

/** What a verifier last said of the unit. `not_sampled` is an answer too, and is shown as one. */
export const SamplingState = z.enum(['not_sampled', 'sampled', 'agreed', 'action'])
export type SamplingState = z.infer<typeof SamplingState>

/** How far a unit is. What the verifiers do is said beside it: it neither leads to a state nor away from one. */
export const SignOffState = z.enum(['in_progress', 'all_leaves_met', 'candidate_declared', 'assessor_signed', 'countersigned', 'claimed'])
export type SignOffState = z.infer<typeof SignOffState>

/**
 * Whom sampling named for a unit, by verifier; nobody where it is not sampled or where an external verifier's account has ended. A unit may be open to
 * several external verifiers at once.
 */
export interface Verifiers {
  readonly iqa: readonly Id[]
  readonly eqa: readonly Id[]
}

const Reason = z.string().check(z.trim(), z.maxLength(1000))

/** A reason, and a password, as a form wants them. */
export const GivenReason = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))
export const GivenPassword = z.string().check(z.minLength(1), z.maxLength(200))

export const signatureSign = command('signature.sign', {
  where: 'centre',
  summary: 'Signs a unit as one of its parties, proving again who one is. The password is checked in this request and never kept.',
  input: z.object({
    id: Id,
    registrationId: Id,
    role: SignerRole,
    password: z.string().check(z.maxLength(200)),
    /** The hash of the content that the signer was shown: a unit that changed meanwhile is not signed unseen. */
    contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  output: z.object({ number: z.int(), contentHash: z.string() }),
})

export const signOffReopen = command('signOff.reopen', {
  where: 'centre',
  summary: 'The assessor reopens a signed unit with a reason: its signatures stand no longer. Not after a claim.',
  input: z.object({ id: Id, registrationId: Id, reason: Reason }),
  output: z.object({}),
})

export const unitClaim = command('unit.claim', {
  where: 'centre',
  summary: 'The centre administrator claims a signed unit. From then on nobody changes it.',
  input: z.object({ registrationId: Id }),
  output: z.object({ keptUntil: Day }),
})

/** What the centre's key signs: the canonical JSON of this. Each names the one before it in the unit and in the centre by its hash. */
export const SignatureBody = z.object({
  format: z.literal('evident-signature-1'),
  id: Id,
  number: z.int(),
  organisationId: Id,
  registrationId: Id,
  unit: z.object({ packCode: z.string(), packVersion: z.int(), number: z.string(), title: z.string() }),
  role: SignerRole,
  personId: Id,
  name: z.string(),
  statement: z.string(),
  signedAt: Moment,
  /** The same moment by the clock on the wall, with its zone. */
  localTime: z.string(),
  contentHash: z.string(),
  previousInUnit: z.nullable(z.string()),
  previousInOrganisation: z.nullable(z.string()),
})
export type SignatureBody = z.infer<typeof SignatureBody>

/** One place where two contents differ. A part that is not there on a side is null there. */
export const Difference = z.object({
  /** From the outside in: `['evidence', 'RA-01', 'title']`. */
  path: z.array(z.string()),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
})
export type Difference = z.infer<typeof Difference>

/** Why a signature stands no longer: the content is another, or the assessor reopened the unit. */
export const VoidReason = z.enum(['changed', 'reopened'])
export type VoidReason = z.infer<typeof VoidReason>

export const Signature = z.object({
  id: Id,
  /** In the order of all signatures of the centre. */
  number: z.int(),
  role: SignerRole,
  signerId: Id,
  signerName: z.string(),
  statement: z.string(),
  signedAt: Moment,
  contentHash: z.string(),
  /** Null while it stands. */
  voidBecause: z.nullable(VoidReason),
})
export type Signature = z.infer<typeof Signature>

/** What a part of the unit is told of it. */
export const SignOff = z.object({
  registration: Registration,
  state: SignOffState,
  met: z.int(),
  leaves: z.int(),
  hasOfficialWording: z.boolean(),
  needsCountersigner: z.boolean(),
  iqa: SamplingState,
  eqa: SamplingState,
  /** All of them, the last first. */
  signatures: z.array(Signature),
  reopenings: z.array(z.object({ id: Id, reason: z.string(), reopenedByName: z.string(), reopenedAt: Moment })),
  /** What the unit's content hashes to now. */
  contentHash: z.string(),
  /** From the content that was signed last to the content now; none while that signature stands. */
  differences: z.array(Difference),
  /** Items that said something else when they were signed, with the version that they can be put back to. */
  changedItems: z.array(z.object({ evidenceId: Id, reference: z.string(), signedVersion: z.int() })),
  /** As which the one who asks has a part here, and why not to sign as that now; null when nothing is in the way. */
  mine: z.array(z.object({ role: SignerRole, refusal: z.nullable(z.string()) })),
  mayReopen: z.boolean(),
  claimedAt: z.nullable(Moment),
  /** Until when its records are kept once it is claimed. */
  keptUntil: z.nullable(Day),
})
export type SignOff = z.infer<typeof SignOff>

export const signOffShow = query('signOff.show', {
  where: 'centre',
  summary: 'How far a unit is from being signed off: who signed what, what stands, what changed since, and who is next.',
  input: z.object({ registrationId: Id }),
  output: SignOff,
})

/** A unit that waits for one to sign, or whose signature of one's own stands no longer. */
export const SignOffTask = z.object({
  registrationId: Id,
  candidateName: z.string(),
  unitNumber: z.string(),
  unitTitle: z.string(),
  role: SignerRole,
  /** Null when it waits for a first signature. */
  voidBecause: z.nullable(VoidReason),
})
export type SignOffTask = z.infer<typeof SignOffTask>

export const signOffMine = query('signOff.mine', {
  where: 'centre',
  summary: 'What waits for one to sign, and which of one’s signatures stand no longer.',
  input: z.object({}),
  output: z.array(SignOffTask),
})

/** A unit as the centre administrator sees it: how far it is, and whether it can be claimed. */
export const ClaimableUnit = z.object({
  registration: Registration,
  state: SignOffState,
  iqa: SamplingState,
  eqa: SamplingState,
  /** Whose signatures stand. */
  signed: z.array(SignerRole),
  /** Why it can't be claimed; null when it can. */
  refusal: z.nullable(z.string()),
  keptUntil: z.nullable(Day),
})
export type ClaimableUnit = z.infer<typeof ClaimableUnit>

export const unitClaims = query('unit.claims', {
  where: 'centre',
  summary: 'Units with a signature and units that are claimed, for the centre administrator, without what lies in them.',
  input: z.object({}),
  output: z.array(ClaimableUnit),
})
