// Sources of four kinds read alike in the list and in the text, and say what a reader still misses.
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { newId } from './ids.ts'
import { blankSource, citationText, inListOrder, lackingIn, referenceText, Source, sourceKinds } from './sources.ts'

const id = newId()
const book: Source = {
  kind: 'book',
  id,
  author: 'Wiliam, D.',
  title: 'Embedded Formative Assessment',
  edition: '2nd ed.',
  published: '2018',
}
const website: Source = {
  ...{ kind: 'website', id: newId(), author: 'Education Endowment Foundation', title: 'Teacher feedback' },
  ...{ address: 'https://example.org/feedback', viewedOn: '2026-11-02' },
}
const teacher: Source = { kind: 'teacher', id: newId(), name: 'Mr B Hartley', role: 'class teacher', spokenOn: '2026-11-03' }
const colleague: Source = {
  ...{ kind: 'colleague', id: newId(), name: 'Mr S Whitby', role: 'teaching assistant', spokenOn: '2026-11-04', hasPermission: true },
}

describe('a source', () => {
  it('reads in one form for each kind', () => {
    expect([book, website, teacher, colleague].map(referenceText)).toEqual([
      'Wiliam, D. Embedded Formative Assessment. 2nd ed. 2018.',
      'Education Endowment Foundation. Teacher feedback. https://example.org/feedback (viewed 2 Nov 2026).',
      'Mr B Hartley, class teacher. Conversation, 3 Nov 2026.',
      'Mr S Whitby, teaching assistant. Conversation, 4 Nov 2026, named with permission.',
    ])
  })
  it('is named in the text with who, when and where', () => {
    expect(citationText(book, 'p. 12')).toBe('(Wiliam, D., 2018, p. 12)')
    expect(citationText(website, '')).toBe('(Education Endowment Foundation, viewed 2 Nov 2026)')
    expect(citationText(teacher, '')).toBe('(Mr B Hartley, conversation 3 Nov 2026)')
    expect(citationText({ ...book, author: ' ' }, '')).toBe('(Embedded Formative Assessment, 2018)')
  })
  it.each([
    [book, { author: '' }, ['author']],
    [book, { title: ' ', published: '' }, ['title', 'published']],
    [website, { viewedOn: null, address: '' }, ['address', 'viewedOn']],
    [teacher, { spokenOn: null }, ['spokenOn']],
    [colleague, { hasPermission: false }, ['hasPermission']],
    [colleague, {}, []],
  ] as const)('lackingIn says what is missing: %j without %j', (source, change, parts) => {
    expect(lackingIn({ ...source, ...change } as Source)).toEqual(parts)
  })
  it.each(sourceKinds)('begins blank as a %s, lacks everything then, and still reads as something', (kind) => {
    const blank = blankSource(kind, newId())
    expect(z.safeParse(Source, blank).success).toBe(true)
    expect(lackingIn(blank).length).toBeGreaterThan(2)
    expect(referenceText(blank)).not.toBe('')
    expect(citationText(blank, '')).toMatch(/^\(a \w+\)$/)
  })
  it('stands in the list by name, whatever its kind', () => {
    expect(inListOrder([book, colleague, website, teacher])).toEqual([website, teacher, colleague, book])
  })
})
