// Completion, for random evidence and random decisions: no shortcut through two halves, and complete means all 23.
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../testing/app.ts'
import { loadUnit307 } from '../../testing/centre.ts'
import { AssessmentMethod, type Half, type StandardPack } from '../standards/contract.ts'
import { canClose } from '../standards/rules.ts'
import type { Decision, DecisionOutcome } from './contract.ts'
import { canRestOn, claimRefusal, decisionRefusal, type Item, isUnseen, standingDecision, unitProgress, waitingLeaves } from './rules.ts'

let app: TestApp
let pack: StandardPack
beforeAll(async () => {
  app = await testApp()
  pack = await loadUnit307(app.centre)
})
afterAll(() => app.close())

const methods = AssessmentMethod.options
const codes = ['1.1', '2.1', '2.3', '3.4d', '4.2']

/** An item of any method claimed for any leaves; its id is its place, so that decisions can name it. */
const anyItems = fc
  .array(fc.record({ method: fc.constantFrom(...methods), leaves: fc.subarray(codes), isSeen: fc.boolean(), isExpert: fc.boolean() }), {
    maxLength: 6,
  })
  .map((items) => items.map((item, at): Item => ({ ...item, id: `item${at}`, reference: `X-${at}` })))
const anyDecisions = fc
  .array(
    fc.record({
      leaf: fc.constantFrom(...codes),
      half: fc.constantFrom<Half>('observed', 'knowledge'),
      outcome: fc.constantFrom<DecisionOutcome>('met', 'met', 'more_evidence_needed', 'reopened'),
      evidenceIds: fc.subarray(['item0', 'item1', 'item2', 'item3', 'item4', 'item5']),
    }),
    { maxLength: 20 },
  )
  .map((decisions) => decisions.map((decision, at): Decision => made(decision, at + 1)))

function made(decision: Pick<Decision, 'leaf' | 'half' | 'outcome' | 'evidenceIds'>, number: number): Decision {
  return {
    ...decision,
    id: `decision${number}`,
    number,
    reason: null,
    action: null,
    actionBy: null,
    decidedByName: 'Lorraine Pike',
    decidedAt: '2026-11-24T12:00:00.000Z',
  }
}

const item = (method: Item['method'], leaves: string[], more: Partial<Item> = {}): Item => ({
  id: method,
  reference: `${method}-01`,
  method,
  leaves,
  isSeen: false,
  isExpert: false,
  ...more,
})
const met = (leaf: string, half: Half, evidenceIds: string[]) => ({ leaf, half, outcome: 'met' as const, evidenceIds })
const everyLeaf = () => pack.leaves.map((leaf) => leaf.code)
const everyHalf = () => pack.leaves.flatMap((leaf) => leaf.halves.map((half) => met(leaf.code, half, [half === 'observed' ? 'O' : 'A'])))
const full = () => [item('O', everyLeaf()), item('A', everyLeaf())]

describe('unitProgress', () => {
  it('R2: 2.3 and 4.2 are never complete with one half, whatever was claimed and decided', () => {
    fc.assert(
      fc.property(anyItems, anyDecisions, (items, decisions) => {
        const { leaves } = unitProgress(pack, items, decisions)
        for (const code of ['2.3', '4.2'])
          if (leaves.find((leaf) => leaf.leaf === code)?.isComplete) {
            for (const half of ['observed', 'knowledge'] as const) {
              const standing = standingDecision(decisions, code, half)
              expect(standing?.outcome).toBe('met')
              const rested = items.filter((one) => standing?.evidenceIds.includes(one.id))
              expect(rested.some((one) => canClose(pack, code, half, one))).toBe(true)
            }
          }
      }),
      { numRuns: 500 },
    )
  })
  it('R3, R4, R14: an observed half is never met on product evidence, a plain witness or a descriptor that was not seen', () => {
    fc.assert(
      fc.property(anyItems, anyDecisions, (items, decisions) => {
        for (const leaf of unitProgress(pack, items, decisions).leaves)
          for (const half of leaf.halves.filter((one) => one.half === 'observed' && one.isMet)) {
            const rested = items.filter((one) => half.standing?.evidenceIds.includes(one.id))
            expect(rested.some((one) => one.method === 'O' || (one.method === 'WT' && one.isExpert))).toBe(true)
            expect(rested.some(isUnseen)).toBe(false)
          }
      }),
      { numRuns: 500 },
    )
  })
  it('R1: the unit is complete with all its halves met, and not with any one of them missing', () => {
    const decisions = everyHalf().map((decision, at) => made(decision, at + 1))
    expect(decisions).toHaveLength(25)
    expect(unitProgress(pack, full(), decisions).isComplete).toBe(true)
    fc.assert(
      fc.property(fc.nat(24), fc.constantFrom<DecisionOutcome | undefined>(undefined, 'reopened', 'more_evidence_needed'), (at, later) => {
        const lost = decisions[at]
        if (lost === undefined) throw new Error('there are 25')
        const changed =
          later === undefined ? decisions.filter((one) => one !== lost) : [...decisions, made({ ...lost, outcome: later }, 99)]
        const progress = unitProgress(pack, full(), changed)
        expect(progress.isComplete).toBe(false)
        expect(progress.leaves.filter((leaf) => !leaf.isComplete).map((leaf) => leaf.leaf)).toEqual([lost.leaf])
      }),
    )
  })
  it('complete means every leaf complete, and every half that is not met says why', () => {
    fc.assert(
      fc.property(anyItems, anyDecisions, (items, decisions) => {
        const progress = unitProgress(pack, items, decisions)
        expect(progress.isComplete).toBe(progress.leaves.every((leaf) => leaf.isComplete))
        for (const leaf of progress.leaves) {
          expect(leaf.isComplete).toBe(leaf.halves.every((half) => half.isMet))
          for (const half of leaf.halves) expect(half.missing === null).toBe(half.isMet)
        }
      }),
    )
  })
  it('does not depend on the order in which decisions are read', () => {
    fc.assert(
      fc.property(anyItems, anyDecisions, (items, decisions) => {
        expect(unitProgress(pack, items, [...decisions].reverse())).toEqual(unitProgress(pack, items, decisions))
      }),
    )
  })
  it('says each reason', () => {
    const reason = (items: Item[], decisions: Decision[] = []) =>
      unitProgress(pack, items, decisions).leaves.find((leaf) => leaf.leaf === '2.1')?.halves[0]?.missing
    expect(reason([])).toBe('no_evidence')
    expect(reason([item('PE', ['2.1'], { isSeen: true })])).toBe('only_supporting')
    expect(reason([item('O', ['2.1'])])).toBe('undecided')
    expect(reason([item('O', ['2.1'])], [made({ ...met('2.1', 'observed', []), outcome: 'more_evidence_needed' }, 1)])).toBe(
      'more_evidence_needed',
    )
    expect(reason([item('PE', ['2.1'])], [made(met('2.1', 'observed', ['PE']), 1)])).toBe('not_resting')
  })
})

describe('decisionRefusal', () => {
  it('lets *met* through exactly when progress would then count it', () => {
    fc.assert(
      fc.property(anyItems, fc.constantFrom(...codes), fc.constantFrom<Half>('observed', 'knowledge'), (items, leaf, half) => {
        const evidenceIds = items.map((one) => one.id)
        const refusal = decisionRefusal(
          { ...met(leaf, half, evidenceIds), reason: null, action: null, actionBy: null },
          { pack, items, standing: undefined, today: '2026-11-24' },
        )
        const progress = unitProgress(pack, items, [made(met(leaf, half, evidenceIds), 1)]).leaves.find((one) => one.leaf === leaf)
        expect(refusal === undefined).toBe(progress?.halves.find((one) => one.half === half)?.isMet ?? false)
      }),
      { numRuns: 500 },
    )
  })
  it('R1: a unit whose criteria are not all known is never complete, even with all that are known met', () => {
    const decisions = everyHalf().map((decision, at) => made(decision, at + 1))
    const { leaves, isComplete } = unitProgress({ ...pack, isComplete: false }, full(), decisions)
    expect(leaves.every((leaf) => leaf.isComplete)).toBe(true)
    expect(isComplete).toBe(false)
  })
  it('canRestOn needs one that closes and none unseen', () => {
    expect(canRestOn(pack, '2.4', 'observed', [item('O', [])])).toBe(true)
    expect(canRestOn(pack, '2.4', 'observed', [item('O', []), item('PE', [])])).toBe(false)
    expect(canRestOn(pack, '2.4', 'observed', [])).toBe(false)
  })
})

describe('claimRefusal', () => {
  it('lets a claim change until the leaf is complete or a decision rests on the item', () => {
    const progress = (decisions: Decision[]) => unitProgress(pack, full(), decisions).leaves
    expect(claimRefusal({ leaf: '2.3', evidenceId: 'A' }, pack, progress([]))).toBeUndefined()
    const half = [made(met('2.3', 'observed', ['O']), 1)]
    expect(claimRefusal({ leaf: '2.3', evidenceId: 'A' }, pack, progress(half))).toBeUndefined()
    expect(claimRefusal({ leaf: '2.3', evidenceId: 'O' }, pack, progress(half))?.reason).toBe('leaf_decided')
    expect(claimRefusal({ leaf: '9.9', evidenceId: 'O' }, pack, progress([]))?.reason).toBe('unknown_leaf')
  })
})

describe('waitingLeaves', () => {
  const at = (code: string, claimedAt: string) => ({ claimedAt: new Map([[code, new Date(claimedAt)]]) })
  const waits = (one: Item, claimedAt: string, decisions: Decision[]) =>
    waitingLeaves(pack, { ...one, ...at('2.3', claimedAt) }, unitProgress(pack, [one, item('O', ['2.3'])], decisions).leaves)
  const observedMet = [made(met('2.3', 'observed', ['O']), 1)]
  it('an assignment waits for the knowledge half although the observed one is met', () => {
    expect(waits(item('A', ['2.3']), '2026-11-20T12:00:00.000Z', observedMet)).toEqual(['2.3'])
  })
  it('a descriptor that only supports is answered by either half, and waits again when it came later', () => {
    expect(waits(item('PE', ['2.3']), '2026-11-20T12:00:00.000Z', observedMet)).toEqual([])
    expect(
      waits(item('PE', ['2.3']), '2026-11-24T12:00:00.001Z', [
        made({ ...met('2.3', 'knowledge', []), outcome: 'more_evidence_needed' }, 1),
      ]),
    ).toEqual(['2.3'])
  })
})
