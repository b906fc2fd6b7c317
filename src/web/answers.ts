// Questions to the server whose last answers are kept for when there is no network.
import * as z from 'zod/mini'
import type { Plain } from '../core/canonical.ts'
import type { Parsed, Query, Schema } from '../core/contract.ts'
import { OperationError } from '../core/errors.ts'
import { askQuery, type Place, type Reply } from './api.ts'
import { findAnswer, keepAnswer, noteErasures } from './offline/answers.ts'
import type { Local, Unlocked } from './offline/local-database.ts'
import type { Wire } from './offline/watched.ts'

export interface Answered<T> {
  readonly answer: T
  /** Milliseconds since 1970, by this device's clock. */
  readonly answeredAt: number
  /** There is no network; this is the answer of then. */
  readonly isKept: boolean
}

type AnyQuery<I extends Schema, O extends Schema> = Query<string, I, O>

export interface Answers {
  /**
   * The server's answer, or without network the last one to the same question.
   * @throws OperationError the server's refusal; `unavailable` when there is neither network nor an earlier answer
   */
  ask<I extends Schema, O extends Schema>(query: AnyQuery<I, O>, input: Parsed<I>): Promise<Answered<Parsed<O>>>
  /** The same of another organisation that whoever is here works in, as who they are there; kept where this device is known. */
  askIn<I extends Schema, O extends Schema>(place: Required<Place>, query: AnyQuery<I, O>, input: Parsed<I>): Promise<Answered<Parsed<O>>>
  /** The last answer to this question, without asking; to show at once while the server is asked. */
  recall<I extends Schema, O extends Schema>(query: AnyQuery<I, O>, input: Parsed<I>): Promise<Answered<Parsed<O>> | undefined>
  /** Drops what was cached when a reply tells of an erasure. Every reply of the server goes through here. */
  noticed<T>(place: Place, reply: Reply<T>): Promise<Reply<T>>
}

export interface AnswersParts {
  readonly local: Local
  readonly wire: Wire
  readonly now: () => Date
  readonly person: () => Promise<Unlocked | undefined>
  readonly reconnect: () => Promise<boolean>
}

/** Puts the questions together for one page. */
export function createAnswers({ local, wire, now, person, reconnect }: AnswersParts): Answers {
  async function here(): Promise<Unlocked> {
    const unlocked = await person()
    if (unlocked === undefined) throw new OperationError({ code: 'signed_out' })
    return unlocked
  }

  async function noticed<T>(place: Place, reply: Reply<T>): Promise<Reply<T>> {
    if (!('output' in reply) || reply.erasures === undefined) return reply
    if (await noteErasures(local, place.organisationId, reply.erasures)) wire.tell('answers')
    return reply
  }

  async function askAs<I extends Schema, O extends Schema>(
    unlocked: Unlocked,
    query: AnyQuery<I, O>,
    input: Parsed<I>,
    keeps = true,
  ): Promise<Answered<Parsed<O>>> {
    const { organisationId, personId } = unlocked
    const place = { organisationId, personId }
    if (!unlocked.hasSession) await reconnect()
    let reply = await askQuery(place, query, input)
    if ('refusal' in reply && reply.refusal.code === 'signed_out' && (await reconnect())) reply = await askQuery(place, query, input)
    await noticed(place, reply)
    if ('output' in reply) {
      const answeredAt = now().getTime()
      const { output: answer, erasures } = reply
      if (keeps) await keepAnswer(local, unlocked, { query: query.name, input: input as Plain }, { answer, answeredAt, erasures })
      return { answer, answeredAt, isKept: false }
    }
    const isElsewhere = reply.refusal.code === 'unavailable' || reply.refusal.code === 'signed_out'
    const kept = isElsewhere ? await recallAs(local, unlocked, query, input) : undefined
    if (kept === undefined) throw new OperationError(reply.refusal)
    return kept
  }

  return {
    noticed,
    recall: async (query, input) => recallAs(local, await here(), query, input),
    ask: async (query, input) => askAs(await here(), query, input),
    askIn: async (place, query, input) => {
      // Where the device isn't known it hears of no erasure: nothing may stay there that one would have to take away.
      const keeps = (await local.get('organisations', place.organisationId)) !== undefined
      return askAs({ ...(await here()), ...place }, query, input, keeps)
    },
  }
}

/** The last answer to this question that these keys open. */
async function recallAs<I extends Schema, O extends Schema>(
  local: Local,
  unlocked: Unlocked,
  query: AnyQuery<I, O>,
  input: Parsed<I>,
): Promise<Answered<Parsed<O>> | undefined> {
  const kept = await findAnswer(local, unlocked, { query: query.name, input: input as Plain })
  const parsed = z.safeParse(query.output, kept?.answer)
  // An answer of an earlier version's shape is as good as none.
  return kept === undefined || !parsed.success ? undefined : { answer: parsed.data as Parsed<O>, answeredAt: kept.answeredAt, isKept: true }
}
