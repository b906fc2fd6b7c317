// The bridge's switch, the register of what left, letters as texts, and what their shapes refuse.
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { toBase64url, utf8 } from '../../core/bytes.ts'
import { canonical } from '../../core/canonical.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { writeTestDescriptor, writeTestRetraction } from '../../testing/centre.ts'
import { bridgeShow, bridgeSwitchOff, bridgeSwitchOn, type DescriptorBody, LetterBody, letterFile, letterRegister } from './contract.ts'
import { addressText, readAddress, readLetterBody, readLetterFile } from './rules.ts'
import { isLetterSigned } from './store.ts'

let app: TestApp
let head: TestPerson
let practitioner: TestPerson
let otherHead: TestPerson
beforeAll(async () => {
  app = await testApp()
  head = await app.school.person('Ruth Lowe', 'head')
  practitioner = await app.school.person('Dawn Okafor', 'practitioner')
  otherHead = await app.otherSchool.person('Ivo Marsh', 'head')
})
afterAll(() => app.close())

const notAllowed = { refusal: { code: 'not_allowed' } }
const descriptor = () => writeTestDescriptor(app, app.school, { centreId: app.centre.id, registrationId: newId() })

describe('bridge.switchOn', () => {
  it('accepted: once; the one who switched it on first stays named', async () => {
    await head.send(bridgeSwitchOn, {})
    app.clock.set('2026-11-25T09:00:00.000Z')
    const dataLead = await app.school.person('Saira Aziz', 'data_lead')
    await dataLead.send(bridgeSwitchOn, {})
    expect(await practitioner.ask(bridgeShow, {})).toEqual({
      fingerprint: expect.stringMatching(/^([0-9A-F]{4} ){4}[0-9A-F]{4}$/),
      isOn: true,
      onAt: '2026-11-24T10:45:00.000Z',
      onByName: 'Ruth Lowe',
    })
  })
  it('refused: a practitioner, a teacher, an administrator', async () => {
    for (const role of ['practitioner', 'teacher', 'administrator'] as const) {
      const person = await app.school.person('Somebody', role)
      await expect(person.send(bridgeSwitchOn, {})).rejects.toMatchObject(notAllowed)
    }
  })
  it('other organisation: its bridge is its own, and a centre has none', async () => {
    expect(await otherHead.ask(bridgeShow, {})).toMatchObject({ isOn: false })
    const administrator = await app.centre.person('Marta Quell', 'centre_administrator')
    await expect(administrator.send(bridgeSwitchOn, {})).rejects.toMatchObject(notAllowed)
  })
})

describe('bridge.switchOff', () => {
  it('accepted: and it can be switched on again', async () => {
    await head.send(bridgeSwitchOff, {})
    expect(await head.ask(bridgeShow, {})).toMatchObject({ isOn: false, onAt: null, onByName: null })
    await head.send(bridgeSwitchOn, {})
    expect((await head.ask(bridgeShow, {})).isOn).toBe(true)
  })
  it('refused: a practitioner', async () => {
    await expect(practitioner.send(bridgeSwitchOff, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: switching theirs off leaves ours on', async () => {
    await otherHead.send(bridgeSwitchOff, {})
    expect((await head.ask(bridgeShow, {})).isOn).toBe(true)
  })
})

describe('bridge.show', () => {
  it('accepted: everyone of the school sees whether it is on', async () => {
    expect(await practitioner.ask(bridgeShow, {})).toMatchObject({ isOn: true })
  })
  it('refused: in a centre there is no bridge', async () => {
    const candidate = await app.centre.person('Dawn Okafor', 'candidate')
    await expect(candidate.ask(bridgeShow, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: off by default', async () => {
    expect(await otherHead.ask(bridgeShow, {})).toMatchObject({ isOn: false, onAt: null, onByName: null })
  })
})

describe('letter.register', () => {
  it('accepted: what left, to whom, when, and when it was taken back', async () => {
    const file = await descriptor()
    const { letterId } = JSON.parse(file.body) as DescriptorBody
    await writeTestRetraction(app, app.school, file, '2026-11-30')
    const register = await head.ask(letterRegister, {})
    expect(register.find((letter) => letter.id === letterId)).toMatchObject({
      kind: 'descriptor',
      leaves: ['2.3'],
      delivery: 'here',
      deliveredAt: null,
      retractedAt: '2026-11-25T09:00:00.000Z',
    })
    expect(register.find((letter) => letter.retracts === letterId)).toMatchObject({
      kind: 'retraction',
      sentence: null,
      writtenByName: 'Saira Aziz',
    })
  })
  it('refused: a practitioner and an administrator', async () => {
    const administrator = await app.school.person('Bo Hill', 'administrator')
    for (const person of [practitioner, administrator]) await expect(person.ask(letterRegister, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: a register of its own', async () => {
    expect(await otherHead.ask(letterRegister, {})).toEqual([])
  })
})

describe('letter.file', () => {
  it('accepted: the head and the author carry it; it reads back and its signature holds', async () => {
    const file = await descriptor()
    const { letterId } = JSON.parse(file.body) as DescriptorBody
    const answer = await head.ask(letterFile, { letterId })
    expect(answer.name).toMatch(/^evident-descriptor-2026-11-25-[0-9a-f]{6}\.json$/)
    expect(readLetterFile(JSON.stringify(answer.file))).toEqual(file)
    expect(isLetterSigned(file)).toBe(true)
    expect(readLetterBody(file.body)).toMatchObject({ kind: 'descriptor', from: { organisationName: 'Oakmere Primary School' } })
  })
  it('refused: another practitioner meets nothing', async () => {
    const { letterId } = JSON.parse((await descriptor()).body) as DescriptorBody
    await expect(practitioner.ask(letterFile, { letterId })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
  it('other organisation: not found', async () => {
    const { letterId } = JSON.parse((await descriptor()).body) as DescriptorBody
    await expect(otherHead.ask(letterFile, { letterId })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('letters as texts', () => {
  it('a letter with one member more, a learner’s id, or another spelling is none', async () => {
    const body = JSON.parse((await descriptor()).body) as DescriptorBody
    expect(readLetterBody(canonical(body))).toEqual(body)
    expect(readLetterBody(canonical({ ...body, learnerId: newId() }))).toBeUndefined()
    expect(readLetterBody(JSON.stringify(body, undefined, 1))).toBeUndefined()
    expect(readLetterBody(canonical({ ...body, sentence: ` ${body.sentence}` }))).toBeUndefined()
    expect(z.safeParse(LetterBody, { ...body, leaves: [] }).success).toBe(false)
  })
  it('one changed character anywhere in a letter breaks its signature', async () => {
    const file = await descriptor()
    fc.assert(
      fc.property(fc.nat(file.body.length - 1), fc.constantFrom('x', '0', ' '), (at, character) => {
        fc.pre(file.body[at] !== character)
        expect(isLetterSigned({ ...file, body: file.body.slice(0, at) + character + file.body.slice(at + 1) })).toBe(false)
      }),
    )
    expect(isLetterSigned({ ...file, signature: 'AAAA' })).toBe(false)
    expect(isLetterSigned({ ...file, publicKey: 'AAAA' })).toBe(false)
  })
  it('readAddress and readLetterFile take any text without a throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readAddress(text)).toBeUndefined()
        expect(readAddress(`evident-portfolio.${text}`)).toBeUndefined()
        expect(readLetterFile(text)).toBeUndefined()
      }),
    )
  })
  it('addressText and readAddress are each other’s reverse', () => {
    const address = {
      format: 'evident-portfolio-1' as const,
      organisationId: newId(),
      registrationId: newId(),
      centreName: 'Collège “Nord”',
      publicKey: toBase64url(utf8('key')),
      unit: { packCode: 'cg-5329-307', packVersion: 1, number: '307', title: 'Support assessment for learning' },
    }
    expect(readAddress(addressText(canonical(address), 'c2ln'))).toEqual({ body: canonical(address), signature: 'c2ln', address })
  })
})
