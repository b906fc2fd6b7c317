// The place Feedback with what waits on this device laid over the server's answer.
import { describe, expect, it } from 'vitest'
import type { PendingFeedback } from '../feedback/client.ts'
import type { NewFeedback } from '../feedback/contract.ts'
import type { NewObservation } from '../observations/contract.ts'
import { type PendingImprovements, withPendingPlace } from './client.ts'
import type { FollowedFeedback, NewImprovement } from './contract.ts'

const author = { personId: 'dawn', name: 'Dawn Okafor' }
const where = { learnerId: 'callum', groupId: 'g', sessionId: 's', goalId: 'goal', criterionId: 'same' }
const at = (minute: number) => `2026-11-24T11:${String(minute).padStart(2, '0')}:00.000Z`
const noFeedback: PendingFeedback = { given: [], corrected: [], responded: [], withdrawn: [] }
const noImprovements: PendingImprovements = { recorded: [], corrected: [], withdrawn: [], observed: [], unobserved: [] }

const newFeedback: NewFeedback = {
  ...where,
  id: 'f',
  didWell: 'You lined them up',
  strategy: null,
  toDevelop: null,
  nextAction: 'Draw it again',
  mode: 'spoken',
  isPrivate: true,
  response: null,
  observedAt: at(10),
}
const answered: FollowedFeedback = {
  ...newFeedback,
  ...where,
  firstId: 'f',
  isImproved: false,
  response: null,
  recordedBy: 'dawn',
  recordedByName: 'Dawn Okafor',
}

const observed: NewObservation = {
  ...where,
  id: 'second',
  helpLevel: 'self',
  response: 'nearly',
  participation: null,
  whatSeen: null,
  childWords: 'two quarters',
  myView: null,
  source: 'work_sample',
  photoId: null,
  observedAt: at(25),
}
const improvement: NewImprovement = {
  ...where,
  id: 'i',
  feedbackId: 'f',
  firstObservationId: 'first',
  secondObservationId: 'second',
  secondDrawing: null,
  minutes: 5,
  whatChanged: null,
  observedAt: at(25),
}
const noted = (id: string, source: 'seen' | 'heard', minute: number) => ({
  ...{ id, learnerId: 'callum', criterionId: 'same', source, helpLevel: 'clue' as const, response: 'not_yet' as const },
  ...{ whatSeen: null, childWords: null, photoId: null, observedAt: at(minute) },
})

const answer = {
  learners: [{ id: 'callum', name: 'Callum B', symbol: null, isPhotoAllowed: true }],
  goals: [],
  observations: [noted('first', 'seen', 5), noted('other', 'heard', 4)],
  feedback: [answered],
  improvements: [],
}
const waiting = <I>(input: I, id = 'entry') => [{ id, input, state: 'waiting' as const }]
const held = <I>(input: I) => [{ id: 'entry', input, state: 'held' as const }]
const laid = (feedback: Partial<PendingFeedback>, improvements: Partial<PendingImprovements> = {}, from = answer) =>
  withPendingPlace(from, {
    feedback: { ...noFeedback, ...feedback },
    improvements: { ...noImprovements, ...improvements },
    author,
    sessionId: 's',
  })

describe('feedback that waits', () => {
  const empty = { ...answer, feedback: [] }
  it('stands in the session at once, and not in another', () => {
    expect(laid({ given: waiting(newFeedback) }, {}, empty).given).toMatchObject([
      { id: 'f', sending: 'waiting', recordedByName: 'Dawn Okafor' },
    ])
    const elsewhere = laid({ given: waiting({ ...newFeedback, sessionId: 'other' }) }, {}, empty)
    expect([...elsewhere.given, ...elsewhere.earlier]).toEqual([])
  })
  it('is gone when it was taken back, and there again when that was refused', () => {
    expect(laid({ withdrawn: waiting({ feedbackId: 'f' }) }).given).toEqual([])
    expect(laid({ withdrawn: held({ feedbackId: 'f' }) }).given).toHaveLength(1)
  })
  it('shows the last correction and the last response', () => {
    const { response: _, ...said } = newFeedback
    const first = { ...said, id: 'f2', correctsId: 'f', nextAction: 'Say it' }
    const corrected = [...waiting(first, '1'), ...waiting({ ...first, id: 'f3', correctsId: 'f2', nextAction: 'Write it' }, '2')]
    const respond = (response: 'not_yet' | 'acted') => ({ ...where, id: response, feedbackId: 'f', response, observedAt: at(20) })
    const responded = [...waiting(respond('not_yet'), '3'), ...waiting(respond('acted'), '4')]
    expect(laid({ corrected, responded }).given).toMatchObject([
      { id: 'f3', firstId: 'f', nextAction: 'Write it', response: { response: 'acted', sessionId: 's' }, sending: 'waiting' },
    ])
  })
  it('of an earlier session stands apart', () => {
    const from = { ...answer, feedback: [{ ...answered, sessionId: 'earlier' }] }
    expect(laid({}, {}, from)).toMatchObject({ given: [], earlier: [{ id: 'f' }] })
  })
})

describe('an improvement that waits', () => {
  const recorded = waiting(improvement)
  it('stands beside the first attempt with states from the records, and its feedback was used', () => {
    const place = laid({}, { recorded, observed: waiting(observed) })
    expect(place.improvements).toMatchObject([
      { first: { id: 'first' }, second: { childWords: 'two quarters' }, stateBefore: 'not_yet', stateAfter: 'nearly', sending: 'waiting' },
    ])
    expect(place.given).toMatchObject([{ isImproved: true }])
  })
  it('is gone with its second attempt, and when it was taken back', () => {
    const gone = { recorded, observed: waiting(observed), unobserved: waiting({ observationId: 'second' }) }
    expect(laid({}, gone)).toMatchObject({ improvements: [], given: [{ isImproved: false }] })
    expect(laid({}, { recorded, observed: waiting(observed), withdrawn: waiting({ improvementId: 'i' }) }).improvements).toEqual([])
  })
  it('says what changed as soon as that is noted', () => {
    const corrected = waiting({ ...improvement, id: 'i2', correctsId: 'i', whatChanged: 'I used the wall' })
    expect(laid({}, { recorded, observed: waiting(observed), corrected }).improvements).toMatchObject([{ whatChanged: 'I used the wall' }])
  })
})
