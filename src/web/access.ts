// Who is using this device: arriving, the PIN, the lock, the visible switch between a person's organisations.
import type { AccessControl, AccessParts, Memory, Page, WaysIn } from './access-parts.ts'
import { type Access, faceOf, openState } from './access-state.ts'
import { keepOnly } from './offline/answers.ts'
import type { Profile, Unlocked } from './offline/local-database.ts'
import { idlenessAt } from './offline/lock-rules.ts'
import * as profiles from './offline/profiles.ts'
import { createStore } from './offline/watched.ts'

const activityEvery = 10_000

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

/** The ways in are fetched when somebody comes: most pages are opened by whoever is here already. */
function createWaysIn(parts: AccessParts, memory: Memory, page: Page): WaysIn {
  const ways = async () => (await import('./ways-in.ts')).createWaysIn(parts, memory, page)
  return {
    arrive: async (arrival) => (await ways()).arrive(arrival),
    enterPin: async (userId, pin) => (await ways()).enterPin(userId, pin),
    signIn: async (email, password) => (await ways()).signIn(email, password),
    choosePin: async (pin) => (await ways()).choosePin(pin),
    forgetPin: async (userId, pin) => (await ways()).forgetPin(userId, pin),
    switchTo: async (organisationId) => (await ways()).switchTo(organisationId),
  }
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
    ...createWaysIn(parts, memory, { person, refresh, ...connection }),
    ...createLock(parts, memory, shown),
  }
}
