// Correcting and taking back feedback and second attempts: one's own, or as teacher of the group what another noted.
import { Trans, useLingui } from '@lingui/react/macro'
import { EllipsisVertical, Pencil, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { newId } from '../../../core/ids.ts'
import { CorrectFeedback } from '../../../school/feedback/CorrectFeedback.tsx'
import { withdrawFeedback } from '../../../school/feedback/client.ts'
import { feedbackGive } from '../../../school/feedback/contract.ts'
import type { ShownFollowed, ShownImprovement, ShownPlace } from '../../../school/improvements/client.ts'
import { SayWhatChanged } from '../../../school/improvements/SayWhatChanged.tsx'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { device } from '../../device.ts'
import { useActor } from '../../member.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { usePartIn } from '../part-in.ts'
import type { LastAct } from './last-act.ts'
import { sayWhatChanged, withdrawImprovement } from './second-attempt.ts'

interface MenusProps {
  readonly session: ShownSession
  readonly shown: ShownPlace
  readonly onDone: (act: LastAct) => void
}

type Open =
  | { readonly act: 'correct'; readonly one: ShownFollowed }
  | { readonly act: 'say'; readonly one: ShownImprovement }
  | { readonly act: 'withdraw'; readonly one: ShownImprovement }
  | { readonly act: 'ask'; readonly one: ShownFollowed }

export function useFeedbackMenus({ session, shown, onDone }: MenusProps): {
  readonly feedback: (one: ShownFollowed) => ReactNode
  readonly improvement: (one: ShownImprovement) => ReactNode
  readonly dialogs: ReactNode
} {
  const { t } = useLingui()
  const actor = useActor()
  const isTeacher = usePartIn(session.groupId).isTeacher === true
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const names = new Map(shown.learners.map(({ id, name }) => [id, name]))
  const nameOf = ({ learnerId }: { readonly learnerId: string }) => names.get(learnerId) ?? ''
  const may = (one: { readonly recordedBy: string; readonly sending: string }) => ({
    isOwn: one.recordedBy === actor.personId,
    isAny: one.sending !== 'held' && (one.recordedBy === actor.personId || isTeacher),
  })
  const takeBack = (onAction: () => void) => ({ id: 'withdraw', label: t`Take it back`, icon: Undo2, onAction })
  return {
    feedback: (one) => {
      const { isOwn, isAny } = may(one)
      if (!isAny) return null
      const correct = { id: 'correct', label: t`Correct`, icon: Pencil, onAction: () => setOpen({ act: 'correct', one }) }
      // What another gave only a teacher takes back, and then for good: recorded again it would be the teacher's.
      const own = () => void withdrawn(one).then((undo) => onDone({ said: <Trans>Taken back: {nameOf(one)}</Trans>, undo }))
      const withdraw = takeBack(isOwn ? own : () => setOpen({ act: 'ask', one }))
      const acts = isOwn ? [correct, withdraw] : [withdraw]
      return <Menu label={t`More for the feedback to ${nameOf(one)}`} icon={EllipsisVertical} isLabelHidden acts={acts} />
    },
    improvement: (one) => {
      const { isOwn, isAny } = may(one)
      if (!isAny) return null
      const say = { id: 'say', label: t`Say what changed`, icon: Pencil, onAction: () => setOpen({ act: 'say', one }) }
      const withdraw = takeBack(() => setOpen({ act: 'withdraw', one }))
      const acts = isOwn ? [say, withdraw] : [withdraw]
      return <Menu label={t`More for ${nameOf(one)}’s second attempt`} icon={EllipsisVertical} isLabelHidden acts={acts} />
    },
    dialogs: open !== undefined && <Opened open={open} shown={shown} name={nameOf(open.one)} onClose={close} />,
  }
}

/** Takes feedback back. @returns its way back: the entry goes, or the same is recorded once more */
async function withdrawn(one: ShownFollowed): Promise<() => Promise<void>> {
  const entryId = await withdrawFeedback(one)
  const { learnerId, groupId, sessionId, goalId, criterionId, didWell, strategy, toDevelop, nextAction, mode, isPrivate, observedAt } = one
  const said = { didWell, strategy, toDevelop, nextAction, mode, isPrivate, response: one.response?.response ?? null }
  const again = { id: newId(), learnerId, groupId, sessionId, goalId, criterionId, ...said, observedAt }
  return async () => void (await device().outbox.undo(entryId, feedbackGive, again))
}

interface OpenedProps {
  readonly open: Open
  readonly shown: ShownPlace
  readonly name: string
  readonly onClose: () => void
}

function Opened({ open, shown, name, onClose }: OpenedProps) {
  if (open.act === 'correct') {
    const { learnerId, goalId } = open.one
    const isTheirs = (goal: ShownPlace['goals'][number]) => goal.groupId !== null || goal.learnerId === learnerId
    const goals = shown.goals.filter((goal) => goal.id === goalId || (goal.closedAt === null && isTheirs(goal)))
    return <CorrectFeedback shown={open.one} goals={goals} onClose={onClose} />
  }
  if (open.act === 'say') {
    return (
      <SayWhatChanged
        shown={open.one}
        learnerName={name}
        onKeep={(said) => void sayWhatChanged(open.one, said).then(onClose)}
        onClose={onClose}
      />
    )
  }
  const isFeedback = open.act === 'ask'
  const withdraw = () => (isFeedback ? withdrawFeedback(open.one) : withdrawImprovement(open.one))
  return (
    <Dialog
      title={isFeedback ? <Trans>Take back the feedback to {name}?</Trans> : <Trans>Take back {name}’s second attempt?</Trans>}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={() => void Promise.resolve(withdraw()).then(onClose)}>
            <Trans>Take it back</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <p>
        {isFeedback ? (
          <Trans>It goes from this page and from the learner’s. {open.one.recordedByName} would have to note it again.</Trans>
        ) : (
          <Trans>The second attempt goes too, from this page and from every state that rested on it. The first stays.</Trans>
        )}
      </p>
    </Dialog>
  )
}
