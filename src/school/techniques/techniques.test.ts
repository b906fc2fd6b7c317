// The technique catalogue, and the school's quick phrases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Id, newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { phraseListCurrent, phraseListSet, techniques } from './contract.ts'
import {
  catalogue,
  isSelfReport,
  isTechnique,
  momentTechniques,
  phraseListRefusal,
  shippedPhrases,
  techniquesAtHand,
  withPhrase,
} from './rules.ts'

let app: TestApp
let practitioner: TestPerson
let lead: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  practitioner = await app.school.person('Dawn Okafor', 'practitioner')
  lead = await app.school.person('Helen Marsh', 'data_lead')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher')
})
afterAll(() => app.close())

const current = (by = practitioner) => by.ask(phraseListCurrent, {})
const set = async (phrases: string[], by = practitioner, basedOn?: Id | null) => {
  const list = { id: newId(), basedOn: basedOn === undefined ? (await current(by)).id : basedOn, phrases }
  await by.send(phraseListSet, list)
  return list.id
}

describe('phraseList.set', () => {
  it('accepted: added, changed, left out and in another order', async () => {
    const id = await set(['Asked for help', 'Fetched the wall', 'Explained how they knew'])
    expect(await current()).toEqual({ id, phrases: ['Asked for help', 'Fetched the wall', 'Explained how they knew'] })
  })
  it('refused: on a list that was changed meanwhile, with a phrase twice, by those who don’t use them', async () => {
    const before = await set(['Asked for help'])
    await set(['Asked for help', 'Helped a partner'])
    await expect(set(['Asked for nothing'], practitioner, before)).rejects.toMatchObject({ refusal: { reason: 'changed_meanwhile' } })
    await expect(set(['Asked for help', 'asked for help '])).rejects.toMatchObject({ refusal: { reason: 'phrase_twice' } })
    await expect(lead.send(phraseListSet, { id: newId(), basedOn: null, phrases: [] })).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
  })
  it('other organisation: keeps its own', async () => {
    await set(['Only in this school'])
    expect((await current(stranger)).phrases).not.toContain('Only in this school')
  })
})

describe('phraseList.current', () => {
  it('accepted: the product’s own until the school sets some', async () => {
    expect(await current(stranger)).toEqual({ id: null, phrases: shippedPhrases })
  })
  it('refused: to those who see no classroom', async () => {
    await expect(current(lead)).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: unchanged by what another sets', async () => {
    await set(['Looked again'], stranger)
    expect((await current()).phrases).not.toContain('Looked again')
  })
})

describe('the catalogue', () => {
  it('has each technique in one place', () => {
    expect(catalogue.flatMap(([, some]) => some).toSorted()).toEqual([...techniques].toSorted())
  })
  it('lets a moment carry what can be done in one', () => {
    expect(momentTechniques).toContain('mini_whiteboards')
    expect(momentTechniques).not.toContain('pre_key_stage_standards')
  })
  it('has at hand what was used lately, then the usual ones', () => {
    expect(techniquesAtHand(['exit_ticket', 'thumbs', 'hinge_question'])).toEqual([
      'exit_ticket',
      'thumbs',
      'open_question',
      'mini_whiteboards',
      'think_pair_share',
    ])
  })
  it('knows its names, and which are a learner’s own rating', () => {
    expect(isTechnique('thumbs')).toBe(true)
    expect(isTechnique('thumb')).toBe(false)
    expect(isSelfReport('traffic_lights')).toBe(true)
    expect(isSelfReport('mini_whiteboards')).toBe(false)
    expect(isSelfReport(null)).toBe(false)
  })
})

describe('quick phrases', () => {
  it.each([
    ['', 'Asked for help', 'Asked for help'],
    ['Folded the strip', 'Asked for help', 'Folded the strip. Asked for help'],
    ['Folded the strip. ', 'Asked for help', 'Folded the strip. Asked for help'],
  ])('after “%s”', (before, phrase, words) => {
    expect(withPhrase(before, phrase)).toBe(words)
  })
  it('are set on the list that was seen', () => {
    const id = newId()
    const facts = { currentId: id, names: ['Callum'] }
    expect(phraseListRefusal({ basedOn: id, phrases: ['One'] }, facts)).toBeUndefined()
    expect(phraseListRefusal({ basedOn: null, phrases: ['One'] }, facts)?.reason).toBe('changed_meanwhile')
    expect(phraseListRefusal({ basedOn: id, phrases: ['One', 'Two', 'one'] }, facts)?.field).toBe('phrases.2')
    expect(phraseListRefusal({ basedOn: id, phrases: ['One', 'Helped Callum'] }, facts)).toMatchObject({
      reason: 'names_a_learner',
      field: 'phrases.1',
    })
  })
})
