// What a handover is drafted from: this session's moments of the group's learners, without what was withdrawn or corrected.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, schoolRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, observation, record, setGoal } from '../../testing/classroom.ts'
import { startSession } from '../../testing/handover.ts'
import { groupRemoveLearner } from '../groups/contract.ts'
import { learnerObservationCorrect, learnerObservationWithdraw } from '../observations/contract.ts'
import { handoverDraft } from './contract.ts'
import { canDraft } from './policy.ts'
import { draftHandover } from './rules.ts'

let app: TestApp
let room: Classroom
let sessionId: string
let outsider: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  sessionId = await startSession(room.practitioner, room)
  outsider = await app.school.person('Pat Reed', 'practitioner')
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner', 'senco')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }

describe('handover.draft', () => {
  it('accepted: what stands of this session, of the learners who are in the group', async () => {
    const { practitioner, teacher, groupId, learnerIds } = room
    const [callum, maisie, theo] = learnerIds
    const { goalId, criterionIds } = await setGoal(teacher, { groupId })
    const seen = { sessionId, goalId, criterionId: criterionIds[0] }
    const kept = await record(practitioner, room, { ...seen, learnerId: callum })
    const wrong = await record(practitioner, room, { ...seen, learnerId: maisie })
    await practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: wrong, learnerId: maisie })
    const first = await record(practitioner, room, { ...seen, learnerId: maisie })
    const better = { ...observation(room, { ...seen, learnerId: maisie, helpLevel: 'self', response: 'secure' }), correctsId: first }
    await practitioner.send(learnerObservationCorrect, better)
    await record(practitioner, room, { ...seen, sessionId: null })
    await record(practitioner, room, { ...seen, learnerId: theo })
    await teacher.send(groupRemoveLearner, { groupId, learnerId: theo })
    const facts = await practitioner.ask(handoverDraft, { groupId, sessionId })
    expect(facts.learners.map(({ name }) => name)).toEqual(['Callum B', 'Maisie T'])
    expect(facts.criteria).toEqual([
      { id: criterionIds[0], shortName: 'Same amount' },
      { id: criterionIds[1], shortName: 'Explain' },
    ])
    expect(facts.moments.map(({ id }) => id).sort()).toEqual([kept, better.id].sort())
    expect(draftHandover(facts).map(({ wording }) => wording)).toEqual([
      'Same amount: 1 of 2 showed it (1 without help).',
      'Callum: Same amount nearly, with a clue.',
    ])
  })
  it('accepted: a session that nobody has begun has no moments', async () => {
    const { moments, learners } = await room.practitioner.ask(handoverDraft, { groupId: room.groupId, sessionId: newId() })
    expect(moments).toEqual([])
    expect(learners.length).toBeGreaterThan(0)
  })
  it('refused: a colleague of another group, a session of another group', async () => {
    await expect(outsider.ask(handoverDraft, { groupId: room.groupId, sessionId })).rejects.toMatchObject(notFound)
    const other = await makeClassroom(app.school)
    await expect(other.practitioner.ask(handoverDraft, { groupId: other.groupId, sessionId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(handoverDraft, { groupId: room.groupId, sessionId })).rejects.toMatchObject(notFound)
  })
})

describe('canDraft', () => {
  it('lets classroom staff of the group', () => {
    const actor = (role: Actor['roles'][number]): Actor => ({ personId: newId(), organisationId: newId(), kind: 'school', roles: [role] })
    const may = (facts: Parameters<typeof canDraft>[1]) => schoolRoles.filter((role) => canDraft(actor(role), facts))
    expect(may({ part: 'practitioner', isOfGroup: true })).toEqual(['practitioner', 'teacher'])
    expect(may({ part: undefined, isOfGroup: true })).toEqual([])
    expect(may({ part: 'teacher', isOfGroup: false })).toEqual([])
  })
})
