// A learner's results in a quiet list: dated context from tests that others set, marked summative.
import { Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { SummativeResult } from './contract.ts'
import styles from './ResultList.module.css'

export function ResultList({ results }: { readonly results: readonly SummativeResult[] }) {
  const { t } = useLingui()
  const days = useDays()
  return (
    <Card title={<Trans>Test results</Trans>}>
      <p className={styles.soft}>
        <b className={styles.mark}>
          <Trans>Summative</Trans>
        </b>{' '}
        <Trans>Read in as it was told. It says what stuck by that day; what to do next stands in goals and moments.</Trans>
      </p>
      <ul className={styles.results} aria-label={t`Test results, newest first`}>
        {results.map(({ id, subject, testName, takenOn, result }) => (
          <li key={id}>
            <span className={styles.soft}>{days.day(takenOn)}</span> {subject}, {testName}: {result}
          </li>
        ))}
      </ul>
    </Card>
  )
}
