// What this device kept about goals lies over the server's answer; drafts become wordings; goals get their fate.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { copyGoal, draftOf, fateOf, type PendingTalks, saidOf, waysOf, withPendingTalks } from './client.ts'
import type { GoalExample, GoalTalk, OwnWording } from './contract.ts'

const [goalId, learnerId] = [newId(), newId()]
const silent: OwnWording = { wording: '', drawing: null, symbols: [], firstLanguage: null, helpedBy: null }
const drawing = { lines: [{ pen: 'red' as const, points: [1, 2] }] }
const said = (wording: string) => ({ id: newId(), goalId, learnerId, ...silent, wording })
const talk = (settled: GoalTalk['settled']): GoalTalk => {
  return { id: newId(), goalId, learnerId, sessionId: null, settled, observedAt: '2026-11-24T10:45:00.000Z' }
}
const example = (part: GoalExample['part'], words: string): GoalExample => ({ id: newId(), goalId, part, words, drawing: null })
const pending = <I>(input: I, state: 'waiting' | 'held' | 'sent' = 'waiting') => ({ id: newId(), input, state })
const none: PendingTalks = { said: [], worded: [], unsaid: [], noted: [], withdrawn: [], added: [], removed: [] }
const answer = (known: Partial<Parameters<typeof withPendingTalks>[0]> = {}) => ({ wordings: [], talks: [], examples: [], ...known })
const at = { setAt: '2026-11-24T10:45:00.000Z' }

describe('withPendingTalks', () => {
  it('shows the latest wording, in whichever way it was kept', () => {
    const first = { ...said('First'), ...at }
    const words = { id: newId(), goalId, learnerId, wording: 'Words alone' }
    const drawn = { ...said(''), drawing }
    expect(withPendingTalks(answer({ wordings: [first] }), { ...none, worded: [pending(words)] }).wordings).toEqual([
      { ...silent, ...words },
    ])
    expect(withPendingTalks(answer({ wordings: [first] }), { ...none, said: [pending(drawn)] }).wordings).toEqual([drawn])
  })
  it('shows no wording that was taken back, unless that was refused', () => {
    const first = { ...said('First'), ...at }
    const back = { wordingId: first.id }
    expect(withPendingTalks(answer({ wordings: [first] }), { ...none, unsaid: [pending(back)] }).wordings).toEqual([])
    expect(withPendingTalks(answer({ wordings: [first] }), { ...none, unsaid: [pending(back, 'held')] }).wordings).toEqual([first])
  })
  it('keeps of each kind the last, and knows the kinds apart', () => {
    const [one, other, helps] = [
      talk({ about: 'understood', choice: 'unsure' }),
      talk({ about: 'understood', choice: 'example' }),
      talk({ about: 'helps', words: 'Wall' }),
    ]
    expect(withPendingTalks(answer({ talks: [one, helps] }), { ...none, noted: [pending(other)] }).talks).toEqual([other, helps])
    expect(
      withPendingTalks(answer({ talks: [one] }), { ...none, noted: [pending(other)], withdrawn: [pending({ talkId: other.id })] }).talks,
    ).toEqual([one])
  })
  it('shows the last good and weaker example, and every feature that was not taken away', () => {
    const [old, good, weaker, feature, gone] = [
      example('good', 'Old'),
      example('good', 'New'),
      example('weaker', 'Weaker'),
      example('feature', 'Equal'),
      example('feature', 'Neat'),
    ]
    const shown = withPendingTalks(answer({ examples: [old, weaker, feature, gone] }), {
      ...none,
      added: [pending(good)],
      removed: [pending({ exampleId: gone.id })],
    })
    expect(shown.examples).toEqual([good, weaker, feature])
  })
})

describe('an own wording in the making', () => {
  it('opens the ways in which something was said, and words where nothing was', () => {
    expect(waysOf(draftOf(undefined))).toEqual(['words'])
    expect(waysOf(draftOf({ ...silent, drawing, firstLanguage: { language: 'ur', wording: 'ایک' } }))).toEqual(['drawing', 'language'])
  })
  it('keeps what stands in the open ways alone', () => {
    const draft = { ...draftOf(undefined), wording: ' Same ', drawing, language: 'pl', firstWording: ' Tyle samo ', helpedBy: ' Mr Nowak ' }
    expect(saidOf(draft, ['words'])).toEqual({ ...silent, wording: 'Same', helpedBy: 'Mr Nowak' })
    expect(saidOf(draft, ['drawing'])).toEqual({ ...silent, drawing, helpedBy: 'Mr Nowak' })
    expect(saidOf(draft, ['language'])).toEqual({
      ...silent,
      wording: 'Same',
      firstLanguage: { language: 'pl', wording: 'Tyle samo' },
      helpedBy: 'Mr Nowak',
    })
    expect(saidOf({ ...draft, language: '' }, ['language']).firstLanguage).toBeNull()
  })
})

describe('copyGoal', () => {
  it('takes each criterion along under a new id, after the group is there', () => {
    const [criterionId, groupId, made] = [newId(), newId(), newId()]
    const { command, input, options } = copyGoal({ id: goalId, criteria: [{ id: criterionId }] }, { groupId }, newId, [made])
    expect(command.name).toBe('goal.takeAlong')
    expect(input).toMatchObject({ goalId, groupId, learnerId: null, criteria: [{ criterionId }] })
    expect(options.dependsOn).toEqual([made])
  })
})

describe('fateOf', () => {
  const criterion = { id: newId(), shortName: 'Explain', childText: 'I can explain', adultText: null, kind: 'must' as const, position: 1 }
  const goal = { id: goalId, criteria: [criterion] }
  const commands = (fate: Parameters<typeof fateOf>[1]) => fateOf(goal, fate, newId).map(({ command }) => command.name)
  it('leaves, closes, or copies first and closes then', () => {
    expect(commands('stays')).toEqual([])
    expect(commands('closes')).toEqual(['goal.close'])
    expect(commands({ groupId: newId() })).toEqual(['goal.takeAlong', 'goal.close'])
    expect(commands({ learnerIds: [newId(), newId()] })).toEqual(['goal.takeAlong', 'goal.takeAlong', 'goal.close'])
  })
  it('closes nothing while a copy is refused', () => {
    const [copy, close] = fateOf(goal, { groupId: newId() }, newId)
    expect(close?.options.dependsOn).toEqual([copy?.options.id])
  })
})
