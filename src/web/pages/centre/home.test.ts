// What a candidate's home says of a unit.
import { describe, expect, it } from 'vitest'
import type { HalfProgress, LeafProgress, Unit } from '../../../centre/decisions/contract.ts'
import { emptyRecord } from '../../../centre/evidence/rules.ts'
import type { Registration } from '../../../centre/registrations/contract.ts'
import type { StaffMember } from '../../../centre/staff/contract.ts'
import { metLeaves, standardsInUse, usableIn, waitingIn, withoutCountersigner } from './home.ts'

const half = (missing: HalfProgress['missing'], more: Partial<HalfProgress> = {}): HalfProgress => ({
  half: 'observed',
  isMet: missing === null,
  missing,
  closing: [],
  standing: null,
  ...more,
})
const leaf = (code: string, halves: HalfProgress[], unseen: string[] = []): LeafProgress => ({
  leaf: code,
  isComplete: halves.every(({ isMet }) => isMet),
  halves,
  references: [],
  unseen,
})
const asking = (action: string, actionBy: string) =>
  half('more_evidence_needed', { standing: { action, actionBy } as HalfProgress['standing'] })

describe('what waits in a unit', () => {
  it('what was asked for waits for the candidate, the nearest day first', () => {
    const leaves = [leaf('3.3', [asking('Show peer assessment', '2026-12-04')]), leaf('1.1', [asking('Compare them', '2026-11-20')])]
    expect(waitingIn({ leaves }).forCandidate.map((one) => one.leaf)).toEqual(['1.1', '3.3'])
  })
  it('what is not decided, or rests on something else now, waits for the assessor; what she has not seen in place is said apart', () => {
    const leaves = [
      leaf('2.1', [half('undecided', { closing: ['O-01', 'PE-01'] })], ['PE-01']),
      leaf('2.2', [half('evidence_changed', { closing: ['O-01', 'A-01'] })]),
    ]
    expect(waitingIn({ leaves })).toMatchObject({ forAssessor: ['A-01', 'O-01'], toSee: ['PE-01'] })
  })
  it('a trainee’s decision waits for the countersigner, and what is met or has no evidence for nobody', () => {
    const leaves = [leaf('2.1', [half('provisional')]), leaf('2.2', [half(null)]), leaf('2.3', [half('no_evidence')])]
    expect(waitingIn({ leaves })).toEqual({ forCandidate: [], forAssessor: [], toSee: [], forCountersigner: ['2.1'] })
    expect(metLeaves({ leaves })).toEqual(new Set(['2.2']))
  })
})

describe('what may be used', () => {
  const evidence = [
    { id: 'o', reference: 'O-01', method: 'O', leaves: [], seen: null, record: emptyRecord('O'), descriptor: null, files: [] },
    { id: 'p', reference: 'PE-01', method: 'PE', leaves: [], seen: null, record: emptyRecord('PE'), descriptor: null, files: [] },
    { id: 'a', reference: 'A-01', method: 'A', leaves: ['1.1'], seen: null, record: emptyRecord('A'), descriptor: null, files: [] },
  ] as unknown as Unit['evidence']
  const pack = {
    leaves: ['2.1', '2.2'].map((code) => ({ code, halves: ['observed'] })),
    methods: [{ half: 'observed', method: 'O', onlyExpert: false }],
    leafMethods: [],
  } as unknown as Unit['pack']
  const usable = (leaves: LeafProgress[]) => {
    const { closing, supporting } = usableIn({ evidence, leaves, pack, expertItemIds: [], alike: [] })
    return [closing.map((one) => [one.item.reference, ...one.leaves]), supporting.map(({ reference }) => reference)]
  }
  it('what could close something that is open, with what; what only supports is said apart', () => {
    expect(usable([leaf('2.1', [half('no_evidence')]), leaf('2.2', [half(null)])])).toEqual([[['O-01', '2.1']], ['PE-01']])
  })
  it('nothing once nothing is open', () => {
    expect(usable([leaf('2.1', [half(null)])])).toEqual([[], []])
  })
})

describe('what stands in a centre’s way', () => {
  const unit = (more: Partial<Registration>): Registration =>
    ({ packCode: 'cg-5329-307', packVersion: 1, assessorId: 'kofi', countersignerId: null, claimedAt: null, ...more }) as Registration
  const kofi = (more: Partial<StaffMember>) =>
    ({ personId: 'kofi', name: 'Kofi Mensah', isTrainee: true, qualifications: [], ...more }) as StaffMember

  it('asks once for each standard whose units are not claimed yet', () => {
    const units = [
      unit({}),
      unit({}),
      unit({ packCode: 'cg-5329-209' }),
      unit({ packCode: 'cg-5329-207', claimedAt: '2026-12-14T10:00:00.000Z' }),
    ]
    expect(standardsInUse(units).map(({ packCode }) => packCode)).toEqual(['cg-5329-307', 'cg-5329-209'])
  })
  it('names a trainee whose decisions nobody countersigns, and whether a certificate waits to be checked', () => {
    const [entered] = withoutCountersigner([unit({})], [kofi({ qualifications: [{ checkedAt: null }] as StaffMember['qualifications'] })])
    expect(entered).toMatchObject({ assessor: { name: 'Kofi Mensah' }, hasUnchecked: true })
    expect(withoutCountersigner([unit({})], [kofi({})])[0]?.hasUnchecked).toBe(false)
  })
  it('names nobody who is qualified, has a countersigner, or assesses nothing that is open', () => {
    expect(withoutCountersigner([unit({})], [kofi({ isTrainee: false })])).toEqual([])
    expect(withoutCountersigner([unit({ countersignerId: 'lorraine' as Registration['countersignerId'] })], [kofi({})])).toEqual([])
    expect(withoutCountersigner([unit({ claimedAt: '2026-12-14T10:00:00.000Z' })], [kofi({})])).toEqual([])
  })
})
