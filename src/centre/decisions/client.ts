// Units on screen: coverage, what is missing in words, claims, the queue, and deciding several halves at once.
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Refusal } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Asked, useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { claimedReasons } from '../registrations/client.ts'
import type { Half } from '../standards/contract.ts'
import { canClose } from '../standards/rules.ts'
import {
  decisionQueue,
  decisionRecord,
  evidenceClaim,
  evidenceUnclaim,
  type HalfProgress,
  type LeafProgress,
  type QueueEntry,
  type Unit,
  unitInPortfolio,
  unitOfCandidate,
} from './contract.ts'
import { canRestOn, type Item } from './rules.ts'

export const decisionReasons: Reasons = {
  evidence_missing: msg`Choose the evidence that it rests on.`,
  not_seen_in_place: msg`See the record in place first: say where and when.`,
  nothing_closes_half: msg`Nothing chosen closes it: an observed half needs an observation, a knowledge half an assignment, questions, a discussion or a reflection.`,
  reason_missing: msg`Say why`,
  action_missing: msg`Say what to do next`,
  action_by_missing: msg`Choose the day`,
  in_the_past: msg`That day is over`,
  nothing_to_reopen: msg`There is nothing to take back.`,
  leaf_decided: msg`This criterion is decided. Ask your assessor.`,
  unknown_leaf: msg`The unit has no such criterion.`,
  ...claimedReasons,
}

/** A unit for whoever may read it. */
export function useUnit(registrationId: Id | undefined): Asked<Unit> {
  return useAsked(unitInPortfolio, registrationId === undefined ? undefined : { registrationId })
}

export function useCandidateUnit(registrationId: Id | undefined) {
  return useAsked(unitOfCandidate, registrationId === undefined ? undefined : { registrationId })
}

export function useQueue(): Asked<readonly QueueEntry[]> {
  return useAsked(decisionQueue, {})
}

/** Adds or takes back a claim. */
export function useClaiming() {
  const claim = useSending(evidenceClaim)
  const unclaim = useSending(evidenceUnclaim)
  return {
    set: (isClaimed: boolean, input: { registrationId: Id; evidenceId: Id; leaf: string }) => (isClaimed ? claim : unclaim).send(input),
    refusal: claim.refusal ?? unclaim.refusal,
  }
}

/** The unit's leaves by outcome, for the coverage grid; `fresh` are leaves that the evidence at hand is about. */
export function coverageOf(unit: Unit, fresh: ReadonlySet<string> = new Set()) {
  const { pack, leaves } = unit
  const outcomeOf = new Map(pack.criteria.map(({ code, outcomeNumber }) => [code, outcomeNumber]))
  return pack.outcomes.map(({ number, label }) => ({
    number: String(number),
    name: label,
    leaves: pack.leaves
      .filter(({ criterionCode }) => outcomeOf.get(criterionCode) === number)
      .map(({ code, label: name }) => ({
        id: code,
        name,
        halves: (leaves.find(({ leaf }) => leaf === code)?.halves ?? []).map(({ half, isMet }) => ({ half, letter: letters[half], isMet })),
        isNew: fresh.has(code),
      })),
  }))
}

const letters = { observed: 'O', knowledge: 'A' } as const satisfies Record<Half, string>

/** Why a half is not met, as a sentence that says what would help. */
export function useMissingWords(): (half: HalfProgress) => string {
  const { t } = useLingui()
  const nothing = {
    observed: t`Nothing yet. It needs to be observed by the assessor or an expert witness.`,
    knowledge: t`Nothing yet. An assignment, questions, a discussion or a reflection can show it.`,
  }
  const supporting = {
    observed: t`What is there supports it. It still needs to be observed by the assessor or an expert witness.`,
    knowledge: t`What is there supports it. It still needs an assignment, questions, a discussion or a reflection.`,
  }
  return ({ half, missing, closing, standing }) => {
    if (missing === null) return t`Met`
    if (missing === 'no_evidence') return nothing[half]
    if (missing === 'only_supporting') return supporting[half]
    if (missing === 'undecided') return t`${closing.join(', ')} waits for the assessor’s decision.`
    if (missing === 'more_evidence_needed') return t`More evidence needed: ${standing?.reason ?? ''}`
    return t`The decision rests on nothing that closes it.`
  }
}

/** One half of one leaf, as a thing to decide. */
export interface Pair {
  readonly leaf: string
  readonly half: Half
  readonly isMet: boolean
}

/** What an item is about and is not met yet: the halves that it can close, or, when it only supports, the observed ones. */
export function pairsFor(unit: Unit, item: Item): readonly Pair[] {
  const claimed = unit.leaves.filter(({ leaf }) => item.leaves.includes(leaf))
  return claimed.flatMap(({ leaf, halves }) => halvesFor(unit, item, halves).map(({ half, isMet }) => ({ leaf, half, isMet })))
}

function halvesFor({ pack }: Unit, item: Item, halves: LeafProgress['halves']): readonly HalfProgress[] {
  const closable = halves.filter(({ half }) => canClose(pack, half, item))
  if (closable.length > 0) return closable
  const observed = halves.filter(({ half }) => half === 'observed')
  return observed.length > 0 ? observed : halves
}

export const keyOf = ({ leaf, half }: Pick<Pair, 'leaf' | 'half'>) => `${leaf} ${half}`

/** What the assessor has chosen on one item: which halves, and what they rest on. All open halves are chosen until she says otherwise. */
export function useChoice(unit: Unit, item: Unit['evidence'][number], beside: readonly Id[]) {
  const open = pairsFor(unit, ruleItem(item)).filter(({ isMet }) => !isMet)
  const [unpicked, setUnpicked] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<readonly Id[]>()
  const also = chosen ?? beside
  const rested = [item.id, ...also]
  const picked = open.filter((pair) => !unpicked.includes(keyOf(pair)))
  const items = unit.evidence.filter(({ id }) => rested.includes(id)).map(ruleItem)
  return {
    open,
    picked,
    pick: (pair: Pair, isPicked: boolean) =>
      setUnpicked(isPicked ? unpicked.filter((key) => key !== keyOf(pair)) : [...unpicked, keyOf(pair)]),
    also,
    setAlso: setChosen,
    rested,
    items,
    /** Whether *met* would stand for every chosen half. */
    isSound: picked.length > 0 && picked.every(({ half }) => canRestOn(unit.pack, half, items)),
  }
}

/** An item of evidence as the rules see it. Nobody is a registered expert witness yet. */
export function ruleItem(item: Unit['evidence'][number]): Item {
  return { ...item, isSeen: item.seen !== null, isExpert: false }
}

export interface Verdict {
  readonly outcome: 'met' | 'more_evidence_needed' | 'reopened'
  readonly evidenceIds: readonly Id[]
  readonly reason?: string
  readonly action?: string
  readonly actionBy?: string
}

/** Decides several halves one after the other; stops at the first refusal and says which. */
export function useDeciding(registrationId: Id) {
  const { send, isSending, refusal, attempt, reset } = useSending(decisionRecord)
  const [failedAt, setFailedAt] = useState<string>()
  async function decide(pairs: readonly Pick<Pair, 'leaf' | 'half'>[], verdict: Verdict): Promise<boolean> {
    for (const { leaf, half } of pairs) {
      const { outcome, evidenceIds, reason, action, actionBy } = verdict
      const input = {
        id: newId(),
        registrationId,
        leaf,
        half,
        outcome,
        evidenceIds: [...evidenceIds],
        reason: reason ?? null,
        action: action ?? null,
        actionBy: actionBy === undefined || actionBy === '' ? null : actionBy,
      }
      const output = await send(input)
      setFailedAt(output === undefined ? leaf : undefined)
      if (output === undefined) return false
    }
    return true
  }
  const failure: { leaf: string | undefined; refusal: Refusal } | undefined =
    refusal === undefined ? undefined : { leaf: failedAt, refusal }
  return { decide, isSending, failure, attempt, reset }
}
