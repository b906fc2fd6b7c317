// The linked units, as a step before planning: at which outcomes their evidence may serve, and on which the candidate is registered.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Notice } from '../../web/ui/Notice.tsx'
import type { LinkedUnit } from '../standards/contract.ts'
import styles from './LinkedUnits.module.css'

interface LinkedUnitsProps {
  readonly units: readonly LinkedUnit[]
  /** The candidate's registration on a linked unit, by the unit's code. */
  readonly registered: ReadonlyMap<string, string>
  /** The address of a registration's unit. */
  readonly addressOf: (registrationId: string) => string
  /** What leads on to planning. */
  readonly next?: ReactNode
}

export function LinkedUnits({ units, registered, addressOf, next }: LinkedUnitsProps) {
  if (units.length === 0) return null
  return (
    <Notice title={<Trans>Before you plan: one session may serve several units</Trans>} action={next}>
      <ul className={styles.units}>
        {units.map(({ unitNumber, title, packCode, outcomeNumbers }) => {
          const registrationId = packCode === null ? undefined : registered.get(packCode)
          return (
            <li key={unitNumber}>
              <span>
                {registrationId === undefined ? (
                  <b>
                    {unitNumber} {title}
                  </b>
                ) : (
                  <a href={addressOf(registrationId)}>
                    {unitNumber} {title}
                  </a>
                )}
              </span>{' '}
              <span className={styles.soft}>
                {outcomeNumbers.length > 0 && <Trans>Look at it with outcomes {outcomeNumbers.join(', ')}.</Trans>}{' '}
                {registrationId === undefined ? <Trans>Not registered on it.</Trans> : <Trans>Registered: plan for both.</Trans>}
              </span>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
