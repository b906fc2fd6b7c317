// Set a goal for a group, or for one of its learners.
import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useStatements } from '../../../school/goals/client.ts'
import { GoalForm } from '../../../school/goals/GoalForm.tsx'
import { useMyGroups } from '../../../school/groups/client.ts'
import { useGroupLearners } from '../../../school/learners/client.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths, useIdOf, useWantedId } from '../paths.ts'

export function NewGoalPage() {
  const groupId = useIdOf('groupId')
  const learnerId = useWantedId('learner')
  const navigate = useNavigate()
  const groups = useMyGroups()
  const learners = useGroupLearners(groupId)
  const statements = useStatements()
  const group = groups.state === 'answered' ? groups.answer.find(({ id }) => id === groupId) : undefined
  const back = learnerId === undefined ? `${paths.group(groupId)}?part=goals` : paths.learner(learnerId)
  return (
    <>
      <PageHeader title={<Trans>Set a goal</Trans>} about={group?.name} {...(group === undefined ? {} : { cover: group.cover })} />
      <AskedView asked={learners}>
        {(members) => (
          <GoalForm
            groupId={groupId}
            learners={members}
            learnerId={learnerId}
            statements={statements.state === 'answered' ? statements.answer : []}
            backHref={back}
            onKept={() => void navigate({ to: back as string })}
          />
        )}
      </AskedView>
    </>
  )
}
