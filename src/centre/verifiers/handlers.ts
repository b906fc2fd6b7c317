// Opening and ending a verifier's account, and reading what it was used for.
import { insertLink, insertPerson, insertRoles, isEmailTaken } from '../../common/people/store.ts'
import { accept, refused } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { dayOf, moment } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { claimedRefusal } from '../registrations/rules.ts'
import { getRegistration, listRegistrations } from '../registrations/views.ts'
import { markSampling } from '../signoff/store.ts'
import { eqaEnd, eqaList, eqaMine, eqaOpen, eqaReads } from './contract.ts'
import { canOpen, isVerifier } from './policy.ts'
import { endRefusal, openRefusal } from './rules.ts'
import { insertAccount, rolesEverHeld, setEnded } from './store.ts'
import { getAccount, lastEnd, listAccounts, listReads, openUntil } from './views.ts'

const loadUnits = async (tx: ReadTx, ids: readonly Id[]) => {
  const units = []
  for (const id of new Set(ids)) units.push(await getRegistration(tx, id))
  return units
}

/** The verifier's signature is the agreement: from now on they may sign, and an account that ends takes that back. */
function tell(tx: Tx, registrationId: Id, verifierId: Id, ends: { state: 'agreed' | 'withdrawn'; endsAt: Date | null }): Promise<void> {
  return markSampling(tx, { id: newId(tx.now.getTime()), registrationId, verifier: 'eqa', verifierId, ...ends })
}

export const verifierHandlers = [
  handle(eqaOpen, {
    role: canOpen,
    load: async (tx, input) => ({
      units: await loadUnits(tx, input.registrationIds),
      roles: input.invitation === null ? await rolesEverHeld(tx, input.personId) : undefined,
    }),
    allow: canOpen,
    run: async (tx, { input, actor, facts }) => {
      accept(openRefusal(input, { now: tx.now, roles: facts.roles }))
      for (const unit of facts.units) accept(claimedRefusal(unit))
      const { id, personId, invitation, roleId } = input
      const endsAt = new Date(input.endsAt)
      if (invitation !== null) {
        if (await isEmailTaken(tx, invitation.email)) accept(refused('email_in_use', 'email'))
        await insertPerson(tx, { id: personId, name: invitation.name, email: invitation.email })
      }
      await insertRoles(tx, personId, actor.personId, [{ id: roleId, role: 'eqa', fromOn: dayOf(tx.now), untilOn: dayOf(endsAt) }])
      const registrationIds = facts.units.map((unit) => unit.id)
      await insertAccount(tx, { id, personId, endsAt, openedBy: actor.personId }, registrationIds)
      for (const registrationId of registrationIds) await tell(tx, registrationId, personId, { state: 'agreed', endsAt })
      if (invitation === null) return { linkExpiresAt: null }
      const { linkId, tokenHash } = invitation
      const expires = await insertLink(tx, { id: linkId, purpose: 'invitation', personId, tokenHash, madeBy: actor.personId })
      return { linkExpiresAt: moment(expires) }
    },
  }),
  handle(eqaEnd, {
    role: canOpen,
    load: (tx, input) => getAccount(tx, input.accountId),
    allow: canOpen,
    run: async (tx, { actor, facts }) => {
      accept(endRefusal(facts, tx.now))
      await setEnded(tx, facts.id, actor.personId)
      for (const { registrationId } of facts.units) await tell(tx, registrationId, facts.personId, { state: 'withdrawn', endsAt: null })
      return {}
    },
  }),
  answer(eqaList, { role: canOpen, load: async () => undefined, allow: canOpen, run: (tx) => listAccounts(tx) }),
  answer(eqaReads, {
    role: canOpen,
    load: (tx, input) => getAccount(tx, input.accountId),
    allow: canOpen,
    run: (tx, { facts }) => listReads(tx, facts),
  }),
  answer(eqaMine, {
    role: isVerifier,
    load: async () => undefined,
    allow: isVerifier,
    run: async (tx, { actor }) => {
      const open = await openUntil(tx, actor.personId)
      const units = await listRegistrations(tx, { staffId: actor.personId })
      return {
        units: units.flatMap((registration) => {
          const endsAt = open.get(registration.id)
          return endsAt === undefined ? [] : [{ registration, endsAt }]
        }),
        lastEndedAt: await lastEnd(tx, actor.personId),
      }
    },
  }),
]
