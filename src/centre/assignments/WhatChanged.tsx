// What changed between two submissions, heading by heading and word by word: what came is underlined, what went is struck through, and both are said.
import { Trans, useLingui } from '@lingui/react/macro'
import { type WordChange, wordChanges } from '../../core/word-changes.ts'
import { VisuallyHidden } from '../../web/ui/VisuallyHidden.tsx'
import type { AssignmentRecord } from '../evidence/contract.ts'
import { headingText, sourcesText } from './rules.ts'
import styles from './WhatChanged.module.css'

interface WhatChangedProps {
  readonly before: AssignmentRecord
  readonly after: AssignmentRecord
}

export function WhatChanged({ before, after }: WhatChangedProps) {
  const { t } = useLingui()
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
              <Trans>Nothing changed here.</Trans>
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
    </div>
  )
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
