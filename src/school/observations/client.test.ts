// A day of capture: what this device did lies over the server's answer, and nothing of another day, person or school does.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import type { OutboxView, OwnEntry } from '../../web/offline/outbox-view.ts'
import { type CaptureDay, marksOf, shownDay } from './client.ts'
import type { LearnerObservation, NewObservation } from './contract.ts'

const here = { organisationId: newId(), personId: newId() }
const colleague = newId()
const [callum, maisie, groupId, goalId, criterionId] = Array.from({ length: 5 }, () => newId()) as [string, string, string, string, string]
const today = '2026-11-24'

function observation(about: Partial<NewObservation> = {}): NewObservation {
  return {
    id: newId(),
    learnerId: callum,
    groupId,
    sessionId: null,
    goalId,
    criterionId,
    helpLevel: 'prompt',
    response: null,
    participation: null,
    whatSeen: null,
    childWords: null,
    myView: null,
    source: 'seen',
    photoId: null,
    observedAt: '2026-11-24T10:50:00.000Z',
    ...about,
  }
}

const recorded = (about: Partial<LearnerObservation> = {}): LearnerObservation => ({
  ...observation(about),
  correctsId: null,
  recordedBy: colleague,
  recordedByName: 'Mark Hartley',
  recordedAt: '2026-11-24T10:50:01.000Z',
  ...about,
})

const learner = (id: string, name: string) => ({ id, name, symbol: null, whatHelps: null, isPhotoAllowed: true })

const answer = (about: Partial<CaptureDay> = {}): CaptureDay => ({
  day: today,
  groups: [
    {
      id: groupId,
      name: 'Fractions boost',
      subject: 'Mathematics',
      cover: 'bottle',
      kind: 'support',
      learnerIds: [callum, maisie],
      session: null,
    },
  ],
  learners: [learner(callum, 'Callum B'), learner(maisie, 'Maisie T')],
  planned: [],
  goals: [],
  learnerWordings: [],
  observations: [],
  ...about,
})

function entry(command: string, input: object, about: Partial<OwnEntry> = {}): OwnEntry {
  const fixed = { version: 1, organisationId: here.organisationId, addedAt: '2026-11-24T10:55:00.000Z', sentAt: undefined, dependsOn: [] }
  return {
    ...fixed,
    id: newId(),
    command,
    input,
    state: 'waiting',
    reason: undefined,
    hasAttachment: false,
    canEdit: true,
    isHeldBack: false,
    ...about,
  }
}

const record = (input: NewObservation, about: Partial<OwnEntry> = {}) => entry('learnerObservation.record', input, about)
const withdraw = (observationId: string, about: Partial<OwnEntry> = {}) =>
  entry('learnerObservation.withdraw', { id: newId(), observationId, learnerId: callum }, about)
const view = (entries: readonly OwnEntry[], sent: readonly OwnEntry[] = []): Pick<OutboxView, 'entries' | 'sent'> => ({ entries, sent })

const moments = (day: CaptureDay, outbox: Pick<OutboxView, 'entries' | 'sent'>) => shownDay(day, outbox, here, today).moments

describe('moments of today', () => {
  it('are the answered and the waiting ones in the order in which they were seen', () => {
    const waiting = observation({ observedAt: '2026-11-24T10:49:00.000Z' })
    const answered = recorded()
    const shown = moments(answer({ observations: [answered] }), view([record(waiting)]))
    expect(shown.map(({ id, sending, byOther }) => [id, sending, byOther])).toEqual([
      [waiting.id, 'waiting', undefined],
      [answered.id, 'sent', 'Mark Hartley'],
    ])
  })

  it('show what was sent and not answered yet, once', () => {
    const one = observation()
    const other = observation()
    const day = answer({ observations: [recorded({ ...other, recordedBy: here.personId })] })
    const shown = moments(day, view([], [record(one, { state: 'sent' }), record(other, { state: 'sent' })]))
    expect(shown.map(({ id }) => id).toSorted()).toEqual([one.id, other.id].toSorted())
    expect(shown.every(({ sending, byOther }) => sending === 'sent' && byOther === undefined)).toBe(true)
  })

  it('are without what was taken back, but with what the server refused to take back', () => {
    const answered = [recorded(), recorded(), recorded()]
    const [waiting, sent, refused] = answered.map(({ id }) => id) as [string, string, string]
    const outbox = view([withdraw(waiting), withdraw(refused, { state: 'held' })], [withdraw(sent, { state: 'sent' })])
    expect(moments(answer({ observations: answered }), outbox).map(({ id }) => id)).toEqual([refused])
  })

  it('hold nothing of yesterday, of another school, or of what was discarded', () => {
    const outbox = view([
      record(observation({ observedAt: '2026-11-23T23:59:59.000Z' })),
      record(observation(), { organisationId: newId() }),
      record(observation(), { state: 'discarded' }),
    ])
    expect(moments(answer({ day: '2026-11-23', observations: [recorded({ observedAt: '2026-11-23T10:00:00.000Z' })] }), outbox)).toEqual([])
  })

  it('give the marks of one learner on one criterion, or on none, in order', () => {
    const shown = moments(
      answer(),
      view([
        record(observation({ helpLevel: 'clue', observedAt: '2026-11-24T10:55:00.000Z' })),
        record(observation({ helpLevel: 'prompt', observedAt: '2026-11-24T10:50:00.000Z' })),
        record(observation({ helpLevel: null, childWords: 'five is bigger' })),
        record(observation({ criterionId: newId() })),
        record(observation({ learnerId: maisie, helpLevel: 'self' })),
        record(observation({ criterionId: null, helpLevel: 'model' })),
      ]),
    )
    expect(marksOf(shown, callum, criterionId)).toEqual(['prompt', 'clue'])
    expect(marksOf(shown, callum, null)).toEqual(['model'])
  })
})

describe('sessions of today', () => {
  it('are one’s own: answered, waiting and sent', () => {
    const answered = { id: newId(), groupId, startedBy: here.personId, startedByName: 'Dawn Okafor', startedAt: '2026-11-24T09:00:00.000Z' }
    const group = answer().groups[0]
    const waiting = { id: newId(), groupId, startedAt: '2026-11-24T11:00:00.000Z' }
    const of = (startedBy: string) => answer({ groups: group === undefined ? [] : [{ ...group, session: { ...answered, startedBy } }] })
    const outbox = view([entry('session.start', waiting)])
    const ids = (day: CaptureDay) => shownDay(day, outbox, here, today).sessions.map(({ id }) => id)
    expect(ids(of(here.personId))).toEqual([answered.id, waiting.id])
    expect(ids(of(colleague))).toEqual([waiting.id])
  })
})

describe('sessions of the timetable', () => {
  it('are those of the day, after one’s own; one that this device opened is open', () => {
    const planned = (startedAt: string) => ({ id: newId(), groupId, startedAt, endsAt: startedAt, isOpen: false })
    const [morning, tomorrow] = [planned('2026-11-24T10:45:00.000Z'), planned('2026-11-25T10:45:00.000Z')]
    const of = (...entries: readonly OwnEntry[]) => shownDay(answer({ planned: [morning, tomorrow] }), view(entries), here, today).sessions
    expect(of()).toEqual([morning])
    expect(of(entry('session.open', { id: morning.id, groupId }))).toEqual([{ ...morning, isOpen: true }])
  })
})

describe('short names', () => {
  it('are first names, with the initial where two have the same', () => {
    const both = answer({
      learners: [learner(callum, 'Callum B'), learner(maisie, 'Callum T'), learner(goalId, 'Anna Maria K'), learner(groupId, 'Ewa')],
    })
    expect([...shownDay(both, view([]), here, today).learners.values()].map(({ shortName }) => shortName)).toEqual([
      'Callum B',
      'Callum T',
      'Anna Maria',
      'Ewa',
    ])
  })
})
describe('goals of a day', () => {
  const criteria = [{ id: criterionId, shortName: 'Explain', childText: 'I can explain', adultText: null, kind: 'must', position: 1 }]
  const set = (about: object = {}) => ({
    id: newId(),
    groupId,
    learnerId: null,
    wording: 'Equal fractions',
    statement: null,
    criteria,
    ...about,
  })
  const goals = (view: Pick<OutboxView, 'entries' | 'sent'>, answeredAt?: number, about: Partial<CaptureDay> = {}) =>
    shownDay(answer(about), view, here, today, answeredAt).goals.map(({ id }) => id)

  it('has one that was set on this device before the answer does, for a group or a learner of the day', () => {
    const [mine, hers, elsewhere] = [set(), set({ groupId: null, learnerId: maisie }), set({ groupId: newId() })]
    const entries = [mine, hers, elsewhere].map((input) => entry('goal.set', input))
    expect(goals({ entries, sent: [] })).toEqual([hers.id, mine.id])
  })

  it('leaves out one that was closed here, and one that a later answer no longer has', () => {
    const { id, ...rest } = set()
    const known = { ...rest, id, setAt: '2026-11-20T10:00:00.000Z', closedAt: null, criteria: [] }
    expect(goals({ entries: [entry('goal.close', { goalId: id })], sent: [] }, undefined, { goals: [known] })).toEqual([])
    const sent = [entry('goal.set', set(), { state: 'sent', sentAt: '2026-11-24T10:00:00.000Z' })]
    expect(goals({ entries: [], sent }, Date.parse('2026-11-24T10:30:00.000Z'))).toEqual([])
  })
})
