// The two-source rule, before and after, and the refusals, without a database.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HelpLevel, type LearnerObservation, type NewObservation, ObservationSource, Response } from './contract.ts'
import {
  beforeAfter,
  correctionRefusal,
  criterionState,
  isSeenSince,
  notSeenLately,
  observationRefusal,
  type StateObservation,
  saysSomething,
  targetRefusal,
} from './rules.ts'

let made = 0
function seen(
  source: ObservationSource,
  response: Response | null,
  helpLevel: HelpLevel | null = 'self',
  minute = made + 1,
): StateObservation {
  made += 1
  return { id: `o${String(made).padStart(4, '0')}`, source, response, helpLevel, observedAt: new Date(minute * 60_000).toISOString() }
}

const oneOf = <T extends string>(values: readonly T[]) => fc.constantFrom(...values)
const any: fc.Arbitrary<StateObservation> = fc.record({
  id: fc.uuid(),
  source: oneOf(ObservationSource.options),
  response: fc.option(oneOf(Response.options)),
  helpLevel: fc.option(oneOf(HelpLevel.options)),
  observedAt: fc.integer({ min: 0, max: 50 }).map((minute) => new Date(minute * 60_000).toISOString()),
})
const several = fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 12 })
const judgements = ['not_yet', 'nearly', 'secure']

describe('criterionState', () => {
  it('is not_seen without observations, and not_enough_yet with one source however often', () => {
    expect(criterionState([], false)).toEqual({ state: 'not_seen', helpLevel: null, restsOn: [] })
    const twice = [seen('seen', 'secure'), seen('seen', 'secure', 'clue')]
    expect(criterionState(twice, false)).toMatchObject({ state: 'not_enough_yet', helpLevel: 'clue', restsOn: [twice[1]?.id] })
  })
  it('does not rest on the child’s own report alone, nor on help without a response', () => {
    expect(criterionState([seen('self_report', 'secure', null), seen('heard', null, 'self')], false).state).toBe('not_enough_yet')
  })
  it('is what the latest says when another source stands beside it', () => {
    const [heard, work] = [seen('heard', 'not_yet', 'clue'), seen('work_sample', 'nearly', 'prompt')]
    expect(criterionState([heard, work], false)).toEqual({ state: 'nearly', helpLevel: 'prompt', restsOn: [work.id, heard.id] })
  })
  it('is secure only when both say so', () => {
    expect(criterionState([seen('heard', 'secure'), seen('work_sample', 'secure')], false).state).toBe('secure')
    expect(criterionState([seen('self_report', 'nearly', null), seen('seen', 'secure')], false).state).toBe('nearly')
    expect(criterionState([seen('self_report', 'secure', null), seen('seen', 'secure')], false).state).toBe('secure')
  })
  it('calls secure with modelling nearly', () => {
    expect(criterionState([seen('heard', 'secure'), seen('seen', 'secure', 'model')], false)).toMatchObject({
      state: 'nearly',
      helpLevel: 'model',
    })
    expect(criterionState([seen('heard', 'secure', 'correct'), seen('seen', 'secure')], false).state).toBe('nearly')
  })
  it('is met by a mark, and keeps what it rests on', () => {
    const two = [seen('heard', 'secure'), seen('seen', 'nearly', 'clue')]
    expect(criterionState(two, true)).toEqual({ ...criterionState(two, false), state: 'met' })
  })
  it('never judges without two sources of which one is no self-report', () => {
    fc.assert(
      fc.property(several, (observations) => {
        const { state, restsOn, helpLevel } = criterionState(observations, false)
        if (!judgements.includes(state)) return
        const rests = restsOn.map((id) => observations.find((one) => one.id === id))
        expect(rests).toHaveLength(2)
        expect(new Set(rests.map((one) => one?.source)).size).toBe(2)
        expect(rests.some((one) => one?.source !== 'self_report')).toBe(true)
        expect(rests.every((one) => one?.response !== null)).toBe(true)
        expect(helpLevel).not.toBeNull()
      }),
    )
  })
  it('never calls secure what was secure with modelling or correcting, or what another source does not confirm', () => {
    fc.assert(
      fc.property(several, (observations) => {
        const { state, restsOn } = criterionState(observations, false)
        if (state !== 'secure') return
        for (const one of observations.filter(({ id }) => restsOn.includes(id))) {
          expect(one.response).toBe('secure')
          expect(['model', 'correct']).not.toContain(one.helpLevel)
        }
      }),
    )
  })
  it('does not depend on the order, and needs no more than the latest that judges of each source and the latest of all', () => {
    fc.assert(
      fc.property(several, fc.boolean(), (observations, isMet) => {
        const newest = [...observations].sort((a, b) => (a.observedAt + a.id < b.observedAt + b.id ? 1 : -1))
        const judging = newest.filter(
          ({ response, helpLevel, source }) => response !== null && (helpLevel !== null || source === 'self_report'),
        )
        const latest = judging.filter((one, index) => judging.findIndex(({ source }) => source === one.source) === index)
        const needed = [...new Set([...latest, ...newest.slice(0, 1)])]
        expect(criterionState(needed.reverse(), isMet)).toEqual(criterionState(observations, isMet))
      }),
    )
  })
})

const nothing = {
  sessionId: null,
  goalId: null,
  criterionId: null,
  helpLevel: null,
  response: null,
  participation: null,
  whatSeen: null,
  childWords: null,
  myView: null,
  photoId: null,
}
const moment = '2026-11-24T10:45:00.000Z'
const empty: NewObservation = { id: 'o', learnerId: 'l', groupId: 'g', source: 'seen', observedAt: moment, ...nothing }
const unknown = { goal: undefined, criterionGoalId: undefined, sessionGroupId: undefined, photoLearnerId: undefined }

describe('observationRefusal', () => {
  const why = (change: Partial<NewObservation>, facts = {}) =>
    observationRefusal({ ...empty, ...change }, { ...unknown, ...facts }, new Date(moment))?.reason
  const goal = { groupId: 'g', learnerId: null, closedAt: null }
  it('wants something said', () => {
    expect(why({})).toBe('nothing_recorded')
    for (const one of [
      { helpLevel: 'self' },
      { response: 'nearly' },
      { participation: 'joining' },
      { whatSeen: 'x' },
      { childWords: 'x' },
    ] as const)
      expect(why(one)).toBeUndefined()
  })
  it('takes a technique alone as tried, a misconception alone as seen, and no other names', () => {
    expect(why({ technique: 'mini_whiteboards' })).toBeUndefined()
    expect(why({ misconceptionId: 'm' })).toBeUndefined()
    expect(why({ helpLevel: 'self', technique: 'guessing' })).toBe('unknown_technique')
    expect(saysSomething({ ...empty, technique: 'mini_whiteboards' } as NewObservation)).toBe(false)
    expect(saysSomething({ ...empty, misconceptionId: 'm' })).toBe(true)
  })
  it('takes an answer to a hinge question as the option says it, and not otherwise', () => {
    const answered = { technique: 'hinge_question', hingeOptionId: 'h', helpLevel: 'self' } as const
    const right = { hingeOption: { isRight: true, misconceptionId: null } }
    const wrong = { hingeOption: { isRight: false, misconceptionId: 'm' } }
    expect(why({ ...answered, response: 'secure', isSure: true }, right)).toBeUndefined()
    expect(why({ ...answered, response: 'secure', isSure: false }, right)).toBe('not_as_answered')
    expect(why({ ...answered, response: 'nearly', isSure: false }, right)).toBeUndefined()
    expect(why({ ...answered, response: 'not_yet', misconceptionId: 'm' }, wrong)).toBeUndefined()
    expect(why({ ...answered, response: 'not_yet' }, wrong)).toBe('not_as_answered')
    expect(why({ ...answered, response: 'secure', technique: null }, right)).toBe('not_as_answered')
    expect(why({ ...answered, response: 'secure' })).toBe('not_as_answered')
    expect(why({ helpLevel: 'self', isSure: true })).toBe('not_as_answered')
  })
  it('wants goal and criterion to belong together and to the learner', () => {
    const on = { helpLevel: 'self', goalId: 'a', criterionId: 'c' } as const
    expect(why(on, { goal, criterionGoalId: 'a' })).toBeUndefined()
    expect(why(on, { goal: { ...goal, groupId: 'h' }, criterionGoalId: 'a' })).toBe('goal_of_another')
    expect(why(on, { goal: { ...goal, groupId: null, learnerId: 'l' }, criterionGoalId: 'a' })).toBeUndefined()
    expect(why(on, { goal, criterionGoalId: 'b' })).toBe('criterion_of_another_goal')
    expect(why({ ...on, goalId: null }, { criterionGoalId: 'a' })).toBe('criterion_of_another_goal')
    expect(why(on)).toBe('goal_of_another')
  })
  it('lets a goal be closed after the moment', () => {
    const closed = (closedAt: string) => why({ helpLevel: 'self', goalId: 'a' }, { goal: { ...goal, closedAt } })
    expect(closed('2026-11-24T10:45:00.001+00:00')).toBeUndefined()
    expect(closed('2026-11-24T10:44:59.999+00:00')).toBe('goal_closed')
  })
})

it('targetRefusal: whatever is noted beside a learner needs a time and a place of its own, and need not judge', () => {
  expect(targetRefusal(empty, unknown, new Date(moment))).toBeUndefined()
  expect(targetRefusal({ ...empty, sessionId: 's' }, unknown, new Date(moment))?.reason).toBe('session_of_another')
  expect(targetRefusal(empty, unknown, new Date(0))?.reason).toBe('in_future')
})

describe('correctionRefusal', () => {
  const stands = { isOfLearner: true, isCorrected: false, isWithdrawn: false }
  it('lets what stands be corrected once', () => {
    expect(correctionRefusal(stands)).toBeUndefined()
    expect(correctionRefusal({ ...stands, isCorrected: true })?.reason).toBe('already_corrected')
    expect(correctionRefusal({ ...stands, isWithdrawn: true })?.reason).toBe('withdrawn')
    expect(correctionRefusal({ ...stands, isOfLearner: false })?.reason).toBe('correction_of_another')
  })
})

describe('beforeAfter', () => {
  const work = (id: string, minute: number, change: Partial<LearnerObservation> = {}): LearnerObservation => ({
    ...empty,
    ...{
      id,
      goalId: 'a',
      criterionId: 'c',
      source: 'work_sample',
      photoId: 'p',
      correctsId: null,
      recordedBy: 'x',
      recordedByName: 'X',
      recordedAt: moment,
    },
    observedAt: new Date(minute * 60_000).toISOString(),
    ...change,
  })
  it('takes the first and the last photographed piece of work of a criterion', () => {
    const works = [work('3', 3), work('1', 1), work('2', 2), work('0', 0, { source: 'seen' }), work('4', 4, { photoId: null })]
    expect(beforeAfter(works)).toEqual([{ criterionId: 'c', beforeId: '1', afterId: '3' }])
    expect(beforeAfter([work('1', 1), work('2', 2, { criterionId: 'd' })])).toEqual([])
  })
})

describe('who was not noted lately', () => {
  const learner = (id: string, fromOn: string, lastSeenAt: string | null) => ({ id, fromOn, lastSeenAt })
  const sessionsAt = ['2026-11-26T10:45:00.000Z', '2026-11-25T10:45:00.000Z', '2026-11-24T10:45:00.000Z']
  it('notSeenLately: not in the last two sessions, of those who were there', () => {
    const learners = [
      learner('seen', '2026-11-02', '2026-11-25T10:50:00.000Z'),
      learner('before', '2026-11-02', '2026-11-24T10:50:00.000Z'),
      learner('never', '2026-11-02', null),
      learner('new', '2026-11-26', null),
    ]
    expect(notSeenLately(learners, sessionsAt)).toEqual(['before', 'never'])
    expect(notSeenLately(learners, sessionsAt.slice(0, 1))).toEqual([])
  })
  it('notSeenLately: lessons in which nobody was noted say nothing of anybody', () => {
    const learners = [learner('one', '2026-11-02', '2026-11-24T10:50:00.000Z'), learner('two', '2026-11-02', null)]
    expect(notSeenLately(learners, sessionsAt)).toEqual([])
    expect(learners.map((one) => isSeenSince(one, '2026-11-24T10:50:00.000Z'))).toEqual([true, false])
  })
  it('notSeenLately: a week without school is no absence, and a day is the day in London', () => {
    // The first lessons after the half-term in which the clocks go back: 26 October is in it, and 23:30 in summer is the next day.
    const after = ['2026-11-03T10:45:00.000Z', '2026-11-02T10:45:00.000Z', '2026-10-16T09:45:00.000Z']
    const before = learner('before the break', '2026-09-07', '2026-10-16T09:50:00.000Z')
    const seen = learner('seen', '2026-09-07', '2026-11-02T10:50:00.000Z')
    expect(notSeenLately([before, seen], after)).toEqual(['before the break'])
    expect(notSeenLately([before, seen], after.slice(1))).toEqual([])
    const since = learner('since', '2026-10-17', null)
    expect(notSeenLately([since, seen], ['2026-10-19T09:45:00.000Z', '2026-10-16T23:30:00.000Z'])).toEqual(['since'])
  })
})
