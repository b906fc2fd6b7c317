// Where words come from: a book, a website, a teacher, a colleague. One form for the list of sources and for naming them in a text.
import * as z from 'zod/mini'
import { Id } from './ids.ts'
import { Day } from './time.ts'

const Short = z.string().check(z.maxLength(200))

/** A source as it is being noted down: a part that is not known yet is empty, and {@link lackingIn} says so. */
export const Source = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('book'),
    id: Id,
    author: Short,
    title: Short,
    edition: Short,
    /** A year, or what stands in the book. */
    published: z.string().check(z.maxLength(40)),
  }),
  z.strictObject({
    kind: z.literal('website'),
    id: Id,
    author: Short,
    title: Short,
    address: z.string().check(z.maxLength(500)),
    viewedOn: z.nullable(Day),
  }),
  z.strictObject({ kind: z.literal('teacher'), id: Id, name: Short, role: Short, spokenOn: z.nullable(Day) }),
  z.strictObject({
    kind: z.literal('colleague'),
    id: Id,
    name: Short,
    role: Short,
    spokenOn: z.nullable(Day),
    /** Whether she agreed to be named. */
    hasPermission: z.boolean(),
  }),
])
export type Source = z.infer<typeof Source>
export type SourceKind = Source['kind']

export const sourceKinds: readonly SourceKind[] = ['book', 'website', 'teacher', 'colleague']

/** A new source with nothing known of it. */
export function blankSource(kind: SourceKind, id: Id): Source {
  if (kind === 'book') return { kind, id, author: '', title: '', edition: '', published: '' }
  if (kind === 'website') return { kind, id, author: '', title: '', address: '', viewedOn: null }
  if (kind === 'teacher') return { kind, id, name: '', role: '', spokenOn: null }
  return { kind, id, name: '', role: '', spokenOn: null, hasPermission: false }
}

/** A part of a source that a reader needs to find it again. */
export type SourcePart = 'author' | 'title' | 'published' | 'address' | 'viewedOn' | 'name' | 'role' | 'spokenOn' | 'hasPermission'

/** What is still missing of a source, in the order of its form. @example lackingIn(blankSource('teacher', id)) // ['name', 'role', 'spokenOn'] */
export function lackingIn(source: Source): readonly SourcePart[] {
  const parts: readonly (readonly [SourcePart, unknown])[] =
    source.kind === 'book'
      ? [['author', source.author], ['title', source.title], ['published', source.published]] // biome-ignore format: one line each
      : source.kind === 'website'
        ? [
            ['author', source.author],
            ['title', source.title],
            ['address', source.address],
            ['viewedOn', source.viewedOn],
          ]
        : [
            ['name', source.name],
            ['role', source.role],
            ['spokenOn', source.spokenOn],
          ]
  const permission = source.kind === 'colleague' && !source.hasPermission ? (['hasPermission'] as const) : []
  return [...parts.filter(([, value]) => value === null || String(value).trim() === '').map(([part]) => part), ...permission]
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
const inWords = (day: Day) => dayFormat.format(new Date(`${day}T00:00:00Z`))
const named = (...parts: readonly string[]) => parts.map((part) => part.trim()).filter((part) => part !== '')

/**
 * The source in the list, each kind in one form.
 * @example referenceText(book) // 'Wiliam, D. Embedded formative assessment. 2nd ed. 2018.'
 */
export function referenceText(source: Source): string {
  if (source.kind === 'book')
    return sentences(source.author, source.title, source.edition, source.published === '' ? 'No date' : source.published)
  if (source.kind === 'website') {
    const viewed = source.viewedOn === null ? 'day of viewing missing' : `viewed ${inWords(source.viewedOn)}`
    return sentences(source.author, source.title, named(source.address, `(${viewed})`).join(' '))
  }
  const when = source.spokenOn === null ? 'Conversation, no date' : `Conversation, ${inWords(source.spokenOn)}`
  const permission = source.kind === 'colleague' && source.hasPermission ? ', named with permission' : ''
  return sentences(named(source.name, source.role).join(', '), `${when}${permission}`)
}

/** Each part a sentence; one that ends with a full stop already gets no second. */
function sentences(...parts: readonly string[]): string {
  return named(...parts)
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ')
}

/** The source in the running text. @example citationText(book, 'p. 12') // '(Wiliam, D., 2018, p. 12)' */
export function citationText(source: Source, at: string): string {
  return `(${named(...whoAndWhen(source), at).join(', ')})`
}

const firstOf = (...parts: readonly string[]) => named(...parts)[0] ?? ''

function whoAndWhen(source: Source): readonly string[] {
  if (source.kind === 'book') return [firstOf(source.author, source.title, 'a book'), source.published]
  if (source.kind === 'website')
    return [firstOf(source.author, source.title, 'a website'), source.viewedOn === null ? '' : `viewed ${inWords(source.viewedOn)}`]
  return [firstOf(source.name, source.role, `a ${source.kind}`), source.spokenOn === null ? '' : `conversation ${inWords(source.spokenOn)}`]
}

/** The list as it stands under the text: by name, whatever kind a source is of. */
export function inListOrder(sources: readonly Source[]): readonly Source[] {
  return sources.toSorted((one, other) => referenceText(one).localeCompare(referenceText(other), 'en-GB') || (one.id < other.id ? -1 : 1))
}
