// Handovers: three headings drafted from a session's moments, finished by the practitioner; and what the teacher decides.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { DraftHeading } from '../drafts/contract.ts'
import { Cover } from '../groups/contract.ts'

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** `domain.md` 4.1 a, b, c; then for whom the suggestion is, and at whom the teacher should look. */
export const HandoverHeading = z.enum(['progress', 'response', 'responsibility', 'suggestion', 'look'])
export type HandoverHeading = z.infer<typeof HandoverHeading>

/** Signs of taking responsibility, never of behaviour. */
export const ResponsibilitySign = z.enum([
  'starts_alone',
  'fetches_resource',
  'checks_work',
  'asks_precisely',
  'chooses_next',
  'uses_feedback',
  'helps_peer',
])
export type ResponsibilitySign = z.infer<typeof ResponsibilitySign>

export const HandoverDecision = z.enum(['regroup', 'reteach', 'move_on', 'see_learner', 'no_change', 'own'])
export type HandoverDecision = z.infer<typeof HandoverDecision>

/** Whom a handover may go to besides the teacher. */
export const SharedWith = z.enum(['senco', 'subject_lead'])
export type SharedWith = z.infer<typeof SharedWith>

/** Long enough for any sentence that a handover of 120 words has room for. */
const Wording = text(300)

/**
 * A line about one learner, kept for that learner alone. It comes before its handover: what is sent is whole. Under `suggestion` and `look` the wording is the learner's name.
 * Refused: `in_future`, `already_sent`, `names_another`, `sign_elsewhere`; code `learner_erased`.
 */
export const handoverAddLine = command('handover.addLine', {
  where: 'school',
  summary: 'Write a line about one learner for a handover that is sent afterwards.',
  input: z.object({
    id: Id,
    handoverId: Id,
    sessionId: Id,
    learnerId: Id,
    heading: HandoverHeading,
    sign: z.nullable(ResponsibilitySign),
    wording: Wording,
    position: z.int().check(z.gte(0), z.lte(99)),
    writtenAt: Moment,
  }),
  output: z.object({}),
})

/** A line about the group, naming nobody. */
export const GroupLine = z.object({
  id: Id,
  heading: DraftHeading,
  wording: Wording,
  position: z.int().check(z.gte(0), z.lte(99)),
})
export type GroupLine = z.infer<typeof GroupLine>

/** Refused: `in_future`, `nothing_said`, `too_many_words`, `names_a_learner`. */
export const handoverSend = command('handover.send', {
  where: 'school',
  summary: 'Hand a session over to the group’s teacher, in at most 120 words.',
  input: z.object({
    id: Id,
    sessionId: Id,
    lines: z.array(GroupLine).check(z.maxLength(20)),
    suggestion: z.nullable(Wording),
    isUrgent: z.boolean(),
    alsoTo: z.array(SharedWith).check(z.maxLength(2)),
    sentAt: Moment,
  }),
  output: z.object({}),
})

/** A handover while it is written, as its device keeps it. */
export const HandoverDraft = z.object({
  id: Id,
  lines: z.array(
    z.object({ id: Id, heading: DraftHeading, learnerId: z.nullable(Id), sign: z.nullable(ResponsibilitySign), wording: z.string() }),
  ),
  suggestion: z.string(),
  /** For whom the suggestion is. */
  suggestionFor: z.array(Id),
  /** At whom the teacher should look. */
  look: z.array(Id),
  isUrgent: z.boolean(),
  alsoTo: z.array(SharedWith),
})
export type HandoverDraft = z.infer<typeof HandoverDraft>

/** By whoever sent it or a teacher of the group. Sharing twice is once. */
export const handoverShare = command('handover.share', {
  where: 'school',
  summary: 'Let the SENCO or the subject lead read a handover as well.',
  input: z.object({ id: Id, handoverId: Id, sharedWith: SharedWith }),
  output: z.object({}),
})

/** The first reading counts. */
export const handoverMarkRead = command('handover.markRead', {
  where: 'school',
  summary: 'Note that one has read a handover.',
  input: z.object({ id: Id, handoverId: Id, readAt: Moment }),
  output: z.object({}),
})

/** A teacher of the group alone. Deciding again changes it; what was decided before stays in its history. Refused: `in_future`, `own_words_missing`, `names_a_learner`. */
export const handoverDecide = command('handover.decide', {
  where: 'school',
  summary: 'Say what follows from a handover.',
  input: z.object({
    id: Id,
    handoverId: Id,
    decision: HandoverDecision,
    /** With `own`, and only then. */
    ownWords: z.nullable(text(120)),
    reply: z.nullable(text(200)),
    decidedAt: Moment,
  }),
  output: z.object({}),
})

/** Refused: code `learner_erased`. */
export const handoverNameInDecision = command('handover.nameInDecision', {
  where: 'school',
  summary: 'Say which learner a decision is about; for three learners, three commands.',
  input: z.object({ id: Id, decisionId: Id, learnerId: Id }),
  output: z.object({}),
})

/** By anybody who works with the group. Refused: `session_of_another`, `session_of_the_handover`. */
export const handoverCarryOut = command('handover.carryOut', {
  where: 'school',
  summary: 'Link the later session in which a decision was carried out.',
  input: z.object({ id: Id, decisionId: Id, sessionId: Id }),
  output: z.object({}),
})

/** One's own alone. Withdrawing twice is once. */
export const handoverWithdraw = command('handover.withdraw', {
  where: 'school',
  summary: 'Take back a handover, a decision or that it was carried out.',
  input: z.object({ id: Id, recordId: Id }),
  output: z.object({}),
})

const Named = z.object({ id: Id, name: z.string() })

export const ShownDecision = z.object({
  id: Id,
  decision: HandoverDecision,
  ownWords: z.nullable(z.string()),
  reply: z.nullable(z.string()),
  learners: z.array(Named),
  decidedBy: Named,
  decidedAt: Moment,
  isWithdrawn: z.boolean(),
  carriedOut: z.array(z.object({ id: Id, sessionId: Id, startedAt: Moment, notedBy: Named })),
})
export type ShownDecision = z.infer<typeof ShownDecision>

export const HandoverLine = z.object({
  id: Id,
  learner: z.nullable(Named),
  heading: HandoverHeading,
  sign: z.nullable(ResponsibilitySign),
  wording: z.string(),
})
export type HandoverLine = z.infer<typeof HandoverLine>

/** A handover as one reader sees it: lines about learners whom the reader doesn't work with are not in it. */
export const Handover = z.object({
  id: Id,
  sessionId: Id,
  sessionStartedAt: Moment,
  groupId: Id,
  groupName: z.string(),
  cover: Cover,
  sentBy: Named,
  sentAt: Moment,
  isUrgent: z.boolean(),
  suggestion: z.nullable(z.string()),
  lines: z.array(HandoverLine),
  sharedWith: z.array(SharedWith),
  reads: z.array(z.object({ readBy: Named, readAt: Moment })),
  /** Newest first, with those that were changed or taken back. */
  decisions: z.array(ShownDecision),
})
export type Handover = z.infer<typeof Handover>

export const handoverForSession = query('handover.forSession', {
  where: 'school',
  summary: 'The handovers of one session, newest first, and what was decided.',
  input: z.object({ groupId: Id, sessionId: Id }),
  output: z.object({ handovers: z.array(Handover) }),
})

export const handoverForGroup = query('handover.forGroup', {
  where: 'school',
  summary: 'The last twenty handovers of a group, newest first.',
  input: z.object({ groupId: Id }),
  output: z.object({ handovers: z.array(Handover) }),
})

export const handoverShow = query('handover.show', {
  where: 'school',
  summary: 'One handover, to read and to decide on.',
  input: z.object({ handoverId: Id }),
  output: z.object({
    handover: Handover,
    /** Whether the actor is a teacher of the group. */
    canDecide: z.boolean(),
    /** Learners of the group whom the actor works with: a decision may be about them. */
    learners: z.array(Named),
  }),
})

/** The brief's first line. */
export const handoverDecisionFor = query('handover.decisionFor', {
  where: 'school',
  summary: 'The last handover of a group before a moment on which a decision stands; null when there is none.',
  input: z.object({ groupId: Id, before: Moment }),
  output: z.object({ handover: z.nullable(Handover) }),
})

/** A line in a list of what waits. */
export const WaitingHandover = z.object({
  id: Id,
  groupId: Id,
  groupName: z.string(),
  sentByName: z.string(),
  sentAt: Moment,
  isUrgent: z.boolean(),
  isRead: z.boolean(),
})
export type WaitingHandover = z.infer<typeof WaitingHandover>

export const NewDecision = z.object({
  handoverId: Id,
  sessionId: Id,
  groupId: Id,
  groupName: z.string(),
  decision: HandoverDecision,
  ownWords: z.nullable(z.string()),
  decidedByName: z.string(),
  decidedAt: Moment,
})
export type NewDecision = z.infer<typeof NewDecision>

export const handoverByWeek = query('handover.byWeek', {
  where: 'school',
  summary: 'For leaders: how many handovers of each week have an answer. Counts alone, no names, no groups.',
  input: z.object({}),
  /** Mondays of the last eight weeks with a handover, newest first. */
  output: z.object({ weeks: z.array(z.object({ weekOn: Day, sent: z.int(), answered: z.int() })) }),
})
