// A hinge question in the making, and names that this device gave before the server knows them.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { missingInQuestion, namesOf, newQuestion, questionAdditions } from './client.ts'
import { withPendingNames } from './rules.ts'

const statement = { framework: 'evident-mathematics', version: 1, code: '4.F1' }
const known = { id: newId(), statement, wording: 'Halves the fraction', isRetired: false }
const pending = <I>(input: I, state: 'waiting' | 'held' = 'waiting') => ({ id: newId(), input, state })

describe('questionAdditions', () => {
  const [first, second, third] = newQuestion(statement).options
  const draft = (names: readonly [string, string]) => ({
    question: ' Which is the same as ½? ',
    statement,
    options: [
      { ...first, wording: '2/4' },
      { ...second, wording: '1/4', newName: names[0] },
      { ...third, wording: '2/3', newName: names[1] },
    ] as never,
  })
  it('names new misconceptions ahead of the question that needs them', () => {
    const { additions, options } = questionAdditions(draft(['halves the FRACTION', 'Adds one to both']), newId(), [known])
    expect(additions.map(({ command }) => command.name)).toEqual(['misconception.add', 'hingeQuestion.make'])
    expect(additions[1]?.options.dependsOn).toEqual([additions[0]?.options.id])
    expect(options.map(({ misconceptionId }) => misconceptionId)).toEqual([null, known.id, additions[0]?.options.id])
  })
  it('names one that two options share once', () => {
    const { additions, options } = questionAdditions(draft(['Guesses', 'guesses ']), newId(), [known])
    expect(additions).toHaveLength(2)
    expect(options[1]?.misconceptionId).toBe(options[2]?.misconceptionId)
  })
  it('says what is missing, field by field', () => {
    const empty = newQuestion(statement)
    expect(missingInQuestion(empty)).toHaveLength(1 + 3 + 2)
    expect(missingInQuestion(draft(['One', 'Two']))).toEqual([])
  })
})

describe('withPendingNames', () => {
  it('has what was named and called otherwise here, under its name', () => {
    const added = pending({ id: newId(), statement: null, wording: 'Adds the bottoms' })
    const changed = pending({ misconceptionId: known.id, wording: 'Takes half of it', isRetired: true })
    const all = withPendingNames([known], { added: [added], changed: [changed] })
    expect(all.map(({ wording, isRetired }) => [wording, isRetired])).toEqual([
      ['Adds the bottoms', false],
      ['Takes half of it', true],
    ])
    expect(namesOf(all).get(known.id)).toBe('Takes half of it')
  })
  it('leaves a name as it is when the change was refused', () => {
    const changed = pending({ misconceptionId: known.id, wording: 'Other', isRetired: false }, 'held')
    expect(withPendingNames([known], { added: [], changed: [changed] })).toEqual([known])
  })
})
