// What a second attempt needs, what an improvement may name, and the states around it.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import type { StateObservation } from '../observations/rules.ts'
import { attemptRefusal, firstAttemptOf, improvementRefusal, latestOf, statesAround, usedOf } from './rules.ts'

const now = new Date('2026-11-24T11:30:00.000Z')
const made = {
  id: newId(),
  learnerId: newId(),
  groupId: newId(),
  sessionId: newId(),
  goalId: newId(),
  criterionId: newId(),
  feedbackId: newId(),
  firstObservationId: newId(),
  secondObservationId: newId(),
  secondDrawing: null,
  minutes: 5,
  whatChanged: null,
  observedAt: '2026-11-24T11:25:00.000Z',
}
const { learnerId, criterionId } = made
const attempt = { learnerId, criterionId, helpLevel: 'self', photoId: newId(), childWords: null, isWithdrawn: false }
const facts = {
  goal: { groupId: made.groupId, learnerId: null, closedAt: null },
  criterionGoalId: made.goalId,
  sessionGroupId: made.groupId,
  photoLearnerId: undefined,
  first: { ...attempt, helpLevel: null },
  second: attempt,
  feedback: { learnerId, criterionId },
}

describe('attemptRefusal', () => {
  const nothing = { helpLevel: 'self', photoId: null, childWords: null, drawing: null }
  it.each([
    ['a photo', { photoId: newId() }, undefined],
    ['words', { childWords: 'two quarters' }, undefined],
    ['a drawing', { drawing: { lines: [] } }, undefined],
    ['spaces alone', { childWords: ' ' }, 'no_work'],
    ['nothing', {}, 'no_work'],
    ['a photo without its help', { photoId: newId(), helpLevel: null }, 'no_help'],
  ])('judges %s', (_, change, reason) => {
    expect(attemptRefusal({ ...nothing, ...change })?.reason).toBe(reason)
  })
})

describe('improvementRefusal', () => {
  it.each([
    ['all that belongs together', {}, {}, undefined],
    ['no first attempt', { firstObservationId: null }, { first: undefined }, undefined],
    ['a second attempt that is not there', {}, { second: undefined }, 'attempt_of_another'],
    ['a second attempt of another learner', {}, { second: { ...attempt, learnerId: newId() } }, 'attempt_of_another'],
    ['a second attempt on another criterion', {}, { second: { ...attempt, criterionId: null } }, 'attempt_of_another'],
    ['a second attempt that was withdrawn', {}, { second: { ...attempt, isWithdrawn: true } }, 'attempt_withdrawn'],
    ['a second attempt without help', {}, { second: { ...attempt, helpLevel: null } }, 'no_help'],
    ['a second attempt without work', {}, { second: { ...attempt, photoId: null } }, 'no_work'],
    ['one attempt twice', { firstObservationId: made.secondObservationId }, {}, 'same_attempt'],
    ['a first attempt of another', {}, { first: { ...attempt, learnerId: newId() } }, 'attempt_of_another'],
    ['feedback of another', {}, { feedback: { learnerId: newId(), criterionId } }, 'feedback_of_another'],
    ['feedback on another criterion', {}, { feedback: { learnerId, criterionId: newId() } }, 'feedback_of_another'],
    ['a goal of another', {}, { goal: undefined }, 'goal_of_another'],
    ['a moment to come', { observedAt: '2026-11-24T12:25:00.000Z' }, {}, 'in_future'],
  ])('judges %s', (_, change, otherwise, reason) => {
    expect(improvementRefusal({ ...made, ...change }, { ...facts, ...otherwise }, now)?.reason).toBe(reason)
  })
})

describe('statesAround', () => {
  const noted = (minute: string, change: Partial<StateObservation>): StateObservation => ({
    id: newId(),
    source: 'seen',
    response: 'not_yet',
    helpLevel: 'clue',
    observedAt: `2026-11-24T11:${minute}:00.000Z`,
    ...change,
  })
  const second = noted('25', { source: 'work_sample', response: 'nearly', helpLevel: 'self' })
  it('works out both from the records: from not yet to nearly', () => {
    const before = [noted('05', {}), noted('10', { source: 'heard' })]
    expect(statesAround([...before, second], second)).toEqual({ stateBefore: 'not_yet', stateAfter: 'nearly' })
  })
  it('leaves out what came later, and takes the second attempt once', () => {
    const later = noted('40', { source: 'heard', response: 'secure' })
    expect(statesAround([second, later], second)).toEqual({ stateBefore: 'not_seen', stateAfter: 'not_enough_yet' })
  })
})

describe('usedOf', () => {
  const piece = (of: string, isImproved: boolean) => ({ ...given, learnerId: of, isImproved })
  const given = {
    ...made,
    firstId: made.id,
    didWell: 'x',
    strategy: null,
    toDevelop: null,
    nextAction: 'y',
    mode: 'spoken' as const,
    isPrivate: true,
    response: null,
    recordedBy: 'p',
    recordedByName: 'Dawn Okafor',
  }
  it('counts pieces that were used, each learner’s in the order of the list', () => {
    const learners = [
      { id: 'c', name: 'Callum B' },
      { id: 'm', name: 'Maisie T' },
      { id: 't', name: 'Theo W' },
    ]
    const pieces = [piece('m', true), piece('c', true), piece('m', true), piece('t', false)]
    expect(usedOf(pieces, learners)).toEqual({
      used: 3,
      each: [
        { name: 'Callum B', used: 1 },
        { name: 'Maisie T', used: 2 },
      ],
    })
  })
})

describe('firstAttemptOf and latestOf', () => {
  const pair = { learnerId, criterionId }
  const noted = (id: string, change: object) => ({
    id,
    ...pair,
    source: 'seen' as const,
    helpLevel: null,
    response: null,
    whatSeen: null,
    childWords: null,
    photoId: null,
    observedAt: made.observedAt,
    ...change,
  })
  it('take as the first attempt, of the day of the latest work or words, the photo, else the latest of them, else what was noted last', () => {
    const [plain, worded, pictured] = [noted('1', {}), noted('2', { childWords: 'five' }), noted('3', { photoId: newId() })]
    expect(firstAttemptOf([plain, worded, pictured], pair)?.id).toBe('3')
    expect(firstAttemptOf([plain, worded], pair)?.id).toBe('2')
    expect(firstAttemptOf([plain], pair)?.id).toBe('1')
    const before = noted('5', { photoId: newId(), observedAt: '2026-11-20T10:50:00.000Z' })
    expect(firstAttemptOf([worded, before], pair)?.id).toBe('2')
    expect(firstAttemptOf([plain, before], pair)?.id).toBe('5')
    expect(firstAttemptOf([noted('4', { learnerId: newId() })], pair)).toBeUndefined()
  })
  it('begin feedback from what was noted last, whatever it was', () => {
    expect(latestOf([noted('1', {}), noted('2', { photoId: newId() })], learnerId, criterionId)?.id).toBe('1')
  })
})
