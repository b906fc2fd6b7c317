// Hooks for screens: ask and stay fresh, send at once and say what came of it.
import { createContext, useContext, useRef, useState } from 'react'
import type { Command, Parsed, Query, Schema } from '../core/contract.ts'
import type { Refusal } from '../core/errors.ts'
import { type Id, newId } from '../core/ids.ts'
import { type Place, type Reply, sendNow } from './api.ts'
import { device } from './device.ts'

/** What is known of an answer now. */
export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly refusal: Refusal; readonly again: () => void }
  | {
      readonly state: 'answered'
      readonly answer: T
      /** Milliseconds since 1970. */
      readonly answeredAt: number
      /** There is no network: this was true then. */
      readonly isKept: boolean
      readonly again: () => void
    }

/** A no that a second try doesn't change: what is asked for is not there, or not for whoever asks. */
export function isFinal({ code }: Refusal): boolean {
  return code === 'not_found' || code === 'not_allowed' || code === 'invalid'
}

/** Who fetches answers for screens. The application has one over its query cache (`query-cache.tsx`); capture goes without. */
export interface Asker {
  readonly useAnswer: <I extends Schema, O extends Schema>(query: Query<string, I, O>, input: Parsed<I> | undefined) => Asked<Parsed<O>>
  /** Asks everything that is on the screen anew. */
  readonly refresh: () => Promise<void>
}

const AskerContext = createContext<Asker | undefined>(undefined)
export const AskerProvider = AskerContext.Provider

function useAsker(): Asker {
  const asker = useContext(AskerContext)
  if (asker === undefined) throw new Error('this page has nobody who asks: capture reads its day in another way')
  return asker
}

/** The answer of the server, the kept one while it is asked, or why there is none. `undefined` as input: not asked yet. */
export function useAsked<I extends Schema, O extends Schema>(query: Query<string, I, O>, input: Parsed<I> | undefined): Asked<Parsed<O>> {
  return useAsker().useAnswer(query, input)
}

/** Sends one kind of command at once, for acts that make no sense later. */
export interface Sending<I, O> {
  /** @returns undefined when it was refused: then `refusal` says why. A second try with the same input is the same command. */
  readonly send: (input: I) => Promise<O | undefined>
  readonly isSending: boolean
  readonly refusal: Refusal | undefined
  /** Rises with each refusal: an error summary takes the focus by it. */
  readonly attempt: number
  readonly reset: () => void
}

/** Looks at what is about to be sent, and may ask the person. A refusal is all that comes of it then. */
export type SendGuard = (input: unknown) => Promise<Refusal | undefined>

const GuardContext = createContext<SendGuard | undefined>(undefined)
export const SendGuarded = GuardContext.Provider

/** For what is sent in a way of its own. */
export function useSendGuard(): SendGuard | undefined {
  return useContext(GuardContext)
}

/** Sends one kind of command at once and answers what came of it, for forms that put a refusal beside its field. */
export function useActing<I extends Schema, O extends Schema>(
  command: Command<string, I, O>,
): (input: Parsed<I>) => Promise<Reply<Parsed<O>>> {
  const { refresh } = useAsker()
  const guard = useSendGuard()
  const last = useRef<{ readonly id: Id; readonly input: string }>(undefined)
  return async (input) => {
    const doubt = await guard?.(input)
    if (doubt !== undefined) return { refusal: doubt }
    const text = JSON.stringify(input)
    if (last.current?.input !== text) last.current = { id: newId(), input: text }
    const reply = await sendAsPerson(command, last.current.id, input)
    if ('refusal' in reply) return reply
    last.current = undefined
    await refresh()
    return reply
  }
}

export function useSending<I extends Schema, O extends Schema>(command: Command<string, I, O>): Sending<Parsed<I>, Parsed<O>> {
  const act = useActing(command)
  const [isSending, setIsSending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [attempt, setAttempt] = useState(0)

  async function send(input: Parsed<I>): Promise<Parsed<O> | undefined> {
    setIsSending(true)
    const reply = await act(input)
    setIsSending(false)
    if ('refusal' in reply) {
      setRefusal(reply.refusal)
      setAttempt((before) => before + 1)
      return undefined
    }
    setRefusal(undefined)
    return reply.output
  }

  return { send, isSending, refusal, attempt, reset: () => setRefusal(undefined) }
}

/** One command as the person who is here, outside of a hook's life; a session that is known no more is opened again where a PIN can. */
export async function sendAsPerson<I extends Schema, O extends Schema>(
  command: Command<string, I, O>,
  id: Id,
  input: Parsed<I>,
): Promise<Reply<Parsed<O>>> {
  const { access, answers } = device()
  const unlocked = await access.person()
  if (unlocked === undefined) return { refusal: { code: 'signed_out' } }
  const place: Place = { organisationId: unlocked.organisationId, personId: unlocked.personId }
  const reply = await answers.noticed(place, await sendNow(place, command, id, input))
  const isSignedOut = 'refusal' in reply && reply.refusal.code === 'signed_out'
  return isSignedOut && (await access.reconnect()) ? answers.noticed(place, await sendNow(place, command, id, input)) : reply
}
