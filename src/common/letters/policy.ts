// Who switches the bridge, who sees what left the school, and who may carry a letter as a file.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'

export function canSwitchBridge(actor: Actor): boolean {
  return hasRole(actor, 'head', 'data_lead')
}

export function canSeeBridge(actor: Actor): boolean {
  return actor.roles.length > 0
}

export function canSeeRegister(actor: Actor): boolean {
  return hasRole(actor, 'head', 'data_lead')
}

/** Authors: who wrote the letter and, for a retraction, who wrote the letter that it takes back. */
export function canCarryLetter(actor: Actor, letter: { readonly authors: readonly Id[] }): boolean {
  return canSeeRegister(actor) || (hasRole(actor, 'practitioner') && letter.authors.includes(actor.personId))
}
