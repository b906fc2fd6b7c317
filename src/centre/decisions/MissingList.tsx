// What is still missing and why, leaf by leaf, with what the assessor asked for and by when.
import { Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { EmptyState } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { leafNames, useHalfWords } from '../standards/client.ts'
import { useMissingWords } from './client.ts'
import type { HalfProgress, Unit } from './contract.ts'
import styles from './MissingList.module.css'

export function MissingList({ unit }: { readonly unit: Unit }) {
  const names = leafNames(unit.pack)
  const erased = new Set(unit.evidence.filter(({ descriptor }) => descriptor?.retractedOn != null).map(({ reference }) => reference))
  const open = unit.leaves.filter(({ isComplete }) => !isComplete)
  return (
    <Card title={<Trans>What is missing, and why</Trans>}>
      {open.length === 0 ? (
        <NothingOpen unit={unit} />
      ) : (
        <ul className={styles.leaves}>
          {open.map(({ leaf, halves, unseen }) => (
            <li key={leaf} className={styles.leaf}>
              <p className={styles.name}>
                <b>{leaf}</b> {names.get(leaf)}
              </p>
              {halves
                .filter(({ isMet }) => !isMet)
                .map((half) => (
                  <Half key={half.half} progress={half} isOneOfTwo={halves.length > 1} />
                ))}
              <Unseen references={unseen.filter((reference) => !erased.has(reference))} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Of a unit whose criteria are not all known it is never said that it is complete. */
function NothingOpen({ unit: { pack, leaves } }: { readonly unit: Unit }) {
  if (pack.isComplete) return <EmptyState title={<Trans>Nothing is missing: the unit is complete</Trans>} />
  return (
    <EmptyState
      title={
        leaves.length === 0 ? (
          <Trans>The criteria of this unit are not known to Evident</Trans>
        ) : (
          <Trans>All that is known here is met</Trans>
        )
      }
    >
      <Trans>Nobody can sign it off here before all its criteria are known. Ask your centre how far that is.</Trans>
    </EmptyState>
  )
}

function Half({ progress, isOneOfTwo }: { readonly progress: HalfProgress; readonly isOneOfTwo: boolean }) {
  const why = useMissingWords()
  const halfWords = useHalfWords()
  const days = useDays()
  const { standing } = progress
  return (
    <p>
      {isOneOfTwo && <span className={styles.half}>{halfWords[progress.half]}</span>} {why(progress)}
      {progress.missing === 'more_evidence_needed' && standing?.action != null && standing.actionBy !== null && (
        <span className={styles.action}>
          <Trans>
            By {days.day(standing.actionBy)}: {standing.action}
          </Trans>
        </span>
      )}
    </p>
  )
}

function Unseen({ references }: { readonly references: readonly string[] }) {
  const { t } = useLingui()
  if (references.length === 0) return null
  return <p className={styles.soft}>{t`${references.join(', ')}: not seen in place by the assessor yet.`}</p>
}
