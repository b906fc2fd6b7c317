// An assignment to be read: each heading with its tables and text, then the list of sources.
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'
import { inListOrder, referenceText, type Source } from '../../core/sources.ts'
import { RichTextView } from '../../web/ui/RichTextView.tsx'
import type { AssignmentRecord } from '../evidence/contract.ts'
import { FilledTable } from '../evidence/FilledTable.tsx'
import styles from './AssignmentText.module.css'
import { citeFrom } from './rules.ts'

interface AssignmentTextProps {
  readonly record: Pick<AssignmentRecord, 'headings' | 'sources'>
  /** What one does with the words under a heading, by its code. */
  readonly beside?: (code: string) => ReactNode
}

export function AssignmentText({ record, beside }: AssignmentTextProps) {
  const { headings, sources } = record
  return (
    <div className={styles.text}>
      {headings.map((heading) => (
        <Heading key={heading.code} heading={heading} sources={sources} beside={beside?.(heading.code)} />
      ))}
      {sources.length > 0 && (
        <section>
          <h2>
            <Trans>Sources</Trans>
          </h2>
          <ul className={styles.sources}>
            {inListOrder(sources).map((source) => (
              <li key={source.id}>{referenceText(source)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface HeadingProps {
  readonly heading: AssignmentRecord['headings'][number]
  readonly sources: readonly Source[]
  readonly beside: ReactNode
}

function Heading({ heading: { heading, writing, tables }, sources, beside }: HeadingProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {tables.map((table) => (
        <FilledTable key={table.code} table={table} />
      ))}
      <RichTextView writing={writing} cite={({ sourceId, at }) => citeFrom(sources, sourceId, at)} />
      {beside}
    </section>
  )
}
