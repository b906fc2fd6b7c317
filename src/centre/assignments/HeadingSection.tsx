// One heading of the assignment: what it is for, which criteria it can serve, its tables from one's own setting, and the text.
import { Plural, Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { linesOf } from '../../core/writing.ts'
import { Stack } from '../../web/ui/Layout.tsx'
import { RichText, type RichTextTool } from '../../web/ui/RichText.tsx'
import { useWatchedWords } from '../../web/ui/watched-words.ts'
import type { AssignmentContent, AssignmentHeading } from './contract.ts'
import styles from './HeadingSection.module.css'
import type { LeafStanding } from './LeafChecklist.tsx'
import { citeFrom, wordsUnder, writingUnder } from './rules.ts'
import { SettingTable } from './SettingTable.tsx'

interface HeadingSectionProps {
  readonly heading: AssignmentHeading
  readonly content: AssignmentContent
  readonly change: (change: (before: AssignmentContent) => AssignmentContent) => void
  readonly leaves: ReadonlyMap<string, LeafStanding>
  readonly tools: readonly RichTextTool[]
}

export function HeadingSection({ heading, content, change, leaves, tools }: HeadingSectionProps) {
  const id = useId()
  const words = wordsUnder(content, heading)
  const { said } = useWatchedWords({ value: linesOf(writingUnder(content, heading.code)).join('\n'), isProse: true })
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Stack gap="small">
        <h2 id={id} className={styles.title}>
          {heading.label}
        </h2>
        <p className={styles.soft}>{heading.about}</p>
        <p className={styles.soft}>
          <Trans>It can serve</Trans> {heading.leaves.map((leaf) => `${leaf} ${leaves.get(leaf)?.name ?? ''}`.trim()).join(', ')}
        </p>
      </Stack>
      {heading.tables.map((table) => (
        <SettingTable key={table.code} table={table} content={content} change={change} />
      ))}
      <RichText
        labelledBy={id}
        initial={writingUnder(content, heading.code)}
        cite={({ sourceId, at }) => citeFrom(content.sources, sourceId, at)}
        onChange={(writing) =>
          change((before) => ({
            ...before,
            headings: [...before.headings.filter((one) => one.heading !== heading.code), { heading: heading.code, writing }],
          }))
        }
        tools={tools}
      />
      {said}
      <p className={styles.soft}>
        <Plural value={words} one="# word" other="# words" />
      </p>
    </section>
  )
}
