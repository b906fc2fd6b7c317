// Goals as a group's page shows them: what is learnt, how one will know, each learner's own words; and the end of a goal.
import { Trans, useLingui } from '@lingui/react/macro'
import { Fragment, type ReactNode, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { device } from '../../web/device.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { CriteriaList } from './CriteriaList.tsx'
import type { ShownGoal } from './client.ts'
import { goalClose } from './contract.ts'
import styles from './GoalList.module.css'

export interface GoalLearner {
  readonly id: Id
  readonly name: string
}

interface GoalListProps {
  readonly goals: readonly ShownGoal[]
  readonly learners: readonly GoalLearner[]
  /** How a learner says a goal. */
  readonly ownWording: (goal: ShownGoal, learner: GoalLearner) => ReactNode
}

export function GoalList({ goals, learners, ownWording }: GoalListProps) {
  return (
    <ul className={styles.list}>
      {goals.map((goal) => (
        <li key={goal.id} className={styles.goal}>
          <Goal
            goal={goal}
            learners={goal.learnerId === null ? learners : learners.filter(({ id }) => id === goal.learnerId)}
            ownWording={ownWording}
          />
        </li>
      ))}
    </ul>
  )
}

interface GoalProps extends Omit<GoalListProps, 'goals'> {
  readonly goal: ShownGoal
}

function Goal({ goal, learners, ownWording }: GoalProps) {
  const { t } = useLingui()
  const [isWording, setIsWording] = useState(false)
  const [isEnding, setIsEnding] = useState(false)
  const whose = goal.learnerId === null ? t`For everyone` : t`For ${learners[0]?.name ?? t`one learner`}`
  const isOpen = goal.closedAt === null
  return (
    <>
      <div className={styles.head}>
        <h3>{goal.wording}</h3>
        <p className={styles.about}>
          {whose}
          {!isOpen && (
            <>
              {', '}
              <Trans>closed</Trans>
            </>
          )}
          {goal.isWaiting && (
            <>
              {' '}
              <span className={styles.waiting}>
                <Trans>Not sent yet</Trans>
              </span>
            </>
          )}
        </p>
      </div>
      <CriteriaList criteria={goal.criteria} />
      {isOpen && (
        <div className={styles.acts}>
          <Button size="small" aria-expanded={isWording} onPress={() => setIsWording(!isWording)}>
            <Trans>In the learners’ own words</Trans>
          </Button>
          <Button size="small" kind="quiet" onPress={() => setIsEnding(true)}>
            <Trans>Close this goal</Trans>
          </Button>
        </div>
      )}
      {(isWording || !isOpen) && <Wordings goal={goal} learners={learners} ownWording={ownWording} />}
      <EndDialog goalId={goal.id} wording={goal.wording} isOpen={isEnding} onClose={() => setIsEnding(false)} />
    </>
  )
}

function Wordings({ goal, learners, ownWording }: GoalProps) {
  return (
    <dl className={styles.own}>
      {learners.map((learner) => (
        <Fragment key={learner.id}>
          <dt>{learner.name}</dt>
          <dd>{ownWording(goal, learner)}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

interface EndDialogProps {
  readonly goalId: Id
  readonly wording: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A closed goal can't be opened again: so this one asks. */
function EndDialog({ goalId, wording, isOpen, onClose }: EndDialogProps) {
  const end = async () => {
    await device().outbox.add(goalClose, { goalId })
    onClose()
  }
  return (
    <Dialog
      title={<Trans>Close this goal?</Trans>}
      size="small"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={() => void end()}>
            <Trans>Close the goal</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          “{wording}” stays on the learners’ pages with all that was seen. Nothing new can be noted on it, and it can’t be opened again.
        </Trans>
      </p>
    </Dialog>
  )
}
