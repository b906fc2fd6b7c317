// Promises: 200 items with 1 GB of files stream out within 150 MB of memory above idle, and in at most twice the time of `zip -0`.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { newId } from '../src/core/ids.ts'
import { createFileStore } from '../src/server/files.ts'
import { type Centre, makeCentre } from './centre.ts'
import { memoryOf, watchMemory } from './memory.ts'
import { type Measured, median, withinLimit, withinRatio } from './promise.ts'
import { discard, newDataFolder, type Running, startProgram } from './running.ts'

const files = 200
const fileSize = Math.ceil(2 ** 30 / files)
const rounds = 3

export async function measureExport(): Promise<readonly Measured[]> {
  // Started twice: the first start builds pages and migrates, which is no idling.
  const first = await startProgram(newDataFolder())
  const centre = await makeCentre(first)
  const hashes = await addFiles(first, centre)
  await centre.database.end()
  await first.stop()
  const running = await startProgram(first.dataFolder)
  const folder = join(running.dataFolder, 'out')
  mkdirSync(folder)
  try {
    await takeOut(running, centre, join(folder, 'warm.zip'))
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const idle = memoryOf(running.pid)
    const watched = watchMemory(running.pid)
    const { through, bare } = await interleaved(running, centre, { folder, hashes })
    const most = watched.stop()
    return [
      withinLimit(
        'export: 200 items with 1 GB of files, most memory of the server in MB (floor: idle; limit: 150 more)',
        most,
        idle,
        idle + 150,
      ),
      withinRatio(
        'export: the same as a sealed ZIP through HTTP, median ms (floor: zip -0 of the same files)',
        median(through),
        median(bare),
        2,
      ),
    ]
  } finally {
    await discard(running)
  }
}

/** Each file belongs to one of 200 items that the first unit claims. Their bytes can't be packed, and are where the program keeps them. */
async function addFiles(
  { dataFolder }: Running,
  { organisationId, candidate, registrationIds, database }: Centre,
): Promise<readonly string[]> {
  const store = createFileStore(join(dataFolder, 'files'))
  const bytes = randomBytes(fileSize)
  const hashes: string[] = []
  for (let at = 0; at < files; at++) {
    bytes.writeUInt32LE(at)
    hashes.push(await store.keep(organisationId, bytes))
  }
  const ids = hashes.map(() => newId())
  const insert = (statement: string, ...values: readonly unknown[]) => database.query(statement, [organisationId, ids, ...values])
  await insert(
    `insert into uploads (organisation_id, id, registration_id, candidate_id, name, size, begun_by, begun_at)
     select $1, id, $3, $4, 'discussion.mp4', $5, $4, now() from unnest($2::uuid[]) id`,
    registrationIds[0],
    candidate.personId,
    fileSize,
  )
  const hashed = 'unnest($2::uuid[], $3::text[]) as file (id, hash)'
  await insert(`insert into upload_contents select $1, id, 'video/mp4', hash, now() from ${hashed}`, hashes)
  await insert(`insert into upload_copies select $1, id, 'original', hash from ${hashed}`, hashes)
  const { rows: items } = await database.query<{ evidence_id: string; version: number }>(
    'select evidence_id, max(version) as version from evidence_versions where organisation_id = $1 group by evidence_id order by evidence_id limit $2',
    [organisationId, files],
  )
  await insert(
    `insert into evidence_files select $1, item, version, 1, id from unnest($2::uuid[], $3::uuid[], $4::integer[]) as of (id, item, version)`,
    items.map((item) => item.evidence_id),
    items.map(({ version }) => version),
  )
  await database.query(
    `insert into evidence_claims (organisation_id, registration_id, evidence_id, leaf_code, claimed_by, claimed_at)
     select $1, $2, item, '1.1a', $3, now() from unnest($4::uuid[]) item on conflict do nothing`,
    [organisationId, registrationIds[0], candidate.personId, items.map((item) => item.evidence_id)],
  )
  return hashes
}

/** Both read the same files and write a file, in turn, so that a slow moment of the machine meets both. */
async function interleaved(
  running: Running,
  centre: Centre,
  { folder, hashes }: { readonly folder: string; readonly hashes: readonly string[] },
) {
  const kept = hashes.map((hash) => join(running.dataFolder, 'files', centre.organisationId, hash.slice(0, 2), hash))
  const [ours, theirs] = [join(folder, 'ours.zip'), join(folder, 'theirs.zip')]
  const through: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round++) {
    rmSync(theirs, { force: true })
    const began = performance.now()
    execFileSync('zip', ['-0', '-q', '-j', theirs, ...kept])
    const between = performance.now()
    await takeOut(running, centre, ours)
    const ended = performance.now()
    if (statSync(ours).size < files * fileSize) throw new Error('export: what came out is too short')
    bare.push(between - began)
    through.push(ended - between)
  }
  return { through, bare }
}

/** Saved by a client that costs next to nothing, for the two share this machine: one buffer, no parser, no stream. */
function takeOut({ origin }: Running, { organisationId, candidate, registrationIds }: Centre, path: string): Promise<void> {
  const { hostname, port, host } = new URL(origin)
  const asked = `GET /api/portfolios/${organisationId}/${registrationIds[0]}/zip HTTP/1.1\r\nhost: ${host}\r\ncookie: ${candidate.cookie}\r\nconnection: close\r\n\r\n`
  const out = openSync(path, 'w')
  let head = ''
  let left = 0
  const take = (bytes: Uint8Array) => {
    writeSync(out, bytes)
    left -= bytes.length
  }
  const arrived = (length: number, buffer: Uint8Array) => {
    if (left > 0) take(buffer.subarray(0, length))
    else {
      head += Buffer.from(buffer.subarray(0, length)).toString('latin1')
      const end = head.indexOf('\r\n\r\n') + 4
      if (end >= 4) left = Number(/^content-length: (\d+)/im.exec(head)?.[1])
      if (end >= 4) take(Buffer.from(head.slice(end), 'latin1'))
    }
    return true
  }
  return new Promise<void>((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), onread: { buffer: Buffer.alloc(2 ** 20), callback: arrived } })
    socket.once('error', reject)
    socket.once('close', () => (/^HTTP\/1.1 200/.test(head) && left === 0 ? resolve() : reject(new Error(`export: ${head.slice(0, 12)}`))))
    socket.write(asked)
  }).finally(() => closeSync(out))
}
