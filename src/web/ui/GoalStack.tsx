// The class map for a phone: one card for each criterion, squares sorted into a bar, and who is not there yet by name.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button } from './Button.tsx'
import styles from './GoalStack.module.css'
import { Square, type SquareState, squareStates, squareWords } from './Square.tsx'

export interface StackedGoal {
  readonly id: string
  readonly name: string
  /** Whom it is for. */
  readonly learners: readonly { readonly id: string; readonly name: string; readonly state: SquareState }[]
  /** A goal of one learner alone: the card says whose. */
  readonly isForOne?: boolean
}

interface GoalStackProps {
  readonly goals: readonly StackedGoal[]
  /** Opens one criterion with everyone on it. */
  readonly onOpen?: (goalId: string) => void
}

export function GoalStack({ goals, onOpen }: GoalStackProps) {
  return (
    <ul className={styles.stack}>
      {goals.map((goal) => (
        <li key={goal.id} className={styles.card}>
          <GoalCard goal={goal} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

const namesShown = 5

function GoalCard({ goal, onOpen }: { readonly goal: StackedGoal; readonly onOpen: GoalStackProps['onOpen'] }) {
  const { t } = useLingui()
  const order = (state: SquareState) => -squareStates.indexOf(state)
  const sorted = [...goal.learners].sort((a, b) => order(a.state) - order(b.state))
  const secure = goal.learners.filter(({ state }) => state === 'secure' || state === 'met').length
  const all = goal.learners.length
  const owner = goal.isForOne === true ? goal.learners[0]?.name : undefined
  const counts = [...squareStates].reverse().flatMap((state) => {
    const count = goal.learners.filter((learner) => learner.state === state).length
    return count === 0 ? [] : `${count} ${t(squareWords[state])}`
  })
  return (
    <>
      <h3 className={styles.title}>
        {goal.name}
        <span className={styles.count}>
          <Trans>
            {secure} of {all} secure
          </Trans>
        </span>
      </h3>
      {owner !== undefined && (
        <p className={styles.names}>
          <Trans>A goal of {owner} alone</Trans>
        </p>
      )}
      <div className={styles.bar} role="img" aria-label={counts.join(', ')}>
        {sorted.map(({ id, state }) => (
          <Square key={id} state={state} word="elsewhere" />
        ))}
      </div>
      <NotYet names={goal.learners.filter(({ state }) => state === 'not_yet').map(({ name }) => name)} />
      {onOpen !== undefined && (
        <div className={styles.action}>
          <Button kind="quiet" size="small" leadsOn onPress={() => onOpen(goal.id)}>
            <Trans>See everyone</Trans>
          </Button>
        </div>
      )}
    </>
  )
}

function NotYet({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) {
    return (
      <p className={styles.names}>
        <Trans>Nobody at “not yet”</Trans>
      </p>
    )
  }
  const shown = names.slice(0, namesShown).join(', ')
  const more = names.length - namesShown
  return (
    <p className={styles.names}>
      <b>
        <Trans>Not yet:</Trans>
      </b>{' '}
      {shown}
      {more > 0 && (
        <>
          {' '}
          <Plural value={more} one="and # more" other="and # more" />
        </>
      )}
    </p>
  )
}
