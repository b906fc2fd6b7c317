// The draft of a handover: facts in sentences under three headings, never long, the same whatever the order, naming nobody but the group.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftFacts, DraftMoment } from './contract.ts'
import { draftHandover, givenName, shortNames, wordsIn } from './rules.ts'

const learners = [
  { id: 'a', name: 'Aaliyah R' },
  { id: 'c', name: 'Callum B' },
  { id: 'm', name: 'Maisie T' },
  { id: 't', name: 'Theo W' },
]
const criteria = [
  { id: '1', shortName: 'Same amount' },
  { id: '2', shortName: 'Explain' },
]
let made = 0
const moment = (learnerId: string, minute: number, change: Partial<DraftMoment> = {}): DraftMoment => ({
  ...{ id: `o${made++}`, learnerId, criterionId: '1', helpLevel: null, response: null, participation: null, childWords: null },
  ...{ source: 'seen', observedAt: `2026-11-24T10:${String(minute).padStart(2, '0')}:00.000Z` },
  ...change,
})
const drafted = (moments: readonly DraftMoment[]) => draftHandover({ learners, criteria, moments: [...moments] })
const saying = (moments: readonly DraftMoment[]) => drafted(moments).map(({ heading, wording }) => `${heading}: ${wording}`)

describe('draftHandover', () => {
  it('counts who showed it with the help it took, and names who did not', () => {
    const lines = saying([
      moment('a', 1, { response: 'secure', helpLevel: 'self' }),
      moment('c', 2, { response: 'not_yet', helpLevel: 'clue' }),
      moment('m', 3, { response: 'secure', helpLevel: 'prompt' }),
      moment('t', 4, { response: 'secure', helpLevel: 'model' }),
    ])
    expect(lines).toEqual([
      'progress: Same amount: 2 of 4 showed it (1 without help, 1 with a prompt).',
      'progress: Callum: Same amount not yet, with a clue.',
      'progress: Theo: Same amount nearly, with modelling.',
    ])
  })
  it('names the misconception that showed last on the criterion, and when it was before the judgement, and takes no answer to a hinge question as help', () => {
    const hinge = { technique: 'hinge_question', response: 'not_yet' as const, helpLevel: 'self' as const }
    const lines = saying([
      moment('c', 1, { ...hinge, misconception: 'Adds one to both' }),
      moment('c', 5, { response: 'not_yet', helpLevel: 'clue' }),
      moment('c', 9, { response: 'nearly', helpLevel: 'prompt' }),
      moment('t', 1, { ...hinge, misconception: 'Halves the fraction' }),
      ...['a', 'm'].map((id) => moment(id, 1, { ...hinge, response: 'secure' })),
    ])
    expect(lines).toEqual([
      'progress: Same amount: 2 of 4 showed it (2 without help).',
      'progress: Theo: Same amount not yet, without help (“Halves the fraction”).',
      'progress: Callum: Same amount nearly, with a prompt (at first “Adds one to both”).',
      'responsibility: Callum needed less help on Same amount: first with a clue, then with a prompt.',
    ])
  })
  it('the last judgement of the session counts, and falling help is a step towards responsibility', () => {
    const lines = saying([
      moment('c', 1, { response: 'not_yet', helpLevel: 'clue' }),
      moment('c', 9, { response: 'secure', helpLevel: 'self' }),
      moment('a', 9, { participation: 'joining' }),
      moment('m', 9, { participation: 'watching' }),
      moment('t', 9, { participation: 'leading' }),
    ])
    expect(lines).toEqual([
      'progress: Same amount: 1 of 4 showed it (1 without help).',
      'progress: Maisie was watching.',
      'progress: Theo took the lead.',
      'responsibility: Callum needed less help on Same amount: first with a clue, then without help.',
    ])
  })
  it('that nobody showed it is told once everybody was noted on it', () => {
    const notYet = { response: 'not_yet' as const, helpLevel: 'clue' as const }
    const some = ['a', 'c', 'm'].map((learner, place) => moment(learner, place + 1, notYet))
    expect(saying(some).join()).not.toContain('0 of 4')
    expect(saying([...some, moment('t', 4, notYet)])[0]).toBe('progress: Same amount: 0 of 4 showed it.')
  })
  it('tells of much help that no judgement followed, and not twice', () => {
    const lines = saying([
      moment('a', 1, { technique: 'hinge_question', response: 'not_yet', helpLevel: 'self' }),
      moment('a', 2, { helpLevel: 'model' }),
      moment('c', 1, { helpLevel: 'model' }),
      moment('c', 2, { helpLevel: 'clue' }),
      moment('m', 1, { helpLevel: 'prompt' }),
      moment('t', 1, { helpLevel: 'correct', criterionId: null }),
    ])
    expect(lines).toEqual([
      'progress: Aaliyah: Same amount not yet, without help.',
      'progress: Aaliyah worked on Same amount with modelling.',
      'progress: Theo worked with correcting.',
      'responsibility: Callum needed less help on Same amount: first with modelling, then with a clue.',
    ])
  })
  it('says how they took it: who judged themselves, and what they said; no word that names another child', () => {
    const lines = saying([
      moment('c', 1, { source: 'self_report', response: 'nearly' }),
      moment('c', 2, { childWords: '“five is bigger than two”' }),
      moment('m', 3, { childWords: 'Theo showed me' }),
      moment('t', 4, { childWords: Array.from({ length: 13 }, () => 'steps').join(' ') }),
    ])
    expect(lines).toEqual([
      'progress: 1 of 4 not noted.',
      'response: 1 of 4 judged their own work.',
      'response: Callum judged Same amount: nearly.',
      'response: Callum said: “five is bigger than two”',
    ])
  })
  it('is empty where nothing was noted of the group', () => {
    expect(drafted([])).toEqual([])
    expect(drafted([moment('elsewhere', 1, { response: 'secure', helpLevel: 'self' })])).toEqual([])
  })

  const some = fc.array(
    fc.record({
      learnerId: fc.constantFrom('a', 'c', 'm', 't', 'elsewhere'),
      criterionId: fc.constantFrom('1', '2', null),
      helpLevel: fc.constantFrom('self', 'prompt', 'clue', 'model', 'correct', null),
      response: fc.constantFrom('secure', 'nearly', 'not_yet', null),
      participation: fc.constantFrom('watching', 'joining', 'contributing', 'leading', null),
      childWords: fc.constantFrom(null, 'five is bigger', 'Maisie told me', 'the down number'),
      source: fc.constantFrom('seen', 'heard', 'work_sample', 'self_report', 'peer_report'),
      minute: fc.integer({ min: 0, max: 59 }),
    }),
    { maxLength: 60 },
  )
  type Some = typeof some extends fc.Arbitrary<infer Moments> ? Moments : never
  const factsOf = (moments: Some): DraftFacts => ({
    learners,
    criteria,
    moments: moments.map(({ minute, ...one }) => moment(one.learnerId, minute, one as Partial<DraftMoment>)),
  })

  it('leaves room within 120 words, whatever was noted', () => {
    fc.assert(
      fc.property(some, (moments) => {
        expect(wordsIn(draftHandover(factsOf(moments)).map(({ wording }) => wording))).toBeLessThanOrEqual(85)
      }),
    )
  })
  it('is the same whatever the order of the facts', () => {
    fc.assert(
      fc.property(
        some.chain((moments) =>
          fc.tuple(fc.constant(factsOf(moments)), fc.shuffledSubarray([...Array(moments.length).keys()], { minLength: moments.length })),
        ),
        ([facts, places]) => {
          const shuffled = {
            ...facts,
            learners: facts.learners.toReversed(),
            moments: places.flatMap((place) => facts.moments[place] ?? []),
          }
          expect(draftHandover(shuffled)).toEqual(draftHandover(facts))
        },
      ),
    )
  })
  it('keeps each line for the one learner whom it names, and names help with each judgement of one', () => {
    fc.assert(
      fc.property(some, (moments) => {
        for (const { learnerId, wording, heading } of draftHandover(factsOf(moments))) {
          const named = learners.filter(({ name }) => wording.includes(givenName(name))).map(({ id }) => id)
          expect(named).toEqual(learnerId === null ? [] : [learnerId])
          if (heading === 'progress' && /: .* (showed it|nearly|not yet)/.test(wording) && learnerId !== null)
            expect(wording).toMatch(/with(out help| a prompt| a clue| modelling| correcting)/)
          expect(wording).not.toMatch(/%|\d+\/\d+|score|points/)
        }
      }),
    )
  })
})

describe('shortNames', () => {
  it('adds the initial where two children have one name', () => {
    const nameOf = shortNames([...learners, { id: 'c2', name: 'Callum H' }])
    expect([nameOf('c'), nameOf('c2'), nameOf('m')]).toEqual(['Callum B', 'Callum H', 'Maisie'])
  })
})
