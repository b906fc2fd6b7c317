// What access to this device is made of, and what it gives to a page.
import type { Id } from '../core/ids.ts'
import type { Access } from './access-state.ts'
import type { Local, Unlocked } from './offline/local-database.ts'
import type { Arrival } from './offline/profiles.ts'
import type { SignInFault } from './offline/server-session.ts'
import type { Store, Wire } from './offline/watched.ts'

export interface AccessParts {
  readonly local: Local
  readonly wire: Wire
  readonly now: () => Date
  readonly isOnline: () => boolean
  readonly enrol: (unlocked: Unlocked) => Promise<'enrolled' | 'not_now'>
  readonly openSession: (unlocked: Unlocked) => Promise<'open' | 'sign_in' | 'no_network'>
  readonly endOwedSession: () => Promise<void>
  readonly signIn: (email: string, password: string) => Promise<Arrival | SignInFault>
  /** The account of the browser's session; `nobody` without one, undefined without network. */
  readonly whoIsSignedIn: () => Promise<Arrival | 'nobody' | undefined>
  /** Makes ready what a person sees first, before the page opens for them: a wrong *Sent* for a moment would be a lie. */
  readonly prepare: () => Promise<void>
  /** Drops everything that this page holds in memory: a fresh start of the page does. */
  readonly dropMemory: () => void
}

/** Where a full sign-in led, for whom. */
export type SignIn = { readonly next: 'open' | 'pin'; readonly userId: Id } | { readonly fault: SignInFault }
/** `sign_in`: a PIN is not enough now. */
export type PinResult = 'open' | 'sign_in' | { readonly missesLeft: number }

/** The ways in: a full sign-in, the PIN, and what changes them. */
export interface WaysIn {
  /** A full sign-in. `pin`: ask for the PIN of this device now, or let the person say that they forgot it. */
  signIn(email: string, password: string): Promise<SignIn>
  /** The account of a session that came about in another way (an invitation, a first set-up). */
  arrive(arrival: Arrival): Promise<SignIn>
  enterPin(userId: Id, pin: string): Promise<PinResult>
  /** The person who is here takes a PIN, or another one. */
  choosePin(pin: string): Promise<void>
  /** After a full sign-in on this page: a new PIN, or none. Waiting entries are opened again by the server. */
  forgetPin(userId: Id, pin?: string): Promise<void>
  switchTo(organisationId: Id): Promise<void>
}

export interface AccessControl extends WaysIn {
  readonly state: Store<Access>
  lock(): Promise<void>
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

/** What one page remembers and no disk has. */
export interface Memory {
  needsSignIn: boolean
  /** Who has signed in fully on this page and has yet to give their PIN. */
  arrived: Id | undefined
  lastNoted: number
}

/** What the ways in ask of the page that they open. */
export interface Page {
  person(): Promise<Unlocked | undefined>
  refresh(): Promise<void>
  /** Somebody is in: tells the page, other tabs and, with a network, the server. */
  entered(): Promise<void>
  /** Ends the session of whoever left. */
  endOwed(): Promise<void>
}
