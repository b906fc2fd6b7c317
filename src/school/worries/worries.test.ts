// A note that is a worry: shown to the safeguarding lead, removed by the lead alone, and never silently.
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, centreRoles, schoolRoles, visitor } from '../../core/actor.ts'
import { type Id, newId } from '../../core/ids.ts'
import { verifySeals } from '../../server/seal.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, feedback, improvement, makeClassroom, observation, record, setGoal } from '../../testing/classroom.ts'
import { sealEverything } from '../../testing/seals.ts'
import { achievementKeep, achievementWithdraw } from '../achievements/contract.ts'
import { consentSet } from '../consent/contract.ts'
import { feedbackGive } from '../feedback/contract.ts'
import { handoverAddLine, handoverSend, handoverShow } from '../handovers/contract.ts'
import { improvementRecord } from '../improvements/contract.ts'
import { learnerObservationCorrect, learnerObservationForLearner, learnerObservationWithdraw } from '../observations/contract.ts'
import { photoAdd } from '../photos/contract.ts'
import { sessionStart } from '../sessions/contract.ts'
import { worryForLearner, worryKeepNote, worryLinesThatGo, worryNotes, worryRemoveNote, worryShowNote } from './contract.ts'
import { canAnswerNote, canShowNote } from './policy.ts'
import { answerRefusal, showRefusal } from './rules.ts'

let app: TestApp
let room: Classroom
let lead: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  lead = await app.school.person('Priya Raman', 'safeguarding_lead')
  stranger = await app.otherSchool.person('Omar Stone', 'safeguarding_lead', 'teacher')
})
beforeEach(async () => {
  room = await makeClassroom(app.school)
})
afterAll(() => app.close())

const words = 'He locks me in the shed'

/** A note with these words, shown to the lead by the teacher; other notes beside it. */
async function shownNote(change: Parameters<typeof record>[2] = {}): Promise<{ shownNoteId: Id; learnerId: Id; observationId: Id }> {
  const [learnerId] = room.learnerIds
  await record(room.practitioner, room, { learnerId, childWords: 'Two quarters are a half' })
  const observationId = await record(room.practitioner, room, { learnerId, childWords: words, ...change })
  const shownNoteId = newId()
  await room.teacher.send(worryShowNote, { id: shownNoteId, learnerId, observationId })
  return { shownNoteId, learnerId, observationId }
}

/** Tables of the school in which some row has the text. */
async function tablesWith(text: string): Promise<string[]> {
  return app.school.look(async (tx) => {
    const { rows: tables } = await sql<{
      name: string
    }>`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id'`.execute(
      tx.db,
    )
    const found: string[] = []
    for (const { name } of tables) {
      if (name === 'memberships') continue
      const { rows } =
        await sql`select 1 from ${sql.table(name)} t where organisation_id = ${app.school.id} and to_jsonb(t)::text like ${`%${text}%`} limit 1`.execute(
          tx.db,
        )
      if (rows.length > 0) found.push(name)
    }
    return found.sort()
  })
}

const actorOf = (role: Actor['roles'][number]): Actor => ({ ...visitor, roles: [role] })

describe('who', () => {
  it('shows a note: whoever sees it', () => {
    const all = [...schoolRoles, ...centreRoles]
    expect(all.filter((role) => canShowNote(actorOf(role), { worksWith: true }))).toEqual(['practitioner', 'teacher', 'senco'])
    expect(all.filter((role) => canShowNote(actorOf(role), { worksWith: false }))).toEqual(['senco'])
  })
  it('answers: the safeguarding lead alone', () => {
    expect([...schoolRoles, ...centreRoles].filter((role) => canAnswerNote(actorOf(role)))).toEqual(['safeguarding_lead'])
  })
})

describe('rules', () => {
  it('show what is in sight, and what waits only once', () => {
    expect(showRefusal({ isStanding: true, isWaiting: false })).toBeUndefined()
    expect(showRefusal({ isStanding: true, isWaiting: true })).toMatchObject({ reason: 'shown_already' })
    expect(showRefusal({ isStanding: false, isWaiting: false })).toMatchObject({ reason: 'withdrawn' })
  })
  it('let a note be answered once', () => {
    expect(answerRefusal('open')).toBeUndefined()
    for (const state of ['removed', 'kept'] as const) expect(answerRefusal(state)).toMatchObject({ reason: 'answered_already' })
  })
})

describe('worry.showNote', () => {
  it('accepted: the lead reads it, and it stays where it is until the lead acts', async () => {
    const { shownNoteId, learnerId, observationId } = await shownNote()
    const { notes } = await lead.ask(worryNotes, {})
    expect(notes.find(({ id }) => id === shownNoteId)).toMatchObject({
      childWords: words,
      learnerName: 'Callum B',
      shownByName: 'Mark Hartley',
    })
    const page = await room.practitioner.ask(learnerObservationForLearner, { learnerId })
    expect(page.observations.map(({ id }) => id)).toContain(observationId)
  })
  it('accepted: a note that its author withdraws meanwhile is still shown', async () => {
    const { shownNoteId, learnerId, observationId } = await shownNote()
    await room.practitioner.send(learnerObservationWithdraw, { id: newId(), observationId, learnerId })
    expect((await lead.ask(worryNotes, {})).notes.map(({ id }) => id)).toContain(shownNoteId)
  })
  it('refused: twice, what was withdrawn, another learner’s, and for whoever does not work with the learner', async () => {
    const { learnerId, observationId } = await shownNote()
    const again = { id: newId(), learnerId, observationId }
    await expect(room.practitioner.send(worryShowNote, again)).rejects.toMatchObject({ refusal: { reason: 'shown_already' } })
    const gone = await record(room.practitioner, room, { learnerId, childWords: 'Oops' })
    await room.practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: gone, learnerId })
    await expect(room.practitioner.send(worryShowNote, { ...again, observationId: gone })).rejects.toMatchObject({
      refusal: { reason: 'withdrawn' },
    })
    const other = room.learnerIds[1]
    await expect(room.practitioner.send(worryShowNote, { ...again, learnerId: other })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
    const elsewhere = await app.school.person('Ruth Calder', 'teacher')
    await expect(elsewhere.send(worryShowNote, again)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
  it('other organisation: nothing is found', async () => {
    const { learnerId, observationId } = await shownNote()
    await expect(stranger.send(worryShowNote, { id: newId(), learnerId, observationId })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})

describe('worry.removeNote', () => {
  it('accepted: the words are in no table any more, everything else is, and the seals verify', async () => {
    const marked = 'In the boot of the car'
    const { shownNoteId, learnerId, observationId } = await shownNote({ childWords: marked })
    const change = { ...observation(room, { learnerId, childWords: `${marked} at night` }), id: newId(), correctsId: observationId }
    await room.practitioner.send(learnerObservationCorrect, change)
    await sealEverything(app.school, app.services.keys)
    expect(await tablesWith(marked)).toEqual(['event_contents', 'learner_observations'])
    await lead.send(worryRemoveNote, { shownNoteId, learnerId })
    expect(await tablesWith(marked)).toEqual([])
    expect(await tablesWith('Two quarters are a half')).toEqual(['event_contents', 'learner_observations'])
    await sealEverything(app.school, app.services.keys)
    expect((await app.school.look((tx) => verifySeals(tx, app.services.keys))).faults).toEqual([])
  })
  it('accepted: what repeats its words or rests on it goes too', async () => {
    const marked = 'Under the stairs'
    const { goalId, criterionIds } = await setGoal(room.teacher, { groupId: room.groupId })
    const sessionId = newId()
    await room.practitioner.send(sessionStart, { id: sessionId, groupId: room.groupId, startedAt: '2026-11-24T10:40:00.000Z' })
    const work = { goalId, criterionId: criterionIds[0], sessionId }
    const { shownNoteId, learnerId, observationId } = await shownNote({ ...work, source: 'work_sample', childWords: marked })
    const given = feedback(room, work)
    await room.practitioner.send(feedbackGive, given)
    const named = { secondObservationId: observationId, feedbackId: given.id }
    const better = improvement(room, { ...work, ...named, whatChanged: `${marked}, said again` })
    await room.practitioner.send(improvementRecord, better)
    const entry = { learnerId, words: marked, voice: 'child' as const, achievedOn: '2026-11-24', keptAt: '2026-11-24T10:50:00.000Z' }
    const quoted = { id: newId(), ...entry, offer: { source: 'quote' as const, sourceId: observationId } }
    await room.practitioner.send(achievementKeep, quoted)
    await room.practitioner.send(achievementWithdraw, { id: newId(), achievementId: quoted.id, learnerId })
    await lead.send(worryRemoveNote, { shownNoteId, learnerId })
    expect(await tablesWith(marked)).toEqual([])
  })
  it('accepted: a handover that was drafted from it loses the line that repeats its words, and no other', async () => {
    const marked = 'He waits behind the bins'
    const sessionId = newId()
    await room.practitioner.send(sessionStart, { id: sessionId, groupId: room.groupId, startedAt: '2026-11-24T10:40:00.000Z' })
    const { shownNoteId, learnerId } = await shownNote({ sessionId, childWords: `“${marked}”` })
    const handoverId = newId()
    const line = (of: Id, wording: string, position: number) =>
      room.practitioner.send(handoverAddLine, {
        ...{ id: newId(), handoverId, sessionId, learnerId: of, heading: 'response', sign: null, wording, position },
        writtenAt: '2026-11-24T10:44:00.000Z',
      })
    await line(learnerId, `Callum said: “${marked}”`, 0)
    await line(learnerId, 'Callum needed a clue.', 1)
    await room.practitioner.send(handoverSend, {
      ...{ id: handoverId, sessionId, lines: [], suggestion: null, isUrgent: false, alsoTo: [] },
      sentAt: '2026-11-24T10:45:00.000Z',
    })
    await lead.send(worryRemoveNote, { shownNoteId, learnerId })
    expect(await tablesWith(marked)).toEqual([])
    expect(await tablesWith('Callum needed a clue.')).toEqual(['event_contents', 'handover_lines'])
    const { handover: left } = await room.teacher.ask(handoverShow, { handoverId })
    expect(left.lines.map(({ wording }) => wording)).toEqual(['Callum needed a clue.'])
  })
  it('accepted: no other table could hold a note back', async () => {
    const { rows } = await app.school.look((tx) =>
      sql<{ name: string }>`select distinct conrelid::regclass::text as name from pg_constraint
        where contype = 'f' and confrelid in ('learner_observations'::regclass, 'improvements'::regclass, 'achievements'::regclass) order by 1`.execute(
        tx.db,
      ),
    )
    expect(rows.map(({ name }) => name)).toEqual([
      'achievement_withdrawals',
      'improvement_withdrawals',
      'improvements',
      'learner_observations',
      'observation_withdrawals',
    ])
  })
  it('accepted: its photo goes with it, and a photo of another note stays', async () => {
    const [learnerId] = room.learnerIds
    const consent = { learnerId, isGiven: true, toldBy: 'mother', toldOn: '2026-11-24' }
    await room.teacher.send(consentSet, { id: newId(), purpose: 'photo_of_work', ...consent })
    const add = async (background: string) => {
      const id = newId()
      const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer()
      await room.practitioner.send(photoAdd, { id, learnerId, takenAt: '2026-11-24T10:40:00.000Z' }, { bytes })
      return id
    }
    const [gone, stays] = [await add('black'), await add('white')]
    await record(room.practitioner, room, { learnerId, photoId: stays })
    const { shownNoteId } = await shownNote({ photoId: gone })
    await lead.send(worryRemoveNote, { shownNoteId, learnerId })
    const left = await app.school.look((tx) =>
      tx.db.selectFrom('photos').select('id').where('organisationId', '=', app.school.id).where('learnerId', '=', learnerId).execute(),
    )
    expect(left).toEqual([{ id: stays }])
  })
  it('accepted: whoever sees the learner sees that a note went, when and by whom', async () => {
    const { shownNoteId, learnerId, observationId } = await shownNote()
    await lead.send(worryRemoveNote, { shownNoteId, learnerId })
    const { shown, leadNames } = await room.practitioner.ask(worryForLearner, { learnerId })
    expect(shown).toMatchObject([
      { id: shownNoteId, observationId, state: 'removed', answeredByName: 'Priya Raman', recordedByName: 'Dawn Okafor' },
    ])
    expect(leadNames).toEqual(['Priya Raman'])
    expect(await lead.ask(worryNotes, {}).then(({ notes }) => notes.map(({ id }) => id))).not.toContain(shownNoteId)
  })
  it('refused: for everybody but the lead, and a second time', async () => {
    const { shownNoteId, learnerId } = await shownNote()
    for (const person of [room.teacher, room.practitioner, await app.school.person('Imran Aziz', 'data_lead', 'head', 'administrator')])
      await expect(person.send(worryRemoveNote, { shownNoteId, learnerId })).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    await lead.send(worryRemoveNote, { shownNoteId, learnerId })
    await expect(lead.send(worryRemoveNote, { shownNoteId, learnerId })).rejects.toMatchObject({ refusal: { reason: 'answered_already' } })
  })
  it('other organisation: nothing is found', async () => {
    const { shownNoteId, learnerId } = await shownNote()
    await expect(stranger.send(worryRemoveNote, { shownNoteId, learnerId })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('worry.keepNote', () => {
  it('accepted: the note stays, and can be shown again', async () => {
    const { shownNoteId, learnerId, observationId } = await shownNote()
    await lead.send(worryKeepNote, { shownNoteId, learnerId })
    expect((await room.practitioner.ask(worryForLearner, { learnerId })).shown).toMatchObject([{ state: 'kept' }])
    await room.practitioner.send(worryShowNote, { id: newId(), learnerId, observationId })
  })
  it('refused: for everybody but the lead, and after an answer', async () => {
    const { shownNoteId, learnerId } = await shownNote()
    await expect(room.teacher.send(worryKeepNote, { shownNoteId, learnerId })).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    await lead.send(worryRemoveNote, { shownNoteId, learnerId })
    await expect(lead.send(worryKeepNote, { shownNoteId, learnerId })).rejects.toMatchObject({ refusal: { reason: 'answered_already' } })
  })
  it('other organisation: nothing is found', async () => {
    const { shownNoteId, learnerId } = await shownNote()
    await expect(stranger.send(worryKeepNote, { shownNoteId, learnerId })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('worry.notes', () => {
  it('accepted: the lead reads what was shown, and nothing else of any learner', async () => {
    await shownNote({ childWords: 'In the attic' })
    const { notes } = await lead.ask(worryNotes, {})
    expect(notes.map(({ childWords }) => childWords)).toContain('In the attic')
    expect(JSON.stringify(notes)).not.toContain('Two quarters')
    const { learnerIds } = room
    await expect(lead.ask(learnerObservationForLearner, { learnerId: learnerIds[0] })).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
  })
  it('refused: for everybody but the lead', async () => {
    await expect(room.teacher.ask(worryNotes, {})).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: its lead reads its own notes alone', async () => {
    await shownNote()
    expect(await stranger.ask(worryNotes, {})).toEqual({ notes: [] })
  })
})

describe('worry.linesThatGo', () => {
  /** A note with these words, and a handover with lines about the same learner. */
  async function withLines(said: string, ...wordings: readonly string[]) {
    const sessionId = newId()
    await room.practitioner.send(sessionStart, { id: sessionId, groupId: room.groupId, startedAt: '2026-11-24T10:40:00.000Z' })
    const note = await shownNote({ sessionId, childWords: said })
    const handoverId = newId()
    for (const [position, wording] of wordings.entries())
      await room.practitioner.send(handoverAddLine, {
        ...{ id: newId(), handoverId, sessionId, learnerId: note.learnerId, heading: 'response', sign: null, wording, position },
        writtenAt: '2026-11-24T10:44:00.000Z',
      })
    const send = () =>
      room.practitioner.send(handoverSend, {
        ...{ id: handoverId, sessionId, lines: [], suggestion: null, isUrgent: false, alsoTo: [] },
        sentAt: '2026-11-24T10:45:00.000Z',
      })
    return { note: { shownNoteId: note.shownNoteId, learnerId: note.learnerId }, handoverId, send }
  }
  it('accepted: the lead reads before the act which lines go, one with a short word of it too, and those are the ones that go', async () => {
    const { note, handoverId, send } = await withLines('ladder', 'Callum drew a LADDER of fractions.', 'Callum counted alone.')
    const [before] = (await lead.ask(worryLinesThatGo, note)).lines
    expect(before).toMatchObject({ wording: 'Callum drew a LADDER of fractions.', writtenByName: 'Dawn Okafor', handedOver: null })
    await send()
    const { lines } = await lead.ask(worryLinesThatGo, note)
    expect(lines.map(({ wording, handedOver }) => [wording, handedOver?.sentAt])).toEqual([
      ['Callum drew a LADDER of fractions.', '2026-11-24T10:45:00.000Z'],
    ])
    await lead.send(worryRemoveNote, note)
    const { handover: left } = await room.teacher.ask(handoverShow, { handoverId })
    expect(left.lines.map(({ wording }) => wording)).toEqual(['Callum counted alone.'])
    expect(await lead.ask(worryLinesThatGo, note)).toEqual({ lines: [] })
  })
  it('accepted: of what no line repeats, none', async () => {
    const { note } = await withLines('In the old shed', 'Callum counted alone.')
    expect(await lead.ask(worryLinesThatGo, note)).toEqual({ lines: [] })
  })
  it('refused: for everybody but the lead, and under another learner’s name', async () => {
    const { note } = await withLines('By the gate', 'He said: by the gate')
    await expect(room.teacher.ask(worryLinesThatGo, note)).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    const other = { ...note, learnerId: room.learnerIds[1] }
    await expect(lead.ask(worryLinesThatGo, other)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
  it('other organisation: nothing is found', async () => {
    const { note } = await withLines('By the fence', 'He said: by the fence')
    await expect(stranger.ask(worryLinesThatGo, note)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('worry.forLearner', () => {
  it('accepted: without any words', async () => {
    const { learnerId } = await shownNote()
    expect(JSON.stringify(await room.teacher.ask(worryForLearner, { learnerId }))).not.toContain(words)
  })
  it('refused: for whoever does not see the record', async () => {
    const head = await app.school.person('Helen Marsh', 'head')
    await expect(head.ask(worryForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: nothing is found', async () => {
    await expect(stranger.ask(worryForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})
