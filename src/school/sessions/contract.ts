// Sessions: one lesson's support of one group.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

export const Session = z.object({ id: Id, groupId: Id, startedBy: Id, startedByName: z.string(), startedAt: Moment })
export type Session = z.infer<typeof Session>

/** Made by the device, offline too. Refused: `in_future`. */
export const sessionStart = command('session.start', {
  where: 'school',
  summary: 'Begin a session with a group one works with.',
  input: z.object({ id: Id, groupId: Id, startedAt: Moment }),
  output: z.object({}),
})

export const sessionForGroup = query('session.forGroup', {
  where: 'school',
  summary: 'The sessions of a group, newest first, at most a hundred.',
  input: z.object({ groupId: Id }),
  output: z.object({ sessions: z.array(Session) }),
})
