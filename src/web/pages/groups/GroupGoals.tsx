// The goals of a group and of its learners: open ones first, closed ones behind one tap.
import { Plural, Trans } from '@lingui/react/macro'
import { ArrowUpRight, Target } from 'lucide-react'
import { useState } from 'react'
import { type ShownGoal, type ShownGoals, useGoals } from '../../../school/goals/client.ts'
import { GoalList } from '../../../school/goals/GoalList.tsx'
import { keepWording, useGoalTalks } from '../../../school/goaltalks/client.ts'
import { OwnWords } from '../../../school/goaltalks/OwnWords.tsx'
import type { ShownGroup } from '../../../school/groups/client.ts'
import { type GroupLearner, useGroupLearners } from '../../../school/learners/client.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { usePartIn } from '../part-in.ts'
import { paths } from '../paths.ts'

export function GroupGoals({ group }: { readonly group: ShownGroup }) {
  const learners = useGroupLearners(group.id)
  return <AskedView asked={learners}>{(members) => <Goals groupId={group.id} learners={members} />}</AskedView>
}

interface GoalsProps {
  readonly groupId: string
  readonly learners: readonly GroupLearner[]
}

function Goals({ groupId, learners }: GoalsProps) {
  const asked = useGoals(groupId, new Set(learners.map(({ id }) => id)))
  return <AskedView asked={asked}>{(shown) => <Shown groupId={groupId} learners={learners} shown={shown} />}</AskedView>
}

function Shown({ groupId, learners, shown }: GoalsProps & { readonly shown: ShownGoals }) {
  const [isWhole, setIsWhole] = useState(false)
  const open = shown.goals.filter(({ closedAt }) => closedAt === null)
  const closed = shown.goals.filter(({ closedAt }) => closedAt !== null)
  const set = (
    <ButtonLink icon={Target} href={paths.newGoal(groupId)}>
      <Trans>Set a goal</Trans>
    </ButtonLink>
  )
  return (
    <Stack>
      {open.length === 0 ? (
        <EmptyState title={<Trans>No open goal</Trans>} action={set}>
          <Trans>A goal says what is to be learnt, and by one to four success criteria how one will know.</Trans>
        </EmptyState>
      ) : (
        <>
          <Row>
            {set}
            <ButtonLink kind="quiet" icon={ArrowUpRight} href={paths.moveUp(groupId)}>
              <Trans>Move goals up</Trans>
            </ButtonLink>
          </Row>
          <GoalList goals={open} learners={learners} ownWording={(goal, learner) => <Said {...{ groupId, learners, goal, learner }} />} />
        </>
      )}
      {closed.length > 0 && (
        <div>
          <Button kind="quiet" aria-expanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
            <Plural value={closed.length} one="# closed goal" other="# closed goals" />
          </Button>
        </div>
      )}
      {isWhole && (
        <GoalList
          goals={closed}
          learners={learners}
          ownWording={({ id: goalId }, { id }) => (
            <Then said={shown.wordings.find((one) => one.goalId === goalId && one.learnerId === id)?.wording} />
          )}
        />
      )}
    </Stack>
  )
}

interface SaidProps extends GoalsProps {
  readonly goal: ShownGoal
  readonly learner: { readonly id: string; readonly name: string }
}

/** In which way ever a learner says an open goal. */
function Said({ groupId, learners, goal, learner }: SaidProps) {
  const asked = useGoalTalks(groupId, new Set(learners.map(({ id }) => id)))
  const said =
    asked.state === 'answered'
      ? asked.answer.wordings.find(({ goalId, learnerId }) => goalId === goal.id && learnerId === learner.id)
      : undefined
  const canSay = usePartIn(groupId).works === true && asked.state === 'answered'
  return (
    <OwnWords
      learner={learner}
      goal={goal}
      said={said}
      onSay={canSay ? (next) => void keepWording(goal.id, learner.id, next) : undefined}
    />
  )
}

/** What was said of a goal that is closed. */
function Then({ said }: { readonly said: string | undefined }) {
  return said === undefined ? <Trans>Nothing in words</Trans> : `“${said}”`
}
