// Who works on this device, and who is using it now. The ways in (a full sign-in, a PIN) are in `arriving.ts`.
import type { Bytes } from '../../core/bytes.ts'
import { type Id, newId } from '../../core/ids.ts'
import type { DeviceRecord, Local, Membership, Profile, Unlocked } from './local-database.ts'
import { idlenessAt } from './lock-rules.ts'

/** An account that has just signed in fully, as the server describes it. */
export interface Arrival {
  readonly userId: Id
  readonly name: string
  readonly memberships: readonly Membership[]
  readonly organisationId: Id
}

/** The device's own key: it can neither be read nor exported, so that a PIN is worth nothing on another machine. */
export function newPinKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

/** This device's record, made at the first call. */
export async function thisDevice(local: Local): Promise<DeviceRecord> {
  const known = await local.get('device', 'this')
  if (known !== undefined) return known
  const made: DeviceRecord = { id: newId(), pinKey: await newPinKey(), owesSignOut: false }
  const transaction = local.transaction('device', 'readwrite')
  // Another tab may have been quicker.
  const device = (await transaction.store.get('this')) ?? made
  await transaction.store.put(device, 'this')
  await transaction.done
  return device
}

/** Begins again as another device: after a revocation, PINs of before open nothing. Waiting entries stay. */
export async function renewDevice(local: Local): Promise<DeviceRecord> {
  const device: DeviceRecord = { id: newId(), pinKey: await newPinKey(), owesSignOut: false }
  const transaction = local.transaction(['device', 'profiles', 'unlocked'], 'readwrite')
  await transaction.objectStore('device').put(device, 'this')
  const profiles = transaction.objectStore('profiles')
  for (const profile of await profiles.getAll()) await profiles.put({ ...profile, pin: undefined, enrolledIn: [] })
  const unlocked = await transaction.objectStore('unlocked').get('now')
  if (unlocked !== undefined) await transaction.objectStore('unlocked').put({ ...unlocked, hasPin: false }, 'now')
  await transaction.done
  return device
}

export function profiles(local: Local): Promise<Profile[]> {
  return local.getAll('profiles')
}

/** Who is using the device. Whoever was idle too long is not: then it locks at once. */
export async function currentPerson(local: Local, now: number): Promise<Unlocked | undefined> {
  const unlocked = await local.get('unlocked', 'now')
  if (unlocked === undefined) return undefined
  if (idlenessAt(now, unlocked.lastActiveAt, unlocked.hasPin) !== 'idle') return unlocked
  await leave(local)
  return undefined
}

/** Notes that the person is active. Never brings back somebody who left. */
export async function noteActivity(local: Local, now: number): Promise<void> {
  const transaction = local.transaction('unlocked', 'readwrite')
  const unlocked = await transaction.store.get('now')
  if (unlocked !== undefined) await transaction.store.put({ ...unlocked, lastActiveAt: now }, 'now')
  await transaction.done
}

/** Takes the keys away and notes that the session is still to be ended. */
export async function leave(local: Local): Promise<void> {
  const transaction = local.transaction(['unlocked', 'device'], 'readwrite')
  await transaction.objectStore('unlocked').delete('now')
  const device = await transaction.objectStore('device').get('this')
  if (device !== undefined) await transaction.objectStore('device').put({ ...device, owesSignOut: true }, 'this')
  await transaction.done
}

/** What the server says of an account's organisations and roles now. */
export async function noteMemberships(local: Local, { userId, name, memberships }: Arrival): Promise<void> {
  const transaction = local.transaction('profiles', 'readwrite')
  const profile = await transaction.store.get(userId)
  if (profile !== undefined) await transaction.store.put({ ...profile, name, memberships })
  await transaction.done
}

/** Whether the browser's session is now that of the person who is here. */
export async function noteSession(local: Local, hasSession: boolean): Promise<void> {
  const transaction = local.transaction('unlocked', 'readwrite')
  const unlocked = await transaction.store.get('now')
  if (unlocked !== undefined && unlocked.hasSession !== hasSession) await transaction.store.put({ ...unlocked, hasSession }, 'now')
  await transaction.done
}

/** The session was ended at the server, or replaced. */
export async function noteSessionEnded(local: Local): Promise<void> {
  const transaction = local.transaction('device', 'readwrite')
  const device = await transaction.store.get('this')
  if (device !== undefined) await transaction.store.put({ ...device, owesSignOut: false }, 'this')
  await transaction.done
}

/** The organisation knows this profile's public key now, and the device knows what to seal to. */
export async function noteEnrolment(local: Local, userId: Id, organisationId: Id, sealingKey: Bytes): Promise<void> {
  const transaction = local.transaction(['profiles', 'organisations'], 'readwrite')
  const profile = await transaction.objectStore('profiles').get(userId)
  const known = await transaction.objectStore('organisations').get(organisationId)
  await transaction.objectStore('organisations').put({ id: organisationId, erasures: known?.erasures, sealingKey })
  if (profile !== undefined && !profile.enrolledIn.includes(organisationId)) {
    await transaction.objectStore('profiles').put({ ...profile, enrolledIn: [...profile.enrolledIn, organisationId] })
  }
  await transaction.done
}
