// Today of a learner or of the group, where there is no room for it beside the tiles.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Id } from '../../../core/ids.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Today, type TodayProps } from './Today.tsx'
import styles from './TodayDialog.module.css'

interface TodayDialogProps extends TodayProps {
  readonly of: Id | 'all'
  readonly onClose: () => void
}

export function TodayDialog({ of, onClose, ...today }: TodayDialogProps) {
  const { t } = useLingui()
  const name = of === 'all' ? today.group.name : (today.shown.learners.get(of)?.shortName ?? '')
  const wordings = today.shown.learnerWordings.filter(
    ({ learnerId, goalId }) => learnerId === of && today.goals.some(({ id }) => id === goalId),
  )
  return (
    <Dialog title={t`${name}, today`} isOpen onClose={onClose}>
      {wordings.map(({ goalId, wording }) => (
        <p key={goalId} className={styles.wording}>
          <Trans>
            {name} says the goal so: “{wording}”
          </Trans>
        </p>
      ))}
      <Today {...today} of={of} />
    </Dialog>
  )
}
