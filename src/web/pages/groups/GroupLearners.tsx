// The learners of a group, with ways to add more and to let each choose a symbol.
import { Trans } from '@lingui/react/macro'
import { BookUser, Shapes, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { ShownGroup } from '../../../school/groups/client.ts'
import { AddLearners } from '../../../school/learners/AddLearners.tsx'
import { useGroupLearners } from '../../../school/learners/client.ts'
import { GroupMembers } from '../../../school/learners/GroupMembers.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Row } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'

interface GroupLearnersProps {
  readonly group: ShownGroup
  readonly groups: readonly ShownGroup[]
  readonly canManage: boolean
}

export function GroupLearners({ group, groups, canManage }: GroupLearnersProps) {
  const asked = useGroupLearners(group.id)
  const [isAdding, setIsAdding] = useState(false)
  const add = (
    <Button icon={UserPlus} onPress={() => setIsAdding(true)}>
      <Trans>Add learners</Trans>
    </Button>
  )
  return (
    <Card>
      <AskedView asked={asked}>
        {(learners) => (
          <>
            {isAdding ? (
              <AddLearners groupId={group.id} members={learners} groups={groups} onDone={() => setIsAdding(false)} />
            ) : (
              learners.length > 0 && (
                <Row>
                  {canManage && add}
                  <ButtonLink icon={Shapes} href={paths.symbols(group.id)}>
                    <Trans>Let them choose symbols</Trans>
                  </ButtonLink>
                  <ButtonLink icon={BookUser} href={paths.profiles(group.id)}>
                    <Trans>All profiles</Trans>
                  </ButtonLink>
                </Row>
              )
            )}
            {learners.length === 0 && !isAdding ? (
              <EmptyState title={<Trans>Nobody is in this group yet</Trans>} action={canManage && add} />
            ) : (
              <GroupMembers groupId={group.id} learners={learners} canManage={canManage} />
            )}
          </>
        )}
      </AskedView>
    </Card>
  )
}
