// Devices: made known and ended, keys given back to authors alone, entries sent on unseen.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fromBase64url, textOf, toBase64url, utf8 } from '../../core/bytes.ts'
import { command } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import * as sealed from '../../core/sealed-entry.ts'
import { createDispatch, type Dispatch } from '../../server/dispatch.ts'
import { handle } from '../../server/operation.ts'
import { operations } from '../../server/operations.ts'
import { type TestApp, type TestPerson, testApp, testPerson } from '../../testing/app.ts'
import * as contract from './contract.ts'
import { isChallengeFresh, presenceRefusal, sendOnRefusal } from './rules.ts'

// A command of this test's own stands for any that a device queues.
const seen: { note: string; by: string; roles: readonly string[]; sentOnBy: Id | undefined; bytes: string | undefined }[] = []
const note = command('note.keep', {
  where: 'school',
  summary: 'test',
  input: z.object({ note: z.string(), closed: z.optional(z.boolean()) }),
  output: z.object({ secret: z.string() }),
})
const keepNote = handle(note, {
  role: (actor) => actor.roles.includes('practitioner'),
  load: async () => undefined,
  allow: () => true,
  run: async (_tx, { input, actor, services }) => {
    if (input.closed === true) throw new Error('a fault of the server')
    const { personId: by, roles, sentOnBy } = actor
    seen.push({ note: input.note, by, roles, sentOnBy, bytes: services.bytes && textOf(services.bytes) })
    return { secret: 'for the author' }
  },
})

let app: TestApp
let dispatch: Dispatch
let admin: TestPerson
let dawn: TestPerson
let ben: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  dispatch = createDispatch(app.database, [...operations, keepNote], app.services)
  const inDispatch = async (name: string, role: 'administrator' | 'practitioner', organisation = app.school) =>
    testPerson(dispatch, (await organisation.person(name, role)).actor)
  admin = await inDispatch('Helen Marsh', 'administrator')
  dawn = await inDispatch('Dawn Okafor', 'practitioner')
  ben = await inDispatch('Ben Hartley', 'practitioner')
  stranger = await inDispatch('Omar Stone', 'administrator', app.otherSchool)
})
afterAll(() => app.close())

interface Tablet {
  readonly deviceId: Id
  readonly keyId: Id
  readonly signingKey: sealed.Key
  readonly sealingKey: string
}

async function enrolled(person: TestPerson, deviceId = newId()): Promise<Tablet> {
  const pair = await sealed.newSigningPair()
  const keyId = newId()
  const input = { deviceId, name: 'Chrome on Android', keyId, publicKey: toBase64url(pair.publicKey) }
  const { sealingKey } = await person.send(contract.deviceEnrol, input)
  return { deviceId, keyId, sealingKey, signingKey: await sealed.importSigningKey(pair.privateKey) }
}

/** An entry as the browser's outbox writes it. */
async function entryOf(author: TestPerson, tablet: Tablet, input: unknown, more: Partial<sealed.EntryHeader> & { photo?: string } = {}) {
  const { photo, ...changed } = more
  const header = {
    id: newId(),
    version: 1,
    command: note.name as string,
    organisationId: app.school.id,
    personId: author.id,
    deviceId: tablet.deviceId,
    addedAt: '2026-11-24T10:40:00.000Z',
    ...changed,
  }
  const contentKey = sealed.newContentKey()
  const content = await sealed.encryptPart(contentKey, header, 'input', utf8(JSON.stringify(input)))
  const attachment = photo === undefined ? undefined : await sealed.encryptPart(contentKey, header, 'attachment', utf8(photo))
  const sealedKey = await sealed.sealContentKey(fromBase64url(tablet.sealingKey), header, contentKey)
  const signature = await sealed.sign(tablet.signingKey, await sealed.signedBytes(header, { sealedKey, input: content, attachment }))
  return {
    contentKey: toBase64url(contentKey),
    bytes: attachment,
    input: {
      header,
      signKeyId: tablet.keyId,
      sealedKey: toBase64url(sealedKey),
      content: toBase64url(content),
      signature: toBase64url(signature),
    },
  }
}

const refusal = (parts: object) => ({ refusal: parts })

describe('device.enrol', () => {
  it('accepted: the device is listed with its person, and the answer is the key to seal to', async () => {
    const { deviceId, sealingKey } = await enrolled(dawn)
    expect(toBase64url(await app.school.look((tx) => app.services.keys.publicKey(tx, 'sealing')))).toBe(sealingKey)
    const { devices } = await admin.ask(contract.deviceList, {})
    expect(devices.find(({ id }) => id === deviceId)).toMatchObject({
      name: 'Chrome on Android',
      revokedAt: null,
      people: [{ id: dawn.id, name: 'Dawn Okafor' }],
    })
  })
  it('accepted: a second person on the same device, and the first again', async () => {
    const { deviceId } = await enrolled(dawn)
    await enrolled(ben, deviceId)
    await enrolled(dawn, deviceId)
    const { devices } = await admin.ask(contract.deviceList, {})
    expect(devices.find(({ id }) => id === deviceId)?.people.map(({ name }) => name)).toEqual(['Ben Hartley', 'Dawn Okafor'])
  })
  it('refused: a session that a PIN opened can’t lengthen itself', async () => {
    const byPin = testPerson(dispatch, { ...dawn.actor, byDevice: newId() })
    await expect(enrolled(byPin)).rejects.toMatchObject(refusal({ code: 'not_allowed' }))
  })
  it('refused: a device that was taken out of use', async () => {
    const { deviceId } = await enrolled(dawn)
    await admin.send(contract.deviceRevoke, { deviceId })
    await expect(enrolled(dawn, deviceId)).rejects.toMatchObject(refusal({ reason: 'device_revoked' }))
  })
  it('other organisation: the same device is another’s there, and unknown here', async () => {
    const { deviceId } = await enrolled(stranger)
    const { devices } = await admin.ask(contract.deviceList, {})
    expect(devices.some(({ id }) => id === deviceId)).toBe(false)
  })
})

describe('device.revoke', () => {
  it('accepted: twice says the first time', async () => {
    const { deviceId } = await enrolled(dawn)
    await admin.send(contract.deviceRevoke, { deviceId })
    app.clock.set('2026-11-24T11:00:00.000Z')
    await admin.send(contract.deviceRevoke, { deviceId })
    app.clock.set('2026-11-24T10:45:00.000Z')
    const { devices } = await admin.ask(contract.deviceList, {})
    expect(devices.find(({ id }) => id === deviceId)?.revokedAt).toBe('2026-11-24T10:45:00.000Z')
  })
  it('refused: a practitioner may not', async () => {
    const { deviceId } = await enrolled(dawn)
    await expect(dawn.send(contract.deviceRevoke, { deviceId })).rejects.toMatchObject(refusal({ code: 'not_allowed' }))
  })
  it('other organisation: the device is not found', async () => {
    const { deviceId } = await enrolled(dawn)
    await expect(stranger.send(contract.deviceRevoke, { deviceId })).rejects.toMatchObject(refusal({ code: 'not_found' }))
  })
})

describe('device.list', () => {
  it('accepted: none at first', async () => {
    const head = testPerson(dispatch, (await app.centre.person('Lena Fox', 'centre_administrator')).actor)
    expect(await head.ask(contract.deviceList, {})).toEqual({ devices: [] })
  })
  it('refused: a practitioner may not see it', async () => {
    await expect(dawn.ask(contract.deviceList, {})).rejects.toMatchObject(refusal({ code: 'not_allowed' }))
  })
  it('other organisation: sees none of ours', async () => {
    const { deviceId } = await enrolled(dawn)
    const { devices } = await stranger.ask(contract.deviceList, {})
    expect(devices.some(({ id }) => id === deviceId)).toBe(false)
  })
})

describe('outbox.contentKeys', () => {
  it('accepted: an author who forgot the PIN gets the keys of their own entries', async () => {
    const { input, contentKey } = await entryOf(dawn, await enrolled(dawn), { note: 'mine' })
    const { header, sealedKey } = input
    expect(await dawn.ask(contract.outboxContentKeys, { entries: [{ header, sealedKey }] })).toEqual({
      opened: [{ id: header.id, contentKey }],
    })
  })
  it('accepted: what does not open, and what is a colleague’s, is left out', async () => {
    const tablet = await enrolled(dawn)
    const own = (await entryOf(dawn, tablet, { note: 'mine' })).input
    const other = (await entryOf(ben, tablet, { note: 'Ben’s' })).input
    const claimed = { header: { ...other.header, personId: dawn.id }, sealedKey: other.sealedKey }
    const entries = [{ header: other.header, sealedKey: other.sealedKey }, claimed, { header: own.header, sealedKey: own.sealedKey }]
    expect((await dawn.ask(contract.outboxContentKeys, { entries })).opened.map(({ id }) => id)).toEqual([own.header.id])
  })
  it('refused: a session that a PIN opened has no need of it', async () => {
    const byPin = testPerson(dispatch, { ...dawn.actor, byDevice: newId() })
    await expect(byPin.ask(contract.outboxContentKeys, { entries: [] })).rejects.toMatchObject(refusal({ code: 'not_allowed' }))
  })
  it('other organisation: opens nothing of ours', async () => {
    const { input } = await entryOf(dawn, await enrolled(dawn), { note: 'mine' })
    const there = testPerson(dispatch, { ...dawn.actor, organisationId: app.otherSchool.id })
    expect(await there.ask(contract.outboxContentKeys, { entries: [{ header: input.header, sealedKey: input.sealedKey }] })).toEqual({
      opened: [],
    })
  })
})

describe('outbox.sendOn', () => {
  it('accepted: it is the author’s command, once, with their roles of that day; the administrator sees nothing of it', async () => {
    const { input, bytes } = await entryOf(dawn, await enrolled(dawn), { note: 'Ewa: clue' }, { photo: 'a photo' })
    seen.length = 0
    const more = bytes === undefined ? {} : { bytes }
    expect(await admin.send(contract.outboxSendOn, input, more)).toEqual({ result: 'accepted' })
    expect(await admin.send(contract.outboxSendOn, input, more)).toEqual({ result: 'accepted' })
    expect(seen).toEqual([{ note: 'Ewa: clue', by: dawn.id, roles: ['practitioner'], sentOnBy: admin.id, bytes: 'a photo' }])
    const events = await app.school.look((tx) =>
      tx.db
        .selectFrom('events')
        .select(['command', 'personId', 'sentOnBy'])
        .where('organisationId', '=', tx.organisationId)
        .where('id', '=', input.header.id)
        .execute(),
    )
    expect(events).toEqual([{ command: 'note.keep', personId: dawn.id, sentOnBy: admin.id }])
  })
  it('accepted: the author’s own device sends it later too, and it still happened once', async () => {
    const { input } = await entryOf(dawn, await enrolled(dawn), { note: 'twice' })
    seen.length = 0
    await admin.send(contract.outboxSendOn, input)
    expect(await dawn.send(note, { note: 'twice' }, { id: input.header.id })).toEqual({ secret: 'for the author' })
    expect(seen).toHaveLength(1)
  })
  it('accepted: a refusal of the author’s command is told by its code and undoes that command alone', async () => {
    const tablet = await enrolled(dawn)
    const outdated = await entryOf(dawn, tablet, { note: 'old' }, { version: 9 })
    expect(await admin.send(contract.outboxSendOn, outdated.input)).toEqual({ result: 'outdated' })
    const wrong = await entryOf(dawn, tablet, { note: 7 })
    expect(await admin.send(contract.outboxSendOn, wrong.input)).toEqual({ result: 'invalid' })
    const early = await entryOf(dawn, tablet, { note: 'before the role' }, { addedAt: '2026-11-23T12:00:00.000Z' })
    expect(await admin.send(contract.outboxSendOn, early.input)).toEqual({ result: 'accepted' })
  })
  it('accepted: a leaver’s entries go with the roles of the day they were made', async () => {
    const leaver = testPerson(dispatch, (await app.school.person('Sam Whitby', 'practitioner')).actor)
    const { input } = await entryOf(leaver, await enrolled(leaver), { note: 'my last' })
    await app.school.look((tx) =>
      tx.db
        .updateTable('roleHoldings')
        .set({ untilOn: '2026-11-24' })
        .where('organisationId', '=', tx.organisationId)
        .where('personId', '=', leaver.id)
        .execute(),
    )
    app.clock.set('2026-11-27T09:00:00.000Z')
    expect(await admin.send(contract.outboxSendOn, input)).toEqual({ result: 'accepted' })
    app.clock.set('2026-11-24T10:45:00.000Z')
  })
  it('refused: forged, changed, of another key, or never queued', async () => {
    const tablet = await enrolled(dawn)
    const bens = await enrolled(ben, tablet.deviceId)
    const good = (await entryOf(dawn, tablet, { note: 'good' })).input
    const forged = (await entryOf(dawn, { ...bens, keyId: bens.keyId }, { note: 'said by Ben as Dawn' })).input
    const notAuthentic = refusal({ reason: 'not_authentic' })
    await expect(admin.send(contract.outboxSendOn, forged)).rejects.toMatchObject(notAuthentic)
    await expect(admin.send(contract.outboxSendOn, { ...forged, signKeyId: tablet.keyId })).rejects.toMatchObject(notAuthentic)
    await expect(admin.send(contract.outboxSendOn, { ...good, header: { ...good.header, id: newId() } })).rejects.toMatchObject(
      notAuthentic,
    )
    await expect(admin.send(contract.outboxSendOn, { ...good, signKeyId: newId() })).rejects.toMatchObject(notAuthentic)
    await expect(admin.send(contract.outboxSendOn, good, { bytes: utf8('a photo that was not there') })).rejects.toMatchObject(notAuthentic)
    const grant = (await entryOf(dawn, tablet, {}, { command: 'role.grant' })).input
    await expect(admin.send(contract.outboxSendOn, grant)).rejects.toMatchObject(refusal({ reason: 'not_sent_on' }))
  })
  it('refused: a colleague without the administrator’s role may not', async () => {
    const { input } = await entryOf(dawn, await enrolled(dawn), { note: 'mine' })
    await expect(ben.send(contract.outboxSendOn, input)).rejects.toMatchObject(refusal({ code: 'not_allowed' }))
  })
  it('a fault of the server leaves nothing behind, so that it can be sent again', async () => {
    const { input } = await entryOf(dawn, await enrolled(dawn), { note: 'fault', closed: true })
    const id = newId()
    await expect(admin.send(contract.outboxSendOn, input, { id })).rejects.toThrow('a fault of the server')
    const events = await app.school.look((tx) =>
      tx.db
        .selectFrom('events')
        .select('id')
        .where('organisationId', '=', tx.organisationId)
        .where('id', 'in', [id, input.header.id])
        .execute(),
    )
    expect(events).toEqual([])
  })
  it('other organisation: an administrator there can’t send ours on', async () => {
    const { input } = await entryOf(dawn, await enrolled(dawn), { note: 'ours' })
    await expect(stranger.send(contract.outboxSendOn, input)).rejects.toMatchObject(refusal({ code: 'not_found' }))
    const claimed = { ...input, header: { ...input.header, organisationId: app.otherSchool.id } }
    await expect(stranger.send(contract.outboxSendOn, claimed)).rejects.toMatchObject(refusal({ reason: 'not_authentic' }))
  })
})

describe('presence', () => {
  const now = new Date('2026-11-24T15:00:00.000Z')
  const good = { isSigned: true, revokedAt: null, shutAt: null, fullSignInAt: new Date('2026-11-24T08:00:00.000Z') }
  it.each([
    ['the same day', good, undefined],
    ['another day', { ...good, fullSignInAt: new Date('2026-11-23T20:00:00.000Z') }, 'sign_in_fully'],
    ['a wrong signature', { ...good, isSigned: false }, 'sign_in_fully'],
    ['a device out of use', { ...good, revokedAt: now }, 'sign_in_fully'],
    ['a person who is shut out', { ...good, shutAt: now }, 'sign_in_fully'],
    ['nobody known', undefined, 'sign_in_fully'],
  ])('is judged: %s', (_what, facts, reason) => {
    expect(presenceRefusal(facts, now)?.reason).toBe(reason)
  })

  it.each([
    ['at once', 0, true],
    ['after two minutes', 120_000, true],
    ['later', 120_001, false],
    ['before it was given', -1, false],
  ])('answers a challenge %s', (_when, age, isFresh) => {
    expect(isChallengeFresh(now.getTime() - age, now)).toBe(isFresh)
  })
})

describe('sending on', () => {
  const now = new Date('2026-11-24T15:00:00.000Z')
  const facts = {
    isSigned: true,
    keyAddedAt: new Date('2026-11-20T08:00:00.000Z'),
    addedAt: '2026-11-24T10:00:00.000Z',
    command: 'photo.add',
  }
  it.each([
    ['signed and of its time', facts, undefined],
    ['unknown', undefined, 'not_authentic'],
    ['not signed', { ...facts, isSigned: false }, 'not_authentic'],
    ['from before the key was known', { ...facts, addedAt: '2026-11-18T10:00:00.000Z' }, 'not_authentic'],
    ['from a clock that runs ahead', { ...facts, addedAt: '2026-11-26T10:00:00.000Z' }, 'not_authentic'],
    ['never queued', { ...facts, command: 'invitation.create' }, 'not_sent_on'],
  ])('is judged: %s', (_what, given, reason) => {
    expect(sendOnRefusal(given, now)?.reason).toBe(reason)
  })
})
