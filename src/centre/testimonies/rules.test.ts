// The rules of statements: what may be asked, signed and taken back, and what counts as observation.
import { describe, expect, it } from 'vitest'
import { type Actor, centreRoles } from '../../core/actor.ts'
import * as policy from './policy.ts'
import * as rules from './rules.ts'

describe('requestRefusal', () => {
  const unit = { id: 'u', candidateId: 'dawn', claimedAt: null, leaves: ['2.4'] }
  const facts = { candidateId: 'dawn', isEntrySigned: true, units: [unit] }
  const asked = [{ registrationId: 'u', leaf: '2.4' }]
  it('takes a request to a witness who signed their entry, for leaves of the candidate’s open units', () => {
    expect(rules.requestRefusal(asked, facts)).toBeUndefined()
    expect(rules.requestRefusal(asked, { ...facts, isEntrySigned: false })?.reason).toBe('not_signed')
    expect(rules.requestRefusal(asked, { ...facts, candidateId: 'steve' })?.reason).toBe('not_one_candidate')
    expect(rules.requestRefusal(asked, { ...facts, units: [] })?.reason).toBe('not_one_candidate')
    expect(rules.requestRefusal(asked, { ...facts, units: [{ ...unit, claimedAt: 'then' }] })?.reason).toBe('unit_claimed')
    expect(rules.requestRefusal([{ registrationId: 'u', leaf: '9.9' }], facts)?.reason).toBe('unknown_leaf')
  })
})

describe('signing and taking back', () => {
  const said = { occurredOn: '2026-11-24', startTime: '10:50', endTime: '11:30' }
  const facts = { today: '2026-11-24', isSigned: false, isEveryUnitClaimed: false }
  it('signRefusal: once, of what has been, while a unit is open', () => {
    expect(rules.signRefusal(said, facts)).toBeUndefined()
    expect(rules.signRefusal(said, { ...facts, isSigned: true })?.reason).toBe('signed_already')
    expect(rules.signRefusal(said, { ...facts, isEveryUnitClaimed: true })?.reason).toBe('unit_claimed')
    expect(rules.signRefusal({ ...said, occurredOn: '2026-11-25' }, facts)?.reason).toBe('in_the_future')
    expect(rules.signRefusal({ ...said, endTime: '10:50' }, facts)?.reason).toBe('ends_before_it_begins')
  })
  it('renewRefusal, cancelRefusal, withdrawRefusal, confirmRefusal', () => {
    expect(rules.renewRefusal({ cancelled: null })).toBeUndefined()
    expect(rules.renewRefusal({ cancelled: {} })?.reason).toBe('request_cancelled')
    expect(rules.cancelRefusal({ cancelled: null, testimony: null })).toBeUndefined()
    expect(rules.cancelRefusal({ cancelled: null, testimony: {} })?.reason).toBe('signed_already')
    expect(rules.cancelRefusal({ cancelled: {}, testimony: null })?.reason).toBe('request_cancelled')
    expect(rules.withdrawRefusal({ withdrawn: null })).toBeUndefined()
    expect(rules.withdrawRefusal(null)?.reason).toBe('nothing_signed')
    expect(rules.withdrawRefusal({ withdrawn: {} })?.reason).toBe('withdrawn_already')
    const days = { signedOn: '2026-11-24', today: '2026-11-28' }
    expect(rules.confirmRefusal('2026-11-24', days)).toBeUndefined()
    expect(rules.confirmRefusal('2026-11-29', days)?.reason).toBe('in_the_future')
    expect(rules.confirmRefusal('2026-11-23', days)?.reason).toBe('before_it_was_signed')
    expect(rules.confirmRefusal('2026-11-24', { ...days, signedOn: undefined })?.reason).toBe('nothing_signed')
  })
  it('isMark: from the claim on', () => {
    expect(rules.isMark('2026-12-01T10:00:00.000Z', null)).toBe(false)
    expect(rules.isMark('2026-12-01T10:00:00.000Z', '2026-12-01T10:00:00.001Z')).toBe(false)
    expect(rules.isMark('2026-12-01T10:00:00.000Z', '2026-12-01T10:00:00.000Z')).toBe(true)
  })
})

describe('what counts as observation', () => {
  it('R3, R4: a statement counts exactly when it stands, its witness was approved as an expert, and a signed plan names the witness', () => {
    for (const isWithdrawn of [false, true])
      for (const wasExpert of [false, true])
        for (const isNamedInSignedPlan of [false, true]) {
          const gaps = rules.testimonyGaps({ isWithdrawn, wasExpert, isNamedInSignedPlan })
          expect(gaps.length === 0).toBe(!isWithdrawn && wasExpert && isNamedInSignedPlan)
        }
    expect(rules.testimonyGaps({ isWithdrawn: true, wasExpert: false, isNamedInSignedPlan: false })).toEqual([
      'withdrawn',
      'not_expert',
      'not_in_signed_plan',
    ])
  })
  it('restsOnExpertsAlone: a warning when no assessor saw any observed half', () => {
    const [o, wt, a] = [{ method: 'O' }, { method: 'WT' }, { method: 'A' }] as const
    expect(rules.restsOnExpertsAlone([])).toBe(false)
    expect(rules.restsOnExpertsAlone([[a]])).toBe(false)
    expect(rules.restsOnExpertsAlone([[wt], [wt, a]])).toBe(true)
    expect(rules.restsOnExpertsAlone([[wt], [wt, o]])).toBe(false)
  })
})

describe('who may do what', () => {
  const parties = { candidateId: 'dawn', assessorId: 'lorraine', tutorId: 'tove', countersignerId: 'kofi', iqaId: 'graham' }
  const actor = (personId: string, ...roles: Actor['roles']): Actor => ({ personId, organisationId: 'c', kind: 'centre', roles })
  it('only the assessor of all units asks, of one of them tends; whoever reads the portfolio reads the statements', () => {
    const both = { units: [parties, { ...parties, assessorId: 'kofi' }] }
    const lorraine = actor('lorraine', 'assessor')
    expect(policy.canAskForTestimony(lorraine, { units: [parties] })).toBe(true)
    expect(policy.canAskForTestimony(lorraine, both)).toBe(false)
    expect(policy.canAskForTestimony(lorraine, { units: [] })).toBe(false)
    expect(policy.canTendTestimony(lorraine, both)).toBe(true)
    const readers = [actor('dawn', 'candidate'), lorraine, actor('tove', 'tutor'), actor('kofi', 'assessor'), actor('graham', 'iqa')]
    for (const reader of readers) expect(policy.canSeeTestimonies(reader, parties)).toBe(true)
    for (const role of centreRoles) {
      const stranger = actor('else', role)
      expect(policy.canSeeTestimonies(stranger, parties)).toBe(false)
      expect(policy.canTendTestimony(stranger, both)).toBe(false)
      expect(policy.canAskForTestimony(stranger, { units: [parties] })).toBe(false)
      expect(policy.mayAskForTestimony(stranger)).toBe(role === 'assessor')
    }
  })
})
