// Kept answers: theirs alone who asked, gone with an erasure, and told apart from fresh ones.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { utf8 } from '../core/bytes.ts'
import { query } from '../core/contract.ts'
import { newId } from '../core/ids.ts'
import { encrypt } from '../core/sealed-entry.ts'
import { type Answers, createAnswers } from './answers.ts'
import { answersKept, findAnswer, keepAnswer } from './offline/answers.ts'
import type { Local, Unlocked } from './offline/local-database.ts'
import { newLocal, newOrganisation, newWriter, type TestOrganisation } from './offline/test-support.ts'
import { createWire } from './offline/watched.ts'

const find = query('learner.find', {
  where: 'school',
  summary: 'test',
  input: z.object({ name: z.string() }),
  output: z.object({ count: z.number() }),
})

let local: Local
let school: TestOrganisation
let sam: Unlocked
let person: Unlocked | undefined
let answers: Answers
let dropped: number
const reconnect = vi.fn(async () => false)

beforeEach(async () => {
  local = await newLocal()
  school = await newOrganisation()
  sam = (await newWriter(school)).unlocked
  person = sam
  dropped = 0
  const wire = createWire({ postMessage: () => {}, addEventListener: () => {} })
  wire.hear('answers', () => dropped++)
  reconnect.mockReset().mockResolvedValue(false)
  answers = createAnswers({ local, wire, now: () => new Date(1000), person: async () => person, reconnect })
  await local.put('organisations', { id: school.id, sealingKey: school.publicKey, erasures: undefined })
})
afterEach(() => vi.unstubAllGlobals())

function server(body: object, { status = 200, erasures = '3' } = {}): void {
  vi.stubGlobal('fetch', async () => Response.json(body, { status, headers: { 'evident-erasures': erasures } }))
}
const noNetwork = () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))

describe('an answer', () => {
  it('comes back without network, marked as kept, with its time', async () => {
    server({ output: { count: 2 } })
    expect(await answers.ask(find, { name: 'Ewa' })).toEqual({ answer: { count: 2 }, answeredAt: 1000, isKept: false })
    noNetwork()
    expect(await answers.ask(find, { name: 'Ewa' })).toEqual({ answer: { count: 2 }, answeredAt: 1000, isKept: true })
    expect(await answers.recall(find, { name: 'Ewa' })).toMatchObject({ isKept: true })
    await expect(answers.ask(find, { name: 'Theo' })).rejects.toMatchObject({ refusal: { code: 'unavailable' } })
  })

  it('that an earlier version of the program kept is as good as none', async () => {
    server({ output: { count: 2 } })
    await answers.ask(find, { name: 'Ewa' })
    const [kept] = await local.getAll('cache')
    if (kept === undefined) throw new Error('nothing is kept')
    await local.put('cache', { ...kept, sealed: await encrypt(sam.keys.data, utf8('null'), utf8(kept.key)) })
    noNetwork()
    expect(await answers.recall(find, { name: 'Ewa' })).toBeUndefined()
  })

  it('is no comfort where the server says no', async () => {
    server({ output: { count: 2 } })
    await answers.ask(find, { name: 'Ewa' })
    server({ error: { code: 'not_found' } }, { status: 404 })
    await expect(answers.ask(find, { name: 'Ewa' })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('is asked for again once a PIN’s signature opened a session', async () => {
    server({ error: { code: 'signed_out' } }, { status: 401 })
    reconnect.mockImplementation(async () => {
      server({ output: { count: 5 } })
      return true
    })
    expect(await answers.ask(find, { name: 'Ewa' })).toMatchObject({ answer: { count: 5 }, isKept: false })
  })

  it('is for nobody else, and neither question nor answer lies open', async () => {
    server({ output: { count: 2 } })
    await answers.ask(find, { name: 'Ewa' })
    const everything = JSON.stringify(await local.getAll('cache'), (_key, value) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    )
    expect(everything).not.toContain('Ewa')
    expect(everything).not.toContain('learner.find')
    person = (await newWriter(school, 'Dawn Okafor')).unlocked
    noNetwork()
    await expect(answers.ask(find, { name: 'Ewa' })).rejects.toMatchObject({ refusal: { code: 'unavailable' } })
    person = { ...sam, organisationId: newId() }
    expect(await answers.recall(find, { name: 'Ewa' })).toBeUndefined()
    person = undefined
    await expect(answers.recall(find, { name: 'Ewa' })).rejects.toMatchObject({ refusal: { code: 'signed_out' } })
  })

  it('of an earlier version’s shape is as good as none', async () => {
    await keepAnswer(local, sam, { query: find.name, input: { name: 'Ewa' } }, { answer: { total: 2 }, answeredAt: 1 })
    expect(await answers.recall(find, { name: 'Ewa' })).toBeUndefined()
  })
})

describe('an erasure', () => {
  it('drops everything kept of the organisation, everybody’s, and says so once', async () => {
    const dawn = (await newWriter(school, 'Dawn Okafor')).unlocked
    await keepAnswer(local, dawn, { query: 'group.mine', input: {} }, { answer: { count: 1 }, answeredAt: 1 })
    await keepAnswer(
      local,
      { ...dawn, organisationId: newId() },
      { query: 'group.mine', input: {} },
      { answer: { count: 1 }, answeredAt: 1 },
    )
    server({ output: { count: 2 } }, { erasures: '3' })
    await answers.ask(find, { name: 'Ewa' })
    expect(dropped).toBe(0)
    server({ output: { count: 1 } }, { erasures: '4' })
    await answers.ask(find, { name: 'Theo' })
    expect(dropped).toBe(1)
    expect(await answers.recall(find, { name: 'Ewa' })).toBeUndefined()
    expect(await answers.recall(find, { name: 'Theo' })).toMatchObject({ answer: { count: 1 } })
    await answers.ask(find, { name: 'Theo' })
    expect(dropped).toBe(1)
    expect(await local.count('cache')).toBe(2)
  })

  it('is not what the first number tells to a device that was just enrolled: answers given under it stay, and drafts', async () => {
    const ewa = { query: find.name, input: { name: 'Ewa' } }
    await keepAnswer(local, sam, ewa, { answer: { count: 2 }, answeredAt: 1, erasures: 3 })
    await keepAnswer(local, sam, { query: 'draft', input: {} }, { answer: 'Half a sentence', answeredAt: 1 })
    server({ output: { count: 1 } }, { erasures: '3' })
    await answers.ask(find, { name: 'Theo' })
    expect(dropped).toBe(0)
    expect(await local.count('cache')).toBe(3)
    noNetwork()
    expect(await answers.ask(find, { name: 'Ewa' })).toMatchObject({ answer: { count: 2 }, isKept: true })
  })

  it('between an answer and the first number that a device hears takes that answer away, and says so', async () => {
    await keepAnswer(local, sam, { query: find.name, input: { name: 'Ewa' } }, { answer: { count: 2 }, answeredAt: 1, erasures: 2 })
    server({ output: { count: 1 } }, { erasures: '3' })
    await answers.ask(find, { name: 'Theo' })
    expect(dropped).toBe(1)
    expect(await answers.recall(find, { name: 'Ewa' })).toBeUndefined()
  })

  it('can’t be told of by an organisation that doesn’t know the device: what is asked there is not kept', async () => {
    const there = { organisationId: newId(), personId: newId() }
    server({ output: { count: 2 } })
    expect(await answers.askIn(there, find, { name: 'Ewa' })).toMatchObject({ answer: { count: 2 }, isKept: false })
    expect(await local.count('cache')).toBe(0)
    await local.put('organisations', { id: there.organisationId, sealingKey: school.publicKey, erasures: 3 })
    await answers.askIn(there, find, { name: 'Ewa' })
    expect(await local.count('cache')).toBe(1)
  })
})

describe('the cache', () => {
  it('keeps so many answers of a person, and lets the oldest go', async () => {
    for (let at = 0; at < answersKept + 3; at++) await keepAnswer(local, sam, { query: 'q', input: at }, { answer: at, answeredAt: at })
    const kept = await local.count('cache')
    expect(kept).toBeLessThanOrEqual(answersKept)
    expect(kept).toBeGreaterThan(answersKept / 2)
    const first = answersKept + 3 - kept
    expect(await findAnswer(local, sam, { query: 'q', input: first - 1 })).toBeUndefined()
    expect(await findAnswer(local, sam, { query: 'q', input: first })).toMatchObject({ answer: first })
    expect(await findAnswer(local, sam, { query: 'q', input: answersKept + 2 })).toMatchObject({ answer: answersKept + 2 })
  })
})
