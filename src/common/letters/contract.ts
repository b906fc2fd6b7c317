// Letters between schools and centres: what one says, how it travels, and the school's register of what left.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

/** What can be decided by itself in a unit, as its standard writes it. @example '3.4d' */
export const LeafCode = z.string().check(z.regex(/^\d{1,2}\.\d{1,2}[a-z]?$/))
export type LeafCode = z.infer<typeof LeafCode>

/** Bytes in a letter or an address: base64url without padding. */
export const Base64url = z.string().check(z.regex(/^(?:[A-Za-z0-9_-]{4})*[A-Za-z0-9_-]{2,4}$/), z.maxLength(400))

/** The unit that a portfolio is for, as its centre names it. */
export const UnitName = z.object({
  packCode: z.string().check(z.minLength(1), z.maxLength(60)),
  packVersion: z.int().check(z.positive()),
  number: z.string().check(z.minLength(1), z.maxLength(20)),
  title: z.string().check(z.minLength(1), z.maxLength(200)),
})
export type UnitName = z.infer<typeof UnitName>

export const Addressee = z.object({ organisationId: Id, registrationId: Id })
export type Addressee = z.infer<typeof Addressee>

/** Which of the school's records a descriptor points at. */
export const RecordType = z.enum(['learner_observation', 'session', 'feedback', 'improvement', 'handover', 'agreement', 'next_action'])
export type RecordType = z.infer<typeof RecordType>

const Sender = z.object({ organisationId: Id, organisationName: z.string().check(z.minLength(1), z.maxLength(200)) })

/** The sentence of a descriptor: what the practitioner did, with letters for learners. */
export const Sentence = z.string().check(z.trim(), z.minLength(10), z.maxLength(800))

const shared = { format: z.literal('evident-letter-1'), letterId: Id, from: Sender, addressee: Addressee, writtenAt: Moment }

/** A descriptor: a pseudonymous sentence and a place. Never a learner's name, never a learner's id. */
export const DescriptorBody = z.strictObject({
  ...shared,
  kind: z.literal('descriptor'),
  sentence: Sentence,
  place: z.string().check(z.minLength(1), z.maxLength(300)),
  recordType: RecordType,
  occurredOn: Day,
  unit: UnitName,
  leaves: z.array(LeafCode).check(z.minLength(1), z.maxLength(40)),
})
export type DescriptorBody = z.infer<typeof DescriptorBody>

/** Takes a descriptor back: the record that it rested on is no more. It marks, and deletes nothing. */
export const RetractionBody = z.strictObject({
  ...shared,
  kind: z.literal('retraction'),
  retracts: Id,
  retractedOn: Day,
})
export type RetractionBody = z.infer<typeof RetractionBody>

export const LetterBody = z.discriminatedUnion('kind', [DescriptorBody, RetractionBody])
export type LetterBody = z.infer<typeof LetterBody>

/** A letter under way: the body's canonical JSON as text, and the school's Ed25519 signature over it. */
export const SignedLetter = z.strictObject({
  body: z.string().check(z.minLength(2), z.maxLength(6000)),
  signature: Base64url,
  publicKey: Base64url,
})
export type SignedLetter = z.infer<typeof SignedLetter>

/** The file between two installations. `bodyHash` (SHA-256, hexadecimal) tells a changed text from a wrong signature. */
export const LetterFile = z.strictObject({
  evident: z.literal('letter'),
  ...SignedLetter.shape,
  bodyHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type LetterFile = z.infer<typeof LetterFile>

/** Where evidence for one portfolio goes; a candidate hands it to her school as text. */
export const PortfolioAddress = z.strictObject({
  format: z.literal('evident-portfolio-1'),
  organisationId: Id,
  registrationId: Id,
  centreName: z.string().check(z.minLength(1), z.maxLength(200)),
  publicKey: Base64url,
  unit: UnitName,
})
export type PortfolioAddress = z.infer<typeof PortfolioAddress>

/** A letter of the school's out-register, for its head and data lead. It names no learner. */
export const SentLetter = z.object({
  id: Id,
  kind: z.enum(['descriptor', 'retraction']),
  sentence: z.nullable(z.string()),
  leaves: z.array(LeafCode),
  unitNumber: z.nullable(z.string()),
  retracts: z.nullable(Id),
  addressee: Addressee,
  centreName: z.string(),
  restsOn: z.array(z.object({ recordType: RecordType, recordId: Id })),
  writtenByName: z.string(),
  writtenAt: Moment,
  delivery: z.enum(['here', 'file']),
  deliveredAt: z.nullable(Moment),
  fault: z.nullable(z.string()),
  /** The letter that takes this one back. */
  retractionId: z.nullable(Id),
  retractedAt: z.nullable(Moment),
})
export type SentLetter = z.infer<typeof SentLetter>

export const bridgeShow = query('bridge.show', {
  where: 'school',
  summary: 'Whether evidence may leave the school, and since when.',
  input: z.object({}),
  output: z.object({
    isOn: z.boolean(),
    onAt: z.nullable(Moment),
    onByName: z.nullable(z.string()),
    /** Of the school's public key, for a centre on another installation to compare. */
    fingerprint: z.string(),
  }),
})

export const bridgeSwitchOn = command('bridge.switchOn', {
  where: 'school',
  summary: 'Lets practitioners offer descriptors of their own records as evidence. Head or data lead.',
  input: z.object({}),
  output: z.object({}),
})

export const bridgeSwitchOff = command('bridge.switchOff', {
  where: 'school',
  summary: 'Stops new descriptors. What left stays where it is; retractions still go.',
  input: z.object({}),
  output: z.object({}),
})

export const letterRegister = query('letter.register', {
  where: 'school',
  summary: 'Everything that left the school for a centre, newest first. Head and data lead.',
  input: z.object({}),
  output: z.array(SentLetter),
})

export const letterFile = query('letter.file', {
  where: 'school',
  summary: 'One letter as a signed file for a centre on another installation. Its author, the head, the data lead.',
  input: z.object({ letterId: Id }),
  output: z.object({ name: z.string(), file: LetterFile }),
})
