// Sessions on screen: one by its id, and opening one of the timetable ahead of what is said about it.
import { msg } from '@lingui/core/macro'
import type { Parsed, Query, Schema } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { type Addition, addition } from '../../web/outbox.ts'
import { usePending } from '../../web/pending.ts'
import { type ShownGroup, useMyGroups } from '../groups/client.ts'
import { type ShownSession, sessionFind, sessionOpen, sessionStart } from './contract.ts'

/**
 * What must go ahead of commands about a session, in the same `addAll`: nothing once it is open.
 * @example device().outbox.addAll([...openSession(session), addition(feedbackGive, input, { id })])
 */
export function openSession({ id, groupId, isOpen }: Pick<ShownSession, 'id' | 'groupId' | 'isOpen'>): readonly Addition[] {
  return isOpen ? [] : [addition(sessionOpen, { id, groupId })]
}

/** What was done here, whenever an answer was given. */
const anyTime: Asked<never> = { state: 'loading' }

/** A session as a question about it needs it. */
export type AskedSession = Pick<ShownSession, 'id' | 'groupId'>

/** Stands for a session of the group in which nothing happened yet: what is asked about it ahead answers for one that is begun without a network. */
export function freshSession({ id }: Pick<ShownGroup, 'id'>): AskedSession {
  return { id, groupId: id }
}

/**
 * A question about a session. One that was begun on this device, and of which nothing is kept here, is answered as one in which nothing happened yet.
 * @param input the question's, for the session itself or for one that stands for it
 */
export function useAskedOfSession<I extends Schema, O extends Schema>(
  query: Query<string, I, O>,
  { id, groupId }: AskedSession,
  input: (session: AskedSession) => Parsed<I>,
): Asked<Parsed<O>> {
  const own = useAsked(query, input({ id, groupId }))
  const isBegunHere = usePending(sessionStart, anyTime).some((start) => start.input.id === id)
  const fresh = useAsked(query, own.state !== 'answered' && isBegunHere ? input(freshSession({ id: groupId })) : undefined)
  return own.state === 'answered' || fresh.state !== 'answered' ? own : fresh
}

/** One session: as the server knows it, or begun on this device and not with the server yet. */
export function useSession(sessionId: Id): Asked<ShownSession> {
  const start = usePending(sessionStart, anyTime).find(({ input }) => input.id === sessionId)
  const begun = start?.input
  // Before the server has its start it knows nothing of the session, and to be asked would only be told off.
  const asked = useAsked(sessionFind, start === undefined || start.state === 'sent' ? { sessionId } : undefined)
  const opened = usePending(sessionOpen, asked)
  const groups = useMyGroups()
  if (asked.state === 'answered') {
    const { session } = asked.answer
    const isOpen = session.isOpen || opened.some(({ input, state }) => input.id === sessionId && state !== 'held')
    return { ...asked, answer: { ...session, isOpen } }
  }
  const group = groups.state === 'answered' ? groups.answer.find(({ id }) => id === begun?.groupId) : undefined
  // While it is asked for, too: its page must not go and come with each question, and take with it what is typed there.
  if (begun === undefined || group === undefined) return asked
  const again = asked.state === 'failed' ? asked.again : () => undefined
  return { state: 'answered', answer: begunHere(begun, group), answeredAt: Date.now(), isKept: false, again }
}

/** A session that was begun on this device a moment ago; its start lies ahead of everything else in the outbox. */
export function begunHere(
  { id, startedAt }: { readonly id: Id; readonly startedAt: string },
  group: Pick<ShownGroup, 'id' | 'name' | 'subject' | 'cover'>,
): ShownSession {
  const { id: groupId, name: groupName, subject, cover } = group
  return { id, groupId, groupName, subject, cover, startsAt: startedAt, endsAt: null, isOpen: true, isCancelled: false, takenBy: null }
}

/** What the rules of sessions say no for, in words. */
export const sessionReasons: Reasons = {
  ends_before_start: msg`It must end after it begins.`,
  too_long: msg`That is too long for one session.`,
  already_in_group: msg`They work with this group already.`,
  part_without_role: msg`They neither teach nor support in this school.`,
  already_taken: msg`Somebody takes it already. Take it back first.`,
  session_over: msg`This session is over.`,
  no_end: msg`Only a session of the timetable can be handed to a colleague.`,
}
