// Items by hand and their versions, discussions with and without an agenda, what is taken back, records seen in place.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonical } from '../../core/canonical.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { bring, loadUnit307, type TestRegistration, testRegistration, unit307, writeTestDescriptor } from '../../testing/centre.ts'
import { ownerOf } from '../../testing/owner.ts'
import { unitMine } from '../decisions/contract.ts'
import { discussionAgree, discussionPropose } from '../discussions/contract.ts'
import { registrationCreate } from '../registrations/contract.ts'
import {
  type EvidenceRecord,
  evidenceAdd,
  evidenceChange,
  evidenceSeenInPlace,
  evidenceVersions,
  evidenceWithdraw,
  evidenceWithdrawn,
} from './contract.ts'
import { changeRefusal, contentOf, emptyRecord, itemRefusal, withdrawalRefusal } from './rules.ts'
import { listEvidence } from './views.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre)
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const descriptor = (registration = ours, said: { sentence?: string; leaves?: string[] } = {}) =>
  writeTestDescriptor(app, app.school, { centreId: registration.candidate.actor.organisationId, registrationId: registration.id, ...said })
const evidence = async () => (await ours.candidate.ask(unitMine, { registrationId: ours.id })).evidence

describe('evidence.add', () => {
  const item = (method: 'A' | 'O' | 'WT' | 'PE', more = {}) => ({
    id: newId(),
    registrationId: ours.id,
    record: emptyRecord(method, 'Two pages'),
    isOwnWork: true,
    title: 'Notes on assessment',
    occurredOn: '2026-11-06',
    leaves: ['1.1'],
    ...more,
  })
  it('accepted: references count per method and are never given twice', async () => {
    const centre = await testRegistration(app.centre)
    const add = (method: 'A' | 'O') =>
      (method === 'O' ? centre.assessor : centre.candidate).send(evidenceAdd, { ...item(method), registrationId: centre.id })
    const references = await Promise.all([add('A'), add('O'), add('A'), add('A')])
    expect(references.map((one) => one.reference).sort()).toEqual(['A-01', 'A-02', 'A-03', 'O-01'])
  })
  it('refused: a candidate writes no observation and no testimony; nothing of tomorrow; no leaf that there is not', async () => {
    for (const method of ['O', 'WT'] as const)
      await expect(ours.candidate.send(evidenceAdd, item(method))).rejects.toMatchObject(refusedBy('refused', 'method_not_yours'))
    await expect(ours.candidate.send(evidenceAdd, item('A', { occurredOn: '2026-11-25' }))).rejects.toMatchObject(
      refusedBy('refused', 'in_the_future'),
    )
    await expect(ours.candidate.send(evidenceAdd, item('A', { leaves: ['3.4'] }))).rejects.toMatchObject(
      refusedBy('refused', 'unknown_leaf'),
    )
    const other = await app.centre.person('Zo Park', 'candidate')
    await expect(other.send(evidenceAdd, item('A'))).rejects.toMatchObject(refusedBy('not_found'))
    await expect(ours.administrator.send(evidenceAdd, item('A'))).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: the registration is not found', async () => {
    await expect(theirs.candidate.send(evidenceAdd, item('A'))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('itemRefusal takes an item of today', async () => {
    expect(
      itemRefusal(
        { record: { method: 'A' }, occurredOn: '2026-11-24', leaves: ['1.5c'], isOwnWork: true },
        { party: 'candidate', today: '2026-11-24', pack: await loadUnit307(app.centre) },
      ),
    ).toBeUndefined()
  })
})

describe('what a discussion is', () => {
  const talk = (more = {}) => ({
    id: newId(),
    registrationId: ours.id,
    title: 'Traffic lights and their limits',
    occurredOn: '2026-11-23',
    record: {
      ...emptyRecord('PD', 'By video'),
      agenda: [{ leaf: '2.3', point: 'What can they not tell?' }],
      agreedAt: '2026-11-01T10:00:00.000Z',
    } as EvidenceRecord,
    isOwnWork: true,
    leaves: ['2.3'],
    ...more,
  })
  it('R8: without an agenda that both had agreed before it is entered as questioning, whatever its sender says', async () => {
    const said = talk()
    expect(await ours.candidate.send(evidenceAdd, said)).toMatchObject({ method: 'Q', reference: expect.stringMatching(/^Q-/) })
    const record = (await evidence()).find(({ id }) => id === said.id)?.record
    expect(record).toMatchObject({ method: 'Q', exchanges: [{ question: 'What can they not tell?' }], note: 'By video' })
  })
  it('R8: with an agenda agreed before it is professional discussion, with the agenda as it was agreed', async () => {
    const agendaId = newId()
    app.clock.set('2026-11-20T09:00:00.000Z')
    const points = [{ leaf: '1.4', point: 'Why it matters' }]
    await ours.candidate.send(discussionPropose, { id: agendaId, registrationId: ours.id, points })
    const open = talk({ agendaId })
    expect((await ours.candidate.send(evidenceAdd, { ...open, occurredOn: '2026-11-20' })).method).toBe('Q')
    await ours.assessor.send(discussionAgree, { registrationId: ours.id, agendaId })
    app.clock.set('2026-11-24T10:45:00.000Z')
    const held = talk({ agendaId })
    expect((await ours.assessor.send(evidenceAdd, held)).method).toBe('PD')
    expect((await evidence()).find(({ id }) => id === held.id)?.record).toMatchObject({
      agenda: points,
      agreedAt: '2026-11-20T09:00:00.000Z',
    })
    expect((await ours.assessor.send(evidenceAdd, talk({ agendaId, occurredOn: '2026-11-20' }))).method).toBe('Q')
  })
})

/** Another unit with the same leaves, as a further pack would bring it. */
async function copyUnit307(code: string): Promise<void> {
  const owner = await ownerOf(app)
  const tables = ['standard_packs', 'unit_outcomes', 'assessment_criteria', 'criterion_leaves']
  for (const table of tables) {
    const column = table === 'standard_packs' ? 'code' : 'pack_code'
    await owner.query(
      `insert into public.${table} select (jsonb_populate_record(t, jsonb_build_object('${column}', $1::text))).* from public.${table} t where ${column} = $2`,
      [code, unit307],
    )
  }
  await owner.end()
}

describe('evidence of several units', () => {
  it('R11: one item claims leaves in each of the candidate’s units, each in its own; in nobody else’s', async () => {
    const other = newId()
    await copyUnit307('another-unit')
    const { candidate, assessor } = ours
    const parts = { candidateId: candidate.id, assessorId: assessor.id, tutorId: null, countersignerId: null, iqaId: null }
    const registration = { candidateNumber: '4471', packCode: 'another-unit', registeredOn: '2026-09-14', endsOn: null }
    await ours.administrator.send(registrationCreate, { id: other, ...parts, ...registration })
    const item = { title: 'One lesson, two units', occurredOn: '2026-11-20', record: emptyRecord('RA'), isOwnWork: true, leaves: ['4.2'] }
    const alsoFor = (registrationId: string) => [{ registrationId, leaves: ['1.1', '2.3'] }]
    const id = newId()
    const add = (more: object) => ours.candidate.send(evidenceAdd, { ...item, id, registrationId: ours.id, ...more })
    await expect(add({ alsoFor: alsoFor(theirs.id) })).rejects.toMatchObject(refusedBy('not_found'))
    await expect(add({ alsoFor: alsoFor((await testRegistration(app.centre)).id) })).rejects.toMatchObject(refusedBy('not_found'))
    await add({ alsoFor: alsoFor(other) })
    const there = await ours.candidate.ask(unitMine, { registrationId: other })
    expect(there.evidence.find((one) => one.id === id)?.leaves).toEqual(['1.1', '2.3'])
    expect((await evidence()).find((one) => one.id === id)?.leaves).toEqual(['4.2'])
  })
})

describe('evidence.change', () => {
  const added = async (by: 'candidate' | 'assessor' = 'candidate', method: 'RA' | 'O' = 'RA') => {
    const id = newId()
    const item = { title: 'Waiting before I help', occurredOn: '2026-11-20', record: emptyRecord(method, 'First words'), isOwnWork: true }
    await ours[by].send(evidenceAdd, { id, registrationId: ours.id, ...item, leaves: ['4.2'] })
    return { id, item, change: { registrationId: ours.id, evidenceId: id, ...item, record: emptyRecord(method, 'Better words') } }
  }
  const itemOf = async (id: string) => (await evidence()).find((one) => one.id === id)
  it('accepted: a further version under the same reference; what was said before stays, and saying it again has the same hash', async () => {
    const { id, item, change } = await added()
    const before = await itemOf(id)
    expect(await ours.candidate.send(evidenceChange, change)).toEqual({ version: 2 })
    const after = await itemOf(id)
    expect(after).toMatchObject({ version: 2, reference: before?.reference, record: { note: 'Better words' }, leaves: ['4.2'] })
    expect(after?.contentHash).not.toBe(before?.contentHash)
    await ours.candidate.send(evidenceChange, { ...change, ...item })
    expect((await itemOf(id))?.contentHash).toBe(before?.contentHash)
    const versions = await ours.assessor.ask(evidenceVersions, { registrationId: ours.id, evidenceId: id })
    expect(versions.map(({ version, record }) => [version, record.note])).toEqual([
      [3, 'First words'],
      [2, 'Better words'],
      [1, 'First words'],
    ])
  })
  it('accepted: what is signed of a unit’s evidence is the same again after a change was taken back', async () => {
    const { id, item, change } = await added()
    const registration = { id: ours.id, candidateId: ours.candidate.id }
    const content = () => app.centre.look(async (tx) => canonical(contentOf(await listEvidence(tx, registration))))
    const before = await content()
    expect(before).toContain('First words')
    await ours.candidate.send(evidenceChange, change)
    expect(await content()).not.toBe(before)
    await ours.candidate.send(evidenceChange, { ...change, evidenceId: id, ...item })
    expect(await content()).toBe(before)
  })
  it('refused: by anybody but who added it; another kind, a day to come, nothing new, a witness’s or a school’s words', async () => {
    const { change } = await added()
    for (const other of [ours.assessor, await app.centre.person('Zo Park', 'candidate')])
      await expect(other.send(evidenceChange, change)).rejects.toMatchObject(refusedBy('not_found'))
    await expect(ours.administrator.send(evidenceChange, change)).rejects.toMatchObject(refusedBy('not_allowed'))
    const wrong = [
      [{ record: emptyRecord('A') }, 'method_stays'],
      [{ occurredOn: '2026-11-25' }, 'in_the_future'],
      [{ record: emptyRecord('RA', 'First words') }, 'nothing_changed'],
    ] as const
    for (const [more, reason] of wrong)
      await expect(ours.candidate.send(evidenceChange, { ...change, ...more })).rejects.toMatchObject(refusedBy('refused', reason))
    const letter = { method: 'PE' as const, isLetter: true, isSame: false }
    expect(changeRefusal(change, letter, { party: 'candidate', today: '2026-11-28' })?.reason).toBe('words_of_another')
    expect(
      changeRefusal(change, { method: 'WT', isLetter: false, isSame: false }, { party: 'candidate', today: '2026-11-28' })?.reason,
    ).toBe('words_of_another')
  })
  it('other organisation: not found', async () => {
    const { change } = await added()
    await expect(theirs.candidate.send(evidenceChange, change)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('evidence.versions', () => {
  const asked = async () => ({ registrationId: ours.id, evidenceId: (await bring(app, app.centre, await descriptor())).evidenceId ?? '' })
  it('accepted: the parties of the unit see all that an item ever said', async () => {
    const input = await asked()
    for (const party of [ours.candidate, ours.assessor])
      expect(await party.ask(evidenceVersions, input)).toMatchObject([{ version: 1, title: 'Learner observation, Oakmere Primary School' }])
  })
  it('refused: nobody else, and no item of another candidate', async () => {
    const input = await asked()
    await expect(ours.administrator.ask(evidenceVersions, input)).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(ours.candidate.ask(evidenceVersions, { ...input, evidenceId: newId() })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.ask(evidenceVersions, await asked())).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('evidence.withdraw', () => {
  const slip = async () => {
    const id = newId()
    const item = { title: 'A slip of the hand', occurredOn: '2026-11-20', record: emptyRecord('RA'), isOwnWork: true, leaves: ['4.2'] }
    const { reference } = await ours.candidate.send(evidenceAdd, { id, registrationId: ours.id, ...item })
    return { reference, input: { registrationId: ours.id, evidenceId: id } }
  }
  it('accepted: R10: within moments; gone from the portfolio, its reference never given again', async () => {
    const { reference, input } = await slip()
    await ours.candidate.send(evidenceWithdraw, input)
    expect((await evidence()).some(({ id }) => id === input.evidenceId)).toBe(false)
    expect((await slip()).reference).not.toBe(reference)
    const withdrawn = await ours.assessor.ask(evidenceWithdrawn, { registrationId: ours.id })
    expect(withdrawn).toMatchObject([{ reference, withdrawnByName: 'Dawn Okafor' }])
  })
  it('refused: later, by anybody else, and a school’s letter', async () => {
    const { input } = await slip()
    await expect(ours.assessor.send(evidenceWithdraw, input)).rejects.toMatchObject(refusedBy('not_found'))
    await expect(ours.administrator.send(evidenceWithdraw, input)).rejects.toMatchObject(refusedBy('not_allowed'))
    expect(
      withdrawalRefusal(
        { addedAt: '2026-11-24T10:00:00.000Z', isLetter: false, record: emptyRecord('RA') },
        new Date('2026-11-24T10:10:01Z'),
      )?.reason,
    ).toBe('too_late')
    expect(
      withdrawalRefusal(
        { addedAt: '2026-11-24T10:00:00.000Z', isLetter: true, record: emptyRecord('RA') },
        new Date('2026-11-24T10:00:01Z'),
      )?.reason,
    ).toBe('words_of_another')
  })
  it('other organisation: not found', async () => {
    const { input } = await slip()
    await expect(theirs.candidate.send(evidenceWithdraw, input)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('evidence.withdrawn', () => {
  it('accepted: whoever reads the portfolio sees what was taken back', async () => {
    expect(await ours.candidate.ask(evidenceWithdrawn, { registrationId: ours.id })).toBeInstanceOf(Array)
  })
  it('refused: the centre administrator', async () => {
    await expect(ours.administrator.ask(evidenceWithdrawn, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.ask(evidenceWithdrawn, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('evidence.seenInPlace', () => {
  const said = (evidenceId: string, more = {}) => ({
    id: newId(),
    registrationId: ours.id,
    evidenceId,
    where: 'At Oakmere, on the teacher’s tablet',
    seenOn: '2026-11-24',
    permittedBy: 'Priya Raman, head',
    ...more,
  })
  const arrived = async () => (await bring(app, app.centre, await descriptor())).evidenceId ?? ''
  it('accepted: where and when, by whom', async () => {
    const evidenceId = await arrived()
    await ours.assessor.send(evidenceSeenInPlace, said(evidenceId))
    expect((await evidence()).find((item) => item.id === evidenceId)?.seen).toEqual({
      where: 'At Oakmere, on the teacher’s tablet',
      seenOn: '2026-11-24',
      seenByName: 'Lorraine Pike',
      permittedBy: 'Priya Raman, head',
    })
  })
  it('refused: without where, without when, before it happened, tomorrow, and by anybody else', async () => {
    const evidenceId = await arrived()
    const tries = [
      [{ where: '  ' }, 'where_missing'],
      [{ seenOn: null }, 'when_missing'],
      [{ permittedBy: ' ' }, 'permission_missing'],
      [{ seenOn: '2026-11-23' }, 'before_it_happened'],
      [{ seenOn: '2026-11-25' }, 'in_the_future'],
    ] as const
    for (const [more, reason] of tries)
      await expect(ours.assessor.send(evidenceSeenInPlace, said(evidenceId, more))).rejects.toMatchObject(refusedBy('refused', reason))
    await expect(ours.candidate.send(evidenceSeenInPlace, said(evidenceId))).rejects.toMatchObject(refusedBy('not_allowed'))
    const colleague = await app.centre.person('Femi Cole', 'assessor')
    await expect(colleague.send(evidenceSeenInPlace, said(evidenceId))).rejects.toMatchObject(refusedBy('not_found'))
    await expect(ours.assessor.send(evidenceSeenInPlace, said(newId()))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.send(evidenceSeenInPlace, said(await arrived()))).rejects.toMatchObject(refusedBy('not_found'))
  })
})
