// Transactions that spare round trips: each statement has its own answer, and none is answered where the organisation could not be entered.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/app.ts'
import { openDatabase, type ReadTx } from './database.ts'

let app: TestApp
const done: string[] = []
beforeAll(async () => {
  app = await testApp({ watch: (statement) => done.push(statement) })
})
afterAll(() => app.close())

const number = async (tx: ReadTx, value: number) => {
  const { rows } = await sql<{ value: number }>`select ${value}::int as value`.execute(tx.db)
  return rows[0]?.value
}
const name = async (tx: ReadTx) =>
  (await tx.db.selectFrom('organisations').select('name').where('id', '=', tx.organisationId).executeTakeFirst())?.name
const slow = async (tx: ReadTx) => sql`select pg_sleep(0.05)`.execute(tx.db)

describe('looking', () => {
  it('gives each of the statements that are asked at once its own answer', async () => {
    const answers = await app.database.lookInOrganisation(app.school.id, (tx) => Promise.all([number(tx, 1), name(tx), number(tx, 3)]))
    expect(answers).toEqual([1, 'Oakmere Primary School', 3])
  })
  it('sends a statement before the one ahead of it is answered', async () => {
    const sent: string[] = []
    await app.database.lookInOrganisation(app.school.id, async (tx) => {
      const waiting = slow(tx).then(() => sent.push('answered'))
      await Promise.resolve()
      sent.push('sent')
      await Promise.all([waiting, number(tx, 1)])
    })
    expect(sent).toEqual(['sent', 'answered'])
  })
  it('fails as a whole where one statement fails, and leaves the connection as good as before', async () => {
    const database = openDatabase({ connection: app.connection, clock: app.clock, connections: 1 })
    try {
      const broken = (tx: ReadTx) => sql`select 1 / 0`.execute(tx.db)
      await expect(
        database.lookInOrganisation(app.school.id, (tx) => Promise.all([number(tx, 1), broken(tx), number(tx, 2)])),
      ).rejects.toThrow('division by zero')
      expect(await database.lookInOrganisation(app.school.id, name)).toBe('Oakmere Primary School')
      expect(await database.lookInOrganisation(app.otherSchool.id, name)).toBe('Fernbank Primary School')
    } finally {
      await database.close()
    }
  })
})

describe('an organisation that can’t be entered', () => {
  it.each(['inOrganisation', 'lookInOrganisation'] as const)('gives no answer to what went out with it: %s', async (door) => {
    let answer: unknown
    const asked = app.database[door]('not an id', async (tx) => (answer = await number(tx, 1)))
    await expect(asked).rejects.toThrow('invalid input syntax for type uuid')
    expect(answer).toBeUndefined()
    expect(await app.database[door](app.school.id, name)).toBe('Oakmere Primary School')
  })
})

describe('a transaction that asks nothing', () => {
  it('ends without a word to the database', async () => {
    expect(await app.database.inOrganisation(app.school.id, async () => 'nothing')).toBe('nothing')
    await expect(
      app.database.inOrganisation(app.school.id, async () => {
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await app.database.inOrganisation(app.school.id, name)).toBe('Oakmere Primary School')
  })
})
