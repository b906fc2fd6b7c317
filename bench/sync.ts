// Promise: 200 practitioners send 25 queued captures each at once: all accepted, none lost, none doubled, at 0.3 of the bare ceiling or more.
import pg from 'pg'
import { newId } from '../src/core/ids.ts'
import { recordBare } from './bare.ts'
import { atLeastPart, type Measured, withinLimit } from './promise.ts'
import { discard, newDataFolder, type Running, startProgram } from './running.ts'
import { deviceOf, type Member, makeSchool, observationOf, type School } from './school.ts'

const practitioners = 200
const each = 25
const connections = 10

export async function measureSync(): Promise<readonly Measured[]> {
  const running = await startProgram(newDataFolder())
  const school = await makeSchool(running, { learners: 30, criteria: 4, practitioners })
  try {
    const ceiling = await bareCeiling(running, school)
    const queues = school.practitioners.map((practitioner) => ({
      practitioner,
      queue: Array.from({ length: each }, (_, i) => ({ id: newId(), input: observationOf(school, i) })),
    }))
    const before = await counts(school)
    const began = performance.now()
    const accepted = await Promise.all(queues.map(({ practitioner, queue }) => sendQueue(running, school, practitioner, queue)))
    const rate = (practitioners * each) / ((performance.now() - began) / 1000)
    // As after lost answers: every device sends its last five once more.
    await Promise.all(queues.map(({ practitioner, queue }) => sendQueue(running, school, practitioner, queue.slice(-5))))
    const after = await counts(school)
    const expected = practitioners * each
    return [
      atLeastPart('sync: commands a second from 200 devices at once (ceiling: bare transactions)', rate, ceiling, 0.3),
      withinLimit('sync: commands not accepted', expected - accepted.reduce((sum, one) => sum + one, 0), 1, 0),
      withinLimit('sync: observations lost or doubled', Math.abs(after.observations - before.observations - expected), 1, 0),
      withinLimit('sync: events lost or doubled', Math.abs(after.events - before.events - expected), 1, 0),
    ]
  } finally {
    await school.database.end()
    await discard(running)
  }
}

interface Queued {
  readonly id: string
  readonly input: unknown
}

/** A device's queue, in its order. Returns how many were accepted. */
async function sendQueue(running: Running, school: School, practitioner: Member, queue: readonly Queued[]): Promise<number> {
  const device = deviceOf(running, school, practitioner)
  let accepted = 0
  for (const { id, input } of queue) {
    const answer = await device.command('learnerObservation.record', id, input)
    if (answer.status === 200) accepted += 1
  }
  device.close()
  return accepted
}

async function bareCeiling(running: Running, school: School): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: running.connection })
      await client.connect()
      return client
    }),
  )
  const run = async (times: number) => {
    await Promise.all(
      clients.map(async (client) => {
        for (let i = 0; i < times; i++) await recordBare(client, school, i)
      }),
    )
  }
  await run(50)
  const began = performance.now()
  await run(300)
  const rate = (connections * 300) / ((performance.now() - began) / 1000)
  await Promise.all(clients.map((client) => client.end()))
  return rate
}

async function counts({ database, organisationId }: School): Promise<{ observations: number; events: number }> {
  const count = async (table: string) => {
    const { rows } = await database.query<{ count: string }>(`select count(*) from ${table} where organisation_id = $1`, [organisationId])
    return Number(rows[0]?.count)
  }
  return { observations: await count('learner_observations'), events: await count('events') }
}
