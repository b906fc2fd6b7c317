// Sessions: one lesson's support of one group, planned by the timetable or begun unplanned.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'
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
