// Shows standards.
import { answer } from '../../server/operation.ts'
import { unitList, unitShow } from './contract.ts'
import { canReadStandards } from './policy.ts'
import { getPack, listUnits, newestVersion } from './views.ts'

export const standardHandlers = [
  answer(unitList, { role: canReadStandards, load: async () => undefined, allow: canReadStandards, run: (tx) => listUnits(tx) }),
  answer(unitShow, {
    role: canReadStandards,
    load: async (tx, input) => input.packVersion ?? newestVersion(tx, input.packCode),
    allow: canReadStandards,
    run: (tx, { input, facts: version }) => getPack(tx, input.packCode, version),
  }),
]
