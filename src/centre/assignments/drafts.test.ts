// Keeping what a candidate writes: her own alone, one version on one device, two side by side when two devices wrote.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type TestRegistration, testRegistration } from '../../testing/centre.ts'
import { ownerOf } from '../../testing/owner.ts'
import { type AssignmentContent, assignmentChooseDraft, assignmentDrafts, assignmentOutline, assignmentSaveDraft } from './contract.ts'
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
const saying = (words: string): AssignmentContent => ({
  ...emptyContent,
  headings: [{ heading: 'roles', writing: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] } }],
})
const save = (one: TestRegistration, words: string, basedOn: string | null, revision = newId()) =>
  one.candidate.send(assignmentSaveDraft, { registrationId: one.id, revision, basedOn, content: saying(words) }).then(({ isBeside }) => ({
    isBeside,
    revision,
  }))
const drafts = (one: TestRegistration) => one.candidate.ask(assignmentDrafts, { registrationId: one.id })

describe('assignment.outline', () => {
  it('accepted: four headings of unit 307, the criteria that each can serve, and tables for comparing', async () => {
    const headings = await ours.candidate.ask(assignmentOutline, { registrationId: ours.id })
    expect(headings.map(({ label, leaves }) => [label, leaves])).toEqual([
      ['Two roles', ['1.1']],
      ['On the way and at the end', ['1.2', '1.3', '2.3']],
      ['What it is good for', ['1.4', '1.5a', '1.5b', '1.5c']],
      ['My own part', ['4.2']],
    ])
    expect(headings.flatMap(({ tables }) => tables.map(({ leaf }) => leaf))).toEqual(['1.1', '1.2'])
    expect(await ours.assessor.ask(assignmentOutline, { registrationId: ours.id })).toEqual(headings)
  })
  it('refused: whoever does not read the portfolio', async () => {
    const other = await app.centre.person('Someone Else', 'assessor')
    await expect(other.ask(assignmentOutline, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.ask(assignmentOutline, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('assignment.saveDraft', () => {
  it('accepted: one version is written on; its words stay out of the audit trail', async () => {
    const one = await testRegistration(app.centre)
    const { revision, isBeside } = await save(one, 'The teacher plans', null)
    expect(isBeside).toBe(false)
    await save(one, 'The teacher plans and judges', revision)
    const [kept, ...more] = await drafts(one)
    expect(more).toEqual([])
    expect(kept?.content).toEqual(saying('The teacher plans and judges'))
    const owner = await ownerOf(app)
    await owner.query('select evident.enter($1)', [app.centre.id])
    const { rows } = await owner.query<{ kept: string }>('select e::text as kept from public.event_contents e where organisation_id = $1', [
      app.centre.id,
    ])
    await owner.end()
    expect(rows.some(({ kept }) => kept.includes(revision))).toBe(true)
    expect(rows.filter(({ kept }) => kept.includes('plans'))).toEqual([])
  })
  it('accepted: what two devices wrote on one version stands side by side', async () => {
    const one = await testRegistration(app.centre)
    const { revision } = await save(one, 'first', null)
    expect((await save(one, 'at home', revision)).isBeside).toBe(false)
    expect((await save(one, 'at school', revision)).isBeside).toBe(true)
    expect((await drafts(one)).map(({ content }) => content)).toEqual([saying('at school'), saying('at home')])
  })
  it('accepted: at the same moment, from two devices, nothing is lost', async () => {
    const one = await testRegistration(app.centre)
    const { revision } = await save(one, 'first', null)
    await Promise.all(['left', 'right'].map((words) => save(one, words, revision)))
    const kept = (await drafts(one)).map(({ content }) => content)
    expect(kept).toHaveLength(2)
    expect(kept).toEqual(expect.arrayContaining([saying('left'), saying('right')]))
  })
  it('refused: anything but the shape, and anybody but the author', async () => {
    const html = { ...emptyContent, headings: [{ heading: 'roles', writing: '<p>Two roles</p>' }] }
    const sent = { registrationId: ours.id, revision: newId(), basedOn: null, content: html }
    await expect(ours.candidate.send(assignmentSaveDraft, sent as never)).rejects.toMatchObject(refusedBy('invalid'))
    const words = { ...sent, content: emptyContent }
    await expect(ours.assessor.send(assignmentSaveDraft, words)).rejects.toMatchObject(refusedBy('not_allowed'))
    const other = await app.centre.person('Someone Else', 'candidate')
    await expect(other.send(assignmentSaveDraft, words)).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const words = { registrationId: ours.id, revision: newId(), basedOn: null, content: emptyContent }
    await expect(theirs.candidate.send(assignmentSaveDraft, words)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('assignment.drafts', () => {
  it('accepted: the author’s own', async () => {
    const one = await testRegistration(app.centre)
    expect(await drafts(one)).toEqual([])
    const { revision } = await save(one, 'mine', null)
    expect(await drafts(one)).toMatchObject([{ revision, setAsideAt: null, content: saying('mine') }])
  })
  it('refused: the assessor and the centre read it when it is submitted, and not before', async () => {
    for (const person of [ours.assessor, ours.administrator])
      await expect(person.ask(assignmentDrafts, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.ask(assignmentDrafts, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('assignment.chooseDraft', () => {
  it('accepted: one stands, the other is set aside and still to be read; and the other way round', async () => {
    const one = await testRegistration(app.centre)
    await save(one, 'at home', null)
    await save(one, 'at school', null)
    const [school, home] = await drafts(one)
    await one.candidate.send(assignmentChooseDraft, { registrationId: one.id, draftId: home?.id ?? '' })
    expect((await drafts(one)).map(({ id, setAsideAt }) => [id, setAsideAt === null])).toEqual([
      [home?.id, true],
      [school?.id, false],
    ])
    await one.candidate.send(assignmentChooseDraft, { registrationId: one.id, draftId: school?.id ?? '' })
    expect((await drafts(one))[0]).toMatchObject({ id: school?.id, content: saying('at school') })
  })
  it('accepted: a device that still wrote on what was set aside keeps its words in a version of their own', async () => {
    const one = await testRegistration(app.centre)
    const { revision } = await save(one, 'at home', null)
    await save(one, 'at school', null)
    const [school] = await drafts(one)
    await one.candidate.send(assignmentChooseDraft, { registrationId: one.id, draftId: school?.id ?? '' })
    expect((await save(one, 'at home, longer', revision)).isBeside).toBe(true)
    expect((await drafts(one)).map(({ content }) => content)).toEqual([saying('at home, longer'), saying('at school'), saying('at home')])
  })
  it('refused: a version of another registration, and anybody but the author', async () => {
    const one = await testRegistration(app.centre)
    const { revision } = await save(one, 'mine', null)
    const wish = { registrationId: ours.id, draftId: revision }
    await expect(ours.candidate.send(assignmentChooseDraft, wish)).rejects.toMatchObject(refusedBy('refused', 'draft_unknown'))
    await expect(ours.assessor.send(assignmentChooseDraft, wish)).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const wish = { registrationId: ours.id, draftId: newId() }
    await expect(theirs.candidate.send(assignmentChooseDraft, wish)).rejects.toMatchObject(refusedBy('not_found'))
  })
})
