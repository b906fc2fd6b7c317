// The rules and policies of the register, as tables.
import { describe, expect, it } from 'vitest'
import { type Actor, centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import * as policy from './policy.ts'
import * as rules from './rules.ts'

const standing = {
  ended: null,
  mayBeExpert: true,
  isContactChecked: true,
  inductions: [{}],
  signature: {},
  approval: {},
}

describe('expertGaps', () => {
  it('an expert is of the expert category, checked, inducted, signed, approved and not ended: each one missing is named', () => {
    expect(rules.expertGaps(standing)).toEqual([])
    const without = {
      ended: { ended: {} },
      not_expert_category: { mayBeExpert: false },
      contact_unchecked: { isContactChecked: false },
      not_inducted: { inductions: [] },
      not_signed: { signature: null },
      not_approved: { approval: null },
    }
    for (const [gap, facts] of Object.entries(without)) expect(rules.expertGaps({ ...standing, ...facts })).toEqual([gap])
  })
})

describe('withoutErasedNames', () => {
  const [erased, other] = [newId(), newId()]
  const value = {
    record: { witnessId: erased, witnessName: 'Priya Nair', position: 'SENCO', statement: 'She asked, waited and gave one clue.' },
    plan: { witnesses: [erased, other, null].map((witnessId) => ({ witnessId, name: 'Priya Nair', sees: '' })) },
    signed: { witnessId: erased, signedName: 'Priya Nair', at: null },
  }
  it('puts words for the name wherever a record says that it is of an erased witness, and changes nothing else', () => {
    const name = rules.erasedName
    expect(rules.withoutErasedNames(value, new Set([erased]))).toEqual({
      record: { ...value.record, witnessName: name },
      plan: { witnesses: [{ witnessId: erased, name, sees: '' }, ...value.plan.witnesses.slice(1)] },
      signed: { ...value.signed, signedName: name },
    })
  })
  it('leaves all as it is while nobody was erased', () => {
    expect(rules.withoutErasedNames(value, new Set())).toBe(value)
    expect(rules.withoutErasedNames(value, new Set([newId()]))).toEqual(value)
  })
})

describe('refusals', () => {
  it('approvalRefusal: only the approval itself may be missing', () => {
    expect(rules.approvalRefusal({ ...standing, approval: null })).toBeUndefined()
    expect(rules.approvalRefusal(standing)?.reason).toBe('already_approved')
    expect(rules.approvalRefusal({ ...standing, approval: null, mayBeExpert: false })?.reason).toBe('not_expert_category')
    expect(rules.approvalRefusal({ ...standing, ended: {} })?.reason).toBe('witness_ended')
  })
  it('witnessRefusal: neither a relative nor the candidate', () => {
    expect(rules.witnessRefusal({ name: 'Priya Nair', isRelative: false }, 'Dawn Okafor')).toBeUndefined()
    expect(rules.witnessRefusal({ name: 'Priya Nair', isRelative: true }, 'Dawn Okafor')?.reason).toBe('relative')
    expect(rules.witnessRefusal({ name: 'DAWN OKAFOR', isRelative: false }, 'Dawn Okafor')?.reason).toBe('is_the_candidate')
  })
  it('categoryRefusal, categoriesRefusal, endedRefusal, contactRefusal, inductionRefusal, takeBackRefusal', () => {
    expect(rules.categoryRefusal('A', ['A'])).toBeUndefined()
    expect(rules.categoryRefusal('B', ['A'])?.reason).toBe('unknown_category')
    expect(rules.categoriesRefusal(['A', 'B'])).toBeUndefined()
    expect(rules.categoriesRefusal(['A', 'a'])?.reason).toBe('category_twice')
    expect(rules.endedRefusal(standing)).toBeUndefined()
    expect(rules.endedRefusal({ ended: {} })?.reason).toBe('witness_ended')
    expect(rules.contactRefusal({ email: null, telephone: '1' })).toBeUndefined()
    expect(rules.contactRefusal({ email: null, telephone: null })?.reason).toBe('contact_missing')
    expect(rules.inductionRefusal({ inductedOn: '2026-11-28' }, '2026-11-28')).toBeUndefined()
    expect(rules.inductionRefusal({ inductedOn: '2026-11-29' }, '2026-11-28')?.reason).toBe('in_the_future')
    expect(rules.takeBackRefusal({ ...standing, erased: null })).toBeUndefined()
    expect(rules.takeBackRefusal({ approval: null, erased: null })?.reason).toBe('not_approved')
    expect(rules.takeBackRefusal({ ...standing, erased: {} })?.reason).toBe('witness_ended')
  })
  it('linkRefusal: a link goes only to a contact that was checked', () => {
    expect(rules.linkRefusal(standing)).toBeUndefined()
    expect(rules.linkRefusal({ ...standing, isContactChecked: false })?.reason).toBe('contact_unchecked')
    expect(rules.linkRefusal({ ...standing, ended: {} })?.reason).toBe('witness_ended')
  })
})

describe('openingRefusal', () => {
  const now = new Date('2026-11-28T12:00:00.000Z')
  const link = { wrongCodes: 0, expiresAt: new Date(now.getTime() + 1), usedAt: null, shutAt: null }
  it('opens while it lasts, up to the last try', () => {
    expect(rules.openingRefusal(link, now, true)).toBeUndefined()
    expect(rules.openingRefusal({ ...link, wrongCodes: rules.mostWrongCodes - 1 }, now, true)).toBeUndefined()
    expect(rules.openingRefusal({ ...link, usedAt: now }, now, false)).toBeUndefined()
  })
  it('says one and the same to what never was, is over, was used, shut, or guessed at too often', () => {
    const over = [
      undefined,
      { ...link, expiresAt: now },
      { ...link, usedAt: now },
      { ...link, shutAt: now },
      { ...link, wrongCodes: rules.mostWrongCodes },
    ]
    for (const one of over) expect(rules.openingRefusal(one, now, true)?.reason).toBe('link_used_or_old')
  })
})

describe('wasExpertAt', () => {
  it('approved for the entry as it was then, or as it is now', () => {
    const [first, second, third] = [1, 2, 3].map((day) => new Date(`2026-12-0${day}T09:00:00.000Z`)) as [Date, Date, Date]
    expect(rules.wasExpertAt([], second)).toBe(false)
    expect(rules.wasExpertAt([{ from: third, until: null }], second)).toBe(true)
    expect(rules.wasExpertAt([{ from: first, until: third }], second)).toBe(true)
    expect(rules.wasExpertAt([{ from: first, until: second }], second)).toBe(false)
    expect(rules.wasExpertAt([{ from: third, until: new Date('2026-12-04T09:00:00.000Z') }], second)).toBe(false)
  })
})

describe('sharedTraces', () => {
  const facts = {
    email: 'priya@oakmere.example.org',
    telephone: '0121 496 0123',
    candidateEmail: 'dawn@college.example.org',
    otherEmails: [],
    otherTelephones: [],
    isNetworkShared: false,
    isDeviceShared: false,
  }
  it('nothing in common, nothing said', () => {
    expect(rules.sharedTraces(facts)).toEqual([])
  })
  it('the candidate’s own address; a domain of one’s own; never the domain of a public provider', () => {
    expect(rules.sharedTraces({ ...facts, candidateEmail: facts.email })).toEqual(['email'])
    expect(rules.sharedTraces({ ...facts, otherEmails: [facts.email] })).toEqual(['email'])
    expect(rules.sharedTraces({ ...facts, candidateEmail: 'dawn@oakmere.example.org' })).toEqual(['email_domain'])
    expect(rules.sharedTraces({ ...facts, email: 'p@gmail.com', candidateEmail: 'd@gmail.com' })).toEqual([])
  })
  it('one telephone line, however it is written', () => {
    expect(rules.sharedTraces({ ...facts, otherTelephones: ['+44 (0)121 4960123'] })).toEqual(['telephone'])
  })
  it('network and device as they were compared', () => {
    expect(rules.sharedTraces({ ...facts, isNetworkShared: true, isDeviceShared: true })).toEqual(['network', 'device'])
  })
})

describe('who may do what in the register', () => {
  const parties = [{ candidateId: 'dawn', assessorId: 'lorraine' }] as unknown as policy.OfCandidate['parties']
  const actor = (personId: string, ...roles: Actor['roles']): Actor => ({ personId, organisationId: 'c', kind: 'centre', roles })
  const can = (one: Actor) => ({
    add: policy.canAddWitness(one, { parties }),
    check: policy.canCheckWitness(one, { parties }),
    contact: policy.canSeeContact(one, { parties }),
    approve: policy.canApproveWitness(one, { parties }),
    see: policy.canSeeWitnesses(one, { parties }),
    categories: policy.canSetCategories(one),
  })
  const none = { add: false, check: false, contact: false, approve: false, see: false, categories: false }

  it('the candidate proposes and sees, and checks nothing, whatever other role she has', () => {
    const own = { ...none, add: true, see: true }
    expect(can(actor('dawn', 'candidate'))).toEqual(own)
    expect(can(actor('dawn', 'candidate', 'centre_administrator'))).toEqual({ ...own, categories: true })
  })
  it('her assessor does all but the categories, the centre administrator all but the approval', () => {
    expect(can(actor('lorraine', 'assessor'))).toEqual({
      add: true,
      check: true,
      contact: true,
      approve: true,
      see: true,
      categories: false,
    })
    expect(can(actor('marta', 'centre_administrator'))).toEqual({
      add: true,
      check: true,
      contact: true,
      approve: false,
      see: true,
      categories: true,
    })
  })
  it('anybody else of any role does nothing', () => {
    for (const role of centreRoles.filter((one) => one !== 'centre_administrator')) expect(can(actor('else', role))).toEqual(none)
  })
  it('by role alone', () => {
    for (const role of centreRoles) {
      const one = actor('else', role)
      expect(policy.mayAddWitness(one)).toBe(['candidate', 'assessor', 'centre_administrator'].includes(role))
      expect(policy.mayCheckWitness(one)).toBe(['assessor', 'centre_administrator'].includes(role))
      expect(policy.mayApproveWitness(one)).toBe(role === 'assessor')
    }
  })
})
