// Goals as a group's page shows them: what is learnt, how one will know, each learner's own words; and the end of a goal.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { device } from '../../web/device.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { CriteriaList } from './CriteriaList.tsx'
import type { LearnerWording, ShownGoal } from './client.ts'
import { goalClose } from './contract.ts'
import styles from './GoalList.module.css'
import { LearnerWordingForm } from './LearnerWordingForm.tsx'

export interface GoalLearner {
  readonly id: Id
  readonly name: string
}

interface GoalListProps {
  readonly goals: readonly ShownGoal[]
  readonly wordings: readonly LearnerWording[]
  readonly learners: readonly GoalLearner[]
}

export function GoalList({ goals, wordings, learners }: GoalListProps) {
  return (
    <ul className={styles.list}>
      {goals.map((goal) => (
        <li key={goal.id} className={styles.goal}>
          <Goal
            goal={goal}
            wordings={wordings.filter(({ goalId }) => goalId === goal.id)}
            learners={goal.learnerId === null ? learners : learners.filter(({ id }) => id === goal.learnerId)}
          />
        </li>
      ))}
    </ul>
  )
}

interface GoalProps extends Omit<GoalListProps, 'goals'> {
  readonly goal: ShownGoal
}

function Goal({ goal, wordings, learners }: GoalProps) {
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
      {isOpen && !goal.isWaiting && (
        <div className={styles.acts}>
          <Button size="small" aria-expanded={isWording} onPress={() => setIsWording(!isWording)}>
            <Trans>In the learners’ own words</Trans>
          </Button>
          <Button size="small" kind="quiet" onPress={() => setIsEnding(true)}>
            <Trans>Close this goal</Trans>
          </Button>
        </div>
      )}
      {(isWording || !isOpen) && <Wordings goal={goal} wordings={wordings} learners={learners} isOpen={isOpen} />}
      <EndDialog goalId={goal.id} wording={goal.wording} isOpen={isEnding} onClose={() => setIsEnding(false)} />
    </>
  )
}

function Wordings({ goal, wordings, learners, isOpen }: GoalProps & { readonly isOpen: boolean }) {
  const [editing, setEditing] = useState<Id>()
  const said = new Map(wordings.map(({ learnerId, wording }) => [learnerId, wording]))
  const shown = isOpen ? learners : learners.filter(({ id }) => said.has(id))
  return (
    <dl className={styles.own}>
      {shown.map((learner) => (
        <Wording
          key={learner.id}
          goalId={goal.id}
          learner={learner}
          said={said.get(learner.id)}
          isEditing={editing === learner.id}
          onEdit={isOpen ? (isOn) => setEditing(isOn ? learner.id : undefined) : undefined}
        />
      ))}
    </dl>
  )
}

interface WordingProps {
  readonly goalId: Id
  readonly learner: GoalLearner
  readonly said: string | undefined
  readonly isEditing: boolean
  readonly onEdit: ((isOn: boolean) => void) | undefined
}

function Wording({ goalId, learner, said, isEditing, onEdit }: WordingProps) {
  const { t } = useLingui()
  const { name } = learner
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {isEditing && onEdit !== undefined ? (
          <LearnerWordingForm goalId={goalId} learner={learner} said={said} onDone={() => onEdit(false)} />
        ) : (
          <>
            {said === undefined ? (
              <span className={styles.none}>
                <Trans>Nothing yet</Trans>
              </span>
            ) : (
              `“${said}”`
            )}{' '}
            {onEdit !== undefined && (
              <Button
                size="small"
                kind="quiet"
                aria-label={said === undefined ? t`Write ${name}’s words` : t`Change ${name}’s words`}
                onPress={() => onEdit(true)}
              >
                {said === undefined ? <Trans>Write</Trans> : <Trans>Change</Trans>}
              </Button>
            )}
          </>
        )}
      </dd>
    </>
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
