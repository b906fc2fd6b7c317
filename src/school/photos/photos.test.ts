// Photos of work: judged by their content, kept small and without metadata, with consent alone.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { runJobs } from '../../server/jobs.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, record } from '../../testing/classroom.ts'
import { consentSet } from '../consent/contract.ts'
import { groupRemoveLearner } from '../groups/contract.ts'
import { photoAdd } from './contract.ts'
import { consentRefusal } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let stranger: TestPerson
let jpeg: Uint8Array
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'practitioner')
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner')
  const withPlace = { IFD0: { Make: 'Tablet' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }
  jpeg = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: 'white' } })
    .withExif(withPlace)
    .jpeg()
    .toBuffer()
  await say(room, true)
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const photo = (learnerId = room.learnerIds[0]) => ({ id: newId(), learnerId, takenAt: '2026-11-24T10:40:00.000Z' })

async function say(where: Classroom, isGiven: boolean) {
  const [learnerId] = where.learnerIds
  await where.teacher.send(consentSet, {
    id: newId(),
    learnerId,
    purpose: 'photo_of_work',
    isGiven,
    toldBy: 'mother',
    toldOn: '2026-11-24',
  })
}

async function row(id: string) {
  return app.school.look((tx) =>
    tx.db.selectFrom('photos').selectAll().where('organisationId', '=', app.school.id).where('id', '=', id).executeTakeFirstOrThrow(),
  )
}

describe('photo.add', () => {
  it('accepted: as WebP of 1,600 pixels without metadata', async () => {
    const taken = photo()
    expect(await room.practitioner.send(photoAdd, taken, { bytes: jpeg })).toEqual({ width: 1600, height: 800 })
    const bytes = await app.services.files.find(app.school.id, (await row(taken.id)).fileHash)
    const kept = await sharp(bytes).metadata()
    expect([kept.format, kept.width, kept.exif]).toEqual(['webp', 1600, undefined])
  })
  it('accepted: the same picture twice is one file and two photos', async () => {
    const [first, second] = [photo(), photo()]
    await room.practitioner.send(photoAdd, first, { bytes: jpeg })
    await room.practitioner.send(photoAdd, second, { bytes: jpeg })
    expect((await row(first.id)).fileHash).toBe((await row(second.id)).fileHash)
  })
  it('accepted: taken this morning, sent after the learner left the group', async () => {
    const left = await makeClassroom(app.school)
    await say(left, true)
    await left.teacher.send(groupRemoveLearner, { groupId: left.groupId, learnerId: left.learnerIds[0] })
    await left.practitioner.send(photoAdd, photo(left.learnerIds[0]), { bytes: jpeg })
  })
  it('refused: no consent, or one taken back by the day of the photo', async () => {
    await expect(room.practitioner.send(photoAdd, photo(room.learnerIds[1]), { bytes: jpeg })).rejects.toMatchObject({
      refusal: { reason: 'no_consent' },
    })
    const other = await makeClassroom(app.school)
    await say(other, false)
    await expect(other.practitioner.send(photoAdd, photo(other.learnerIds[0]), { bytes: jpeg })).rejects.toMatchObject({
      refusal: { reason: 'no_consent' },
    })
  })
  it('refused: what is no picture by its content, whatever it calls itself', async () => {
    const texts = [
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      '<html><script>alert(1)</script>',
      '\u00ff\u00d8\u00ff broken',
      '',
    ]
    for (const text of texts) {
      await expect(room.practitioner.send(photoAdd, photo(), { bytes: Buffer.from(text, 'latin1') })).rejects.toMatchObject({
        refusal: { code: 'wrong_type' },
      })
    }
    await expect(room.practitioner.send(photoAdd, photo(), { bytes: new Uint8Array(8 * 1024 * 1024 + 1) })).rejects.toMatchObject({
      refusal: { code: 'too_large' },
    })
    await expect(room.practitioner.send(photoAdd, photo())).rejects.toMatchObject({ refusal: { code: 'invalid', field: 'bytes' } })
  })
  it('refused: a learner of others, and an id that is taken', async () => {
    await expect(outsider.send(photoAdd, photo(), { bytes: jpeg })).rejects.toMatchObject(notFound)
    const taken = photo()
    await room.practitioner.send(photoAdd, taken, { bytes: jpeg })
    await expect(room.practitioner.send(photoAdd, taken, { bytes: jpeg })).rejects.toMatchObject({ refusal: { code: 'id_in_use' } })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(photoAdd, photo(), { bytes: jpeg })).rejects.toMatchObject(notFound)
  })
})

describe('consentRefusal', () => {
  it('refuses without consent', () => {
    expect(consentRefusal(false)).toMatchObject({ reason: 'no_consent' })
    expect(consentRefusal(true)).toBeUndefined()
  })
})

describe('a photo whose observation never came', () => {
  const rowsOf = async (ids: readonly string[]) => {
    const rows = await app.school.look((tx) =>
      tx.db.selectFrom('photos').select('id').where('organisationId', '=', app.school.id).where('id', 'in', ids).execute(),
    )
    return new Set(rows.map(({ id }) => id))
  }
  it('goes after a hundred days with its bytes; one that is named stays, and bytes that another photo shares', async () => {
    const picture = (background: string) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer()
    const [shared, alone] = await Promise.all([picture('red'), picture('blue')])
    const [named, left, lonely] = [photo(), photo(), photo()]
    await room.practitioner.send(photoAdd, named, { bytes: shared })
    await room.practitioner.send(photoAdd, left, { bytes: shared })
    await room.practitioner.send(photoAdd, lonely, { bytes: alone })
    await record(room.practitioner, room, { learnerId: room.learnerIds[0], source: 'work_sample', photoId: named.id })
    const [sharedHash, lonelyHash] = [(await row(named.id)).fileHash, (await row(lonely.id)).fileHash]
    const parts = {
      ...app,
      keys: app.services.keys,
      files: app.services.files,
      failed: (_: string, error: unknown) => expect(error).toBe(''),
    }
    const days = (count: number) => new Date(Date.parse('2026-11-24T10:45:00.000Z') + count * 86_400_000).toISOString()
    app.clock.set(days(99))
    await runJobs(parts)
    expect((await rowsOf([named.id, left.id, lonely.id])).size).toBe(3)
    app.clock.set(days(101))
    await runJobs(parts)
    app.clock.set(days(0))
    expect(await rowsOf([named.id, left.id, lonely.id])).toEqual(new Set([named.id]))
    expect(await app.services.files.find(app.school.id, sharedHash)).toBeDefined()
    expect(await app.services.files.find(app.school.id, lonelyHash)).toBeUndefined()
  })
})
