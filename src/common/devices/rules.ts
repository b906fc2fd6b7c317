// When a device's word counts: for a session by PIN, and for an entry that somebody else sends on.
import { type Refusal, refused } from '../../core/errors.ts'
import { dayOf, type Moment } from '../../core/time.ts'

/** What is known when a device presents a person. */
export interface PresenceFacts {
  readonly isSigned: boolean
  readonly revokedAt: Date | null
  readonly fullSignInAt: Date
  readonly shutAt: Date | null
}

/**
 * Why a PIN opens no session. One reason for everything: whoever has a stolen device learns nothing from it.
 * A PIN is enough on the day of a full sign-in on the same device, and while neither device nor person is shut out.
 */
export function presenceRefusal(facts: PresenceFacts | undefined, now: Date): Refusal | undefined {
  const isGood = facts?.isSigned === true && facts.revokedAt === null && facts.shutAt === null
  return isGood && dayOf(facts.fullSignInAt) === dayOf(now) ? undefined : refused('sign_in_fully')
}

const challengeLifetime = 2 * 60_000

/** Whether a challenge that was given at one moment may be answered at another. */
export function isChallengeFresh(givenAt: number, now: Date): boolean {
  const age = now.getTime() - givenAt
  return age >= 0 && age <= challengeLifetime
}

/** A device's clock may be wrong by so much. */
const clockTolerance = 24 * 60 * 60_000

/** What is known of an entry that is to be sent on. */
export interface SendOnFacts {
  readonly isSigned: boolean
  /** When the author's key was made known; roles of before don't count. */
  readonly keyAddedAt: Date
  readonly addedAt: Moment
  readonly command: string
}

/** Operations that a device never queues: they are not sent on. */
const neverQueued = /^(?:device|outbox|invitation|recovery|role|person|organisation)\./

/** Why an entry is not sent on. */
export function sendOnRefusal(facts: SendOnFacts | undefined, now: Date): Refusal | undefined {
  if (facts?.isSigned !== true) return refused('not_authentic')
  const addedAt = new Date(facts.addedAt).getTime()
  const isWithin = addedAt >= facts.keyAddedAt.getTime() - clockTolerance && addedAt <= now.getTime() + clockTolerance
  if (!isWithin) return refused('not_authentic')
  return neverQueued.test(facts.command) ? refused('not_sent_on') : undefined
}
