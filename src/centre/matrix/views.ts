// Reads the evidence location sheet of a candidate.
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'
import { type LoadedUnit, loadUnits } from '../decisions/views.ts'
import type { Registration } from '../registrations/contract.ts'
import type { Matrix, MatrixItem } from './contract.ts'
import { linesOf } from './rules.ts'

/** These units of one candidate, the first one first, and all her evidence in the order in which it came. */
export async function showMatrix(tx: ReadTx, registrations: readonly [Registration, ...Registration[]]): Promise<Matrix> {
  const [first] = registrations
  const units = await loadUnits(tx, first.candidateId, registrations)
  const items = itemsOf(units)
  const places = new Map<Id, number>(items.map(({ id }, at) => [id, at]))
  return {
    candidateName: first.candidateName,
    candidateNumber: first.candidateNumber,
    items,
    units: units.map(({ unit: { registration, pack, leaves }, items: own }) => ({
      registrationId: registration.id,
      unitNumber: registration.unitNumber,
      unitTitle: registration.unitTitle,
      outcomes: pack.outcomes.map(({ number, label }) => ({ number, label })),
      leaves: linesOf(pack, leaves, own, places),
    })),
  }
}

/** Every unit knows all items of its candidate. */
function itemsOf([first]: readonly LoadedUnit[]): MatrixItem[] {
  return (first?.items ?? []).map(({ id, reference, method, title, occurredOn }) => ({ id, reference, method, title, occurredOn }))
}
