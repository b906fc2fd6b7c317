// Set a goal for a group, or for one of its learners.
import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { Id } from '../../../core/ids.ts'
import { useGoals, useStatements } from '../../../school/goals/client.ts'
import { GoalForm } from '../../../school/goals/GoalForm.tsx'
import { useMyGroups } from '../../../school/groups/client.ts'
import { type GroupLearner, useGroupLearners } from '../../../school/learners/client.ts'
import { type Asked, isFinal } from '../../asking.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths, useIdOf, useWantedId } from '../paths.ts'
import { NotMyGroup } from './NotYours.tsx'

export function NewGoalPage() {
  const groupId = useIdOf('groupId')
  const learnerId = useWantedId('learner')
  const navigate = useNavigate()
  const groups = useMyGroups()
  const learners = useGroupLearners(groupId)
  const sessionId = useWantedId('session')
  const statements = useStatements()
  const openCriteria = useOpenCriteria(groupId, learners)
  const group = groups.state === 'answered' ? groups.answer.find(({ id }) => id === groupId) : undefined
  const place = learnerId === undefined ? `${paths.group(groupId)}?part=goals` : paths.learner(learnerId)
  const back = sessionId === undefined ? place : paths.session(sessionId, 'goal')
  if (learners.state === 'failed' && isFinal(learners.refusal) && group?.isWaiting !== true) return <NotMyGroup />
  return (
    <>
      <PageHeader title={<Trans>Set a goal</Trans>} about={group?.name} {...(group === undefined ? {} : { cover: group.cover })} />
      <AskedView asked={learners}>
        {(members) => (
          <GoalForm
            groupId={groupId}
            subject={group?.subject ?? ''}
            learners={members}
            learnerId={learnerId}
            openCriteria={openCriteria}
            statements={statements.state === 'answered' ? statements.answer : []}
            backHref={back}
            onKept={(id) => void navigate({ to: sessionId === undefined ? back : `${back}?goal=${id}` })}
          />
        )}
      </AskedView>
    </>
  )
}

/** How many success criteria each open goal of a learner has, the group's among them; `undefined`: the group's alone. */
function useOpenCriteria(groupId: Id, learners: Asked<readonly GroupLearner[]>): (learnerId: Id | undefined) => readonly number[] {
  const learnerIds = learners.state === 'answered' ? learners.answer.map(({ id }) => id) : []
  const asked = useGoals(groupId, new Set(learnerIds))
  const open = asked.state === 'answered' ? asked.answer.goals.filter(({ closedAt }) => closedAt === null) : []
  return (learnerId) =>
    open.filter((goal) => goal.groupId === groupId || goal.learnerId === learnerId).map(({ criteria }) => criteria.length)
}
