// The offline core, put together once for a page: who is here, what waits, what was answered.
import { useSyncExternalStore } from 'react'
import { createAccess } from './access.ts'
import type { AccessControl } from './access-parts.ts'
import type { Access } from './access-state.ts'
import { type Answers, createAnswers } from './answers.ts'
import { type CommandParcel, type Place, postCommand } from './api.ts'
import { forgetSentBefore } from './offline/answers.ts'
import type { Writer } from './offline/entry-content.ts'
import { type Local, openLocal, type Unlocked } from './offline/local-database.ts'
import type { Answer } from './offline/outbox-rules.ts'
import type { OutboxView } from './offline/outbox-view.ts'
import { thisDevice } from './offline/profiles.ts'
import { createSender, type Sending } from './offline/sender.ts'
import * as session from './offline/server-session.ts'
import { createWire, type Wire } from './offline/watched.ts'
import { createWishes } from './offline/wishes.ts'
import { createOutbox, type Outbox } from './outbox.ts'

export interface Device {
  readonly access: AccessControl
  readonly outbox: Outbox
  readonly answers: Answers
  readonly wire: Wire
  /** For an administrator: what colleagues left waiting here is sent on for them, unseen. @returns how many were accepted */
  readonly sendOthersOn: () => Promise<number>
}

let started: Device | undefined

/** The device of this page. @throws before {@link startDevice} has resolved */
export function device(): Device {
  if (started === undefined) throw new Error('startDevice comes first')
  return started
}

/** Opens what this browser keeps. Call once, before the first render: then the first paint knows whether anybody is here. */
export async function startDevice(): Promise<Device> {
  const local = await openLocal()
  started = assemble(local)
  const { access, outbox, wire } = started
  wire.hear('access', () => void access.refresh().then(outbox.refresh))
  wire.hear('outbox', () => void outbox.refresh())
  await Promise.all([access.refresh(), outbox.fulfilWishes()])
  await outbox.refresh()
  await forgetSentBefore(local, new Date(Date.now() - sentShownFor))
  // A page that was closed with things discarded on it was left.
  await outbox.removeDiscarded()
  attend(started)
  return started
}

/** Who is here. */
export function useAccess(): Access {
  const { state } = device().access
  return useSyncExternalStore(state.subscribe, state.get)
}

/** What waits, needs attention or was lately sent. */
export function useOutbox(): OutboxView {
  const { view } = device().outbox
  return useSyncExternalStore(view.subscribe, view.get)
}

const now = () => new Date()

/** By then any list of records has been asked for anew. */
const sentShownFor = 12 * 60 * 60_000

function assemble(local: Local): Device {
  const wire = createWire(new BroadcastChannel('evident'))
  const access = createAccess({
    local,
    prepare: () => outbox.refresh(),
    wire,
    now,
    isOnline: () => navigator.onLine,
    enrol: (unlocked) => session.enrol(local, unlocked, deviceName(navigator.userAgent)),
    openSession: (unlocked) => session.openSession(local, unlocked),
    endOwedSession: () => session.endOwedSession(local),
    signIn: (email, password) => session.signIn(local, email, password),
    whoIsSignedIn: () => session.whoIsSignedIn(local),
    dropMemory: () => location.reload(),
  })
  const { person, reconnect } = access
  const answers = createAnswers({ local, wire, now, person, reconnect })
  const sender = createSender({
    local,
    transport: (sending) => transport(sending, answers, reconnect),
    reopen: async (own, unlocked) => {
      const rest = await session.reopen(local, own, unlocked)
      return rest === 'pause' && (await reconnect()) ? session.reopen(local, own, unlocked) : rest
    },
    sendsFor: () => withSession(access),
    changed: () => wire.tell('outbox'),
    locks: navigator.locks,
    now,
    chance: Math.random,
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  })
  const outbox: Outbox = createOutbox({
    local,
    sender,
    wire,
    wishes: createWishes(localStorage),
    now,
    person,
    writer: () => writer(local, person),
  })
  return { access, outbox, answers, wire, sendOthersOn: () => sendOn(local, access, answers, wire) }
}

/** Sends one command as its author. Where the server knows no session, a PIN's signature may open one: then it is sent again. */
async function transport({ entry, input, attachment }: Sending, answers: Answers, reconnect: () => Promise<boolean>): Promise<Answer> {
  const { id, command: name, version, organisationId, personId } = entry
  const place = { organisationId, personId }
  const send = () => postCommand(place, { id, name, version, input, attachment })
  const reply = await send()
  const isSignedOut = 'refusal' in reply && reply.refusal.code === 'signed_out'
  return answers.noticed(place, isSignedOut && (await reconnect()) ? await send() : reply)
}

async function sendOn(local: Local, access: AccessControl, answers: Answers, wire: Wire): Promise<number> {
  const unlocked = await withSession(access)
  if (unlocked === undefined) return 0
  const { organisationId, personId, userId } = unlocked
  const post = async (place: Place, parcel: CommandParcel) => answers.noticed(place, await postCommand(place, parcel))
  // An administrator's rare act, with a network: no page loads it before.
  const { sendOthersOn } = await import('./sending-on.ts')
  const accepted = await sendOthersOn({ organisationId, personId }, userId, { local, post, locks: navigator.locks, now })
  wire.tell('outbox')
  return accepted
}

/** The person whose entries may be sent now: without network a PIN opened the device alone, so the session comes first. */
async function withSession({ person, reconnect }: AccessControl): Promise<Unlocked | undefined> {
  const unlocked = navigator.onLine ? await person() : undefined
  if (unlocked === undefined || unlocked.hasSession) return unlocked
  return (await reconnect()) ? person() : undefined
}

async function writer(local: Local, person: () => Promise<Unlocked | undefined>): Promise<Writer> {
  const unlocked = await person()
  if (unlocked === undefined) throw new Error('the device is locked: nothing can be added')
  const organisation = await local.get('organisations', unlocked.organisationId)
  if (organisation === undefined) throw new Error('the device is not known to the organisation yet: nothing can be added')
  return { unlocked, deviceId: (await thisDevice(local)).id, sealingKey: organisation.sealingKey }
}

const lookEvery = 5_000

/** Wakes the sender when there is reason to hope, and keeps the lock's clock. */
function attend({ access, outbox, wire }: Device): void {
  const wake = () => void outbox.wake()
  const look = () => {
    if (document.visibilityState !== 'visible') return
    void access.tick()
    wake()
  }
  addEventListener('online', () => void access.renew().then(wake))
  addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  wire.hear('access', wake)
  for (const act of ['pointerdown', 'keydown', 'scroll']) addEventListener(act, access.noteActivity, { passive: true, capture: true })
  setInterval(() => void access.tick(), lookEvery)
  wake()
  void access.renew()
}

/** What a list of devices calls this one. @example deviceName('Mozilla/5.0 (iPad; …) … Safari/604.1') // 'Safari on iPad' */
export function deviceName(userAgent: string): string {
  const find = (names: Readonly<Record<string, RegExp>>) => Object.entries(names).find(([, pattern]) => pattern.test(userAgent))?.[0]
  const browser = find({ Edge: /Edg\//, Firefox: /Firefox\//, Chrome: /Chrome\/|CriOS\//, Safari: /Safari\// }) ?? 'Browser'
  const machine = find({
    iPad: /iPad/,
    iPhone: /iPhone/,
    Android: /Android/,
    ChromeOS: /CrOS/,
    Windows: /Windows/,
    Mac: /Mac OS/,
    Linux: /Linux/,
  })
  return machine === undefined ? browser : `${browser} on ${machine}`
}
