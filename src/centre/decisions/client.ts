// Units on screen: coverage, what is missing in words, claims, the queue, and deciding several halves at once.
import { msg, plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { type Asked, useActing, useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { claimedReasons } from '../registrations/client.ts'
import type { Half } from '../standards/contract.ts'
import { canClose } from '../standards/rules.ts'
import {
  assessmentCountersign,
  assessmentRecord,
  assessmentToCountersign,
  type Check,
  type CheckAnswer,
  decisionQueue,
  decisionRecord,
  decisionTargetSet,
  decisionTargetShow,
  evidenceClaim,
  evidenceUnclaim,
  type HalfProgress,
  type LeafProgress,
  type Missing,
  type QueueEntry,
  type Unit,
  unitInPortfolio,
  unitOfCandidate,
} from './contract.ts'
import { asRulesSee, canRestOn, type Item, isAnsweredOn } from './rules.ts'

export const decisionReasons: Reasons = {
  evidence_missing: msg`Choose the evidence that it rests on.`,
  not_seen_in_place: msg`See the record in place first: say where and when.`,
  nothing_closes_half: msg`Nothing chosen closes it: an observed half needs an observation, a knowledge half an assignment, questions, a discussion or a reflection.`,
  reason_missing: msg`Say why`,
  action_missing: msg`Say what to do next`,
  action_by_missing: msg`Choose the day`,
  in_the_past: msg`That day is over`,
  nothing_to_reopen: msg`There is nothing to take back.`,
  check_twice: msg`A check is answered twice.`,
  check_reason_missing: msg`Say why, for each check that is no plain yes.`,
  check_not_met: msg`What fails a check is not met: ask for more evidence.`,
  own_decision: msg`Nobody countersigns a decision of their own.`,
  not_by_trainee: msg`This assessor’s decisions need no countersignature.`,
  countersigned_already: msg`This was countersigned already.`,
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

/** What an item claims, as it was last wished: a tap shows at once, goes out after the ones before it, and is put back when it is refused. */
export function useClaiming(registrationId: Id, item: Pick<Item, 'id' | 'leaves'>) {
  const claim = useSending(evidenceClaim)
  const unclaim = useSending(evidenceUnclaim)
  const [wishes, setWishes] = useState<readonly { readonly leaf: string; readonly isClaimed: boolean }[]>([])
  const sent = useRef(Promise.resolve())
  return {
    isClaimed: (leaf: string) => wishes.findLast((wish) => wish.leaf === leaf)?.isClaimed ?? item.leaves.includes(leaf),
    set: (leaf: string, isClaimed: boolean) => {
      const wish = { leaf, isClaimed }
      setWishes((before) => [...before, wish])
      const send = async () => {
        await (isClaimed ? claim : unclaim).send({ registrationId, evidenceId: item.id, leaf })
        setWishes((before) => before.filter((each) => each !== wish))
      }
      sent.current = sent.current.then(send)
    },
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
    const references = closing.join(', ')
    const said: Readonly<Record<Missing, string>> = {
      no_evidence: nothing[half],
      only_supporting: supporting[half],
      undecided: t`${plural(closing.length, { one: `${references} waits`, other: `${references} wait` })} for the assessor’s decision.`,
      more_evidence_needed: t`More evidence needed: ${standing?.reason ?? ''}`,
      evidence_changed: t`What the decision rested on was changed since. It waits for the assessor’s decision.`,
      provisional: t`Met, provisionally: a qualified assessor has yet to countersign what ${standing?.decidedByName ?? ''} decided.`,
      sent_back: t`The countersigner sent the decision back. It waits for the assessor’s decision.`,
      not_resting: t`What the decision rested on closes it no longer. It waits for the assessor’s decision.`,
    }
    return said[missing]
  }
}

/** The five checks in words: what a plain yes says. */
export function useCheckWords(): Readonly<Record<Check, { readonly name: string; readonly asks: string }>> {
  const { t } = useLingui()
  return {
    valid: { name: t`Valid`, asks: t`It shows what the criterion asks` },
    authentic: { name: t`Authentic`, asks: t`It is the candidate’s own` },
    current: { name: t`Current`, asks: t`It shows what the candidate can do now` },
    sufficient: { name: t`Sufficient`, asks: t`It is enough, over time where that matters` },
    reliable: { name: t`Reliable`, asks: t`Another assessor would decide the same` },
  }
}

/** One half of one leaf, as a thing to decide. */
export interface Pair {
  readonly leaf: string
  readonly half: Half
  readonly isMet: boolean
  readonly missing: HalfProgress['missing']
  /** What the decision rests on that stands now. */
  readonly restsOn: readonly Id[]
}

/** What an item is about and is not met yet: the halves that it can close, or, when it only supports, the observed ones. */
export function pairsFor(unit: Unit, item: Item): readonly Pair[] {
  const claimed = unit.leaves.filter(({ leaf }) => item.leaves.includes(leaf))
  return claimed.flatMap(({ leaf, halves }) =>
    halvesFor(unit, item, { leaf, halves }).map(({ half, isMet, missing, standing }) => ({
      leaf,
      half,
      isMet,
      missing,
      restsOn: standing?.evidenceIds ?? [],
    })),
  )
}

function halvesFor({ pack }: Unit, item: Item, { leaf, halves }: Pick<LeafProgress, 'leaf' | 'halves'>): readonly HalfProgress[] {
  const closable = halves.filter(({ half }) => canClose(pack, leaf, half, item))
  if (closable.length > 0) return closable
  const observed = halves.filter(({ half }) => half === 'observed')
  return observed.length > 0 ? observed : halves
}

export const keyOf = ({ leaf, half }: Pick<Pair, 'leaf' | 'half'>) => `${leaf} ${half}`

/** What the assessor has chosen on one item: which halves, and what they rest on. All that is not answered yet is chosen until she says otherwise. */
export function useChoice(unit: Unit, item: Unit['evidence'][number], beside: readonly Id[]) {
  const open = pairsFor(unit, ruleItem(unit, item)).filter(({ isMet }) => !isMet)
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [chosen, setChosen] = useState<readonly Id[]>()
  const also = chosen ?? beside
  const rested = [item.id, ...also]
  const picked = open.filter((pair) => turned.get(keyOf(pair)) ?? !isAnsweredOn(pair, item.id))
  const items = unit.evidence.filter(({ id }) => rested.includes(id)).map((one) => ruleItem(unit, one))
  return {
    open,
    picked,
    pick: (pair: Pair, isPicked: boolean) => setTurned(new Map(turned).set(keyOf(pair), isPicked)),
    also,
    setAlso: setChosen,
    rested,
    items,
    /** Whether *met* would stand for every chosen half. */
    isSound: picked.length > 0 && picked.every(({ leaf, half }) => canRestOn(unit.pack, leaf, half, items)),
  }
}

/** An item of evidence as the rules see it. */
export function ruleItem(unit: Unit, item: Unit['evidence'][number]): Item {
  return asRulesSee(item, unit)
}

export interface Verdict {
  readonly outcome: 'met' | 'more_evidence_needed'
  readonly evidenceIds: readonly Id[]
  readonly checks: readonly CheckAnswer[]
  readonly reason?: string
  readonly action?: string
  readonly actionBy?: string
}

/** Decides several halves at once, all or none of them. */
export function useDeciding(registrationId: Id) {
  const { send, isSending, refusal, attempt, reset } = useSending(assessmentRecord)
  async function decide(pairs: readonly Pick<Pair, 'leaf' | 'half'>[], verdict: Verdict): Promise<boolean> {
    const { outcome, evidenceIds, checks, reason, action, actionBy } = verdict
    const output = await send({
      id: newId(),
      registrationId,
      halves: pairs.map(({ leaf, half }) => ({ id: newId(), leaf, half })),
      outcome,
      evidenceIds: [...evidenceIds],
      checks: [...checks],
      reason: given(reason),
      action: given(action),
      actionBy: given(actionBy),
    })
    return output !== undefined
  }
  return { decide, isSending, refusal, attempt, reset }
}

const given = (text: string | undefined) => (text === undefined || text === '' ? null : text)

/** Takes the standing decision on a half back by another one. */
export function useTakingBack(registrationId: Id) {
  const { send, isSending, refusal } = useSending(decisionRecord)
  const nothing = { outcome: 'reopened' as const, evidenceIds: [], reason: null, action: null, actionBy: null }
  return {
    takeBack: ({ leaf, half }: Pick<Pair, 'leaf' | 'half'>) => send({ id: newId(), registrationId, leaf, half, ...nothing }),
    isSending,
    refusal,
  }
}

export function useToCountersign() {
  return useAsked(assessmentToCountersign, {})
}

export function useCountersigning() {
  return useSending(assessmentCountersign)
}

export function useTarget() {
  return useAsked(decisionTargetShow, {})
}

export function useSettingTarget() {
  return useActing(decisionTargetSet)
}
