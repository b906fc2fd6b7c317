// Names in a sentence are found whatever the case, the accents and the possessive; words that are names too are asked about.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KnownNames, namesInSentence, namesToAsk, ordinaryWords, wordsLikeNames } from './names.ts'

const names = fc.constantFrom(
  'Callum',
  'Aaliyah',
  'Ewa',
  'Zoë',
  'Chloé',
  'Siân',
  'Søren',
  'Łukasz',
  'O’Shea',
  'Anne-Marie',
  'Jean-Luc',
  'James',
  'Nils',
  'İlkay',
  'Nguyễn',
  'Þóra',
)
const fillers = fc.array(
  fc.constantFrom('waited', 'before', 'the', 'fraction', 'wall', 'Learner', 'B', 'explained', 'half', '2/4', '“same”'),
  { maxLength: 8 },
)
/** Ways in which a name may be spelt in a sentence. */
const disguises = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  (name) => `${name}’s`,
  (name) => `${name}'s`,
  (name) => `${name}’`,
  (name) => `(${name})`,
  (name) => `${name}-like`,
  (name) => name.replace('-', ' '),
  (name) => `${name},`,
  (name) => `${name.slice(0, 2)}\u200b${name.slice(2)}`,
)

describe('namesInSentence', () => {
  it('finds a name in any sentence, at any place, in any spelling', () => {
    fc.assert(
      fc.property(names, fc.array(names, { maxLength: 4 }), disguises, fillers, fillers, (name, others, disguise, before, after) => {
        const sentence = [...before, disguise(name), ...after].join(' ')
        expect(namesInSentence(sentence, [name, ...others]).refused.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })
  it('finds nothing where there is nothing', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 6 }), fillers, (learners, words) => {
        expect(namesInSentence(words.join(' '), learners)).toEqual({ refused: [], ask: [] })
      }),
    )
  })
  it('asks about an ordinary word that is one of the names, and only then', () => {
    fc.assert(
      fc.property(fc.constantFrom(...[...ordinaryWords].filter((word) => word.length > 1)), fc.constantFrom('', '’s'), (word, ending) => {
        const name = word.charAt(0).toUpperCase() + word.slice(1)
        const sentence = `It was ${name}${ending} turn`
        fc.pre(!['it', 'was', 'turn'].includes(word))
        expect(namesInSentence(sentence, [name, 'Callum'])).toEqual({ refused: [], ask: [`${name}${ending}`] })
        expect(namesInSentence(sentence, ['Callum'])).toEqual({ refused: [], ask: [] })
      }),
    )
  })
  it('knows the names of the issue', () => {
    for (const name of ['Will', 'May', 'Mark', 'Rose', 'Grace', 'Hope', 'Joy', 'Jack', 'Amber', 'Summer'])
      expect(namesInSentence(`${name} waited`, [name]).ask).toEqual([name])
    expect(namesInSentence('They will explain it in May.', ['Will', 'May'])).toEqual({ refused: [], ask: ['will', 'May'] })
    expect(namesInSentence('Will and callum waited', ['Will', 'Callum'])).toEqual({ refused: ['callum'], ask: ['Will'] })
  })
  it('a double name counts in each part, a part that is a word is asked about', () => {
    expect(namesInSentence('Zoe explained it to May', ['Zoë-May'])).toEqual({ refused: ['Zoe'], ask: ['May'] })
  })
  it('lets the letters of the pseudonyms pass, whatever a learner is called', () => {
    expect(namesInSentence('Learner B and Learner J waited', ['J', 'B'])).toEqual({ refused: [], ask: [] })
  })
  it('takes any text without a throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (sentence, some) => void namesInSentence(sentence, some)))
  })
})

describe('wordsLikeNames', () => {
  it('asks about a word with a capital within a sentence', () => {
    expect(wordsLikeNames('She asked Theo and then Learner B.', [])).toEqual(['Theo'])
    expect(wordsLikeNames('then Ewa’s strip and Ewa again', [])).toEqual(['Ewa'])
  })
  it('lets letters, days, subjects, people of the visit and beginnings of sentences be', () => {
    expect(wordsLikeNames('Learner A said I can. On Tuesday in Maths Dawn waited. She asked.', ['Dawn Okafor'])).toEqual([])
  })
  it('asks about a word that begins a sentence and then does something', () => {
    expect(wordsLikeNames('Callum said it was hard. Ewa’s strip was longer. “Theo drew it.”', [])).toEqual(['Callum', 'Ewa', 'Theo'])
    expect(wordsLikeNames('She waited. They asked. Everybody said so. Later learners drew it. Dawn waited.', ['Dawn Okafor'])).toEqual([])
  })
  it('cannot know a name that is written small', () => {
    expect(wordsLikeNames('then theo stopped', [])).toEqual([])
  })
  it('never fails, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(wordsLikeNames(text, []))))
  })
})

describe('namesToAsk', () => {
  const here: KnownNames = { names: ['Callum', 'Will', 'Dawn', 'May'], fine: ['Dawn Okafor', 'Lorraine Pike'] }

  it('R13: finds a learner’s name in any text of what is handed in, and says where', () => {
    const input = { id: 'callum', title: 'A lesson', record: { note: 'I asked Callum’s partner', entries: [{ seen: 'callum waited' }] } }
    expect(namesToAsk(input, here)).toEqual([
      { word: 'Callum’s', field: 'record.note' },
      { word: 'callum', field: 'record.entries.0.seen' },
    ])
  })
  it('lets the people of the unit, letters and secrets be', () => {
    const input = { title: 'Dawn and Learner B', password: 'Callum', token: 'callum', code: 'callum', contentHash: 'callum' }
    expect(namesToAsk(input, here)).toEqual([])
  })
  it('takes an ordinary word for a name only where it is written like one', () => {
    expect(namesToAsk({ note: 'They will explain it in May.' }, here)).toEqual([])
    expect(namesToAsk({ note: 'I asked Will about it.' }, here)).toEqual([{ word: 'Will', field: 'note' }])
  })
  it('finds nothing where no name is known', () => {
    expect(namesToAsk({ note: 'Callum waited' }, { names: [], fine: [] })).toEqual([])
  })
  it('never fails, whatever is handed in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.string()), (input, some) => Array.isArray(namesToAsk(input, { names: some, fine: some }))),
    )
  })
})
