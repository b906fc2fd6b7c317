// Second attempts beside the first: both pieces of work, help then and now, the states that the records give, and what changed in the learner's words.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Id } from '../../core/ids.ts'
import { helpPhrases } from '../../web/ui/help.ts'
import { Square } from '../../web/ui/Square.tsx'
import type { GivenFeedback } from '../feedback/contract.ts'
import { squareOf } from '../observations/StateWords.tsx'
import type { ShownImprovement } from './client.ts'
import { ShownAttempt } from './FirstAttempt.tsx'
import styles from './ImprovementList.module.css'

interface ImprovementListProps {
  readonly label: string
  readonly improvements: readonly ShownImprovement[]
  readonly names: ReadonlyMap<Id, string>
  /** Whether a name stands above each: not where the page is one learner's. */
  readonly isNamed: boolean
  readonly criteria: ReadonlyMap<Id, string>
  /** The feedback that they came of, where it is known. */
  readonly feedback: readonly GivenFeedback[]
  /** Small buttons at its end. */
  readonly actions?: (one: ShownImprovement) => ReactNode
  readonly corner?: (one: ShownImprovement) => ReactNode
}

export function ImprovementList({ label, improvements, ...rest }: ImprovementListProps) {
  return (
    <ol aria-label={label} className={styles.list}>
      {improvements.map((one) => (
        <li key={one.firstId} className={styles.pair}>
          <Pair one={one} {...rest} />
        </li>
      ))}
    </ol>
  )
}

type PairProps = Omit<ImprovementListProps, 'label' | 'improvements'> & { readonly one: ShownImprovement }

function Pair({ one, names, isNamed, criteria, feedback, actions, corner }: PairProps) {
  const learnerName = names.get(one.learnerId) ?? ''
  const cameOf = feedback.find(({ firstId }) => firstId === one.feedbackId)?.nextAction
  const head = [isNamed ? learnerName : undefined, criteria.get(one.criterionId)].filter((part) => part !== undefined)
  return (
    <>
      <h3>{head.join(', ')}</h3>
      {cameOf !== undefined && (
        <p className={styles.soft}>
          <Trans>After the feedback: {cameOf}</Trans>
        </p>
      )}
      <div className={styles.two}>
        {one.first === null ? (
          <p className={styles.soft}>
            <Trans>No first attempt was noted</Trans>
          </p>
        ) : (
          <ShownAttempt title={<Trans>First attempt</Trans>} attempt={one.first} learnerName={learnerName} />
        )}
        <ShownAttempt title={<Trans>Second attempt</Trans>} attempt={one.second} drawing={one.secondDrawing} learnerName={learnerName} />
      </div>
      {one.whatChanged !== null && <p className={styles.said}>“{one.whatChanged}”</p>}
      <Change one={one} />
      {actions !== undefined && <div className={styles.actions}>{actions(one)}</div>}
      {corner !== undefined && <div className={styles.corner}>{corner(one)}</div>}
    </>
  )
}

/** From the records alone: nobody types it. */
function Change({ one }: { readonly one: ShownImprovement }) {
  const { t } = useLingui()
  const { first, second, minutes, stateBefore, stateAfter, sending } = one
  const [then, now] = [first?.helpLevel ?? null, second.helpLevel]
  const helped = (level: NonNullable<typeof now>) => t(helpPhrases[level])
  return (
    <>
      <p className={styles.states}>
        <Square state={squareOf(stateBefore)} word="seen" />
        <ArrowRight aria-label={t`then`} data-mirrors="" className={styles.arrow} />
        <Square state={squareOf(stateAfter)} word="seen" />
      </p>
      <p className={styles.circumstances}>
        {then !== null && now !== null && (
          <span>
            {then === now ? (
              <Trans>Help then and now: {helped(now)}</Trans>
            ) : (
              <Trans>
                Help: {helped(then)}, now {helped(now)}
              </Trans>
            )}
          </span>
        )}
        {minutes !== null && (
          <span>
            <Plural value={minutes} one="# minute given" other="# minutes given" />
          </span>
        )}
        <span>{one.recordedByName}</span>
        {sending !== 'sent' && (
          <span className={styles.state}>{sending === 'held' ? <Trans>Needs attention</Trans> : <Trans>Not sent yet</Trans>}</span>
        )}
      </p>
    </>
  )
}
