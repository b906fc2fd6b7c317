// Writing plans, signing them, adding to their thread, reading them.
import { accept } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import type { Registration } from '../registrations/contract.ts'
import { claimedRefusal, openRefusal } from '../registrations/rules.ts'
import { getRegistration, listRegistrations } from '../registrations/views.ts'
import { getPack } from '../standards/views.ts'
import { listWitnesses } from '../witnesses/views.ts'
import { planAddEntry, planForRegistration, planSign, planWithdraw, planWrite } from './contract.ts'
import { canAddEntry, canPlan, canReadPlans, mayPlan, partIn } from './policy.ts'
import { entryRefusal, planRefusal, signRefusal, withdrawRefusal } from './rules.ts'
import { insertEntry, insertPlan, insertSignature, insertVersion, insertWithdrawal, planHash } from './store.ts'
import { findPlan, getPlan, listPlans, listTakenBack } from './views.ts'

/** Registrations one after the other: they share a connection. @throws OperationError not_found */
async function registrationsOf(tx: ReadTx, ids: readonly Id[]) {
  const found = []
  for (const id of new Set(ids)) found.push(await getRegistration(tx, id))
  return found
}

/** Nothing in a plan changes once one of its units is claimed, and nothing is planned after a registration’s last day. */
function acceptOpen(registrations: readonly Registration[], on: Day): void {
  for (const registration of registrations) accept(openRefusal(registration, on))
}

async function planWithUnits(tx: ReadTx, planId: Id) {
  const plan = await getPlan(tx, planId)
  return { plan, registrations: await registrationsOf(tx, plan.content.registrationIds) }
}

export const planHandlers = [
  handle(planWrite, {
    role: mayPlan,
    load: async (tx, { planId, content }) => {
      const plan = await findPlan(tx, planId)
      const registrations = await registrationsOf(tx, [...content.registrationIds, ...(plan?.content.registrationIds ?? [])])
      return { plan, registrations }
    },
    allow: (actor, { registrations }) => canPlan(actor, registrations),
    run: async (tx, { input: { planId, basedOn, content }, actor, facts: { plan, registrations } }) => {
      acceptOpen(registrations, dayOf(tx.now))
      const units = []
      for (const registration of registrations.filter(({ id }) => content.registrationIds.includes(id)))
        units.push({ registration, pack: await getPack(tx, registration.packCode, registration.packVersion) })
      const witnesses = await listWitnesses(tx, { candidateIds: registrations.map(({ candidateId }) => candidateId) })
      const facts = { version: plan?.version ?? 0, candidateId: plan?.candidateId, units, witnessIds: witnesses.map(({ id }) => id) }
      accept(planRefusal({ basedOn, content }, facts))
      const [first] = units
      const people = {
        candidateId: first?.registration.candidateId ?? actor.personId,
        assessorId: first?.registration.assessorId ?? actor.personId,
      }
      if (plan !== undefined && planHash({ id: planId, ...people }, content) === plan.contentHash)
        return { version: plan.version, contentHash: plan.contentHash }
      if (plan === undefined) await insertPlan(tx, { id: planId, candidateId: people.candidateId, begunBy: actor.personId })
      const version = basedOn + 1
      return { version, contentHash: await insertVersion(tx, { planId, version, ...people, content, writtenBy: actor.personId }) }
    },
  }),
  handle(planSign, {
    role: mayPlan,
    load: (tx, { planId }) => planWithUnits(tx, planId),
    allow: (actor, { registrations }) => canPlan(actor, registrations),
    run: async (tx, { input: { id, planId, contentHash }, actor, facts: { plan, registrations } }) => {
      acceptOpen(registrations, dayOf(tx.now))
      const part = partIn(actor, registrations) ?? 'candidate'
      accept(signRefusal({ contentHash, part }, plan, registrations))
      const signedName = part === 'candidate' ? plan.candidateName : plan.assessorName
      await insertSignature(tx, { id, planId, contentHash, part, signedBy: actor.personId, signedName })
      return {}
    },
  }),
  handle(planAddEntry, {
    role: mayPlan,
    load: (tx, { planId }) => planWithUnits(tx, planId),
    allow: (actor, { registrations }, { kind }) => canAddEntry(actor, registrations, kind),
    run: async (tx, { input, actor, facts: { registrations } }) => {
      for (const registration of registrations) accept(claimedRefusal(registration))
      accept(entryRefusal(input, dayOf(tx.now)))
      await insertEntry(tx, { ...input, writtenBy: actor.personId })
      return {}
    },
  }),
  handle(planWithdraw, {
    role: mayPlan,
    load: (tx, { planId }) => planWithUnits(tx, planId),
    allow: (actor, { registrations, plan }) => canPlan(actor, registrations) && plan.begunById === actor.personId,
    run: async (tx, { input, actor, facts: { plan, registrations } }) => {
      for (const registration of registrations) accept(claimedRefusal(registration))
      accept(withdrawRefusal(plan))
      await insertWithdrawal(tx, { ...input, withdrawnBy: actor.personId })
      return {}
    },
  }),
  answer(planForRegistration, {
    load: (tx, { registrationId }) => getRegistration(tx, registrationId),
    allow: canReadPlans,
    run: async (tx, { input, actor, facts: { candidateId, assessorId } }) => {
      const registrations = await listRegistrations(tx, { candidateId, assessorId })
      return {
        plans: await listPlans(tx, input.registrationId),
        registrations: registrations.filter((one) => canReadPlans(actor, one)),
        takenBack: await listTakenBack(tx, input.registrationId),
      }
    },
  }),
]
