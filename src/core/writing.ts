// Written text as data: paragraphs, small headings, lists, quotations, references to sources. Never HTML, and nothing that could run.
import * as z from 'zod/mini'
import { Id } from './ids.ts'

const Mark = z.strictObject({ type: z.enum(['bold', 'italic']) })

const TextRun = z.strictObject({
  type: z.literal('text'),
  text: z.string().check(z.minLength(1), z.maxLength(100_000)),
  marks: z.optional(z.array(Mark).check(z.maxLength(2))),
})
const LineBreak = z.strictObject({ type: z.literal('hardBreak') })

/** Names a source of the list in the running text; `at` says where in it: "p. 12". */
export const Citation = z.strictObject({
  type: z.literal('citation'),
  attrs: z.strictObject({ sourceId: Id, at: z.string().check(z.maxLength(40)) }),
})

const Inline = z.union([TextRun, LineBreak, Citation])
export type Inline = z.infer<typeof Inline>

const runs = z.optional(z.array(Inline).check(z.maxLength(2_000)))
const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: runs })
const Heading = z.strictObject({ type: z.literal('heading'), attrs: z.strictObject({ level: z.literal(3) }), content: runs })
const paragraphs = z.array(Paragraph).check(z.minLength(1), z.maxLength(200))
const ListItem = z.strictObject({ type: z.literal('listItem'), content: paragraphs })
const items = z.array(ListItem).check(z.minLength(1), z.maxLength(200))

/** A sentence of one’s own school record that has arrived as evidence, word for word, under its reference. */
export const Example = z.strictObject({
  type: z.literal('example'),
  attrs: z.strictObject({
    evidenceId: Id,
    reference: z.string().check(z.minLength(1), z.maxLength(20)),
    sentence: z.string().check(z.minLength(1), z.maxLength(2_000)),
  }),
})
export type Example = z.infer<typeof Example>

const Block = z.discriminatedUnion('type', [
  Paragraph,
  Heading,
  z.strictObject({ type: z.literal('bulletList'), content: items }),
  z.strictObject({ type: z.literal('orderedList'), content: items }),
  z.strictObject({ type: z.literal('blockquote'), content: paragraphs }),
  Example,
])
export type Block = z.infer<typeof Block>

/** A text of several blocks. The editor’s own form of it, so that what was written is what is kept, word for word. */
export const Writing = z.strictObject({ type: z.literal('doc'), content: z.array(Block).check(z.minLength(1), z.maxLength(2_000)) })
export type Writing = z.infer<typeof Writing>

export const emptyWriting: Writing = { type: 'doc', content: [{ type: 'paragraph' }] }

/** What a citation reads as where nothing else says: nothing, so that it counts as no word. */
const silent = () => ''

const runsIn = (block: Block): readonly (readonly Inline[])[] => {
  if (block.type === 'example') return []
  if (block.type === 'paragraph' || block.type === 'heading') return [block.content ?? []]
  if (block.type === 'blockquote') return block.content.map(({ content = [] }) => content)
  return block.content.flatMap((item) => item.content.map(({ content = [] }) => content))
}

/** @param cite what a citation reads as */
function textOf(inlines: readonly Inline[], cite: (citation: z.infer<typeof Citation>) => string): string {
  return inlines.map((one) => (one.type === 'text' ? one.text : one.type === 'hardBreak' ? '\n' : cite(one))).join('')
}

/**
 * The text without its form, a line for each paragraph, heading or item.
 * @example linesOf({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Two roles' }] }] }) // ['Two roles']
 */
export function linesOf({ content }: Writing, cite: (citation: z.infer<typeof Citation>) => string = silent): readonly string[] {
  return content.flatMap((block) => (block.type === 'example' ? [block.attrs.sentence] : runsIn(block).map((line) => textOf(line, cite))))
}

/** Words of one's own: a quotation from one's record is not among them. @example countWords({ type: 'doc', content: [{ type: 'paragraph' }] }) // 0 */
export function countWords({ content }: Writing): number {
  const own = content.filter(({ type }) => type !== 'example')
  return wordsOf(linesOf({ type: 'doc', content: own }).join('\n')).length
}

/** @example wordsOf(' two  roles\n') // ['two', 'roles'] */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** The sources that a text names, in the order in which it names them, each as often as it does. */
export function citationsIn({ content }: Writing): readonly Id[] {
  return content.flatMap((block) => runsIn(block).flat()).flatMap((one) => (one.type === 'citation' ? [one.attrs.sourceId] : []))
}

/** Sentences of one’s own record in a text. */
export function examplesIn({ content }: Writing): readonly Example['attrs'][] {
  return content.flatMap((block) => (block.type === 'example' ? [block.attrs] : []))
}
