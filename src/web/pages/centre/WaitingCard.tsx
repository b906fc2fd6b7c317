// On a candidate's home: what waits for her, for the assessor and for the countersigner in one unit.
import { Trans } from '@lingui/react/macro'
import type { Unit } from '../../../centre/decisions/contract.ts'
import { useDays } from '../../days.ts'
import { Card } from '../../ui/PageHeader.tsx'
import styles from './HomeCards.module.css'
import { waitingIn } from './home.ts'

export function WaitingCard({ unit }: { readonly unit: Unit }) {
  const days = useDays()
  const { forCandidate, forAssessor, toSee, forCountersigner } = waitingIn(unit)
  const { assessorName, countersignerName } = unit.registration
  const decide = forAssessor.join(', ')
  const see = toSee.join(', ')
  const countersign = forCountersigner.join(', ')
  const isNothing = forCandidate.length + forAssessor.length + toSee.length + forCountersigner.length === 0
  return (
    <Card title={<Trans>What waits</Trans>}>
      {isNothing && (
        <p className={styles.soft}>
          <Trans>No evidence waits for anybody.</Trans>
        </p>
      )}
      <ul className={styles.list}>
        {forCandidate.map(({ leaf, action, by }) => (
          <li key={`${leaf} ${action}`}>
            <b>
              <Trans>For you, by {days.day(by)}</Trans>
            </b>
            <p>
              {leaf}: {action}
            </p>
          </li>
        ))}
        {forAssessor.length > 0 && (
          <li>
            <b>
              <Trans>For {assessorName}</Trans>
            </b>
            <p>
              <Trans>To decide on {decide}</Trans>
            </p>
          </li>
        )}
        {toSee.length > 0 && (
          <li>
            <b>
              <Trans>For {assessorName}</Trans>
            </b>
            <p>
              <Trans>To see {see} in place</Trans>
            </p>
          </li>
        )}
        {forCountersigner.length > 0 && (
          <li>
            <b>{countersignerName === null ? <Trans>For a countersigner</Trans> : <Trans>For {countersignerName}</Trans>}</b>
            <p>
              <Trans>To countersign {countersign}</Trans>
            </p>
          </li>
        )}
      </ul>
    </Card>
  )
}
