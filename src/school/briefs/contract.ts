// Session briefs: what is known before a lesson, from whom; four questions to the teacher; what is to be minded with single learners.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'
import { Cover } from '../groups/contract.ts'

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** The parts of a brief in the order in which they are read. */
export const BriefPart = z.enum(['objective', 'misconceptions', 'wanted', 'prior_learning', 'vocabulary', 'opportunity', 'resources'])
export type BriefPart = z.infer<typeof BriefPart>

/** Where something in a brief is from. */
export const BriefSource = z.enum(['plan', 'teacher', 'subject_lead', 'profile', 'book', 'support_plan'])
export type BriefSource = z.infer<typeof BriefSource>

/** When in the lesson something can be found out. */
export const LessonMoment = z.enum(['start', 'during', 'pause', 'end'])
export type LessonMoment = z.infer<typeof LessonMoment>

/** How the teacher wants to hear. */
export const WantedForm = z.enum(['spoken', 'note', 'handover'])
export type WantedForm = z.infer<typeof WantedForm>

/** One entry of a brief. It is about the lesson and names no learner. */
export const NewBriefEntry = z.object({
  id: Id,
  sessionId: Id,
  part: BriefPart,
  /** A line for each thing. For an opportunity the question, for what is wanted what it is. */
  words: text(400),
  /** Of an opportunity. */
  moment: z.nullable(LessonMoment),
  /** Of an opportunity: "Hinge question". */
  technique: z.nullable(text(60)),
  /** Of what is wanted: "12:10", "before lunch". */
  byWhen: z.nullable(text(40)),
  /** Of what is wanted. */
  form: z.nullable(WantedForm),
  source: BriefSource,
  /** Who said it, where the source is a person and somebody else wrote it down. */
  toldBy: z.nullable(text(60)),
  /** Taken away: it replaces an entry, and nothing stands in its place. */
  isGone: z.boolean(),
  /** The entry that whoever wrote this saw and changed. */
  replacesId: z.nullable(Id),
  writtenAt: Moment,
})
export type NewBriefEntry = z.infer<typeof NewBriefEntry>

export const BriefEntry = z.extend(NewBriefEntry, { writtenBy: Id, writtenByName: z.string() })
export type BriefEntry = z.infer<typeof BriefEntry>

/** A few words about one learner, or that this learner is to be left alone first. */
export const NewLearnerNote = z.object({
  id: Id,
  sessionId: Id,
  learnerId: Id,
  kind: z.enum(['note', 'leave_alone']),
  words: z.nullable(text(200)),
  source: BriefSource,
  isGone: z.boolean(),
  replacesId: z.nullable(Id),
  writtenAt: Moment,
})
export type NewLearnerNote = z.infer<typeof NewLearnerNote>

export const LearnerNote = z.extend(NewLearnerNote, { writtenBy: Id, writtenByName: z.string() })
export type LearnerNote = z.infer<typeof LearnerNote>

/** What happened around a brief. Each pair undoes the other; the latest holds. */
export const BriefStep = z.enum(['asked', 'not_asked', 'answered', 'not_received', 'received'])
export type BriefStep = z.infer<typeof BriefStep>

export const TakenStep = z.object({ step: BriefStep, takenBy: Id, takenByName: z.string(), takenAt: Moment })
export type TakenStep = z.infer<typeof TakenStep>

/** Refused: `in_future`, `not_of_this_part`, `nothing_to_take_away`, `brief_of_another`, `who_told`, `names_a_learner`. */
export const briefWrite = command('brief.write', {
  where: 'school',
  summary: 'Write an entry of a session’s brief, or change or take away one that stands.',
  input: NewBriefEntry,
  output: z.object({}),
})

/** Refused: `in_future`, `no_words`, `nothing_to_take_away`, `brief_of_another`. */
export const briefNoteLearner = command('brief.noteLearner', {
  where: 'school',
  summary: 'Note in a session’s brief what is to be minded with one learner.',
  input: NewLearnerNote,
  output: z.object({}),
})

/** `answered` is the class teacher’s alone. Refused: `in_future`. */
export const briefTakeStep = command('brief.takeStep', {
  where: 'school',
  summary: 'Ask the class teacher the four questions, say that they are answered, or that no briefing came.',
  input: z.object({ id: Id, sessionId: Id, step: BriefStep, takenAt: Moment }),
  output: z.object({}),
})

/** What an earlier brief of the group said, as a start. */
export const EarlierBrief = z.object({ sessionId: Id, startedAt: Moment, entries: z.array(BriefEntry) })
export type EarlierBrief = z.infer<typeof EarlierBrief>

export const BriefLearner = z.object({
  id: Id,
  name: z.string(),
  givenName: z.string(),
  symbol: z.nullable(z.string()),
  whatHelps: z.nullable(z.string()),
})
export type BriefLearner = z.infer<typeof BriefLearner>

/** A session that was not begun yet has a brief without entries. */
export const briefForSession = query('brief.forSession', {
  where: 'school',
  summary:
    'The brief of a session: entries with their sources, notes on learners, steps, and what earlier briefs and the group’s goals offer.',
  input: z.object({ sessionId: Id, groupId: Id }),
  output: z.object({
    entries: z.array(BriefEntry),
    learnerNotes: z.array(LearnerNote),
    steps: z.array(TakenStep),
    learners: z.array(BriefLearner),
    goals: z.array(z.object({ id: Id, wording: z.string(), criteria: z.array(z.object({ id: Id, childText: z.string() })) })),
    earlier: z.nullable(EarlierBrief),
    /** Lines of the group’s last briefs, the newest first, each once. */
    knownMisconceptions: z.array(z.string()),
    teachers: z.array(z.object({ personId: Id, name: z.string() })),
  }),
})

/** A session whose practitioner waits for the teacher’s answers. */
export const BriefQuestion = z.object({
  sessionId: Id,
  groupId: Id,
  groupName: z.string(),
  subject: z.string(),
  cover: Cover,
  startedAt: Moment,
  askedByName: z.string(),
  askedAt: Moment,
})
export type BriefQuestion = z.infer<typeof BriefQuestion>
