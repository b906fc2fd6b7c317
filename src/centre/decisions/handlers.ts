// Claiming and deciding leaves; showing a unit to its candidate and its assessor, and the assessor's queue.
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { claimLeaves, withdrawClaim } from '../evidence/store.ts'
import { canReadPortfolio, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import { decisionQueue, decisionRecord, evidenceClaim, evidenceUnclaim, unitInPortfolio, unitMine, unitOfCandidate } from './contract.ts'
import { canClaim, canDecide, mayClaim, mayDecide } from './policy.ts'
import { claimRefusal, decisionRefusal, standingDecision } from './rules.ts'
import { insertDecision, nextDecisionNumber } from './store.ts'
import { type LoadedUnit, listQueue, loadUnit } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

export const decisionHandlers = [
  handle(decisionRecord, {
    role: mayDecide,
    load,
    allow: canDecide,
    run: async (tx, { input, actor, facts: registration }) => {
      accept(claimedRefusal(registration))
      // The number first: its lock makes what is loaded next hold until the decision is written.
      const number = await nextDecisionNumber(tx, registration.id)
      const { unit, items, decisions } = await loadUnit(tx, registration)
      accept(
        decisionRefusal(input, {
          pack: unit.pack,
          items,
          standing: standingDecision(decisions, input.leaf, input.half),
          today: dayOf(tx.now),
        }),
      )
      const { id, leaf, half, outcome, evidenceIds, reason, action, actionBy } = input
      for (const evidenceId of evidenceIds)
        await claimLeaves(tx, { registrationId: registration.id, evidenceId, claimedBy: actor.personId }, [leaf])
      await insertDecision(
        tx,
        { id, registrationId: registration.id, number, leafCode: leaf, half, outcome, reason, action, actionBy, decidedBy: actor.personId },
        evidenceIds,
      )
      return { number }
    },
  }),
  handle(evidenceClaim, {
    role: mayClaim,
    load,
    allow: canClaim,
    run: async (tx, { input, actor, facts }) => {
      accept(claimedRefusal(facts))
      acceptClaim(input, await loadUnit(tx, facts))
      await claimLeaves(tx, { registrationId: facts.id, evidenceId: input.evidenceId, claimedBy: actor.personId }, [input.leaf])
      return {}
    },
  }),
  handle(evidenceUnclaim, {
    role: mayClaim,
    load,
    allow: canClaim,
    run: async (tx, { input, facts }) => {
      accept(claimedRefusal(facts))
      acceptClaim(input, await loadUnit(tx, facts))
      await withdrawClaim(tx, input)
      return {}
    },
  }),
  answer(unitMine, { role: mayClaim, load, allow: canClaim, run: async (tx, { facts }) => (await loadUnit(tx, facts)).unit }),
  answer(unitInPortfolio, {
    role: mayReadPortfolios,
    load,
    allow: canReadPortfolio,
    run: async (tx, { facts }) => (await loadUnit(tx, facts)).unit,
  }),
  answer(unitOfCandidate, {
    role: mayDecide,
    load,
    allow: canDecide,
    run: async (tx, { facts }) => {
      const { unit, decisions } = await loadUnit(tx, facts)
      return { unit, decisions: [...decisions] }
    },
  }),
  answer(decisionQueue, {
    role: mayDecide,
    load: async () => undefined,
    allow: mayDecide,
    run: (tx, { actor }) => listQueue(tx, actor.personId),
  }),
]

/** @throws OperationError not_found when the item is not the candidate's; refused when the leaf is decided */
function acceptClaim(claim: { evidenceId: Id; leaf: string }, { unit, items }: LoadedUnit): void {
  if (!items.some((item) => item.id === claim.evidenceId)) throw notFound('evidenceId')
  accept(claimRefusal(claim, unit.pack, unit.leaves))
}
