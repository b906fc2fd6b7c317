// Submitting and discussing: words locked in versions, the author’s act alone, points that become a discussion or questions.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { bring, type TestRegistration, testRegistration, writeTestDescriptor } from '../../testing/centre.ts'
import { discussionAgendas, discussionAgree } from '../discussions/contract.ts'
import { evidenceAdd, evidenceChange, evidenceVersions } from '../evidence/contract.ts'
import { type AssignmentContent, assignmentMarkPoint, assignmentSubmit, assignmentSubmitted } from './contract.ts'
import { canDiscuss, canReadOutline, canReadSubmitted, canWrite } from './policy.ts'
import { emptyContent } from './rules.ts'

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
const declaration = { isOwnWork: true, hadHelp: false, help: '', usedAi: true, ai: [{ tool: 'A chat program', usedFor: 'spelling' }] }
const saying = (words: string): AssignmentContent => ({
  ...emptyContent,
  headings: [{ heading: 'roles', writing: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] } }],
})
const wish = (one: TestRegistration, words: string, more = {}) => ({
  ...{ id: newId(), registrationId: one.id, content: saying(words), leaves: ['1.1'], declaration },
  ...more,
})
const submit = (one: TestRegistration, words: string, more = {}) => one.candidate.send(assignmentSubmit, wish(one, words, more))
const submitted = (one: TestRegistration) => one.candidate.ask(assignmentSubmitted, { registrationId: one.id })
const lastOf = async (one: TestRegistration) => {
  const [last] = (await submitted(one)).submissions
  if (last === undefined) throw new Error('nothing was submitted')
  return last
}
async function mark(one: TestRegistration, more = {}) {
  const { evidenceId, version } = await lastOf(one)
  const id = newId()
  const point = { passage: 'The teacher', point: 'Where do the roles differ?', leaves: ['1.1'], way: 'discussion' as const }
  await one.assessor.send(assignmentMarkPoint, { id, registrationId: one.id, evidenceId, version, heading: 'roles', ...point, ...more })
  return id
}
describe('assignment.submit', () => {
  it('accepted: an item A-01 with the words as they were, AI named, claiming what was chosen', async () => {
    const one = await testRegistration(app.centre)
    expect(await submit(one, 'The teacher plans')).toEqual({ reference: 'A-01', version: 1 })
    const last = await lastOf(one)
    expect(last).toMatchObject({ reference: 'A-01', version: 1, submittedByName: 'Dawn Okafor' })
    expect(last.record).toMatchObject({ declaration, headings: [{ code: 'roles', heading: 'Two roles' }, {}, {}, {}] })
  })
  it('accepted: again, as a further version; the same words again are the same content', async () => {
    const one = await testRegistration(app.centre)
    await submit(one, 'The teacher plans')
    const first = await lastOf(one)
    expect(await submit(one, 'The teacher and I compare')).toEqual({ reference: 'A-01', version: 2 })
    expect((await lastOf(one)).contentHash).not.toBe(first.contentHash)
    expect(await submit(one, 'The teacher plans')).toEqual({ reference: 'A-01', version: 3 })
    expect((await lastOf(one)).contentHash).toBe(first.contentHash)
    const versions = await one.assessor.ask(evidenceVersions, { registrationId: one.id, evidenceId: first.evidenceId })
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1])
    expect(versions.at(-1)?.record).toEqual(first.record)
  })
  it('accepted: with a sentence that arrived from the school, as it arrived', async () => {
    const one = await testRegistration(app.centre)
    await bring(app, app.centre, await writeTestDescriptor(app, app.school, { centreId: app.centre.id, registrationId: one.id }))
    const sentence = 'Learner B explained why 2/4 is a half after one prompt; I waited before I helped.'
    const row = await app.centre.look((tx) =>
      tx.db
        .selectFrom('evidenceItems')
        .select('id')
        .where('organisationId', '=', tx.organisationId)
        .where('candidateId', '=', one.candidate.id)
        .executeTakeFirstOrThrow(),
    )
    const quoting = (words: string) => {
      const content = saying('My example:')
      content.headings[0]?.writing.content.push({ type: 'example', attrs: { evidenceId: row.id, reference: 'PE-01', sentence: words } })
      return { content }
    }
    await expect(submit(one, '', quoting(`${sentence} Callum smiled.`))).rejects.toMatchObject(refusedBy('refused', 'example_not_hers'))
    expect(await submit(one, '', quoting(sentence))).toMatchObject({ reference: 'A-01' })
  })
  it('refused: not declared, the last version again, and by anybody but the author', async () => {
    const one = await testRegistration(app.centre)
    const silent = { declaration: { ...declaration, ai: [] } }
    await expect(submit(one, 'The teacher plans', silent)).rejects.toMatchObject(refusedBy('refused', 'ai_unnamed'))
    await submit(one, 'The teacher plans')
    await expect(submit(one, 'The teacher plans')).rejects.toMatchObject(refusedBy('refused', 'nothing_changed'))
    await expect(one.assessor.send(assignmentSubmit, wish(one, 'Mine'))).rejects.toMatchObject(refusedBy('not_allowed'))
    const other = await app.centre.person('Someone Else', 'candidate')
    await expect(other.send(assignmentSubmit, wish(one, 'Mine'))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('refused: past its own place, a written assignment is neither added nor changed', async () => {
    const one = await testRegistration(app.centre)
    await submit(one, 'The teacher plans')
    const { evidenceId, record: words, title } = await lastOf(one)
    const item = { registrationId: one.id, title, occurredOn: '2026-11-24' }
    await expect(
      one.candidate.send(evidenceAdd, { id: newId(), ...item, record: words, leaves: ['1.1'], isOwnWork: true }),
    ).rejects.toMatchObject(refusedBy('refused', 'has_own_place'))
    const silent = { ...words, headings: [], declaration: null }
    for (const changed of [words, silent])
      await expect(one.candidate.send(evidenceChange, { ...item, evidenceId, record: changed, isOwnWork: true })).rejects.toMatchObject(
        refusedBy('refused', 'has_own_place'),
      )
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.send(assignmentSubmit, wish(ours, 'Mine'))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('assignment.submitted', () => {
  it('accepted: for author and assessor alike', async () => {
    const one = await testRegistration(app.centre)
    await submit(one, 'The teacher plans')
    expect(await one.assessor.ask(assignmentSubmitted, { registrationId: one.id })).toEqual(await submitted(one))
  })
  it('refused: the centre administrator, and whoever has no part in it', async () => {
    await expect(ours.administrator.ask(assignmentSubmitted, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_allowed'))
    const other = await app.centre.person('Someone Else', 'assessor')
    await expect(other.ask(assignmentSubmitted, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.ask(assignmentSubmitted, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('assignment.markPoint', () => {
  it('accepted: on a passage of the version that was read, for the candidate to see', async () => {
    const one = await testRegistration(app.centre)
    await submit(one, 'The teacher plans')
    const id = await mark(one)
    expect((await submitted(one)).points).toMatchObject([
      { id, passage: 'The teacher', markedByName: 'Lorraine Pike', agenda: { agreedAt: null } },
    ])
  })
  it('accepted: R8: it opens a discussion whose agenda the candidate agrees to beforehand, or is asked as a question', async () => {
    const one = await testRegistration(app.centre)
    await submit(one, 'The teacher plans')
    await mark(one)
    await mark(one, { way: 'questions', point: 'What is formative?' })
    const [agenda, ...more] = await one.candidate.ask(discussionAgendas, { registrationId: one.id })
    expect(more).toEqual([])
    expect(agenda?.points).toEqual([{ leaf: '1.1', point: 'Where do the roles differ?' }])
    await one.candidate.send(discussionAgree, { registrationId: one.id, agendaId: agenda?.id ?? '' })
    const { points } = await submitted(one)
    const of = (words: string) => points.find(({ point }) => point === words)?.agenda
    expect(of('Where do the roles differ?')?.agreedAt).toEqual(expect.any(String))
    expect(of('What is formative?')).toBeNull()
  })
  it('refused: on words that are not there, and by anybody but the assessor', async () => {
    const one = await testRegistration(app.centre)
    await submit(one, 'The teacher plans')
    await expect(mark(one, { passage: 'The teacher judges' })).rejects.toMatchObject(refusedBy('refused', 'passage_not_there'))
    await expect(mark(one, { version: 2 })).rejects.toMatchObject(refusedBy('refused', 'version_unknown'))
    await expect(mark({ ...one, assessor: one.candidate })).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(mark({ ...one, assessor: await app.centre.person('Femi Cole', 'assessor') })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const one = await testRegistration(app.centre)
    await submit(one, 'The teacher plans')
    await expect(mark({ ...one, assessor: theirs.assessor })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('the policies', () => {
  const parties = { candidateId: newId(), assessorId: newId(), tutorId: newId(), countersignerId: newId(), iqaId: newId() }
  const everyone: Readonly<Record<string, string>> = { ...parties, stranger: newId() }
  const may = (can: (actor: Actor, facts: typeof parties) => boolean) =>
    Object.entries(everyone).flatMap(([part, personId]) =>
      centreRoles
        .filter((role) => can({ personId, organisationId: newId(), kind: 'centre', roles: [role] }, parties))
        .map((role) => `${part} as ${role}`),
    )
  it('the author alone writes, submits and agrees', () => {
    expect(may(canWrite)).toEqual(['candidateId as candidate'])
  })
  it('the assessor alone says what is to be discussed and records it', () => {
    expect(may(canDiscuss)).toEqual(['assessorId as assessor'])
  })
  it('whoever has a part in the registration reads the outline and what was submitted', () => {
    const readers = [
      'candidateId as candidate',
      'assessorId as assessor',
      'tutorId as tutor',
      'countersignerId as assessor',
      'iqaId as iqa',
    ]
    expect(may(canReadOutline)).toEqual(readers)
    expect(may(canReadSubmitted)).toEqual(readers)
  })
})
