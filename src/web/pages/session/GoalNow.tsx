// Where a learner is now on each criterion of a goal: its square, its words, the help that it took.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../../core/ids.ts'
import { cellFinder, useClassMap } from '../../../school/classmap/client.ts'
import type { SuccessCriterion } from '../../../school/goals/contract.ts'
import { squareOf, useStateWords } from '../../../school/observations/StateWords.tsx'
import { Square } from '../../ui/Square.tsx'
import styles from './GoalNow.module.css'

interface GoalNowProps {
  readonly groupId: Id
  readonly learnerId: Id
  readonly criteria: readonly SuccessCriterion[]
}

export function GoalNow({ groupId, learnerId, criteria }: GoalNowProps) {
  const asked = useClassMap(groupId)
  const words = useStateWords()
  if (asked.state === 'failed') return <Trans>Not on this device yet</Trans>
  if (asked.state === 'loading') return null
  const find = cellFinder(asked.answer)
  return (
    <ul className={styles.now}>
      {criteria.map(({ id, shortName }) => {
        const cell = find(learnerId, id)
        return (
          <li key={id}>
            <Square state={squareOf(cell.state)} size="small" word="elsewhere" />
            <span>
              {shortName}: {words(cell)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
