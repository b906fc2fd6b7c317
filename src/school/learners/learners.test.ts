// Learners: registering, mending, and how a pasted list is read.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { symbols } from '../../core/symbols.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { symbolNamed } from '../../web/ui/symbol-named.ts'
import * as contract from './contract.ts'
import { namesFromPaste, shownName } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let senco: TestPerson
let office: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  senco = await app.school.person('Sian Rees', 'senco')
  office = await app.school.person('Lena Frost', 'data_lead')
  head = await app.school.person('Jo Birch', 'head')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'senco', 'data_lead')
})
afterAll(() => app.close())

const notAllowed = { refusal: { code: 'not_allowed' } }
const notFound = { refusal: { code: 'not_found' } }
const learner = async (id: string) =>
  (await room.teacher.ask(contract.learnerInGroup, { groupId: room.groupId })).learners.find((one) => one.id === id)

describe('learner.register', () => {
  it('accepted: the office finds the name', async () => {
    const id = newId()
    await room.practitioner.send(contract.learnerRegister, { id, givenName: '  Aaliyah ', familyInitial: 'R' })
    expect((await office.ask(contract.learnerList, {})).learners.find((one) => one.id === id)).toMatchObject({
      name: 'Aaliyah R',
      groups: [],
    })
  })
  it('refused: a head registers nobody; a family name is more than is kept', async () => {
    await expect(head.send(contract.learnerRegister, { id: newId(), givenName: 'X', familyInitial: null })).rejects.toMatchObject(
      notAllowed,
    )
    await expect(
      room.teacher.send(contract.learnerRegister, { id: newId(), givenName: 'X', familyInitial: 'Brown' }),
    ).rejects.toMatchObject({ refusal: { code: 'invalid', field: 'familyInitial' } })
  })
  it('other organisation: the learner is in no list of another school', async () => {
    const id = newId()
    await room.teacher.send(contract.learnerRegister, { id, givenName: 'Ewa', familyInitial: 'K' })
    expect((await stranger.ask(contract.learnerList, {})).learners.some((one) => one.id === id)).toBe(false)
  })
})

describe('learner.rename', () => {
  it('accepted: by who works with the learner, and by the office', async () => {
    const [id] = room.learnerIds
    await office.send(contract.learnerRename, { learnerId: id, givenName: 'Calum', familyInitial: 'B' })
    expect((await learner(id))?.name).toBe('Calum B')
    await room.practitioner.send(contract.learnerRename, { learnerId: id, givenName: 'Callum', familyInitial: 'B' })
    expect((await learner(id))?.name).toBe('Callum B')
  })
  it('refused: a colleague who does not work with the learner', async () => {
    await expect(
      outsider.send(contract.learnerRename, { learnerId: room.learnerIds[0], givenName: 'X', familyInitial: null }),
    ).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(
      stranger.send(contract.learnerRename, { learnerId: room.learnerIds[0], givenName: 'X', familyInitial: null }),
    ).rejects.toMatchObject(notFound)
  })
})

describe('learner.chooseSymbol', () => {
  it('accepted: the symbol is shown', async () => {
    await room.practitioner.send(contract.learnerChooseSymbol, { learnerId: room.learnerIds[0], symbol: 'football' })
    expect((await learner(room.learnerIds[0]))?.symbol).toBe('football')
  })
  it('accepted: whoever has just registered a learner chooses with them, before any group', async () => {
    const id = newId()
    await outsider.send(contract.learnerRegister, { id, givenName: 'Ewa', familyInitial: 'K' })
    await outsider.send(contract.learnerChooseSymbol, { learnerId: id, symbol: 'horse' })
    await expect(room.teacher.send(contract.learnerChooseSymbol, { learnerId: id, symbol: 'cat' })).rejects.toMatchObject(notFound)
  })
  it('refused: a colleague, the office', async () => {
    await expect(outsider.send(contract.learnerChooseSymbol, { learnerId: room.learnerIds[0], symbol: 'cat' })).rejects.toMatchObject(
      notFound,
    )
    await expect(office.send(contract.learnerChooseSymbol, { learnerId: room.learnerIds[0], symbol: 'cat' })).rejects.toMatchObject(
      notFound,
    )
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.learnerChooseSymbol, { learnerId: room.learnerIds[0], symbol: 'cat' })).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('learner.setWhatHelps', () => {
  it('accepted: by a practitioner of the group and by the SENCO; and taken away', async () => {
    await room.practitioner.send(contract.learnerSetWhatHelps, { learnerId: room.learnerIds[2], whatHelps: 'step cards, counters' })
    expect((await learner(room.learnerIds[2]))?.whatHelps).toBe('step cards, counters')
    await senco.send(contract.learnerSetWhatHelps, { learnerId: room.learnerIds[2], whatHelps: null })
    expect((await learner(room.learnerIds[2]))?.whatHelps).toBeNull()
  })
  it('refused: colleague, office, head', async () => {
    for (const person of [outsider, office, head]) {
      await expect(person.send(contract.learnerSetWhatHelps, { learnerId: room.learnerIds[2], whatHelps: 'x' })).rejects.toMatchObject(
        notFound,
      )
    }
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.learnerSetWhatHelps, { learnerId: room.learnerIds[2], whatHelps: 'x' })).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('learner.inGroup', () => {
  it('accepted: in the order of names, and each look is in the access log', async () => {
    const { learners } = await senco.ask(contract.learnerInGroup, { groupId: room.groupId })
    expect(learners.map(({ name }) => name)).toEqual(['Callum B', 'Maisie T', 'Theo W'])
    const lines = await app.school.look((tx) =>
      tx.db
        .selectFrom('accessLog')
        .select('learnerId')
        .where('organisationId', '=', app.school.id)
        .where('personId', '=', senco.id)
        .execute(),
    )
    expect(new Set(lines.map(({ learnerId }) => learnerId))).toEqual(new Set(room.learnerIds))
  })
  it('refused: a colleague of another group, the office', async () => {
    await expect(outsider.ask(contract.learnerInGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
    await expect(office.ask(contract.learnerInGroup, { groupId: room.groupId })).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(contract.learnerInGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
})

describe('learner.list', () => {
  it('accepted: names with groups, nothing noted', async () => {
    const { learners } = await head.ask(contract.learnerList, {})
    expect(learners.find(({ id }) => id === room.learnerIds[1])).toEqual({
      id: room.learnerIds[1],
      name: 'Maisie T',
      symbol: null,
      groups: ['4H Mathematics'],
    })
  })
  it('refused: a practitioner does not get everybody’s names', async () => {
    await expect(room.practitioner.ask(contract.learnerList, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: none of this school', async () => {
    expect((await stranger.ask(contract.learnerList, {})).learners).toEqual([])
  })
})

describe('learner.givenNames', () => {
  it('accepted: the names of one’s own groups, and nothing else of a child', async () => {
    expect(await room.practitioner.ask(contract.learnerGivenNames, {})).toEqual({ names: ['Callum', 'Maisie', 'Theo'] })
  })
  it('accepted: none for a colleague of another group', async () => {
    expect((await outsider.ask(contract.learnerGivenNames, {})).names).not.toContain('Callum')
  })
  it('refused: whoever works with no group by their role', async () => {
    await expect(office.ask(contract.learnerGivenNames, {})).rejects.toMatchObject(notAllowed)
    await expect(head.ask(contract.learnerGivenNames, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: none of this school', async () => {
    expect((await stranger.ask(contract.learnerGivenNames, {})).names).not.toContain('Callum')
  })
})

describe('namesFromPaste', () => {
  const read = (text: string) => namesFromPaste(text).map(shownName)
  it.each([
    ['Aaliyah R.\nCallum Brown\nEwa K\n', ['Aaliyah R', 'Callum B', 'Ewa K']],
    ['Brown, Callum\nRahman, Aaliyah', ['Callum B', 'Aaliyah R']],
    ['Aaliyah R, Callum B, Ewa', ['Aaliyah R', 'Callum B', 'Ewa']],
    ['Aaliyah, Callum', ['Aaliyah', 'Callum']],
    ['Callum Brown; Ewa Kowalska', ['Callum B', 'Ewa K']],
    ['Forename\tSurname\tDOB\r\nCallum\tBrown\t01/02/2018', ['Callum B']],
    ['Surname\tForename\nBrown\tCallum', ['Callum B']],
    ['1. Callum James Brown\n2) Daan van der Berg', ['Callum B', 'Daan B']],
    ['BROWN Callum\nCALLUM BROWN\njean-luc picard', ['Callum B', 'Callum B', 'Jean-Luc P']],
    ["O'Neill, Siân\n• Zoë Ångström", ['Siân O', 'Zoë Å']],
    ['Łukasz Żak\nÉlodie', ['Łukasz Ż', 'Élodie']],
    ['', []],
    ['\n ,;\t\n123', []],
  ])('reads %j', (text, names) => {
    expect(read(text)).toEqual(names)
  })
  it('flags who stands in the list already', () => {
    expect(namesFromPaste('Callum Brown\ncallum b\nCallum C').map(({ isDuplicate }) => isDuplicate)).toEqual([false, true, false])
  })
  it('gives only what can be registered, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom('A', 'b', ' ', '\t', ',', '\n', '.', "'", '-', 'É', 'ß', 'ŉ') }),
        ),
        (text) => {
          for (const name of namesFromPaste(text)) {
            expect(contract.GivenName.safeParse(name.givenName).success, name.givenName).toBe(true)
            expect(
              name.familyInitial === null || contract.FamilyInitial.safeParse(name.familyInitial).success,
              String(name.familyInitial),
            ).toBe(true)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('shownName', () => {
  it('shows the initial when there is one', () => {
    expect([shownName({ givenName: 'Callum', familyInitial: 'B' }), shownName({ givenName: 'Ewa', familyInitial: null })]).toEqual([
      'Callum B',
      'Ewa',
    ])
  })
})

describe('symbolNamed', () => {
  it('is the picture, or nothing where none was chosen or a later version had it', () => {
    const [first] = symbols
    expect([symbolNamed(first), symbolNamed(null), symbolNamed('picture-of-tomorrow')]).toEqual([first, null, null])
  })
})
