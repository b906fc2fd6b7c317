// What was read in together, each import to be taken back as a whole.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { EmptyState } from '../../web/ui/Notice.tsx'
import { type ShownImport, withdrawImport } from './client.ts'
import styles from './ImportList.module.css'

export function ImportList({ imports }: { readonly imports: readonly ShownImport[] }) {
  const { t } = useLingui()
  const [asking, setAsking] = useState<ShownImport>()
  if (imports.length === 0) return <EmptyState title={<Trans>Nothing was read in yet</Trans>} />
  const close = () => setAsking(undefined)
  return (
    <>
      <ul aria-label={t`Read in, newest first`} className={styles.imports}>
        {imports.map((one) => (
          <Import key={one.importId} one={one} onWithdraw={() => setAsking(one)} />
        ))}
      </ul>
      {asking !== undefined && (
        <Dialog
          title={<Trans>Take these results back?</Trans>}
          size="small"
          isOpen
          onClose={close}
          actions={
            <>
              <Button kind="primary" onPress={() => void withdrawImport(asking.importId).then(close)}>
                <Trans>Take them back</Trans>
              </Button>
              <Button onPress={close}>
                <Trans>Cancel</Trans>
              </Button>
            </>
          }
        >
          <p>
            <Plural
              value={asking.rows}
              one="# result goes from its learner’s page. It would have to be read in again."
              other="All # results go from their learners’ pages. They would have to be read in again."
            />
          </p>
        </Dialog>
      )}
    </>
  )
}

function Import({ one, onWithdraw }: { readonly one: ShownImport; readonly onWithdraw: () => void }) {
  const { t } = useLingui()
  const days = useDays()
  const tests = one.tests.join(', ')
  return (
    <li className={styles.import}>
      <div>
        <p className={styles.tests}>{tests}</p>
        <p className={styles.soft}>
          <Plural value={one.rows} one="# result" other="# results" />, {days.moment(one.importedAt)},{' '}
          {one.importedByName ?? <Trans>not sent yet</Trans>}
        </p>
      </div>
      <Button size="small" aria-label={t`Take back: ${tests}`} onPress={onWithdraw}>
        <Trans>Take back</Trans>
      </Button>
    </li>
  )
}
