// Unit 307 as data: its counts, its halves, and what closes which.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp, testPerson } from '../../testing/app.ts'
import { unit307 } from '../../testing/centre.ts'
import { type AssessmentMethod, type StandardPack, unitList, unitShow } from './contract.ts'
import { canClose, findLeaf } from './rules.ts'

let app: TestApp
let pack: StandardPack
beforeAll(async () => {
  app = await testApp()
  const candidate = await app.centre.person('Dawn Okafor', 'candidate')
  pack = await candidate.ask(unitShow, { packCode: unit307 })
})
afterAll(() => app.close())

describe('unit.show', () => {
  it('accepted: unit 307 has 4 outcomes, 16 criteria and 23 leaves, in the order of the unit', () => {
    expect(pack).toMatchObject({ unitNumber: '307', unitReference: 'A/601/4072', level: 3, credits: 4, version: 1 })
    expect(pack.outcomes).toHaveLength(4)
    expect(pack.criteria).toHaveLength(16)
    expect(pack.leaves).toHaveLength(23)
    expect(pack.leaves.map((leaf) => leaf.code).slice(4, 8)).toEqual(['1.5a', '1.5b', '1.5c', '2.1'])
    expect(pack.linkedUnits.map((unit) => unit.unitNumber)).toEqual(['204', '207', '209', '210'])
  })
  it('accepted: 16 leaves must be observed, 9 need knowledge, and only 2.3 and 4.2 both', () => {
    const with_ = (half: string) => pack.leaves.filter((leaf) => leaf.halves.some((one) => one === half)).map((leaf) => leaf.code)
    expect(with_('observed')).toHaveLength(16)
    expect(with_('knowledge')).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5a', '1.5b', '1.5c', '2.3', '4.2'])
    expect(pack.leaves.filter((leaf) => leaf.halves.length === 2).map((leaf) => leaf.code)).toEqual(['2.3', '4.2'])
  })
  it('accepted: a practitioner of a school reads the labels too', async () => {
    const practitioner = await app.school.person('Dawn Okafor', 'practitioner')
    expect((await practitioner.ask(unitShow, { packCode: unit307, packVersion: 1 })).title).toBe('Support assessment for learning')
  })
  it('refused: a unit or a version that there is not', async () => {
    const assessor = await app.centre.person('Lorraine Pike', 'assessor')
    await expect(assessor.ask(unitShow, { packCode: 'none' })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    await expect(assessor.ask(unitShow, { packCode: unit307, packVersion: 9 })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
  it('refused: somebody without a role', async () => {
    const nobody = testPerson(app.dispatch, { personId: newId(), organisationId: app.centre.id, kind: 'centre', roles: [] })
    await expect(nobody.ask(unitShow, { packCode: unit307 })).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: standards are the same for all and hold nobody’s data', async () => {
    const other = await app.otherCentre.person('Olu Adeyemi', 'assessor')
    expect(await other.ask(unitShow, { packCode: unit307 })).toEqual(pack)
  })
})

describe('unit.list', () => {
  it('accepted: each unit once, in its newest version', async () => {
    const administrator = await app.centre.person('Marta Quell', 'centre_administrator')
    expect(await administrator.ask(unitList, {})).toEqual([
      { code: unit307, version: 1, unitNumber: '307', title: 'Support assessment for learning', level: 3, credits: 4 },
    ])
  })
  it('refused: somebody without a role', async () => {
    const nobody = testPerson(app.dispatch, { personId: newId(), organisationId: app.centre.id, kind: 'centre', roles: [] })
    await expect(nobody.ask(unitList, {})).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: the same list', async () => {
    const other = await app.otherSchool.person('Ama Boateng', 'practitioner')
    expect(await other.ask(unitList, {})).toHaveLength(1)
  })
})

describe('canClose', () => {
  const closes = (half: 'observed' | 'knowledge', isExpert = false) =>
    (['O', 'Q', 'A', 'PE', 'WT', 'PD', 'RA'] as const satisfies readonly AssessmentMethod[]).filter((method) =>
      canClose(pack, half, { method, isExpert }),
    )
  it('R2, R3: observation closes the observed half; assignment, questioning, discussion and reflection the knowledge half', () => {
    expect(closes('observed')).toEqual(['O'])
    expect(closes('knowledge')).toEqual(['Q', 'A', 'PD', 'RA'])
  })
  it('R4: a witness closes only as an expert, and only where the pack says so', () => {
    expect(closes('observed', true)).toEqual(['O', 'WT'])
    expect(canClose({ ...pack, expertWitnessCountsAsObservation: 'supplementary' }, 'observed', { method: 'WT', isExpert: true })).toBe(
      false,
    )
  })
  it('findLeaf finds by code alone', () => {
    expect(findLeaf(pack, '3.4d')?.label).toBe('Strategies')
    expect(findLeaf(pack, '3.4')).toBeUndefined()
  })
})
