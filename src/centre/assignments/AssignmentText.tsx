// An assignment to be read: each heading with its tables and text, then the list of sources.
import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { inListOrder, referenceText } from '../../core/sources.ts'
import { RichTextView } from '../../web/ui/RichTextView.tsx'
import styles from './AssignmentText.module.css'
import type { AssignmentContent, AssignmentHeading } from './contract.ts'
import { cellsOf, citeFrom, writingUnder } from './rules.ts'
import { SettingTable } from './SettingTable.tsx'

interface AssignmentTextProps {
  readonly headings: readonly AssignmentHeading[]
  readonly content: AssignmentContent
}

export function AssignmentText({ headings, content }: AssignmentTextProps) {
  return (
    <div className={styles.text}>
      {headings.map((heading) => (
        <Heading key={heading.code} heading={heading} content={content} />
      ))}
      {content.sources.length > 0 && (
        <section>
          <h2>
            <Trans>Sources</Trans>
          </h2>
          <ul className={styles.sources}>
            {inListOrder(content.sources).map((source) => (
              <li key={source.id}>{referenceText(source)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Heading({ heading, content }: { readonly heading: AssignmentHeading; readonly content: AssignmentContent }) {
  const id = useId()
  const filled = heading.tables.filter((table) =>
    cellsOf(content, table)
      .flat()
      .some((cell) => cell.trim() !== ''),
  )
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading.label}</h2>
      {filled.map((table) => (
        <SettingTable key={table.code} table={table} content={content} />
      ))}
      <RichTextView writing={writingUnder(content, heading.code)} cite={({ sourceId, at }) => citeFrom(content.sources, sourceId, at)} />
    </section>
  )
}
