// Who erases a witness's name: the centre administrator, who answers for what the centre keeps, and the program itself after a restore.
import type { Actor } from '../../core/actor.ts'
import { canRegister, isItsCandidate, type Parties } from '../registrations/policy.ts'

export function mayEraseWitness(actor: Actor): boolean {
  return canRegister(actor) || isRestoring(actor)
}

/** Never the candidate herself, whatever else she is: it is her statement that the name stands under. */
export function canEraseWitness(actor: Actor, { parties }: { readonly parties: readonly Parties[] }): boolean {
  return mayEraseWitness(actor) && !parties.some((one) => isItsCandidate(actor, one))
}

/** After a restore everything is erased again, whatever the backup says of a unit's claim. */
export function isRestoring(actor: Actor): boolean {
  return actor.service === 'restorer'
}
