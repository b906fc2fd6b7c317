// A learner's page for adults: goals and how they stand, work before and after, and every moment in order.
import { Trans } from '@lingui/react/macro'
import { PenLine, Target } from 'lucide-react'
import { useState } from 'react'
import type { Id } from '../../../core/ids.ts'
import { AchievementCard } from '../../../school/achievements/AchievementCard.tsx'
import { useLog } from '../../../school/achievements/client.ts'
import { type Marked, mark, undoMarks } from '../../../school/goals/client.ts'
import { useLearnerTalks } from '../../../school/goaltalks/client.ts'
import { LearnersGoal } from '../../../school/goaltalks/LearnersGoal.tsx'
import { isClassroomStaff } from '../../../school/groups/policy.ts'
import { useLearnersFeedback } from '../../../school/improvements/client.ts'
import { LearnersFeedback } from '../../../school/improvements/LearnersFeedback.tsx'
import { BeforeAfter } from '../../../school/observations/BeforeAfter.tsx'
import { RecordGoals } from '../../../school/observations/RecordGoals.tsx'
import { useProfile } from '../../../school/profiles/client.ts'
import { ProfileCard } from '../../../school/profiles/ProfileCard.tsx'
import { useResults } from '../../../school/results/client.ts'
import { ResultList } from '../../../school/results/ResultList.tsx'
import { useTasksOfLearner } from '../../../school/tasks/client.ts'
import { TaskList } from '../../../school/tasks/TaskList.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { LearnerSymbol } from '../../ui/LearnerSymbol.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { symbolNamed } from '../../ui/symbol-named.ts'
import { UndoBar } from '../../ui/UndoBar.tsx'
import { NotMyLearner } from '../groups/NotYours.tsx'
import { paths, useIdOf } from '../paths.ts'
import styles from './LearnerPage.module.css'
import { RecordMoments } from './RecordMoments.tsx'
import { type RecordCriterion, type ShownRecord, useRecord } from './record.ts'

export function LearnerPage() {
  const learnerId = useIdOf('learnerId')
  const asked = useRecord(learnerId)
  const isWhole = useWhole(learnerId)
  return (
    <AskedView asked={asked.state !== 'answered' || isWhole ? asked : loading} whenRefused={<NotMyLearner />}>
      {(record) => <Found key={learnerId} record={record} />}
    </AskedView>
  )
}

const loading = { state: 'loading' } as const

/** Whether each part of the page is known, or known to be missing: shown one after the other, they would push one another down. */
function useWhole(learnerId: Id): boolean {
  const parts = [
    useProfile(learnerId),
    useLearnerTalks(learnerId),
    useLearnersFeedback(learnerId),
    useLog(learnerId),
    useTasksOfLearner(learnerId),
    useResults(learnerId),
  ]
  return parts.every(({ state }) => state !== 'loading')
}

function Found({ record }: { readonly record: ShownRecord }) {
  const marks = useMarks(record.learner.id)
  const { learner, goals, moments, beforeAfter, canMarkMet } = record
  const criteria = goals.flatMap((goal) => goal.criteria)
  const names = new Map(criteria.map(({ id, shortName }) => [id, shortName]))
  const texts = new Map(criteria.map(({ id, childText }) => [id, childText]))
  const shared = { moments, learnerName: learner.name, criterionNames: names }
  return (
    <div className={styles.page}>
      <Head record={record} />
      <UndoBar
        act={marks.last}
        said={marks.last && <Said marked={marks.last} name={names.get(marks.last.criterionId)} />}
        onUndo={() => void marks.undo()}
      />
      <Profile learner={learner} />
      <div className={styles.columns}>
        <Card title={<Trans>Goals</Trans>}>
          {goals.length === 0 ? (
            <EmptyState title={<Trans>No goals yet</Trans>} />
          ) : (
            <RecordGoals
              goals={goals}
              groups={learner.groups}
              {...shared}
              ownWording={(goal) => <OwnWording goal={goal} learner={learner} />}
              onMark={canMarkMet ? (criterion, isMet) => void marks.put(criterion, isMet) : undefined}
            />
          )}
        </Card>
        <div className={styles.side}>
          <Works pairs={beforeAfter} moments={moments} learner={learner} criterionTexts={texts} />
          <Achievements learnerId={learner.id} />
          <Tasks learnerId={learner.id} />
          <Card title={<Trans>Feedback and second attempts</Trans>}>
            <LearnersFeedback learner={learner} />
          </Card>
          <Card title={<Trans>Moments</Trans>}>
            <RecordMoments {...shared} record={record} />
          </Card>
          <Results learnerId={learner.id} />
        </div>
      </div>
    </div>
  )
}

function OwnWording({ goal, learner }: { readonly goal: ShownRecord['goals'][number] } & Pick<ShownRecord, 'learner'>) {
  const asked = useLearnerTalks(learner.id)
  return asked.state === 'answered' && <LearnersGoal goal={goal} learnerName={learner.name} known={asked.answer} />
}

/** Work before and after, without what stands among the second attempts below. */
function Works({ pairs, learner, ...rest }: Omit<Parameters<typeof BeforeAfter>[0], 'learnerName'> & Pick<ShownRecord, 'learner'>) {
  const asked = useLearnersFeedback(learner.id)
  const attempts = asked.state === 'answered' ? asked.answer.improvements.map(({ secondObservationId }) => secondObservationId) : []
  const others = pairs.filter(({ afterId }) => !attempts.includes(afterId))
  if (others.length === 0) return null
  return (
    <Card title={<Trans>Before and after</Trans>}>
      <BeforeAfter pairs={others} {...rest} learnerName={learner.name} />
    </Card>
  )
}

function Profile({ learner }: Pick<ShownRecord, 'learner'>) {
  const asked = useProfile(learner.id)
  return (
    <AskedView asked={asked} isAgeSaid>
      {(profile) => <ProfileCard learner={learner} profile={profile} />}
    </AskedView>
  )
}

function Achievements({ learnerId }: { readonly learnerId: Id }) {
  const asked = useLog(learnerId)
  const canKeep = isClassroomStaff(useActor())
  return (
    <AskedView asked={asked} isAgeSaid>
      {(log) => <AchievementCard log={log} href={paths.achievements(learnerId)} canKeep={canKeep} />}
    </AskedView>
  )
}

/** Only where there are some. */
function Tasks({ learnerId }: { readonly learnerId: Id }) {
  const asked = useTasksOfLearner(learnerId)
  return asked.state === 'answered' && asked.answer.tasks.length > 0 && <TaskList shown={asked.answer} />
}

/** Only where there are some: most learners have none, and nobody waits for them. */
function Results({ learnerId }: { readonly learnerId: Id }) {
  const asked = useResults(learnerId)
  return asked.state === 'answered' && asked.answer.length > 0 && <ResultList results={asked.answer} />
}

function Head({ record }: { readonly record: ShownRecord }) {
  const { name, symbol, groups, id } = record.learner
  const [first] = groups
  return (
    <div>
      <PageHeader
        title={name}
        leading={<LearnerSymbol name={symbolNamed(symbol)} of={name} size="large" />}
        about={groups.map((group) => group.name).join(', ')}
        actions={
          first !== undefined && (
            <>
              <ButtonLink icon={PenLine} kind="primary" href={paths.capture(first.id)}>
                <Trans>Capture</Trans>
              </ButtonLink>
              <ButtonLink icon={Target} href={`${paths.newGoal(first.id)}?learner=${id}`}>
                <Trans>Set a goal</Trans>
              </ButtonLink>
            </>
          )
        }
      />
    </div>
  )
}

/** What was marked last on this page, and its way back. */
function useMarks(learnerId: Id) {
  const [last, setLast] = useState<Marked>()
  return {
    last,
    put: async (criterion: RecordCriterion, isMet: boolean) => setLast(await mark(criterion.id, [learnerId], isMet)),
    undo: async () => {
      if (last !== undefined) await undoMarks(last)
      setLast(undefined)
    },
  }
}

function Said({ marked, name }: { readonly marked: Marked; readonly name: string | undefined }) {
  return marked.isMet ? <Trans>Marked as met: {name}</Trans> : <Trans>No longer marked as met: {name}</Trans>
}
