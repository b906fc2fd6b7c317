// One leaf in full: what it asks, how each half stands and why, and the evidence that is claimed for it.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { leafNames, useHalfWords } from '../standards/client.ts'
import { findLeaf } from '../standards/rules.ts'
import { useMissingWords } from './client.ts'
import type { HalfProgress, Unit } from './contract.ts'
import styles from './LeafDialog.module.css'

export function LeafDialog({ unit, leaf: code, onClose }: { readonly unit: Unit; readonly leaf: string; readonly onClose: () => void }) {
  const leaf = findLeaf(unit.pack, code)
  const progress = unit.leaves.find((one) => one.leaf === code)
  const claimed = unit.evidence.filter((item) => item.leaves.includes(code))
  return (
    <Dialog isOpen title={`${code} ${leafNames(unit.pack).get(code) ?? ''}`} onClose={onClose}>
      <div className={styles.content}>
        <p>{leaf?.description}</p>
        {progress?.halves.map((half) => (
          <Half key={half.half} progress={half} />
        ))}
        <h3>
          <Trans>Evidence</Trans>
        </h3>
        {claimed.length === 0 ? (
          <p>
            <Trans>Nothing is claimed for it yet.</Trans>
          </p>
        ) : (
          <ul className={styles.list}>
            {claimed.map(({ id, reference, title }) => (
              <li key={id}>
                <b>{reference}</b> {title}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

function Half({ progress }: { readonly progress: HalfProgress }) {
  const why = useMissingWords()
  const halfWords = useHalfWords()
  const days = useDays()
  const { standing, isMet } = progress
  return (
    <div>
      <p>
        <span className={styles.half}>{halfWords[progress.half]}</span> {why(progress)}
      </p>
      {standing !== null && (
        <p className={styles.soft}>
          {standing.decidedByName}, {days.moment(standing.decidedAt)}
        </p>
      )}
      {!isMet && standing?.action != null && standing.actionBy !== null && (
        <p>
          <Trans>
            By {days.day(standing.actionBy)}: {standing.action}
          </Trans>
        </p>
      )}
    </div>
  )
}
