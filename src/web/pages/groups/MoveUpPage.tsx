// When a class moves up: what happens to each open goal of a group.
import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { Id } from '../../../core/ids.ts'
import { useGoals } from '../../../school/goals/client.ts'
import { MoveUpForm } from '../../../school/goaltalks/MoveUpForm.tsx'
import { useMyGroups } from '../../../school/groups/client.ts'
import { type GroupLearner, useGroupLearners } from '../../../school/learners/client.ts'
import { isFinal } from '../../asking.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths, useIdOf } from '../paths.ts'
import { NotMyGroup } from './NotYours.tsx'

export function MoveUpPage() {
  const groupId = useIdOf('groupId')
  const learners = useGroupLearners(groupId)
  const groups = useMyGroups()
  const all = groups.state === 'answered' ? groups.answer : []
  const group = all.find(({ id }) => id === groupId)
  if (learners.state === 'failed' && isFinal(learners.refusal) && group?.isWaiting !== true) return <NotMyGroup />
  return (
    <>
      <PageHeader
        title={<Trans>Move goals up</Trans>}
        about={<Trans>{group?.name}: what was seen stays with the old goal; the new one begins with its criteria.</Trans>}
        {...(group === undefined ? {} : { cover: group.cover })}
      />
      <AskedView asked={learners}>
        {(members) => (
          <Goals groupId={groupId} members={members} groups={all.filter(({ id, isWaiting }) => id !== groupId && !isWaiting)} />
        )}
      </AskedView>
    </>
  )
}

interface GoalsProps {
  readonly groupId: Id
  readonly members: readonly GroupLearner[]
  readonly groups: readonly { readonly id: Id; readonly name: string }[]
}

function Goals({ groupId, members, groups }: GoalsProps) {
  const navigate = useNavigate()
  const asked = useGoals(groupId, new Set(members.map(({ id }) => id)))
  const back = `${paths.group(groupId)}?part=goals`
  return (
    <AskedView asked={asked}>
      {(shown) => {
        const open = shown.goals.filter(({ closedAt }) => closedAt === null)
        if (open.length === 0) return <EmptyState title={<Trans>No open goal</Trans>} />
        return (
          <MoveUpForm
            goals={open}
            learners={members}
            groups={groups}
            backHref={back}
            onKept={() => void navigate({ to: back as string })}
          />
        )
      }}
    </AskedView>
  )
}
