// Misconceptions under one name everywhere, and hinge questions whose wrong options each give one away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import * as contract from './contract.ts'
import { findNamed, hingeQuestionRefusal, hingeReading, isOfStatement, offeredFor, ofSubject, shippedMisconceptions } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'teacher')
  head = await app.school.person('Priya Raman', 'head')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const statement = { framework: 'evident-mathematics', version: 1, code: '4.F1' }
const addsOne = '01930000-0000-7000-8000-000000000001'
const halves = '01930000-0000-7000-8000-000000000002'
const list = async (by = room.practitioner) => (await by.ask(contract.misconceptionList, {})).misconceptions
const option = (wording: string, misconceptionId: string | null) => ({
  id: newId(),
  wording,
  isRight: misconceptionId === null,
  misconceptionId,
})
const question = (options = [option('2/4', null), option('1/4', halves), option('2/3', addsOne)]) => ({
  id: newId(),
  groupId: room.groupId,
  statement,
  question: 'Which is the same as ½?',
  options,
})

describe('misconception.add', () => {
  const added = () => ({ id: newId(), statement, wording: 'Folds into parts that are not equal' })
  it('accepted: named for the whole school', async () => {
    const made = added()
    await room.practitioner.send(contract.misconceptionAdd, made)
    expect(await list(outsider)).toContainEqual({ ...made, isRetired: false })
  })
  it('refused: by those who don’t teach or support, and of a statement that is none', async () => {
    await expect(head.send(contract.misconceptionAdd, added())).rejects.toMatchObject(notAllowed)
    const unknown = { ...added(), statement: { framework: 'x', version: 1, code: 'y' } }
    await expect(room.teacher.send(contract.misconceptionAdd, unknown)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not in its list', async () => {
    const made = added()
    await room.teacher.send(contract.misconceptionAdd, made)
    expect((await list(stranger)).map(({ id }) => id)).not.toContain(made.id)
  })
})

describe('misconception.change', () => {
  it('accepted: another name for one that comes with the product, and offered no more', async () => {
    const change = { misconceptionId: addsOne, wording: 'Adds one to both' }
    await room.practitioner.send(contract.misconceptionChange, { id: newId(), ...change, isRetired: false })
    expect((await list()).find(({ id }) => id === addsOne)).toMatchObject({ wording: 'Adds one to both', statement, isRetired: false })
    await room.teacher.send(contract.misconceptionChange, { id: newId(), ...change, isRetired: true })
    expect((await list()).find(({ id }) => id === addsOne)).toMatchObject({ isRetired: true })
  })
  it('refused: one that is not there', async () => {
    const change = { id: newId(), misconceptionId: newId(), wording: 'Guesses', isRetired: false }
    await expect(room.practitioner.send(contract.misconceptionChange, change)).rejects.toMatchObject(notFound)
  })
  it('other organisation: the name there stays', async () => {
    expect((await list(stranger)).find(({ id }) => id === addsOne)?.wording).toBe('Adds one to top and bottom')
  })
})

describe('misconception.list', () => {
  it('accepted: the product’s own are there from the beginning, by name', async () => {
    const names = (await list(stranger)).map(({ wording }) => wording)
    expect(names).toHaveLength(shippedMisconceptions.length)
    expect(names).toEqual(names.toSorted((a, b) => new Intl.Collator('en-GB').compare(a, b)))
  })
  it('refused: to those who see no record', async () => {
    await expect(head.ask(contract.misconceptionList, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: each has its own', async () => {
    const made = { id: newId(), statement, wording: 'Only here' }
    await stranger.send(contract.misconceptionAdd, made)
    expect((await list()).map(({ id }) => id)).not.toContain(made.id)
  })
})

describe('hingeQuestion.make', () => {
  it('accepted: for a group one works with', async () => {
    await room.practitioner.send(contract.hingeQuestionMake, question())
  })
  it('refused: by others, and with a wrong option that gives nothing away', async () => {
    await expect(outsider.send(contract.hingeQuestionMake, question())).rejects.toMatchObject(notFound)
    const open = question([option('2/4', null), { ...option('1/4', null), isRight: false }])
    await expect(room.practitioner.send(contract.hingeQuestionMake, open)).rejects.toMatchObject({
      refusal: { reason: 'misconception_missing' },
    })
    const naming = { ...question(), question: 'Why does Callum say 2/3?' }
    await expect(room.practitioner.send(contract.hingeQuestionMake, naming)).rejects.toMatchObject({
      refusal: { reason: 'names_a_learner' },
    })
    const unknown = question([option('2/4', null), option('1/4', newId())])
    await expect(room.practitioner.send(contract.hingeQuestionMake, unknown)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.hingeQuestionMake, question())).rejects.toMatchObject(notFound)
  })
})

describe('hingeQuestion.retire', () => {
  it('accepted: twice is once', async () => {
    const made = question()
    await room.practitioner.send(contract.hingeQuestionMake, made)
    await room.teacher.send(contract.hingeQuestionRetire, { questionId: made.id })
    await room.teacher.send(contract.hingeQuestionRetire, { questionId: made.id })
  })
  it('refused: by those who don’t work with its group', async () => {
    const made = question()
    await room.practitioner.send(contract.hingeQuestionMake, made)
    await expect(outsider.send(contract.hingeQuestionRetire, { questionId: made.id })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const made = question()
    await room.practitioner.send(contract.hingeQuestionMake, made)
    await expect(stranger.send(contract.hingeQuestionRetire, { questionId: made.id })).rejects.toMatchObject(notFound)
  })
})

describe('the rules of a hinge question', () => {
  it.each([
    ['no right option', [option('1/4', halves), option('2/3', addsOne)], 'one_right_option'],
    ['two right options', [option('1/2', null), option('2/4', null)], 'one_right_option'],
    ['a wrong option without a misconception', [option('2/4', null), { ...option('1/4', null), isRight: false }], 'misconception_missing'],
    ['a right option with one', [{ ...option('2/4', halves), isRight: true }, option('1/4', addsOne)], 'misconception_of_right_option'],
    ['an option twice', [option('2/4', null), option('1/4', addsOne), option(' 1/4 ', halves)], 'option_twice'],
    ['what a hinge question is', [option('2/4', null), option('1/4', halves)], undefined],
  ])('%s', (_, options, reason) => {
    expect(hingeQuestionRefusal({ question: 'Which is the same as ½?', options }, ['Callum'])?.reason).toBe(reason)
  })
  it.each([
    ['right and sure', { isRight: true, misconceptionId: null }, true, { response: 'secure', misconceptionId: null }],
    ['right, and nobody asked how sure', { isRight: true, misconceptionId: null }, null, { response: 'secure', misconceptionId: null }],
    ['right but unsure is not secure', { isRight: true, misconceptionId: null }, false, { response: 'nearly', misconceptionId: null }],
    ['wrong and sure', { isRight: false, misconceptionId: halves }, true, { response: 'not_yet', misconceptionId: halves }],
    ['wrong and unsure', { isRight: false, misconceptionId: halves }, false, { response: 'not_yet', misconceptionId: halves }],
  ] as const)('%s', (_, chosen, isSure, reading) => {
    expect(hingeReading(chosen, isSure)).toEqual(reading)
  })
})

describe('the rules of names', () => {
  it.each([
    ['Mathematics', 'evident-mathematics'],
    ['Phonics', 'evident-english'],
    ['Year 9 science', 'evident-science'],
    ['History', undefined],
  ])('in %s offers those of the ladder %s and the school’s own', (subject, ladder) => {
    const own = { id: newId(), statement: null, wording: 'Reads the picture, not the words', isRetired: false }
    const offered = shippedMisconceptions.filter(({ statement: of }) => of?.framework === ladder)
    expect(offered.length > 0).toBe(ladder !== undefined)
    expect(ofSubject([own, ...shippedMisconceptions], subject)).toEqual([own, ...offered])
  })
  const named = (wording: string, code: string | null, isRetired = false) => ({
    id: newId(),
    wording,
    isRetired,
    statement: code === null ? null : { ...statement, code },
  })
  it('a name is found again in its statement, however it is typed', () => {
    const known = [named('Adds the bottoms', '4.F2'), named('Guesses', null)]
    expect(findNamed(known, { wording: ' adds THE bottoms', statement: { ...statement, code: '4.F2' } })).toBe(known[0])
    expect(findNamed(known, { wording: 'Adds the bottoms', statement })).toBeUndefined()
    expect(findNamed(known, { wording: 'guesses', statement: null })).toBe(known[1])
  })
  it('offers those of the goal’s statement first and no retired one', () => {
    const other = named('Adds the bottoms', '4.F2')
    const own = named('Halves the fraction', '4.F1')
    const free = named('Another subject’s', null)
    expect(offeredFor([free, other, own, named('Old', '4.F1', true)], statement)).toEqual([own, other, free])
    expect(offeredFor([other, free], null)).toEqual([free, other])
  })
  it('compares statements by all that names them', () => {
    expect(isOfStatement(statement, { ...statement })).toBe(true)
    expect(isOfStatement(null, null)).toBe(true)
    expect(isOfStatement(statement, { ...statement, version: 2 })).toBe(false)
    expect(isOfStatement(statement, null)).toBe(false)
  })
})
