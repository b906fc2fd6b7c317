// Setting an organisation up: with the code, once, and never beside the sample.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { visitor } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp, testPerson } from '../../testing/app.ts'
import { organisationSetUp } from './contract.ts'
import { setUpRefusal } from './rules.ts'
import { setupCodeHash } from './store.ts'

let app: TestApp
beforeAll(async () => void (app = await testApp()))
afterAll(() => app.close())
beforeEach(() => print('ABCD-2345', 'real'))

const print = (code: string, state: 'new' | 'demo' | 'real') =>
  app.database.onShared((db) =>
    db
      .updateTable('installation')
      .set({ setupCodeHash: setupCodeHash(code), state })
      .execute(),
  )
const input = (code = 'abcd2345') => ({
  code: code.toUpperCase(),
  kind: 'school' as const,
  name: 'Hillside Primary School',
  administrator: { personId: newId(), name: 'Asha Rao', email: `${newId()}@example.org`, password: 'three warm words' },
})
const guest = (organisationId = newId()) => testPerson(app.dispatch, { ...visitor, organisationId })

describe('organisation.setUp', () => {
  it('accepted: the code without its dash and in small letters does, and works once', async () => {
    const id = newId()
    await guest(id).send(organisationSetUp, input())
    const organisation = await app.database.onShared((db) =>
      db.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(organisation).toMatchObject({ kind: 'school', name: 'Hillside Primary School' })
    await expect(guest().send(organisationSetUp, input())).rejects.toMatchObject({ refusal: { reason: 'wrong_code' } })
  })
  it('accepted: neither the code nor the password is in the audit trail', async () => {
    const id = newId()
    await guest(id).send(organisationSetUp, input())
    const [event] = await app.database.inOrganisation(id, (tx) =>
      tx.db.selectFrom('eventContents').select('content').where('organisationId', '=', id).execute(),
    )
    expect(event?.content).toContain('Hillside')
    expect(event?.content).not.toMatch(/three warm words|ABCD/)
  })
  it('refused: a wrong code leaves nothing behind', async () => {
    const id = newId()
    await expect(guest(id).send(organisationSetUp, input('ZZZZ2222'))).rejects.toMatchObject({
      refusal: { reason: 'wrong_code', field: 'code' },
    })
    const events = await app.database.inOrganisation(id, (tx) =>
      tx.db.selectFrom('events').select('id').where('organisationId', '=', id).execute(),
    )
    expect(events).toEqual([])
  })
  it('refused: beside the sample school and college', async () => {
    await print('ABCD-2345', 'demo')
    await expect(guest().send(organisationSetUp, input())).rejects.toMatchObject({ refusal: { reason: 'sample_installation' } })
  })
  it('other organisation: the id of one that exists is not taken over', async () => {
    await expect(guest(app.school.id).send(organisationSetUp, input())).rejects.toThrow()
    const organisation = await app.database.onShared((db) =>
      db.selectFrom('organisations').select('name').where('id', '=', app.school.id).executeTakeFirstOrThrow(),
    )
    expect(organisation.name).toBe('Oakmere Primary School')
  })
})

describe('rules', () => {
  it('setUpRefusal: the code counts on a new and on a real installation, never on the sample', () => {
    expect(setUpRefusal({ state: 'new', isCodeRight: true, isFounder: false })).toBeUndefined()
    expect(setUpRefusal({ state: 'real', isCodeRight: true, isFounder: false })).toBeUndefined()
    expect(setUpRefusal({ state: 'real', isCodeRight: false, isFounder: false })?.reason).toBe('wrong_code')
    expect(setUpRefusal({ state: 'demo', isCodeRight: true, isFounder: false })?.reason).toBe('sample_installation')
  })
  it('setUpRefusal: the sample’s founder sets up on the sample alone', () => {
    expect(setUpRefusal({ state: 'demo', isCodeRight: true, isFounder: true })).toBeUndefined()
    expect(setUpRefusal({ state: 'real', isCodeRight: true, isFounder: true })?.reason).toBe('sample_installation')
  })
})
