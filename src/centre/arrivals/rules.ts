// What is wrong with a letter that arrives, and whose key is trusted.
import type { LetterBody } from '../../common/letters/contract.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { LetterFault } from './contract.ts'

interface LetterFacts {
  readonly organisationId: Id
  readonly body: LetterBody | undefined
  /** Whether the hash beside the body is the body's; a letter by the post has none and is right. */
  readonly isHashRight: boolean
  readonly isSigned: boolean
  /** Whether the registration that it is addressed to is one that the actor may bring letters for. */
  readonly isRegistrationFound: boolean
}

/** The first thing that is wrong with a letter, or undefined when it can be taken in. */
export function letterFault({ organisationId, body, isHashRight, isSigned, isRegistrationFound }: LetterFacts): LetterFault | undefined {
  if (!isHashRight) return 'body_changed'
  if (!isSigned) return 'signature_wrong'
  if (body === undefined) return 'not_a_letter'
  if (body.addressee.organisationId !== organisationId) return 'other_centre'
  if (!isRegistrationFound) return 'unknown_registration'
  return undefined
}

/** Refused: `sender_unknown` until its fingerprint is confirmed, `fingerprint_differs` when another one was. */
export function senderRefusal(sender: { isKnown: boolean; fingerprint: string }, confirmed: string | undefined): Refusal | undefined {
  if (sender.isKnown) return undefined
  if (confirmed === undefined) return refused('sender_unknown', 'confirmedFingerprint')
  return confirmed === sender.fingerprint ? undefined : refused('fingerprint_differs', 'confirmedFingerprint')
}
