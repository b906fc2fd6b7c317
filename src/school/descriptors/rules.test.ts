// No name leaves: whatever the case, the accents and the possessive. And what is proposed names nobody.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesInSentence } from '../../core/names.ts'
import {
  draftSentence,
  letterFor,
  type ObservedFacts,
  offerRefusal,
  placeOf,
  proposedLeaves,
  pseudonymsFor,
  recordsRefusal,
} from './rules.ts'

const fact = (more: Partial<ObservedFacts> = {}): ObservedFacts => ({
  learnerId: 'callum',
  helpLevel: 'clue',
  response: 'nearly',
  participation: null,
  source: 'seen',
  hasChildWords: false,
  criterion: 'I can explain why',
  subject: 'Mathematics',
  ...more,
})
const letterB = [{ learnerId: 'callum', letter: 'B' }]

describe('letterFor and pseudonymsFor', () => {
  it('count like columns of a sheet', () => {
    expect([1, 2, 26, 27, 52, 53, 702, 703].map(letterFor)).toEqual(['A', 'B', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
  it('never give one letter to two numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (a, b) => {
        expect(letterFor(a) === letterFor(b)).toBe(a === b)
      }),
    )
  })
  it('keep the letters that are given, and go on after the last one', () => {
    expect(pseudonymsFor(['x', 'callum', 'y', 'x'], letterB, 4)).toEqual([
      { learnerId: 'x', letter: 'E' },
      ...letterB,
      { learnerId: 'y', letter: 'F' },
    ])
  })
})

describe('draftSentence', () => {
  it('says the help, the criterion and how near, with letters', () => {
    expect(draftSentence('learner_observation', [fact()], letterB)).toBe(
      'In Mathematics I gave Learner B a clue, one small piece of information, on “I can explain why”. Learner B nearly showed it.',
    )
    expect(draftSentence('learner_observation', [fact({ helpLevel: null, response: null, criterion: null })], letterB)).toBe(
      'In Mathematics I looked at how Learner B got on.',
    )
  })
  it('puts learners with the same help together, and a session’s learners in one sentence', () => {
    const two = [fact(), fact({ learnerId: 'theo', helpLevel: 'model', response: null, participation: 'joining' })]
    const letters = [...letterB, { learnerId: 'theo', letter: 'C' }]
    expect(draftSentence('learner_observation', two, letters)).toBe(
      'In Mathematics I gave Learner B a clue, one small piece of information and modelled the step for Learner C, to be done straight after, on “I can explain why”. Learner B nearly showed it. Learner C was joining in.',
    )
    expect(draftSentence('session', two, letters)).toBe(
      'In a Mathematics session I looked at how Learner B and Learner C joined in and got on, on “I can explain why”. I noted the help that each needed: a clue and a model.',
    )
  })
  it('leaves out what would make it too long to be sent', () => {
    const responses = ['secure', 'nearly', 'not_yet'] as const
    const participations = ['watching', 'joining', 'contributing', 'leading'] as const
    const facts = ['callum', 'theo'].flatMap((learnerId) =>
      responses.flatMap((response) => participations.map((participation) => fact({ learnerId, response, participation }))),
    )
    const sentence = draftSentence('learner_observation', facts, pseudonymsFor(['callum', 'theo'], [], 0))
    expect(sentence.length).toBeGreaterThan(700)
    expect(sentence.length).toBeLessThanOrEqual(800)
  })
  it('is long enough to be sent, and names no learner, for any record', () => {
    const anyFact = fc.record({
      learnerId: fc.constantFrom('callum', 'theo', 'ewa', 'maisie', 'jayden'),
      helpLevel: fc.constantFrom('self', 'prompt', 'clue', 'model', 'correct', null),
      response: fc.constantFrom('secure', 'nearly', 'not_yet', null),
      participation: fc.constantFrom('watching', 'joining', 'contributing', 'leading', null),
      source: fc.constantFrom('seen', 'heard', 'work_sample', 'self_report', 'peer_report'),
      hasChildWords: fc.boolean(),
      criterion: fc.constantFrom('I can explain why', 'I can draw it', 'I can use the wall', null),
      subject: fc.constantFrom('Mathematics', 'English'),
    })
    fc.assert(
      fc.property(
        fc.constantFrom('learner_observation', 'session'),
        fc.array(anyFact, { minLength: 1, maxLength: 12 }),
        (recordType, facts) => {
          const letters = pseudonymsFor(
            facts.map((one) => one.learnerId),
            [],
            0,
          )
          const sentence = draftSentence(recordType, facts, letters)
          expect(sentence.length).toBeGreaterThan(10)
          expect(sentence.length).toBeLessThanOrEqual(800)
          expect(sentence).not.toContain('?')
          expect(namesInSentence(sentence, ['Callum', 'Theo', 'Ewa', 'Maisie', 'Jayden'])).toEqual({ refused: [], ask: [] })
        },
      ),
    )
  })
})

describe('proposedLeaves', () => {
  it('an observation serves 2.3; a child’s words 3.2; self and peer reports 3.3; a session 2.1 too', () => {
    expect(proposedLeaves('learner_observation', [fact()])).toEqual(['2.3'])
    expect(proposedLeaves('learner_observation', [fact({ hasChildWords: true }), fact({ source: 'self_report' })])).toEqual([
      '2.3',
      '3.2',
      '3.3',
    ])
    expect(proposedLeaves('session', [fact()])).toEqual(['2.1', '2.3'])
  })
})

describe('placeOf', () => {
  it('says the school, the kind, the day and a reference', () => {
    expect(
      placeOf('learner_observation', {
        schoolName: 'Oakmere Primary School',
        occurredOn: '2026-11-24',
        letterId: '0193a5c2-7d1e-7b3a-9c4e-2f1d8a6b5c40',
      }),
    ).toBe('Evident at Oakmere Primary School: learner observation of 24 November 2026, reference 8A6B5C40')
  })
})

describe('recordsRefusal', () => {
  it('wants something noted', () => {
    expect(recordsRefusal([fact()])).toBeUndefined()
    expect(recordsRefusal([])?.reason).toBe('nothing_noted')
  })
})

describe('offerRefusal', () => {
  const facts = { isBridgeOn: true, isConsentRefused: false, pseudonyms: letterB, names: ['Callum', 'Will'] }
  const offer = { sentence: 'Learner B waited, and will explain it', pseudonyms: letterB, confirmedWords: ['will'] }
  it('lets a sound one leave', () => {
    expect(offerRefusal(offer, facts)).toBeUndefined()
  })
  it('names what is wrong, the bridge first', () => {
    const reason = (more: Partial<typeof offer>, other: Partial<typeof facts> = {}) =>
      offerRefusal({ ...offer, ...more }, { ...facts, ...other })?.reason
    expect(reason({ sentence: 'Callum waited' }, { isBridgeOn: false })).toBe('bridge_off')
    expect(reason({}, { isConsentRefused: true })).toBe('consent_refused')
    expect(reason({ pseudonyms: [{ learnerId: 'callum', letter: 'A' }] })).toBe('letters_changed')
    expect(reason({ pseudonyms: [] })).toBe('letters_changed')
    expect(reason({ sentence: 'CALLUM’S turn, and will explain it' })).toBe('names_a_learner')
    expect(reason({ confirmedWords: [] })).toBe('word_or_name')
  })
})
