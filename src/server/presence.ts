// A session by PIN: the device signs a fresh challenge with the key that the right PIN laid open. The PIN itself never comes here.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { Presence as PresenceShape } from '../common/devices/contract.ts'
import { isChallengeFresh, presenceRefusal } from '../common/devices/rules.ts'
import { findPresence } from '../common/devices/store.ts'
import { fromBase64url } from '../core/bytes.ts'
import { accept, OperationError, refused } from '../core/errors.ts'
import type { Id } from '../core/ids.ts'
import { isSignedBy, presenceBytes } from '../core/sealed-entry.ts'
import type { Clock } from '../core/time.ts'
import type { Database } from './database.ts'
import type { Identity } from './identity.ts'

export interface Presence {
  /** What a device is to sign: it names its moment and is good for two minutes, on every process of the installation. */
  challenge(): string
  /**
   * Checks who a device presents and opens their session: the `set-cookie` to send.
   * @throws OperationError invalid; refused `sign_in_fully`, for every reason alike
   */
  openSession(organisationId: Id, presented: unknown): Promise<string>
}

interface PresenceParts {
  readonly database: Database
  readonly identity: Identity
  readonly key: Uint8Array
  readonly clock: Clock
}

export function createPresence({ database, identity, key, clock }: PresenceParts): Presence {
  const mark = (about: string) => createHmac('sha256', key).update(about).digest('base64url')

  function isOurs(challenge: string): boolean {
    const [givenAt = '', nonce = '', marked = ''] = challenge.split('.')
    const expected = Buffer.from(mark(`${givenAt}.${nonce}`))
    const given = Buffer.from(marked)
    return (
      given.length === expected.length && timingSafeEqual(given, expected) && isChallengeFresh(Number.parseInt(givenAt, 36), clock.now())
    )
  }

  return {
    challenge: () => {
      const about = `${clock.now().getTime().toString(36)}.${randomBytes(16).toString('hex')}`
      return `${about}.${mark(about)}`
    },
    openSession: async (organisationId, presented) => {
      const parsed = z.safeParse(PresenceShape, presented)
      if (!parsed.success) throw new OperationError({ code: 'invalid' })
      const { personId, deviceId, challenge, signature } = parsed.data
      if (!isOurs(challenge)) throw new OperationError(refused('sign_in_fully'))
      const known = await database.inOrganisation(organisationId, (tx) => findPresence(tx, parsed.data))
      const signed = presenceBytes({ organisationId, personId, deviceId, challenge })
      const isSigned = known !== undefined && (await isSignedBy(new Uint8Array(known.publicKey), signed, fromBase64url(signature)))
      accept(presenceRefusal(known && { ...known, isSigned }, clock.now()))
      if (known === undefined) throw new OperationError(refused('sign_in_fully'))
      return identity.openSession(known.userId, deviceId)
    },
  }
}
