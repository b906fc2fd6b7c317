// A goal in the making, the ladder, and goals with what this device did laid over.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { isSameStatement, missingIn, moved, newCriterion, newGoal, statementsFor, withPendingGoals } from './client.ts'
import type { LearningGoal } from './contract.ts'

const now = '2026-11-24T10:55:00.000Z'
const pending = <I>(input: I) => ({ id: newId(), input, state: 'waiting' as const })

describe('a goal in the making', () => {
  it('moves a criterion by one place, and not over the edge', () => {
    const [a, b] = [newCriterion(), newCriterion()]
    expect(moved([a, b], b.id, -1)).toEqual([b, a])
    expect(moved([a, b], b.id, 1)).toEqual([a, b])
    expect(moved([a, b], newId(), 1)).toEqual([a, b])
  })

  it('says which fields are empty', () => {
    const goal = newGoal()
    const [criterion] = goal.criteria
    expect(missingIn(goal)).toEqual(['goal-wording', `short-${criterion?.id}`, `child-${criterion?.id}`])
    const filled = { ...newCriterion(), shortName: 'Explain', childText: 'I can explain' }
    expect(missingIn({ ...goal, wording: 'Compare fractions', criteria: [filled] })).toEqual([])
  })
})

describe('statementsFor', () => {
  const base = { framework: 'maths', version: 1, subject: 'Mathematics' }
  const statements = [
    { ...base, code: '4F1', year: 4, strand: 'Fractions', wording: 'Show families of equivalent fractions' },
    { ...base, code: '4F2', year: 4, strand: 'Fractions', wording: 'Add fractions of one denominator' },
    { ...base, code: '5N1', year: 5, strand: 'Number', wording: 'Round numbers' },
  ]
  it('takes year, strand and every word', () => {
    const codes = (words: string, year?: number, strand?: string) =>
      statementsFor(statements, { subject: undefined, words, year, strand }).map(({ code }) => code)
    expect(codes('')).toHaveLength(3)
    expect(codes('FRACTIONS equivalent')).toEqual(['4F1'])
    expect(codes('', 4)).toEqual(['4F1', '4F2'])
    expect(codes('', undefined, 'Number')).toEqual(['5N1'])
    expect(codes('4f2')).toEqual(['4F2'])
  })

  it('takes the subject', () => {
    const reading = {
      ...base,
      framework: 'english',
      subject: 'English',
      code: '4R1',
      year: 4,
      strand: 'Reading',
      wording: 'Say the main idea',
    }
    const anything = { words: '', year: undefined, strand: undefined }
    expect(statementsFor([...statements, reading], { ...anything, subject: 'English' })).toEqual([reading])
    expect(statementsFor([...statements, reading], { ...anything, subject: undefined })).toHaveLength(4)
  })

  it('tells references apart', () => {
    expect(isSameStatement({ framework: 'maths', version: 1, code: '4F1' }, { framework: 'maths', version: 1, code: '4F1' })).toBe(true)
    expect(isSameStatement({ framework: 'maths', version: 1, code: '4F1' }, { framework: 'maths', version: 2, code: '4F1' })).toBe(false)
    expect(isSameStatement(null, null)).toBe(true)
  })
})

describe('withPendingGoals', () => {
  const groupId = newId()
  const learnerId = newId()
  const goal = (parts: Partial<LearningGoal>): LearningGoal => ({
    id: newId(),
    groupId,
    learnerId: null,
    wording: 'Equivalent fractions',
    statement: null,
    criteria: [],
    setAt: now,
    closedAt: null,
    ...parts,
  })
  const context = { isOfGroup: (one: Pick<LearningGoal, 'groupId'>) => one.groupId === groupId, now }

  it('puts a new goal first and a closed one last', () => {
    const old = goal({ wording: 'Old' })
    const other = goal({ wording: 'Other' })
    const { setAt: _setAt, closedAt: _closedAt, ...fresh } = goal({ wording: 'Fresh' })
    const elsewhere = { ...fresh, id: newId(), groupId: newId() }
    const shown = withPendingGoals(
      { goals: [old, other], learnerWordings: [] },
      { set: [pending(fresh), pending(elsewhere)], closed: [pending({ goalId: old.id })], worded: [] },
      context,
    )
    expect(shown.goals.map(({ wording, isWaiting, closedAt }) => [wording, isWaiting, closedAt])).toEqual([
      ['Fresh', true, null],
      ['Other', false, null],
      ['Old', false, now],
    ])
  })

  it('keeps the latest words of each learner', () => {
    const goalId = newId()
    const said = { goalId, learnerId, wording: 'Like half-time' }
    const { wordings } = withPendingGoals(
      { goals: [], learnerWordings: [{ goalId, learnerId, wording: 'The same size' }] },
      { set: [], closed: [], worded: [pending(said)] },
      context,
    )
    expect(wordings).toEqual([said])
  })
})
