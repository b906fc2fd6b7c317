// Official wording: reading what a centre pastes, loading it, whose it is, and taking it back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { loadUnit307, testRegistration, unit307 } from '../../testing/centre.ts'
import { readTable } from '../../web/csv.ts'
import { officialWordingLoad, officialWordingShow, officialWordingTakeBack, type StandardPack } from './contract.ts'
import { canLoadWording, canReadWording } from './policy.ts'
import { readWording, takeBackRefusal, wordingCodes, wordingRefusal } from './rules.ts'
import { keepWording } from './store.ts'
import { findOfficialWording } from './views.ts'

let app: TestApp
let pack: StandardPack
let administrator: TestPerson
beforeAll(async () => {
  app = await testApp()
  pack = await loadUnit307(app.centre)
  administrator = await app.centre.person('Marta Quell', 'centre_administrator')
})
afterAll(() => app.close())

const whole = () => pack.leaves.map(({ code }) => ({ code, text: `The words of ${code}` }))
const wish = (source = 'A handbook of 2012') => ({ id: newId(), packCode: unit307, packVersion: 1, source, lines: whole() })
const unit = { packCode: unit307, packVersion: 1 }
const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const read = (text: string) => readWording(pack, readTable(text))

describe('readWording', () => {
  it('reads a spreadsheet with a heading, in tabs, commas or semicolons, with commas inside quotation marks', () => {
    for (const divider of ['\t', ',', ';']) {
      const { rows } = read(`Criterion${divider}Wording\n1.1${divider}"Two roles, beside each other"\n307.1.2${divider}Two kinds`)
      expect(rows.map(({ line, code, text, trouble }) => [line, code, text, trouble])).toEqual([
        [2, '1.1', 'Two roles, beside each other', undefined],
        [3, '1.2', 'Two kinds', undefined],
      ])
    }
  })
  it('reads a page copied from a document: lettered parts under their criterion, and lines that go on', () => {
    const { rows } = read(
      '1.5 Say how it helps\nto plan, by:\na the teacher\nb) the learners\n1.5 (c) myself\nOutcome 2 Using it\n2.1 Find out, first',
    )
    expect(rows.map(({ code, text }) => [code, text])).toEqual([
      ['1.5', 'Say how it helps to plan, by:'],
      ['1.5a', 'the teacher'],
      ['1.5b', 'the learners'],
      ['1.5c', 'myself'],
      ['2', 'Using it'],
      ['2.1', 'Find out, first'],
    ])
    expect(rows.every(({ trouble }) => trouble === undefined)).toBe(true)
  })
  it('says by row what is wrong, and which criteria have no words', () => {
    const { rows, missing } = read(`1.1;One\n9.9;Not there\n1.1;Again\nhello;there\n1.2;\n1.3;${'x'.repeat(1001)}`)
    expect(rows.map(({ line, trouble }) => [line, trouble])).toEqual([
      [1, undefined],
      [2, 'unknown'],
      [3, 'twice'],
      [4, 'no_code'],
      [5, 'no_text'],
      [6, 'too_long'],
    ])
    expect(missing).not.toContain('1.1')
    expect(missing).toHaveLength(22)
  })
  it('is not upset by a quotation mark that never ends', () => {
    expect(() => read('1.1;"Two roles\n1.2;Two kinds')).not.toThrow()
  })
})

describe('wordingRefusal', () => {
  it('wants each leaf once and nothing else; outcomes and criteria of several parts may stand beside', () => {
    expect(wordingRefusal(pack, whole())).toBeUndefined()
    expect(wordingRefusal(pack, [...whole(), { code: '1' }, { code: '3.4' }])).toBeUndefined()
    expect(wordingRefusal(pack, whole().slice(1))?.reason).toBe('wording_incomplete')
    expect(wordingRefusal(pack, [...whole(), { code: '1.1' }])?.reason).toBe('wording_twice')
    expect(wordingRefusal(pack, [...whole(), { code: '5.1' }])?.reason).toBe('wording_unknown_code')
    expect(wordingCodes(pack).size).toBe(4 + 16 + 10)
  })
  it('takeBackRefusal keeps what a unit was signed under', () => {
    expect(takeBackRefusal({ isTakenBack: false, isSigned: false })).toBeUndefined()
    expect(takeBackRefusal({ isTakenBack: true, isSigned: false })?.reason).toBe('taken_back_already')
    expect(takeBackRefusal({ isTakenBack: false, isSigned: true })?.reason).toBe('wording_signed')
  })
})

describe('who may', () => {
  it('only the centre administrator loads; everyone of the centre reads; nobody of a school', () => {
    const actor = (kind: 'centre' | 'school', ...roles: (typeof centreRoles)[number][]) => ({
      personId: newId(),
      organisationId: newId(),
      kind,
      roles,
    })
    for (const role of centreRoles) {
      expect(canLoadWording(actor('centre', role))).toBe(role === 'centre_administrator')
      expect(canReadWording(actor('centre', role))).toBe(true)
      expect(canReadWording(actor('school', role))).toBe(false)
    }
  })
})

describe('officialWording.load', () => {
  it('accepted: it stands beside our labels, and a later loading goes before an earlier one', async () => {
    await administrator.send(officialWordingLoad, {
      ...wish(),
      lines: [...whole(), { code: '1', text: 'The first outcome' }, { code: '3.4', text: 'Help learners:' }],
    })
    const candidate = await app.centre.person('Dawn Okafor', 'candidate')
    const { wording } = await candidate.ask(officialWordingShow, unit)
    expect(wording).toMatchObject({ source: 'A handbook of 2012', loadedByName: 'Marta Quell', outcomes: { 1: 'The first outcome' } })
    expect(wording?.criteria).toEqual({ '3.4': 'Help learners:' })
    expect(wording?.leaves['3.4d']).toBe('The words of 3.4d')
    await administrator.send(officialWordingLoad, wish('A handbook of 2014'))
    const shown = await candidate.ask(officialWordingShow, unit)
    expect(shown.wording?.source).toBe('A handbook of 2014')
    expect(shown.loadings.map(({ number }) => number)).toEqual([2, 1])
  })
  it('refused: an incomplete one, one for a version that is not there, and by anybody else', async () => {
    await expect(administrator.send(officialWordingLoad, { ...wish(), lines: whole().slice(1) })).rejects.toMatchObject(
      refusedBy('refused', 'wording_incomplete'),
    )
    await expect(administrator.send(officialWordingLoad, { ...wish(), packVersion: 9 })).rejects.toMatchObject(refusedBy('not_found'))
    const assessor = await app.centre.person('Lorraine Pike', 'assessor')
    await expect(assessor.send(officialWordingLoad, wish())).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: what one centre is licensed for, another does not see', async () => {
    const other = await app.otherCentre.person('Olu Adeyemi', 'centre_administrator')
    expect(await other.ask(officialWordingShow, unit)).toEqual({ wording: null, loadings: [] })
  })
})

describe('officialWording.show', () => {
  it('accepted: nothing where nothing was loaded', async () => {
    expect(await administrator.ask(officialWordingShow, { packCode: 'cg-5329-209', packVersion: 1 })).toEqual({
      wording: null,
      loadings: [],
    })
  })
  it('refused: a school has none', async () => {
    const practitioner = await app.school.person('Dawn Okafor', 'practitioner')
    await expect(practitioner.ask(officialWordingShow, unit)).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: its own alone', async () => {
    const other = await app.otherCentre.person('Olu Adeyemi', 'centre_administrator')
    await other.send(officialWordingLoad, wish('Their handbook'))
    expect((await other.ask(officialWordingShow, unit)).wording?.source).toBe('Their handbook')
    expect((await administrator.ask(officialWordingShow, unit)).wording?.source).not.toBe('Their handbook')
  })
})

describe('officialWording.takeBack', () => {
  const latest = async () => (await administrator.ask(officialWordingShow, unit)).loadings[0]?.id ?? ''
  it('accepted: the loading before it is in use again, and both stay to be seen', async () => {
    await administrator.send(officialWordingLoad, wish('A wrong handbook'))
    await administrator.send(officialWordingTakeBack, { id: await latest() })
    const { wording, loadings } = await administrator.ask(officialWordingShow, unit)
    expect(wording?.source).not.toBe('A wrong handbook')
    expect(loadings[0]).toMatchObject({ source: 'A wrong handbook', takenBackByName: 'Marta Quell' })
  })
  it('refused: twice, by anybody else, and once a unit was signed under it; that unit keeps it whatever is loaded later', async () => {
    const assessor = await app.centre.person('Lorraine Pike', 'assessor')
    await expect(assessor.send(officialWordingTakeBack, { id: await latest() })).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(administrator.send(officialWordingTakeBack, { id: await latest() })).rejects.toMatchObject(
      refusedBy('refused', 'taken_back_already'),
    )
    const { id: registrationId } = await testRegistration(app.centre)
    const wording = wish('The signed handbook')
    await administrator.send(officialWordingLoad, wording)
    await app.centre.look((tx) => keepWording(tx, { registrationId, wordingId: wording.id }))
    await expect(administrator.send(officialWordingTakeBack, { id: wording.id })).rejects.toMatchObject(
      refusedBy('refused', 'wording_signed'),
    )
    const later = wish('A later handbook')
    await administrator.send(officialWordingLoad, later)
    await app.centre.look((tx) => keepWording(tx, { registrationId, wordingId: later.id }))
    expect((await app.centre.look((tx) => findOfficialWording(tx, unit307, 1, registrationId)))?.source).toBe('The signed handbook')
    expect((await app.centre.look((tx) => findOfficialWording(tx, unit307, 1)))?.source).toBe('A later handbook')
  })
  it('other organisation: not found', async () => {
    const other = await app.otherCentre.person('Olu Adeyemi', 'centre_administrator')
    await expect(other.send(officialWordingTakeBack, { id: await latest() })).rejects.toMatchObject(refusedBy('not_found'))
  })
})
