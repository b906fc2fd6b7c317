// How a feature offers an operation: load, allow, run. The types make a policy compulsory.
import type { Actor } from '../core/actor.ts'
import type { Plain } from '../core/canonical.ts'
import type { Command, Parsed, Query, Schema } from '../core/contract.ts'
import type { Id } from '../core/ids.ts'
import type { ReadTx, Tx } from './database.ts'
import type { HandlerServices } from './services.ts'

interface Attended {
  readonly output: unknown
  /** Learners that the event's content, or the answer, is about. */
  readonly learnerIds: readonly Id[]
  /** What of the input the event keeps, when not all of it. */
  readonly kept?: Plain
}

export interface HandledCommand {
  readonly contract: Command
  /** Whether the actor's roles may ask this at all. */
  role(actor: Actor): boolean
  /** Loads, allows and runs. `undefined`: not allowed, which looks like not found. */
  attend(tx: Tx, actor: Actor, input: unknown, services: HandlerServices): Promise<Attended | undefined>
}

export interface HandledQuery {
  readonly contract: Query
  role(actor: Actor): boolean
  attend(tx: ReadTx, actor: Actor, input: unknown, services: HandlerServices): Promise<Attended | undefined>
}

export type Handled = HandledCommand | HandledQuery

interface CommandParts<Input, Output, Facts> {
  /** A first, cheap no by role (`not_allowed`); left out, everyone of the organisation may ask. */
  readonly role?: (actor: Actor) => boolean
  /** Learners that the input names, so that erasing one finds the event's content. */
  readonly about?: (input: Input, facts: Facts) => readonly Id[]
  /** What of the input may stay in the audit trail, where it holds a secret such as a password. */
  readonly keep?: (input: Input) => Plain
  readonly load: (tx: Tx, input: Input, actor: Actor, services: HandlerServices) => Promise<Facts>
  /** The policy. `false` answers as if the thing were not there. */
  readonly allow: (actor: Actor, facts: Facts, input: Input) => boolean
  readonly run: (tx: Tx, request: { input: Input; actor: Actor; facts: Facts; services: HandlerServices }) => Promise<Output>
}

interface QueryParts<Input, Output, Facts> {
  readonly role?: (actor: Actor) => boolean
  /** Learners whose record the answer shows: each leaves a line in the access log. */
  readonly sees?: (input: Input, output: Output) => readonly Id[]
  readonly load: (tx: ReadTx, input: Input, actor: Actor, services: HandlerServices) => Promise<Facts>
  readonly allow: (actor: Actor, facts: Facts, input: Input) => boolean
  readonly run: (tx: ReadTx, request: { input: Input; actor: Actor; facts: Facts; services: HandlerServices }) => Promise<Output>
}

const everyone = () => true

/** Binds a command's contract to its handler. @example handle(goalClose, { load, allow: canClose, run }) */
export function handle<I extends Schema, O extends Schema, Facts>(
  contract: Command<string, I, O>,
  parts: CommandParts<Parsed<I>, Parsed<O>, Facts>,
): HandledCommand {
  return {
    contract,
    role: parts.role ?? everyone,
    attend: async (tx, actor, input, services) => {
      // Dispatch has parsed the input with this contract's own shape.
      const parsed = input as Parsed<I>
      const facts = await parts.load(tx, parsed, actor, services)
      if (!parts.allow(actor, facts, parsed)) return undefined
      const output = await parts.run(tx, { input: parsed, actor, facts, services })
      const attended = { output, learnerIds: parts.about?.(parsed, facts) ?? [] }
      return parts.keep === undefined ? attended : { ...attended, kept: parts.keep(parsed) }
    },
  }
}

/** Binds a query's contract to its handler. @example answer(groupMine, { load, allow, run }) */
export function answer<I extends Schema, O extends Schema, Facts>(
  contract: Query<string, I, O>,
  parts: QueryParts<Parsed<I>, Parsed<O>, Facts>,
): HandledQuery {
  return {
    contract,
    role: parts.role ?? everyone,
    attend: async (tx, actor, input, services) => {
      const parsed = input as Parsed<I>
      const facts = await parts.load(tx, parsed, actor, services)
      if (!parts.allow(actor, facts, parsed)) return undefined
      const output = await parts.run(tx, { input: parsed, actor, facts, services })
      return { output, learnerIds: parts.sees?.(parsed, output) ?? [] }
    },
  }
}
