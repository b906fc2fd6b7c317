// What a plan may say, when it can be signed, and what counts as a change: without a database.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import type { StandardPack } from '../standards/contract.ts'
import type { Plan, PlanContent } from './contract.ts'
import { canAddEntry, canPlan, canReadPlans, mayPlan, partIn } from './policy.ts'
import {
  canPlanBy,
  entryRefusal,
  isAgreed,
  type PlannedUnit,
  placingOf,
  planChanges,
  planRefusal,
  readSignedText,
  signedText,
  signRefusal,
  waitsForPart,
} from './rules.ts'

const [candidateId, assessorId, registrationId] = [newId(), newId(), newId()]

const pack = {
  code: 'cg-5329-307',
  expertWitnessCountsAsObservation: 'yes',
  leafMethods: [],
  methods: [
    { half: 'observed', method: 'O', onlyExpert: false },
    { half: 'observed', method: 'WT', onlyExpert: true },
    { half: 'knowledge', method: 'A', onlyExpert: false },
    { half: 'knowledge', method: 'PD', onlyExpert: false },
  ],
  leaves: [
    { code: '1.1', criterionCode: '1.1', label: 'Two roles', description: '', halves: ['knowledge'] },
    { code: '2.3', criterionCode: '2.3', label: 'Find out and judge', description: '', halves: ['observed', 'knowledge'] },
  ],
} as unknown as StandardPack

const unit: PlannedUnit = { registration: { id: registrationId, candidateId, assessorId }, pack }

const half = (leaf: string, of: 'observed' | 'knowledge', registration = registrationId) => ({
  registrationId: registration,
  leaf,
  half: of,
})

const content = (change: Partial<PlanContent> = {}): PlanContent => ({
  registrationIds: [registrationId],
  meeting: { on: '2026-10-12', how: 'video', minutes: 25 },
  visit: {
    on: '2026-11-26',
    startTime: '10:30',
    endTime: '12:00',
    site: 'Oakmere Primary School',
    activity: 'Equal fractions with a group of six',
    learners: 6,
    needs: 'Two need the steps read aloud',
    resources: '',
    risk: '',
    adjustments: '',
    teacherTold: '',
    bring: '',
  },
  moments: [{ at: '10:45', label: 'During the task' }],
  forecast: [{ ...half('2.3', 'observed'), method: 'O', moment: 0 }],
  otherWays: [{ method: 'A', how: 'Second heading', byOn: '2026-11-06', leaves: [half('2.3', 'knowledge')] }],
  witnesses: [],
  permissions: { school: 'told', adults: 'not_needed', visitorRule: 'Sign in at the office', on: '2026-11-20' },
  confidentiality: 'Learners as letters',
  ...change,
})

const write = (change: Partial<PlanContent>, facts: Partial<Parameters<typeof planRefusal>[1]> = {}, basedOn = 0) =>
  planRefusal({ basedOn, content: content(change) }, { version: 0, candidateId: undefined, units: [unit], witnessIds: [], ...facts })
    ?.reason

describe('planRefusal', () => {
  it('lets a plan be that says where each leaf should show, and what is shown in another way', () => {
    expect(write({})).toBeUndefined()
  })
  it('refuses a text that somebody else changed meanwhile', () => {
    expect(write({}, { version: 2 }, 1)).toBe('changed_meanwhile')
  })
  it('plans one candidate’s units with one assessor', () => {
    const with_ = (change: object): PlannedUnit => ({ pack, registration: { ...unit.registration, id: newId(), ...change } })
    expect(write({}, { units: [unit, with_({ candidateId: newId() })] })).toBe('not_one_candidate')
    expect(write({}, { candidateId: newId(), version: 0 })).toBe('not_one_candidate')
    expect(write({}, { units: [unit, with_({ assessorId: newId() })] })).toBe('not_one_assessor')
    expect(write({}, { units: [unit, with_({})] })).toBeUndefined()
  })
  it('refuses a visit that ends before it begins', () => {
    expect(write({ visit: { ...content().visit, endTime: '10:30' } })).toBe('ends_before_it_begins')
  })
  it('refuses what no unit of the plan has, and a moment that the visit has not', () => {
    expect(write({ forecast: [{ ...half('9.9', 'observed'), method: 'O', moment: 0 }] })).toBe('unknown_leaf')
    expect(write({ forecast: [{ ...half('2.3', 'observed', newId()), method: 'O', moment: 0 }] })).toBe('unknown_leaf')
    expect(write({ forecast: [{ ...half('1.1', 'observed'), method: 'O', moment: 0 }] })).toBe('half_not_demanded')
    expect(write({ forecast: [{ ...half('2.3', 'observed'), method: 'O', moment: 1 }] })).toBe('unknown_moment')
  })
  it('R2, R3: plans no half by a method that could not close it', () => {
    expect(write({ forecast: [{ ...half('2.3', 'observed'), method: 'A', moment: 0 }] })).toBe('method_cannot_close')
    expect(write({ forecast: [{ ...half('2.3', 'knowledge'), method: 'O', moment: 0 }] })).toBe('method_cannot_close')
    expect(write({ otherWays: [{ method: 'PE', how: '', byOn: null, leaves: [half('2.3', 'observed')] }] })).toBe('method_cannot_close')
    expect(write({ otherWays: [{ method: 'WT', how: '', byOn: null, leaves: [half('2.3', 'observed')] }] })).toBeUndefined()
  })
  it('names witnesses of the candidate’s register, or by name alone', () => {
    const witness = { witnessId: newId(), name: 'Priya Nair', sees: '' }
    expect(write({ witnesses: [witness] })).toBe('unknown_witness')
    expect(write({ witnesses: [witness] }, { witnessIds: [witness.witnessId] })).toBeUndefined()
    expect(write({ witnesses: [{ ...witness, witnessId: null }] })).toBeUndefined()
  })
  it('has one moment for a half', () => {
    const shown = { ...half('2.3', 'observed'), method: 'O' as const, moment: 0 }
    expect(write({ forecast: [shown, shown] })).toBe('planned_twice')
  })
})

describe('canPlanBy', () => {
  it('takes a witness as an expert one: whether she is, the decision asks', () => {
    expect(canPlanBy(pack, '2.3', 'observed', 'WT')).toBe(true)
    expect(canPlanBy(pack, '2.3', 'knowledge', 'WT')).toBe(false)
    expect(canPlanBy({ ...pack, expertWitnessCountsAsObservation: 'supplementary' }, '2.3', 'observed', 'WT')).toBe(false)
  })
})

const signature = (part: 'candidate' | 'assessor', contentHash = 'a') => ({
  part,
  name: 'Somebody',
  signedAt: '2026-10-12T16:00:00.000Z',
  contentHash,
})
const plan = (change: Partial<Plan> = {}) => ({ contentHash: 'a', content: content(), signatures: [], assessorId, ...change })

describe('signRefusal', () => {
  const sign = (change: Partial<Plan> = {}, wish: { contentHash?: string; part?: 'candidate' | 'assessor' } = {}) =>
    signRefusal({ contentHash: 'a', part: 'candidate', ...wish }, plan(change), [unit.registration])?.reason
  it('lets each sign once the text that the plan has', () => {
    expect(sign()).toBeUndefined()
    expect(sign({ signatures: [signature('assessor')] })).toBeUndefined()
    expect(sign({ signatures: [signature('candidate')] })).toBe('already_signed')
    expect(sign({}, { contentHash: 'b' })).toBe('changed_meanwhile')
  })
  it('refuses when another assessor has the unit by now', () => {
    expect(sign({ assessorId: newId() })).toBe('assessor_changed')
  })
  it('refuses a plan that says not when it was agreed, nothing, or a visit without day, time, place and activity', () => {
    expect(sign({ content: content({ meeting: { on: null, how: 'video', minutes: null } }) })).toBe('meeting_missing')
    expect(sign({ content: content({ forecast: [], otherWays: [] }) })).toBe('nothing_planned')
    const { visit } = content()
    for (const missing of [{ on: null }, { startTime: null }, { endTime: null }, { site: '' }, { activity: '' }])
      expect(sign({ content: content({ visit: { ...visit, ...missing } }) })).toBe('visit_incomplete')
    expect(sign({ content: content({ forecast: [], visit: { ...visit, on: null } }) })).toBeUndefined()
  })
})

describe('isAgreed', () => {
  it('needs both, and waitsForPart says who is missing', () => {
    expect(isAgreed(plan())).toBe(false)
    expect(isAgreed(plan({ signatures: [signature('candidate')] }))).toBe(false)
    expect(waitsForPart(plan({ signatures: [signature('candidate')] }), 'assessor')).toBe(true)
    expect(isAgreed(plan({ signatures: [signature('candidate'), signature('assessor')] }))).toBe(true)
    expect(waitsForPart(plan({ signatures: [signature('assessor')] }), 'assessor')).toBe(false)
  })
})

describe('entryRefusal', () => {
  it('is about what was said by now, and a next meeting after it', () => {
    expect(entryRefusal({ saidOn: '2026-11-26', nextMeetingOn: '2026-12-02' }, '2026-11-26')).toBeUndefined()
    expect(entryRefusal({ saidOn: '2026-11-27', nextMeetingOn: null }, '2026-11-26')?.reason).toBe('in_the_future')
    expect(entryRefusal({ saidOn: '2026-11-26', nextMeetingOn: '2026-11-25' }, '2026-11-26')?.reason).toBe('next_meeting_before')
  })
})

describe('placingOf', () => {
  it('says for each half whether the visit, another way, or nothing shows it', () => {
    expect(placingOf(content(), half('2.3', 'observed'))).toEqual({ kind: 'moment', moment: 0, method: 'O' })
    expect(placingOf(content(), half('2.3', 'knowledge'))).toEqual({ kind: 'other', way: 0 })
    expect(placingOf(content(), half('1.1', 'knowledge'))).toEqual({ kind: 'none' })
  })
})

describe('planChanges', () => {
  it('names every place in which the text differs, and nothing when it does not', () => {
    const { visit } = content()
    expect(planChanges(content(), content())).toEqual([])
    expect(planChanges(content(), content({ visit: { ...visit, startTime: '10:45', risk: 'None' } }))).toEqual([
      { path: 'visit.startTime', before: '10:30', after: '10:45' },
      { path: 'visit.risk', before: '', after: 'None' },
    ])
    expect(planChanges(content(), content({ confidentiality: '' })).map(({ path }) => path)).toEqual(['confidentiality'])
  })
  it('is about what was kept: a signed text is read back as it was written', () => {
    expect(readSignedText(signedText({ id: newId(), candidateId, assessorId }, content()))).toEqual({ assessorId, content: content() })
  })
  it('finds a change exactly when the signed text differs', () => {
    const people = { id: newId(), candidateId, assessorId }
    const text = fc.string({ maxLength: 5 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [content({ confidentiality: one }), content({ confidentiality: other })]
        expect(planChanges(a, b).length > 0).toBe(signedText(people, a) !== signedText(people, b))
      }),
    )
  })
})

describe('who plans', () => {
  const actor = (role: (typeof centreRoles)[number], personId: string) => ({
    personId,
    organisationId: newId(),
    kind: 'centre' as const,
    roles: [role],
  })
  const [tutorId, countersignerId, iqaId] = [newId(), newId(), newId()]
  const parties = { ...unit.registration, tutorId, countersignerId, iqaId }
  it.each(centreRoles)('%s: plans and signs only as the candidate or the assessor of every unit', (role) => {
    for (const personId of [candidateId, assessorId, tutorId, countersignerId, iqaId, newId()]) {
      const one = actor(role, personId)
      const isCandidate = role === 'candidate' && personId === candidateId
      const isAssessor = role === 'assessor' && personId === assessorId
      expect(mayPlan(one)).toBe(role === 'candidate' || role === 'assessor')
      expect(partIn(one, [parties])).toBe(isCandidate ? 'candidate' : isAssessor ? 'assessor' : undefined)
      expect(canPlan(one, [parties])).toBe(isCandidate || isAssessor)
      expect(canPlan(one, [parties, { ...parties, candidateId: newId(), assessorId: newId() }])).toBe(false)
      expect(canPlan(one, [])).toBe(false)
      expect(canAddEntry(one, [parties], 'feedback')).toBe(isAssessor)
      expect(canAddEntry(one, [parties], 'review')).toBe(isCandidate || isAssessor)
      const reads = { candidate: [candidateId], assessor: [assessorId, countersignerId], tutor: [tutorId], iqa: [iqaId] }
      expect(canReadPlans(one, parties)).toBe(role in reads && reads[role as keyof typeof reads].includes(personId))
    }
  })
})
