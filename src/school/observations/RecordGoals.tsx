// A learner's goals: the criteria with their state, its help and the observations that it rests on; a teacher marks one as met.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import type { Parsed } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Square } from '../../web/ui/Square.tsx'
import type { learnerObservationForLearner } from './contract.ts'
import { Moments, type ShownMoment } from './Moments.tsx'
import styles from './RecordGoals.module.css'
import { squareOf, useStateWords } from './StateWords.tsx'
import { WhyNotEnough } from './WhyNotEnough.tsx'

type Goal = Parsed<typeof learnerObservationForLearner.output>['goals'][number]
type Criterion = Goal['criteria'][number]

interface RecordGoalsProps {
  readonly goals: readonly Goal[]
  /** Of the learner: a goal that was taken along stands in two of them. */
  readonly groups: readonly { readonly id: Id; readonly name: string }[]
  readonly moments: readonly ShownMoment[]
  readonly learnerName: string
  readonly criterionNames: ReadonlyMap<Id, string>
  /** How the learner says the goal. */
  readonly ownWording: (goal: Goal) => ReactNode
  /** Marks or unmarks; undefined for those who are no teacher of the learner. */
  readonly onMark: ((criterion: Criterion, isMet: boolean) => void) | undefined
}

export function RecordGoals({ goals, groups, ownWording, ...rest }: RecordGoalsProps) {
  return (
    <div className={styles.goals}>
      {goals.map((goal) => (
        <section key={goal.id} className={styles.goal} aria-label={goal.wording}>
          <h3>{goal.wording}</h3>
          <OfWhichGroup goal={goal} goals={goals} groups={groups} />
          {goal.closedAt !== null && (
            <p className={styles.about}>
              <Trans>This goal is closed</Trans>
            </p>
          )}
          {ownWording(goal)}
          <ul className={styles.criteria}>
            {goal.criteria.map((criterion) => (
              <li key={criterion.id} className={styles.criterion}>
                <CriterionLine criterion={criterion} {...rest} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Two goals of the same words are told apart by their groups. */
function OfWhichGroup({ goal, goals, groups }: Pick<RecordGoalsProps, 'goals' | 'groups'> & { readonly goal: Goal }) {
  const group = groups.find(({ id }) => id === goal.groupId)
  if (group === undefined || goals.every(({ id, wording }) => id === goal.id || wording !== goal.wording)) return null
  return <p className={styles.about}>{group.name}</p>
}

interface CriterionLineProps extends Omit<RecordGoalsProps, 'goals' | 'groups' | 'ownWording'> {
  readonly criterion: Criterion
}

function CriterionLine({ criterion, moments, learnerName, criterionNames, onMark }: CriterionLineProps) {
  const [isOpen, setIsOpen] = useState(false)
  const { t } = useLingui()
  const words = useStateWords()
  const { childText, shortName } = criterion
  const rests = moments.filter(({ id }) => criterion.restsOn.includes(id))
  return (
    <>
      <Square state={squareOf(criterion.state)} size="large" word="elsewhere" />
      <div className={styles.words}>
        <p className={styles.text}>{childText}</p>
        <p className={styles.state}>{words(criterion)}</p>
      </div>
      <div className={styles.act}>
        <MarkButton criterion={criterion} onMark={onMark} />
      </div>
      {rests.length > 0 && (
        <div className={styles.rests}>
          <div className={styles.more}>
            <Button kind="quiet" size="small" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
              <Plural value={rests.length} one="Rests on # moment" other="Rests on # moments" />
            </Button>
          </div>
          {isOpen && <WhyNotEnough state={criterion.state} />}
          {isOpen && (
            <Moments label={t`What ${shortName} rests on`} moments={rests} learnerName={learnerName} criterionNames={criterionNames} />
          )}
        </div>
      )}
    </>
  )
}

function MarkButton({ criterion, onMark }: Pick<CriterionLineProps, 'criterion' | 'onMark'>): ReactNode {
  const { t } = useLingui()
  if (onMark === undefined) return null
  const { shortName, state } = criterion
  if (state === 'met') {
    return (
      <Button size="small" kind="quiet" aria-label={t`Take back: ${shortName}`} onPress={() => onMark(criterion, false)}>
        <Trans>Take back</Trans>
      </Button>
    )
  }
  return (
    <Button
      size="small"
      kind={state === 'secure' ? 'plain' : 'quiet'}
      aria-label={t`Mark as met: ${shortName}`}
      onPress={() => onMark(criterion, true)}
    >
      <Trans>Mark as met</Trans>
    </Button>
  )
}
