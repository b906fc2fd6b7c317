// Who works on this device, and who is using it now: arriving by a full sign-in, by a PIN, and leaving.
import type { Bytes } from '../../core/bytes.ts'
import { type Id, newId } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { DeviceRecord, Local, Membership, Profile, Unlocked } from './local-database.ts'
import { idlenessAt, missesUntilClosed } from './lock-rules.ts'
import { rewrapped } from './reopening.ts'
import { keysOf, newPinKey, newSecrets, type Secrets, unwrapSecrets, wrapSecrets } from './secrets.ts'

/** An account that has just signed in fully, as the server describes it. */
export interface Arrival {
  readonly userId: Id
  readonly name: string
  readonly memberships: readonly Membership[]
  readonly organisationId: Id
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

/**
 * Notes a full sign-in.
 * @returns 'open' when the person's keys are at hand, their own or new ones; 'pin' when only their PIN opens what they kept here
 */
export async function arrive(local: Local, arrival: Arrival, now: Date): Promise<'open' | 'pin'> {
  const here = await currentPerson(local, now.getTime())
  if (here !== undefined && here.userId !== arrival.userId) await leave(local)
  await noteSessionEnded(local)
  const known = await local.get('profiles', arrival.userId)
  // Each full sign-in is told to each organisation anew: for the rest of the day a PIN is then enough.
  const about = { ...arrival, lastFullSignInAt: moment(now), enrolledIn: [] }
  if (known !== undefined && (known.pin !== undefined || here?.userId === arrival.userId)) {
    await local.put('profiles', { ...known, ...about })
    return here?.userId === arrival.userId ? 'open' : 'pin'
  }
  await openWithNewSecrets(local, { ...about, pin: undefined }, { hasSession: true, now })
  return 'open'
}

/** Everything of a profile but what new secrets bring. */
type ProfileFacts = Omit<Profile, 'keyId' | 'publicKey'>

interface Opening {
  readonly pin?: string | undefined
  readonly hasSession: boolean
  readonly now: Date
}

async function openWithNewSecrets(local: Local, facts: ProfileFacts, { pin, hasSession, now }: Opening): Promise<Unlocked> {
  const { secrets, publicKey } = await newSecrets()
  const keyId = newId()
  const device = await thisDevice(local)
  const lock = pin === undefined ? undefined : { ...(await wrapSecrets(secrets, pin, device.pinKey)), misses: 0 }
  const profile: Profile = { ...facts, keyId, publicKey, enrolledIn: [], pin: lock }
  return open(local, profile, secrets, { hasSession, now })
}

async function open(local: Local, profile: Profile, secrets: Secrets, { hasSession, now }: Opening): Promise<Unlocked> {
  const { userId, name, keyId, memberships } = profile
  const membership = memberships.find(({ organisationId }) => organisationId === profile.organisationId) ?? memberships[0]
  if (membership === undefined) throw new Error('a profile without an organisation')
  const { organisationId, personId } = membership
  const keys = await keysOf(secrets)
  const unlocked: Unlocked = {
    userId,
    name,
    organisationId,
    personId,
    keyId,
    keys,
    hasPin: profile.pin !== undefined,
    hasSession,
    lastActiveAt: now.getTime(),
  }
  const transaction = local.transaction(['profiles', 'unlocked'], 'readwrite', { durability: 'strict' })
  await transaction.objectStore('profiles').put({ ...profile, organisationId })
  await transaction.objectStore('unlocked').put(unlocked, 'now')
  await transaction.done
  return unlocked
}

/** Gives the person who is here a PIN. Their entries and kept answers move under the new secrets with them. */
export async function choosePin(local: Local, unlocked: Unlocked, pin: string, now: Date): Promise<Unlocked> {
  const profile = await local.get('profiles', unlocked.userId)
  if (profile === undefined) throw new Error('nobody is here to choose a PIN')
  if (profile.pin !== undefined) throw new Error('there is a PIN already')
  const opened = await openWithNewSecrets(local, profile, { pin, hasSession: unlocked.hasSession, now })
  await rewrapped(local, unlocked, opened)
  const { takeAnswersAlong } = await import('./moved-answers.ts')
  await takeAnswersAlong(local, unlocked, opened)
  return opened
}

/** The PIN is forgotten and the person has signed in fully: new secrets; the server will open the old entries' keys for them. */
export async function startAnew(local: Local, userId: Id, pin: string | undefined, now: Date): Promise<Unlocked> {
  const profile = await local.get('profiles', userId)
  if (profile === undefined) throw new Error('nobody of this account works here')
  return openWithNewSecrets(local, profile, { pin, hasSession: true, now })
}

export type PinAnswer = { readonly unlocked: Unlocked } | { readonly missesLeft: number }

/**
 * Tries a PIN. The miss is counted before the try, so that a killed tab gives none for free;
 * the fifth destroys what the PIN would open.
 */
export async function tryPin(local: Local, userId: Id, pin: string, now: Date): Promise<PinAnswer> {
  const profile = await countTry(local, userId)
  if (profile?.pin === undefined) return { missesLeft: 0 }
  const device = await thisDevice(local)
  const secrets = await unwrapSecrets(profile.pin, pin, device.pinKey)
  const forgiven = { ...profile, pin: { ...profile.pin, misses: 0 } }
  if (secrets !== undefined) return { unlocked: await open(local, forgiven, secrets, { hasSession: false, now }) }
  if (profile.pin.misses >= missesUntilClosed) await local.put('profiles', { ...profile, pin: undefined })
  return { missesLeft: missesUntilClosed - profile.pin.misses }
}

async function countTry(local: Local, userId: Id): Promise<Profile | undefined> {
  const transaction = local.transaction('profiles', 'readwrite', { durability: 'strict' })
  const profile = await transaction.store.get(userId)
  if (profile?.pin === undefined) return undefined
  const misses = profile.pin.misses + 1
  const counted = { ...profile, pin: misses > missesUntilClosed ? undefined : { ...profile.pin, misses } }
  await transaction.store.put(counted)
  await transaction.done
  return counted
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

/** The same person in another of their organisations. */
export async function moveTo(local: Local, organisationId: Id): Promise<void> {
  const transaction = local.transaction(['profiles', 'unlocked'], 'readwrite')
  const unlocked = await transaction.objectStore('unlocked').get('now')
  const profile = unlocked && (await transaction.objectStore('profiles').get(unlocked.userId))
  const membership = profile?.memberships.find((each) => each.organisationId === organisationId)
  if (unlocked !== undefined && profile !== undefined && membership !== undefined) {
    await transaction.objectStore('profiles').put({ ...profile, organisationId })
    await transaction.objectStore('unlocked').put({ ...unlocked, organisationId, personId: membership.personId }, 'now')
  }
  await transaction.done
}
