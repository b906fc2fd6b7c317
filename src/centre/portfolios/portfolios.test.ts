// Taking units out and keeping what was brought, through the real dispatch; the files themselves are tested in src/server/portfolio.test.ts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { centreRoles, type Role } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { aPortfolio, bringAPortfolio } from '../../testing/fill-portfolio.ts'
import { decide } from '../../testing/signing.ts'
import { evidenceAdd } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { portfolioBring, portfolioBrought, portfolioBroughtFile, portfolioDocument, portfolioFile } from './contract.ts'
import { canBring, canHandIn, canReadBrought, mayReadBrought } from './policy.ts'
import { methodNames, pathOf } from './rules.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre, await testParties(app.centre))
  theirs = await testRegistration(app.otherCentre)
  stranger = await app.centre.person('Kofi Asante', 'assessor')
  const evidenceId = newId()
  const { countersigner: _, ...unaccompanied } = ours
  const record = { ...emptyRecord('RA'), what: 'Half of my helps were clues.', soWhat: 'They wait for me.', nowWhat: 'Count to five.' }
  const said = { title: 'I step in too soon', occurredOn: '2026-11-24', record, leaves: ['2.3'], isOwnWork: true }
  await ours.candidate.send(evidenceAdd, { id: evidenceId, registrationId: ours.id, ...said })
  await decide(unaccompanied, [{ leaf: '2.3', half: 'knowledge' }], evidenceId)
})
afterAll(() => app.close())

const refused = (code: string) => ({ refusal: { code } })
const everyRole = [...centreRoles, 'teacher', 'practitioner', 'head'] as const satisfies readonly Role[]
const as = (role: Role, personId = newId()) => ({ personId, organisationId: newId(), kind: 'centre' as const, roles: [role] })

describe('portfolio.document', () => {
  it('accepted: the unit in words: what is met, its evidence word for word, decisions, and what is not signed yet', async () => {
    const document = await ours.candidate.ask(portfolioDocument, { registrationId: ours.id })
    expect(document).toMatchObject({
      title: 'Unit 307: Support assessment for learning',
      standing: '0 of 23 criteria are met. The unit is not signed off.',
    })
    const [item] = document.evidence
    expect(item).toMatchObject({ reference: 'RA-01', title: 'I step in too soon', date: '24 November 2026' })
    expect(item?.sections.map(({ title }) => title)).toEqual(['What?', 'So what?', 'Now what?'])
    const leaf = document.outcomes.flatMap(({ leaves }) => leaves).find(({ code }) => code === '2.3')
    expect(leaf).toMatchObject({ references: ['RA-01'], state: 'Observed: only supporting evidence' })
    expect(document.decisions).toMatchObject([
      { leaf: '2.3', half: 'Knowledge', outcome: 'Met', references: ['RA-01'], by: 'Lorraine Pike' },
    ])
    expect(document.signOff.signatures.map(({ role, at }) => [role, at])).toEqual([
      ['Candidate', 'Not signed yet'],
      ['Assessor', 'Not signed yet'],
      ['Internal verifier, if sampled', 'Not sampled'],
      ['External verifier, if sampled', 'Not sampled'],
    ])
  })
  it('accepted: everyone who has a part in the unit reads the same', async () => {
    const own = await ours.candidate.ask(portfolioDocument, { registrationId: ours.id })
    for (const party of [ours.assessor, ours.tutor, ours.countersigner, ours.iqa])
      expect(await party?.ask(portfolioDocument, { registrationId: ours.id })).toEqual(own)
  })
  it('refused: an assessor of other candidates, and the centre administrator', async () => {
    await expect(stranger.ask(portfolioDocument, { registrationId: ours.id })).rejects.toMatchObject(refused('not_found'))
    await expect(ours.administrator.ask(portfolioDocument, { registrationId: ours.id })).rejects.toMatchObject(refused('not_found'))
  })
  it('other organisation: nothing is found', async () => {
    await expect(theirs.assessor.ask(portfolioDocument, { registrationId: ours.id })).rejects.toMatchObject(refused('not_found'))
  })
})

describe('portfolio.file', () => {
  it('accepted: with what signatures are made over, and the centre’s public key', async () => {
    const file = await ours.assessor.ask(portfolioFile, { registrationId: ours.id })
    expect(file).toMatchObject({
      format: 'evident-portfolio-file-1',
      registrationId: ours.id,
      signatures: [],
      files: [],
      content: { format: 'evident-unit-1' },
    })
    expect(file.centre.publicKey).toMatch(/^[\w-]{40,}$/)
  })
  it('refused: whoever has no part in the unit', async () => {
    await expect(stranger.ask(portfolioFile, { registrationId: ours.id })).rejects.toMatchObject(refused('not_found'))
  })
  it('other organisation: nothing is found', async () => {
    await expect(theirs.candidate.ask(portfolioFile, { registrationId: ours.id })).rejects.toMatchObject(refused('not_found'))
  })
})

describe('portfolio.bring', () => {
  it('accepted: by the porter, for a candidate of the centre', async () => {
    const id = await bringAPortfolio(app, app.centre, ours.candidate.id, '1'.repeat(64))
    expect(await ours.candidate.ask(portfolioBrought, {})).toMatchObject([{ id, unitNumber: '307', broughtByName: null }])
  })
  it('refused: every role, for a file that nobody has checked', async () => {
    for (const person of [ours.administrator, ours.candidate, ours.assessor, ours.iqa])
      await expect(person?.send(portfolioBring, aPortfolio(null, '2'.repeat(64)))).rejects.toMatchObject(refused('not_allowed'))
    for (const role of everyRole) expect(canBring(as(role))).toBe(false)
  })
  it('other organisation: the portfolio of one centre is not another’s', async () => {
    await bringAPortfolio(app, app.centre, null, '3'.repeat(64))
    expect(await theirs.administrator.ask(portfolioBrought, {})).toEqual([])
  })
})

describe('portfolio.brought', () => {
  it('accepted: all for the administrator, hers for a candidate and for her assessor', async () => {
    await bringAPortfolio(app, app.centre, ours.candidate.id, '4'.repeat(64))
    await bringAPortfolio(app, app.centre, null, '5'.repeat(64))
    const [all, own, hers] = await Promise.all(
      [ours.administrator, ours.candidate, ours.assessor].map((one) => one.ask(portfolioBrought, {})),
    )
    expect(all?.length).toBeGreaterThan(own?.length ?? 0)
    expect(own?.every(({ candidateId }) => candidateId === ours.candidate.id)).toBe(true)
    expect(hers).toEqual(own)
  })
  it('refused: an external verifier', async () => {
    const verifier = await app.centre.person('Dr Sandhu', 'eqa')
    await expect(verifier.ask(portfolioBrought, {})).rejects.toMatchObject(refused('not_allowed'))
    for (const role of everyRole)
      expect(mayReadBrought(as(role)), role).toBe(['centre_administrator', 'candidate', 'assessor', 'tutor', 'iqa'].includes(role))
  })
  it('other organisation: each centre has its own', async () => {
    const id = await bringAPortfolio(app, app.otherCentre, theirs.candidate.id)
    expect((await theirs.administrator.ask(portfolioBrought, {})).map((one) => one.id)).toEqual([id])
  })
})

describe('portfolio.broughtFile', () => {
  it('accepted: its manifest and its entries as they came', async () => {
    const id = await bringAPortfolio(app, app.centre, ours.candidate.id, '6'.repeat(64))
    const file = await ours.candidate.ask(portfolioBroughtFile, { id })
    expect(file).toMatchObject({ manifest: '{}', entries: [{ path: 'index.html', size: 12, fileHash: 'c'.repeat(64) }] })
  })
  it('refused: a candidate to whom it does not belong, and an assessor of others', async () => {
    const id = await bringAPortfolio(app, app.centre, ours.candidate.id, '7'.repeat(64))
    const other = await app.centre.person('Steve Whitby', 'candidate')
    for (const person of [other, stranger])
      await expect(person.ask(portfolioBroughtFile, { id })).rejects.toMatchObject(refused('not_found'))
    const brought = { candidateId: ours.candidate.id, readerIds: [ours.assessor.id] }
    expect(canReadBrought(as('candidate', ours.candidate.id), brought)).toBe(true)
    expect(canReadBrought(as('candidate'), brought)).toBe(false)
    expect(canReadBrought(as('assessor', ours.assessor.id), brought)).toBe(true)
    for (const role of everyRole) expect(canHandIn(as(role))).toBe(role === 'centre_administrator')
  })
  it('other organisation: nothing is found', async () => {
    const id = await bringAPortfolio(app, app.centre, ours.candidate.id, '8'.repeat(64))
    await expect(theirs.administrator.ask(portfolioBroughtFile, { id })).rejects.toMatchObject(refused('not_found'))
  })
})

it('pathOf names a file by its item, and by nothing that somebody called it', () => {
  expect(pathOf('A-01', 0, 'pdf')).toBe('files/A-01-1.pdf')
  expect(pathOf('PD-02', 1, '')).toBe('files/PD-02-2')
})

it('methodNames has a name for each method of the key, and documentOf lists them all', async () => {
  const { methodKey } = await ours.candidate.ask(portfolioDocument, { registrationId: ours.id })
  expect(methodKey.map(({ code, name }) => [code, name])).toEqual(Object.entries(methodNames))
})
