// Files through the real dispatch: who may bring, see, put aside and purge them, and what stays when one is gone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { receiveTestFile, type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { unitMine } from '../decisions/contract.ts'
import { evidenceAdd } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import {
  largestUpload,
  uploadBegin,
  uploadBegun,
  uploadFind,
  uploadKeep,
  uploadPurge,
  uploadQuarantine,
  uploadRelease,
} from './contract.ts'
import { canPutAside, canSeeFile, canUpload, isItsUploader } from './policy.ts'
import { actRefusal, beginRefusal, contentRefusal, showingOf, sizeWords, timeWords } from './rules.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre, await testParties(app.centre))
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const wish = (more = {}) => ({ id: newId(), registrationId: ours.id, name: 'plan.pdf', size: 4, isNoRecordingOfChild: true, ...more })
const kept = (name = 'plan.pdf', type = 'application/pdf') => receiveTestFile(app, ours, { name, type })
const act = (uploadId: string, reason = 'A name is to be read in it') => ({ id: newId(), uploadId, reason })
const find = (uploadId: string) => ({ uploadId, isOriginal: false })

describe('upload.begin', () => {
  it('accepted: by candidate and assessor, once it is declared that no child is recorded', async () => {
    await ours.candidate.send(uploadBegin, wish())
    await ours.assessor.send(uploadBegin, wish())
  })
  it('refused: without the declaration, empty, too large; by anybody else', async () => {
    const tries = [
      [{ isNoRecordingOfChild: false }, 'child_recorded'],
      [{ size: 0 }, 'file_empty'],
      [{ size: largestUpload + 1 }, 'file_too_large'],
    ] as const
    for (const [more, reason] of tries)
      await expect(ours.candidate.send(uploadBegin, wish(more))).rejects.toMatchObject(refusedBy('refused', reason))
    await expect(ours.iqa?.send(uploadBegin, wish())).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(ours.countersigner?.send(uploadBegin, wish())).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.send(uploadBegin, wish())).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('upload.keep', () => {
  it('accepted: what the server received is a file of the portfolio, and belongs to an item', async () => {
    const file = await kept()
    const item = { id: newId(), title: 'A plan', occurredOn: '2026-11-20', record: emptyRecord('PE'), isOwnWork: true, leaves: ['2.2'] }
    await ours.candidate.send(evidenceAdd, { ...item, registrationId: ours.id, fileIds: [file.id] })
    const unit = await ours.candidate.ask(unitMine, { registrationId: ours.id })
    expect(unit.evidence.find(({ id }) => id === item.id)?.files).toMatchObject([{ id: file.id, name: 'plan.pdf', state: 'kept' }])
  })
  it('refused: by a request alone, when something else came, and by anybody else', async () => {
    const begun = wish()
    await ours.candidate.send(uploadBegin, begun)
    await expect(ours.candidate.send(uploadKeep, { uploadId: begun.id })).rejects.toMatchObject(refusedBy('not_found'))
    await expect(ours.assessor.send(uploadKeep, { uploadId: begun.id })).rejects.toMatchObject(refusedBy('not_found'))
    await expect(kept('plan.pdf', 'application/x-msdownload')).rejects.toMatchObject(refusedBy('refused', 'file_is_program'))
  })
  it('other organisation: not found', async () => {
    const { id } = await kept()
    await expect(theirs.candidate.send(uploadKeep, { uploadId: id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('upload.begun', () => {
  it('accepted: who began it asks how far it is', async () => {
    const { id } = await kept()
    expect(await ours.candidate.ask(uploadBegun, { uploadId: id })).toMatchObject({ name: 'plan.pdf', kept: { id } })
  })
  it('refused: nobody else', async () => {
    const { id } = await kept()
    await expect(ours.assessor.ask(uploadBegun, { uploadId: id })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const { id } = await kept()
    await expect(theirs.candidate.ask(uploadBegun, { uploadId: id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('upload.find', () => {
  it('accepted: whoever reads the portfolio; of a picture the copy without metadata, its original for who brought it', async () => {
    const file = await kept('board.jpg', 'image/jpeg')
    for (const reader of [ours.candidate, ours.assessor, ours.tutor, ours.countersigner, ours.iqa])
      expect(await reader?.ask(uploadFind, find(file.id))).toMatchObject({ type: 'image/webp' })
    const original = { uploadId: file.id, isOriginal: true }
    expect(await ours.candidate.ask(uploadFind, original)).toMatchObject({ type: 'image/jpeg', fileHash: file.hash })
    expect(await ours.assessor.ask(uploadFind, original)).toMatchObject({ type: 'image/webp' })
  })
  it('refused: who has no part in any unit of the candidate', async () => {
    const { id } = await kept()
    await expect(ours.administrator.ask(uploadFind, find(id))).rejects.toMatchObject(refusedBy('not_allowed'))
    const stranger = await app.centre.person('Femi Cole', 'assessor')
    await expect(stranger.ask(uploadFind, find(id))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const { id } = await kept()
    await expect(theirs.assessor.ask(uploadFind, find(id))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('upload.quarantine', () => {
  it('accepted: by assessor or IQA; then they alone see it', async () => {
    const { id } = await kept()
    await ours.iqa?.send(uploadQuarantine, act(id))
    await expect(ours.candidate.ask(uploadFind, find(id))).rejects.toMatchObject(refusedBy('not_found'))
    await expect(ours.tutor?.ask(uploadFind, find(id))).rejects.toMatchObject(refusedBy('not_found'))
    expect(await ours.assessor.ask(uploadFind, find(id))).toMatchObject({ type: 'application/pdf' })
  })
  it('refused: without a reason, twice, and by the candidate', async () => {
    const { id } = await kept()
    await expect(ours.assessor.send(uploadQuarantine, act(id, ' '))).rejects.toMatchObject(refusedBy('refused', 'reason_missing'))
    await ours.assessor.send(uploadQuarantine, act(id))
    await expect(ours.assessor.send(uploadQuarantine, act(id))).rejects.toMatchObject(refusedBy('refused', 'quarantined_already'))
    await expect(ours.candidate.send(uploadQuarantine, act(id))).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const { id } = await kept()
    await expect(theirs.assessor.send(uploadQuarantine, act(id))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('upload.release', () => {
  it('accepted: it is seen again', async () => {
    const { id } = await kept()
    await ours.assessor.send(uploadQuarantine, act(id))
    app.clock.set('2026-11-24T10:46:00.000Z')
    await ours.assessor.send(uploadRelease, act(id, 'It was a pseudonym'))
    expect(await ours.candidate.ask(uploadFind, find(id))).toMatchObject({ name: 'plan.pdf' })
  })
  it('refused: what was not put aside', async () => {
    const { id } = await kept()
    await expect(ours.assessor.send(uploadRelease, act(id))).rejects.toMatchObject(refusedBy('refused', 'not_quarantined'))
  })
  it('other organisation: not found', async () => {
    const { id } = await kept()
    await expect(theirs.assessor.send(uploadRelease, act(id))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('upload.purge', () => {
  it('accepted: the bytes are gone; who, when, why and the hash stay', async () => {
    const file = await receiveTestFile(app, ours, { name: 'plan.pdf', type: 'application/pdf', bytes: 'only here' })
    const item = { id: newId(), title: 'A plan', occurredOn: '2026-11-20', record: emptyRecord('PE'), isOwnWork: true, leaves: ['2.2'] }
    await ours.candidate.send(evidenceAdd, { ...item, registrationId: ours.id, fileIds: [file.id] })
    await ours.assessor.send(uploadPurge, act(file.id))
    expect(await app.services.files.find(app.centre.id, file.hash)).toBeUndefined()
    const unit = await ours.candidate.ask(unitMine, { registrationId: ours.id })
    expect(unit.evidence.find(({ id }) => id === item.id)?.files).toMatchObject([
      { state: 'purged', name: '', hash: file.hash, act: { byName: 'Lorraine Pike', reason: 'A name is to be read in it' } },
    ])
    await expect(ours.assessor.ask(uploadFind, find(file.id))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('accepted: bytes that another file has too stay for it', async () => {
    const [one, other] = [await kept(), await kept()]
    await ours.assessor.send(uploadPurge, act(one.id))
    expect(await app.services.files.find(app.centre.id, other.hash)).toBeDefined()
  })
  it('refused: twice, and by the candidate', async () => {
    const { id } = await kept()
    await ours.assessor.send(uploadPurge, act(id))
    await expect(ours.assessor.send(uploadPurge, act(id))).rejects.toMatchObject(refusedBy('refused', 'purged_already'))
    await expect(ours.candidate.send(uploadPurge, act(id))).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const { id } = await kept()
    await expect(theirs.assessor.send(uploadPurge, act(id))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('rules', () => {
  it('beginRefusal takes up to 500 MB', () => {
    expect(beginRefusal({ size: largestUpload, isNoRecordingOfChild: true })).toBeUndefined()
  })
  it('contentRefusal names what is wrong with a file, by its content and its name', () => {
    const cases = [
      ['plan.pdf', 'application/pdf', undefined],
      ['talk.m4a', 'audio/x-m4a', undefined],
      ['lesson.mp4', 'video/mp4', undefined],
      ['notes.txt', 'text/plain', undefined],
      ['plan.pdf', 'application/x-msdownload', 'file_is_program'],
      ['plan.exe', 'text/plain', 'file_is_program'],
      ['plan.html', 'text/plain', 'file_is_page'],
      ['plan.svg', 'image/svg+xml', 'file_is_page'],
      ['plan.docm', 'application/vnd.ms-word.document.macroenabled.12', 'file_has_macros'],
      ['all.zip', 'application/zip', 'file_is_archive'],
      ['board.heic', 'image/heic', 'file_is_other_picture'],
      ['plan.pdf', undefined, 'file_unknown'],
      ['plan.docx', 'application/pdf', 'file_name_says_other'],
    ] as const
    expect(cases.map(([name, type]) => contentRefusal(name, type)?.reason)).toEqual(cases.map(([, , reason]) => reason))
  })
  it('showingOf plays sound and film, shows pictures, and lets the rest be downloaded', () => {
    const types = ['image/png', 'audio/mpeg', 'video/mp4', 'application/pdf', 'text/plain', 'text/html', 'image/svg+xml']
    expect(types.map(showingOf)).toEqual(['picture', 'sound', 'film', 'pdf', 'download', 'download', 'download'])
  })
  it('sizeWords and timeWords are short', () => {
    expect([500, 20_480, 2_516_582, 524_288_000].map(sizeWords)).toEqual(['500 B', '20 KB', '2.4 MB', '500 MB'])
    expect([0, 40, 370, 685, 6000].map(timeWords)).toEqual(['00:00', '00:40', '06:10', '11:25', '100:00'])
  })
  it('actRefusal lets nothing be done to what is purged', () => {
    for (const one of ['quarantined', 'released', 'purged'] as const)
      expect(actRefusal(one, 'purged', 'why')?.reason).toBe('purged_already')
    expect(actRefusal('purged', 'quarantined', 'why')).toBeUndefined()
  })
})

describe('policy', () => {
  const parties = { candidateId: 'c', assessorId: 'a', tutorId: 't', countersignerId: 's', iqaId: 'q' }
  const all = centreRoles.flatMap((role) => Object.values(parties).map((personId) => ({ role, personId })))
  const who = (
    can: (actor: { personId: string; organisationId: string; kind: 'centre'; roles: (typeof centreRoles)[number][] }) => boolean,
  ) =>
    all
      .filter(({ role, personId }) => can({ personId, organisationId: 'o', kind: 'centre', roles: [role] }))
      .map(({ role, personId }) => `${role} ${personId}`)
  const file = (state: 'kept' | 'quarantined' | 'purged') => ({ begunBy: 'c', state, units: [parties] })
  it('of every role: who uploads, sees, puts aside', () => {
    expect(who((actor) => canUpload(actor, parties))).toEqual(['candidate c', 'assessor a'])
    expect(who((actor) => isItsUploader(actor, file('kept')))).toEqual(['candidate c', 'assessor c'])
    expect(who((actor) => canSeeFile(actor, file('kept')))).toEqual(['candidate c', 'assessor a', 'assessor s', 'tutor t', 'iqa q'])
    expect(who((actor) => canSeeFile(actor, file('quarantined')))).toEqual(['assessor a', 'iqa q'])
    expect(who((actor) => canSeeFile(actor, file('purged')))).toEqual([])
    expect(who((actor) => canPutAside(actor, file('kept')))).toEqual(['assessor a', 'iqa q'])
  })
})
