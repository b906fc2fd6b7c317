// Inviting, letting in, granting and ending roles, recovering.
import type { Actor } from '../../core/actor.ts'
import { accept, notFound, OperationError, refused } from '../../core/errors.ts'
import { moment } from '../../core/time.ts'
import { accessChanged, accountFor, endSessions, joinOrganisation, recoverAccount, reopenMembership } from '../../server/accounts.ts'
import type { Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import * as contract from './contract.ts'
import { canManagePeople, canSeeColleagues, canUseLink } from './policy.ts'
import { endRefusal, linkRefusal, roleRefusal } from './rules.ts'
import { findLink, getPerson, insertLink, insertPerson, insertRoles, isEmailTaken, loadRoleEnd, setRoleEnd, useLink } from './store.ts'
import { listColleagues, listPeople } from './views.ts'

const byAdministrator = { role: canManagePeople, allow: canManagePeople }
const loadPerson = (tx: Tx, input: { personId: string }) => getPerson(tx, input.personId)

export const peopleHandlers = [
  handle(contract.invitationCreate, {
    ...byAdministrator,
    load: (tx, input) => isEmailTaken(tx, input.email),
    run: async (tx, { input, actor, facts: isTaken }) => {
      if (isTaken) accept(refused('email_in_use', 'email'))
      for (const role of input.roles) accept(roleRefusal(actor.kind, role))
      await insertPerson(tx, { id: input.personId, name: input.name, email: input.email })
      await insertRoles(tx, input.personId, actor.personId, input.roles)
      return link(tx, actor, input, 'invitation')
    },
  }),
  handle(contract.invitationRenew, {
    ...byAdministrator,
    load: loadPerson,
    run: async (tx, { input, actor, facts }) => {
      if (facts.userId !== null) accept(refused('already_in'))
      return link(tx, actor, input, 'invitation')
    },
  }),
  handle(contract.invitationAccept, {
    load: (tx, input) => findLink(tx, 'invitation', input.token),
    allow: canUseLink,
    keep: () => ({}),
    run: async (tx, { input, facts }) => {
      accept(linkRefusal(facts, tx.now))
      if (facts === undefined) throw notFound('token')
      const userId = await accountFor(tx, { email: facts.email, name: facts.name, password: input.password })
      if (userId === undefined) throw new OperationError(refused('wrong_password', 'password'))
      await useLink(tx, facts.id)
      await joinOrganisation(tx, userId, facts.personId)
      return { email: facts.email }
    },
  }),
  handle(contract.recoveryCreate, {
    ...byAdministrator,
    load: loadPerson,
    run: async (tx, { input, actor, facts }) => {
      if (facts.userId === null) accept(refused('not_in_yet'))
      return link(tx, actor, input, 'recovery')
    },
  }),
  handle(contract.recoveryAccept, {
    load: (tx, input) => findLink(tx, 'recovery', input.token),
    allow: canUseLink,
    keep: () => ({}),
    run: async (tx, { input, facts }) => {
      accept(linkRefusal(facts, tx.now))
      if (facts === undefined || facts.userId === null) throw notFound('token')
      await useLink(tx, facts.id)
      await recoverAccount(tx, facts.userId, input.password)
      return { email: facts.email }
    },
  }),
  handle(contract.personReadmit, {
    ...byAdministrator,
    load: loadPerson,
    run: async (tx, { facts }) => {
      if (facts.userId !== null) await reopenMembership(tx, facts.userId)
      return {}
    },
  }),
  handle(contract.personSignOut, {
    ...byAdministrator,
    load: loadPerson,
    run: async (tx, { facts }) => {
      if (facts.userId !== null) await endSessions(tx, facts.userId)
      return {}
    },
  }),
  handle(contract.roleGrant, {
    ...byAdministrator,
    load: loadPerson,
    run: async (tx, { input, actor }) => {
      accept(roleRefusal(actor.kind, input))
      await insertRoles(tx, input.personId, actor.personId, [input])
      await accessChanged(tx)
      return {}
    },
  }),
  handle(contract.roleEnd, {
    ...byAdministrator,
    load: (tx, input) => loadRoleEnd(tx, input.id),
    run: async (tx, { input, facts }) => {
      accept(endRefusal(facts))
      await setRoleEnd(tx, input.id, input.untilOn)
      await accessChanged(tx)
      return {}
    },
  }),
  answer(contract.personList, { ...byAdministrator, load: async () => undefined, run: async (tx) => ({ people: await listPeople(tx) }) }),
  answer(contract.personColleagues, {
    load: async () => undefined,
    allow: canSeeColleagues,
    run: async (tx) => ({ people: await listColleagues(tx) }),
  }),
]

async function link(
  tx: Tx,
  actor: Actor,
  input: { linkId: string; tokenHash: string; personId: string },
  purpose: 'invitation' | 'recovery',
) {
  const expiresAt = await insertLink(tx, {
    id: input.linkId,
    purpose,
    personId: input.personId,
    tokenHash: input.tokenHash,
    madeBy: actor.personId,
  })
  return { expiresAt: moment(expiresAt) }
}
