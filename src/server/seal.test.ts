// Seals: every event is sealed once, a changed byte shows, an erased content does not.
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleGrant } from '../common/people/contract.ts'
import { newId } from '../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../testing/app.ts'
import { ownerOf } from '../testing/owner.ts'
import { untilSealed } from '../testing/seals.ts'
import { merkleRoot, sealNext, verifySeals } from './seal.ts'

let app: TestApp
let admin: TestPerson
let owner: pg.Client
beforeAll(async () => {
  app = await testApp()
  admin = await app.school.person('Helen Marsh', 'administrator')
  owner = await ownerOf(app)
})
afterAll(async () => {
  await owner.end()
  await app.close()
})

const happen = async (times: number) => {
  for (let i = 0; i < times; i++)
    await admin.send(roleGrant, { id: newId(), personId: admin.id, role: 'head', fromOn: '2026-09-01', untilOn: null })
}
const seal = () => app.school.look((tx) => sealNext(tx, app.services.keys))
/** Seals what is left, which is so many events. */
async function sealEvents(expected: number, of: TestApp = app): Promise<void> {
  let sealed = 0
  await untilSealed(of.school, async () => {
    sealed += await of.school.look((tx) => sealNext(tx, of.services.keys))
  })
  expect(sealed).toBe(expected)
}
const verify = () => app.school.look((tx) => verifySeals(tx, app.services.keys))
/** As somebody with the database's own rights would; puts it back afterwards. */
async function tampered(change: string, undo: string) {
  await owner.query(change)
  const report = await verify()
  await owner.query(undo)
  return report.faults.map(({ what }) => what).join('; ')
}

describe('sealing', () => {
  it('seals each event once, batch after batch, and the chain verifies', async () => {
    await happen(3)
    await sealEvents(3)
    expect(await seal()).toBe(0)
    await happen(2)
    await sealEvents(2)
    expect(await verify()).toMatchObject({ events: 5, faults: [] })
  })
  it('leaves events alone that are not older than every open transaction', async () => {
    await owner.query('begin')
    await owner.query('select pg_current_xact_id()')
    await happen(1)
    expect(await seal()).toBe(0)
    await owner.query('commit')
    await sealEvents(1)
  })
  it('makes one chain when two processes seal at once', async () => {
    await happen(4)
    await Promise.all([seal(), seal(), seal()])
    await untilSealed(app.school, seal)
    expect((await verify()).events).toBe(10)
    expect((await verify()).faults).toEqual([])
  })
})

describe('verifying', () => {
  it('finds one changed byte in the content of a sealed event', async () => {
    expect(
      await tampered(
        `update event_contents set content = replace(content, '"head"', '"heaf"')`,
        `update event_contents set content = replace(content, '"heaf"', '"head"')`,
      ),
    ).toContain('content of role.grant was changed')
    expect((await verify()).faults).toEqual([])
  })
  it('finds a changed event row', async () => {
    expect(
      await tampered(
        `update events set command = 'role.end' where command = 'role.grant'`,
        `update events set command = 'role.grant' where command = 'role.end'`,
      ),
    ).toContain('event row was changed')
  })
  it('finds a seal that does not follow from the one before', async () => {
    expect(
      await tampered(
        `update seals set previous_hash = '\\x00', hash = sha256('x') where number = 2`,
        `update seals set number = number where number = 2`,
      ),
    ).toContain('signature')
  })
  it('finds a content that is gone without an erasure that says why', async () => {
    const fresh = await testApp()
    const helen = await fresh.school.person('Helen Marsh', 'administrator')
    await helen.send(roleGrant, { id: newId(), personId: helen.id, role: 'head', fromOn: '2026-09-01', untilOn: null })
    await sealEvents(1, fresh)
    const client = await ownerOf(fresh)
    await client.query('delete from event_contents')
    const report = await fresh.school.look((tx) => verifySeals(tx, fresh.services.keys))
    expect(report.faults.map(({ what }) => what).join()).toContain('no erasure says why')
    await client.end()
    await fresh.close()
  })
})

describe('merkleRoot', () => {
  const leaf = (text: string) => createHash('sha256').update(text).digest()
  it('changes whenever a leaf is changed, moved, added or taken away', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 40 }), fc.nat(), (texts, at) => {
        const leaves = texts.map(leaf)
        const root = merkleRoot(leaves)
        const i = at % leaves.length
        const changed = leaves.with(i, leaf(`${texts[i]}!${texts.join()}`))
        expect(merkleRoot(changed).equals(root)).toBe(false)
        expect(merkleRoot(leaves.toReversed()).equals(root)).toBe(false)
        expect(merkleRoot(leaves.slice(1)).equals(root)).toBe(false)
        expect(merkleRoot([...leaves, leaves[0] ?? leaf('')]).equals(root)).toBe(false)
      }),
    )
  })
})
