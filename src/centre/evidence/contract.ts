// Evidence: items under references that never change, the descriptors that schools send, and where they were seen.
import * as z from 'zod/mini'
import { LeafCode, RecordType } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Declaration, Source } from '../../core/sources.ts'
import { Day, Moment } from '../../core/time.ts'
import { Writing } from '../../core/writing.ts'
import { AssessmentMethod } from '../standards/contract.ts'
import { ArrivingFile, PortfolioFile } from '../uploads/contract.ts'

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

/** Who saw the record itself, where and when, and who at the school had allowed it; nobody is named for what was seen before that was asked. */
const Sighting = z.object({ where: z.string(), seenOn: Day, seenByName: z.string(), permittedBy: z.string() })

const words = (longest: number) => z.string().check(z.trim(), z.maxLength(longest))

/** Beside what a method's own record asks for; for what came before there were records, all that was said. */
const note = words(4000)

/** A visit: its times, and what was seen moment by moment. Learners stand as letters. */
export const ObservationRecord = z.object({
  method: z.literal('O'),
  startedAt: z.nullable(Moment),
  endedAt: z.nullable(Moment),
  place: words(200),
  learners: z.array(words(40)).check(z.maxLength(40)),
  entries: z.array(z.object({ at: z.nullable(Moment), seen: words(2000) })).check(z.maxLength(300)),
  feedback: words(4000),
  candidateComment: words(4000),
  /** The visit that it is of, once candidate and assessor have both signed what it says: then nobody says it anew. */
  visitId: z.optional(Id),
  note,
})

/** What a witness wrote and signed. Whether it is expert testimony is found, never said here. */
export const TestimonyRecord = z.object({
  method: z.literal('WT'),
  witnessId: z.nullable(Id),
  witnessName: words(120),
  relationship: words(200),
  category: words(120),
  position: z.optional(words(120)),
  /** On the clock of the place. */
  startTime: z.optional(words(5)),
  endTime: z.optional(words(5)),
  place: z.optional(words(200)),
  /** Who was there, as letters. */
  setting: z.optional(words(400)),
  /** What the candidate did. */
  statement: words(8000),
  /** What the candidate said. */
  spoke: z.optional(words(2000)),
  signedAt: z.nullable(Moment),
  note,
})

/** A table that an assignment fills from its author’s own setting: a cell for each row and column. */
const SettingTable = z.object({
  code: words(40),
  leaf: LeafCode,
  title: words(200),
  columns: z.array(words(120)).check(z.maxLength(8)),
  rows: z.array(words(120)).check(z.maxLength(12)),
  cells: z.array(z.array(z.string().check(z.maxLength(2_000))).check(z.maxLength(8))).check(z.maxLength(12)),
})

/** An assignment as it was submitted, word for word. One that was added by hand says no more than its note, and declares nothing. */
export const AssignmentRecord = z.object({
  method: z.literal('A'),
  headings: z
    .array(z.object({ code: words(40), heading: words(120), writing: Writing, tables: z.array(SettingTable).check(z.maxLength(4)) }))
    .check(z.maxLength(12)),
  sources: z.array(Source).check(z.maxLength(60)),
  declaration: z.nullable(Declaration),
  note,
})
export type AssignmentRecord = z.infer<typeof AssignmentRecord>

/** Questions and their answers; `isVerbatim`: word for word. */
export const QuestioningRecord = z.object({
  method: z.literal('Q'),
  exchanges: z.array(z.object({ question: words(1000), answer: words(6000), isVerbatim: z.boolean() })).check(z.maxLength(60)),
  note,
})

/** A discussion with the agenda that both had agreed before; `agreedAt` null: none was, and then it is questioning (R8). */
export const DiscussionRecord = z.object({
  method: z.literal('PD'),
  /** `unit`: its number, where the talk was about several. */
  agenda: z.array(z.object({ leaf: LeafCode, point: words(400), unit: z.optional(words(40)) })).check(z.maxLength(60)),
  agreedAt: z.nullable(Moment),
  startedAt: z.nullable(Moment),
  /** Seconds from the start of the recording. */
  timeIndex: z.array(z.object({ at: z.int().check(z.minimum(0), z.maximum(86_400)), point: words(400) })).check(z.maxLength(200)),
  summary: words(8000),
  note,
})

export const ReflectionRecord = z.object({
  method: z.literal('RA'),
  eventOn: z.nullable(Day),
  ownRole: words(1000),
  what: words(6000),
  soWhat: words(6000),
  nowWhat: words(6000),
  note,
})

/** A product: how it came about, and where the real thing lies. */
export const ProductRecord = z.object({ method: z.literal('PE'), howProduced: words(4000), place: words(300), note })

/** What an item says, by its method. */
export const EvidenceRecord = z.discriminatedUnion('method', [
  ObservationRecord,
  TestimonyRecord,
  AssignmentRecord,
  QuestioningRecord,
  DiscussionRecord,
  ReflectionRecord,
  ProductRecord,
])
export type EvidenceRecord = z.infer<typeof EvidenceRecord>

/** What is being written, kept on the device until it is handed in. */
export const EvidenceDraft = z.object({
  id: Id,
  title: z.string(),
  /** A day, or nothing yet. */
  occurredOn: z.string(),
  record: z.nullable(EvidenceRecord),
  files: z.array(PortfolioFile),
  arriving: z.array(ArrivingFile),
  leaves: z.array(LeafCode),
  also: z.record(Id, z.array(LeafCode)),
  agendaId: z.optional(Id),
})
export type EvidenceDraft = z.infer<typeof EvidenceDraft>

/** One item as it stands now: its newest version. */
export const EvidenceItem = z.object({
  id: Id,
  /** Method and number, the same in every unit: `PE-01`. */
  reference: z.string(),
  method: AssessmentMethod,
  version: z.int(),
  /** SHA-256 of what it says, in hexadecimal. The same content again has the same hash. */
  contentHash: z.string(),
  title: z.string(),
  occurredOn: Day,
  record: EvidenceRecord,
  files: z.array(PortfolioFile),
  leaves: z.array(LeafCode),
  addedById: Id,
  addedByName: z.nullable(z.string()),
  addedAt: Moment,
  /** Who wrote it declared it to be their own work. */
  isOwnWork: z.boolean(),
  /** When its newest version was written. */
  writtenAt: Moment,
  descriptor: z.nullable(Descriptor),
  /** By the assessor (R14). */
  seen: z.nullable(Sighting),
  /** By the IQA, where the unit was sampled. */
  seenByIqa: z.nullable(Sighting),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

/** What is said when an item is added or changed. */
const Said = {
  title: z.string().check(z.trim(), z.minLength(3), z.maxLength(160)),
  occurredOn: Day,
  record: EvidenceRecord,
  /** A candidate declares it of everything that she hands in. */
  isOwnWork: z.boolean(),
  /** Files that belong to it, in their order; each came in whole before. */
  fileIds: z.optional(z.array(Id).check(z.maxLength(20))),
}

const Leaves = z.array(LeafCode).check(z.minLength(1), z.maxLength(40))

export const evidenceAdd = command('evidence.add', {
  where: 'centre',
  summary: 'Adds an item by hand: a candidate’s own work, or an assessor’s observation, questions or discussion.',
  version: 2,
  input: z.object({
    id: Id,
    registrationId: Id,
    ...Said,
    leaves: Leaves,
    /** Leaves of the candidate's other units that it shows as well. */
    alsoFor: z.optional(z.array(z.object({ registrationId: Id, leaves: Leaves })).check(z.maxLength(20))),
    /** For a professional discussion: the agenda that both had agreed. Without one it is entered as questioning (R8). */
    agendaId: z.optional(Id),
  }),
  output: z.object({ reference: z.string(), method: AssessmentMethod }),
})

export const evidenceWithdraw = command('evidence.withdraw', {
  where: 'centre',
  summary: 'Who added an item takes it back within moments. Its reference stays used.',
  input: z.object({ registrationId: Id, evidenceId: Id }),
  output: z.object({}),
})

export const WithdrawnItem = z.object({ reference: z.string(), withdrawnByName: z.string(), withdrawnAt: Moment })
export type WithdrawnItem = z.infer<typeof WithdrawnItem>

export const evidenceWithdrawn = query('evidence.withdrawn', {
  where: 'centre',
  summary: 'References that were taken back, for everyone who may read the portfolio.',
  input: z.object({ registrationId: Id }),
  output: z.array(WithdrawnItem),
})

export const evidenceChange = command('evidence.change', {
  where: 'centre',
  summary: 'Who added an item by hand says it anew, as a further version. Decisions that rested on what it said before are open again.',
  input: z.object({ registrationId: Id, evidenceId: Id, ...Said }),
  output: z.object({ version: z.int() }),
})

/** What an item said in one version. */
export const EvidenceVersion = z.object({
  version: z.int(),
  title: z.string(),
  occurredOn: Day,
  record: EvidenceRecord,
  files: z.array(PortfolioFile),
  contentHash: z.string(),
  writtenByName: z.nullable(z.string()),
  writtenAt: Moment,
})
export type EvidenceVersion = z.infer<typeof EvidenceVersion>

export const evidenceVersions = query('evidence.versions', {
  where: 'centre',
  summary: 'All that an item ever said, newest first, for everyone who may read the portfolio.',
  input: z.object({ registrationId: Id, evidenceId: Id }),
  output: z.array(EvidenceVersion),
})

/** Where a record was seen, as a form wants it. The command takes an empty one too, and its rule says what is missing. */
export const SeenWhere = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const evidenceSeenInPlace = command('evidence.seenInPlace', {
  where: 'centre',
  summary: 'The assessor, or the IQA, says where and on which day she saw the record itself, and who at the school allowed it.',
  version: 2,
  input: z.object({
    id: Id,
    registrationId: Id,
    evidenceId: Id,
    where: z.string().check(z.trim(), z.maxLength(200)),
    seenOn: z.nullable(Day),
    permittedBy: z.string().check(z.trim(), z.maxLength(200)),
  }),
  output: z.object({}),
})
