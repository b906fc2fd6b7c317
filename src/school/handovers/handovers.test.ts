// Handing over: lines about one learner each, whole or not at all, seen only by who may see that learner; and what the teacher decides.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { addLearner, type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { handOver, lineAbout, startSession, wholeOf } from '../../testing/handover.ts'
import { groupAddStaff, groupCreate, groupRemoveLearner, groupRemoveStaff } from '../groups/contract.ts'
import { todayMine } from '../today/contract.ts'
import * as contract from './contract.ts'

let app: TestApp
let room: Classroom
let sessionId: string
let outsider: TestPerson
let senco: TestPerson
let lead: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  sessionId = await startSession(room.practitioner, room)
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  senco = await app.school.person('Sian Rees', 'senco')
  lead = await app.school.person('Asha Nair', 'subject_lead')
  head = await app.school.person('Jo Birch', 'head')
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner', 'teacher', 'senco', 'head')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const refusedFor = (reason: string) => ({ refusal: { code: 'refused', reason } })
const at = '2026-11-24T10:44:50.000Z'

const show = async (by: TestPerson, handoverId: string) => (await by.ask(contract.handoverShow, { handoverId })).handover
const learnersIn = ({ lines }: contract.Handover) => lines.flatMap(({ learner }) => learner?.name ?? []).sort()

async function decide(handoverId: string, change: Partial<Parameters<typeof decisionOf>[1]> = {}) {
  const made = decisionOf(handoverId, change)
  await room.teacher.send(contract.handoverDecide, made)
  return made.id
}

function decisionOf(
  handoverId: string,
  change: { decision?: contract.HandoverDecision; ownWords?: string; reply?: string; decidedAt?: string } = {},
) {
  return { id: newId(), handoverId, decision: 'regroup' as const, ownWords: null, reply: null, decidedAt: at, ...change }
}

describe('handover.addLine', () => {
  it('accepted: a line that came ahead is in the handover, and one handover alone', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    expect(learnersIn(await show(room.teacher, id))).toEqual(['Callum B', 'Maisie T', 'Theo W'])
  })
  it('refused: after the handover, about another child too, a sign elsewhere, a clock that runs ahead', async () => {
    const [callum, maisie] = room.learnerIds
    const sent = await handOver(room.practitioner, room, sessionId)
    const add = (change: object, handoverId = newId()) =>
      room.practitioner.send(contract.handoverAddLine, lineAbout(sessionId, handoverId, callum, change))
    await expect(add({}, sent)).rejects.toMatchObject(refusedFor('already_sent'))
    await expect(add({ wording: 'Callum helped Maisie' })).rejects.toMatchObject(refusedFor('names_another'))
    await expect(add({ sign: 'checks_work' })).rejects.toMatchObject(refusedFor('sign_elsewhere'))
    await expect(add({ writtenAt: '2026-11-24T11:10:00.000Z' })).rejects.toMatchObject({ refusal: { code: 'refused' } })
    await expect(outsider.send(contract.handoverAddLine, lineAbout(sessionId, newId(), maisie))).rejects.toMatchObject(notFound)
    await expect(head.send(contract.handoverAddLine, lineAbout(sessionId, newId(), maisie))).rejects.toMatchObject(notAllowed)
    await expect(add({ learnerId: newId() })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.handoverAddLine, lineAbout(sessionId, newId(), room.learnerIds[0]))).rejects.toMatchObject(notFound)
  })
})

describe('handover.send', () => {
  it('accepted: later the same day, although she left the group since', async () => {
    const left = await makeClassroom(app.school)
    const begun = await startSession(left.practitioner, left)
    await left.teacher.send(groupRemoveStaff, { groupId: left.groupId, personId: left.practitioner.id })
    const whole = wholeOf(begun)
    await left.practitioner.send(contract.handoverAddLine, lineAbout(begun, whole.id, left.learnerIds[0]))
    await left.practitioner.send(contract.handoverSend, whole)
    expect(learnersIn(await show(left.teacher, whole.id))).toEqual(['Callum B'])
  })
  it('refused: nothing said, 121 words with its lines, a name in its own words, a session of another group', async () => {
    const send = (change: object) => room.practitioner.send(contract.handoverSend, wholeOf(sessionId, change))
    await expect(send({ lines: [], suggestion: null })).rejects.toMatchObject(refusedFor('nothing_said'))
    await expect(send({ suggestion: 'folding for Callum' })).rejects.toMatchObject(refusedFor('names_a_learner'))
    const id = newId()
    const long = Array.from({ length: 30 }, () => 'word').join(' ')
    for (const learnerId of room.learnerIds)
      await room.practitioner.send(contract.handoverAddLine, lineAbout(sessionId, id, learnerId, { wording: long }))
    const line = (wording: string) => [{ id: newId(), heading: 'response' as const, wording, position: 0 }]
    await expect(send({ id, lines: line(`${long} more`), suggestion: null })).rejects.toMatchObject(refusedFor('too_many_words'))
    await send({ id, lines: line(long), suggestion: null })
    await expect(send({ sessionId: newId() })).rejects.toMatchObject(notFound)
    await expect(send({ sentAt: '2026-11-24T11:10:00.000Z' })).rejects.toMatchObject(refusedFor('in_future'))
    await expect(outsider.send(contract.handoverSend, wholeOf(sessionId))).rejects.toMatchObject(notFound)
    await expect(senco.send(contract.handoverSend, wholeOf(sessionId))).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.handoverSend, wholeOf(sessionId))).rejects.toMatchObject(notFound)
  })
})

describe('handover.show', () => {
  it('accepted: nobody sees a line about a child they don’t work with; the SENCO sees all', async () => {
    const fresh = await makeClassroom(app.school)
    const begun = await startSession(fresh.practitioner, fresh)
    const id = await handOver(fresh.practitioner, fresh, begun)
    const decisionId = newId()
    await fresh.teacher.send(contract.handoverDecide, { ...decisionOf(id), id: decisionId })
    await fresh.teacher.send(contract.handoverNameInDecision, { id: newId(), decisionId, learnerId: fresh.learnerIds[2] })
    await fresh.teacher.send(groupRemoveLearner, { groupId: fresh.groupId, learnerId: fresh.learnerIds[2] })
    for (const reader of [fresh.teacher, fresh.practitioner]) {
      const shown = await show(reader, id)
      expect(learnersIn(shown)).toEqual(['Callum B', 'Maisie T'])
      expect(shown.decisions[0]?.learners).toEqual([])
    }
    expect(learnersIn(await show(senco, id))).toEqual(['Callum B', 'Maisie T', 'Theo W'])
    expect((await show(senco, id)).decisions[0]?.learners).toMatchObject([{ name: 'Theo W' }])
  })
  it('accepted: the subject lead, once chosen, reads what is about the group alone', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await expect(show(lead, id)).rejects.toMatchObject(notFound)
    await room.practitioner.send(contract.handoverShare, { id: newId(), handoverId: id, sharedWith: 'subject_lead' })
    const shown = await show(lead, id)
    expect(learnersIn(shown)).toEqual([])
    expect(shown.lines).toMatchObject([{ learner: null, wording: 'Same amount: 1 of 3 showed it (1 without help).' }])
  })
  it('refused: a colleague of another group, the head, one that was taken back', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await expect(show(outsider, id)).rejects.toMatchObject(notFound)
    await expect(show(head, id)).rejects.toMatchObject(notAllowed)
    await room.practitioner.send(contract.handoverWithdraw, { id: newId(), recordId: id })
    await expect(show(room.teacher, id)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await expect(show(stranger, id)).rejects.toMatchObject(notFound)
  })
})

describe('handover.share', () => {
  it('accepted: by practitioner or teacher, twice is once', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await room.practitioner.send(contract.handoverShare, { id: newId(), handoverId: id, sharedWith: 'senco' })
    await room.teacher.send(contract.handoverShare, { id: newId(), handoverId: id, sharedWith: 'senco' })
    expect((await show(room.teacher, id)).sharedWith).toEqual(['senco'])
    expect((await senco.ask(todayMine, {})).waiting.handovers.map((one) => one.id)).toContain(id)
  })
  it('refused: another practitioner of the group, a colleague of another', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    const second = await app.school.person('Lou Hart', 'practitioner')
    await room.teacher.send(groupAddStaff, { id: newId(), groupId: room.groupId, personId: second.id, part: 'practitioner' })
    const share = { id: newId(), handoverId: id, sharedWith: 'senco' as const }
    await expect(second.send(contract.handoverShare, share)).rejects.toMatchObject(notFound)
    await expect(outsider.send(contract.handoverShare, share)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await expect(stranger.send(contract.handoverShare, { id: newId(), handoverId: id, sharedWith: 'senco' })).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('handover.markRead', () => {
  it('accepted: the first reading counts', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await room.teacher.send(contract.handoverMarkRead, { id: newId(), handoverId: id, readAt: at })
    await room.teacher.send(contract.handoverMarkRead, { id: newId(), handoverId: id, readAt: '2026-11-24T10:45:00.000Z' })
    expect((await show(room.practitioner, id)).reads).toMatchObject([{ readBy: { name: 'Mark Hartley' }, readAt: at }])
  })
  it('refused: who may not read it', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    const read = { id: newId(), handoverId: id, readAt: at }
    await expect(outsider.send(contract.handoverMarkRead, read)).rejects.toMatchObject(notFound)
    await expect(head.send(contract.handoverMarkRead, read)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await expect(stranger.send(contract.handoverMarkRead, { id: newId(), handoverId: id, readAt: at })).rejects.toMatchObject(notFound)
  })
})

describe('handover.decide', () => {
  it('accepted: a change is a new decision, and the first stays in the history', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await decide(id)
    await decide(id, { decision: 'own', ownWords: 'Fold before we draw', reply: 'Thank you', decidedAt: '2026-11-24T10:45:00.000Z' })
    const { decisions } = await show(room.practitioner, id)
    expect(decisions.map(({ decision }) => decision)).toEqual(['own', 'regroup'])
    expect(decisions[0]).toMatchObject({
      ownWords: 'Fold before we draw',
      reply: 'Thank you',
      decidedBy: { name: 'Mark Hartley' },
      isWithdrawn: false,
    })
  })
  it('refused: anybody but a teacher of the group, own words missing, a name in the reply', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await expect(room.practitioner.send(contract.handoverDecide, decisionOf(id))).rejects.toMatchObject(notAllowed)
    await expect(outsider.send(contract.handoverDecide, decisionOf(id))).rejects.toMatchObject(notFound)
    await expect(decide(id, { decision: 'own' })).rejects.toMatchObject(refusedFor('own_words_missing'))
    await expect(decide(id, { reply: 'Theo first' })).rejects.toMatchObject(refusedFor('names_a_learner'))
  })
  it('other organisation: not found', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await expect(stranger.send(contract.handoverDecide, decisionOf(id))).rejects.toMatchObject(notFound)
  })
})

describe('handover.nameInDecision', () => {
  it('accepted: a decision about two learners', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    const decisionId = await decide(id, { decision: 'reteach' })
    for (const learnerId of room.learnerIds.slice(0, 2))
      await room.teacher.send(contract.handoverNameInDecision, { id: newId(), decisionId, learnerId })
    const { decisions } = await show(room.practitioner, id)
    expect(decisions[0]?.learners.map(({ name }) => name)).toEqual(['Callum B', 'Maisie T'])
  })
  it('refused: a learner whom the teacher doesn’t teach, another’s group', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    const decisionId = await decide(id)
    const learnerId = newId()
    const group = { id: newId(), name: '5A', subject: 'Mathematics', cover: 'slate' as const, kind: 'class' as const }
    await outsider.send(groupCreate, group)
    await addLearner(outsider, group.id, learnerId, 'Nia')
    await expect(room.teacher.send(contract.handoverNameInDecision, { id: newId(), decisionId, learnerId })).rejects.toMatchObject(notFound)
    await expect(outsider.send(contract.handoverNameInDecision, { id: newId(), decisionId, learnerId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const decisionId = await decide(await handOver(room.practitioner, room, sessionId))
    const named = { id: newId(), decisionId, learnerId: room.learnerIds[0] }
    await expect(stranger.send(contract.handoverNameInDecision, named)).rejects.toMatchObject(notFound)
  })
})

describe('handover.carryOut', () => {
  it('accepted: the later session is linked, and the link can be taken back', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    const decisionId = await decide(id)
    const later = await startSession(room.practitioner, room, '2026-11-24T10:45:00.000Z')
    const followUp = { id: newId(), decisionId, sessionId: later }
    await room.practitioner.send(contract.handoverCarryOut, followUp)
    const linked = async () => (await show(room.teacher, id)).decisions[0]?.carriedOut
    expect(await linked()).toMatchObject([{ sessionId: later, startedAt: '2026-11-24T10:45:00.000Z', notedBy: { name: 'Dawn Okafor' } }])
    await room.practitioner.send(contract.handoverWithdraw, { id: newId(), recordId: followUp.id })
    expect(await linked()).toEqual([])
  })
  it('refused: in the same session, by a colleague of another group', async () => {
    const decisionId = await decide(await handOver(room.practitioner, room, sessionId))
    const done = { id: newId(), decisionId, sessionId }
    await expect(room.practitioner.send(contract.handoverCarryOut, done)).rejects.toMatchObject(refusedFor('session_of_the_handover'))
    await expect(outsider.send(contract.handoverCarryOut, done)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const decisionId = await decide(await handOver(room.practitioner, room, sessionId))
    await expect(stranger.send(contract.handoverCarryOut, { id: newId(), decisionId, sessionId })).rejects.toMatchObject(notFound)
  })
})
