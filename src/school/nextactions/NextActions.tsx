// What happens next: from this session, and what is still open from earlier ones; done with one tap, here or seen here.
import { Trans, useLingui } from '@lingui/react/macro'
import { Check, RotateCcw } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button, TextLink } from '../../web/ui/Button.tsx'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import { ActionForm } from './ActionForm.tsx'
import { useOwnerWords } from './ActionWords.tsx'
import { type ActionAct, type ActionSession, keepAction, markAction, type ShownAction, useActions } from './client.ts'
import styles from './NextActions.module.css'

interface NextActionsProps {
  readonly groupId: Id
  /** On a session's page: new ones come from it, and earlier ones are seen in it. */
  readonly session?: ActionSession
  readonly canWrite: boolean
  readonly sessionHref: (sessionId: Id) => string
  /** A way to use one elsewhere; only for what has been sent. */
  readonly offer?: (action: ShownAction) => ReactNode
}

export function NextActions({ groupId, session, canWrite, sessionHref, offer }: NextActionsProps) {
  const asked = useActions(groupId, session)
  const [act, setAct] = useState<ActionAct>()
  // That an answer is kept and not fresh, the page says once.
  if (asked.state !== 'answered') return <AskedView asked={asked}>{() => null}</AskedView>
  const { learners, actions } = asked.answer
  const own = session === undefined ? actions : actions.filter(({ sessionId }) => sessionId === session.id)
  const earlier = session === undefined ? [] : actions.filter((one) => isFromBefore(one, session))
  const row = (action: ShownAction) => (
    <Action
      key={action.id}
      action={action}
      seenIn={session !== undefined && action.sessionId !== session.id ? session : undefined}
      sessionHref={sessionHref}
      offer={action.isWaiting ? undefined : offer?.(action)}
      onMark={canWrite ? (seenIn) => void markAction(action, seenIn).then(setAct) : undefined}
    />
  )
  return (
    <div className={styles.part}>
      {own.length === 0 && earlier.length === 0 && (
        <p className={styles.none}>
          <Trans>Nothing is noted yet.</Trans>
        </p>
      )}
      {own.length > 0 && <ul className={styles.list}>{own.map(row)}</ul>}
      {earlier.length > 0 && (
        <>
          <h3>
            <Trans>From earlier sessions</Trans>
          </h3>
          <ul className={styles.list}>{earlier.map(row)}</ul>
        </>
      )}
      {session !== undefined && canWrite && (
        <ActionForm sessionId={session.id} learners={learners} onKeep={(action) => void keepAction(session, action).then(setAct)} />
      )}
      <UndoBar act={act} said={<Trans>Kept</Trans>} onUndo={() => void act?.undo().then(() => setAct(undefined))} />
    </div>
  )
}

/** Still open, or seen in this very session. */
function isFromBefore({ sessionId, sessionStartedAt, isDone, seenIn }: ShownAction, session: ActionSession): boolean {
  return sessionId !== session.id && sessionStartedAt < session.startsAt && (!isDone || seenIn?.sessionId === session.id)
}

interface ActionProps {
  readonly action: ShownAction
  readonly seenIn: ActionSession | undefined
  readonly sessionHref: (sessionId: Id) => string
  readonly offer: ReactNode
  readonly onMark: ((seenIn: ActionSession | undefined) => void) | undefined
}

function Action({ action, seenIn, sessionHref, offer, onMark }: ActionProps) {
  const days = useDays()
  const { owner, wording } = action
  return (
    <li className={styles.action}>
      <div className={styles.words}>
        <p>{owner === 'learner' ? `“${wording}”` : wording}</p>
        <About action={action} />
        {action.seenIn !== null && (
          <TextLink href={sessionHref(action.seenIn.sessionId)}>
            <Trans>Seen in the session of {days.moment(action.seenIn.startedAt)}</Trans>
          </TextLink>
        )}
      </div>
      <div className={styles.acts}>
        {onMark !== undefined && <MarkButton action={action} isSeenHere={seenIn !== undefined} onPress={() => onMark(seenIn)} />}
        {offer}
      </div>
    </li>
  )
}

/** Whose it is, when, and how it stands: "Theo W, next session, due". */
function About({ action: { owner, learner, dueOn, isDone, isDue, isWaiting } }: { readonly action: ShownAction }) {
  const { t } = useLingui()
  const days = useDays()
  const owners = useOwnerWords()
  const who = owner === 'learner' ? (learner?.name ?? '') : owners[owner]
  const stands = isDone ? [t`done`] : isDue ? [t`due`] : []
  const parts = [who, dueOn === null ? t`next session` : days.day(dueOn), ...stands, ...(isWaiting ? [t`not sent yet`] : [])]
  return <p className={styles.about}>{parts.join(', ')}</p>
}

interface MarkButtonProps {
  readonly action: ShownAction
  readonly isSeenHere: boolean
  readonly onPress: () => void
}

function MarkButton({ action: { isDone, wording }, isSeenHere, onPress }: MarkButtonProps) {
  const { t } = useLingui()
  const words = isDone ? t`Open again` : isSeenHere ? t`Seen here` : t`Done`
  return (
    <Button size="small" icon={isDone ? RotateCcw : Check} aria-label={`${words}: ${wording}`} onPress={onPress}>
      {words}
    </Button>
  )
}
