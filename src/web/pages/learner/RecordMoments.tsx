// The moments of a learner's page: one's own can be corrected and withdrawn, with a way back as long as that is safe.
import { Trans, useLingui } from '@lingui/react/macro'
import { EllipsisVertical, HeartHandshake, Pencil, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { type Id, newId } from '../../../core/ids.ts'
import { learnerObservationRecord, learnerObservationWithdraw } from '../../../school/observations/contract.ts'
import { Moments, type ShownMoment } from '../../../school/observations/Moments.tsx'
import { ShownNotes } from '../../../school/worries/ShownNotes.tsx'
import { useDays } from '../../days.ts'
import { device, useAccess } from '../../device.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { part } from '../../ui/part.tsx'
import { UndoBar } from '../../ui/UndoBar.tsx'
import { OfferAsEvidence } from '../bridge/OfferAsEvidence.tsx'
import styles from './RecordMoments.module.css'
import type { ShownRecord } from './record.ts'

// Seldom needed.
const CorrectMoment = part(async () => (await import('../../../school/observations/CorrectMoment.tsx')).CorrectMoment)
const AskToWithdraw = part(async () => (await import('./AskToWithdraw.tsx')).AskToWithdraw)
const ShowNoteDialog = part(async () => (await import('../../../school/worries/ShowNoteDialog.tsx')).ShowNoteDialog)

interface RecordMomentsProps {
  readonly record: ShownRecord
  readonly moments: readonly ShownMoment[]
  readonly learnerName: string
  readonly criterionNames: ReadonlyMap<Id, string>
}

/** So many are read at once; the rest is one tap away. */
const atFirst = 10

export function RecordMoments({ record, moments, ...rest }: RecordMomentsProps) {
  const { t } = useLingui()
  const [isWhole, setIsWhole] = useState(false)
  const acts = useMomentActs()
  if (moments.length === 0) {
    return (
      <>
        <EmptyState title={<Trans>Nothing was noted yet</Trans>}>
          <Trans>What is captured beside {record.learner.name} stands here.</Trans>
        </EmptyState>
        <ShownNotes learnerId={record.learner.id} />
      </>
    )
  }
  const left = moments.length - atFirst
  return (
    <div className={styles.moments}>
      <UndoBar act={acts.withdrawn} said={<Trans>Withdrawn: gone from this page</Trans>} onUndo={() => void acts.undo()} />
      <Moments
        {...rest}
        label={t`Moments, newest first`}
        moments={isWhole ? moments : moments.slice(0, atFirst)}
        corner={(moment) => acts.actionsFor(moment, record.canMarkMet)}
        actions={({ id, sending, recordedBy }) =>
          sending === 'sent' && <OfferAsEvidence records={{ recordType: 'learner_observation', recordIds: [id] }} recordedBy={recordedBy} />
        }
      />
      {!isWhole && left > 0 && (
        <div className={styles.more}>
          <Button onPress={() => setIsWhole(true)}>
            <Trans>Show {left} more</Trans>
          </Button>
        </div>
      )}
      <ShownNotes learnerId={record.learner.id} />
      {acts.dialogs}
    </div>
  )
}

/** Correcting and withdrawing. What somebody else noted only their teacher withdraws, and then for good: so that one asks. */
function useMomentActs() {
  const access = useAccess()
  const self = access.state === 'open' ? access.person.personId : undefined
  const [correcting, setCorrecting] = useState<ShownMoment>()
  const [asking, setAsking] = useState<ShownMoment>()
  const [showing, setShowing] = useState<ShownMoment>()
  const [withdrawn, setWithdrawn] = useState<{ readonly moment: ShownMoment; readonly entryId: Id }>()

  async function withdraw(moment: ShownMoment): Promise<void> {
    const { id: observationId, learnerId } = moment
    const entryId = await device().outbox.add(learnerObservationWithdraw, { id: newId(), observationId, learnerId })
    setAsking(undefined)
    setWithdrawn(moment.recordedBy === self ? { moment, entryId } : undefined)
  }

  async function undo(): Promise<void> {
    if (withdrawn === undefined) return
    await device().outbox.undo(withdrawn.entryId, learnerObservationRecord, again(withdrawn.moment))
    setWithdrawn(undefined)
  }

  return {
    withdrawn,
    undo,
    actionsFor: (moment: ShownMoment, isTeacher: boolean) => (
      <Acts
        moment={moment}
        isOwn={moment.recordedBy === self}
        isTeacher={isTeacher}
        onCorrect={() => setCorrecting(moment)}
        onShow={() => setShowing(moment)}
        onWithdraw={() => (moment.recordedBy === self ? void withdraw(moment) : setAsking(moment))}
      />
    ),
    dialogs: (
      <>
        {correcting !== undefined && <CorrectMoment moment={correcting} onClose={() => setCorrecting(undefined)} />}
        {showing !== undefined && (
          <ShowNoteDialog learnerId={showing.learnerId} observationId={showing.id} onClose={() => setShowing(undefined)} />
        )}
        {asking !== undefined && (
          <AskToWithdraw moment={asking} onWithdraw={() => void withdraw(asking)} onClose={() => setAsking(undefined)} />
        )}
      </>
    ),
  }
}

/** The same observation once more, under an id of its own. */
function again(moment: ShownMoment) {
  const { sending: _, recordedBy: _by, recordedByName: _name, recordedAt: _at, correctsId: _corrects, ...made } = moment
  return { ...made, id: newId() }
}

interface ActsProps {
  readonly moment: ShownMoment
  readonly isOwn: boolean
  readonly isTeacher: boolean
  readonly onCorrect: () => void
  /** To the safeguarding lead. */
  readonly onShow: () => void
  readonly onWithdraw: () => void
}

function Acts({ moment, isOwn, isTeacher, onCorrect, onShow, onWithdraw }: ActsProps) {
  const { t } = useLingui()
  const days = useDays()
  if (moment.sending === 'held') return null
  const correct = { id: 'correct', label: t`Correct`, icon: Pencil, onAction: onCorrect }
  const show = { id: 'show', label: t`This is a worry`, icon: HeartHandshake, onAction: onShow }
  const withdraw = { id: 'withdraw', label: t`Withdraw`, icon: Undo2, onAction: onWithdraw }
  return (
    <Menu
      label={t`More for this moment, ${days.moment(moment.observedAt)}`}
      icon={EllipsisVertical}
      isLabelHidden
      acts={[...(isOwn ? [correct] : []), ...(isOwn || isTeacher ? [withdraw] : []), ...(moment.sending === 'sent' ? [show] : [])]}
    />
  )
}
