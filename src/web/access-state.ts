// What a page may know of who is using the device: a person without their keys, or faces at the door.
import type { OrganisationKind, Role } from '../core/actor.ts'
import type { Id } from '../core/ids.ts'
import type { Local, Membership, Profile, Unlocked } from './offline/local-database.ts'
import { idlenessAt, wayBack } from './offline/lock-rules.ts'

/** Somebody who works on this device, as the lock screen shows them. */
export interface Face {
  readonly userId: Id
  readonly name: string
  /** pin: six digits lead back in · sign_in: only a full sign-in does. */
  readonly way: 'pin' | 'sign_in'
  readonly hasPin: boolean
}

/** Whoever is using the device, without their keys. */
export interface Person {
  readonly userId: Id
  readonly name: string
  readonly organisationId: Id
  readonly personId: Id
  readonly hasPin: boolean
  readonly kind: OrganisationKind
  /** For what is shown; what is allowed the server decides. */
  readonly roles: readonly Role[]
}

/** Who is here. The page renders by it: nothing of a person is on the screen while it is locked. */
export type Access =
  | { readonly state: 'locked'; readonly faces: readonly Face[] }
  | {
      readonly state: 'open'
      readonly person: Person
      readonly memberships: readonly Membership[]
      /** The server wants a full sign-in before it takes anything; what is kept here is still to be seen and added to. */
      readonly needsSignIn: boolean
      /** Whether entries can be kept: the device knows what to seal them to. */
      readonly canKeep: boolean
      /** The device locks in less than half a minute. */
      readonly isWarned: boolean
    }

/** What the page shows of whoever is here. */
export async function openState(local: Local, unlocked: Unlocked, needsSignIn: boolean, now: number): Promise<Access> {
  const { userId, name, organisationId, personId, hasPin, lastActiveAt } = unlocked
  const profile = await local.get('profiles', userId)
  const canKeep = (await local.get('organisations', organisationId)) !== undefined
  const isWarned = idlenessAt(now, lastActiveAt, hasPin) === 'warned'
  const memberships = profile?.memberships ?? []
  const here = memberships.find((each) => each.organisationId === organisationId)
  const person = { userId, name, organisationId, personId, hasPin, kind: here?.kind ?? 'school', roles: here?.roles ?? [] }
  return { state: 'open', person, memberships, needsSignIn, canKeep, isWarned }
}

/** What the lock screen shows of somebody who works here. */
export function faceOf(profile: Profile, now: Date, isOnline: boolean): Face {
  return { userId: profile.userId, name: profile.name, way: wayBack(profile, now, isOnline), hasPin: profile.pin !== undefined }
}
