// Witnesses: who may say what a candidate was seen to do, how the centre knows them, and the links by which they act.
import * as z from 'zod/mini'
import { Email } from '../../common/organisations/contract.ts'
import { Token, TokenHash } from '../../common/people/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** Six digits, told apart from the link. */
export const Code = z.string().check(z.regex(/^\d{6}$/))
/** SHA-256 of token and code together, in hexadecimal: without the link nobody can try codes on it. */
export const CodeHash = TokenHash
export const WitnessName = text(120)
export const Position = text(120)
export const Relationship = text(160)
export const Qualifications = z.string().check(z.trim(), z.maxLength(400))
export const Ground = text(300)
export const Reason = text(400)
export const Telephone = z.string().check(z.trim(), z.maxLength(30), z.regex(/^\+?[\d ()/-]{6,30}$/))
export const CategoryLabel = text(120)
/** As fields of a form give them. */
export const EmailOrNone = z.union([z.literal(''), Email])
export const TelephoneOrNone = z.union([z.literal(''), Telephone])
export const MinutesText = z.string().check(z.regex(/^[1-9]\d{0,2}$/))
export const ThirdGround = z.enum(['assessor_qualification', 'evaluates_practice'])
export type ThirdGround = z.infer<typeof ThirdGround>

/** What of a witness's entry is the witness's and the candidate's to say. */
export const WitnessDetails = z.object({
  name: WitnessName,
  /** "SENCO", "Class teacher" */
  position: Position,
  /** To the candidate: "line manager" */
  relationship: Relationship,
  qualifications: Qualifications,
})
export type WitnessDetails = z.infer<typeof WitnessDetails>

/** What witness and candidate share, as far as can be known. */
export const SharedTrace = z.enum(['email', 'email_domain', 'telephone', 'network', 'device'])
export type SharedTrace = z.infer<typeof SharedTrace>

/** Why a witness's name was erased: a code, so that the list of erasures can name nobody. */
export const WitnessErasureReason = z.enum(['asked', 'not_needed', 'mistake'])
export type WitnessErasureReason = z.infer<typeof WitnessErasureReason>

/** What keeps a witness from being an expert witness. */
export const ExpertGap = z.enum(['ended', 'not_expert_category', 'contact_unchecked', 'not_inducted', 'not_signed', 'not_approved'])
export type ExpertGap = z.infer<typeof ExpertGap>

export const Witness = z.object({
  name: z.string(),
  /** What was said of them is empty once the name is erased. */
  position: z.string(),
  relationship: z.string(),
  qualifications: z.string(),
  id: Id,
  candidateId: Id,
  candidateName: z.string(),
  category: z.string(),
  /** Of the first category: may be approved as an expert witness. */
  mayBeExpert: z.boolean(),
  addedByName: z.string(),
  addedAt: Moment,
  /** Added by the candidate; the centre has not checked the contact yet. */
  isProposal: z.boolean(),
  isContactChecked: z.boolean(),
  /** For the centre alone; gone when the witness is ended. */
  contact: z.nullable(
    z.object({
      email: z.nullable(z.string()),
      telephone: z.nullable(z.string()),
      checkedHow: z.string(),
      checkedByName: z.string(),
      checkedAt: Moment,
    }),
  ),
  inductions: z.array(z.object({ what: z.string(), minutes: z.int(), inductedOn: Day, inductedByName: z.string() })),
  /** Under the entry as it is now; null when there is none, or the entry was changed since. */
  signature: z.nullable(z.object({ name: z.string(), signedAt: Moment })),
  approval: z.nullable(
    z.object({
      id: Id,
      knowsUnits: z.string(),
      isCompetent: z.string(),
      thirdGround: ThirdGround,
      thirdWords: z.string(),
      approvedByName: z.string(),
      approvedAt: Moment,
    }),
  ),
  /** The last approval that was taken back, when none stands. */
  takenBack: z.nullable(z.object({ reason: z.string(), byName: z.string(), at: Moment })),
  ended: z.nullable(z.object({ reason: z.string(), byName: z.string(), at: Moment })),
  /** Name and words are gone; what stays is who checked and approved, and when. */
  erased: z.nullable(z.object({ reason: WitnessErasureReason, byName: z.string(), at: Moment })),
  /** For the centre alone. */
  shared: z.array(SharedTrace),
  /** What could be compared at all, for the centre alone. */
  compared: z.object({ network: z.boolean(), device: z.boolean() }),
  expertGaps: z.array(ExpertGap),
})
export type Witness = z.infer<typeof Witness>

const who = { id: Id, witnessId: Id }
const aboutWitness = z.extend(WitnessDetails, { category: CategoryLabel, isRelative: z.boolean() })

/** Refused: `relative`, `is_the_candidate`, `unknown_category`. */
export const witnessAdd = command('witness.add', {
  where: 'centre',
  summary: 'Puts a witness of a candidate into the register. By the candidate it is a proposal; without a contact.',
  input: z.extend(aboutWitness, { id: Id, detailsId: Id, candidateId: Id }),
  output: z.object({}),
})

/** Refused: `witness_ended`, `relative`, `is_the_candidate`, `unknown_category`. */
export const witnessDescribe = command('witness.describe', {
  where: 'centre',
  summary: 'Corrects a witness’s entry. The signature and the approval as expert are asked for anew.',
  input: z.extend(aboutWitness, who),
  output: z.object({}),
})

/** Refused: `witness_ended`, `contact_missing`. */
export const witnessSetContact = command('witness.setContact', {
  where: 'centre',
  summary: 'The centre enters how it reaches a witness, and how it made sure that this is the witness.',
  input: z.object({ ...who, email: z.nullable(Email), telephone: z.nullable(Telephone), checkedHow: text(200) }),
  output: z.object({}),
})

/** Refused: `witness_ended`, `in_the_future`. */
export const witnessInduct = command('witness.induct', {
  where: 'centre',
  summary: 'Records that a witness was shown the standard and a witness’s part.',
  input: z.object({ ...who, what: text(300), minutes: z.int().check(z.minimum(1), z.maximum(600)), inductedOn: Day }),
  output: z.object({}),
})

/** Refused: `witness_ended`, `not_expert_category`, `contact_unchecked`, `not_inducted`, `not_signed`, `already_approved`. */
export const witnessApproveExpert = command('witness.approveExpert', {
  where: 'centre',
  summary: 'The assessor approves a witness as an expert witness, with the three grounds.',
  input: z.object({ ...who, knowsUnits: Ground, isCompetent: Ground, thirdGround: ThirdGround, thirdWords: Ground }),
  output: z.object({}),
})

/** Refused: `not_approved`, `witness_ended` when the name was erased. */
export const witnessTakeBackApproval = command('witness.takeBackApproval', {
  where: 'centre',
  summary: 'The assessor takes the approval as expert witness back, with a reason.',
  input: z.object({ ...who, reason: Reason }),
  output: z.object({}),
})

/** Refused: `witness_ended`. */
export const witnessEnd = command('witness.end', {
  where: 'centre',
  summary: 'Ends a witness: contact and traces are deleted, links are shut. What they signed stays.',
  input: z.object({ ...who, reason: Reason }),
  output: z.object({}),
})

export const witnessList = query('witness.list', {
  where: 'centre',
  summary: 'The witnesses of those candidates whose portfolio one may read.',
  input: z.object({}),
  output: z.object({
    witnesses: z.array(Witness),
    categories: z.array(z.string()),
    candidates: z.array(z.object({ id: Id, name: z.string() })),
  }),
})

/** One to twelve, one a line. */
export const CategoryLines = z.pipe(
  z.string(),
  z.transform((written: string) =>
    written
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
)

/** The first is of those who can be approved as experts. Refused: `category_twice`. */
export const witnessSetCategories = command('witness.setCategories', {
  where: 'centre',
  summary: 'The centre’s own categories of witnesses.',
  input: z.object({ id: Id, labels: z.array(CategoryLabel).check(z.minLength(1), z.maxLength(12)) }),
  output: z.object({}),
})

/** Earlier links of the same purpose are shut. Refused: `witness_ended`, `contact_unchecked`. */
export const witnessMakeLink = command('witness.makeLink', {
  where: 'centre',
  summary: 'A link by which a witness reads and signs their entry in the register, with a code to be told apart from it.',
  input: z.object({ linkId: Id, witnessId: Id, tokenHash: TokenHash, codeHash: CodeHash }),
  output: z.object({ expiresAt: Moment }),
})

/** A wrong code is an answer and no refusal, so that it is counted; after too many the link is shut. */
export const WrongCode = z.object({ state: z.literal('wrong_code'), triesLeft: z.int() })

/** Refused: `link_used_or_old`. */
export const witnessOpenLink = command('witness.openLink', {
  where: 'centre',
  who: 'visitor',
  summary: 'A witness opens a link with its code and reads their entry.',
  input: z.object({ token: Token, code: Code }),
  output: z.discriminatedUnion('state', [
    WrongCode,
    z.extend(WitnessDetails, { state: z.literal('open'), centreName: z.string(), candidateName: z.string(), category: z.string() }),
  ]),
})

/** Refused: `link_used_or_old`, `relative`, `is_the_candidate`. */
export const witnessSign = command('witness.sign', {
  where: 'centre',
  who: 'visitor',
  summary: 'A witness completes their entry and signs it. The link is used up.',
  input: z.extend(WitnessDetails, {
    id: Id,
    detailsId: Id,
    token: Token,
    code: Code,
    isRelative: z.boolean(),
    signedName: WitnessName,
  }),
  output: z.discriminatedUnion('state', [WrongCode, z.object({ state: z.literal('signed'), signedAt: Moment, contentHash: z.string() })]),
})
