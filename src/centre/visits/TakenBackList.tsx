// Plans and visits of a unit that were taken back before anybody signed them: closed, by whom and when, so that nobody looks for them in vain.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import type { TakenBack } from '../plans/contract.ts'
import { useVisits } from './client.ts'
import styles from './TakenBackList.module.css'

interface TakenBackListProps {
  readonly registrationId: string
  readonly plans: readonly TakenBack[]
}

export function TakenBackList({ registrationId, plans }: TakenBackListProps) {
  const { moment } = useDays()
  const asked = useVisits(registrationId)
  const visits = asked.state === 'answered' ? asked.answer.takenBack : []
  const all = [...plans.map((one) => ({ ...one, isPlan: true })), ...visits.map((one) => ({ ...one, isPlan: false }))]
  if (all.length === 0) return null
  return (
    <details className={styles.list}>
      <summary>
        <Trans>Taken back ({all.length})</Trans>
      </summary>
      <ul>
        {all
          .toSorted((one, other) => other.at.localeCompare(one.at))
          .map(({ id, isPlan, byName, at }) => (
            <li key={id}>
              {isPlan ? (
                <Trans>
                  A plan, by {byName}, {moment(at)}
                </Trans>
              ) : (
                <Trans>
                  A visit, by {byName}, {moment(at)}
                </Trans>
              )}
            </li>
          ))}
      </ul>
    </details>
  )
}
