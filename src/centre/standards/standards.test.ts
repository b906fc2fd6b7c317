// Unit 307 as data: its counts, its halves, and what closes which.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { operations } from '../../server/operations.ts'
import { type TestApp, testApp, testPerson } from '../../testing/app.ts'
import { testRegistration, unit307 } from '../../testing/centre.ts'
import { ownerOf } from '../../testing/owner.ts'
import { unitOfCandidate } from '../decisions/contract.ts'
import { registrationCreate, registrationMine } from '../registrations/contract.ts'
import { type AssessmentMethod, type StandardPack, unitList, unitShow } from './contract.ts'
import { canClose, crosswalkSuggestions, findLeaf, methodsFor } from './rules.ts'

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
    expect(pack.isComplete).toBe(true)
  })
  it('accepted: each leaf has the verb that says how far an answer must go, and each link the outcomes that it serves', () => {
    expect(pack.leaves.every(({ verb }) => verb !== '')).toBe(true)
    expect(pack.leaves.find(({ code }) => code === '1.1')?.verb).toBe('compare and contrast')
    for (const unit of pack.linkedUnits) expect(unit).toMatchObject({ packCode: `cg-5329-${unit.unitNumber}`, outcomeNumbers: [1, 3] })
    expect(pack.assessmentStrategy).toMatch(/Nothing is simulated/)
  })
  it('accepted: 209 is whole, and its 2.2, 2.3, 2.4 and 3.1 must be seen at work', async () => {
    const candidate = await app.centre.person('Steve Bell', 'candidate')
    const unit = await candidate.ask(unitShow, { packCode: 'cg-5329-209' })
    expect(unit).toMatchObject({ unitReference: 'T/601/7407', level: 2, credits: 2, guidedLearningHours: 15, isComplete: true })
    const observed = unit.leaves.filter(({ halves }) => halves.includes('observed')).map(({ code }) => code)
    expect(observed).toEqual(['2.2', '2.3', '2.4', '3.1'])
    expect(unit.leaves).toHaveLength(8)
  })
  it('accepted: all that is known of 207 must be seen at work; 207, 204 and 210 say that they are not whole', async () => {
    const candidate = await app.centre.person('Steve Bell', 'candidate')
    const show = (number: string) => candidate.ask(unitShow, { packCode: `cg-5329-${number}` })
    const unit = await show('207')
    expect(unit.leaves.every(({ halves }) => halves.length === 1 && halves[0] === 'observed')).toBe(true)
    expect(unit).toMatchObject({ unitReference: 'D/601/7403', credits: 3, isComplete: false })
    expect(await show('204')).toMatchObject({ unitReference: 'D/601/3321', isComplete: false, leaves: [] })
    expect(await show('210')).toMatchObject({ unitReference: null, credits: null, isComplete: false, leaves: [] })
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
    const units = await administrator.ask(unitList, {})
    expect(units.map(({ unitNumber }) => unitNumber)).toEqual(['204', '207', '209', '210', '307'])
    expect(units.at(-1)).toEqual({
      code: unit307,
      version: 1,
      unitNumber: '307',
      title: 'Support assessment for learning',
      level: 3,
      credits: 4,
      isComplete: true,
    })
  })
  it('refused: somebody without a role', async () => {
    const nobody = testPerson(app.dispatch, { personId: newId(), organisationId: app.centre.id, kind: 'centre', roles: [] })
    await expect(nobody.ask(unitList, {})).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: the same list', async () => {
    const other = await app.otherSchool.person('Ama Boateng', 'practitioner')
    expect(await other.ask(unitList, {})).toHaveLength(5)
  })
})

describe('a new version', () => {
  it('never changes a running registration: that keeps its own, and who registers later begins with the new one', async () => {
    const apart = await testApp()
    const { id, candidate, assessor, administrator } = await testRegistration(apart.centre)
    const owner = await ownerOf(apart)
    for (const table of ['standard_packs', 'unit_outcomes', 'assessment_criteria', 'criterion_leaves']) {
      const number = table === 'standard_packs' ? 'version' : 'pack_version'
      const code = table === 'standard_packs' ? 'code' : 'pack_code'
      await owner.query(
        `insert into public.${table} select (jsonb_populate_record(old, '{"${number}": 2}')).* from public.${table} old where ${code} = $1`,
        [unit307],
      )
    }
    await owner.query(`update public.criterion_leaves set label = 'Another label', must_be_observed = true where pack_version = 2`)
    await owner.end()
    expect((await candidate.ask(unitShow, { packCode: unit307 })).leaves[0]?.label).toBe('Another label')
    expect(await candidate.ask(registrationMine, {})).toMatchObject([{ id, packVersion: 1 }])
    expect((await assessor.ask(unitOfCandidate, { registrationId: id })).unit.pack).toEqual(pack)
    const later = await apart.centre.person('Zo Park', 'candidate')
    const wish = { candidateId: later.id, assessorId: assessor.id, candidateNumber: '4480', packCode: unit307 }
    await administrator.send(registrationCreate, { ...wish, id: newId(), registeredOn: '2026-10-01', endsOn: null })
    expect(await later.ask(registrationMine, {})).toMatchObject([{ packVersion: 2 }])
    await apart.close()
  })
})

describe('canClose', () => {
  const closes = (leaf: string, half: 'observed' | 'knowledge', isExpert = false, one = pack) =>
    (['O', 'Q', 'A', 'PE', 'WT', 'PD', 'RA'] as const satisfies readonly AssessmentMethod[]).filter((method) =>
      canClose(one, leaf, half, { method, isExpert }),
    )
  it('R2, R3: observation closes the observed half; assignment, questioning, discussion and reflection the knowledge half', () => {
    expect(closes('2.3', 'observed')).toEqual(['O'])
    expect(closes('2.3', 'knowledge')).toEqual(['Q', 'A', 'PD', 'RA'])
  })
  it('R4: a witness closes only as an expert, and only where the pack takes testimony for observation', () => {
    expect(closes('2.4', 'observed', true)).toEqual(['O', 'WT'])
    expect(closes('2.4', 'observed', true, { ...pack, expertWitnessCountsAsObservation: 'specialist_only' })).toEqual(['O', 'WT'])
    expect(closes('2.4', 'observed', true, { ...pack, expertWitnessCountsAsObservation: 'supplementary' })).toEqual(['O'])
  })
  it('methodsFor gives a leaf its own methods where it has any, and the unit’s everywhere else', () => {
    const leafMethods = [{ leaf: '1.4', half: 'knowledge' as const, method: 'PD' as const, onlyExpert: false }]
    const own = { ...pack, leafMethods }
    expect(methodsFor(own, '1.4', 'knowledge')).toEqual(leafMethods)
    expect(closes('1.4', 'knowledge', false, own)).toEqual(['PD'])
    expect(closes('1.3', 'knowledge', false, own)).toEqual(['Q', 'A', 'PD', 'RA'])
  })
  it('findLeaf finds by code alone', () => {
    expect(findLeaf(pack, '3.4d')?.label).toBe('Strategies')
    expect(findLeaf(pack, '3.4')).toBeUndefined()
  })
})

describe('crosswalkSuggestions', () => {
  const suggested = (...leaves: string[]) => pack.crosswalks.flatMap((walk) => crosswalkSuggestions(walk, new Set(leaves)))
  it('names a criterion elsewhere when all that speaks to it is there, with what differs', () => {
    expect(suggested('1.1', '2.3')).toEqual([
      { criterion: '1.1', leaves: ['1.1'], difference: 'It looks at the support worker’s part alone, and asks to analyse it.' },
      { criterion: '2.2', leaves: ['2.3'], difference: '' },
    ])
    expect(suggested('3.4a', '3.4b', '3.4c')).toEqual([])
    expect(suggested('3.4a', '3.4b', '3.4c', '3.4d')).toHaveLength(1)
  })
  it('only suggests: nothing that changes anything is about crosswalks', () => {
    const commands = operations.filter(({ contract }) => contract.type === 'command').map(({ contract }) => contract.name)
    expect(commands.filter((name) => /crosswalk/i.test(name))).toEqual([])
  })
})
