// Assignments: the headings that a unit suggests, what a candidate is writing under them, and the sources that she names.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Declaration, Source } from '../../core/sources.ts'
import { Moment } from '../../core/time.ts'
import { Writing } from '../../core/writing.ts'
import { AssignmentRecord } from '../evidence/contract.ts'

const Code = z.string().check(z.minLength(1), z.maxLength(40))

/** A table that is filled from one’s own setting: one cell for each row and column. */
export const OwnSettingTable = z.object({
  code: Code,
  leaf: LeafCode,
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.string()),
})
export type OwnSettingTable = z.infer<typeof OwnSettingTable>

export const AssignmentHeading = z.object({
  code: Code,
  label: z.string(),
  about: z.string(),
  /** What the words under it can serve. */
  leaves: z.array(LeafCode),
  tables: z.array(OwnSettingTable),
})
export type AssignmentHeading = z.infer<typeof AssignmentHeading>

/** How far the author thinks a leaf is covered. One that is not named is not covered yet. */
export const Coverage = z.enum(['weak', 'covered'])
export type Coverage = z.infer<typeof Coverage>

/** Everything that one is writing. Parts that are not there are empty. */
export const AssignmentContent = z.strictObject({
  headings: z.array(z.strictObject({ heading: Code, writing: Writing })).check(z.maxLength(12)),
  tables: z
    .array(
      z.strictObject({
        table: Code,
        cells: z.array(z.array(z.string().check(z.maxLength(2_000))).check(z.maxLength(8))).check(z.maxLength(12)),
      }),
    )
    .check(z.maxLength(12)),
  sources: z.array(Source).check(z.maxLength(60)),
  coverage: z.array(z.strictObject({ leaf: LeafCode, state: Coverage })).check(z.maxLength(40)),
})
export type AssignmentContent = z.infer<typeof AssignmentContent>

/** A version of what is being written. Two of one registration stand when two devices wrote at once. */
export const AssignmentDraft = z.object({
  id: Id,
  /** Another with each saving. */
  revision: Id,
  content: AssignmentContent,
  savedAt: Moment,
  setAsideAt: z.nullable(Moment),
})
export type AssignmentDraft = z.infer<typeof AssignmentDraft>

/** What one device has of an assignment. */
export const KeptAssignment = z.object({
  /** The revision that it handed over or fetched last; null when there was none. */
  basedOn: z.nullable(Id),
  /** Something was typed since. */
  isUnsent: z.boolean(),
  /** `basedOn` was handed over and no answer of the server has shown it yet. */
  isUnseen: z.boolean(),
  content: AssignmentContent,
})
export type KeptAssignment = z.infer<typeof KeptAssignment>

export const assignmentOutline = query('assignment.outline', {
  where: 'centre',
  summary: 'The headings of the assignment that a registration’s unit suggests.',
  input: z.object({ registrationId: Id }),
  output: z.array(AssignmentHeading),
})

export const assignmentDrafts = query('assignment.drafts', {
  where: 'centre',
  summary:
    'What the candidate is writing, the last saved first; those set aside after the others. Nobody else sees it before it is submitted.',
  input: z.object({ registrationId: Id }),
  output: z.array(AssignmentDraft),
})

export const assignmentSaveDraft = command('assignment.saveDraft', {
  where: 'centre',
  summary: 'Keeps what the candidate writes. What another device wrote meanwhile stays beside it.',
  input: z.object({
    registrationId: Id,
    revision: Id,
    /** The revision that was on the screen when the writing began; null when there was none. */
    basedOn: z.nullable(Id),
    content: AssignmentContent,
  }),
  output: z.object({ isBeside: z.boolean() }),
})

export const assignmentChooseDraft = command('assignment.chooseDraft', {
  where: 'centre',
  summary: 'Of versions that two devices wrote, the candidate goes on with one; the others are set aside and can be read.',
  input: z.object({ registrationId: Id, draftId: Id }),
  output: z.object({}),
})

export const assignmentSubmit = command('assignment.submit', {
  where: 'centre',
  summary:
    'The candidate submits her assignment: its words are locked as a version of an item of evidence, and claim the leaves that she chose.',
  input: z.object({
    /** The submission’s; the first becomes the item’s. */
    id: Id,
    registrationId: Id,
    content: AssignmentContent,
    leaves: z.array(LeafCode).check(z.maxLength(40)),
    declaration: Declaration,
  }),
  output: z.object({ reference: z.string(), version: z.int() }),
})

/** One submission, word for word. */
export const AssignmentSubmission = z.object({
  evidenceId: Id,
  reference: z.string(),
  version: z.int(),
  title: z.string(),
  record: AssignmentRecord,
  contentHash: z.string(),
  submittedByName: z.nullable(z.string()),
  submittedAt: Moment,
})
export type AssignmentSubmission = z.infer<typeof AssignmentSubmission>

/** On this leaf an item says what it said under these hashes of its content, although another part of it says something else now. */
export const SaidAlike = z.object({ evidenceId: Id, leaf: LeafCode, contentHashes: z.array(z.string()) })
export type SaidAlike = z.infer<typeof SaidAlike>

/** `discussion`: it is proposed for the agenda of a professional discussion. `questions`: it is asked as a question. */
export const DiscussionWay = z.enum(['discussion', 'questions'])
export type DiscussionWay = z.infer<typeof DiscussionWay>

/** A point of a submitted assignment that is to be discussed. */
export const DiscussionPoint = z.object({
  id: Id,
  evidenceId: Id,
  version: z.int(),
  heading: Code,
  /** Words of the text that it is about; empty: all under the heading. */
  passage: z.string(),
  point: z.string(),
  leaves: z.array(LeafCode),
  /** The agenda of a professional discussion on which it stands; null: it is asked as a question. */
  agenda: z.nullable(z.object({ id: Id, agreedAt: z.nullable(Moment) })),
  markedByName: z.nullable(z.string()),
  markedAt: Moment,
})
export type DiscussionPoint = z.infer<typeof DiscussionPoint>

export const assignmentSubmitted = query('assignment.submitted', {
  where: 'centre',
  summary: 'Every submission of a registration’s assignment, the last first, and the points in it that are to be discussed.',
  input: z.object({ registrationId: Id }),
  output: z.object({ submissions: z.array(AssignmentSubmission), points: z.array(DiscussionPoint) }),
})

const Words = (longest: number) => z.string().check(z.trim(), z.maxLength(longest))

export const assignmentMarkPoint = command('assignment.markPoint', {
  where: 'centre',
  summary: 'The assessor marks a point of a submitted assignment to be discussed, on leaves that she names.',
  input: z.object({
    id: Id,
    registrationId: Id,
    evidenceId: Id,
    version: z.int(),
    heading: Code,
    passage: Words(1_000),
    point: Words(400),
    leaves: z.array(LeafCode).check(z.maxLength(40)),
    way: DiscussionWay,
  }),
  output: z.object({}),
})
