// Setting an organisation up.
import type { Role } from '../../core/actor.ts'
import { accept, OperationError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { accountFor, joinOrganisation } from '../../server/accounts.ts'
import { handle } from '../../server/operation.ts'
import { organisationSetUp } from './contract.ts'
import { canSetUp } from './policy.ts'
import { setUpRefusal } from './rules.ts'
import { insertOrganisation, installationForSetUp } from './store.ts'

export const organisationHandlers = [
  handle(organisationSetUp, {
    load: (tx, input) => installationForSetUp(tx, input.code),
    allow: canSetUp,
    keep: ({ kind, name, administrator }) => ({
      kind,
      name,
      administrator: { personId: administrator.personId, name: administrator.name },
    }),
    run: async (tx, { input, actor, facts, services }) => {
      accept(setUpRefusal({ ...facts, isFounder: actor.service === 'founder' }))
      const { administrator } = input
      const { organisationId } = tx
      await insertOrganisation(tx, input)
      await services.keys.make(tx)
      const userId = await accountFor(tx, administrator)
      if (userId === undefined) throw new OperationError({ code: 'refused', reason: 'wrong_password', field: 'administrator.password' })
      const role: Role = input.kind === 'school' ? 'administrator' : 'centre_administrator'
      const { personId, name, email } = administrator
      await tx.db.insertInto('people').values({ organisationId, id: personId, name, email, createdAt: tx.now }).execute()
      await tx.db
        .insertInto('roleHoldings')
        .values({ organisationId, id: newId(), personId, role, fromOn: dayOf(tx.now), grantedBy: personId, grantedAt: tx.now })
        .execute()
      await joinOrganisation(tx, userId, personId)
      return {}
    },
  }),
]
