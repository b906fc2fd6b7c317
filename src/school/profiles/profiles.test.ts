// Profiles: written section by section, the latest holds, read in ninety seconds, one child or a whole group.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Parsed } from '../../core/contract.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { addLearner, type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { learnerErase } from '../erasure/contract.ts'
import { learnerInGroup, learnerRegister, learnerSetWhatHelps } from '../learners/contract.ts'
import { type ProfileEntry, profileForGroup, profileForLearner, profileWrite } from './contract.ts'
import { canSeeProfile, canSeeProfiles, canWriteProfile } from './policy.ts'
import {
  holding,
  interestsIn,
  lastWrittenOn,
  mostStarts,
  newestFirst,
  profileRefusal,
  saysWhatIsMissing,
  secondsToRead,
  singleSections,
  withHelpsBefore,
} from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let senco: TestPerson
let office: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  senco = await app.school.person('Sian Rees', 'senco')
  office = await app.school.person('Lena Frost', 'data_lead', 'head', 'administrator')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'senco')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
type Written = Parsed<typeof profileWrite.input>

function written(learnerId: string, change: Partial<Written> = {}): Written {
  const nothing = { about: '', seenOn: null, writtenAt: '2026-11-24T10:40:00.000Z' }
  return { id: newId(), learnerId, section: 'interests', text: 'Trains', voice: 'child', ...nothing, ...change }
}

async function learner(): Promise<string> {
  const learnerId = newId()
  await addLearner(room.teacher, room.groupId, learnerId, 'Ewa', 'K')
  return learnerId
}

const heldBy = async (learnerId: string) => {
  const { entries } = await room.teacher.ask(profileForLearner, { learnerId })
  return holding(entries).map(({ section, text, writtenByName }) => [section, text, writtenByName])
}
const tile = async (id: string) =>
  (await room.teacher.ask(learnerInGroup, { groupId: room.groupId })).learners.find((one) => one.id === id)?.whatHelps

describe('profile.write', () => {
  it('accepted: by practitioner, teacher and SENCO; the latest holds and the earlier ones stay', async () => {
    const learnerId = await learner()
    await room.practitioner.send(profileWrite, written(learnerId, { text: 'Trains' }))
    await room.teacher.send(profileWrite, written(learnerId, { text: 'Trains and maps', writtenAt: '2026-11-24T10:41:00.000Z' }))
    await senco.send(profileWrite, written(learnerId, { section: 'access', text: 'Sits near the board', voice: 'adult' }))
    expect(await heldBy(learnerId)).toEqual([
      ['interests', 'Trains and maps', 'Mark Hartley'],
      ['access', 'Sits near the board', 'Sian Rees'],
    ])
    expect((await room.teacher.ask(profileForLearner, { learnerId })).entries).toHaveLength(3)
  })
  it('accepted: what waited on a device does not stand over what was written since', async () => {
    const learnerId = await learner()
    await room.teacher.send(profileWrite, written(learnerId, { section: 'helps', text: 'Word mat' }))
    const earlier = { section: 'helps' as const, text: 'Talk partner', writtenAt: '2026-11-23T15:00:00.000Z' }
    await room.practitioner.send(profileWrite, written(learnerId, earlier))
    expect(await heldBy(learnerId)).toEqual([['helps', 'Word mat', 'Mark Hartley']])
    expect(await tile(learnerId)).toBe('Word mat')
    await room.teacher.send(profileWrite, written(learnerId, { section: 'helps', text: null, writtenAt: '2026-11-24T10:50:00.000Z' }))
    expect([await heldBy(learnerId), await tile(learnerId)]).toEqual([[], null])
  })
  it('accepted: by whoever registered a child that nobody has yet', async () => {
    const learnerId = newId()
    await room.practitioner.send(learnerRegister, { id: learnerId, givenName: 'Ada', familyInitial: null })
    await room.practitioner.send(profileWrite, written(learnerId))
    await expect(outsider.send(profileWrite, written(learnerId))).rejects.toMatchObject(notFound)
  })
  it('refused: by role, for another group’s learner, a starting point without subject or day, a clock that runs ahead, an erased learner', async () => {
    const learnerId = await learner()
    await expect(office.send(profileWrite, written(learnerId))).rejects.toMatchObject(notAllowed)
    await expect(outsider.send(profileWrite, written(learnerId))).rejects.toMatchObject(notFound)
    const start = { section: 'start' as const, text: 'Shades halves' }
    await expect(room.teacher.send(profileWrite, written(learnerId, start))).rejects.toMatchObject({ refusal: { reason: 'about_needed' } })
    await expect(room.teacher.send(profileWrite, written(learnerId, { writtenAt: '2026-11-24T11:30:00.000Z' }))).rejects.toMatchObject({
      refusal: { reason: 'in_future' },
    })
    await room.teacher.send(profileWrite, written(learnerId))
    await office.send(learnerErase, { id: newId(), learnerId, reason: 'Left the school' })
    await expect(room.teacher.send(profileWrite, written(learnerId))).rejects.toMatchObject({ refusal: { code: 'learner_erased' } })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(profileWrite, written(room.learnerIds[0]))).rejects.toMatchObject(notFound)
  })
})

describe('profile.forLearner', () => {
  it('accepted: what an older device says of what helps has its place in the history', async () => {
    const learnerId = await learner()
    await room.practitioner.send(learnerSetWhatHelps, { learnerId, whatHelps: 'Fraction wall' })
    expect([await heldBy(learnerId), await tile(learnerId)]).toEqual([[['helps', 'Fraction wall', 'Dawn Okafor']], 'Fraction wall'])
  })
  it('refused: a colleague of another group, and the office', async () => {
    await expect(outsider.ask(profileForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notFound)
    await expect(office.ask(profileForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(profileForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notFound)
  })
})

describe('profile.forGroup', () => {
  it('accepted: every learner of the group, with what holds alone', async () => {
    const { groupId, learnerIds, practitioner } = await makeClassroom(app.school)
    await practitioner.send(profileWrite, written(learnerIds[2], { text: 'Trains' }))
    await practitioner.send(profileWrite, written(learnerIds[2], { text: 'Train tracks', writtenAt: '2026-11-24T10:43:00.000Z' }))
    const { groupName, learners } = await practitioner.ask(profileForGroup, { groupId })
    expect(groupName).toBe('4H Mathematics')
    expect(learners.map(({ name, entries }) => [name, entries.map(({ text }) => text)])).toEqual([
      ['Callum B', []],
      ['Maisie T', []],
      ['Theo W', ['Train tracks']],
    ])
  })
  it('refused: a colleague of another group', async () => {
    await expect(outsider.ask(profileForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(profileForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
})

describe('who reads and writes profiles', () => {
  it('is whoever sees the record', () => {
    const facts = { worksWith: true, isFresh: false, part: 'practitioner' as const }
    for (const { actor } of [room.teacher, room.practitioner, senco]) {
      expect([canWriteProfile(actor, facts), canSeeProfile(actor, facts), canSeeProfiles(actor, facts)]).toEqual([true, true, true])
    }
    expect([canWriteProfile(office.actor, facts), canSeeProfile(office.actor, facts), canSeeProfiles(office.actor, facts)]).toEqual([
      false,
      false,
      false,
    ])
    expect(canSeeProfile(room.teacher.actor, { worksWith: false })).toBe(false)
  })
})

const entry = (change: Partial<ProfileEntry>): ProfileEntry => ({ ...written('x'), writtenByName: 'Dawn Okafor', ...change })

describe('the rules of profiles', () => {
  it('have the latest of each section hold, and starting points by subject, the last seen first', () => {
    const start = (about: string, seenOn: string, writtenAt: string, text: string | null = `in ${about}`) =>
      entry({ section: 'start', about, seenOn, writtenAt, text })
    const entries = [
      start('Fractions', '2026-09-10', '2026-09-10T10:00:00.000Z'),
      start('fractions', '2026-11-20', '2026-11-20T10:00:00.000Z', 'Shades halves'),
      start('Reading', '2026-11-23', '2026-11-10T10:00:00.000Z'),
      start('Spelling', '2026-11-23', '2026-11-11T10:00:00.000Z', null),
      entry({ section: 'helps', text: 'Word mat', writtenAt: null, writtenByName: null }),
      entry({ section: 'helps', text: 'Step card', writtenAt: '2026-11-01T10:00:00.000Z' }),
    ]
    expect(holding(entries).map(({ text }) => text)).toEqual(['Step card', 'in Reading', 'Shades halves'])
    expect(newestFirst(entries).at(-1)?.text).toBe('Word mat')
    expect(lastWrittenOn(entries)).toBe('2026-11-20')
    expect(lastWrittenOn([])).toBeUndefined()
  })
  it('lose nothing that was said of what helps before there were profiles', () => {
    expect(withHelpsBefore('x', 'Short goals', []).map(({ text, writtenByName }) => [text, writtenByName])).toEqual([['Short goals', null]])
    expect(withHelpsBefore('x', null, [])).toEqual([])
    expect(withHelpsBefore('x', 'Step card', [entry({ section: 'helps', text: 'Step card' })])).toHaveLength(1)
  })
  it('want a subject and a day for a starting point, and for nothing else', () => {
    const now = new Date('2026-11-24T10:45:00.000Z')
    const reason = (change: Partial<Written>) => profileRefusal(written('x', change), now)?.reason
    expect(reason({})).toBeUndefined()
    expect(reason({ about: 'Fractions' })).toBe('about_elsewhere')
    expect(reason({ seenOn: '2026-11-24' })).toBe('date_elsewhere')
    expect(reason({ section: 'start', about: 'Fractions' })).toBe('date_needed')
    expect(reason({ section: 'start', about: 'Fractions', seenOn: '2026-11-25' })).toBe('in_future')
    expect(reason({ section: 'start', about: 'Fractions', seenOn: '2026-11-24' })).toBeUndefined()
  })
  it('name each interest once', () => {
    expect(interestsIn('Trains, drawing and Lego.\ntrains; ')).toEqual(['Trains', 'drawing', 'Lego', 'trains'])
    expect(interestsIn('Sand, handball')).toEqual(['Sand', 'handball'])
  })
  it('notice what says what a child can’t, and leave what helps alone', () => {
    for (const text of ['Can’t sit still', 'low ability', 'Struggles with reading', 'Never finishes'])
      expect(saysWhatIsMissing(text)).toBe(true)
    for (const text of ['Step cards, two steps at a time', 'Likes to answer in private', 'Slow, follow the line']) {
      expect(saysWhatIsMissing(text)).toBe(false)
    }
  })
  it('let the longest profile be read in ninety seconds', () => {
    const longest = 'Likes to answer quietly after thinking. '.repeat(5).trim()
    const entries = [
      ...singleSections.map(() => entry({ text: longest })),
      ...Array.from({ length: mostStarts }, () => entry({ text: longest })),
    ]
    expect(longest.length).toBe(199)
    expect(secondsToRead(entries)).toBeLessThanOrEqual(90)
    expect(secondsToRead([entry({ about: 'Fractions', text: 'Shades halves, quarters' })])).toBeCloseTo(1.2)
  })
})
