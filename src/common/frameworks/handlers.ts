// Answers what goals can be linked to.
import { answer } from '../../server/operation.ts'
import { frameworkStatements } from './contract.ts'
import { canReadStatements } from './policy.ts'
import { listStatements } from './views.ts'

export const frameworkHandlers = [
  answer(frameworkStatements, {
    role: canReadStatements,
    load: async () => undefined,
    allow: canReadStatements,
    run: async (tx) => ({ statements: await listStatements(tx) }),
  }),
]
