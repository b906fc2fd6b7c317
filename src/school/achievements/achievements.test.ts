// Achievements: offered by what happened, kept by choice, gone with what they came from.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { addLearner, type Classroom, feedback, improvement, makeClassroom, observation, record, setGoal } from '../../testing/classroom.ts'
import { learnerErase } from '../erasure/contract.ts'
import { feedbackGive } from '../feedback/contract.ts'
import { successCriterionMarkMet, successCriterionUnmarkMet } from '../goals/contract.ts'
import { improvementRecord, improvementWithdraw } from '../improvements/contract.ts'
import { learnerObservationCorrect, learnerObservationWithdraw } from '../observations/contract.ts'
import { sessionStart } from '../sessions/contract.ts'
import { type AchievementOffer, achievementDecline, achievementForLearner, achievementKeep, achievementWithdraw } from './contract.ts'
import { canKeepAchievements, canSeeAchievements } from './policy.ts'
import { achievementRefusal, byDate, declinedOffers, mostOffers, offerKey, openOffers } from './rules.ts'

let app: TestApp
let room: Classroom
let criterionId: string
let goalId: string
let outsider: TestPerson
let senco: TestPerson
let office: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  const goal = await setGoal(room.teacher, { groupId: room.groupId })
  goalId = goal.goalId
  criterionId = goal.criterionIds[0]
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  senco = await app.school.person('Sian Rees', 'senco')
  office = await app.school.person('Lena Frost', 'data_lead')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'senco')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const keptAt = '2026-11-24T10:44:00.000Z'

async function learner(): Promise<string> {
  const learnerId = newId()
  await addLearner(room.teacher, room.groupId, learnerId, 'Ewa', 'K')
  return learnerId
}
const entry = (learnerId: string, change: object = {}) => ({
  ...{ id: newId(), learnerId, words: 'I did it without the card', voice: 'child' as const, offer: null, achievedOn: '2026-11-24', keptAt },
  ...change,
})
const no = (
  learnerId: string,
  offer: { source: AchievementOffer['source']; sourceId: string },
  isDeclined = true,
  declinedAt = keptAt,
) => ({
  ...{ id: newId(), learnerId, source: offer.source, sourceId: offer.sourceId, isDeclined, declinedAt },
})
async function log(learnerId: string) {
  const { entries, offers } = await room.practitioner.ask(achievementForLearner, { learnerId })
  return { entries: entries.map(({ words }) => words), offers: offers.map(({ source, words }) => `${source}: ${words}`) }
}
const quote = (learnerId: string, childWords = 'They are the same length!') =>
  record(room.practitioner, room, { learnerId, childWords, response: 'secure' })

describe('achievement.keep', () => {
  it('accepted: the learner’s own idea, by date', async () => {
    const learnerId = await learner()
    await room.practitioner.send(achievementKeep, entry(learnerId, { words: 'First', achievedOn: '2026-11-20' }))
    await room.teacher.send(achievementKeep, entry(learnerId, { words: 'Later' }))
    expect(await log(learnerId)).toEqual({ entries: ['Later', 'First'], offers: [] })
  })
  it('accepted: from a teacher’s met, and gone again with it', async () => {
    const learnerId = await learner()
    await room.teacher.send(successCriterionMarkMet, { id: newId(), criterionId, learnerId })
    expect(await log(learnerId)).toEqual({ entries: [], offers: ['met: I can: Same amount'] })
    const offer = { source: 'met', sourceId: criterionId }
    await room.practitioner.send(achievementKeep, entry(learnerId, { words: 'I can fold it', offer }))
    expect(await log(learnerId)).toEqual({ entries: ['I can fold it'], offers: [] })
    await room.teacher.send(successCriterionUnmarkMet, { id: newId(), criterionId, learnerId })
    expect(await log(learnerId)).toEqual({ entries: [], offers: [] })
  })
  it('accepted: from a quoted sentence and an improvement; what was withdrawn takes offer and entry along', async () => {
    const learnerId = await learner()
    const said = await quote(learnerId)
    await record(room.practitioner, room, { learnerId, childWords: 'Five is bigger than two', response: 'not_yet' })
    const sessionId = newId()
    await room.practitioner.send(sessionStart, { id: sessionId, groupId: room.groupId, startedAt: '2026-11-24T10:40:00.000Z' })
    const about = { goalId, criterionId, sessionId }
    const second = await record(room.practitioner, room, {
      ...about,
      learnerId,
      source: 'work_sample',
      childWords: 'Down the wall',
      response: 'not_yet',
    })
    const given = { ...feedback(room, about), learnerId }
    await room.practitioner.send(feedbackGive, given)
    const named = { secondObservationId: second, feedbackId: given.id }
    const better = { ...improvement(room, { ...about, ...named }), learnerId, whatChanged: 'I used the wall' }
    await room.practitioner.send(improvementRecord, better)
    expect((await log(learnerId)).offers.toSorted()).toEqual(['improvement: I used the wall', 'quote: They are the same length!'])
    for (const offer of [
      { source: 'quote', sourceId: said },
      { source: 'improvement', sourceId: better.id },
    ]) {
      await room.practitioner.send(achievementKeep, entry(learnerId, { words: offer.source, offer }))
    }
    expect((await log(learnerId)).entries.toSorted()).toEqual(['improvement', 'quote'])
    await room.practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: said, learnerId })
    await room.practitioner.send(improvementWithdraw, { id: newId(), improvementId: better.id, learnerId })
    expect(await log(learnerId)).toEqual({ entries: [], offers: [] })
  })
  it('refused: by role, another group’s learner, what nothing offers any more, a day to come, an erased learner', async () => {
    const learnerId = await learner()
    await expect(office.send(achievementKeep, entry(learnerId))).rejects.toMatchObject(notAllowed)
    await expect(senco.send(achievementKeep, entry(learnerId))).rejects.toMatchObject(notAllowed)
    await expect(outsider.send(achievementKeep, entry(learnerId))).rejects.toMatchObject(notFound)
    const foreign = { offer: { source: 'quote', sourceId: await quote(room.learnerIds[0]) } }
    await expect(room.teacher.send(achievementKeep, entry(learnerId, foreign))).rejects.toMatchObject({
      refusal: { reason: 'source_gone' },
    })
    await expect(room.teacher.send(achievementKeep, entry(learnerId, { achievedOn: '2026-11-25' }))).rejects.toMatchObject({
      refusal: { reason: 'in_future' },
    })
    await office.send(learnerErase, { id: newId(), learnerId, reason: 'Left the school' })
    await expect(room.teacher.send(achievementKeep, entry(learnerId))).rejects.toMatchObject({ refusal: { code: 'learner_erased' } })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(achievementKeep, entry(room.learnerIds[0]))).rejects.toMatchObject(notFound)
  })
})

describe('achievement.withdraw', () => {
  it('accepted: what offered it may offer it again; twice is once', async () => {
    const learnerId = await learner()
    const kept = entry(learnerId, { offer: { source: 'quote', sourceId: await quote(learnerId) } })
    await room.practitioner.send(achievementKeep, kept)
    for (const person of [room.practitioner, room.teacher]) {
      await person.send(achievementWithdraw, { id: newId(), achievementId: kept.id, learnerId })
    }
    expect(await log(learnerId)).toEqual({ entries: [], offers: ['quote: They are the same length!'] })
  })
  it('refused: an entry of another learner', async () => {
    const kept = entry(await learner())
    await room.practitioner.send(achievementKeep, kept)
    const wrong = { id: newId(), achievementId: kept.id, learnerId: room.learnerIds[1] }
    await expect(room.practitioner.send(achievementWithdraw, wrong)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const wanted = { id: newId(), achievementId: newId(), learnerId: room.learnerIds[0] }
    await expect(stranger.send(achievementWithdraw, wanted)).rejects.toMatchObject(notFound)
  })
})

describe('achievement.decline', () => {
  it('accepted: it does not come back, not even corrected; until one thinks better of it', async () => {
    const learnerId = await learner()
    const sourceId = await quote(learnerId)
    const offer = { source: 'quote' as const, sourceId }
    await room.practitioner.send(achievementDecline, no(learnerId, offer))
    expect((await log(learnerId)).offers).toEqual([])
    const corrected = { ...observation(room, { learnerId, childWords: 'The same length', response: 'secure' }), correctsId: sourceId }
    await room.practitioner.send(learnerObservationCorrect, corrected)
    expect((await log(learnerId)).offers).toEqual([])
    await room.practitioner.send(achievementDecline, no(learnerId, offer, false, '2026-11-24T10:45:00.000Z'))
    expect((await log(learnerId)).offers).toEqual(['quote: The same length'])
  })
  it('refused: a colleague of another group', async () => {
    await expect(outsider.send(achievementDecline, no(room.learnerIds[0], { source: 'met', sourceId: newId() }))).rejects.toMatchObject(
      notFound,
    )
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(achievementDecline, no(room.learnerIds[0], { source: 'met', sourceId: newId() }))).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('achievement.forLearner', () => {
  it('accepted: of two entries from one offer, the one kept first is shown', async () => {
    const learnerId = await learner()
    const offer = { source: 'quote', sourceId: await quote(learnerId) }
    await room.practitioner.send(achievementKeep, entry(learnerId, { words: 'one', offer }))
    await room.teacher.send(achievementKeep, entry(learnerId, { words: 'two', offer }))
    expect(await log(learnerId)).toEqual({ entries: ['one'], offers: [] })
    expect((await senco.ask(achievementForLearner, { learnerId })).learner.name).toBe('Ewa K')
  })
  it('refused: a colleague of another group, and the office', async () => {
    await expect(outsider.ask(achievementForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notFound)
    await expect(office.ask(achievementForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(achievementForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notFound)
  })
})

describe('who keeps and reads the log', () => {
  it('is who works beside the learner, and who sees the record', () => {
    const here = { worksWith: true }
    expect([room.practitioner, room.teacher, senco, office].map(({ actor }) => canKeepAchievements(actor, here))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([room.practitioner, senco, office].map(({ actor }) => canSeeAchievements(actor, here))).toEqual([true, true, false])
    expect(canSeeAchievements(room.teacher.actor, { worksWith: false })).toBe(false)
  })
})

describe('the rules of achievements', () => {
  it('keep an entry only while what offered it stands', () => {
    const now = new Date('2026-11-24T10:45:00.000Z')
    const refusal = (change: object, sourceStands = true) => achievementRefusal({ ...entry('x'), ...change }, { sourceStands }, now)
    expect(refusal({})).toBeUndefined()
    expect(refusal({}, false)?.reason).toBe('source_gone')
    expect(refusal({ achievedOn: '2026-11-25' })?.field).toBe('achievedOn')
    expect(refusal({ keptAt: '2026-11-24T12:00:00.000Z' })?.field).toBe('keptAt')
  })
  it('offer the newest first, and no more than one conversation takes', () => {
    const offer = (sourceId: string, on: string): AchievementOffer => ({ source: 'quote', sourceId, words: sourceId, voice: 'child', on })
    const many = Array.from({ length: 20 }, (_, index) => offer(`o${index}`, `2026-11-${10 + index}`))
    const open = openOffers(
      many,
      [offer('o19', '')],
      [offer('o18', '')],
      new Map([
        ['o17', 'o3'],
        ['o3', 'o18'],
      ]),
    )
    expect(open).toHaveLength(mostOffers)
    expect(open[0]?.sourceId).toBe('o16')
    expect(offerKey(offer('a', ''))).toBe('quote a')
  })
  it('go by date, and by the latest decision', () => {
    const dated = [
      { id: 'a', achievedOn: '2026-11-20' },
      { id: 'b', achievedOn: '2026-11-21' },
      { id: 'c', achievedOn: '2026-11-21' },
    ]
    expect(byDate(dated).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    const decision = (isDeclined: boolean, declinedAt: string) => ({ source: 'met' as const, sourceId: 'x', isDeclined, declinedAt })
    expect(declinedOffers([decision(false, '2'), decision(true, '1')])).toEqual([])
    expect(declinedOffers([decision(true, '3'), decision(false, '2')])).toHaveLength(1)
  })
})
