// Feedback that was given: to whom, on what, what went well and what is next; how it was taken up is one tap.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { feedbackResponseWords, modeWords, type ShownFeedback } from './client.ts'
import { type FeedbackResponse, type GivenFeedback, FeedbackResponse as Responses } from './contract.ts'
import styles from './FeedbackList.module.css'

interface FeedbackListProps<T extends GivenFeedback> {
  readonly label: string
  readonly feedback: readonly ShownFeedback<T>[]
  /** Left out where the page is one learner's. */
  readonly names?: ReadonlyMap<Id, string>
  /** The short names of success criteria. */
  readonly criteria: ReadonlyMap<Id, string>
  /** Left out where nothing is noted. */
  readonly onRespond?: (one: ShownFeedback<T>, response: FeedbackResponse | undefined) => void
  /** What one can do with it: a second attempt. */
  readonly actions?: (one: ShownFeedback<T>) => ReactNode
  readonly corner?: (one: ShownFeedback<T>) => ReactNode
}

export function FeedbackList<T extends GivenFeedback>({ label, feedback, ...rest }: FeedbackListProps<T>) {
  return (
    <ol aria-label={label} className={styles.list}>
      {feedback.map((one) => (
        <li key={one.firstId} className={styles.piece}>
          <Piece one={one} {...rest} />
        </li>
      ))}
    </ol>
  )
}

type PieceProps<T extends GivenFeedback> = Omit<FeedbackListProps<T>, 'label' | 'feedback'> & { readonly one: ShownFeedback<T> }

function Piece<T extends GivenFeedback>({ one, names, criteria, onRespond, actions, corner }: PieceProps<T>) {
  const { t } = useLingui()
  const name = names?.get(one.learnerId)
  const criterion = criteria.get(one.criterionId)
  return (
    <>
      <p className={styles.who}>{[name, criterion].filter((part) => part !== undefined).join(', ')}</p>
      <p>{one.didWell}</p>
      {one.strategy !== null && (
        <p className={styles.soft}>
          <Trans>Strategy: {one.strategy}</Trans>
        </p>
      )}
      {one.toDevelop !== null && (
        <p>
          <Trans>To develop: {one.toDevelop}</Trans>
        </p>
      )}
      <p className={styles.next}>
        <Trans>Next: {one.nextAction}</Trans>
      </p>
      <Circumstances one={one} />
      {onRespond === undefined ? (
        one.response !== null && <p>{t(feedbackResponseWords[one.response.response])}</p>
      ) : (
        <ChipGroup
          label={name === undefined ? t`How it was taken up` : t`How ${name} took it up`}
          isLabelHidden
          chips={Responses.options.map((id) => ({ id, label: t(feedbackResponseWords[id]) }))}
          value={one.response?.response}
          onChange={(response) => onRespond(one, response)}
        />
      )}
      {actions !== undefined && <div className={styles.actions}>{actions(one)}</div>}
      {corner !== undefined && <div className={styles.corner}>{corner(one)}</div>}
    </>
  )
}

function Circumstances({ one }: { readonly one: ShownFeedback }) {
  const { t } = useLingui()
  const days = useDays()
  const when = days.moment(one.observedAt)
  const where = one.isPrivate ? t`privately` : t`in the group`
  return (
    <p className={styles.circumstances}>
      {[when, t(modeWords[one.mode]).toLocaleLowerCase(), where, one.recordedByName].join(', ')}
      {one.sending === 'waiting' && (
        <span className={styles.state}>
          <Trans>Not sent yet</Trans>
        </span>
      )}
      {one.sending === 'held' && (
        <span className={styles.state}>
          <Trans>Needs attention</Trans>
        </span>
      )}
    </p>
  )
}
