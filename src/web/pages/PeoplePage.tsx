// The people of an organisation, for its administrators: who they are, what they may do, and how they get in.
import { Trans } from '@lingui/react/macro'
import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { usePeople } from '../../common/people/client.ts'
import { InviteDialog } from '../../common/people/InviteDialog.tsx'
import { PeopleList } from '../../common/people/PeopleList.tsx'
import { PersonDialog } from '../../common/people/PersonDialog.tsx'
import { canManagePeople } from '../../common/people/policy.ts'
import { useActor } from '../member.ts'
import { AskedView } from '../ui/AskedView.tsx'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'

export function PeoplePage() {
  return canManagePeople(useActor()) ? <People /> : <NotFoundPage />
}

function People() {
  const asked = usePeople()
  const [openId, setOpenId] = useState<string>()
  const [isInviting, setInviting] = useState(false)
  return (
    <>
      <PageHeader
        title={<Trans>People</Trans>}
        actions={
          <Button kind="primary" icon={UserRoundPlus} onPress={() => setInviting(true)}>
            <Trans>Invite someone</Trans>
          </Button>
        }
      />
      <AskedView asked={asked}>
        {({ people }) => (
          <>
            <PeopleList people={people} onOpen={setOpenId} />
            <PersonDialog person={people.find(({ id }) => id === openId)} onClose={() => setOpenId(undefined)} />
          </>
        )}
      </AskedView>
      <InviteDialog isOpen={isInviting} onClose={() => setInviting(false)} />
    </>
  )
}
