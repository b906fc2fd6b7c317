// What pasted wording was understood as, row by row, before anything is kept: what matched, what is wrong, what is missing.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CircleAlert } from 'lucide-react'
import { Notice } from '../../web/ui/Notice.tsx'
import type { StandardPack } from './contract.ts'
import type { WordingRead, WordingRow, WordingTrouble } from './rules.ts'
import styles from './WordingPreview.module.css'

interface WordingPreviewProps {
  readonly pack: StandardPack
  readonly read: WordingRead
}

export function WordingPreview({ pack, read: { rows, missing } }: WordingPreviewProps) {
  const { t } = useLingui()
  const matched = rows.filter(({ trouble }) => trouble === undefined).length
  const labels = new Map([
    ...pack.outcomes.map(({ number, label }) => [String(number), label] as const),
    ...pack.criteria.map(({ code, label }) => [code, label] as const),
    ...pack.leaves.map(({ code, label }) => [code, label] as const),
  ])
  return (
    <>
      <p role="status">
        <Plural value={matched} one="# row matched." other="# rows matched." />{' '}
        {matched < rows.length && <Plural value={rows.length - matched} one="# row did not." other="# rows did not." />}
      </p>
      {missing.length > 0 && (
        <Notice kind="warn" title={<Trans>Not whole yet</Trans>}>
          <Trans>No words for {missing.join(', ')}.</Trans>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroll} aria-label={t`What would be kept`} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Row</Trans>
              </th>
              <th scope="col">
                <Trans>Code</Trans>
              </th>
              <th scope="col">
                <Trans>Our label</Trans>
              </th>
              <th scope="col">
                <Trans>Official wording</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.line} row={row} label={labels.get(row.code)} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row({ row: { line, code, text, trouble }, label }: { readonly row: WordingRow; readonly label: string | undefined }) {
  const words = useTroubleWords()
  return (
    <tr>
      <td>{line}</td>
      <th scope="row" className={trouble === undefined ? undefined : styles.wrong}>
        {code}
      </th>
      <td>{label}</td>
      <td>
        {text}
        {trouble !== undefined && (
          <p className={styles.problem}>
            <CircleAlert aria-hidden="true" />
            {words[trouble]}
          </p>
        )}
      </td>
    </tr>
  )
}

function useTroubleWords(): Readonly<Record<WordingTrouble, string>> {
  const { t } = useLingui()
  return {
    no_code: t`There is no code. Begin the row with one, 1.1 for example.`,
    unknown: t`The unit has no such code here.`,
    twice: t`This code stands above already.`,
    no_text: t`There are no words beside the code.`,
    too_long: t`More than 1,000 letters: is this one criterion?`,
  }
}
