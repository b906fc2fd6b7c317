// The class map on screen: marks that wait, columns, need and what may be confirmed.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import type { CriterionState } from '../observations/contract.ts'
import { type ClassMapAnswer, cellFinder, columnsFor, columnsOf, learnersOn, needMostFirst, secureOn, withPendingMarks } from './client.ts'

const pending = <I>(input: I, id = newId()) => ({ id, input, state: 'waiting' as const })

const [callum, maisie, theo] = [newId(), newId(), newId()]
const [same, explain] = [newId(), newId()]
const learner = (id: string, name: string) => ({ id, name, symbol: null, whatHelps: null, participation: [], lastSeenAt: null })
const criterion = (id: string, shortName: string, position: number) => ({
  id,
  shortName,
  childText: shortName,
  adultText: null,
  kind: 'must' as const,
  position,
})
const cell = (learnerId: string, criterionId: string, state: CriterionState['state']) => ({
  learnerId,
  criterionId,
  state,
  helpLevel: null,
  restsOn: [],
})

const answer: ClassMapAnswer = {
  group: { id: newId(), name: '4H', subject: 'Mathematics' },
  learners: [learner(callum, 'Callum B'), learner(maisie, 'Maisie T'), learner(theo, 'Theo W')],
  goals: [
    { id: newId(), learnerId: null, wording: 'Fractions', criteria: [criterion(same, 'Same amount', 1), criterion(explain, 'Explain', 2)] },
  ],
  cells: [cell(callum, same, 'secure'), cell(maisie, same, 'secure'), cell(maisie, explain, 'not_yet'), cell(theo, explain, 'met')],
  cameFrom: [],
  takenInto: [],
  headlines: {
    teachAgain: { criterionId: explain, learnerIds: [maisie], of: 3 },
    readyToMoveOn: { criterionId: same, learnerIds: [callum, maisie] },
    notSeen: [],
  },
  lastNoticedAt: null,
  canMarkMet: true,
}

describe('the map', () => {
  it('has the criteria of all goals as columns, and says not seen where nothing is', () => {
    expect(columnsOf(answer).map(({ shortName }) => shortName)).toEqual(['Same amount', 'Explain'])
    const find = cellFinder(answer)
    expect([find(callum, same).state, find(theo, same).state]).toEqual(['secure', 'not_seen'])
  })

  it('puts those who need most first, and leaves equals as they stood', () => {
    expect(needMostFirst(answer).map(({ name }) => name)).toEqual(['Maisie T', 'Callum B', 'Theo W'])
  })

  it('counts a goal of one learner for that learner alone', () => {
    const own = newId()
    const goals = [...answer.goals, { id: newId(), learnerId: theo, wording: 'Order', criteria: [criterion(own, 'Order', 1)] }]
    const shown = { ...answer, goals }
    expect(learnersOn(shown, own).map(({ name }) => name)).toEqual(['Theo W'])
    expect(learnersOn(shown, explain)).toHaveLength(3)
    expect(columnsFor(shown, callum).map(({ id }) => id)).toEqual([same, explain])
    expect(columnsFor(shown, theo).map(({ id }) => id)).toEqual([same, explain, own])
  })

  it('names who may be confirmed', () => {
    expect(secureOn(answer, same).map(({ name }) => name)).toEqual(['Callum B', 'Maisie T'])
    expect(secureOn(answer, explain)).toEqual([])
  })
})

describe('withPendingMarks', () => {
  it('shows what was marked here, where nothing was seen too, and tells anew what stands out', () => {
    const shown = withPendingMarks(
      answer,
      [pending({ criterionId: same, learnerId: callum }), pending({ criterionId: same, learnerId: theo })],
      [],
    )
    const find = cellFinder(shown)
    expect([find(callum, same).state, find(theo, same).state]).toEqual(['met', 'met'])
    expect(shown.headlines.readyToMoveOn).toEqual({ criterionId: same, learnerIds: [maisie] })
  })

  it('lets the last act stand, and leaves the answer alone without any', () => {
    const [first, second] = ['0193a5c2-7d1e-7b3a-9c4e-2f1d8a6b5c40', '0193a5c2-7d1f-7b3a-9c4e-2f1d8a6b5c40']
    const act = { criterionId: same, learnerId: callum }
    expect(cellFinder(withPendingMarks(answer, [pending(act, second)], [pending(act, first)]))(callum, same).state).toBe('met')
    expect(cellFinder(withPendingMarks(answer, [pending(act, first)], [pending(act, second)]))(callum, same).state).toBe('secure')
    expect(withPendingMarks(answer, [], [])).toBe(answer)
  })
})
