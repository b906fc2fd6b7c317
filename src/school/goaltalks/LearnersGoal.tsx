// On a learner's page, beneath a goal: how the learner says it, which criterion they chose, what helps.
import { Trans } from '@lingui/react/macro'
import type { SuccessCriterion } from '../goals/contract.ts'
import type { ShownTalks } from './client.ts'
import styles from './LearnersGoal.module.css'
import { OwnWordingView } from './OwnWordingView.tsx'

interface LearnersGoalProps {
  readonly goal: { readonly id: string; readonly criteria: readonly Pick<SuccessCriterion, 'id' | 'position' | 'shortName'>[] }
  readonly learnerName: string
  /** Of this learner. */
  readonly known: Pick<ShownTalks, 'wordings' | 'talks'>
}

export function LearnersGoal({ goal, learnerName, known }: LearnersGoalProps) {
  const said = known.wordings.find(({ goalId }) => goalId === goal.id)
  const settled = known.talks.filter(({ goalId }) => goalId === goal.id).map((talk) => talk.settled)
  const chosen = settled.find((one) => one.about === 'criterion')?.criterionId
  const criterion = goal.criteria.find(({ id }) => id === chosen)
  const helps = settled.find((one) => one.about === 'helps')?.words ?? null
  return (
    <div className={styles.goal}>
      {said !== undefined && <OwnWordingView said={said} learnerName={learnerName} />}
      {criterion !== undefined && (
        <p>
          <Trans>
            Chose to work on: {criterion.position} {criterion.shortName}
          </Trans>
        </p>
      )}
      {helps !== null && (
        <p>
          <Trans>Helps with this goal: {helps}</Trans>
        </p>
      )}
    </div>
  )
}
