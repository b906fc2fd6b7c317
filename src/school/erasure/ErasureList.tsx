// The list of erasures: when, by whom, why, how many records. Nobody's name stands in it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { EmptyState } from '../../web/ui/Notice.tsx'
import type { ErasureLine } from './client.ts'
import styles from './ErasureList.module.css'

export function ErasureList({ erasures }: { readonly erasures: readonly ErasureLine[] }) {
  const { t } = useLingui()
  const days = useDays()
  if (erasures.length === 0) {
    return (
      <EmptyState title={<Trans>Nothing was erased yet</Trans>}>
        <Trans>After a restore from a backup, everything in this list is erased again.</Trans>
      </EmptyState>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t`Erasures`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>When</Trans>
            </th>
            <th scope="col">
              <Trans>Why</Trans>
            </th>
            <th scope="col">
              <Trans>Records</Trans>
            </th>
            <th scope="col">
              <Trans>By</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {erasures.map(({ id, erasedAt, reason, records, erasedByName }) => (
            <tr key={id}>
              <td className={styles.when}>{days.moment(erasedAt)}</td>
              <td>{reason}</td>
              <td className={styles.number}>{records}</td>
              <td>{erasedByName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
