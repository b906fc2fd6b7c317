// What is met, what is missing and why; when a decision is sound; when a claim may change. Pure.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { AssessmentMethod, CriterionLeaf, Half, StandardPack } from '../standards/contract.ts'
import { canClose, findLeaf } from '../standards/rules.ts'
import type { Decision, DecisionOutcome, HalfProgress, LeafProgress, Missing } from './contract.ts'

/** What rules need to know of an item of evidence. */
export interface Item {
  readonly id: Id
  readonly reference: string
  readonly method: AssessmentMethod
  readonly leaves: readonly string[]
  /** A record that is held elsewhere (product evidence) counts for nothing until it was seen in place (R14). */
  readonly isSeen: boolean
  /** A witness statement by a registered, inducted expert witness (R3, R4). */
  readonly isExpert: boolean
}

/** What rules need to know of a decision. */
export type Decided = Pick<Decision, 'number' | 'leaf' | 'half' | 'outcome' | 'evidenceIds'>

/** Whether an item waits to be seen in place. */
export function isUnseen(item: Pick<Item, 'method' | 'isSeen'>): boolean {
  return item.method === 'PE' && !item.isSeen
}

/** Per leaf and half the decision with the highest number; none when that one reopened it. */
export function standingDecision<D extends Decided>(decisions: readonly D[], leaf: string, half: Half): D | undefined {
  const last = decisions
    .filter((decision) => decision.leaf === leaf && decision.half === half)
    .reduce<D | undefined>((a, b) => (a === undefined || b.number > a.number ? b : a), undefined)
  return last === undefined || last.outcome === 'reopened' ? undefined : last
}

/** Whether a set of items can carry *met*: one of them closes the half, and none waits to be seen. */
export function canRestOn(pack: StandardPack, leaf: string, half: Half, items: readonly Item[]): boolean {
  return items.some((item) => canClose(pack, leaf, half, item)) && !items.some(isUnseen)
}

/**
 * How far a unit is, leaf by leaf (R1, R2, R3, R14). A leaf is complete when each half that it demands stands as *met* on evidence that can carry it;
 * the unit when all its leaves are, and the pack knows them all. A decision is not taken at its word: one that rests on nothing that closes the half leaves it open.
 */
export function unitProgress(
  pack: StandardPack,
  items: readonly Item[],
  decisions: readonly Decision[],
): { leaves: LeafProgress[]; isComplete: boolean } {
  const leaves = pack.leaves.map((leaf) => leafProgress(pack, leaf, items, decisions))
  return { leaves, isComplete: pack.isComplete && leaves.length > 0 && leaves.every((leaf) => leaf.isComplete) }
}

function leafProgress(pack: StandardPack, leaf: CriterionLeaf, items: readonly Item[], decisions: readonly Decision[]): LeafProgress {
  const claimed = items.filter((item) => item.leaves.includes(leaf.code))
  const halves = leaf.halves.map((half) =>
    halfProgress(pack, { leaf: leaf.code, half, claimed, items, standing: standingDecision(decisions, leaf.code, half) }),
  )
  return {
    leaf: leaf.code,
    isComplete: halves.length > 0 && halves.every((half) => half.isMet),
    halves,
    references: claimed.map((item) => item.reference),
    unseen: claimed.filter(isUnseen).map((item) => item.reference),
  }
}

interface HalfFacts {
  readonly leaf: string
  readonly half: Half
  readonly claimed: readonly Item[]
  readonly items: readonly Item[]
  readonly standing: Decision | undefined
}

function halfProgress(pack: StandardPack, { leaf, half, claimed, items, standing }: HalfFacts): HalfProgress {
  const closing = claimed.filter((item) => canClose(pack, leaf, half, item))
  const rested = items.filter((item) => standing?.evidenceIds.includes(item.id))
  const isMet = standing?.outcome === 'met' && canRestOn(pack, leaf, half, rested)
  return {
    half,
    isMet,
    missing: isMet ? null : missing(standing?.outcome, claimed.length, closing.length),
    closing: closing.map((item) => item.reference),
    standing: standing ?? null,
  }
}

function missing(outcome: DecisionOutcome | undefined, claimed: number, closing: number): Missing {
  if (outcome === 'more_evidence_needed') return 'more_evidence_needed'
  if (outcome === 'met') return 'not_resting'
  if (claimed === 0) return 'no_evidence'
  return closing === 0 ? 'only_supporting' : 'undecided'
}

interface Wish {
  readonly leaf: string
  readonly half: Half
  readonly outcome: DecisionOutcome
  readonly evidenceIds: readonly Id[]
  readonly reason: string | null
  readonly action: string | null
  readonly actionBy: Day | null
}

interface Facts {
  readonly pack: StandardPack
  readonly items: readonly Item[]
  readonly standing: Decided | undefined
  readonly today: Day
}

/**
 * Refused: `unknown_leaf`, `half_not_demanded`, `unknown_evidence`; for *met* `evidence_missing`, `not_seen_in_place`, `nothing_closes_half`;
 * for *more evidence needed* `reason_missing`, `action_missing`, `action_by_missing`, `in_the_past` (R12); for *reopened* `nothing_to_reopen`.
 */
export function decisionRefusal(wish: Wish, facts: Facts): Refusal | undefined {
  const leaf = findLeaf(facts.pack, wish.leaf)
  if (leaf === undefined) return refused('unknown_leaf', 'leaf')
  if (!leaf.halves.includes(wish.half)) return refused('half_not_demanded', 'half')
  const rested = facts.items.filter((item) => wish.evidenceIds.includes(item.id))
  if (rested.length !== new Set(wish.evidenceIds).size) return refused('unknown_evidence', 'evidenceIds')
  if (wish.outcome === 'met') return metRefusal(wish, rested, facts.pack)
  if (wish.outcome === 'more_evidence_needed') return moreRefusal(wish, facts.today)
  return facts.standing === undefined ? refused('nothing_to_reopen', 'outcome') : undefined
}

function metRefusal({ leaf, half }: Wish, rested: readonly Item[], pack: StandardPack): Refusal | undefined {
  if (rested.length === 0) return refused('evidence_missing', 'evidenceIds')
  if (rested.some(isUnseen)) return refused('not_seen_in_place', 'evidenceIds')
  return canRestOn(pack, leaf, half, rested) ? undefined : refused('nothing_closes_half', 'evidenceIds')
}

function moreRefusal({ reason, action, actionBy }: Wish, today: Day): Refusal | undefined {
  if (reason === null || reason === '') return refused('reason_missing', 'reason')
  if (action === null || action === '') return refused('action_missing', 'action')
  if (actionBy === null) return refused('action_by_missing', 'actionBy')
  return actionBy < today ? refused('in_the_past', 'actionBy') : undefined
}

/** A claim changes freely until the leaf is complete or a standing decision rests on the item. Refused: `unknown_leaf`, `leaf_decided`. */
export function claimRefusal(
  claim: { leaf: string; evidenceId: Id },
  pack: StandardPack,
  progress: readonly LeafProgress[],
): Refusal | undefined {
  const leaf = progress.find((one) => one.leaf === claim.leaf)
  if (leaf === undefined || findLeaf(pack, claim.leaf) === undefined) return refused('unknown_leaf', 'leaf')
  const isRestedOn = leaf.halves.some((half) => half.standing?.evidenceIds.includes(claim.evidenceId))
  return leaf.isComplete || isRestedOn ? refused('leaf_decided', 'leaf') : undefined
}

/**
 * The claimed leaves of an item that its assessor has not answered since the claim. An item that can close a half waits for that half;
 * one that only supports waits until any half was decided after it came.
 */
export function waitingLeaves(
  pack: StandardPack,
  item: Item & { readonly claimedAt: ReadonlyMap<string, Date> },
  progress: readonly LeafProgress[],
): string[] {
  return item.leaves.filter((code) => {
    const leaf = progress.find((one) => one.leaf === code)
    if (leaf === undefined || leaf.isComplete) return false
    const claimedAt = item.claimedAt.get(code)?.toISOString() ?? ''
    const isAnswered = (half: HalfProgress) => half.isMet || (half.standing !== null && half.standing.decidedAt >= claimedAt)
    const closable = leaf.halves.filter((half) => canClose(pack, code, half.half, item))
    return closable.length > 0 ? !closable.every(isAnswered) : !leaf.halves.some(isAnswered)
  })
}
