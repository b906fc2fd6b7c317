// Goal: what is to be learnt, examples to compare, and each learner's own words, choice and understanding; a few taps for six.
import { Trans, useLingui } from '@lingui/react/macro'
import { Target } from 'lucide-react'
import { useState } from 'react'
import type { Id } from '../../../core/ids.ts'
import { useGoalTalks } from '../../../school/goaltalks/client.ts'
import { type GroupLearner, useGroupLearners } from '../../../school/learners/client.ts'
import { openSession } from '../../../school/sessions/client.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { ChipGroup } from '../../ui/ChipGroup.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState, Notice } from '../../ui/Notice.tsx'
import { UndoBar } from '../../ui/UndoBar.tsx'
import { usePartIn } from '../part-in.ts'
import { paths, useWantedId } from '../paths.ts'
import { GoalTalk } from './GoalTalk.tsx'
import { type OpenGoal, type TalkAbout, useTalkActs } from './goal-talk.ts'

export function GoalPlace({ session }: { readonly session: ShownSession }) {
  const learners = useGroupLearners(session.groupId)
  return (
    <AskedView asked={learners} isAgeSaid>
      {(members) => <Goals session={session} members={members} />}
    </AskedView>
  )
}

interface GoalsProps {
  readonly session: ShownSession
  readonly members: readonly GroupLearner[]
}

function Goals({ session, members }: GoalsProps) {
  const asked = useGoalTalks(session.groupId, new Set(members.map(({ id }) => id)))
  return (
    <AskedView asked={asked}>
      {(talks) => (talks.goals.length === 0 ? <NoGoal session={session} /> : <Shown session={session} about={{ members, talks }} />)}
    </AskedView>
  )
}

const newGoal = ({ id, groupId }: ShownSession) => `${paths.newGoal(groupId)}?session=${id}`

function NoGoal({ session }: { readonly session: ShownSession }) {
  const canWrite = usePartIn(session.groupId).works === true
  return (
    <EmptyState
      title={<Trans>No open goal</Trans>}
      action={
        canWrite && (
          <ButtonLink icon={Target} href={newGoal(session)}>
            <Trans>Set a goal</Trans>
          </ButtonLink>
        )
      }
    >
      <Trans>With a goal, each learner can say in their own way what they are trying to do.</Trans>
    </EmptyState>
  )
}

function Shown({ session, about }: { readonly session: ShownSession; readonly about: TalkAbout }) {
  const canWrite = usePartIn(session.groupId).works === true
  // Whoever has just set a goal goes on with it.
  const [chosen, setChosen] = useState(useWantedId('goal'))
  const goals = inOrder(about.talks.goals)
  const goal = goals.find(({ id }) => id === chosen) ?? goals[0]
  const acts = useTalkActs()
  if (goal === undefined) return null
  const place = { goalId: goal.id, sessionId: session.id, before: openSession(session) }
  return (
    <Stack gap="large">
      <UndoBar act={acts.last} said={acts.last?.said} onUndo={() => void acts.undo()} />
      {acts.hasFailed && (
        <Notice kind="bad" isLive title={<Trans>This device can’t keep anything now. Sign in again, with a network.</Trans>} />
      )}
      <GoalChoice goals={goals} members={about.members} chosen={goal.id} onChoose={setChosen} />
      <GoalTalk
        key={goal.id}
        goal={goal}
        about={about}
        groupId={session.groupId}
        place={place}
        acts={canWrite ? acts : undefined}
        newGoalHref={newGoal(session)}
      />
    </Stack>
  )
}

/** The group's first, then those of single learners. */
function inOrder(goals: readonly OpenGoal[]): readonly OpenGoal[] {
  return goals.toSorted((one, other) => Number(one.learnerId !== null) - Number(other.learnerId !== null))
}

interface GoalChoiceProps extends Pick<TalkAbout, 'members'> {
  readonly goals: readonly OpenGoal[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

function GoalChoice({ goals, members, chosen, onChoose }: GoalChoiceProps) {
  const { t } = useLingui()
  if (goals.length < 2) return null
  const labelOf = ({ learnerId, wording }: OpenGoal) => {
    const name = members.find(({ id }) => id === learnerId)?.name
    return name === undefined ? wording : t`${name}: ${wording}`
  }
  return (
    <ChipGroup
      label={<Trans>Which goal?</Trans>}
      isNeeded
      chips={goals.map((goal) => ({ id: goal.id, label: labelOf(goal) }))}
      value={chosen}
      onChange={(id) => id !== undefined && onChoose(id)}
    />
  )
}
