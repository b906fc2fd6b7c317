// What changed between two submissions, heading by heading and word by word: what came is underlined, what went is struck through, and both are said.
import { Trans, useLingui } from '@lingui/react/macro'
import { type WordChange, wordChanges } from '../../core/word-changes.ts'
import { VisuallyHidden } from '../../web/ui/VisuallyHidden.tsx'
import type { AssignmentRecord } from '../evidence/contract.ts'
import type { AssignmentHeading, AssignmentSubmission } from './contract.ts'
import { alikeOf, headingText, sourcesText } from './rules.ts'
import styles from './WhatChanged.module.css'

interface WhatChangedProps {
  readonly headings: readonly AssignmentHeading[]
  readonly before: AssignmentSubmission
  readonly after: AssignmentSubmission
}

export function WhatChanged({ headings, before: { record: before, ...earlier }, after: { record: after, ...later } }: WhatChangedProps) {
  const { t } = useLingui()
  const alike = alikeOf(
    later.evidenceId,
    [
      { ...later, record: after },
      { ...earlier, record: before },
    ],
    headings,
  ).map(({ leaf }) => leaf)
  const isDeclaredAnew = !isSameJson(before.declaration, after.declaration)
  const codes = [...new Set([...after.headings, ...before.headings].map(({ code }) => code))]
  const parts = codes.map((code) => {
    const [old, now] = [before, after].map((record) => record.headings.find((one) => one.code === code))
    const text = (record: AssignmentRecord, heading: typeof old) => (heading === undefined ? '' : headingText(heading, record.sources))
    return { code, label: now?.heading ?? old?.heading ?? '', changes: wordChanges(text(before, old), text(after, now)) }
  })
  const sources = { code: 'sources', label: t`Sources`, changes: wordChanges(sourcesText(before), sourcesText(after)) }
  return (
    <div className={styles.parts}>
      {[...parts, sources].map(({ code, label, changes }) => (
        <section key={code}>
          <h2>{label}</h2>
          {changes.every(({ kind }) => kind === 'same') ? (
            <p className={styles.soft}>
              <Trans>Nothing changed here.</Trans>{' '}
              <StandsLine leaves={headings.find((one) => one.code === code)?.leaves.filter((leaf) => alike.includes(leaf)) ?? []} />
            </p>
          ) : (
            <p className={styles.text}>
              {changes.map((change, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two locked texts change no more
                <Stretch key={place} change={change} />
              ))}
            </p>
          )}
        </section>
      ))}
      {isDeclaredAnew && (
        <p>
          <Trans>The declaration changed. It is about every word, so every decision on this assignment is made again.</Trans>
        </p>
      )}
    </div>
  )
}

const isSameJson = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Leaves on which nothing that the assignment says changed. */
function StandsLine({ leaves }: { readonly leaves: readonly string[] }) {
  if (leaves.length === 0) return null
  const on = leaves.join(', ')
  return <Trans>Whatever was decided on {on} stands.</Trans>
}

function Stretch({ change: { kind, text } }: { readonly change: WordChange }) {
  const { t } = useLingui()
  if (kind === 'same') return <>{text}</>
  const said = kind === 'come' ? t`New:` : t`Taken out:`
  const end = <VisuallyHidden> {t`End of change.`} </VisuallyHidden>
  const Tag = kind === 'come' ? 'ins' : 'del'
  return (
    <>
      <Tag className={styles[kind]}>
        <VisuallyHidden>{said} </VisuallyHidden>
        {text}
      </Tag>
      {end}
    </>
  )
}
