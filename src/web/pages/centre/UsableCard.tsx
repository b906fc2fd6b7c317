// On a candidate's home: items that may serve this unit too, and what its met criteria may count for in other standards. Nothing is claimed by itself.
import { Plural, Trans } from '@lingui/react/macro'
import type { Unit } from '../../../centre/decisions/contract.ts'
import { crosswalkSuggestions } from '../../../centre/standards/rules.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import styles from './HomeCards.module.css'
import { metLeaves, type Usable, usableIn } from './home.ts'

export function UsableCard({ unit }: { readonly unit: Unit }) {
  const { closing, supporting }: Usable = unit.registration.claimedAt === null ? usableIn(unit) : { closing: [], supporting: [] }
  const isAny = closing.length + supporting.length > 0
  const met = metLeaves(unit)
  const elsewhere = unit.pack.crosswalks
    .map((crosswalk) => ({ crosswalk, suggestions: crosswalkSuggestions(crosswalk, met) }))
    .filter(({ suggestions }) => suggestions.length > 0)
  if (!isAny && elsewhere.length === 0) return null
  return (
    <Card title={<Trans>What may be used</Trans>}>
      {closing.length > 0 && (
        <>
          <p>
            <Trans>These claim nothing in this unit yet. Say what they show, if they do.</Trans>
          </p>
          <ul className={styles.list}>
            {closing.map(({ item: { id, reference, title }, leaves }) => (
              <li key={id}>
                <b>{reference}</b> {title}
                <Could leaves={leaves} />
              </li>
            ))}
          </ul>
        </>
      )}
      {supporting.length > 0 && <Supporting items={supporting} />}
      {isAny && (
        <ButtonLink size="small" href={paths.unit(unit.registration.id, 'evidence')} leadsOn>
          <Trans>Claim criteria</Trans>
        </ButtonLink>
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

/** The first open criteria that an item could close. */
function Could({ leaves }: { readonly leaves: readonly string[] }) {
  const first = leaves.slice(0, 4).join(', ')
  const more = leaves.length - 4
  return (
    <span className={styles.could}>
      {more > 0 ? (
        <Trans>
          Could close {first} and <Plural value={more} one="# more" other="# more" />
        </Trans>
      ) : (
        <Trans>Could close {first}</Trans>
      )}
    </span>
  )
}

/** They close nothing by their method; said, so that nobody counts on them. */
function Supporting({ items }: { readonly items: Unit['evidence'] }) {
  return (
    <>
      <p className={styles.soft}>
        <Trans>Could support what is open, and closes nothing by itself:</Trans>
      </p>
      <ul className={styles.list}>
        {items.map(({ id, reference, title }) => (
          <li key={id}>
            <b>{reference}</b> {title}
          </li>
        ))}
      </ul>
    </>
  )
}
