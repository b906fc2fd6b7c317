// Dispatch: once and only once, all or nothing, the actor's own organisation, an event that can't be changed.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Actor } from '../core/actor.ts'
import { command, query } from '../core/contract.ts'
import { OperationError } from '../core/errors.ts'
import { Id, newId } from '../core/ids.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { answer, handle } from './operation.ts'

// A thing of this test's own: a role that somebody holds stands for any tenant row.
const thingAdd = command('thing.add', {
  where: 'school',
  summary: 'test',
  version: 2,
  input: z.object({ id: Id, name: z.string().check(z.maxLength(20)), learnerId: z.optional(Id) }),
  output: z.object({ id: Id }),
})
const thingRefuse = command('thing.refuse', { where: 'school', summary: 'test', input: z.object({ id: Id }), output: z.object({}) })
const thingForTeacher = command('thing.forTeacher', { where: 'school', summary: 'test', input: z.object({}), output: z.object({}) })
const thingHidden = query('thing.hidden', { where: 'school', summary: 'test', input: z.object({}), output: z.object({}) })
const thingShow = query('thing.show', {
  where: 'school',
  summary: 'test',
  input: z.object({ learnerIds: z.array(Id) }),
  output: z.object({}),
})

/** Its answer is about somebody whom no line of the access log can name. */
const thingUnloggable = query('thing.unloggable', { where: 'school', summary: 'test', input: z.object({}), output: z.object({}) })

const everyone = () => true
const nothing = async () => undefined
let runs = 0
const insertRow = (tx: Parameters<Parameters<typeof handle>[1]['run']>[0], id: string, personId: string) =>
  tx.db
    .insertInto('people')
    .values({ organisationId: tx.organisationId, id, name: 'thing', email: `${id}@example.org`, createdAt: tx.now })
    .execute()
    .then(() => void personId)

const operations = [
  handle(thingAdd, {
    load: nothing,
    allow: everyone,
    about: (input) => (input.learnerId === undefined ? [] : [input.learnerId]),
    run: async (tx, { input, actor }) => {
      runs += 1
      await insertRow(tx, input.id, actor.personId)
      return { id: input.id }
    },
  }),
  handle(thingRefuse, {
    load: nothing,
    allow: everyone,
    run: async (tx, { input, actor }) => {
      await insertRow(tx, input.id, actor.personId)
      throw new OperationError({ code: 'refused', reason: 'no' })
    },
  }),
  handle(thingForTeacher, { role: (actor) => actor.roles.includes('teacher'), load: nothing, allow: everyone, run: async () => ({}) }),
  answer(thingHidden, { load: nothing, allow: () => false, run: async () => ({}) }),
  answer(thingUnloggable, { load: nothing, allow: everyone, sees: () => ['nobody'], run: async () => ({}) }),
  answer(thingShow, { sees: (input) => input.learnerIds, load: nothing, allow: everyone, run: async () => ({}) }),
]

let app: TestApp
let dispatch: Dispatch
let dawn: Actor
let ben: Actor
beforeAll(async () => {
  app = await testApp()
  dispatch = createDispatch(app.database, operations, app.services)
  dawn = (await app.school.person('Dawn Okafor', 'practitioner')).actor
  ben = (await app.school.person('Ben Hartley', 'teacher')).actor
})
afterAll(() => app.close())

const add = (actor: Actor, id: string, thing = newId(), more: object = {}) =>
  dispatch.command(actor, 'thing.add', { id, version: 2, input: { id: thing, name: 'a', ...more } })
const rowsOf = (table: 'events' | 'eventContents' | 'people', id: string) =>
  app.school.look(async (tx) => {
    const key = table === 'eventContents' ? 'eventId' : 'id'
    const found = await tx.db
      .selectFrom(table)
      .selectAll()
      .where('organisationId', '=', tx.organisationId)
      .where(sql.ref(key), '=', id)
      .execute()
    return found.length
  })

describe('a command', () => {
  it('sent twice happens once, and both copies get the same answer', async () => {
    const id = newId()
    const thing = newId()
    runs = 0
    const first = await add(dawn, id, thing)
    await expect(add(dawn, id, thing)).resolves.toEqual(first)
    expect(runs).toBe(1)
    expect(await rowsOf('people', thing)).toBe(1)
  })
  it('sent five times at the same moment happens once', async () => {
    const id = newId()
    const thing = newId()
    runs = 0
    const answers = await Promise.all(Array.from({ length: 5 }, () => add(dawn, id, thing)))
    expect(new Set(answers.map((output) => JSON.stringify(output))).size).toBe(1)
    expect(runs).toBe(1)
  })
  it('is answered again to its own actor only', async () => {
    const id = newId()
    await add(dawn, id)
    await expect(add(ben, id)).rejects.toMatchObject({ refusal: { code: 'id_in_use' } })
  })
  it('that a rule refuses leaves no row and no event', async () => {
    const id = newId()
    const thing = newId()
    await expect(dispatch.command(dawn, 'thing.refuse', { id, version: 1, input: { id: thing } })).rejects.toMatchObject({
      refusal: { reason: 'no' },
    })
    expect(await rowsOf('people', thing)).toBe(0)
    expect(await rowsOf('events', id)).toBe(0)
    expect(await rowsOf('eventContents', id)).toBe(0)
  })
  it('that makes a record with an id that is taken is refused, and changes nothing', async () => {
    const thing = newId()
    await add(dawn, newId(), thing)
    const id = newId()
    await expect(add(ben, id, thing)).rejects.toMatchObject({ refusal: { code: 'id_in_use' } })
    expect(await rowsOf('events', id)).toBe(0)
  })
  it('of another version is refused as outdated, so that a device keeps it', async () => {
    await expect(dispatch.command(dawn, 'thing.add', { id: newId(), version: 1, input: {} })).rejects.toMatchObject({
      refusal: { code: 'outdated' },
    })
  })
  it('with a wrong field is refused with the field’s name', async () => {
    const input = { id: newId(), name: 'x'.repeat(21) }
    await expect(dispatch.command(dawn, 'thing.add', { id: newId(), version: 2, input })).rejects.toMatchObject({
      refusal: { code: 'invalid', field: 'name' },
    })
    await expect(dispatch.command(dawn, 'thing.add', { id: 'not an id', version: 2, input })).rejects.toMatchObject({
      refusal: { code: 'invalid', field: 'id' },
    })
  })
  it.each(['a\0b', 'a\ud800'])('with text that the database can’t keep is refused, not broken', async (name) => {
    await expect(dispatch.command(dawn, 'thing.add', { id: newId(), version: 2, input: { id: newId(), name } })).rejects.toMatchObject({
      refusal: { code: 'invalid', field: 'name', reason: 'characters' },
    })
  })
  it('asked without the role is not allowed; unknown, it is unknown', async () => {
    await expect(dispatch.command(dawn, 'thing.forTeacher', { id: newId(), version: 1, input: {} })).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
    await expect(dispatch.command(ben, 'thing.forTeacher', { id: newId(), version: 1, input: {} })).resolves.toEqual({})
    await expect(dispatch.command(ben, 'constructor', { id: newId(), version: 1, input: {} })).rejects.toMatchObject({
      refusal: { code: 'unknown_operation' },
    })
  })
  it('of a school does not exist in a centre', async () => {
    const assessor = await app.centre.person('Lorraine Pike', 'assessor')
    await expect(add(assessor.actor, newId())).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('notes the learners that it is about, so that erasing finds its content', async () => {
    const id = newId()
    const learnerId = newId()
    await add(dawn, id, newId(), { learnerId })
    const rows = await app.school.look((tx) =>
      tx.db
        .selectFrom('eventLearners')
        .select('learnerId')
        .where('organisationId', '=', tx.organisationId)
        .where('eventId', '=', id)
        .execute(),
    )
    expect(rows).toEqual([{ learnerId }])
  })
})

describe('a query', () => {
  it('that the policy forbids looks like something that is not there', async () => {
    await expect(dispatch.query(dawn, 'thing.hidden', {})).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
  it('leaves one line in the access log for each learner that it showed', async () => {
    const [a, b] = [newId(), newId()]
    await dispatch.query(dawn, 'thing.show', { learnerIds: [a, b, a] })
    const lines = await app.school.look((tx) =>
      tx.db
        .selectFrom('accessLog')
        .select(['learnerId', 'personId', 'view'])
        .where('organisationId', '=', tx.organisationId)
        .where('learnerId', 'in', [a, b])
        .execute(),
    )
    expect(lines).toHaveLength(2)
    expect(lines).toContainEqual({ learnerId: a, personId: dawn.personId, view: 'thing.show' })
  })
  it('gives no answer when that line can’t be written, and goes on afterwards', async () => {
    for (let times = 0; times < 12; times++) await expect(dispatch.query(dawn, 'thing.unloggable', {})).rejects.toThrow(/uuid/)
    await expect(dispatch.query(dawn, 'thing.show', { learnerIds: [newId()] })).resolves.toEqual({})
  })
})

describe('an event', () => {
  it('can’t be changed, nor its hash written a second time, nor deleted', async () => {
    const id = newId()
    await add(dawn, id)
    const change = (statement: ReturnType<typeof sql>) => app.school.look((tx) => statement.execute(tx.db))
    await expect(change(sql`update events set command = 'other' where organisation_id = ${app.school.id} and id = ${id}`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(change(sql`delete from events where organisation_id = ${app.school.id} and id = ${id}`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      change(sql`update event_contents set content = '{}' where organisation_id = ${app.school.id} and event_id = ${id}`),
    ).rejects.toThrow(/permission denied/)
    const again = await change(sql`update events set content_hash = '\\x00' where organisation_id = ${app.school.id} and id = ${id}`)
    expect(again.numAffectedRows).toBe(0n)
  })
  it('is not to be seen from another school', async () => {
    const id = newId()
    await add(dawn, id)
    const seen = await app.otherSchool.look((tx) =>
      tx.db.selectFrom('events').select('id').where('organisationId', '=', app.school.id).execute(),
    )
    expect(seen).toEqual([])
  })
})
