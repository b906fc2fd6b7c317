// What can be arranged about one session: moved, cancelled and brought back, handed to a colleague and taken back.
import { useLingui } from '@lingui/react/macro'
import { CalendarClock, CircleX, EllipsisVertical, RotateCcw, Undo2, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { useSending } from '../../web/asking.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Menu } from '../../web/ui/Menu.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { sessionReasons } from './client.ts'
import { type ShownSession, sessionCancel, sessionRestore, sessionTakeBack } from './contract.ts'
import { HandSession } from './HandSession.tsx'
import { MoveSession } from './MoveSession.tsx'

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

export function SessionActs({ session }: { readonly session: ShownSession }) {
  const { t } = useLingui()
  const arranging = useArranging(session)
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
      {arranging.refusal !== undefined && <Notice kind="bad" isLive title={arranging.refusal} />}
      {dialog === 'move' && <MoveSession session={session} onClose={close} />}
      {dialog === 'hand' && <HandSession session={session} onClose={close} />}
    </>
  )
}
