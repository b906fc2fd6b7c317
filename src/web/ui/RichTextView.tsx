// A written text to be read: the same blocks as in the editor, and nothing of the editor itself.
import { Fragment, type ReactNode } from 'react'
import type { Block, Inline, Writing } from '../../core/writing.ts'
import styles from './RichTextView.module.css'

interface RichTextViewProps {
  readonly writing: Writing
  /** What a citation reads as. */
  readonly cite: (citation: { readonly sourceId: string; readonly at: string }) => string
}

export function RichTextView({ writing, cite }: RichTextViewProps) {
  return <div className={styles.text}>{numbered(writing.content, (block) => blockOf(block, cite))}</div>
}

/** Places are the only names that parts of a text have. */
function numbered<T>(parts: readonly T[], render: (part: T) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text that is only read changes as a whole
  return parts.map((part, place) => <Fragment key={place}>{render(part)}</Fragment>)
}

function blockOf(block: Block, cite: RichTextViewProps['cite']): ReactNode {
  const line = (runs: readonly Inline[] = []) => numbered(runs, (run) => inlineOf(run, cite))
  const paragraphs = (all: readonly { readonly content?: readonly Inline[] | undefined }[]) =>
    numbered(all, ({ content }) => <p>{line(content)}</p>)
  const items = (all: readonly { readonly content: readonly { readonly content?: readonly Inline[] | undefined }[] }[]) =>
    numbered(all, ({ content }) => <li>{paragraphs(content)}</li>)
  if (block.type === 'paragraph') return <p>{line(block.content)}</p>
  if (block.type === 'heading') return <h3>{line(block.content)}</h3>
  if (block.type === 'bulletList') return <ul>{items(block.content)}</ul>
  if (block.type === 'orderedList') return <ol>{items(block.content)}</ol>
  if (block.type === 'blockquote') return <blockquote>{paragraphs(block.content)}</blockquote>
  const { reference, sentence } = block.attrs
  return (
    <figure className={styles.example}>
      <figcaption className={styles.reference}>{reference}</figcaption>
      <p>{sentence}</p>
    </figure>
  )
}

function inlineOf(run: Inline, cite: RichTextViewProps['cite']): ReactNode {
  if (run.type === 'hardBreak') return <br />
  if (run.type === 'citation') return cite(run.attrs)
  const marks = new Set((run.marks ?? []).map(({ type }) => type))
  const words = marks.has('italic') ? <em>{run.text}</em> : run.text
  return marks.has('bold') ? <strong>{words}</strong> : words
}
