// Evidence: items under references that never change, the descriptors that schools send, and where they were seen.
import * as z from 'zod/mini'
import { LeafCode, RecordType, SignedLetter } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { AssessmentMethod } from '../standards/contract.ts'

/** A school's descriptor: its text is what was signed; `retractedOn` is a mark beside it. */
export const Descriptor = z.object({
  letterId: Id,
  sentence: z.string(),
  place: z.string(),
  recordType: RecordType,
  senderName: z.string(),
  /** SHA-256 of the school's public key, in groups, for comparing by eye. */
  fingerprint: z.string(),
  confirmedAs: z.enum(['installation', 'candidate', 'centre_administrator']),
  receivedAt: Moment,
  retractedOn: z.nullable(Day),
})
export type Descriptor = z.infer<typeof Descriptor>

export const EvidenceItem = z.object({
  id: Id,
  /** Method and number, the same in every unit: `PE-01`. */
  reference: z.string(),
  method: AssessmentMethod,
  title: z.string(),
  occurredOn: Day,
  note: z.string(),
  leaves: z.array(LeafCode),
  addedByName: z.nullable(z.string()),
  addedAt: Moment,
  descriptor: z.nullable(Descriptor),
  seen: z.nullable(z.object({ where: z.string(), seenOn: Day, seenByName: z.string() })),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

const receipt = z.object({ evidenceId: z.nullable(Id), reference: z.nullable(z.string()) })

export const evidenceReceiveDescriptor = command('evidence.receiveDescriptor', {
  where: 'centre',
  summary: 'The post delivers a school’s descriptor of the same installation; its id is the letter’s.',
  input: SignedLetter,
  output: receipt,
})

export const evidenceReceiveRetraction = command('evidence.receiveRetraction', {
  where: 'centre',
  summary: 'The post delivers a retraction of the same installation; its id is the letter’s.',
  input: SignedLetter,
  output: receipt,
})

const FileText = z.string().check(z.minLength(2), z.maxLength(9000))

/** What is wrong with a letter file, as a reason of its own. */
export const LetterFault = z.enum(['not_a_letter', 'body_changed', 'signature_wrong', 'other_centre', 'unknown_registration'])
export type LetterFault = z.infer<typeof LetterFault>

export const letterInspect = query('letter.inspect', {
  where: 'centre',
  summary: 'What a letter file says, who signed it, and what is wrong with it. Nothing is taken in.',
  input: z.object({ file: FileText }),
  output: z.object({
    fault: z.nullable(LetterFault),
    kind: z.nullable(z.enum(['descriptor', 'retraction'])),
    sentence: z.nullable(z.string()),
    senderName: z.nullable(z.string()),
    fingerprint: z.nullable(z.string()),
    isSenderKnown: z.boolean(),
    /** Another key bears this school's name: compare with care. */
    isNameTaken: z.boolean(),
    isHereAlready: z.boolean(),
  }),
})

export const letterImport = command('letter.import', {
  where: 'centre',
  summary: 'Takes a letter file in. The first of an unknown school needs its fingerprint confirmed.',
  input: z.object({ file: FileText, confirmedFingerprint: z.optional(z.string().check(z.maxLength(80))) }),
  output: receipt,
})

export const evidenceAdd = command('evidence.add', {
  where: 'centre',
  summary: 'Adds an item by hand: a candidate’s own work, or an assessor’s observation, questions or discussion.',
  input: z.object({
    id: Id,
    registrationId: Id,
    method: AssessmentMethod,
    title: z.string().check(z.trim(), z.minLength(3), z.maxLength(160)),
    occurredOn: Day,
    note: z.string().check(z.trim(), z.maxLength(4000)),
    leaves: z.array(LeafCode).check(z.minLength(1), z.maxLength(40)),
  }),
  output: z.object({ reference: z.string() }),
})

/** Where a record was seen, as a form wants it. The command takes an empty one too, and its rule says what is missing. */
export const SeenWhere = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const evidenceSeenInPlace = command('evidence.seenInPlace', {
  where: 'centre',
  summary: 'The assessor says where and on which day she saw the record itself.',
  input: z.object({
    id: Id,
    registrationId: Id,
    evidenceId: Id,
    where: z.string().check(z.trim(), z.maxLength(200)),
    seenOn: z.nullable(Day),
  }),
  output: z.object({}),
})
