// Reading results in, taking an import back, and showing them as context.
import { hasRole } from '../../core/actor.ts'
import { accept, learnerErased, notFound } from '../../core/errors.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord } from '../groups/policy.ts'
import { findPartWith } from '../groups/views.ts'
import { isErased, listLearners } from '../learners/views.ts'
import * as contract from './contract.ts'
import { canReadResultsIn, canReadSomeResultsIn, canSeeResults, canWithdrawImport } from './policy.ts'
import { resultRefusal } from './rules.ts'
import { findImport, getImport, insertImportWithdrawal, insertResult } from './store.ts'
import { listImports, listResults } from './views.ts'

export const resultHandlers = [
  handle(contract.resultRead, {
    role: canReadSomeResultsIn,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      if (await isErased(tx, input.learnerId)) throw learnerErased()
      if ((await listLearners(tx, [input.learnerId])).length === 0) throw notFound('learnerId')
      const begun = await findImport(tx, input.importId)
      if (begun !== undefined && begun.importedBy !== actor.personId) throw notFound('importId')
      return { part: await findPartWith(tx, actor.personId, input.learnerId) }
    },
    allow: canReadResultsIn,
    run: async (tx, { input, actor }) => {
      accept(resultRefusal(input, tx.now))
      await insertResult(tx, { ...input, importedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.resultWithdrawImport, {
    role: canReadSomeResultsIn,
    load: (tx, input) => getImport(tx, input.importId),
    allow: canWithdrawImport,
    run: async (tx, { input, actor }) => {
      await insertImportWithdrawal(tx, { ...input, withdrawnBy: actor.personId })
      return {}
    },
  }),
  answer(contract.resultForLearner, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      if ((await listLearners(tx, [input.learnerId])).length === 0) throw notFound('learnerId')
      return { worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined }
    },
    allow: canSeeResults,
    sees: (input) => [input.learnerId],
    run: async (tx, { input }) => ({ results: await listResults(tx, input.learnerId) }),
  }),
  answer(contract.resultImports, {
    role: canReadSomeResultsIn,
    load: async () => undefined,
    allow: canReadSomeResultsIn,
    run: async (tx, { actor }) => ({ imports: await listImports(tx, hasRole(actor, 'data_lead') ? undefined : actor.personId) }),
  }),
]
