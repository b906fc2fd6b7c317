// Quiet hints about wording: what they hear, and what they must leave alone.
import { describe, expect, it } from 'vitest'
import { childWordingHints, isMoreThanCanBeHeld, mostInMind, soundsLikeATask, type WordingHint } from './rules.ts'

describe('soundsLikeATask', () => {
  it.each([
    'Finish page 12',
    'To finish the worksheet',
    'Complete the sheet',
    'Do questions 1 to 5',
    'Fill in the table',
    'Copy out the poem',
    'I will finish my story',
    'We can stick in the map',
    'Fractions, page 12',
    'Try exercise 4',
    'Read pages 3 and 4',
  ])('hears %j', (wording) => {
    expect(soundsLikeATask(wording)).toBe(true)
  })
  it.each([
    'Find and explain equivalent fractions',
    'I can do long division',
    'I can complete a sentence with because',
    'Ask questions about a text',
    'Use a page of notes to plan',
    'Finished work is checked',
    'Know what a question mark does',
    'Document what I see',
    '',
  ])('leaves %j alone', (wording) => {
    expect(soundsLikeATask(wording)).toBe(false)
  })
})

describe('childWordingHints', () => {
  const kinds = (text: string) => childWordingHints(text).map(({ kind }) => kind)
  it.each<[string, WordingHint['kind'][]]>([
    ['I can demonstrate equal parts', ['jargon']],
    ['I can utilise the wall', ['jargon']],
    ['I can identify and evaluate', ['jargon']],
    ['I am working towards halves', ['jargon']],
    ['I can explain with numerator and denominator', ['long_words']],
    ['I can find an equivalent fraction', ['long_words']],
    ['I can finish page 3', ['task']],
    ['Finish page 12', ['task']],
    ['I can fold my strip of paper and then I can say what each part is', ['long_sentence']],
    ['I can demonstrate my understanding of equivalence independently', ['jargon', 'long_words']],
  ])('%j: %j', (text, found) => {
    expect(kinds(text).sort()).toEqual(found.sort())
  })
  it.each([
    '',
    'I can fold or draw to show the same amount',
    'I can use the wall to find an equal fraction',
    'I can find one without a picture',
    'I can fold it. I can draw it. I can say why it is the same. I can show it.',
    'I can share strawberries',
    'I’m trying to show when two are the same size, like half-time.',
    'I can say what is right and what is not',
    'I can put two-thirds beside four-sixths',
  ])('leaves %j alone', (text) => {
    expect(kinds(text)).toEqual([])
  })
  it('names the words, once, and gives a plain one', () => {
    expect(childWordingHints('Demonstrate it')).toEqual([{ kind: 'jargon', words: [{ said: 'Demonstrate', plain: 'show' }] }])
    expect(childWordingHints('denominator and denominator')).toEqual([{ kind: 'long_words', words: ['denominator'] }])
    expect(childWordingHints('one two three four five six seven eight nine ten eleven twelve thirteen')).toEqual([
      { kind: 'long_sentence', words: 13 },
    ])
  })
})

describe('isMoreThanCanBeHeld', () => {
  it.each([
    [[], false],
    [[mostInMind], false],
    [[3, 1], false],
    [[3, 2], true],
    [[4, 1], true],
  ])('%j: %s', (counts, isMore) => {
    expect(isMoreThanCanBeHeld(counts)).toBe(isMore)
  })
})
