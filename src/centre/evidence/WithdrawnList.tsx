// References that were taken back within moments: they stay used, and it is said by whom and when.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { useWithdrawn } from './client.ts'
import styles from './WithdrawnList.module.css'

export function WithdrawnList({ registrationId }: { readonly registrationId: string }) {
  const days = useDays()
  const asked = useWithdrawn(registrationId)
  if (asked.state !== 'answered' || asked.answer.length === 0) return null
  return (
    <ul className={styles.points}>
      {asked.answer.map(({ reference, withdrawnByName, withdrawnAt }) => (
        <li key={reference} className={styles.soft}>
          <Trans>
            {reference} was taken back by {withdrawnByName}, {days.moment(withdrawnAt)}.
          </Trans>
        </li>
      ))}
    </ul>
  )
}
