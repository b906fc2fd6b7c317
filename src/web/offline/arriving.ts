// The ways to become the one who is using this device: a full sign-in, a PIN, a new one. Fetched when somebody comes, not with the page.
import { type Id, newId } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { Local, Profile, Unlocked } from './local-database.ts'
import { missesUntilClosed } from './lock-rules.ts'
import { takeAnswersAlong } from './moved-answers.ts'
import { type Arrival, currentPerson, leave, noteSessionEnded, thisDevice } from './profiles.ts'
import { rewrapped } from './reopening.ts'
import { keysOf, newSecrets, type Secrets, unwrapSecrets, wrapSecrets } from './secrets.ts'

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
