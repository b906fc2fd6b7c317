// Letters that arrive by the post and as files, items by hand, and records seen in place.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DescriptorBody, LetterBody, LetterFile } from '../../common/letters/contract.ts'
import { postIn } from '../../core/actor.ts'
import { canonical } from '../../core/canonical.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp, testPerson } from '../../testing/app.ts'
import {
  bring,
  loadUnit307,
  signAs,
  type TestRegistration,
  testRegistration,
  writeTestDescriptor,
  writeTestRetraction,
} from '../../testing/centre.ts'
import { unitMine } from '../decisions/contract.ts'
import { AssessmentMethod } from '../standards/contract.ts'
import {
  EvidenceRecord,
  evidenceAdd,
  evidenceChange,
  evidenceReceiveDescriptor,
  evidenceReceiveRetraction,
  evidenceSeenInPlace,
  evidenceVersions,
  letterImport,
  letterInspect,
} from './contract.ts'
import {
  changeRefusal,
  clockOf,
  contentText,
  emptyRecord,
  hasOwnPlace,
  itemRefusal,
  letterFault,
  methodsFor,
  referenceOf,
  senderRefusal,
  sightingRefusal,
} from './rules.ts'
import { contentForUnit } from './views.ts'

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

describe('evidence.add', () => {
  const item = (method: 'A' | 'O' | 'WT' | 'PE', more = {}) => ({
    id: newId(),
    registrationId: ours.id,
    record: emptyRecord(method, 'Two pages'),
    title: 'Notes on assessment',
    occurredOn: '2026-11-06',
    leaves: ['1.1'],
    ...more,
  })
  it('accepted: references count per method and are never given twice', async () => {
    const centre = await testRegistration(app.centre)
    const add = (method: 'A' | 'O') =>
      (method === 'O' ? centre.assessor : centre.candidate).send(evidenceAdd, { ...item(method), registrationId: centre.id })
    const references = await Promise.all([add('A'), add('O'), add('A'), add('A')])
    expect(references.map((one) => one.reference).sort()).toEqual(['A-01', 'A-02', 'A-03', 'O-01'])
  })
  it('refused: a candidate writes no observation and no testimony; nothing of tomorrow; no leaf that there is not', async () => {
    for (const method of ['O', 'WT'] as const)
      await expect(ours.candidate.send(evidenceAdd, item(method))).rejects.toMatchObject(refusedBy('refused', 'method_not_yours'))
    await expect(ours.candidate.send(evidenceAdd, item('A', { occurredOn: '2026-11-25' }))).rejects.toMatchObject(
      refusedBy('refused', 'in_the_future'),
    )
    await expect(ours.candidate.send(evidenceAdd, item('A', { leaves: ['3.4'] }))).rejects.toMatchObject(
      refusedBy('refused', 'unknown_leaf'),
    )
    const other = await app.centre.person('Zo Park', 'candidate')
    await expect(other.send(evidenceAdd, item('A'))).rejects.toMatchObject(refusedBy('not_found'))
    await expect(ours.administrator.send(evidenceAdd, item('A'))).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: the registration is not found', async () => {
    await expect(theirs.candidate.send(evidenceAdd, item('A'))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('evidence.change', () => {
  const added = async (by: 'candidate' | 'assessor' = 'candidate', method: 'RA' | 'O' | 'WT' = 'RA') => {
    const id = newId()
    const item = { title: 'Waiting before I help', occurredOn: '2026-11-20', record: emptyRecord(method, 'First words') }
    await ours[by].send(evidenceAdd, { id, registrationId: ours.id, ...item, leaves: ['4.2'] })
    return { id, item, change: { registrationId: ours.id, evidenceId: id, ...item, record: emptyRecord(method, 'Better words') } }
  }
  const itemOf = async (id: string) => (await evidence()).find((one) => one.id === id)
  it('accepted: a further version under the same reference; what was said before stays, and saying it again has the same hash', async () => {
    const { id, item, change } = await added()
    const before = await itemOf(id)
    expect(await ours.candidate.send(evidenceChange, change)).toEqual({ version: 2 })
    const after = await itemOf(id)
    expect(after).toMatchObject({ version: 2, reference: before?.reference, record: { note: 'Better words' }, leaves: ['4.2'] })
    expect(after?.contentHash).not.toBe(before?.contentHash)
    await ours.candidate.send(evidenceChange, { ...change, ...item })
    expect((await itemOf(id))?.contentHash).toBe(before?.contentHash)
    const versions = await ours.assessor.ask(evidenceVersions, { registrationId: ours.id, evidenceId: id })
    expect(versions.map(({ version, record }) => [version, record.note])).toEqual([
      [3, 'First words'],
      [2, 'Better words'],
      [1, 'First words'],
    ])
  })
  it('accepted: what is signed of a unit’s evidence is the same again after a change was taken back', async () => {
    const { id, item, change } = await added()
    const registration = { id: ours.id, candidateId: ours.candidate.id }
    const content = () => app.centre.look(async (tx) => canonical(await contentForUnit(tx, registration)))
    const before = await content()
    expect(before).toContain('First words')
    await ours.candidate.send(evidenceChange, change)
    expect(await content()).not.toBe(before)
    await ours.candidate.send(evidenceChange, { ...change, evidenceId: id, ...item })
    expect(await content()).toBe(before)
  })
  it('refused: by anybody but who added it; another kind, a day to come, nothing new, a witness’s or a school’s words', async () => {
    const { change } = await added()
    for (const other of [ours.assessor, await app.centre.person('Zo Park', 'candidate')])
      await expect(other.send(evidenceChange, change)).rejects.toMatchObject(refusedBy('not_found'))
    await expect(ours.administrator.send(evidenceChange, change)).rejects.toMatchObject(refusedBy('not_allowed'))
    const wrong = [
      [{ record: emptyRecord('A') }, 'method_stays'],
      [{ occurredOn: '2026-11-25' }, 'in_the_future'],
      [{ record: emptyRecord('RA', 'First words') }, 'nothing_changed'],
    ] as const
    for (const [more, reason] of wrong)
      await expect(ours.candidate.send(evidenceChange, { ...change, ...more })).rejects.toMatchObject(refusedBy('refused', reason))
    const testimony = await added('assessor', 'WT')
    await expect(ours.assessor.send(evidenceChange, testimony.change)).rejects.toMatchObject(refusedBy('refused', 'words_of_another'))
  })
  it('other organisation: not found', async () => {
    const { change } = await added()
    await expect(theirs.candidate.send(evidenceChange, change)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('evidence.versions', () => {
  const asked = async () => ({ registrationId: ours.id, evidenceId: (await bring(app, app.centre, await descriptor())).evidenceId ?? '' })
  it('accepted: the parties of the unit see all that an item ever said', async () => {
    const input = await asked()
    for (const party of [ours.candidate, ours.assessor])
      expect(await party.ask(evidenceVersions, input)).toMatchObject([{ version: 1, title: 'Learner observation, Oakmere Primary School' }])
  })
  it('refused: nobody else, and no item of another candidate', async () => {
    const input = await asked()
    await expect(ours.administrator.ask(evidenceVersions, input)).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(ours.candidate.ask(evidenceVersions, { ...input, evidenceId: newId() })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.ask(evidenceVersions, await asked())).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('evidence.seenInPlace', () => {
  const said = (evidenceId: string, more = {}) => ({
    id: newId(),
    registrationId: ours.id,
    evidenceId,
    where: 'At Oakmere, on the teacher’s tablet',
    seenOn: '2026-11-24',
    ...more,
  })
  const arrived = async () => (await bring(app, app.centre, await descriptor())).evidenceId ?? ''
  it('accepted: where and when, by whom', async () => {
    const evidenceId = await arrived()
    await ours.assessor.send(evidenceSeenInPlace, said(evidenceId))
    expect((await evidence()).find((item) => item.id === evidenceId)?.seen).toEqual({
      where: 'At Oakmere, on the teacher’s tablet',
      seenOn: '2026-11-24',
      seenByName: 'Lorraine Pike',
    })
  })
  it('refused: without where, without when, before it happened, tomorrow, and by anybody else', async () => {
    const evidenceId = await arrived()
    const tries = [
      [{ where: '  ' }, 'where_missing'],
      [{ seenOn: null }, 'when_missing'],
      [{ seenOn: '2026-11-23' }, 'before_it_happened'],
      [{ seenOn: '2026-11-25' }, 'in_the_future'],
    ] as const
    for (const [more, reason] of tries)
      await expect(ours.assessor.send(evidenceSeenInPlace, said(evidenceId, more))).rejects.toMatchObject(refusedBy('refused', reason))
    await expect(ours.candidate.send(evidenceSeenInPlace, said(evidenceId))).rejects.toMatchObject(refusedBy('not_allowed'))
    const colleague = await app.centre.person('Femi Cole', 'assessor')
    await expect(colleague.send(evidenceSeenInPlace, said(evidenceId))).rejects.toMatchObject(refusedBy('not_found'))
    await expect(ours.assessor.send(evidenceSeenInPlace, said(newId()))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.send(evidenceSeenInPlace, said(await arrived()))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('rules', () => {
  it('emptyRecord says nothing but the note, in the shape of its method', () => {
    for (const method of AssessmentMethod.options)
      expect(EvidenceRecord.parse(emptyRecord(method, 'A note'))).toMatchObject({ method, note: 'A note' })
  })
  it('contentText holds all that an item says: each other word, day, method or file gives another text', () => {
    const said = { title: 'T', occurredOn: '2026-11-24', record: emptyRecord('RA'), files: [] }
    const file = { hash: 'ab', name: 'plan.pdf' }
    const others = [
      { title: 'U' },
      { occurredOn: '2026-11-23' },
      { record: emptyRecord('PE') },
      { record: emptyRecord('RA', 'n') },
      { files: [file] },
      { files: [{ ...file, name: 'plans.pdf' }] },
    ]
    const texts = [said, ...others.map((other) => ({ ...said, ...other }))].map(contentText)
    expect(new Set(texts).size).toBe(texts.length)
  })
  it('changeRefusal lets who added an item say it anew, of a day that has come', () => {
    const item = { method: 'RA' as const, isLetter: false, isSame: false }
    const change = { record: { method: 'RA' as const }, occurredOn: '2026-11-24' }
    expect(changeRefusal(change, item, '2026-11-24')).toBeUndefined()
    expect(changeRefusal(change, { ...item, isLetter: true }, '2026-11-24')?.reason).toBe('words_of_another')
  })
  it('clockOf shows minutes and seconds as a player does', () => {
    expect([0, 40, 370, 685, 6000].map(clockOf)).toEqual(['00:00', '00:40', '06:10', '11:25', '100:00'])
  })
  it('referenceOf has two digits, and more when there are more', () => {
    expect([referenceOf('PE', 1), referenceOf('WT', 12), referenceOf('O', 100)]).toEqual(['PE-01', 'WT-12', 'O-100'])
  })
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
  it('R5: methodsFor gives a candidate neither observation nor testimony', () => {
    expect(methodsFor('candidate')).not.toContain('O')
    expect(methodsFor('candidate')).not.toContain('WT')
  })
  it('itemRefusal takes an item of today', async () => {
    expect(
      itemRefusal(
        { record: { method: 'A' }, occurredOn: '2026-11-24', leaves: ['1.5c'] },
        { party: 'candidate', today: '2026-11-24', pack: await loadUnit307(app.centre) },
      ),
    ).toBeUndefined()
  })
  it('R14: sightingRefusal lets a record be seen until the day it was erased, and not after', () => {
    const item = { method: 'PE' as const, occurredOn: '2026-11-24', retractedOn: '2027-01-11' }
    expect(sightingRefusal({ where: 'Oakmere', seenOn: '2027-01-11' }, item, '2027-02-01')).toBeUndefined()
    expect(sightingRefusal({ where: 'Oakmere', seenOn: '2027-01-12' }, item, '2027-02-01')?.reason).toBe('record_erased')
    expect(sightingRefusal({ where: 'Oakmere', seenOn: '2027-01-11' }, { ...item, method: 'A' }, '2027-02-01')?.reason).toBe(
      'not_held_elsewhere',
    )
  })
  it('hasOwnPlace is said of an assignment that was declared, and of nothing that was added by hand', () => {
    const declaration = { isOwnWork: true, hadHelp: false, help: '', usedAi: false, ai: [] }
    const written = { ...emptyRecord('A'), declaration }
    expect([hasOwnPlace(written), hasOwnPlace(emptyRecord('A')), hasOwnPlace(emptyRecord('RA'))]).toEqual([true, false, false])
    const facts = { method: 'A' as const, isLetter: false, isSame: false }
    const change = { record: emptyRecord('A'), occurredOn: '2026-11-24' }
    expect(changeRefusal({ ...change, record: written }, facts, '2026-11-24')?.reason).toBe('has_own_place')
    expect(changeRefusal(change, { ...facts, hasOwnPlace: true }, '2026-11-24')?.reason).toBe('has_own_place')
  })
})
