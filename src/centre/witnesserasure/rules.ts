// When a witness's name may be erased.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Day } from '../../core/time.ts'
import type { Registration } from '../registrations/contract.ts'
import { endedRefusal } from '../registrations/rules.ts'

/** Of units that a witness's statement is claimed in, those that still wait for their claim: until then the assessor must be able to go back to the witness. */
export function openUnits<U extends Pick<Registration, 'claimedAt' | 'closesOn'>>(units: readonly U[], today: Day): U[] {
  return units.filter((unit) => unit.claimedAt === null && endedRefusal(unit, today) === undefined)
}

/** Refused: `erased_already`, `unit_rests_on_it`. */
export function eraseRefusal({ erased, open }: { readonly erased: unknown; readonly open: readonly unknown[] }): Refusal | undefined {
  if (erased !== null) return refused('erased_already', 'witnessId')
  return open.length > 0 ? refused('unit_rests_on_it', 'witnessId') : undefined
}
