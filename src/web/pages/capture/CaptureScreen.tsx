// Capture for one group: goal tabs above, learners to pick, and the dock in the thumb's reach.
import { Trans, useLingui } from '@lingui/react/macro'
import { ListChecks } from 'lucide-react'
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Id } from '../../../core/ids.ts'
import { CaptureTiles } from '../../../school/observations/CaptureTiles.tsx'
import type { CaptureGroup, ShownDay } from '../../../school/observations/client.ts'
import { afterPaint } from '../../after-paint.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { GoalTabs } from '../../ui/Tabs.tsx'
import styles from './CaptureScreen.module.css'
import { Dock } from './Dock.tsx'
import { goalsFor, learnersFor, type OpenGoal } from './goals.ts'
import { expectDrawer, GoalChoice, PhotoSheet, Today, TodayDialog } from './lazy-parts.ts'
import type { ScreenState } from './screen-state.ts'
import type { TodayProps } from './Today.tsx'
import { useActs } from './useActs.ts'
import { useGuardedActs } from './useGuardedActs.ts'
import { type PhotoTaking, usePhoto } from './usePhoto.tsx'

interface CaptureScreenProps {
  readonly shown: ShownDay
  readonly group: CaptureGroup
  /** The band of the group, above everything. */
  readonly band: ReactNode
  /** What has to be known before anything is captured. */
  readonly notices: ReactNode
}

export function CaptureScreen({ shown, group, band, notices }: CaptureScreenProps) {
  const { goals, goal, criterionId, chooseGoal, chooseCriterion } = useGoals(shown, group)
  const learners = useMemo(() => learnersFor(shown, group, undefined), [shown, group])
  const target = { groupId: group.id, goalId: goal?.id ?? null, criterionId }
  const acts = useGuardedActs(useActs({ target, sessions: shown.sessions, learners: shown.learners }))
  const photo = usePhoto(acts.state.picked, shown)
  // A tab answers its tap first; what the tiles say of it follows.
  const shownCriterion = useDeferredValue(criterionId)
  const [looked, look] = useState<Id | 'all' | 'goals'>()
  const { dispatch } = acts
  const pick = useCallback((learnerId: Id, isPicked: boolean) => dispatch({ type: 'picked', learnerId, isPicked }), [dispatch])
  useFollowing(acts.state)
  // A technique that was chosen elsewhere is shown with its caution: the drawer takes it.
  useEffect(() => void (location.search !== '' && dispatch({ type: 'shown', tool: 'near' })), [dispatch])
  const today = { shown, group, learners, goals, acts }
  return (
    <main className={styles.capture} data-cover={group.cover}>
      <div className={styles.bar}>
        {band}
        <div className={styles.notices}>{notices}</div>
      </div>
      <div className={styles.goals}>
        <Goals
          goal={goal}
          goals={goals}
          criterionId={criterionId}
          onCriterion={chooseCriterion}
          onLook={look}
          count={countOf(shown, group)}
        >
          {learners.length === 0 ? (
            <NoLearners groupId={group.id} />
          ) : (
            <CaptureTiles
              learners={goal?.learnerId == null ? learners : learnersFor(shown, group, goal.learnerId)}
              moments={shown.moments}
              notSeen={shown.isOfToday ? (group.notSeenLately ?? nobody) : nobody}
              criterionId={shownCriterion}
              picked={acts.state.picked}
              onPick={pick}
              onLook={look}
            />
          )}
        </Goals>
      </div>
      <div className={styles.dock}>
        <Dock
          acts={acts}
          group={learners}
          learners={shown.learners}
          subject={group.subject}
          statement={goal?.statement ?? null}
          photoRefusal={photo.refusal}
          worry={acts.stop.button}
          onPhoto={() => (photo.refusal === undefined ? photo.open() : dispatch({ type: 'tool', tool: 'photo' }))}
        />
      </div>
      {useIsWide() && <Aside {...today} />}
      <Sheets today={today} looked={looked} goal={goal} onGoal={chooseGoal} onClose={() => look(undefined)} photo={photo} />
      {photo.input}
      {acts.stop.dialogs}
    </main>
  )
}

interface SheetsProps {
  readonly today: TodayProps
  readonly looked: Id | 'all' | 'goals' | undefined
  readonly goal: OpenGoal | undefined
  readonly onGoal: (id: Id) => void
  readonly onClose: () => void
  readonly photo: PhotoTaking
}

/** What opens over the screen. */
function Sheets({ today, looked, goal, onGoal, onClose, photo }: SheetsProps) {
  const { goals, shown, acts } = today
  const choose = (id: Id) => {
    const learnerId = goals.find((each) => each.id === id)?.learnerId ?? null
    if (learnerId !== null) acts.dispatch({ type: 'narrowed', learnerId })
    onGoal(id)
  }
  return (
    <>
      {looked === 'goals' && goal !== undefined && (
        <GoalChoice goals={goals} chosen={goal.id} learners={shown.learners} onChoose={choose} onClose={onClose} />
      )}
      {looked !== undefined && looked !== 'goals' && <TodayDialog {...today} of={looked} onClose={onClose} />}
      {photo.file !== undefined && (
        <PhotoSheet
          key={`${photo.file.lastModified} ${photo.file.size}`}
          file={photo.file}
          onKeep={(attachment, helpLevel) => {
            acts.keep(helpLevel, attachment)
            photo.close()
          }}
          onClose={photo.close}
          onAgain={photo.open}
        />
      )}
    </>
  )
}

const nobody: readonly Id[] = []

function NoLearners({ groupId }: { readonly groupId: Id }) {
  return (
    <div className={styles.noLearners}>
      <EmptyState
        title={<Trans>No learner is in this group yet</Trans>}
        action={
          <ButtonLink kind="primary" href={`/groups/${groupId}`}>
            <Trans>Add learners</Trans>
          </ButtonLink>
        }
      />
    </div>
  )
}

/** On a wide screen today's moments stand beside the tiles. */
function Aside(today: TodayProps) {
  return (
    <aside className={styles.side} aria-labelledby="noticed-today">
      <h2 id="noticed-today">
        <Trans>Noticed today</Trans>
      </h2>
      <Today {...today} of="all" />
    </aside>
  )
}

/** What follows an act by itself. */
function useFollowing(state: ScreenState): void {
  useDrawerInTime(state)
  useKeptFocus(state)
}

/** Once somebody is picked, the drawer may be next. */
function useDrawerInTime({ picked }: ScreenState): void {
  const isAnyonePicked = picked.length > 0
  useEffect(() => {
    if (isAnyonePicked) expectDrawer()
  }, [isAnyonePicked])
}

/** A button that can't be pressed any more loses the focus: it goes to the learner who was picked last, where the next act begins. */
function useKeptFocus(state: ScreenState): void {
  const last = useRef<Id>(undefined)
  const lastPicked = state.picked.at(-1)
  if (lastPicked !== undefined) last.current = lastPicked
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each act, and not each time that the clock paints anew
  useEffect(() => {
    void afterPaint().then(() => {
      const { activeElement } = document
      const isLost = activeElement === document.body || (activeElement instanceof HTMLButtonElement && activeElement.disabled)
      if (!isLost || last.current === undefined) return
      document.querySelector<HTMLElement>(`[data-learner="${last.current}"] button`)?.focus({ preventScroll: true })
    })
  }, [state])
}

/** The goal and success criterion that are noted on; the first until another is chosen. */
function useGoals(shown: ShownDay, group: CaptureGroup) {
  const goals = useMemo(() => goalsFor(shown.goals, group), [shown.goals, group])
  const [chosenGoal, chooseGoal] = useState<Id>()
  const [chosenCriterion, chooseCriterion] = useState<Id>()
  const goal = goals.find(({ id }) => id === chosenGoal) ?? goals[0]
  const criterion = goal?.criteria.find(({ id }) => id === chosenCriterion) ?? goal?.criteria[0]
  return { goals, goal, criterionId: criterion?.id ?? null, chooseGoal, chooseCriterion }
}

function countOf(shown: ShownDay, group: CaptureGroup): number {
  return shown.moments.filter(({ learnerId }) => group.learnerIds.includes(learnerId)).length
}

interface GoalsProps {
  readonly goal: OpenGoal | undefined
  readonly goals: readonly OpenGoal[]
  readonly criterionId: Id | null
  readonly onCriterion: (id: Id) => void
  readonly onLook: (at: 'all' | 'goals') => void
  /** Moments of today. */
  readonly count: number
  readonly children: ReactNode
}

function Goals({ goal, goals, criterionId, onCriterion, onLook, count, children }: GoalsProps) {
  const { t } = useLingui()
  const today = (
    <span className={styles.todayButton}>
      <Button kind="quiet" size="small" icon={ListChecks} onPress={() => onLook('all')}>
        <Trans>Today {count}</Trans>
      </Button>
    </span>
  )
  if (goal === undefined || criterionId === null) {
    return (
      <div className={styles.withoutGoal}>
        <p className={styles.sentence}>
          <Trans>No goal is open. What you notice is kept without one.</Trans>
          {today}
        </p>
        {children}
      </div>
    )
  }
  const place = goals.indexOf(goal) + 1
  const choice = goals.length > 1 && (
    <Button kind="quiet" size="small" aria-haspopup="dialog" onPress={() => onLook('goals')}>
      <Trans>
        Goal {place} of {goals.length}
      </Trans>
    </Button>
  )
  return (
    <GoalTabs
      label={t`Success criteria of: ${goal.wording}`}
      goals={goal.criteria.map(({ id, shortName, childText }) => ({ id, shortName, sentence: childText }))}
      selected={criterionId}
      onSelect={onCriterion}
      action={
        <div className={styles.acts}>
          {choice}
          {today}
        </div>
      }
    >
      {children}
    </GoalTabs>
  )
}

const wide = '(min-width: 900px) and (min-height: 601px)'

/** Whether today's moments have a place beside the tiles. */
function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(wide)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(wide).matches,
  )
}
