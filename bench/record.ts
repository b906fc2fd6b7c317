// Promise: recording an observation through HTTP takes at most three times the bare transaction, 2 ms of processor time and 7 round trips.
import pg from 'pg'
import { newId } from '../src/core/ids.ts'
import { openDatabase } from '../src/server/database.ts'
import { createDispatch } from '../src/server/dispatch.ts'
import { createFileStore } from '../src/server/files.ts'
import { createKeyring } from '../src/server/keys.ts'
import { operations } from '../src/server/operations.ts'
import { recordBare } from './bare.ts'
import { type Measured, median, withinLimit, withinRatio } from './promise.ts'
import { discard, newDataFolder, type Running, startProgram } from './running.ts'
import { deviceOf, makeSchool, observationOf, type School } from './school.ts'

const rounds = 600
const warmUp = 300

export async function measureRecord(): Promise<readonly Measured[]> {
  const running = await startProgram(newDataFolder())
  const school = await makeSchool(running, { learners: 30, criteria: 4, practitioners: 1 })
  try {
    const { through, bare, cpu } = await interleaved(running, school)
    return [
      withinRatio(
        'record: learnerObservation.record through HTTP, median ms (floor: the bare transaction)',
        median(through),
        median(bare),
        3,
      ),
      withinLimit('record: processor time of the server, ms a command (floor: an empty request)', cpu, await emptyRequestCpu(running), 2),
      withinLimit('record: round trips to the database (floor: begin, enter, row, event, commit)', await roundTrips(running, school), 5, 7),
    ]
  } finally {
    await school.database.end()
    await discard(running)
  }
}

/** One through HTTP, one bare, in turn, so that a slow moment of the machine meets both. */
async function interleaved(running: Running, school: School) {
  const [practitioner] = school.practitioners
  if (practitioner === undefined) throw new Error('the school has no practitioner')
  const device = deviceOf(running, school, practitioner)
  const through: number[] = []
  const bare: number[] = []
  let cpuBefore = 0
  for (let i = -warmUp; i < rounds; i++) {
    if (i === 0) cpuBefore = running.cpu()
    const began = performance.now()
    const answer = await device.command('learnerObservation.record', newId(), observationOf(school, i + warmUp))
    const between = performance.now()
    await recordBare(school.database, school, i + warmUp)
    const ended = performance.now()
    if (answer.status !== 200) throw new Error(`record: ${answer.text}`)
    if (i < 0) continue
    through.push(between - began)
    bare.push(ended - between)
  }
  const cpu = (running.cpu() - cpuBefore) / rounds
  device.close()
  return { through, bare, cpu }
}

async function emptyRequestCpu(running: Running): Promise<number> {
  const before = running.cpu()
  for (let i = 0; i < rounds; i++) await fetch(`${running.origin}/api/nothing`).then((answer) => answer.text())
  return (running.cpu() - before) / rounds
}

/** Counted at the driver, on a dispatch of our own over the same database. */
async function roundTrips(running: Running, school: School): Promise<number> {
  const database = openDatabase({ connection: running.connection, clock: { now: () => new Date() }, connections: 1 })
  const services = { keys: createKeyring(Buffer.alloc(32)), files: createFileStore(running.dataFolder) }
  const dispatch = createDispatch(database, operations, services)
  const actor = {
    personId: school.practitioners[0]?.personId ?? '',
    organisationId: school.organisationId,
    kind: 'school' as const,
    roles: ['practitioner' as const, 'teacher' as const],
  }
  const record = () => dispatch.command(actor, 'learnerObservation.record', { id: newId(), version: 1, input: observationOf(school, 0) })
  await record()
  const original = pg.Client.prototype.query
  let count = 0
  const counted = function (this: pg.Client, ...words: unknown[]) {
    count += 1
    return Reflect.apply(original, this, words)
  }
  pg.Client.prototype.query = counted as typeof original
  try {
    await record()
  } finally {
    pg.Client.prototype.query = original
    await database.close()
  }
  return count
}
