// One session in a week: when, with whom, what is out of the ordinary, and what can be arranged about it.
import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock, CircleX, EllipsisVertical, RotateCcw, Undo2, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { useSending } from '../../web/asking.ts'
import { useMember } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { TextLink } from '../../web/ui/Button.tsx'
import { classes } from '../../web/ui/classes.ts'
import { Menu } from '../../web/ui/Menu.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { sessionReasons } from './client.ts'
import { type ShownSession, sessionCancel, sessionRestore, sessionTakeBack } from './contract.ts'
import { HandSession } from './HandSession.tsx'
import { MoveSession } from './MoveSession.tsx'
import styles from './SessionLine.module.css'
import { SessionTimes } from './SessionWhen.tsx'

interface SessionLineProps {
  readonly session: ShownSession
  /** Its page; undefined for those who see the plan alone. */
  readonly href: string | undefined
  readonly canArrange: boolean
}

export function SessionLine({ session, href, canArrange }: SessionLineProps) {
  const { groupName, cover, isCancelled } = session
  const arranging = useArranging(session)
  return (
    <li className={classes(styles.line, isCancelled && styles.cancelled)}>
      <span className={styles.spine} data-cover={cover} aria-hidden="true" />
      <span className={styles.time}>
        <SessionTimes session={session} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{href === undefined ? groupName : <TextLink href={href}>{groupName}</TextLink>}</span>
        <Remark session={session} />
      </span>
      {canArrange && <Acts session={session} arranging={arranging} />}
      {arranging.refusal !== undefined && <Notice kind="bad" isLive title={arranging.refusal} />}
    </li>
  )
}

function Remark({ session: { isCancelled, takenBy, endsAt } }: { readonly session: ShownSession }) {
  const { personId } = useMember()
  const words = isCancelled ? (
    <Trans>cancelled</Trans>
  ) : takenBy === null ? (
    endsAt === null && <Trans>begun unplanned</Trans>
  ) : takenBy.personId === personId ? (
    <Trans>you take it for a colleague</Trans>
  ) : (
    <Trans>{takenBy.name} takes it</Trans>
  )
  return words === false ? null : <span className={styles.remark}>{words}</span>
}

type Arranging = ReturnType<typeof useArranging>

function useArranging({ id, groupId }: ShownSession) {
  const words = useRefusalWords(sessionReasons)
  const cancel = useSending(sessionCancel)
  const restore = useSending(sessionRestore)
  const takeBack = useSending(sessionTakeBack)
  const refusal = cancel.refusal ?? restore.refusal ?? takeBack.refusal
  return {
    cancel: () => void cancel.send({ id, groupId }),
    restore: () => void restore.send({ id, groupId }),
    takeBack: () => void takeBack.send({ sessionId: id, groupId }),
    refusal: refusal && words(refusal),
  }
}

function Acts({ session, arranging }: { readonly session: ShownSession; readonly arranging: Arranging }) {
  const { t } = useLingui()
  const [dialog, setDialog] = useState<'move' | 'hand'>()
  const { groupName, isCancelled, takenBy, endsAt } = session
  const move = { id: 'move', label: t`Move`, icon: CalendarClock, onAction: () => setDialog('move') }
  const cancel = { id: 'cancel', label: t`Cancel`, icon: CircleX, onAction: arranging.cancel }
  const restore = { id: 'restore', label: t`It takes place after all`, icon: RotateCcw, onAction: arranging.restore }
  const hand = { id: 'hand', label: t`Hand to a colleague`, icon: UserRoundPlus, onAction: () => setDialog('hand') }
  const takeBack = { id: 'take-back', label: t`Take back from ${takenBy?.name ?? ''}`, icon: Undo2, onAction: arranging.takeBack }
  const planned = endsAt === null ? [] : [move, takenBy === null ? hand : takeBack]
  const close = () => setDialog(undefined)
  return (
    <>
      <Menu label={t`Arrange ${groupName}`} icon={EllipsisVertical} isLabelHidden acts={isCancelled ? [restore] : [...planned, cancel]} />
      {dialog === 'move' && <MoveSession session={session} onClose={close} />}
      {dialog === 'hand' && <HandSession session={session} onClose={close} />}
    </>
  )
}
