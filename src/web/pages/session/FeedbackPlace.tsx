// Feedback: what was said on a criterion with one next action, whether it was used, and second attempts beside the first.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import type { Id } from '../../../core/ids.ts'
import { type KeptFeedback, noteResponse, undoFeedback } from '../../../school/feedback/client.ts'
import { FeedbackForm } from '../../../school/feedback/FeedbackForm.tsx'
import { FeedbackList } from '../../../school/feedback/FeedbackList.tsx'
import { isClassroomStaff } from '../../../school/groups/policy.ts'
import { type ShownFollowed, type ShownImprovement, type ShownPlace, useFeedbackPlace } from '../../../school/improvements/client.ts'
import { ImprovementList } from '../../../school/improvements/ImprovementList.tsx'
import { latestOf, usedOf } from '../../../school/improvements/rules.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { fieldId } from '../../ui/Field.tsx'
import { useMedia } from '../../ui/media.ts'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { UndoBar } from '../../ui/UndoBar.tsx'
import { OfferAsEvidence } from '../bridge/OfferAsEvidence.tsx'
import { usePartIn } from '../part-in.ts'
import { paths } from '../paths.ts'
import { AttemptButtons } from './AttemptButtons.tsx'
import styles from './FeedbackPlace.module.css'
import type { LastAct } from './last-act.ts'
import { StartFrom } from './StartFrom.tsx'
import { useFeedbackMenus } from './useFeedbackMenus.tsx'
import { useSecondAttempt } from './useSecondAttempt.tsx'

export function FeedbackPlace({ session }: { readonly session: ShownSession }) {
  const asked = useFeedbackPlace(session)
  return <AskedView asked={asked}>{(shown) => <Found key={session.id} session={session} shown={shown} />}</AskedView>
}

/** Only what the server has can be offered. */
function Offer({ type, one }: { readonly type: 'feedback' | 'improvement'; readonly one: ShownFollowed | ShownImprovement }) {
  return one.sending === 'sent' && <OfferAsEvidence records={{ recordType: type, recordIds: [one.id] }} recordedBy={one.recordedBy} />
}

interface FoundProps {
  readonly session: ShownSession
  readonly shown: ShownPlace
}

function Found({ session, shown }: FoundProps) {
  const { t } = useLingui()
  const [last, setLast] = useState<LastAct>()
  const attempt = useSecondAttempt({ session, shown, onKept: setLast })
  const menus = useFeedbackMenus({ session, shown, onDone: setLast })
  const names = new Map(shown.learners.map(({ id, name }) => [id, name]))
  const criteria = new Map(shown.goals.flatMap((goal) => goal.criteria.map(({ id, shortName }) => [id, shortName] as const)))
  const canGive = useCanGive(session.groupId)
  const acts = {
    onRespond: (one: ShownFollowed, response: Parameters<typeof noteResponse>[1]) => void noteResponse(one, response, session),
    actions: (one: ShownFollowed) => (
      <>
        <AttemptButtons one={one} shown={shown} onBegin={attempt.begin} />
        <Offer type="feedback" one={one} />
      </>
    ),
    corner: menus.feedback,
  }
  const list = { names, criteria, ...(canGive ? acts : {}) }
  return (
    <div className={styles.place}>
      <UndoBar
        act={last}
        said={last?.said}
        onUndo={() => {
          void last?.undo()
          setLast(undefined)
        }}
      />
      <div className={styles.side}>
        {canGive && <Give session={session} shown={shown} names={names} criteria={criteria} onKept={setLast} />}
      </div>
      <div className={styles.side}>
        <Card title={<Trans>Given in this session</Trans>}>
          <Used shown={shown} />
          {shown.given.length === 0 ? (
            <p className={styles.soft}>
              <Trans>Nothing yet. Feedback is worth noting when it carries something to do next.</Trans>
            </p>
          ) : (
            <FeedbackList label={t`Given in this session`} feedback={shown.given} {...list} />
          )}
        </Card>
        {shown.improvements.length > 0 && (
          <Card title={<Trans>Second attempts</Trans>}>
            <ImprovementList
              label={t`Second attempts`}
              improvements={shown.improvements}
              names={names}
              isNamed
              criteria={criteria}
              feedback={[...shown.given, ...shown.earlier]}
              corner={menus.improvement}
              actions={(one) => <Offer type="improvement" one={one} />}
            />
          </Card>
        )}
        {shown.earlier.length > 0 && (
          <Card title={<Trans>From earlier sessions: ask again</Trans>}>
            <p className={styles.soft}>
              <Trans>“What did you do with it?”</Trans>
            </p>
            <FeedbackList label={t`From earlier sessions`} feedback={shown.earlier} {...list} />
          </Card>
        )}
      </div>
      {attempt.dialogs}
      {menus.dialogs}
    </div>
  )
}

interface GiveProps extends FoundProps {
  readonly names: ReadonlyMap<Id, string>
  readonly criteria: ReadonlyMap<Id, string>
  readonly onKept: (act: LastAct) => void
}

/** Room for the form beside the lists. */
const wide = '(min-width: 1000px)'

/** The form, open as long as nothing was given: on a phone it makes room for what is there. What was taken back stands in it again. */
function Give({ session, shown, names, criteria, onKept }: GiveProps) {
  const { i18n } = useLingui()
  const isFirst = shown.given.length === 0 && shown.earlier.length === 0
  const isWide = useMedia(wide)
  const [isOpen, setIsOpen] = useState(isFirst)
  const [begun, setBegun] = useState<KeptFeedback>()
  // The button goes when the form comes, and the form with its buttons: the focus must not go with them.
  const open = () => {
    setIsOpen(true)
    requestAnimationFrame(() => document.getElementById(fieldId('feedback-learners'))?.focus())
  }
  const leave = () => {
    setIsOpen(false)
    if (!isWide) document.querySelector('main')?.focus()
  }
  const goals = shown.goals.filter(({ closedAt }) => closedAt === null)
  if (goals.length === 0) return <NoGoal sessionId={session.id} />
  if (shown.learners.length === 0) return <EmptyState title={<Trans>No learner is in this group yet</Trans>} />
  if (!isOpen && !isWide) {
    return (
      <div>
        <Button kind="primary" icon={MessageSquarePlus} onPress={open}>
          <Trans>Give feedback</Trans>
        </Button>
      </div>
    )
  }
  const kept = (piece: KeptFeedback) => {
    const who = new Intl.ListFormat(i18n.locale).format(piece.pieces.map(({ learnerId }) => names.get(learnerId) ?? ''))
    const criterion = criteria.get(piece.draft.criterionId ?? '')
    leave()
    setBegun(undefined)
    onKept({
      said: (
        <Trans>
          Kept: {who}, feedback on {criterion}
        </Trans>
      ),
      undo: async () => {
        await undoFeedback(piece)
        setBegun(piece)
        setIsOpen(true)
      },
    })
  }
  return (
    <Card title={<Trans>Give feedback</Trans>}>
      <FeedbackForm
        key={begun?.pieces[0]?.id}
        begun={begun}
        session={session}
        learners={shown.learners}
        goals={goals}
        startFrom={(learnerId, criterionId, begin) => (
          <StartFrom noted={latestOf(shown.observations, learnerId, criterionId)} onBegin={begin} />
        )}
        onKept={kept}
        onClose={isFirst || isWide ? undefined : leave}
      />
    </Card>
  )
}

function NoGoal({ sessionId }: { readonly sessionId: Id }) {
  return (
    <EmptyState
      title={<Trans>No goal is open</Trans>}
      action={
        <ButtonLink href={paths.session(sessionId, 'goal')}>
          <Trans>To the goal</Trans>
        </ButtonLink>
      }
    >
      <Trans>Feedback is on a success criterion of a goal.</Trans>
    </EmptyState>
  )
}

/** Who works with the group; the SENCO reads. */
function useCanGive(groupId: Id): boolean {
  const actor = useActor()
  return usePartIn(groupId).works ?? isClassroomStaff(actor)
}

/** What counts: feedback that was used. A number of pieces, never a share, and no order of learners. */
function Used({ shown }: { readonly shown: ShownPlace }) {
  const { used, each } = usedOf([...shown.given, ...shown.earlier], shown.learners)
  if (used === 0) return null
  return (
    <p className={styles.used}>
      <Plural value={used} one="# piece of feedback was used" other="# pieces of feedback were used" />
      {': '}
      {each.map(({ name, used: own }) => (own === 1 ? name : `${name} ${own}`)).join(', ')}
      {'.'}
    </p>
  )
}
