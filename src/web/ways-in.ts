// The ways in for one page: a full sign-in, the PIN, and what changes them.
import type { Id } from '../core/ids.ts'
import type { AccessParts, Memory, Page, PinResult, SignIn, WaysIn } from './access-parts.ts'
import { keepOnly } from './offline/answers.ts'
import * as arriving from './offline/arriving.ts'
import { wayBack } from './offline/lock-rules.ts'
import type { Arrival } from './offline/profiles.ts'

export function createWaysIn(parts: AccessParts, memory: Memory, { person, refresh, entered, endOwed }: Page): WaysIn {
  const { local, now } = parts

  async function arrive(arrival: Arrival): Promise<SignIn> {
    const places = arrival.memberships.map(({ organisationId }) => organisationId)
    await keepOnly(local, arrival.userId, places)
    const next = await arriving.arrive(local, arrival, now())
    memory.needsSignIn = false
    memory.arrived = arrival.userId
    if (next === 'open') await entered()
    else await refresh()
    return { next, userId: arrival.userId }
  }

  async function enterPin(userId: Id, pin: string): Promise<PinResult> {
    const profile = await local.get('profiles', userId)
    if (profile === undefined || wayBack(profile, now(), parts.isOnline()) !== 'pin') return 'sign_in'
    const answer = await arriving.tryPin(local, userId, pin, now())
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
    await arriving.choosePin(local, unlocked, pin, now())
    await entered()
  }

  async function forgetPin(userId: Id, pin?: string): Promise<void> {
    if (memory.arrived !== userId) throw new Error('a PIN is forgotten only after a full sign-in')
    await arriving.startAnew(local, userId, pin, now())
    await entered()
  }

  async function switchTo(organisationId: Id): Promise<void> {
    await arriving.moveTo(local, organisationId)
    const unlocked = await person()
    const profile = unlocked && (await local.get('profiles', unlocked.userId))
    // A session is the person's, in all their organisations: where the device is known already, nothing is left to ask.
    if (unlocked?.hasSession !== true || profile?.enrolledIn.includes(organisationId) !== true) return entered()
    await refresh()
    parts.wire.tell('access')
  }

  return { arrive, enterPin, signIn, choosePin, forgetPin, switchTo }
}
