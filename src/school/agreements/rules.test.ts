// The rules on agreements: which holds, which waits for whom, when it is due.
import { describe, expect, it } from 'vitest'
import type { AgreementText } from './contract.ts'
import * as rules from './rules.ts'

const made = (id: string, ...signed: readonly string[]) => ({
  id,
  teacherId: 't',
  practitionerId: 'p',
  signatures: signed.map((personId) => ({ personId })),
})

describe('an agreement', () => {
  it('holds once both have signed', () => {
    expect(rules.isAgreed(made('a', 'p'))).toBe(false)
    expect(rules.isAgreed(made('a', 'p', 't'))).toBe(true)
    expect(rules.isAgreed(made('a', 'p', 'someone'))).toBe(false)
  })
  it('waits for the one of the two who has not', () => {
    expect(rules.waitsFor(made('a', 'p'), 't')).toBe(true)
    expect(rules.waitsFor(made('a', 'p'), 'p')).toBe(false)
    expect(rules.waitsFor(made('a', 'p'), 'someone')).toBe(false)
  })
  it('goes on holding while a change is proposed', () => {
    const [change, now, before, refusedOne] = [made('4', 'p'), made('3', 'p', 't'), made('2', 't', 'p'), made('1', 't')]
    expect(rules.pairOf([change, now, refusedOne, before])).toEqual({ holds: now, proposed: change, earlier: [before] })
    expect(rules.pairOf([now, before])).toEqual({ holds: now, proposed: undefined, earlier: [before] })
    expect(rules.pairOf([change])).toEqual({ holds: undefined, proposed: change, earlier: [] })
    expect(rules.pairOf([])).toEqual({ holds: undefined, proposed: undefined, earlier: [] })
  })
  it('is due from its day on', () => {
    expect(rules.isDueForReview({ reviewOn: '2027-01-11' }, '2027-01-10')).toBe(false)
    expect(rules.isDueForReview({ reviewOn: '2027-01-11' }, '2027-01-11')).toBe(true)
  })
  it('is signed once, while it is the last', () => {
    expect(rules.signRefusal(made('a', 'p'), 't', true)).toBeUndefined()
    expect(rules.signRefusal(made('a', 'p'), 't', false)?.reason).toBe('agreement_replaced')
    expect(rules.signRefusal(made('a', 'p'), 'p', true)?.reason).toBe('already_signed')
  })
  it('is taken back only before both have signed', () => {
    expect(rules.withdrawRefusal(made('a', 'p'))).toBeUndefined()
    expect(rules.withdrawRefusal(made('a', 'p', 't'))?.reason).toBe('agreement_agreed')
  })
})

describe('a proposal', () => {
  const words = { term: 'Autumn', records: 'What was seen' } as AgreementText
  const facts = {
    staff: [
      { personId: 't', part: 'teacher' as const },
      { personId: 'p', part: 'practitioner' as const },
    ],
    today: '2026-11-24',
    names: ['Callum'],
  }
  const proposal = { ...words, teacherId: 't', practitionerId: 'p', reviewOn: '2027-01-11' }
  it.each([
    [{}, undefined],
    [{ teacherId: 'p' }, 'not_these_two'],
    [{ practitionerId: 'someone' }, 'not_these_two'],
    [{ reviewOn: '2026-11-24' }, 'review_in_the_past'],
    [{ records: 'What Callum did' }, 'names_a_learner'],
  ])('with %j', (change, reason) => {
    expect(rules.proposalRefusal({ ...proposal, ...change }, facts)?.reason).toBe(reason)
  })
})
