// Where a group has several open goals: which one the tabs show.
import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import type { Id } from '../../../core/ids.ts'
import type { CaptureLearner } from '../../../school/observations/client.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './GoalChoice.module.css'
import type { OpenGoal } from './goals.ts'

interface GoalChoiceProps {
  readonly goals: readonly OpenGoal[]
  readonly chosen: Id
  readonly learners: ReadonlyMap<Id, CaptureLearner>
  readonly onChoose: (id: Id) => void
  readonly onClose: () => void
}

/** Opens at once; `onClose` also after a choice. */
export function GoalChoice({ goals, chosen, learners, onChoose, onClose }: GoalChoiceProps) {
  const { t } = useLingui()
  return (
    <Dialog title={t`Which goal?`} isOpen onClose={onClose}>
      <ul className={styles.goals}>
        {goals.map(({ id, wording, learnerId }) => {
          const name = learnerId === null ? undefined : learners.get(learnerId)?.shortName
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.goal}
                aria-pressed={id === chosen}
                onClick={() => {
                  onChoose(id)
                  onClose()
                }}
              >
                <Check aria-hidden="true" />
                <span>
                  {wording}
                  {name !== undefined && (
                    <span className={styles.whose}>
                      <Trans>for {name} alone</Trans>
                    </span>
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
