// Groups: making them, saying who belongs to them, and that no command is a way to a record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { learnerInGroup, learnerRegister } from '../learners/contract.ts'
import * as contract from './contract.ts'
import { belongedAt, belongsNow, joinRefusal, partRefusal, wereTogether, worksWith } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let admin: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  admin = await app.school.person('Helen Marsh', 'administrator')
  stranger = await app.otherSchool.person('Omar Stone', 'administrator', 'teacher')
})
afterAll(() => app.close())

const notAllowed = { refusal: { code: 'not_allowed' } }
const notFound = { refusal: { code: 'not_found' } }
const details = () => ({ id: newId(), name: 'Fractions boost', subject: 'Mathematics', cover: 'plum' as const, kind: 'support' as const })

async function newGroup(by: TestPerson = room.teacher) {
  const group = details()
  await by.send(contract.groupCreate, group)
  return group.id
}

async function newLearner(by: TestPerson = room.teacher) {
  const id = newId()
  await by.send(learnerRegister, { id, givenName: 'Ewa', familyInitial: 'K' })
  return id
}

const find = async (person: TestPerson, id: string) => (await person.ask(contract.groupMine, {})).groups.find((group) => group.id === id)

describe('group.create', () => {
  it('accepted: whoever makes it works with it, as what they are', async () => {
    const id = await newGroup(room.practitioner)
    expect(await find(room.practitioner, id)).toMatchObject({
      name: 'Fractions boost',
      learnerCount: 0,
      staff: [{ name: 'Dawn Okafor', part: 'practitioner' }],
    })
    expect((await find(outsider, await newGroup(outsider)))?.staff).toMatchObject([{ part: 'teacher' }])
  })
  it('refused: an administrator makes no groups', async () => {
    await expect(admin.send(contract.groupCreate, details())).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: another school does not list it', async () => {
    const id = await newGroup()
    expect((await stranger.ask(contract.groupAll, {})).groups.some((group) => group.id === id)).toBe(false)
  })
})

describe('group.rename', () => {
  it('accepted: by its teacher', async () => {
    const groupId = await newGroup()
    await room.teacher.send(contract.groupRename, { groupId, name: 'Halves and quarters' })
    expect(await find(room.teacher, groupId)).toMatchObject({ name: 'Halves and quarters' })
  })
  it('refused: a colleague of another group, and a practitioner who did not make it', async () => {
    await expect(outsider.send(contract.groupRename, { groupId: room.groupId, name: 'Mine' })).rejects.toMatchObject(notFound)
    await expect(room.practitioner.send(contract.groupRename, { groupId: room.groupId, name: 'Mine' })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.groupRename, { groupId: room.groupId, name: 'Mine' })).rejects.toMatchObject(notFound)
  })
})

describe('group.addLearner', () => {
  it('accepted: someone just registered, and someone the practitioner works with already', async () => {
    const groupId = await newGroup(room.practitioner)
    await room.practitioner.send(contract.groupAddLearner, { id: newId(), groupId, learnerId: await newLearner(room.practitioner) })
    await room.practitioner.send(contract.groupAddLearner, { id: newId(), groupId, learnerId: room.learnerIds[0] })
    expect(await find(room.practitioner, groupId)).toMatchObject({ learnerCount: 2 })
  })
  it('refused: it is no way to the record of a learner of others', async () => {
    const groupId = await newGroup(outsider)
    await expect(outsider.send(contract.groupAddLearner, { id: newId(), groupId, learnerId: room.learnerIds[0] })).rejects.toMatchObject(
      notFound,
    )
    await expect(outsider.send(contract.groupAddLearner, { id: newId(), groupId, learnerId: await newLearner() })).rejects.toMatchObject(
      notFound,
    )
  })
  it('refused: twice', async () => {
    await expect(
      room.teacher.send(contract.groupAddLearner, { id: newId(), groupId: room.groupId, learnerId: room.learnerIds[0] }),
    ).rejects.toMatchObject({ refusal: { reason: 'already_in_group' } })
  })
  it('other organisation: neither group nor learner are found', async () => {
    await expect(
      stranger.send(contract.groupAddLearner, { id: newId(), groupId: room.groupId, learnerId: room.learnerIds[0] }),
    ).rejects.toMatchObject(notFound)
    const groupId = await newGroup(stranger)
    await expect(stranger.send(contract.groupAddLearner, { id: newId(), groupId, learnerId: room.learnerIds[0] })).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('group.removeLearner', () => {
  it('accepted: the learner is gone from the list at once, and can come back', async () => {
    const groupId = await newGroup()
    const learnerId = await newLearner()
    await room.teacher.send(contract.groupAddLearner, { id: newId(), groupId, learnerId })
    await room.teacher.send(contract.groupRemoveLearner, { groupId, learnerId })
    expect((await room.teacher.ask(learnerInGroup, { groupId })).learners).toEqual([])
    await admin.send(contract.groupAddLearner, { id: newId(), groupId, learnerId })
    expect((await room.teacher.ask(learnerInGroup, { groupId })).learners).toHaveLength(1)
  })
  it('accepted: a slip is mended on the same day by whoever manages the group, and by nobody else', async () => {
    const groupId = await newGroup()
    const learnerId = await newLearner()
    await admin.send(contract.groupAddLearner, { id: newId(), groupId, learnerId })
    await room.teacher.send(contract.groupRemoveLearner, { groupId, learnerId })
    const elsewhere = await newGroup(outsider)
    await expect(outsider.send(contract.groupAddLearner, { id: newId(), groupId: elsewhere, learnerId })).rejects.toMatchObject(notFound)
    await room.teacher.send(contract.groupAddLearner, { id: newId(), groupId, learnerId })
    expect((await room.teacher.ask(learnerInGroup, { groupId })).learners).toHaveLength(1)
  })
  it('refused: by a colleague of another group, and who is not in it', async () => {
    await expect(
      outsider.send(contract.groupRemoveLearner, { groupId: room.groupId, learnerId: room.learnerIds[0] }),
    ).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(contract.groupRemoveLearner, { groupId: room.groupId, learnerId: newId() })).rejects.toMatchObject(
      notFound,
    )
  })
  it('other organisation: not found', async () => {
    await expect(
      stranger.send(contract.groupRemoveLearner, { groupId: room.groupId, learnerId: room.learnerIds[0] }),
    ).rejects.toMatchObject(notFound)
  })
})

describe('group.addStaff', () => {
  it('accepted: the colleague has the group among theirs', async () => {
    const groupId = await newGroup(room.practitioner)
    await room.practitioner.send(contract.groupAddStaff, { id: newId(), groupId, personId: room.teacher.id, part: 'teacher' })
    expect(await find(room.teacher, groupId)).toBeDefined()
  })
  it('refused: oneself into a group of others, a part without its role, someone twice', async () => {
    const add = { id: newId(), groupId: room.groupId, part: 'teacher' as const }
    await expect(outsider.send(contract.groupAddStaff, { ...add, personId: outsider.id })).rejects.toMatchObject(notFound)
    const groupId = await newGroup(room.practitioner)
    await expect(room.practitioner.send(contract.groupAddStaff, { ...add, groupId, personId: admin.id })).rejects.toMatchObject({
      refusal: { reason: 'part_without_role' },
    })
    await expect(room.practitioner.send(contract.groupAddStaff, { ...add, groupId, personId: room.practitioner.id })).rejects.toMatchObject(
      { refusal: { reason: 'already_in_group' } },
    )
  })
  it('other organisation: not found', async () => {
    await expect(
      stranger.send(contract.groupAddStaff, { id: newId(), groupId: room.groupId, personId: stranger.id, part: 'teacher' }),
    ).rejects.toMatchObject(notFound)
  })
})

describe('group.removeStaff', () => {
  it('accepted: the group and its learners are closed to the colleague at once', async () => {
    const groupId = await newGroup()
    await room.teacher.send(contract.groupAddStaff, { id: newId(), groupId, personId: outsider.id, part: 'teacher' })
    await outsider.ask(learnerInGroup, { groupId })
    await room.teacher.send(contract.groupRemoveStaff, { groupId, personId: outsider.id })
    expect(await find(outsider, groupId)).toBeUndefined()
    await expect(outsider.ask(learnerInGroup, { groupId })).rejects.toMatchObject(notFound)
  })
  it('refused: by someone who does not manage the group', async () => {
    await expect(
      room.practitioner.send(contract.groupRemoveStaff, { groupId: room.groupId, personId: room.teacher.id }),
    ).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.groupRemoveStaff, { groupId: room.groupId, personId: room.teacher.id })).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('group.close', () => {
  it('accepted: it is in nobody’s list, and nobody can be added', async () => {
    const groupId = await newGroup()
    await room.teacher.send(contract.groupClose, { groupId })
    expect(await find(room.teacher, groupId)).toBeUndefined()
    await expect(admin.send(contract.groupAddLearner, { id: newId(), groupId, learnerId: room.learnerIds[0] })).rejects.toMatchObject({
      refusal: { reason: 'group_closed' },
    })
    await expect(admin.send(contract.groupClose, { groupId })).rejects.toMatchObject({ refusal: { reason: 'group_closed' } })
  })
  it('refused: by a colleague of another group', async () => {
    await expect(outsider.send(contract.groupClose, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.groupClose, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
})

describe('group.mine', () => {
  it('accepted: one’s own groups with counts and colleagues', async () => {
    const group = await find(room.practitioner, room.groupId)
    expect(group).toMatchObject({ name: '4H Mathematics', learnerCount: 3 })
    expect(group?.staff.map(({ name }) => name).sort()).toEqual(['Dawn Okafor', 'Mark Hartley'])
  })
  it('refused: an administrator has none', async () => {
    await expect(admin.ask(contract.groupMine, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: no group of this school', async () => {
    expect(await find(stranger, room.groupId)).toBeUndefined()
  })
})

describe('group.all', () => {
  it('accepted: the office sees names and counts', async () => {
    expect((await admin.ask(contract.groupAll, {})).groups.find(({ id }) => id === room.groupId)).toMatchObject({ learnerCount: 3 })
  })
  it('refused: a practitioner sees her own alone', async () => {
    await expect(room.practitioner.ask(contract.groupAll, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: none of this school', async () => {
    expect((await stranger.ask(contract.groupAll, {})).groups.some(({ id }) => id === room.groupId)).toBe(false)
  })
})

describe('rules', () => {
  const stay = (groupId: string, fromOn: string, untilOn: string | null) => ({ groupId, fromOn, untilOn })
  const at = (day: string) => new Date(`${day}T12:00:00.000Z`)
  it('belongsNow and belongedAt differ on the last day alone', () => {
    const ended = stay('a', '2026-11-02', '2026-11-24')
    const both = (day: string) => [belongsNow(ended, at(day)), belongedAt(ended, at(day).toISOString())]
    expect(both('2026-11-23')).toEqual([true, true])
    expect(both('2026-11-24')).toEqual([false, true])
    expect(both('2026-11-25')).toEqual([false, false])
    expect(both('2026-11-01')).toEqual([false, false])
  })
  it.each([
    ['2026-11-24T10:29:59.999Z', false],
    ['2026-11-24T10:30:00.000Z', true],
    ['2026-11-24T12:00:00.000Z', true],
    ['2026-11-24T12:00:00.001Z', false],
    ['2026-11-23T11:00:00.000Z', false],
    ['2026-11-24', false],
  ])('who takes one session belongs to the group for its hours alone: %s', (moment, belongs) => {
    const taken = { ...stay('a', '2026-11-24', '2026-11-24'), fromAt: '2026-11-24T10:30:00.000Z', untilAt: '2026-11-24T12:00:00.000Z' }
    expect(belongedAt(taken, moment)).toBe(belongs)
    expect(belongsNow(taken, new Date(moment))).toBe(belongs)
  })
  it('worksWith needs one group that both are in now', () => {
    const adult = [stay('a', '2026-09-01', null), stay('b', '2026-09-01', '2026-10-01')]
    expect(worksWith(adult, [stay('a', '2026-11-24', null)], at('2026-11-24'))).toBe(true)
    expect(worksWith(adult, [stay('b', '2026-09-01', null)], at('2026-11-24'))).toBe(false)
  })
  it('wereTogether looks at the named group at the moment', () => {
    const adult = [stay('a', '2026-09-01', '2026-11-23')]
    expect(wereTogether(adult, [stay('a', '2026-09-01', null)], 'a', '2026-11-23T12:00:00.000Z')).toBe(true)
    expect(wereTogether(adult, [stay('a', '2026-09-01', null)], 'a', '2026-11-24T12:00:00.000Z')).toBe(false)
    expect(wereTogether(adult, [stay('a', '2026-09-01', null)], 'b', '2026-11-23T12:00:00.000Z')).toBe(false)
  })
  it('joinRefusal and partRefusal', () => {
    expect(joinRefusal({ isClosed: false, isIn: false })).toBeUndefined()
    expect(joinRefusal({ isClosed: true, isIn: false })).toMatchObject({ reason: 'group_closed' })
    expect(partRefusal('teacher', ['practitioner'])).toMatchObject({ reason: 'part_without_role' })
    expect(partRefusal('practitioner', ['practitioner'])).toBeUndefined()
  })
})
