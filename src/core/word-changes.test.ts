// Two versions compared: nothing lost of either, what stayed is said to have stayed, and long texts are compared in no time.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, wordChanges } from './word-changes.ts'

const words = fc
  .array(fc.constantFrom('a', 'b', 'c', '\n'), { maxLength: 25 })
  .map((list) => list.join(' ').replaceAll(' \n', '\n').replaceAll('\n ', '\n'))
const read = (changes: readonly Change[], left: Change['kind']) =>
  changes
    .filter(({ kind }) => kind !== left)
    .flatMap(({ words: stretch }) => stretch.split(/ +|(\n)/).filter((word) => word !== undefined && word !== ''))
const split = (text: string) => text.split(/ +|(\n)/).filter((word) => word !== undefined && word !== '')

describe('wordChanges', () => {
  it('says what came and what went, in the order of reading', () => {
    expect(wordChanges('The teacher describes both', 'The teacher and I compare both')).toEqual([
      { kind: 'same', words: 'The teacher' },
      { kind: 'removed', words: 'describes' },
      { kind: 'added', words: 'and I compare' },
      { kind: 'same', words: 'both' },
    ])
    expect(wordChanges('same words', 'same words')).toEqual([{ kind: 'same', words: 'same words' }])
    expect(wordChanges('', 'new')).toEqual([{ kind: 'added', words: 'new' }])
  })
  it('without what came it is the old text, without what went the new one', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = wordChanges(before, after)
        expect(read(changes, 'added')).toEqual(split(before))
        expect(read(changes, 'removed')).toEqual(split(after))
        expect(changes.filter(({ kind }, place) => changes[place + 1]?.kind === kind)).toEqual([])
      }),
    )
  })
  it('compares texts that share nothing and are longer than is worth it', () => {
    const long = (word: string) => Array.from({ length: 4_000 }, (_, place) => `${word}${place}`).join(' ')
    expect(wordChanges(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
