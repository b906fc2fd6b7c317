// Letters that arrive by the post and as files.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DescriptorBody, LetterBody, LetterFile } from '../../common/letters/contract.ts'
import { postIn } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp, testPerson } from '../../testing/app.ts'
import { bring, signAs, type TestRegistration, testRegistration, writeTestDescriptor, writeTestRetraction } from '../../testing/centre.ts'
import { unitMine } from '../decisions/contract.ts'
import { markClaimed } from '../registrations/store.ts'
import { evidenceReceiveDescriptor, evidenceReceiveRetraction, letterImport, letterInspect } from './contract.ts'
import { letterFault, senderRefusal } from './rules.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre)
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const descriptor = (registration = ours, said: { sentence?: string; leaves?: string[] } = {}) =>
  writeTestDescriptor(app, app.school, { centreId: registration.candidate.actor.organisationId, registrationId: registration.id, ...said })
const evidence = async () => (await ours.candidate.ask(unitMine, { registrationId: ours.id })).evidence
const find = async (file: LetterFile) =>
  (await evidence()).find((item) => item.descriptor?.letterId === (JSON.parse(file.body) as DescriptorBody).letterId)
const letterOf = ({ body, signature, publicKey }: LetterFile) => ({ body, signature, publicKey })

describe('evidence.receiveDescriptor', () => {
  it('accepted: it becomes product evidence under a reference, its text as it came, its leaves claimed', async () => {
    const file = await descriptor(ours, { leaves: ['2.3', '2.4', '9.9'] })
    const receipt = await bring(app, app.centre, file)
    const item = await find(file)
    expect(item).toMatchObject({
      id: receipt.evidenceId,
      reference: receipt.reference,
      method: 'PE',
      leaves: ['2.3', '2.4'],
      occurredOn: '2026-11-24',
      seen: null,
    })
    expect(item?.descriptor).toMatchObject({ senderName: 'Oakmere Primary School', confirmedAs: 'installation', retractedOn: null })
    expect(item?.descriptor?.sentence).toBe((JSON.parse(file.body) as DescriptorBody).sentence)
  })
  it('accepted: brought twice it arrives once', async () => {
    const file = await descriptor()
    const first = await bring(app, app.centre, file)
    const before = (await evidence()).length
    expect(await bring(app, app.centre, file)).toEqual(first)
    expect((await evidence()).length).toBe(before)
  })
  it('refused: a person can’t be the post, and a changed letter is not taken in', async () => {
    const file = await descriptor()
    for (const person of [ours.candidate, ours.assessor, ours.administrator])
      await expect(person.send(evidenceReceiveDescriptor, letterOf(file))).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(bring(app, app.centre, { ...file, body: file.body.replace('prompt', 'clue') })).rejects.toMatchObject(
      refusedBy('refused', 'signature_wrong'),
    )
    const post = testPerson(app.dispatch, postIn(app.centre.id))
    await expect(post.send(evidenceReceiveRetraction, letterOf(file))).rejects.toMatchObject(refusedBy('refused', 'other_kind'))
    await expect(
      bring(app, app.centre, await writeTestDescriptor(app, app.school, { centreId: app.centre.id, registrationId: newId() })),
    ).rejects.toMatchObject(refusedBy('refused', 'unknown_registration'))
  })
  it('refused: into a unit whose certificate is claimed, by the post and as a file', async () => {
    const one = await testRegistration(app.centre)
    await bring(app, app.centre, await descriptor(one))
    const late = await descriptor(one)
    await app.centre.look((tx) => markClaimed(tx, one.id))
    await expect(bring(app, app.centre, late)).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
    await expect(one.candidate.send(letterImport, { file: JSON.stringify(late) })).rejects.toMatchObject(
      refusedBy('refused', 'unit_claimed'),
    )
    expect((await one.candidate.ask(unitMine, { registrationId: one.id })).evidence.map(({ reference }) => reference)).toEqual(['PE-01'])
  })
  it('other organisation: a letter for another centre is refused here', async () => {
    await expect(bring(app, app.centre, await descriptor(theirs))).rejects.toMatchObject(refusedBy('refused', 'other_centre'))
  })
})

describe('evidence.receiveRetraction', () => {
  it('accepted: the item stays, its text unchanged, and bears the day', async () => {
    const file = await descriptor()
    await bring(app, app.centre, file)
    const before = await find(file)
    await bring(app, app.centre, await writeTestRetraction(app, app.school, file, '2026-11-24'))
    const after = await find(file)
    expect(after?.descriptor?.retractedOn).toBe('2026-11-24')
    expect({ ...after, descriptor: { ...after?.descriptor, retractedOn: null } }).toEqual(before)
  })
  it('accepted: it may arrive before the letter that it takes back', async () => {
    const file = await descriptor()
    await bring(app, app.centre, await writeTestRetraction(app, app.school, file, '2026-11-24'))
    await bring(app, app.centre, file)
    expect((await find(file))?.descriptor?.retractedOn).toBe('2026-11-24')
  })
  it('refused: a person can’t be the post; another school can’t take this school’s letter back', async () => {
    const file = await descriptor()
    await bring(app, app.centre, file)
    const own = JSON.parse((await writeTestRetraction(app, app.school, file, '2026-11-24')).body) as LetterBody
    const foreign = await signAs(app, app.otherSchool, { ...own, letterId: newId() })
    await expect(ours.candidate.send(evidenceReceiveRetraction, foreign)).rejects.toMatchObject(refusedBy('not_allowed'))
    await bring(app, app.centre, foreign)
    expect((await find(file))?.descriptor?.retractedOn).toBeNull()
  })
  it('other organisation: a retraction for another centre is refused here', async () => {
    const file = await descriptor(theirs)
    await expect(bring(app, app.centre, await writeTestRetraction(app, app.school, file, '2026-11-24'))).rejects.toMatchObject(
      refusedBy('refused', 'other_centre'),
    )
  })
})

describe('letter.inspect', () => {
  it('accepted: says what the letter says, who signed it, and whether the centre knows them', async () => {
    const file = await writeTestDescriptor(app, app.otherSchool, { centreId: app.centre.id, registrationId: ours.id })
    const answer = await ours.candidate.ask(letterInspect, { file: JSON.stringify(file) })
    expect(answer).toMatchObject({ fault: null, kind: 'descriptor', senderName: 'Fernbank Primary School', isHereAlready: false })
    expect(answer.fingerprint).toMatch(/^([0-9A-F]{4} ){4}[0-9A-F]{4}$/)
  })
  it('accepted: names what is wrong with a file', async () => {
    const file = await descriptor()
    const fault = async (text: string) => (await ours.candidate.ask(letterInspect, { file: text })).fault
    expect(await fault('{"evident":"letter"}')).toBe('not_a_letter')
    expect(await fault(JSON.stringify({ ...file, body: file.body.replace('prompt', 'clue') }))).toBe('body_changed')
    expect(await fault(JSON.stringify({ ...file, signature: (await descriptor()).signature }))).toBe('signature_wrong')
    expect(await fault(JSON.stringify(await descriptor(theirs)))).toBe('other_centre')
    const colleague = await app.centre.person('Zo Park', 'candidate')
    expect((await colleague.ask(letterInspect, { file: JSON.stringify(file) })).fault).toBe('unknown_registration')
  })
  it('refused: an assessor does not bring letters', async () => {
    await expect(ours.assessor.ask(letterInspect, { file: JSON.stringify(await descriptor()) })).rejects.toMatchObject(
      refusedBy('not_allowed'),
    )
  })
  it('other organisation: its letter is another centre’s', async () => {
    expect((await theirs.candidate.ask(letterInspect, { file: JSON.stringify(await descriptor()) })).fault).toBe('other_centre')
  })
})

describe('letter.import', () => {
  it('accepted: the first of an unknown school with its fingerprint, later ones without; twice is once', async () => {
    const centre = await testRegistration(app.otherCentre)
    const write = () => writeTestDescriptor(app, app.otherSchool, { centreId: app.otherCentre.id, registrationId: centre.id })
    const file = JSON.stringify(await write())
    await expect(centre.candidate.send(letterImport, { file })).rejects.toMatchObject(refusedBy('refused', 'sender_unknown'))
    await expect(centre.candidate.send(letterImport, { file, confirmedFingerprint: 'AAAA' })).rejects.toMatchObject(
      refusedBy('refused', 'fingerprint_differs'),
    )
    const { fingerprint } = await centre.candidate.ask(letterInspect, { file })
    const receipt = await centre.candidate.send(letterImport, { file, confirmedFingerprint: fingerprint ?? '' })
    expect(receipt.reference).toBe('PE-01')
    expect(await centre.candidate.send(letterImport, { file })).toEqual(receipt)
    expect((await centre.administrator.send(letterImport, { file: JSON.stringify(await write()) })).reference).toBe('PE-02')
    const unit = await centre.candidate.ask(unitMine, { registrationId: centre.id })
    expect(unit.evidence.map((item) => item.descriptor?.confirmedAs)).toEqual(['candidate', 'candidate'])
  })
  it('refused: a changed file, naming what is wrong; and by role', async () => {
    const file = await descriptor()
    const changed = JSON.stringify({ ...file, body: file.body.replace('prompt', 'clue') })
    await expect(ours.candidate.send(letterImport, { file: changed })).rejects.toMatchObject(refusedBy('refused', 'body_changed'))
    await expect(ours.assessor.send(letterImport, { file: JSON.stringify(file) })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: a file for this centre can’t be taken in there', async () => {
    await expect(theirs.administrator.send(letterImport, { file: JSON.stringify(await descriptor()) })).rejects.toMatchObject(
      refusedBy('refused', 'other_centre'),
    )
  })
})

describe('rules', () => {
  it('letterFault names the first fault', () => {
    const body = { addressee: { organisationId: 'c', registrationId: 'r' } } as DescriptorBody
    const sound = { organisationId: 'c', body, isHashRight: true, isSigned: true, isRegistrationFound: true }
    expect(letterFault(sound)).toBeUndefined()
    expect(letterFault({ ...sound, isHashRight: false, isSigned: false })).toBe('body_changed')
    expect(letterFault({ ...sound, body: undefined })).toBe('not_a_letter')
  })
  it('senderRefusal asks for the very fingerprint, once', () => {
    expect(senderRefusal({ isKnown: true, fingerprint: 'F' }, undefined)).toBeUndefined()
    expect(senderRefusal({ isKnown: false, fingerprint: 'F' }, 'F')).toBeUndefined()
    expect(senderRefusal({ isKnown: false, fingerprint: 'F' }, 'G')?.reason).toBe('fingerprint_differs')
  })
})
