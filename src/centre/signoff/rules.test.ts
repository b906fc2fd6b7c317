// The way of a unit from open to claimed, for random facts: no shortcut, no way back from a claim, and a void signature is found by its content.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, type Plain } from '../../core/canonical.ts'
import { SamplingState, SignerRole, SignOffState } from './contract.ts'
import {
  differences,
  isSignedOff,
  keptUntil,
  reopenRefusal,
  type SignOffFacts,
  signatureRefusal,
  signerRefusal,
  signOffState,
  statements,
  unitClaimRefusal,
  voidReason,
} from './rules.ts'

const roles = SignerRole.options
const anyFacts: fc.Arbitrary<SignOffFacts> = fc.record({
  isComplete: fc.boolean(),
  hasOfficialWording: fc.boolean(),
  needsCountersigner: fc.boolean(),
  signed: fc.subarray([...roles]).map((some) => new Set(some)),
  iqa: fc.constantFrom(...SamplingState.options),
  eqa: fc.constantFrom(...SamplingState.options),
  isClaimed: fc.boolean(),
  isCertificationOver: fc.boolean(),
})
const fresh: SignOffFacts = {
  isComplete: true,
  hasOfficialWording: true,
  needsCountersigner: false,
  signed: new Set(),
  iqa: 'not_sampled',
  eqa: 'not_sampled',
  isClaimed: false,
  isCertificationOver: false,
}
const signedBy = (...signed: SignerRole[]): SignOffFacts => ({ ...fresh, signed: new Set(signed) })

/** What can happen to a unit; each act by whoever may do it. */
type Act =
  | { readonly act: 'sign'; readonly role: SignerRole }
  | { readonly act: 'sample'; readonly verifier: 'iqa' | 'eqa'; readonly state: SamplingState }
  | { readonly act: 'change' | 'reopen' | 'claim' | 'complete' | 'lose' | 'load wording' }
const anyActs: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('sign' as const), role: fc.constantFrom(...roles) }),
    fc.record({
      act: fc.constant('sample' as const),
      verifier: fc.constantFrom('iqa' as const, 'eqa' as const),
      state: fc.constantFrom<SamplingState>('sampled', 'agreed', 'action'),
    }),
    fc.record({ act: fc.constantFrom('change' as const, 'reopen' as const, 'claim' as const, 'complete' as const, 'lose' as const) }),
    fc.record({ act: fc.constant('load wording' as const) }),
  ),
  { maxLength: 30 },
)

/** One act by the rules: what they refuse changes nothing. */
function step(facts: SignOffFacts, act: Act): SignOffFacts {
  if (act.act === 'sign')
    return signatureRefusal(act.role, facts) === undefined ? { ...facts, signed: new Set([...facts.signed, act.role]) } : facts
  if (act.act === 'sample') return { ...facts, [act.verifier]: act.state }
  if (act.act === 'claim') return unitClaimRefusal(facts) === undefined ? { ...facts, isClaimed: true } : facts
  // What belongs to a claimed unit's content does not change: every command of it refuses.
  if (facts.isClaimed) return facts
  if (act.act === 'complete') return { ...facts, isComplete: true, signed: new Set() }
  if (act.act === 'lose') return { ...facts, isComplete: false, signed: new Set() }
  if (act.act === 'load wording') return { ...facts, hasOfficialWording: true, signed: new Set() }
  if (act.act === 'reopen' && reopenRefusal('A date was wrong', facts) !== undefined) return facts
  return { ...facts, signed: new Set() }
}

const rank = (state: SignOffState) => SignOffState.options.indexOf(state)

describe('signOffState', () => {
  it('never goes forward by more than one state, and back only by what changed, over any acts in any order', () => {
    fc.assert(
      fc.property(anyActs, fc.boolean(), (acts, needsCountersigner) => {
        let facts: SignOffFacts = { ...fresh, isComplete: false, hasOfficialWording: false, needsCountersigner }
        for (const act of acts) {
          const next = step(facts, act)
          const [before, now] = [signOffState(facts), signOffState(next)]
          // Without a countersigner that state is left out; a claim follows the assessor's signature.
          const skipped = now === 'claimed' && !needsCountersigner ? 1 : 0
          expect(rank(now)).toBeLessThanOrEqual(rank(before) + 1 + skipped)
          if (before === 'claimed') expect(now).toBe('claimed')
          if (now === 'claimed' && before !== 'claimed') expect(isSignedOff(facts)).toBe(true)
          facts = next
        }
      }),
      { numRuns: 1000 },
    )
  })
  it('claims no unit but one that is complete, worded, and signed by candidate, assessor and the countersigner whom it needs', () => {
    fc.assert(
      fc.property(anyActs, fc.boolean(), (acts, needsCountersigner) => {
        const end = acts.reduce(step, { ...fresh, isComplete: false, hasOfficialWording: false, needsCountersigner })
        if (!end.isClaimed) return
        expect(end.isComplete && end.hasOfficialWording).toBe(true)
        for (const role of ['candidate', 'assessor', ...(needsCountersigner ? (['countersigner'] as const) : [])] as const)
          expect(end.signed.has(role)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
  it('is each of its states somewhere', () => {
    expect(signOffState({ ...fresh, isComplete: false })).toBe('in_progress')
    expect(signOffState(fresh)).toBe('all_leaves_met')
    expect(signOffState(signedBy('candidate'))).toBe('candidate_declared')
    expect(signOffState(signedBy('candidate', 'assessor'))).toBe('assessor_signed')
    expect(signOffState({ ...signedBy('candidate', 'assessor', 'countersigner'), needsCountersigner: true })).toBe('countersigned')
    expect(signOffState({ ...fresh, isClaimed: true })).toBe('claimed')
  })
})

describe('signatureRefusal', () => {
  it('R1: nobody signs a unit whose leaves are not all met, whatever else is true', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...roles), (facts, role) => {
        expect(signatureRefusal(role, { ...facts, isComplete: false })).toBeDefined()
      }),
    )
  })
  it('lets nobody sign without the official wording, twice, or before those who come first', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...roles), (facts, role) => {
        if (signatureRefusal(role, facts) !== undefined) return
        expect(facts.hasOfficialWording).toBe(true)
        expect(facts.signed.has(role)).toBe(false)
        if (role !== 'candidate') expect(facts.signed.has('candidate')).toBe(true)
        if (role === 'countersigner') expect(facts.needsCountersigner && facts.signed.has('assessor')).toBe(true)
        if (role === 'iqa' || role === 'eqa') expect(isSignedOff(facts) && facts[role] === 'agreed').toBe(true)
        if (facts.isClaimed) expect(role).toBe('eqa')
      }),
      { numRuns: 1000 },
    )
  })
  it.each([
    ['candidate', { ...fresh, hasOfficialWording: false }, 'official_wording_missing'],
    ['candidate', signedBy('candidate'), 'signed_already'],
    ['assessor', fresh, 'candidate_first'],
    ['countersigner', signedBy('candidate'), 'assessor_first'],
    ['countersigner', signedBy('candidate', 'assessor'), 'no_countersigner_needed'],
    ['iqa', { ...signedBy('candidate', 'assessor'), needsCountersigner: true, iqa: 'agreed' }, 'countersigner_first'],
    ['iqa', signedBy('candidate', 'assessor'), 'not_sampled'],
    ['iqa', { ...signedBy('candidate', 'assessor'), iqa: 'sampled' }, 'not_agreed'],
    ['eqa', { ...signedBy('candidate', 'assessor'), eqa: 'action' }, 'action_open'],
    ['iqa', { ...signedBy('candidate', 'assessor'), iqa: 'agreed', isClaimed: true }, 'unit_claimed'],
  ] as const)('tells %s why not: $2', (role, facts, reason) => {
    expect(signatureRefusal(role, facts)?.reason).toBe(reason)
  })
  it('lets the external verifier sign after the claim', () => {
    expect(signatureRefusal('eqa', { ...signedBy('candidate', 'assessor'), eqa: 'agreed', isClaimed: true })).toBeUndefined()
  })
})

describe('signerRefusal', () => {
  const nobody: ReadonlySet<string> = new Set()
  it('R6: nobody signs one unit in two parts, for every pair of parts', () => {
    for (const first of roles)
      for (const second of roles) {
        const refusal = signerRefusal(
          { role: second, signerId: 'ada' },
          { standing: [{ role: first, signerId: 'ada' }], deciderIds: nobody },
        )
        expect(refusal?.reason).toBe(first === second ? undefined : 'signed_in_another_part')
        const other = signerRefusal({ role: second, signerId: 'bob' }, { standing: [{ role: first, signerId: 'ada' }], deciderIds: nobody })
        expect(other).toBeUndefined()
      }
  })
  it('R6: who decided or countersigned anything in a unit does not verify it, whatever their part is now', () => {
    for (const role of roles) {
      const refusal = signerRefusal({ role, signerId: 'ada' }, { standing: [], deciderIds: new Set(['ada']) })
      expect(refusal?.reason).toBe(role === 'iqa' || role === 'eqa' ? 'decided_here' : undefined)
    }
  })
})

describe('unitClaimRefusal', () => {
  it('R15: a sampled unit is not claimed while a verifier’s action or sample is open; an unsampled one is', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const isOpen = (['iqa', 'eqa'] as const).some((one) => facts[one] === 'action' || facts[one] === 'sampled')
        if (isOpen) expect(unitClaimRefusal(facts)).toBeDefined()
      }),
      { numRuns: 1000 },
    )
    expect(unitClaimRefusal(signedBy('candidate', 'assessor'))).toBeUndefined()
    expect(unitClaimRefusal({ ...signedBy('candidate', 'assessor'), iqa: 'action' })?.reason).toBe('action_open')
    expect(unitClaimRefusal({ ...signedBy('candidate', 'assessor'), eqa: 'sampled' })?.reason).toBe('sample_open')
    expect(unitClaimRefusal({ ...signedBy('candidate', 'assessor'), iqa: 'agreed' })?.reason).toBe('verifier_first')
    expect(unitClaimRefusal({ ...signedBy('candidate', 'assessor', 'iqa'), iqa: 'agreed' })).toBeUndefined()
  })
  it('R7: a unit of a trainee assessor is not claimed before it is countersigned', () => {
    expect(unitClaimRefusal({ ...signedBy('candidate', 'assessor'), needsCountersigner: true })?.reason).toBe('not_signed_off')
    expect(unitClaimRefusal({ ...signedBy('candidate', 'assessor', 'countersigner'), needsCountersigner: true })).toBeUndefined()
  })
  it('is refused after the last day on which the unit can be certificated, whoever has signed', () => {
    const over = { isCertificationOver: true }
    expect(unitClaimRefusal({ ...signedBy('candidate', 'assessor'), ...over })?.reason).toBe('certification_ended')
    expect(unitClaimRefusal({ ...fresh, ...over })?.reason).toBe('certification_ended')
    // What is on paper may still be signed, to be read.
    expect(signatureRefusal('candidate', { ...fresh, ...over })).toBeUndefined()
  })
  it('happens once', () => {
    expect(unitClaimRefusal({ ...signedBy('candidate', 'assessor'), isClaimed: true })?.reason).toBe('unit_claimed')
    expect(unitClaimRefusal(signedBy('candidate'))?.reason).toBe('not_signed_off')
  })
})

describe('reopenRefusal', () => {
  it('wants a reason and a signature, and is never possible after a claim', () => {
    expect(reopenRefusal('A date was wrong', signedBy('candidate'))).toBeUndefined()
    expect(reopenRefusal('', signedBy('candidate'))?.reason).toBe('reason_missing')
    expect(reopenRefusal('A date was wrong', fresh)?.reason).toBe('nothing_signed')
    expect(reopenRefusal('A date was wrong', { ...signedBy('candidate', 'assessor'), isClaimed: true })?.reason).toBe('unit_claimed')
  })
})

describe('voidReason', () => {
  const signed = { contentHash: 'aa', signedAt: '2026-12-11T16:00:00.000Z' }
  it('R9: another content voids a signature, and the same content again makes it stand', () => {
    expect(voidReason(signed, { contentHash: 'aa', reopenedAt: null })).toBeNull()
    expect(voidReason(signed, { contentHash: 'ab', reopenedAt: null })).toBe('changed')
  })
  it('a reopening voids what was signed before it, whatever the content, and nothing after it', () => {
    expect(voidReason(signed, { contentHash: 'aa', reopenedAt: '2026-12-11T17:00:00.000Z' })).toBe('reopened')
    expect(voidReason(signed, { contentHash: 'aa', reopenedAt: '2026-12-11T15:00:00.000Z' })).toBeNull()
  })
})

describe('keptUntil', () => {
  it('R20: is three years after the claim, by the centre’s calendar', () => {
    expect(keptUntil('2027-01-15T10:00:00.000Z')).toBe('2030-01-15')
    expect(keptUntil('2028-02-29T10:00:00.000Z')).toBe('2031-03-01')
    expect(keptUntil('2026-06-30T23:30:00.000Z')).toBe('2029-07-01')
  })
})

const anyPlain = fc.letrec<{ plain: Plain }>((tie) => ({
  plain: fc.oneof(
    { maxDepth: 3 },
    fc.string({ maxLength: 4 }),
    fc.integer({ min: 0, max: 3 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('plain'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('id', 'reference', 'title', 'note'), tie('plain'), { maxKeys: 3 }),
  ),
})).plain

describe('differences', () => {
  it('are none exactly when the canonical bytes are the same', () => {
    fc.assert(
      fc.property(anyPlain, anyPlain, (before, after) => {
        expect(differences(before, after).length === 0).toBe(canonical(before) === canonical(after))
      }),
      { numRuns: 2000 },
    )
  })
  it('name the item and the part, with what it was and is', () => {
    const before = {
      evidence: [
        { reference: 'RA-01', title: 'I wiat' },
        { reference: 'O-01', title: 'A visit' },
      ],
    }
    const mended = {
      evidence: [
        { reference: 'RA-01', title: 'I wait' },
        { reference: 'O-01', title: 'A visit' },
      ],
    }
    expect(differences(before, mended)).toEqual([{ path: ['evidence', 'RA-01', 'title'], before: 'I wiat', after: 'I wait' }])
  })
  it('say of an item that came that it came', () => {
    const more = { evidence: [{ reference: 'O-01', title: 'A visit' }] }
    expect(differences({ evidence: [] }, more)).toEqual([{ path: ['evidence', 'O-01'], before: null, after: 'A visit' }])
  })
  it('say of a decision that came what it says in words: no id, no fingerprint, and its name once', () => {
    const decision = {
      id: '01a22478-eb54-7bc2-a580-6c6716d51c24',
      reference: '26 1.1 knowledge',
      number: 26,
      leaf: '1.1',
      outcome: 'met',
      decidedByName: 'Lorraine Pike',
      restsOn: [{ evidenceId: '02f33f83-7809-8a2d-a048-0a3c5a393069', contentHash: '05eff168'.repeat(8) }],
      isByTrainee: false,
    }
    const [came] = differences({ decisions: [] }, { decisions: [decision] })
    expect(came).toEqual({ path: ['decisions', '26 1.1 knowledge'], before: null, after: 'met · Lorraine Pike' })
    // What has no words is still a difference.
    const marked = { decisions: [{ id: decision.id }] }
    expect(differences({ decisions: [] }, marked)).toHaveLength(1)
  })
})

describe('statements', () => {
  it('say what each signer stands for', () => {
    expect(Object.keys(statements)).toEqual([...roles])
    expect(statements.assessor).toMatch(/valid, sufficient and authentic/)
  })
})
