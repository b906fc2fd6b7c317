// My groups as exercise books on a desk; and for those who look after them, all groups of the school.
import { Trans } from '@lingui/react/macro'
import { LayoutGrid, Plus } from 'lucide-react'
import { useAllGroups, useMyGroups } from '../../../school/groups/client.ts'
import { GroupCover, GroupCovers } from '../../../school/groups/GroupCover.tsx'
import { canSeeAllGroups, isClassroomStaff } from '../../../school/groups/policy.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import { AllGroups } from './AllGroups.tsx'

export function GroupsPage() {
  const actor = useActor()
  return (
    <>
      <PageHeader title={<Trans>Groups</Trans>} actions={isClassroomStaff(actor) && <MakeGroup />} />
      <Stack gap="large">
        {isClassroomStaff(actor) && <MyGroups />}
        {canSeeAllGroups(actor) && <EveryGroup />}
      </Stack>
    </>
  )
}

function MakeGroup() {
  return (
    <ButtonLink icon={Plus} kind="primary" href={paths.newGroup}>
      <Trans>Make a group</Trans>
    </ButtonLink>
  )
}

function MyGroups() {
  const asked = useMyGroups()
  return (
    <AskedView asked={asked}>
      {(groups) =>
        groups.length === 0 ? (
          <EmptyState title={<Trans>You work with no group yet</Trans>}>
            <Trans>Make one by pasting a list of names, or ask a colleague to add you to theirs.</Trans>
          </EmptyState>
        ) : (
          <GroupCovers>
            {groups.map((group) => (
              <GroupCover
                key={group.id}
                group={group}
                href={paths.group(group.id)}
                isWaiting={group.isWaiting}
                acts={
                  !group.isWaiting && (
                    <ButtonLink size="small" icon={LayoutGrid} href={paths.classPage(group.id)}>
                      <Trans>Class page</Trans>
                    </ButtonLink>
                  )
                }
              />
            ))}
          </GroupCovers>
        )
      }
    </AskedView>
  )
}

function EveryGroup() {
  const asked = useAllGroups()
  return (
    <Card title={<Trans>All groups of the school</Trans>}>
      <AskedView asked={asked}>{(groups) => <AllGroups groups={groups} />}</AskedView>
    </Card>
  )
}
