// A handover in the making: whom a typed line is for, what is refused on the device, which commands it becomes, and what waits laid over the answer.
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { newId } from '../../core/ids.ts'
import { pendingOf } from '../../web/pending.ts'
import { additionsOf, draftRefusal, firstDraft, newLine, renewed, typedLine, withPendingHandovers, withSign, wordingsOf } from './client.ts'
import * as contract from './contract.ts'

const [aaliyah, callum, theo] = [newId(), newId(), newId()]
const learners = [
  { id: aaliyah, name: 'Aaliyah R' },
  { id: callum, name: 'Callum B' },
  { id: theo, name: 'Theo W' },
]
const sessionId = newId()
const at = '2026-11-24T11:44:00.000Z'
const empty = firstDraft({ learners, criteria: [], moments: [] })
const written = {
  ...empty,
  lines: [
    { ...newLine('progress'), wording: 'Same amount: 2 of 3 showed it (2 without help).' },
    { ...newLine('progress'), learnerId: theo, wording: 'Theo: Same amount nearly, with modelling.' },
  ],
  suggestion: ' Start tomorrow with folding ',
  suggestionFor: [callum],
  look: [theo],
}

describe('typedLine', () => {
  it('is for the one child whom it names, for nobody where it names nobody, and for one child alone', () => {
    const line = newLine('response')
    expect(typedLine(line, 'Whiteboards worked', learners)).toMatchObject({ learnerId: null, wording: 'Whiteboards worked' })
    expect(typedLine(line, 'callum drew it', learners)).toMatchObject({ learnerId: callum })
    expect(typedLine({ ...line, learnerId: theo }, 'used the card', learners)).toMatchObject({ learnerId: theo })
    expect(typedLine(line, 'Theo helped Callum', learners)).toMatchObject({ reason: 'names_two' })
  })
})

describe('withSign and wordingsOf', () => {
  it('a tap puts a sentence in, the same tap takes it out', () => {
    const signed = withSign(empty, aaliyah, 'checks_work', learners)
    expect(signed.lines).toMatchObject([{ learnerId: aaliyah, sign: 'checks_work', wording: 'Aaliyah checked their own work.' }])
    expect(withSign(signed, aaliyah, 'checks_work', learners).lines).toEqual([])
  })
  it('the names that are tapped count as words too', () => {
    expect(wordingsOf(written, learners).slice(2)).toEqual([' Start tomorrow with folding ', 'Callum', 'Theo'])
  })
})

describe('draftRefusal', () => {
  it('says on the device what the server would say', () => {
    expect(draftRefusal(written, learners)).toBeUndefined()
    expect(draftRefusal(empty, learners)).toMatchObject({ reason: 'nothing_said' })
    expect(draftRefusal({ ...written, suggestion: 'folding for Theo' }, learners)).toMatchObject({ reason: 'names_a_learner' })
    const long = Array.from({ length: 110 }, () => 'fold').join(' ')
    expect(draftRefusal({ ...written, suggestion: long }, learners)).toMatchObject({ reason: 'too_many_words' })
  })
})

const commands = additionsOf(written, sessionId, learners, at)
const inputs = commands.map(({ input }) => input)

describe('additionsOf', () => {
  it('a line for each learner, then the whole, which waits for them', () => {
    expect(commands.map(({ command }) => command.name)).toEqual([...Array.from({ length: 3 }, () => 'handover.addLine'), 'handover.send'])
    expect(commands.every(({ command, input }) => z.safeParse(command.input as never, input).success)).toBe(true)
    expect(inputs).toMatchObject([
      { learnerId: theo, heading: 'progress', position: 1 },
      { learnerId: callum, heading: 'suggestion', wording: 'Callum' },
      { learnerId: theo, heading: 'look', wording: 'Theo' },
      { suggestion: 'Start tomorrow with folding', lines: [{ position: 0 }], isUrgent: false },
    ])
    expect(commands.at(-1)?.options.dependsOn).toEqual(commands.slice(0, 3).map(({ options }) => options.id))
  })
  it('sent again after it was taken back, it is another handover', () => {
    const again = renewed(written)
    expect(again.id).not.toBe(written.id)
    expect(again.lines.map(({ wording }) => wording)).toEqual(written.lines.map(({ wording }) => wording))
  })
})

describe('withPendingHandovers', () => {
  const organisationId = newId()
  const entries = commands.map(({ command, input, options }) => ({
    ...{ id: options.id, organisationId, command: command.name, input, state: 'waiting' as const },
  }))
  const view = { entries, sent: [] } as unknown as Parameters<typeof pendingOf>[0]
  const pendingFor = (more: object) => ({
    lines: pendingOf(view, contract.handoverAddLine, { organisationId }),
    sent: pendingOf(view, contract.handoverSend, { organisationId }),
    ...{ decided: [], named: [], carriedOut: [], withdrawn: [] },
    ...more,
  })
  const place = { sessionId, sessionStartedAt: at, groupId: newId(), groupName: 'Fractions boost', cover: 'bottle' as const }
  const known = { self: { id: newId(), name: 'Dawn Okafor' }, learners, place }
  it('shows what was sent here a moment ago, whole and in order', () => {
    const [shown] = withPendingHandovers([], pendingFor({}), known)
    expect(shown).toMatchObject({ isWaiting: true, groupName: 'Fractions boost', sentBy: { name: 'Dawn Okafor' } })
    expect(shown?.lines.map(({ heading, learner }) => [heading, learner?.name])).toEqual([
      ['progress', undefined],
      ['progress', 'Theo W'],
      ['suggestion', 'Callum B'],
      ['look', 'Theo W'],
    ])
  })
  it('shows a decision that waits, and nothing of what was taken back', () => {
    const decision = { id: newId(), handoverId: written.id, decision: 'regroup' as const, ownWords: null, reply: null, decidedAt: at }
    const waiting = <T>(input: T) => [{ id: newId(), input, state: 'waiting' as const }]
    const named = waiting({ id: newId(), decisionId: decision.id, learnerId: callum })
    const [shown] = withPendingHandovers([], pendingFor({ decided: waiting(decision), named }), known)
    expect(shown?.decisions).toMatchObject([{ decision: 'regroup', learners: [{ name: 'Callum B' }], isWithdrawn: false }])
    // The decision arrived, and whom it is about is still on its way: nobody is lost when it is decided anew meanwhile.
    const { handoverId: _, ...said } = decision
    const arrived = { ...said, learners: [], decidedBy: known.self, isWithdrawn: false, carriedOut: [] }
    const answered = { ...shown, decisions: [arrived] } as unknown as contract.Handover
    const [half] = withPendingHandovers([answered], pendingFor({ sent: [], named }), known)
    expect(half?.decisions).toMatchObject([{ id: decision.id, learners: [{ name: 'Callum B' }] }])
    const undone = pendingFor({ decided: waiting(decision), withdrawn: waiting({ id: newId(), recordId: decision.id }) })
    expect(withPendingHandovers([], undone, known)[0]?.decisions).toMatchObject([{ isWithdrawn: true }])
    const gone = pendingFor({ withdrawn: waiting({ id: newId(), recordId: written.id }) })
    expect(withPendingHandovers([], gone, known)).toEqual([])
  })
})
