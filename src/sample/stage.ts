// The stage: people of the sample send commands and ask questions at moments of the past, each under an id that is always the same.
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHmac } from 'node:crypto'
import { uploadKeep } from '../centre/uploads/contract.ts'
import { type Actor, founderOf, visitor } from '../core/actor.ts'
import type { Command, Parsed, Query, Schema } from '../core/contract.ts'
import { OperationError } from '../core/errors.ts'
import type { Id } from '../core/ids.ts'
import type { Clock } from '../core/time.ts'
import type { Database } from '../server/database.ts'
import type { Dispatch } from '../server/dispatch.ts'
import { runJobs } from '../server/jobs.ts'
import type { Keyring } from '../server/keys.ts'
import type { Services } from '../server/services.ts'
import type { Calendar } from './calendar.ts'
import { type Member, memberActor, type OrganisationName } from './cast.ts'

/** A clock that shows each act its own moment, however many run at once. */
export interface StageClock extends Clock {
  during<T>(at: Date, act: () => Promise<T>): Promise<T>
}

export function stageClock(): StageClock {
  const moments = new AsyncLocalStorage<Date>()
  return { now: () => moments.getStore() ?? new Date(), during: (at, act) => moments.run(at, act) }
}

interface StageParts {
  readonly database: Database
  readonly dispatch: Dispatch
  readonly services: Services
  readonly clock: StageClock
  readonly calendar: Calendar
}

type Who = Member | { readonly founder: OrganisationName } | { readonly visitor: OrganisationName }

/** What happens together: a morning's forms, a lesson. Scenes are played in their order in time. */
export interface Scene {
  readonly at: Date
  play(stage: Stage): Promise<unknown>
}

export interface Stage {
  readonly calendar: Calendar
  readonly database: Database
  /** The id that this label has in this installation, now and when a making that was cut short is finished. */
  id(label: string): Id
  /** Sends a command as that person at that moment. The label names it: the same label is the same command. */
  send<I extends Schema, O extends Schema>(
    who: Who,
    at: Date,
    label: string,
    command: Command<string, I, O>,
    input: Parsed<I>,
    bytes?: Uint8Array,
  ): Promise<Parsed<O>>
  ask<I extends Schema, O extends Schema>(who: Who, at: Date, query: Query<string, I, O>, input: Parsed<I>): Promise<Parsed<O>>
  /** The bytes of a file that was begun, as the upload paths enter them once they are whole. */
  keepUpload(who: Member, at: Date, uploadId: Id, file: { type: string; bytes: Uint8Array; shown: Uint8Array }): Promise<void>
  /** The post brings the letters that wait, at that moment. */
  deliver(at: Date): Promise<void>
}

/** The ids of the sample's things in this installation, each from its label. */
export function idsOf(keys: Keyring): (label: string) => Id {
  const key = keys.derive('ids of the sample')
  return (label) => idFrom(createHmac('sha256', key).update(label).digest())
}

/** Sets the stage over a database whose clock is the stage's. */
export function setStage({ database, dispatch, services, clock, calendar }: StageParts): Stage {
  const id = idsOf(services.keys)
  const actorOf = (who: Who): Actor => {
    if ('founder' in who) return founderOf(id(who.founder), who.founder)
    if ('visitor' in who) return { ...visitor, kind: who.visitor, organisationId: id(who.visitor) }
    return memberActor(who, id)
  }
  return {
    calendar,
    database,
    id,
    send: async (who, at, label, command, input, bytes) => {
      const request = { id: id(`command ${label}`), version: command.version, input, ...(bytes === undefined ? {} : { bytes }) }
      const output = await clock.during(at, () => dispatch.command(actorOf(who), command.name, request))
      return output as Parsed<typeof command.output>
    },
    ask: async (who, at, query, input) => {
      const output = await clock.during(at, () => dispatch.query(actorOf(who), query.name, input))
      return output as Parsed<typeof query.output>
    },
    keepUpload: async (who, at, uploadId, { type, bytes, shown }) => {
      const actor = memberActor(who, id)
      const keep = (part: Uint8Array) => services.files.keep(actor.organisationId, part)
      const received = { type, size: bytes.byteLength, hash: await keep(bytes), shownHash: await keep(shown) }
      const request = { id: id(`keep ${uploadId}`), version: uploadKeep.version, input: { uploadId }, received }
      await clock.during(at, () => dispatch.command(actor, uploadKeep.name, request))
    },
    deliver: (at) =>
      clock.during(at, () => runJobs({ database, dispatch, keys: services.keys, failed: (_, error) => raise(error) }, { seal: false })),
  }
}

function raise(error: unknown): never {
  throw error instanceof OperationError ? new Error(error.message) : error
}

/** 16 bytes as a UUID that says of itself that it is made from a name (version 8). */
function idFrom(bytes: Buffer): Id {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
