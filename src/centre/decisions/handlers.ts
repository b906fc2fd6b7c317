// Claiming, deciding and countersigning leaves; showing a unit to its candidate and its assessor, and the assessor's queue.
import type { Actor } from '../../core/actor.ts'
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { claimLeaves, withdrawClaim } from '../evidence/store.ts'
import type { Registration } from '../registrations/contract.ts'
import { canReadPortfolio, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal, openRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import { isTraineeAssessor } from '../staff/views.ts'
import type { Half } from '../standards/contract.ts'
import {
  assessmentCountersign,
  assessmentRecord,
  assessmentToCountersign,
  type CheckAnswer,
  type DecisionOutcome,
  decisionQueue,
  decisionRecord,
  decisionTargetSet,
  decisionTargetShow,
  evidenceClaim,
  evidenceUnclaim,
  unitInPortfolio,
  unitMine,
  unitOfCandidate,
} from './contract.ts'
import { canClaim, canCountersign, canDecide, canSeeTarget, canSetTarget, mayClaim, mayCountersign, mayDecide } from './policy.ts'
import { checksRefusal, claimRefusal, countersignRefusal, decisionRefusal, standingDecision } from './rules.ts'
import { findAct, insertAssessment, insertCountersignature, insertDecision, insertTarget, nextDecisionNumber } from './store.ts'
import { findTarget, type LoadedUnit, listQueue, listToCountersign, loadUnit } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

export const decisionHandlers = [
  handle(decisionRecord, {
    role: mayDecide,
    load,
    allow: canDecide,
    run: async (tx, { input, actor, facts }) => {
      const { id, leaf, half, checks = [], ...shared } = input
      // One half alone is an act of its own, under the decision's id.
      const [number = 0] = await decideAll(tx, actor, facts, { id, halves: [{ id, leaf, half }], checks, ...shared })
      return { number }
    },
  }),
  handle(assessmentRecord, {
    role: mayDecide,
    load,
    allow: canDecide,
    run: async (tx, { input, actor, facts }) => ({ numbers: await decideAll(tx, actor, facts, input) }),
  }),
  handle(assessmentCountersign, {
    role: mayCountersign,
    load,
    allow: canCountersign,
    run: async (tx, { input, actor, facts: registration }) => {
      accept(claimedRefusal(registration))
      const act = await findAct(tx, registration.id, input.assessmentId)
      if (act === undefined) throw notFound('assessmentId')
      accept(countersignRefusal(input, act, actor.personId))
      const { id, assessmentId, outcome, reason } = input
      await insertCountersignature(tx, { id, assessmentId, outcome, reason: reason === '' ? null : reason, signedBy: actor.personId })
      return {}
    },
  }),
  answer(assessmentToCountersign, {
    role: mayCountersign,
    load: async () => undefined,
    allow: mayCountersign,
    run: (tx, { actor }) => listToCountersign(tx, actor.personId),
  }),
  handle(decisionTargetSet, {
    role: canSetTarget,
    load: async () => undefined,
    allow: canSetTarget,
    run: async (tx, { input, actor }) => {
      await insertTarget(tx, { ...input, setBy: actor.personId })
      return {}
    },
  }),
  answer(decisionTargetShow, {
    load: async () => undefined,
    allow: canSeeTarget,
    run: async (tx) => ({ workingDays: await findTarget(tx) }),
  }),
  handle(evidenceClaim, {
    role: mayClaim,
    load,
    allow: canClaim,
    run: async (tx, { input, actor, facts }) => {
      accept(openRefusal(facts, dayOf(tx.now)))
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

interface Act {
  readonly id: Id
  readonly halves: readonly { readonly id: Id; readonly leaf: string; readonly half: Half }[]
  readonly outcome: DecisionOutcome
  readonly evidenceIds: readonly Id[]
  readonly reason: string | null
  readonly action: string | null
  readonly actionBy: Day | null
  readonly checks: readonly CheckAnswer[]
}

/** Decides all halves of one act, or none: the first refusal undoes it. Returns the decisions' numbers. */
async function decideAll(tx: Tx, { personId: decidedBy }: Actor, registration: Registration, act: Act): Promise<number[]> {
  accept(openRefusal(registration, dayOf(tx.now)))
  accept(checksRefusal(act.outcome, act.checks))
  const { id: registrationId } = registration
  const { halves, checks, evidenceIds, id: assessmentId, ...verdict } = act
  // The number first: its lock makes what is loaded next hold until the decisions are written.
  const numbers: number[] = []
  for (const _ of halves) numbers.push(await nextDecisionNumber(tx, registrationId))
  const { unit, items, decisions } = await loadUnit(tx, registration)
  const today = dayOf(tx.now)
  for (const { leaf, half } of halves)
    accept(
      decisionRefusal(
        { leaf, half, evidenceIds, ...verdict },
        { pack: unit.pack, items, standing: standingDecision(decisions, leaf, half), today },
      ),
    )
  const isByTrainee = await isTraineeAssessor(tx, decidedBy, today)
  await insertAssessment(tx, { id: assessmentId, registrationId, checks, isByTrainee, decidedBy })
  const rested = items.filter(({ id }) => evidenceIds.includes(id))
  const leaves = [...new Set(halves.map(({ leaf }) => leaf))]
  for (const { id: evidenceId } of rested) await claimLeaves(tx, { registrationId, evidenceId, claimedBy: decidedBy }, leaves)
  for (const [at, { id, leaf, half }] of halves.entries())
    await insertDecision(
      tx,
      { id, registrationId, assessmentId, number: numbers[at] ?? 0, leafCode: leaf, half, decidedBy, ...verdict },
      rested,
    )
  return numbers
}
