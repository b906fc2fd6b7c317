// A backup restored: on another server and back, every row of every table is the same, and who was erased since stays erased.

import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markClaimed } from '../centre/registrations/store.ts'
import { deleteCopies } from '../centre/uploads/store.ts'
import { witnessErase } from '../centre/witnesserasure/contract.ts'
import { roleGrant } from '../common/people/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import { learnerErase } from '../school/erasure/contract.ts'
import { worryRemoveNote, worryShowNote } from '../school/worries/contract.ts'
import { type TestApp, type TestPerson, testApp } from '../testing/app.ts'
import { receiveTestFile, testRegistration } from '../testing/centre.ts'
import { type Classroom, record } from '../testing/classroom.ts'
import { setClock } from '../testing/clock.ts'
import { everyRow } from '../testing/every-row.ts'
import { fillHouse } from '../testing/full-house.ts'
import { dropDatabase, emptyDatabase } from '../testing/scratch-database.ts'
import { askTestimony, signTestimony } from '../testing/testimony.ts'
import { testWitness } from '../testing/witness.ts'
import { checkArchive, createArchive } from './archive.ts'
import { backUp } from './backup.ts'
import { openDatabase } from './database.ts'
import { readErasures, writeErasures } from './erasure-file.ts'
import { collectErasures, type Repeated } from './erasure-list.ts'
import { createFileStore, type FileStore } from './files.ts'
import { createKeyring, type Keyring } from './keys.ts'
import { migrate, migrationSections, restoreMark } from './migrate.ts'
import { startPostgres } from './postgres.ts'
import { checkMigrations, chooseSecret, restore } from './restore.ts'
import { sealNext, verifySeals } from './seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'evident-backup-'))
const silent = { show: () => undefined, step: () => undefined }
const ends: (() => Promise<void>)[] = []
let app: TestApp
let room: Classroom
let archivePath: string

beforeAll(async () => {
  app = await testApp()
  room = await fillHouse(app)
  // Not sealed yet: the restored database must seal it.
  await happen()
  archivePath = await take(app.connection, app.services.files)
})
afterAll(async () => {
  for (const end of ends.reverse()) await end()
  await app.close()
  rmSync(folder, { recursive: true })
})

async function happen(): Promise<TestPerson> {
  const administrator = await app.school.person(`Zoë O’Brien ${newId()}`, 'administrator')
  await administrator.send(roleGrant, { id: newId(), personId: administrator.id, role: 'head', fromOn: '2026-09-01', untilOn: null })
  return administrator
}

async function take(connection: string, files: FileStore, keys: Keyring = app.services.keys, secret?: Uint8Array): Promise<string> {
  const path = join(folder, `${newId()}.tar`)
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  try {
    await backUp({ client, files, keys, clock: setClock(), progress: silent }, path, secret)
    return path
  } finally {
    await client.end()
  }
}

const check = (path: string) => checkArchive(path, () => undefined)

interface Place {
  readonly connection: string
  readonly dataFolder: string
  readonly files: FileStore
}

function placeAt(connection: string, dataFolder = join(folder, newId())): Place {
  mkdirSync(dataFolder, { recursive: true })
  return { connection, dataFolder, files: createFileStore(join(dataFolder, 'files')) }
}

async function emptyPlace(): Promise<Place> {
  const connection = await emptyDatabase()
  ends.push(() => dropDatabase(connection))
  return placeAt(connection)
}

async function put(path: string, place: Place, erasuresFile?: string): Promise<Repeated> {
  const erasures = erasuresFile === undefined ? undefined : readErasures(erasuresFile)
  return restore({ ...place, keys: app.services.keys, progress: silent }, await check(path), erasures)
}

/** A cluster of the embedded PostgreSQL, whatever the others of this run are. */
async function embeddedPlace(): Promise<Place> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'evident-cluster-'))
  const started = await startPostgres({ dataFolder, isFast: true })
  ends.push(async () => {
    await started.stop()
    rmSync(dataFolder, { recursive: true })
  })
  return placeAt(started.connection, dataFolder)
}

async function withDatabase<T>({ connection }: Pick<Place, 'connection'>, work: (database: ReturnType<typeof openDatabase>) => Promise<T>) {
  const database = openDatabase({ connection, clock: setClock('2026-12-01T09:00:00.000Z'), connections: 2 })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Seals everything, however long other tests of the run hold it back, and verifies. */
async function sealAndVerify(place: Pick<Place, 'connection'>, organisationId: Id, expected: number) {
  return withDatabase(place, async (database) => {
    for (let sealed = 0; sealed < expected; )
      sealed += await database.inOrganisation(organisationId, (tx) => sealNext(tx, app.services.keys))
    return database.inOrganisation(organisationId, (tx) => verifySeals(tx, app.services.keys))
  })
}

const photoOf = ({ files }: Pick<Place, 'files'>, hash: string) => files.find(app.school.id, hash)
const hashes = async () =>
  (
    await app.school.look((tx) => tx.db.selectFrom('photos').select('fileHash').where('organisationId', '=', tx.organisationId).execute())
  ).map(({ fileHash }) => fileHash)

/** More than one part of the archive. */
const largeText = 'x'.repeat(33 * 1024 * 1024)

describe('a backup', () => {
  it('brings every row of every table to the embedded database and back to this server, with files, keys and security', async () => {
    const before = await everyRow(app.connection)
    expect(Object.values(before.rows).filter((rows) => rows.length > 0).length).toBeGreaterThan(40)
    const there = await embeddedPlace()
    await put(archivePath, there)
    const abroad = await everyRow(there.connection)
    expect(abroad.rows).toEqual(before.rows)
    const back = await emptyPlace()
    await put(await take(there.connection, there.files), back)
    expect(await everyRow(back.connection)).toEqual(before)
    const [hash = ''] = await hashes()
    expect(await photoOf(back, hash)).toEqual(await app.services.files.find(app.school.id, hash))
    expect(await sealAndVerify(there, app.school.id, 1)).toMatchObject({ faults: [] })
    expect(await sealAndVerify(back, app.school.id, 1)).toMatchObject({ faults: [] })
  })
  it('is one moment: what is written while it is taken is in all of it or in none', async () => {
    const path = join(folder, 'moment.tar')
    const client = new pg.Client({ connectionString: app.connection })
    await client.connect()
    let isDisturbed = false
    const disturb = () => {
      if (!isDisturbed) void happen()
      isDisturbed = true
    }
    const { files, keys } = app.services
    const before = await everyRow(app.connection)
    const report = await backUp({ client, files, keys, clock: app.clock, progress: { show: disturb, step: () => undefined } }, path)
    await client.end()
    expect(isDisturbed).toBe(true)
    expect(report.rows).toEqual(Object.fromEntries(Object.entries(before.rows).map(([name, rows]) => [name, rows.length])))
    await new Promise((resolve) => setTimeout(resolve, 200))
  })
  it('names files that are gone, and is whole without them', async () => {
    const nowhere = createFileStore(join(folder, 'nowhere'))
    const { summary } = await check(await take(app.connection, nowhere))
    const ofSchool = summary.missing.filter(({ organisationId }) => organisationId === app.school.id)
    expect(ofSchool.map(({ hash }) => hash)).toEqual([...new Set(await hashes())])
  })
  it('is refused with a secret that does not open the keys', async () => {
    await expect(take(app.connection, app.services.files, createKeyring(randomBytes(32)))).rejects.toThrow(/does not open the keys/)
  })
})

describe('restoring', () => {
  it('is refused into a database that holds anything, and changes nothing there', async () => {
    const before = await everyRow(app.connection)
    await expect(put(archivePath, placeAt(app.connection))).rejects.toThrow(/the database is not empty: there are rows in/)
    expect(await everyRow(app.connection)).toEqual(before)
  })
  it('is refused into a database of another program, and into a folder with files', async () => {
    const place = await emptyPlace()
    const client = new pg.Client({ connectionString: place.connection })
    await client.connect()
    await client.query('create table recipes (name text)')
    await expect(put(archivePath, place)).rejects.toThrow(/public.recipes, which is not Evident’s/)
    await client.query('drop table recipes')
    await client.end()
    mkdirSync(join(place.dataFolder, 'files'))
    writeFileSync(join(place.dataFolder, 'files/one'), 'x')
    await expect(put(archivePath, place)).rejects.toThrow(/there are files in/)
    expect((await everyRow(place.connection)).rows).toEqual({})
  })
  it('goes into a database that was started and not set up', async () => {
    const place = await emptyPlace()
    const client = new pg.Client({ connectionString: place.connection })
    await client.connect()
    await migrate(client)
    await client.end()
    await put(archivePath, place)
    expect(Object.keys((await everyRow(place.connection)).rows)).toEqual(Object.keys((await everyRow(app.connection)).rows))
  })
  it('is all or nothing: a key that is not met leaves an empty database and no file', async () => {
    const place = await emptyPlace()
    const archive = await check(archivePath)
    const bad = join(folder, 'bad.tar')
    const writer = await createArchive(bad, archive.head)
    const rows = { ...archive.summary.rows, 'public.people': 0 }
    for await (const entry of archive.entries()) {
      if (entry.kind === 'rows' && entry.table !== 'public.people') await writer.rows(entry.table, entry.rows)
      if (entry.kind === 'file') await writer.file(entry.organisationId, entry.hash, entry.bytes, entry.part)
    }
    await writer.finish({ ...archive.summary, rows })
    await expect(put(bad, place)).rejects.toThrow(/foreign key/)
    expect(existsSync(join(place.dataFolder, 'files'))).toBe(false)
    await put(archivePath, place)
    expect(await photoOf(place, (await hashes())[0] ?? '')).toBeDefined()
  })
  it('takes an archive of an older version and brings it up to this one', async () => {
    const old = await emptyPlace()
    const client = new pg.Client({ connectionString: old.connection })
    await client.connect()
    const all = migrationSections().map(({ name }) => name)
    await migrate(client, { only: all.filter((name) => name < '0025') })
    await client.query(`insert into organisations values ($1, 'school', 'Hillside', '2026-11-24T10:00:00.123456Z')`, [newId()])
    await client.end()
    const path = await take(old.connection, old.files)
    expect((await check(path)).head.migrations).not.toContain(all.at(-1))
    const place = await emptyPlace()
    await put(path, place)
    const { rows } = await everyRow(place.connection)
    expect(rows['public.organisations']?.join()).toContain('10:00:00.123456')
    expect(rows['public.schema_migrations']?.length).toBe(all.length)
  })
  it('is refused when the archive’s migrations are not known here', async () => {
    const archive = await check(archivePath)
    const head = { ...archive.head, version: '9.0.0', migrations: [...archive.head.migrations, '0999_later.sql'] }
    expect(() => checkMigrations({ ...archive, head })).toThrow(/Evident 9.0.0, whose 0999_later.sql this version does not know/)
  })
  it('holds the program back until its last step', async () => {
    const place = await emptyPlace()
    await put(archivePath, place)
    const client = new pg.Client({ connectionString: place.connection })
    await client.connect()
    expect(await migrate(client)).toEqual([])
    await client.query('insert into schema_migrations values ($1)', [restoreMark])
    await expect(migrate(client)).rejects.toThrow(/a restore into this database is under way, or was cut short/)
    await client.end()
  })
})

describe('the secret', () => {
  const secret = randomBytes(32)
  it('is in the archive only when it was asked for, and must be the right one', async () => {
    const place = placeAt('')
    await expect(chooseSecret(await check(archivePath), place.dataFolder, undefined)).rejects.toThrow(/taken without the secret/)
    const fresh = await emptyPlace()
    const client = new pg.Client({ connectionString: fresh.connection })
    await client.connect()
    await migrate(client)
    await client.end()
    const path = await take(fresh.connection, fresh.files, createKeyring(secret), secret)
    expect(readFileSync(archivePath).includes('secret.key')).toBe(false)
    expect(await chooseSecret(await check(path), place.dataFolder, undefined)).toEqual({ secret, isFromArchive: true })
    await expect(chooseSecret(await check(path), place.dataFolder, 'x'.repeat(32))).rejects.toThrow(/EVIDENT_SECRET: .*not the one/)
    writeFileSync(join(place.dataFolder, 'secret.key'), `${secret.toString('base64')}\n`)
    expect(await chooseSecret(await check(path), place.dataFolder, undefined)).toEqual({ secret, isFromArchive: false })
  })
})

describe('erasures after the backup', () => {
  it('remove again what the safeguarding lead removed: its words are in no row', async () => {
    const [, learnerId] = room.learnerIds
    const observationId = await record(room.practitioner, room, { learnerId, childWords: 'In the cellar since Monday' })
    const path = await take(app.connection, app.services.files)
    const shownNoteId = newId()
    await room.practitioner.send(worryShowNote, { id: shownNoteId, learnerId, observationId })
    const lead = await app.school.person('Nora Field', 'safeguarding_lead')
    await lead.send(worryRemoveNote, { shownNoteId, learnerId })
    const file = join(folder, 'removals.json')
    writeErasures(file, await withDatabase(app, (database) => collectErasures(database, app.clock)))
    expect(readFileSync(file, 'utf8')).not.toContain('cellar')

    const place = await emptyPlace()
    expect((await put(path, place, file)).removed).toBe(1)
    const { rows } = await everyRow(place.connection)
    expect(JSON.stringify(rows)).not.toContain('cellar')
    expect(rows['public.shown_note_answers']?.join()).toContain(shownNoteId)
    expect(rows['public.people']?.join()).toContain('Nora Field')
    expect(await sealAndVerify(place, app.school.id, 1)).toMatchObject({ faults: [] })
  })
  it('are made again: rows, photo and contents are gone, letters are taken back, and the seals verify', async () => {
    const [learnerId] = room.learnerIds
    const photos = await hashes()
    const path = await take(app.connection, app.services.files)
    const lead = await app.school.person('Imran Aziz', 'data_lead')
    const reason = 'The family moved away and asked for it'
    await lead.send(learnerErase, { id: newId(), learnerId, reason })
    const file = join(folder, 'erasures.json')
    writeErasures(file, await withDatabase(app, (database) => collectErasures(database, app.clock)))

    const place = await emptyPlace()
    expect(await put(path, place, file)).toMatchObject({ erased: 1 })
    const { rows } = await everyRow(place.connection)
    const naming = Object.entries(rows).filter(([, lines]) => lines.some((line) => line.includes(learnerId)))
    expect(naming.map(([name]) => name)).toEqual(
      Object.entries((await everyRow(app.connection)).rows)
        .filter(([, lines]) => lines.some((line) => line.includes(learnerId)))
        .map(([name]) => name),
    )
    expect(Object.values(rows).flat().join()).not.toContain('Callum')
    expect(await photoOf(place, photos[0] ?? '')).toBeUndefined()
    expect(rows['public.erasures']?.join()).toContain('moved away')
    expect(rows['public.letters_sent']?.some((line) => line.includes('"kind": "retraction"'))).toBe(true)
    expect(rows['public.people']?.join()).toContain('Imran Aziz')
    expect(await sealAndVerify(place, app.school.id, 1)).toMatchObject({ faults: [] })
    expect((await everyRow(place.connection)).rows['public.erasures']?.length).toBe(rows['public.erasures']?.length)
  })
  it('take a witness’s name again, although the backup says that the unit was not claimed yet', async () => {
    const centre = await app.organisation('centre', 'Southvale College')
    const one = await testRegistration(centre)
    const witnessId = await testWitness(app, centre, one, { name: 'Olwen Frith-Adams' })
    await signTestimony(app, centre, await askTestimony(one, witnessId))
    const later = await testWitness(app, centre, one, { name: 'Steve Whitby-Adams' })
    const path = await take(app.connection, app.services.files)
    await centre.look((tx) => markClaimed(tx, one.id))
    const after = await testWitness(app, centre, one, { name: 'Gwen Ash-Adams' })
    const administrator = await centre.person('Noor Basri', 'centre_administrator')
    for (const id of [witnessId, after]) await administrator.send(witnessErase, { id: newId(), witnessId: id, reason: 'asked' })
    const file = join(folder, 'witnesses.json')
    writeErasures(file, await withDatabase(app, (database) => collectErasures(database, app.clock)))
    expect(readFileSync(file, 'utf8')).not.toContain('Frith-Adams')

    const place = await emptyPlace()
    await put(path, place, file)
    const { rows } = await everyRow(place.connection)
    expect(JSON.stringify(rows)).not.toContain('Frith-Adams')
    // Of the same centre, and not erased.
    expect(rows['public.witness_details']?.join()).toContain('Steve Whitby-Adams')
    const listed = rows['public.witness_erasures']?.join()
    for (const id of [witnessId, after]) expect(listed).toContain(id)
    expect(listed).not.toContain(later)
    expect(rows['public.people']?.join()).toContain('Noor Basri')
    expect(await sealAndVerify(place, centre.id, 1)).toMatchObject({ faults: [] })
  })
  it('are listed in a file that is refused when it was changed', () => {
    const file = join(folder, 'erasures.json')
    const changed = join(folder, 'changed.json')
    cpSync(file, changed)
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('moved away', 'moved back'))
    expect(() => readErasures(changed)).toThrow(/was changed since it was written/)
    expect(() => readErasures(join(folder, 'none.json'))).toThrow(/can’t be read/)
    writeFileSync(changed, '[]')
    expect(() => readErasures(changed)).toThrow(/is no list of erasures/)
    expect(readdirSync(folder)).toContain('erasures.json')
  })
})

describe('a large file', () => {
  it('carries a file that is too large for memory in parts, and puts it together again', async () => {
    const file = await receiveTestFile(app, await testRegistration(app.otherCentre), {
      name: 'talk.txt',
      type: 'text/plain',
      bytes: largeText,
    })
    const place = await emptyPlace()
    await put(await take(app.connection, app.services.files), place)
    const kept = await place.files.open(app.otherCentre.id, file.hash)
    const bytes = Buffer.from((await place.files.find(app.otherCentre.id, file.hash)) ?? [])
    expect([kept?.size, bytes.equals(Buffer.from(largeText))]).toEqual([largeText.length, true])
    await app.services.files.remove(app.otherCentre.id, file.hash)
    await app.otherCentre.look((tx) => deleteCopies(tx, file.id))
  })
})
