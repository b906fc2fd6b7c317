// On a candidate's home: items that may serve this unit too, and what its met criteria may count for in other standards. Nothing is claimed by itself.
import { Trans } from '@lingui/react/macro'
import type { Unit } from '../../../centre/decisions/contract.ts'
import { crosswalkSuggestions } from '../../../centre/standards/rules.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import styles from './HomeCards.module.css'
import { metLeaves, usableIn } from './home.ts'

export function UsableCard({ unit }: { readonly unit: Unit }) {
  const items = unit.registration.claimedAt === null ? usableIn(unit) : []
  const met = metLeaves(unit)
  const elsewhere = unit.pack.crosswalks
    .map((crosswalk) => ({ crosswalk, suggestions: crosswalkSuggestions(crosswalk, met) }))
    .filter(({ suggestions }) => suggestions.length > 0)
  if (items.length === 0 && elsewhere.length === 0) return null
  return (
    <Card title={<Trans>What may be used</Trans>}>
      {items.length > 0 && (
        <>
          <p>
            <Trans>These claim nothing in this unit yet. Say what they show, if they do.</Trans>
          </p>
          <ul className={styles.list}>
            {items.map(({ id, reference, title }) => (
              <li key={id}>
                <b>{reference}</b> {title}
              </li>
            ))}
          </ul>
          <ButtonLink size="small" href={paths.unit(unit.registration.id, 'evidence')} leadsOn>
            <Trans>Claim criteria</Trans>
          </ButtonLink>
        </>
      )}
      {elsewhere.map(({ crosswalk, suggestions }) => (
        <div key={crosswalk.code} className={styles.elsewhere}>
          <p>
            <Trans>
              What is met here may count for {crosswalk.title} ({crosswalk.awardingBody}). An assessor there decides.
            </Trans>
          </p>
          <ul className={styles.list}>
            {suggestions.map(({ leaves, criterion, difference }) => (
              <li key={criterion}>
                <b>{leaves.join(', ')}</b> → {criterion} <span className={styles.soft}>{difference}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}
