// The parts that every document of a portfolio is made of.
import * as z from 'zod/mini'

const Text = z.string()

/** A part of a section: words, facts with names, a list or a table. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: Text }),
  z.object({ kind: z.literal('facts'), facts: z.array(z.object({ name: Text, value: Text })) }),
  z.object({ kind: z.literal('list'), items: z.array(Text) }),
  z.object({ kind: z.literal('table'), head: z.array(Text), rows: z.array(z.array(Text)) }),
])
export type Block = z.infer<typeof Block>

export const Section = z.object({ title: Text, blocks: z.array(Block) })
export type Section = z.infer<typeof Section>
