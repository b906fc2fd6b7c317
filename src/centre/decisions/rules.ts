// What is met, what is missing and why; when a decision is sound; when a claim may change. Pure.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import { addWorkingDays, workingDaysBetween } from '../../core/wall-clock.ts'
import type { SaidAlike } from '../assignments/contract.ts'
import { alikeByItem, type SaidNow, saidSince } from '../assignments/rules.ts'
import type { EvidenceItem } from '../evidence/contract.ts'
import { isHeldElsewhere } from '../evidence/rules.ts'
import type { AssessmentMethod, CriterionLeaf, Half, StandardPack } from '../standards/contract.ts'
import { canClose, findLeaf } from '../standards/rules.ts'
import type { CheckAnswer, Decision, DecisionOutcome, HalfProgress, LeafProgress, Missing } from './contract.ts'

/** What rules need to know of an item of evidence. */
export interface Item extends SaidNow {
  readonly reference: string
  readonly method: AssessmentMethod
  readonly leaves: readonly string[]
  /** False of a product that is held elsewhere and was not seen there yet: until then it counts for nothing (R14). */
  readonly isSeen: boolean
  /** A witness statement by a registered, inducted expert witness (R3, R4). */
  readonly isExpert: boolean
}

/** What rules need to know of a decision. */
export type Decided = Pick<Decision, 'number' | 'leaf' | 'half' | 'outcome' | 'evidenceIds'>

/** What rules about progress need to know beside. */
export interface Judged extends Decided, Pick<Decision, 'contentHashes' | 'isByTrainee'> {
  readonly countersignature: Pick<NonNullable<Decision['countersignature']>, 'outcome'> | null
}

/** How far a leaf is, by decisions of which more or less is known. */
export interface LeafState<D = Judged> extends Omit<LeafProgress, 'halves'> {
  halves: (Omit<HalfProgress, 'standing'> & { standing: D | null })[]
}

/** A trainee's decision that no countersigner has agreed to (R7). */
export function isProvisional({ isByTrainee, countersignature }: Pick<Judged, 'isByTrainee' | 'countersignature'>): boolean {
  return isByTrainee && countersignature?.outcome !== 'agreed'
}

/**
 * Whether an item that a decision rested on says something else now on the decision's leaf. What was decided before hashes were kept is taken at its word.
 */
export function hasChanged(decision: Pick<Decision, 'leaf' | 'contentHashes'>, items: readonly SaidNow[]): boolean {
  return saidSince(decision, items).includes('other')
}

/** Whether a decision stands although something it rests on says something else now: elsewhere than on its leaf. */
export function hasChangedElsewhere(decision: Pick<Decision, 'leaf' | 'contentHashes'>, items: readonly SaidNow[]): boolean {
  const said = saidSince(decision, items)
  return said.includes('alike') && !said.includes('other')
}

/** An item of evidence with what rules ask of it. */
export function asRulesSee<I extends Pick<EvidenceItem, 'id' | 'seen' | 'record' | 'descriptor' | 'files'>>(
  item: I,
  { expertItemIds, alike }: { readonly expertItemIds: readonly Id[]; readonly alike: readonly SaidAlike[] },
) {
  return {
    ...item,
    isSeen: item.seen !== null || !isHeldElsewhere(item),
    isExpert: expertItemIds.includes(item.id),
    alike: alikeByItem(alike).get(item.id) ?? new Map<string, readonly string[]>(),
  }
}

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
export function unitProgress<D extends Judged>(
  pack: StandardPack,
  items: readonly Item[],
  decisions: readonly D[],
): { leaves: LeafState<D>[]; isComplete: boolean } {
  const byLeaf = new Map<string, Item[]>(pack.leaves.map(({ code }) => [code, []]))
  for (const item of items) for (const code of new Set(item.leaves)) byLeaf.get(code)?.push(item)
  const byId = new Map(items.map((item) => [item.id, item]))
  const byHalf = Map.groupBy(decisions, ({ leaf, half }) => `${leaf} ${half}`)
  const leaves = pack.leaves.map((leaf) => leafProgress(pack, leaf, { claimed: byLeaf.get(leaf.code) ?? [], byId, byHalf }))
  return { leaves, isComplete: pack.isComplete && leaves.length > 0 && leaves.every((leaf) => leaf.isComplete) }
}

/** Looked up once for all leaves of a unit: a sheet has thousands of claims and decisions. */
interface LeafFacts<D> {
  readonly claimed: readonly Item[]
  readonly byId: ReadonlyMap<Id, Item>
  /** Decisions by `<leaf> <half>`. */
  readonly byHalf: ReadonlyMap<string, readonly D[]>
}

function leafProgress<D extends Judged>(pack: StandardPack, leaf: CriterionLeaf, { claimed, byId, byHalf }: LeafFacts<D>): LeafState<D> {
  const halves = leaf.halves.map((half) => {
    const standing = standingDecision(byHalf.get(`${leaf.code} ${half}`) ?? [], leaf.code, half)
    const rested = (standing?.evidenceIds ?? []).flatMap((id) => byId.get(id) ?? [])
    return halfProgress(pack, { leaf: leaf.code, half, claimed, rested, standing })
  })
  return {
    leaf: leaf.code,
    isComplete: halves.length > 0 && halves.every((half) => half.isMet),
    halves,
    references: claimed.map((item) => item.reference),
    unseen: claimed.filter(isUnseen).map((item) => item.reference),
  }
}

interface HalfFacts<D> {
  readonly leaf: string
  readonly half: Half
  readonly claimed: readonly Item[]
  /** What the standing decision rests on, as it is now. */
  readonly rested: readonly Item[]
  readonly standing: D | undefined
}

function halfProgress<D extends Judged>(
  pack: StandardPack,
  { leaf, half, claimed, rested, standing }: HalfFacts<D>,
): LeafState<D>['halves'][number] {
  const closing = claimed.filter((item) => canClose(pack, leaf, half, item))
  const why = standing === undefined ? undefined : unmetBecause(standing, rested, canRestOn(pack, leaf, half, rested))
  return {
    half,
    isMet: standing !== undefined && why === undefined,
    missing: standing === undefined ? undecided(claimed.length, closing.length) : (why ?? null),
    closing: closing.map((item) => item.reference),
    standing: standing ?? null,
  }
}

/** Why a half is not met although a decision on it stands; undefined when it is met. */
function unmetBecause(standing: Judged, rested: readonly Item[], isResting: boolean): Missing | undefined {
  if (hasChanged(standing, rested)) return 'evidence_changed'
  if (standing.countersignature?.outcome === 'sent_back') return 'sent_back'
  if (standing.outcome === 'more_evidence_needed') return 'more_evidence_needed'
  if (!isResting) return 'not_resting'
  return isProvisional(standing) ? 'provisional' : undefined
}

function undecided(claimed: number, closing: number): Missing {
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
 * Open leaves that an item may show too: it could close a half that is not met; four at most, those first for which nothing that could is claimed
 * yet. It suggests; nothing claims by it.
 */
export function suggestedLeaves(pack: StandardPack, item: Item, progress: readonly LeafProgress[]): string[] {
  const closable = ({ leaf, halves }: LeafProgress) => halves.filter((one) => !one.isMet && canClose(pack, leaf, one.half, item))
  const open = progress.filter((one) => !item.leaves.includes(one.leaf) && closable(one).length > 0)
  const isBare = (one: LeafProgress) => closable(one).some(({ missing }) => missing === 'no_evidence' || missing === 'only_supporting')
  return [...open.filter(isBare), ...open.filter((one) => !isBare(one))].map(({ leaf }) => leaf).slice(0, 4)
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
    const isAnswered = (half: HalfProgress) => half.isMet || (stillStands(half) && (half.standing?.decidedAt ?? '') >= claimedAt)
    const closable = leaf.halves.filter((half) => canClose(pack, code, half.half, item))
    return closable.length > 0 ? !closable.every(isAnswered) : !leaf.halves.some(isAnswered)
  })
}

/** What was answered on an item and waits for somebody else is not chosen again by itself. More evidence that has come is. */
export function isAnsweredOn(
  { missing, restsOn }: Pick<HalfProgress, 'missing'> & { readonly restsOn: readonly Id[] },
  evidenceId: Id,
): boolean {
  return missing === 'provisional' || (missing === 'more_evidence_needed' && restsOn.includes(evidenceId))
}

/** A decision that nothing has opened again: neither changed evidence nor a countersigner, nor a witness who took back what it rested on. */
function stillStands({ standing, missing }: HalfProgress): boolean {
  return standing !== null && missing !== 'evidence_changed' && missing !== 'sent_back' && missing !== 'not_resting'
}

/** What can be asked of the five checks. Refused: `check_twice`, `check_reason_missing`, and for *met* `check_not_met`: what fails a check is not met. */
export function checksRefusal(outcome: DecisionOutcome, checks: readonly CheckAnswer[]): Refusal | undefined {
  if (new Set(checks.map(({ check }) => check)).size !== checks.length) return refused('check_twice', 'checks')
  if (checks.some(({ reason }) => reason === '')) return refused('check_reason_missing', 'checks')
  return outcome === 'met' && checks.some(({ isMet }) => !isMet) ? refused('check_not_met', 'checks') : undefined
}

interface Act {
  readonly isByTrainee: boolean
  readonly decidedBy: Id
  readonly isCountersigned: boolean
}

/** Refused: `own_decision` (whatever the parts are now, nobody countersigns what she decided), `not_by_trainee`, `countersigned_already`, `reason_missing`. */
export function countersignRefusal(
  wish: { readonly outcome: 'agreed' | 'sent_back'; readonly reason: string | null },
  act: Act,
  signerId: Id,
): Refusal | undefined {
  if (act.decidedBy === signerId) return refused('own_decision', 'assessmentId')
  if (!act.isByTrainee) return refused('not_by_trainee', 'assessmentId')
  if (act.isCountersigned) return refused('countersigned_already', 'assessmentId')
  return wish.outcome === 'sent_back' && (wish.reason ?? '') === '' ? refused('reason_missing', 'reason') : undefined
}

/** How long something has waited, by a centre's published target if it has one. Bank holidays count as working days: no calendar of them is kept. */
export function waitingTime(since: Day, today: Day, target: number | null): { workingDays: number; dueOn: Day | null; isLate: boolean } {
  const dueOn = target === null ? null : addWorkingDays(since, target)
  return { workingDays: workingDaysBetween(since, today), dueOn, isLate: dueOn !== null && today > dueOn }
}
