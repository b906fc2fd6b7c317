// What a tap keeps: one observation for each learner, its session and photos before it, words for the child who said them.
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type Id, newId } from '../../../core/ids.ts'
import type { TodayMoment } from '../../../school/observations/client.ts'
import type { NewObservation } from '../../../school/observations/contract.ts'
import { type Act, emptyDraft, isEmpty, keepingOf, lacksSpeaker, openSession, undosOf } from './keeping.ts'
import { movedTo } from './moving.ts'

const [callum, ewa, groupId, goalId, criterionId] = Array.from({ length: 5 }, () => newId()) as [Id, Id, Id, Id, Id]
const at = new Date('2026-11-24T10:55:00.000Z')
const photo = { type: 'image/webp', bytes: new Uint8Array([1, 2, 3]) }

let act: Act
beforeEach(() => {
  const target = { groupId, goalId, criterionId }
  act = { target, learnerIds: [callum, ewa], helpLevel: 'prompt', draft: emptyDraft, photo: undefined, sessions: [], at, newId }
})

const session = { id: newId(), groupId, startedAt: '2026-11-24T10:40:00.000Z' }
const kept = (about: Partial<Act>) => keepingOf({ ...act, ...about }).additions
const names = (about: Partial<Act>) => kept(about).map(({ command }) => command.name)
const observations = (about: Partial<Act>) =>
  kept(about).flatMap(({ command, input }) => (command.name === 'learnerObservation.record' ? [input as NewObservation] : []))

describe('a tap on a level of help', () => {
  it('keeps one observation for each learner, on the criterion, at that moment', () => {
    expect(observations({ sessions: [session] })).toMatchObject([
      {
        learnerId: callum,
        helpLevel: 'prompt',
        groupId,
        goalId,
        criterionId,
        sessionId: session.id,
        observedAt: at.toISOString(),
        source: 'seen',
      },
      { learnerId: ewa, helpLevel: 'prompt' },
    ])
  })

  it('keeps what the contracts take', () => {
    for (const { command, input } of kept({ photo, draft: { ...emptyDraft, whatSeen: ' folded it twice ' } }))
      expect(z.safeParse(command.input, input)).toMatchObject({ success: true })
  })

  it('names each entry of the outbox as its observation, so that undo finds it', () => {
    const { additions, observations: made } = keepingOf({ ...act, sessions: [session] })
    expect(made).toEqual(additions.map(({ options, input }) => ({ id: options.id, learnerId: (input as NewObservation).learnerId })))
    expect(undosOf(made, newId).map(({ id, withdraw }) => [id, withdraw.input])).toMatchObject(
      made.map(({ id, learnerId }) => [id, { observationId: id, learnerId }]),
    )
  })
})

describe('the session', () => {
  it('starts with the first act of a lesson, before what belongs to it', () => {
    const [start, ...records] = kept({})
    expect(start).toMatchObject({
      command: { name: 'session.start' },
      input: { id: start?.options.id, groupId, startedAt: at.toISOString() },
    })
    const id = start?.options.id
    expect(records.map(({ options }) => options.dependsOn)).toEqual([[id], [id]])
    expect(records.map(({ input }) => (input as NewObservation).sessionId)).toEqual([id, id])
  })

  it('of the timetable is opened once, ahead of what belongs to it, and nothing else is begun', () => {
    const planned = { id: newId(), groupId, startedAt: '2026-11-24T10:45:00.000Z', endsAt: '2026-11-24T11:45:00.000Z', isOpen: false }
    const [open, ...records] = kept({ sessions: [session, planned] })
    expect(open).toMatchObject({ command: { name: 'session.open' }, input: { id: planned.id, groupId } })
    expect(records.map(({ input }) => (input as NewObservation).sessionId)).toEqual([planned.id, planned.id])
    expect(records.map(({ options }) => options.dependsOn)).toEqual([[open?.options.id], [open?.options.id]])
    expect(names({ sessions: [session, { ...planned, isOpen: true }] })).toEqual(['learnerObservation.record', 'learnerObservation.record'])
  })

  it('is the one that began last, of the timetable or not, in whatever order they are known', () => {
    const planned = { id: newId(), groupId, startedAt: '2026-11-24T10:30:00.000Z', endsAt: '2026-11-24T11:30:00.000Z', isOpen: false }
    expect(openSession([session, planned], groupId, at)).toBe(session)
    expect(openSession([planned, session], groupId, at)).toBe(session)
  })

  it.each([
    ['10:29', undefined],
    ['10:30', 'first'],
    ['11:44', 'first'],
    ['11:45', 'second'],
    ['12:59', 'second'],
    ['13:01', undefined],
  ])('of the timetable goes on for its hours and a quarter of an hour around them: %s', (time, label) => {
    const planned = (id: string, startedAt: string, endsAt: string) => ({
      ...{ id, groupId, isOpen: false },
      startedAt: `2026-11-24T${startedAt}:00.000Z`,
      endsAt: `2026-11-24T${endsAt}:00.000Z`,
    })
    const both = [planned('first', '10:45', '11:45'), planned('second', '11:45', '12:45')]
    expect(openSession(both, groupId, new Date(`2026-11-24T${time}:00.000Z`))?.id).toBe(label)
  })

  it('goes on for two hours, in its own group', () => {
    expect(names({ sessions: [session] })).not.toContain('session.start')
    expect(openSession([session], newId(), at)).toBeUndefined()
    expect(openSession([session], groupId, new Date('2026-11-24T12:40:00.000Z'))).toBeUndefined()
    const later = { ...session, id: newId(), startedAt: '2026-11-24T10:50:00.000Z' }
    expect(openSession([session, later], groupId, at)).toBe(later)
  })
})

describe('words', () => {
  it('are kept for the one child who is picked', () => {
    const draft = { ...emptyDraft, childWords: ' five is bigger than two ' }
    expect(observations({ learnerIds: [ewa], draft, sessions: [session] })).toMatchObject([{ childWords: 'five is bigger than two' }])
  })

  it('of one among several are kept for that one alone, and wait until it is said whose they are', () => {
    const draft = { ...emptyDraft, childWords: 'the bottom one' }
    expect(lacksSpeaker(draft, [callum, ewa])).toBe(true)
    expect(lacksSpeaker({ ...draft, saidBy: newId() }, [callum, ewa])).toBe(true)
    const said = { ...draft, saidBy: ewa }
    expect(lacksSpeaker(said, [callum, ewa])).toBe(false)
    expect(observations({ draft: said }).map(({ childWords }) => childWords)).toEqual([null, 'the bottom one'])
  })

  it('were heard, with help or without; beside a note of what was done it was seen', () => {
    const draft = { ...emptyDraft, childWords: 'it is the same' }
    const source = (about: Partial<Act>) => observations({ learnerIds: [ewa], draft, ...about })[0]?.source
    expect(source({ helpLevel: undefined })).toBe('heard')
    expect(source({})).toBe('heard')
    expect(source({ draft: { ...draft, response: 'secure' } })).toBe('heard')
    expect(source({ draft: { ...draft, whatSeen: 'pointed' } })).toBe('seen')
    expect(source({ draft: emptyDraft })).toBe('seen')
  })

  it('count as nothing while they are only spaces', () => {
    expect(isEmpty({ ...emptyDraft, whatSeen: '  ' })).toBe(true)
    expect(isEmpty({ ...emptyDraft, participation: 'joining' })).toBe(false)
  })
})

describe('a photo', () => {
  it('is one entry for each learner, kept before the observation that names it', () => {
    const additions = kept({ photo, sessions: [session] })
    expect(additions.map(({ command }) => command.name)).toEqual([
      'photo.add',
      'learnerObservation.record',
      'photo.add',
      'learnerObservation.record',
    ])
    for (const place of [0, 2]) {
      const [add, record] = [additions[place], additions[place + 1]]
      expect(add?.options.attachment).toBe(photo)
      expect(record?.options.dependsOn).toEqual([session.id, add?.options.id])
      expect(record?.input).toMatchObject({
        photoId: add?.options.id,
        source: 'work_sample',
        learnerId: (add?.input as NewObservation | undefined)?.learnerId,
      })
    }
  })
})

describe('a moment of the wrong child', () => {
  const moment: TodayMoment = {
    ...(observationOf('work_sample') as NewObservation),
    sending: 'sent',
    byOther: undefined,
  }

  it('is kept for the right one as it was, but for the photo', () => {
    const { input } = movedTo(ewa, moment, true, 'x')
    expect(input).toMatchObject({
      id: 'x',
      learnerId: ewa,
      helpLevel: 'clue',
      criterionId,
      observedAt: at.toISOString(),
      photoId: null,
      source: 'seen',
    })
  })

  it('leaves the goal of the first child behind', () => {
    expect(movedTo(ewa, moment, false, 'x').input).toMatchObject({ goalId: null, criterionId: null })
  })
})

function observationOf(source: NewObservation['source']): NewObservation {
  const said = { response: null, participation: null, whatSeen: null, childWords: null, myView: null }
  const on = { groupId, goalId, criterionId, sessionId: session.id }
  return { id: newId(), learnerId: callum, ...on, helpLevel: 'clue', ...said, source, photoId: newId(), observedAt: at.toISOString() }
}
