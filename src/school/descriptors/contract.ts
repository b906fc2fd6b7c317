// Evidence descriptors: a practitioner offers her own record to her portfolio as a pseudonymous sentence and a place.
import * as z from 'zod/mini'
import { Addressee, LeafCode, RecordType, Sentence, UnitName } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

/** A portfolio at a centre that this practitioner may send evidence to. */
export const Portfolio = z.object({
  addressee: Addressee,
  centreName: z.string(),
  unit: UnitName,
  delivery: z.enum(['here', 'file']),
})
export type Portfolio = z.infer<typeof Portfolio>

/** Which letter a learner is in one portfolio. It never leaves the school. */
export const Pseudonym = z.object({ learnerId: Id, letter: z.string().check(z.regex(/^[A-Z]{1,3}$/)) })
export type Pseudonym = z.infer<typeof Pseudonym>

const records = { recordType: RecordType, recordIds: z.array(Id).check(z.minLength(1), z.maxLength(40)) }

export const portfolioRemember = command('portfolio.remember', {
  where: 'school',
  summary: 'Keeps the address of the practitioner’s own portfolio, which her centre signed.',
  input: z.object({ id: Id, address: z.string().check(z.trim(), z.minLength(20), z.maxLength(3000)) }),
  output: Portfolio,
})

export const portfolioMine = query('portfolio.mine', {
  where: 'school',
  summary: 'The portfolios that the practitioner can send evidence to.',
  input: z.object({}),
  output: z.array(Portfolio),
})

export const descriptorDraft = query('descriptor.draft', {
  where: 'school',
  summary: 'Proposes the sentence and the leaves for one’s own record. Nothing leaves.',
  /** `id`: of the letter that may come of it. */
  input: z.object({ id: Id, registrationId: Id, ...records }),
  output: z.object({
    sentence: z.string(),
    leaves: z.array(LeafCode),
    place: z.string(),
    occurredOn: Day,
    pseudonyms: z.array(Pseudonym),
    /** What children said, to be put in by choice: never part of the proposal. */
    childWords: z.array(z.object({ letter: z.string(), words: z.string() })),
    /** Names that must not stand in the sentence. */
    names: z.array(z.string()),
  }),
})

export const descriptorOffer = command('descriptor.offer', {
  where: 'school',
  summary: 'Sends a descriptor of one’s own record to one’s portfolio, as a letter.',
  input: z.object({
    id: Id,
    registrationId: Id,
    ...records,
    sentence: Sentence,
    leaves: z.array(LeafCode).check(z.minLength(1), z.maxLength(40)),
    /** The letters that the sentence was read with. */
    pseudonyms: z.array(Pseudonym).check(z.maxLength(40)),
    /** Ordinary words that are also a learner's name, which the practitioner has said are words. */
    confirmedWords: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20)),
  }),
  output: z.object({ letterId: Id, delivery: z.enum(['here', 'file']) }),
})

export const OfferedDescriptor = z.object({
  letterId: Id,
  addressee: Addressee,
  centreName: z.string(),
  unitNumber: z.string(),
  sentence: z.string(),
  leaves: z.array(LeafCode),
  occurredOn: Day,
  recordType: RecordType,
  /** Empty when the records were erased. */
  recordIds: z.array(Id),
  writtenAt: Moment,
  delivery: z.enum(['here', 'file']),
  deliveredAt: z.nullable(Moment),
  /** The letter that takes this one back, to be carried too when it travels as a file. */
  retractionId: z.nullable(Id),
  retractedAt: z.nullable(Moment),
})
export type OfferedDescriptor = z.infer<typeof OfferedDescriptor>

export const descriptorMine = query('descriptor.mine', {
  where: 'school',
  summary: 'What the practitioner has offered, newest first.',
  input: z.object({}),
  output: z.array(OfferedDescriptor),
})
