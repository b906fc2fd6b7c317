// Completion, for random evidence and random decisions: no shortcut through two halves, and complete means all 23.
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addWorkingDays, workingDaysBetween } from '../../core/wall-clock.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { loadUnit307 } from '../../testing/centre.ts'
import { alikeByItem } from '../assignments/rules.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { AssessmentMethod, type Half, type StandardPack } from '../standards/contract.ts'
import { canClose } from '../standards/rules.ts'
import type { Decision, DecisionOutcome } from './contract.ts'
import {
  asRulesSee,
  canRestOn,
  checksRefusal,
  claimRefusal,
  countersignRefusal,
  decisionRefusal,
  hasChanged,
  hasChangedElsewhere,
  type Item,
  isAnsweredOn,
  isProvisional,
  isUnseen,
  standingDecision,
  suggestedLeaves,
  unitProgress,
  waitingLeaves,
  waitingTime,
} from './rules.ts'

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
  .map((items) => items.map((item, at): Item => ({ ...item, id: `item${at}`, reference: `X-${at}`, contentHash: 'as it was' })))
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

function made(
  decision: Pick<Decision, 'leaf' | 'half' | 'outcome' | 'evidenceIds'> & Partial<Decision>,
  number: number,
  more: Partial<Decision> = {},
): Decision {
  return {
    assessmentId: `act${number}`,
    checks: [],
    contentHashes: decision.evidenceIds.map((evidenceId) => ({ evidenceId, contentHash: 'as it was' })),
    isByTrainee: false,
    countersignature: null,
    ...decision,
    id: `decision${number}`,
    number,
    reason: null,
    action: null,
    actionBy: null,
    decidedByName: 'Lorraine Pike',
    decidedAt: '2026-11-24T12:00:00.000Z',
    ...more,
  }
}

const item = (method: Item['method'], leaves: string[], more: Partial<Item> = {}): Item => ({
  id: method,
  reference: `${method}-01`,
  method,
  leaves,
  isSeen: false,
  isExpert: false,
  contentHash: 'as it was',
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

describe('suggestedLeaves', () => {
  const item = (method: Item['method'], leaves: string[]): Item => ({
    ...{ id: 'item0', reference: 'X-0', method, leaves, isSeen: true, isExpert: false, contentHash: 'as it was' },
  })
  const suggested = (one: Item, decisions: Decision[] = []) => suggestedLeaves(pack, one, unitProgress(pack, [one], decisions).leaves)

  it('names at most four leaves that the item could close and that nothing closes yet, never one that it claims', () => {
    expect(suggested(item('A', ['1.1', '1.3']))).toEqual(['1.2', '1.4', '1.5a', '1.5b'])
    expect(suggested(item('O', ['2.1']))).toEqual(['2.2', '2.3', '2.4', '2.5'])
  })
  it('suggests nothing for what only supports, and no leaf that is complete', () => {
    expect(suggested(item('PE', ['2.1']))).toEqual([])
    const assignment = item('A', ['1.2'])
    const met = made({ leaf: '1.2', half: 'knowledge', outcome: 'met', evidenceIds: ['item0'] }, 1)
    expect(suggested({ ...assignment, leaves: [] }, [met])).not.toContain('1.2')
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

describe('isAnsweredOn', () => {
  it.each([
    ['more evidence asked for on this item', 'more_evidence_needed', ['A'], true],
    ['more evidence asked for on another item: this one may be it', 'more_evidence_needed', ['O'], false],
    ['a countersigner’s turn', 'provisional', ['O'], true],
    ['nothing decided yet', 'undecided', [], false],
    ['changed since', 'evidence_changed', ['A'], false],
    ['sent back', 'sent_back', ['A'], false],
  ] as const)('%s', (_what, missing, restsOn, isAnswered) => {
    expect(isAnsweredOn({ missing, restsOn }, 'A')).toBe(isAnswered)
  })
})

const agreed = { outcome: 'agreed' as const, reason: null, signedByName: 'Femi Cole', signedAt: '2026-11-25T09:00:00.000Z' }
const sentBack = { ...agreed, outcome: 'sent_back' as const, reason: 'Nothing of the second half' }

describe('a decision of a trainee assessor', () => {
  const leafOf = (decisions: Decision[], items = full()) => unitProgress(pack, items, decisions).leaves.find((leaf) => leaf.leaf === '2.1')
  const byTrainee = (more: Partial<Decision> = {}) => [made(met('2.1', 'observed', ['O']), 1, { isByTrainee: true, ...more })]
  it('R7: never makes a leaf complete before a countersigner has agreed, whatever it rests on', () => {
    fc.assert(
      fc.property(anyItems, anyDecisions, fc.constantFrom(null, sentBack), (items, decisions, countersignature) => {
        const all = decisions.map((one) => ({ ...one, isByTrainee: true, countersignature }))
        expect(unitProgress(pack, items, all).leaves.every((leaf) => leaf.halves.every((half) => !half.isMet))).toBe(true)
      }),
    )
    expect(leafOf(byTrainee())).toMatchObject({ isComplete: false, halves: [{ missing: 'provisional' }] })
    expect(leafOf(byTrainee({ countersignature: agreed }))?.isComplete).toBe(true)
    expect(isProvisional({ isByTrainee: true, countersignature: null })).toBe(true)
    expect(isProvisional({ isByTrainee: false, countersignature: null })).toBe(false)
  })
  it('waits for the assessor again when it was sent back', () => {
    const progress = unitProgress(pack, full(), byTrainee({ countersignature: sentBack })).leaves
    expect(progress.find((leaf) => leaf.leaf === '2.1')?.halves[0]?.missing).toBe('sent_back')
    const visit = { ...item('O', ['2.1']), claimedAt: new Map([['2.1', new Date('2026-11-20T12:00:00.000Z')]]) }
    expect(waitingLeaves(pack, visit, progress)).toEqual(['2.1'])
    expect(waitingLeaves(pack, visit, unitProgress(pack, full(), byTrainee()).leaves)).toEqual([])
  })
})

describe('a decision whose evidence changed', () => {
  const changed = () => [{ ...item('O', everyLeaf()), contentHash: 'another' }, item('A', everyLeaf())]
  it('is open again, and stands again when the item says what it said before', () => {
    const decisions = [made(met('2.1', 'observed', ['O']), 1)]
    const half = (items: Item[]) => unitProgress(pack, items, decisions).leaves.find((leaf) => leaf.leaf === '2.1')?.halves[0]
    expect(half(full())?.isMet).toBe(true)
    expect(half(changed())).toMatchObject({ isMet: false, missing: 'evidence_changed' })
  })
  it('is found by any one of the items that it rested on, and not by others', () => {
    const [decision] = [made(met('2.1', 'observed', ['O', 'A']), 1)]
    expect(hasChanged(decision, full())).toBe(false)
    expect(hasChanged(decision, changed())).toBe(true)
    expect(hasChanged(made(met('2.1', 'observed', ['A']), 1), changed())).toBe(false)
    expect(hasChanged({ leaf: '2.1', contentHashes: [{ evidenceId: 'O', contentHash: null }] }, changed())).toBe(false)
  })
  it('stands where the item says on its leaf what it said then, and is open on every other leaf', () => {
    const alike = alikeByItem([{ evidenceId: 'A', leaf: '1.2', contentHashes: [item('A', []).contentHash] }])
    const again: Item = { ...item('A', everyLeaf()), contentHash: 'another', alike: alike.get('A') ?? new Map() }
    const decisions = ['1.1', '1.2'].map((leaf, at) => made(met(leaf, 'knowledge', ['A']), at + 1))
    const [open, standing] = decisions
    expect(open && [hasChanged(open, [again]), hasChangedElsewhere(open, [again])]).toEqual([true, false])
    expect(standing && [hasChanged(standing, [again]), hasChangedElsewhere(standing, [again])]).toEqual([false, true])
    expect(standing && hasChangedElsewhere(standing, full())).toBe(false)
    const { leaves } = unitProgress(pack, [again], decisions)
    const half = (leaf: string) => leaves.find((one) => one.leaf === leaf)?.halves[0]
    expect([half('1.1')?.missing, half('1.2')?.isMet]).toEqual(['evidence_changed', true])
    expect(waitingLeaves(pack, { ...again, leaves: ['1.1', '1.2'], claimedAt: new Map() }, leaves)).toEqual(['1.1'])
  })
  it('is found with an item as a unit shows it', () => {
    const shown = { id: 'A', seen: null, record: { ...emptyRecord('PE'), place: 'In the office' }, descriptor: null, files: [] }
    const alike = [{ evidenceId: 'A', leaf: '1.2', contentHashes: ['as it was'] }]
    expect(asRulesSee(shown, { expertItemIds: ['A'], alike })).toMatchObject({ isSeen: false, isExpert: true })
    expect(asRulesSee(shown, { expertItemIds: [], alike }).alike.get('1.2')).toEqual(['as it was'])
    expect(asRulesSee({ ...shown, id: 'B' }, { expertItemIds: [], alike }).alike.size).toBe(0)
  })
  it('waits for the assessor: a resubmission is not lost', () => {
    const asked = [made({ ...met('1.1', 'knowledge', ['A']), outcome: 'more_evidence_needed' }, 1)]
    const handedIn = { ...item('A', ['1.1']), claimedAt: new Map([['1.1', new Date('2026-11-20T12:00:00.000Z')]]) }
    expect(waitingLeaves(pack, handedIn, unitProgress(pack, [handedIn], asked).leaves)).toEqual([])
    const anew = { ...handedIn, contentHash: 'another' }
    expect(waitingLeaves(pack, anew, unitProgress(pack, [anew], asked).leaves)).toEqual(['1.1'])
  })
})

describe('checksRefusal', () => {
  const doubt = { check: 'current' as const, isMet: true, reason: 'From 2024, and the routine is the same' }
  it('wants a reason for whatever is no plain yes, and no *met* on what fails a check', () => {
    expect(checksRefusal('met', [])).toBeUndefined()
    expect(checksRefusal('met', [doubt])).toBeUndefined()
    expect(checksRefusal('met', [{ ...doubt, reason: '' }])?.reason).toBe('check_reason_missing')
    expect(checksRefusal('met', [{ ...doubt, isMet: false }])?.reason).toBe('check_not_met')
    expect(checksRefusal('more_evidence_needed', [{ ...doubt, isMet: false }])).toBeUndefined()
    expect(checksRefusal('met', [doubt, doubt])?.reason).toBe('check_twice')
  })
})

describe('countersignRefusal', () => {
  const act = { isByTrainee: true, decidedBy: 'lorraine', isCountersigned: false }
  it('R6, R7: nobody countersigns her own decision, and what goes back goes with a reason', () => {
    expect(countersignRefusal({ outcome: 'agreed', reason: null }, act, 'femi')).toBeUndefined()
    expect(countersignRefusal({ outcome: 'agreed', reason: null }, act, 'lorraine')?.reason).toBe('own_decision')
    expect(countersignRefusal({ outcome: 'sent_back', reason: '' }, act, 'femi')?.reason).toBe('reason_missing')
    expect(countersignRefusal({ outcome: 'agreed', reason: null }, { ...act, isByTrainee: false }, 'femi')?.reason).toBe('not_by_trainee')
    expect(countersignRefusal({ outcome: 'agreed', reason: null }, { ...act, isCountersigned: true }, 'femi')?.reason).toBe(
      'countersigned_already',
    )
  })
})

describe('working days', () => {
  it('are Monday to Friday: from Friday to Wednesday are three', () => {
    expect(workingDaysBetween('2026-11-06', '2026-11-11')).toBe(3)
    expect(workingDaysBetween('2026-11-06', '2026-11-08')).toBe(0)
    expect(addWorkingDays('2026-11-06', 3)).toBe('2026-11-11')
  })
  it('add up: so many days later lie so many between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        (days, date) => {
          const from = date.toISOString().slice(0, 10)
          expect(workingDaysBetween(from, addWorkingDays(from, days))).toBe(days)
        },
      ),
    )
  })
  it('make an item late only after the target that the centre published', () => {
    expect(waitingTime('2026-11-06', '2026-11-11', 3)).toEqual({ workingDays: 3, dueOn: '2026-11-11', isLate: false })
    expect(waitingTime('2026-11-06', '2026-11-12', 3).isLate).toBe(true)
    expect(waitingTime('2026-11-06', '2026-12-24', null)).toMatchObject({ dueOn: null, isLate: false })
  })
})
