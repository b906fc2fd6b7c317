// Who is using this device: arriving, the PIN, the lock, the visible switch between a person's organisations.
import type { Id } from '../core/ids.ts'
import { type Access, faceOf, openState } from './access-state.ts'
import { keepOnly } from './offline/answers.ts'
import type { Local, Profile, Unlocked } from './offline/local-database.ts'
import { idlenessAt, wayBack } from './offline/lock-rules.ts'
import * as profiles from './offline/profiles.ts'
import type { SignInFault } from './offline/server-session.ts'
import { createStore, type Store, type Wire } from './offline/watched.ts'

export interface AccessParts {
  readonly local: Local
  readonly wire: Wire
  readonly now: () => Date
  readonly isOnline: () => boolean
  readonly enrol: (unlocked: Unlocked) => Promise<'enrolled' | 'not_now'>
  readonly openSession: (unlocked: Unlocked) => Promise<'open' | 'sign_in' | 'no_network'>
  readonly endOwedSession: () => Promise<void>
  readonly signIn: (email: string, password: string) => Promise<profiles.Arrival | SignInFault>
  /** The account of the browser's session; `nobody` without one, undefined without network. */
  readonly whoIsSignedIn: () => Promise<profiles.Arrival | 'nobody' | undefined>
  /** Makes ready what a person sees first, before the page opens for them: a wrong *Sent* for a moment would be a lie. */
  readonly prepare: () => Promise<void>
  /** Drops everything that this page holds in memory: a fresh start of the page does. */
  readonly dropMemory: () => void
}

/** Where a full sign-in led, for whom. */
export type SignIn = { readonly next: 'open' | 'pin'; readonly userId: Id } | { readonly fault: SignInFault }
/** `sign_in`: a PIN is not enough now. */
export type PinResult = 'open' | 'sign_in' | { readonly missesLeft: number }

export interface AccessControl {
  readonly state: Store<Access>
  /** A full sign-in. `pin`: ask for the PIN of this device now, or let the person say that they forgot it. */
  signIn(email: string, password: string): Promise<SignIn>
  /** The account of a session that came about in another way (an invitation, a first set-up). */
  arrive(arrival: profiles.Arrival): Promise<SignIn>
  enterPin(userId: Id, pin: string): Promise<PinResult>
  /** The person who is here takes a PIN, or another one. */
  choosePin(pin: string): Promise<void>
  /** After a full sign-in on this page: a new PIN, or none. Waiting entries are opened again by the server. */
  forgetPin(userId: Id, pin?: string): Promise<void>
  lock(): Promise<void>
  switchTo(organisationId: Id): Promise<void>
  /** Called on every touch and key; cheap. */
  noteActivity(): void
  /** Looks at the clock: warns, or locks. */
  tick(): Promise<void>
  /** Asks the server what the person may enter and holds now, and whether the browser's session is theirs still; ends the session of one who left. */
  renew(): Promise<void>
  /** The server knows no session: a PIN's signature may open one. `true`: it did. */
  reconnect(): Promise<boolean>
  person(): Promise<Unlocked | undefined>
  refresh(): Promise<void>
}

const activityEvery = 10_000

/** What one page remembers and no disk has. */
interface Memory {
  needsSignIn: boolean
  /** Who has signed in fully on this page and has yet to give their PIN. */
  arrived: Id | undefined
  lastNoted: number
}

/** What the page shows of who is here. */
function createShown({ local, now, isOnline, prepare, dropMemory }: AccessParts, memory: Memory) {
  const state = createStore<Access>({ state: 'locked', faces: [] })
  const whoever = () => profiles.currentPerson(local, now().getTime())

  function show(next: Access): void {
    if (JSON.stringify(next) !== JSON.stringify(state.get())) state.set(next)
  }

  async function showFaces(): Promise<void> {
    const known = await profiles.profiles(local)
    show({ state: 'locked', faces: known.map((profile) => faceOf(profile, now(), isOnline())) })
  }

  /** Whoever asks may be the first to find that the idle time is over: then the page shuts too. */
  async function person(): Promise<Unlocked | undefined> {
    const unlocked = await whoever()
    if (unlocked === undefined && state.get().state === 'open') await refresh()
    return unlocked
  }

  async function refresh(): Promise<void> {
    const unlocked = await whoever()
    // Another tab may have signed in.
    if (unlocked?.hasSession === true) memory.needsSignIn = false
    if (unlocked !== undefined && state.get().state === 'locked') await prepare()
    if (unlocked !== undefined) return show(await openState(local, unlocked, memory.needsSignIn, now().getTime()))
    const wasOpen = state.get().state === 'open'
    await showFaces()
    if (wasOpen) dropMemory()
  }

  return { state, person, showFaces, refresh }
}

type Shown = ReturnType<typeof createShown>

/** Whoever asks while it is under way waits for the same. */
function shared<T>(run: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined
  return () => {
    underWay ??= run().finally(() => {
      underWay = undefined
    })
    return underWay
  }
}

/** The browser's session at the server, made to be that of who is here. */
function createConnection(parts: AccessParts, memory: Memory, { person, refresh }: Shown) {
  const { local, wire } = parts
  // Ends the session of whoever left, one request at a time: its end must not meet the next one's beginning.
  const endOwed = shared(() => parts.endOwedSession())
  // Once for all who wait for it: the questions of a page come together, and each would have made the device known anew.
  const connect = shared(connectNow)

  /** Makes the server know of this person on this device: by a sign-in that it has not been told of, else by the PIN's signature. */
  async function connectNow(): Promise<boolean> {
    const unlocked = await person()
    const profile = unlocked && (await local.get('profiles', unlocked.userId))
    if (unlocked === undefined || profile === undefined) return false
    // Only a full sign-in changes that, and it says so.
    if (memory.needsSignIn) return false
    if (keepsNothing(profile)) return connected(await byBrowser(parts, unlocked))
    const isTold = profile.enrolledIn.includes(unlocked.organisationId)
    if (!isTold && (await parts.enrol(unlocked)) === 'enrolled') return connected('open')
    await endOwed()
    return connected(unlocked.hasPin ? await parts.openSession(unlocked) : 'sign_in')
  }

  async function connected(how: 'open' | 'sign_in' | 'no_network'): Promise<boolean> {
    if (how !== 'no_network') {
      memory.needsSignIn = how === 'sign_in'
      await profiles.noteSession(local, how === 'open')
    }
    await refresh()
    return how === 'open'
  }

  async function entered(): Promise<void> {
    await refresh()
    wire.tell('access')
    if (parts.isOnline()) await connect()
  }

  async function renew(): Promise<void> {
    const unlocked = await person()
    if (unlocked === undefined) return endOwed()
    const answer = await parts.whoIsSignedIn()
    if (answer === undefined) return
    const isTheirs = answer !== 'nobody' && answer.userId === unlocked.userId
    if (isTheirs) await noteMemberships(local, answer)
    await profiles.noteSession(local, isTheirs)
    if (!isTheirs) return void (await connect())
    await enrolLate(parts, unlocked)
    await refresh()
  }

  return { connect, entered, renew, endOwed }
}

async function byBrowser({ whoIsSignedIn }: AccessParts, { userId }: Unlocked): Promise<'open' | 'sign_in' | 'no_network'> {
  const answer = await whoIsSignedIn()
  if (answer === undefined) return 'no_network'
  return answer !== 'nobody' && answer.userId === userId ? 'open' : 'sign_in'
}

/** The page that signed in may have been left before the server knew the device: without this nothing could be kept here. */
async function enrolLate({ local, enrol }: AccessParts, unlocked: Unlocked): Promise<void> {
  const profile = await local.get('profiles', unlocked.userId)
  if (profile?.enrolledIn.includes(unlocked.organisationId) === false && !keepsNothing(profile)) await enrol(unlocked)
}

/** An external verifier reads and signs: the server makes no device known for them, and their browser's own session is all there is. */
function keepsNothing({ memberships, organisationId }: Profile): boolean {
  return memberships.some((one) => one.organisationId === organisationId && one.roles.includes('eqa'))
}

/** Where somebody has no business any more, nothing stays cached for them. */
async function noteMemberships(local: AccessParts['local'], arrival: profiles.Arrival): Promise<void> {
  await profiles.noteMemberships(local, arrival)
  const places = arrival.memberships.map(({ organisationId }) => organisationId)
  await keepOnly(local, arrival.userId, places)
}

type Connection = ReturnType<typeof createConnection>

/** The ways in: a full sign-in, the PIN, and what changes them. */
function createWaysIn(parts: AccessParts, memory: Memory, { person, refresh }: Shown, { entered, endOwed }: Connection) {
  const { local, now } = parts

  async function arrive(arrival: profiles.Arrival): Promise<SignIn> {
    const places = arrival.memberships.map(({ organisationId }) => organisationId)
    await keepOnly(local, arrival.userId, places)
    const next = await profiles.arrive(local, arrival, now())
    memory.needsSignIn = false
    memory.arrived = arrival.userId
    if (next === 'open') await entered()
    else await refresh()
    return { next, userId: arrival.userId }
  }

  async function enterPin(userId: Id, pin: string): Promise<PinResult> {
    const profile = await local.get('profiles', userId)
    if (profile === undefined || wayBack(profile, now(), parts.isOnline()) !== 'pin') return 'sign_in'
    const answer = await profiles.tryPin(local, userId, pin, now())
    if ('unlocked' in answer) await entered()
    else await refresh()
    return 'unlocked' in answer ? 'open' : answer
  }

  async function signIn(email: string, password: string): Promise<SignIn> {
    await endOwed()
    const arrival = await parts.signIn(email, password)
    return typeof arrival === 'string' ? { fault: arrival } : arrive(arrival)
  }

  async function choosePin(pin: string): Promise<void> {
    const unlocked = await person()
    if (unlocked === undefined) return
    await profiles.choosePin(local, unlocked, pin, now())
    await entered()
  }

  async function forgetPin(userId: Id, pin?: string): Promise<void> {
    if (memory.arrived !== userId) throw new Error('a PIN is forgotten only after a full sign-in')
    await profiles.startAnew(local, userId, pin, now())
    await entered()
  }

  async function switchTo(organisationId: Id): Promise<void> {
    await profiles.moveTo(local, organisationId)
    const unlocked = await person()
    const profile = unlocked && (await local.get('profiles', unlocked.userId))
    // A session is the person's, in all their organisations: where the device is known already, nothing is left to ask.
    if (unlocked?.hasSession !== true || profile?.enrolledIn.includes(organisationId) !== true) return entered()
    await refresh()
    parts.wire.tell('access')
  }

  return { arrive, enterPin, signIn, choosePin, forgetPin, switchTo }
}

/** The way out: on wish, or after a while without a touch. */
function createLock({ local, wire, now, dropMemory }: AccessParts, memory: Memory, { showFaces, refresh }: Shown) {
  async function lock(): Promise<void> {
    memory.arrived = undefined
    await profiles.leave(local)
    // The page starts again without any memory, and then ends the session.
    await showFaces()
    wire.tell('access')
    dropMemory()
  }

  function noteActivity(): void {
    const at = now().getTime()
    if (at - memory.lastNoted < activityEvery) return
    memory.lastNoted = at
    void profiles.noteActivity(local, at).then(refresh)
  }

  async function tick(): Promise<void> {
    const here = await local.get('unlocked', 'now')
    if (here === undefined) return refresh()
    if (idlenessAt(now().getTime(), here.lastActiveAt, here.hasPin) === 'idle') await lock()
    else await refresh()
  }

  return { lock, noteActivity, tick }
}

/** Puts access together for one page. */
export function createAccess(parts: AccessParts): AccessControl {
  const memory: Memory = { needsSignIn: false, arrived: undefined, lastNoted: 0 }
  const shown = createShown(parts, memory)
  const connection = createConnection(parts, memory, shown)
  const { state, person, refresh } = shown
  const { connect: reconnect, renew } = connection
  return {
    state,
    person,
    refresh,
    reconnect,
    renew,
    ...createWaysIn(parts, memory, shown, connection),
    ...createLock(parts, memory, shown),
  }
}
