// Sending on: colleagues' entries as they lie, in their authors' order, their own ids untouched.
import { beforeEach, describe, expect, it } from 'vitest'
import type { CommandParcel, Reply } from './api.ts'
import type { Local } from './offline/local-database.ts'
import { addEntries, allEntries } from './offline/outbox-store.ts'
import { newEntry, newLocal, newOrganisation, newWriter } from './offline/test-support.ts'
import { sendOthersOn } from './sending-on.ts'

type Author = Awaited<ReturnType<typeof newWriter>>

let local: Local
let admin: Author
let sam: Author
let dawn: Author
let parcels: CommandParcel[]
let answers: Reply<unknown>[]

interface SentOn {
  readonly header: { readonly id: string; readonly personId: string }
}
const headers = () => parcels.map(({ input }) => (input as SentOn).header)

beforeEach(async () => {
  local = await newLocal()
  const school = await newOrganisation()
  ;[admin, sam, dawn] = [await newWriter(school, 'Helen Marsh'), await newWriter(school), await newWriter(school, 'Dawn Okafor')]
  parcels = []
  answers = []
})

function sendOn(): Promise<number> {
  const { organisationId, personId, userId } = admin.unlocked
  const post = async (_place: unknown, parcel: CommandParcel) => {
    parcels.push(parcel)
    return answers.shift() ?? { output: { result: 'accepted' }, erasures: undefined }
  }
  return sendOthersOn({ organisationId, personId }, userId, { local, post, locks: navigator.locks, now: () => new Date(0) })
}

describe('sending on', () => {
  it('sends each author’s entries in their order, photos as they are, and none of one’s own', async () => {
    const photo = await newEntry(sam, {}, { attachment: { type: 'image/webp', bytes: new Uint8Array([7]) } })
    const note = await newEntry(sam, { note: 'Ewa' }, { dependsOn: [photo.entry.id] })
    await addEntries(local, [photo, await newEntry(dawn, {}), note, await newEntry(admin, {})])
    expect(await sendOn()).toBe(3)
    expect(
      headers()
        .filter(({ personId }) => personId === sam.unlocked.personId)
        .map(({ id }) => id),
    ).toEqual([photo.entry.id, note.entry.id])
    expect(parcels[0]?.attachment?.bytes).toEqual(photo.attachment)
    expect(JSON.stringify(parcels)).not.toContain('Ewa')
    expect((await allEntries(local)).map(({ userId }) => userId)).toEqual([admin.unlocked.userId])
  })

  it('holds what was refused for its author, and goes on with what does not need it', async () => {
    const first = await newEntry(sam, {})
    await addEntries(local, [first, await newEntry(sam, {}, { dependsOn: [first.entry.id] }), await newEntry(sam, {})])
    answers = [{ output: { result: 'refused' }, erasures: undefined }]
    expect(await sendOn()).toBe(1)
    expect((await allEntries(local)).map(({ state }) => state)).toEqual(['held', 'waiting'])
  })

  it('stops where the network fails, and loses nothing', async () => {
    await addEntries(local, [await newEntry(sam, {}), await newEntry(sam, {})])
    answers = [{ refusal: { code: 'unavailable' } }]
    expect(await sendOn()).toBe(0)
    expect(parcels).toHaveLength(1)
    expect((await allEntries(local)).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  })
})
