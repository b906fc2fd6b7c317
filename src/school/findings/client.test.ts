// The Find out place without a network: what this device did lies over the server's answer, and what was taken back is gone.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import type { NewObservation } from '../observations/contract.ts'
import { answerOf, type FindingsAnswer, type PendingFindings, triedOf, waitedOf, withPendingFindings } from './client.ts'

const [groupId, callum, maisie, right, wrong, misconceptionId, goalId, sessionId] = Array.from({ length: 8 }, () => newId()) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]
const now = '2026-11-24T10:55:00.000Z'
const author = { personId: newId(), name: 'Dawn Okafor' }
const learner = (id: string, name: string) => ({ id, name, symbol: null, fromOn: '2026-11-02', lastSeenAt: null, goalIds: [] })
const answer: FindingsAnswer = {
  learners: [learner(maisie, 'Maisie T'), learner(callum, 'Callum B')],
  goals: [],
  questions: [],
  moments: [],
  sessionsAt: [],
}
const none: PendingFindings = { recorded: [], corrected: [], withdrawn: [], made: [], retired: [], set: [] }
const pending = <I>(input: I, state: 'waiting' | 'held' | 'sent' = 'waiting') => ({ id: newId(), input, state })
const shown = (some: Partial<PendingFindings>, of = answer) => withPendingFindings(of, { ...none, ...some }, { groupId, author, now })

const session = { id: sessionId, groupId, isOpen: false }
const spot = { session, goalId, criterionId: newId(), at: new Date(now) }
const options = [
  { id: right, wording: '2/4', isRight: true, misconceptionId: null },
  { id: wrong, wording: '2/3', isRight: false, misconceptionId },
] as const
const question = 'Which is the same as ½?'
const recordedIn = ({ additions }: { readonly additions: readonly { readonly input: unknown }[] }) =>
  additions.at(-1)?.input as NewObservation

describe('what is kept from the place', () => {
  it('opens the session first, unless it is open', () => {
    const kept = answerOf(spot, callum, { question, option: options[1], isSure: null })
    expect(kept.additions.map(({ command }) => command.name)).toEqual(['session.open', 'learnerObservation.record'])
    const open = answerOf({ ...spot, session: { ...session, isOpen: true } }, callum, { question, option: options[1], isSure: null })
    expect(open.additions).toHaveLength(1)
  })
  it('an answer says what its option says, given without help', () => {
    const said = recordedIn(answerOf(spot, callum, { question, option: options[1], isSure: true }))
    expect(said).toMatchObject({
      response: 'not_yet',
      misconceptionId,
      helpLevel: 'self',
      technique: 'hinge_question',
      hingeOptionId: wrong,
      sessionId,
    })
    expect(said.whatSeen).toBe('Which is the same as ½? – 2/3')
    const unsure = recordedIn(answerOf(spot, maisie, { question, option: options[0], isSure: false }))
    expect(unsure).toMatchObject({ response: 'nearly', misconceptionId: null, isSure: false })
  })
  it('what was tried and told nothing, and that one waited, tell of no success criterion', () => {
    expect(recordedIn(triedOf(spot, callum, 'thumbs'))).toMatchObject({
      technique: 'thumbs',
      source: 'self_report',
      criterionId: null,
      whatSeen: null,
    })
    expect(recordedIn(waitedOf(spot, callum, 'I waited 5 seconds'))).toMatchObject({ whatSeen: 'I waited 5 seconds', criterionId: null })
  })
})

describe('withPendingFindings', () => {
  const answered = recordedIn(answerOf(spot, callum, { question, option: options[1], isSure: null }))
  it('shows an answer of this device at once, its learner as noted, in the order of names', () => {
    const { moments, learners } = shown({ recorded: [pending(answered)] })
    expect(moments).toMatchObject([{ id: answered.id, sending: 'waiting', recordedByName: 'Dawn Okafor' }])
    expect(learners.map(({ shortName, lastSeenAt, goalIds }) => [shortName, lastSeenAt, goalIds])).toEqual([
      ['Callum', now, [goalId]],
      ['Maisie', null, []],
    ])
  })
  it('leaves out what was taken back, and keeps it when taking back was refused', () => {
    const back = { id: newId(), observationId: answered.id, learnerId: callum }
    expect(shown({ recorded: [pending(answered)], withdrawn: [pending(back)] }).moments).toEqual([])
    expect(shown({ recorded: [pending(answered)], withdrawn: [pending(back, 'held')] }).moments).toHaveLength(1)
  })
  it('leaves out learners of other groups, and moments without a technique', () => {
    const other = { ...answered, id: newId(), learnerId: newId() }
    const plain = { ...answered, id: newId(), technique: null, hingeOptionId: null }
    const { moments, learners } = shown({ recorded: [pending(other), pending(plain)] })
    expect(moments).toEqual([])
    expect(learners[0]?.lastSeenAt).toBe(now)
  })
  it('offers a question that was made here, until it is retired', () => {
    const made = { id: newId(), groupId, statement: null, question, options: [...options] }
    expect(shown({ made: [pending(made)] }).questions).toMatchObject([{ id: made.id, isRetired: false }])
    expect(shown({ made: [pending(made)], retired: [pending({ questionId: made.id })] }).questions).toMatchObject([{ isRetired: true }])
  })
})
