// All that was ever said for a learner, newest first: nothing is changed, a new word is added.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { EmptyState } from '../../web/ui/Notice.tsx'
import styles from './ConsentHistory.module.css'
import { useConsentHistory } from './client.ts'
import type { Consent } from './contract.ts'
import { usePurposeWords } from './PurposeWords.tsx'

interface ConsentHistoryProps {
  readonly learner: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export function ConsentHistory({ learner, onClose }: ConsentHistoryProps) {
  const asked = useConsentHistory(learner.id)
  const { name } = learner
  return (
    <Dialog title={<Trans>What was said for {name}</Trans>} isOpen onClose={onClose}>
      <AskedView asked={asked}>
        {({ history }) =>
          history.length === 0 ? (
            <EmptyState title={<Trans>Nobody was asked yet</Trans>}>
              <Trans>Photos wait for a yes. A sentence without a name may leave until somebody says no.</Trans>
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {history.map((consent) => (
                <li key={consent.id}>
                  <Said consent={consent} />
                </li>
              ))}
            </ul>
          )
        }
      </AskedView>
    </Dialog>
  )
}

function Said({ consent }: { readonly consent: Consent }) {
  const days = useDays()
  const words = usePurposeWords()
  const { short } = words[consent.purpose]
  const { toldBy, setByName } = consent
  const told = days.day(consent.toldOn)
  const set = days.moment(consent.setAt)
  return (
    <>
      <p className={styles.what}>{consent.isGiven ? <Trans>{short}: yes</Trans> : <Trans>{short}: no</Trans>}</p>
      <p className={styles.about}>
        <Trans>
          Told by {toldBy} on {told}. Kept by {setByName}, {set}.
        </Trans>
      </p>
    </>
  )
}
