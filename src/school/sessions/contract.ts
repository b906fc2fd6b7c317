// Sessions: one lesson's support of one group, planned by the timetable or begun unplanned.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { Cover } from '../groups/contract.ts'

export const Session = z.object({ id: Id, groupId: Id, startedBy: Id, startedByName: z.string(), startedAt: Moment })
export type Session = z.infer<typeof Session>

/** A session as pages show it, from the timetable too before anything was said about it. */
export const ShownSession = z.object({
  id: Id,
  groupId: Id,
  groupName: z.string(),
  subject: z.string(),
  cover: Cover,
  startsAt: Moment,
  /** Null for one that was begun unplanned. */
  endsAt: z.nullable(Moment),
  /** Whether the server has it. One of the timetable that it has not is opened ahead of what is said about it: `openSession` of the client. */
  isOpen: z.boolean(),
  isCancelled: z.boolean(),
  /** The colleague who takes it for its hours. */
  takenBy: z.nullable(z.object({ personId: Id, name: z.string() })),
})
export type ShownSession = z.infer<typeof ShownSession>

/** Made by the device, offline too. Refused: `in_future`. */
export const sessionStart = command('session.start', {
  where: 'school',
  summary: 'Begin a session with a group one works with.',
  input: z.object({ id: Id, groupId: Id, startedAt: Moment }),
  output: z.object({}),
})

/**
 * `id` is the one that the timetable gives the session (`sessionIdOn`). Opening twice is once, from two devices too. Term dates are not asked:
 * a lesson that took place on a day that was closed since took place.
 */
export const sessionOpen = command('session.open', {
  where: 'school',
  summary: 'Open a session of the timetable, so that something can be said about it.',
  input: z.object({ id: Id, groupId: Id }),
  output: z.object({}),
})

const ofGroup = { id: Id, groupId: Id }

/** Opens it first where that is needed. Refused: `ends_before_start`, `too_long`. */
export const sessionMove = command('session.move', {
  where: 'school',
  summary: 'Give one session another day or time.',
  input: z.object({ ...ofGroup, startsAt: Moment, endsAt: Moment }),
  output: z.object({}),
})

/** Twice is once. Nothing that was recorded changes; whoever was to take it does not. */
export const sessionCancel = command('session.cancel', {
  where: 'school',
  summary: 'Say that one session does not take place.',
  input: z.object(ofGroup),
  output: z.object({}),
})

export const sessionRestore = command('session.restore', {
  where: 'school',
  summary: 'Say that a cancelled session takes place after all.',
  input: z.object(ofGroup),
  output: z.object({}),
})

/**
 * The colleague sees the group's learners and records from a quarter of an hour before until a quarter after; what they recorded then is accepted whenever it arrives.
 * `id` names their part in it. Refused: `already_in_group`, `part_without_role`, `already_taken`, `session_over`, `no_end`.
 */
export const sessionHandTo = command('session.handTo', {
  where: 'school',
  summary: 'Let a colleague or cover teacher take one session.',
  input: z.object({ id: Id, sessionId: Id, groupId: Id, personId: Id }),
  output: z.object({}),
})

/** The group is closed to the colleague at once. */
export const sessionTakeBack = command('session.takeBack', {
  where: 'school',
  summary: 'Take a session back from whoever was to take it.',
  input: z.object({ sessionId: Id, groupId: Id }),
  output: z.object({}),
})

const period = { fromOn: Day, untilOn: Day }

/** At most 31 days; in the order of time, cancelled ones among them. */
export const sessionMine = query('session.mine', {
  where: 'school',
  summary: 'The sessions of one’s groups, and those one takes for a colleague, from one day to another.',
  input: z.object(period),
  output: z.object({ sessions: z.array(ShownSession) }),
})

export const sessionOfGroup = query('session.ofGroup', {
  where: 'school',
  summary: 'The sessions of a group from one day to another.',
  input: z.object({ groupId: Id, ...period }),
  output: z.object({ sessions: z.array(ShownSession) }),
})

export const sessionFind = query('session.find', {
  where: 'school',
  summary: 'One session, of the timetable too before it was opened.',
  input: z.object({ sessionId: Id }),
  output: z.object({ session: ShownSession }),
})

export const sessionForGroup = query('session.forGroup', {
  where: 'school',
  summary: 'The sessions of a group, newest first, at most a hundred.',
  input: z.object({ groupId: Id }),
  output: z.object({ sessions: z.array(Session) }),
})
