// Candidates before a unit begins: a profile in their own words, a skill scan, prior learning as context, and the notices that they have read.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
const few = (most: number) => z.string().check(z.trim(), z.maxLength(most))

/** Everything may be left empty: a candidate says what she wants known. */
const profile = { experience: few(1000), job: few(160), setting: few(160), needs: few(1000) }

export const candidateWriteProfile = command('candidate.writeProfile', {
  where: 'centre',
  summary: 'The candidate says what her experience, job and setting are, and which adjustments she wants known.',
  input: z.object({ id: Id, ...profile }),
  output: z.object({}),
})

export const ScanAnswer = z.enum(['can_do', 'partly', 'not_yet'])
export type ScanAnswer = z.infer<typeof ScanAnswer>

/** Refused: `unknown_leaf`, `unit_claimed`. */
export const skillScanSay = command('skillScan.say', {
  where: 'centre',
  summary: 'The candidate says where she sees herself on one leaf. Context for planning, never evidence.',
  input: z.object({ id: Id, registrationId: Id, leaf: LeafCode, answer: ScanAnswer, words: few(300) }),
  output: z.object({}),
})

/** Refused: `unit_claimed`, `in_the_future`. */
export const priorLearningNote = command('priorLearning.note', {
  where: 'centre',
  summary: 'Candidate or assessor notes earlier learning as context. It counts for nothing by itself.',
  input: z.object({ id: Id, registrationId: Id, what: words(300), gainedIn: z.int().check(z.minimum(1950), z.maximum(2100)) }),
  output: z.object({}),
})

/** A year as it is typed. */
export const YearText = z.pipe(z.string().check(z.regex(/^\d{4}$/)), z.pipe(z.transform(Number), priorLearningNote.input.shape.gainedIn))

/** Refused: `withdrawn_already`. */
export const priorLearningWithdraw = command('priorLearning.withdraw', {
  where: 'centre',
  summary: 'Takes a note on earlier learning back.',
  input: z.object({ registrationId: Id, noteId: Id }),
  output: z.object({}),
})

export const NoticeKind = z.enum(['appeals', 'privacy'])
export type NoticeKind = z.infer<typeof NoticeKind>

export const noticePublish = command('notice.publish', {
  where: 'centre',
  summary:
    'The centre administrator publishes what candidates are told about appeals, or about their data. Earlier readers are asked again.',
  input: z.object({ id: Id, kind: NoticeKind, words: words(6000) }),
  output: z.object({}),
})

/** Refused: `replaced_since`. */
export const noticeAcknowledge = command('notice.acknowledge', {
  where: 'centre',
  summary: 'The candidate has read a notice as it is now.',
  input: z.object({ noticeId: Id }),
  output: z.object({}),
})

export const Notice = z.object({ id: Id, kind: NoticeKind, words: z.string(), publishedAt: Moment })
export type Notice = z.infer<typeof Notice>

/** The newest of each kind, and when this candidate acknowledged it. */
export const ReadNotice = z.extend(Notice, { acknowledgedAt: z.nullable(Moment) })
export type ReadNotice = z.infer<typeof ReadNotice>

export const noticeList = query('notice.list', {
  where: 'centre',
  summary: 'The notices that hold; for a candidate with the day on which she read each.',
  input: z.object({}),
  output: z.array(ReadNotice),
})

export const Introduction = z.object({
  profile: z.nullable(z.object({ ...profile, writtenAt: Moment })),
  scan: z.array(z.object({ leaf: LeafCode, answer: ScanAnswer, words: z.string(), saidAt: Moment })),
  priorLearning: z.array(z.object({ id: Id, what: z.string(), gainedIn: z.int(), saidByName: z.string(), saidAt: Moment })),
  notices: z.array(ReadNotice),
})
export type Introduction = z.infer<typeof Introduction>

export const candidateIntroduction = query('candidate.introduction', {
  where: 'centre',
  summary: 'Profile, skill scan, prior learning and notices of a unit’s candidate, for whoever reads the unit.',
  input: z.object({ registrationId: Id }),
  output: Introduction,
})
