// Written text keeps to its shape whatever is sent as one, and its words, citations and examples are counted as they stand.
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { newId } from './ids.ts'
import { type Block, citationsIn, countWords, emptyWriting, examplesIn, linesOf, Writing, wordsOf } from './writing.ts'

const text = (words: string) => ({ type: 'text' as const, text: words })
const paragraph = (words: string) => ({ type: 'paragraph' as const, content: [text(words)] })
const sourceId = newId()
const example = { evidenceId: newId(), reference: 'PE-01', sentence: 'Learner B drew the strips again.' }
const full: Writing = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [text('Two roles')] },
    {
      type: 'paragraph',
      content: [
        text('The teacher plans '),
        { ...text('and'), marks: [{ type: 'bold' }, { type: 'italic' }] },
        text(' judges '),
        { type: 'citation', attrs: { sourceId, at: 'p. 12' } },
        { type: 'hardBreak' },
        text('I look.'),
      ],
    },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('alike'), paragraph('both ask')] }] },
    { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('different')] }] },
    { type: 'blockquote', content: [paragraph('Feedback is a skilled job')] },
    { type: 'example', attrs: example },
  ],
}
const withBlock = (block: unknown) => ({ type: 'doc', content: [block] })

describe('Writing', () => {
  it('takes paragraphs, headings, lists, quotations, citations and examples', () => {
    expect(z.parse(Writing, full)).toEqual(full)
    expect(z.safeParse(Writing, emptyWriting).success).toBe(true)
  })
  it.each([
    ['HTML', '<p>Two roles</p>'],
    ['nothing in it', { type: 'doc', content: [] }],
    ['an unknown block', withBlock({ type: 'iframe', attrs: { src: '//elsewhere' } })],
    ['an attribute that no block has', withBlock({ ...paragraph('a'), attrs: { onclick: 'run()' } })],
    ['a link', withBlock({ type: 'paragraph', content: [{ ...text('a'), marks: [{ type: 'link', attrs: { href: '//x' } }] }] })],
    ['a heading of the page’s own rank', withBlock({ type: 'heading', attrs: { level: 1 } })],
    ['an empty run', withBlock({ type: 'paragraph', content: [text('')] })],
    ['a list in a list', withBlock({ type: 'bulletList', content: [{ type: 'listItem', content: [full.content[2]] }] })],
    ['a picture in a citation’s place', withBlock({ type: 'paragraph', content: [{ type: 'image', attrs: { src: 'x' } }] })],
    ['a citation of no source', withBlock({ type: 'paragraph', content: [{ type: 'citation', attrs: { sourceId: 'x', at: '' } }] })],
  ])('refuses %s', (_, sent) => {
    expect(z.safeParse(Writing, sent).success).toBe(false)
  })
})

describe('the words of a text', () => {
  it('linesOf gives a line for each paragraph and item, with what a citation reads as', () => {
    expect(linesOf(full, ({ attrs }) => `(${attrs.at})`)).toEqual([
      'Two roles',
      'The teacher plans and judges (p. 12)\nI look.',
      'alike',
      'both ask',
      'different',
      'Feedback is a skilled job',
      example.sentence,
    ])
  })
  it('countWords leaves out citations and the sentence of a record', () => {
    expect(countWords(full)).toBe(2 + 5 + 2 + 1 + 2 + 1 + 5)
    expect(countWords(emptyWriting)).toBe(0)
    expect(wordsOf(' two \n roles ')).toEqual(['two', 'roles'])
  })
  it('citationsIn finds a source wherever it is named, as often as it is', () => {
    const citing = { type: 'paragraph' as const, content: [{ type: 'citation' as const, attrs: { sourceId, at: '' } }] }
    const blocks: readonly Block[] = [
      citing,
      { type: 'blockquote', content: [citing] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [citing] }] },
    ]
    expect(citationsIn({ type: 'doc', content: [...blocks] })).toEqual([sourceId, sourceId, sourceId])
    expect(citationsIn(full)).toEqual([sourceId])
    expect(examplesIn(full)).toEqual([example])
  })
})
