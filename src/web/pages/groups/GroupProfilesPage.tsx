// All profiles of a group on one page, to read before a lesson or to print for whoever covers.
import { Trans } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useGroupProfiles } from '../../../school/profiles/client.ts'
import { ProfileSheet } from '../../../school/profiles/ProfileSheet.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink, TextLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths, useIdOf } from '../paths.ts'
import { NotMyGroup } from './NotYours.tsx'

export function GroupProfilesPage() {
  const groupId = useIdOf('groupId')
  const asked = useGroupProfiles(groupId)
  return (
    <AskedView asked={asked} whenRefused={<NotMyGroup />}>
      {({ groupName, profiles }) => (
        <>
          <PageHeader
            title={<Trans>Profiles: {groupName}</Trans>}
            about={<Trans>What each likes, what helps, what each needs and where each started.</Trans>}
            actions={
              <>
                <Button icon={Printer} onPress={() => window.print()}>
                  <Trans>Print</Trans>
                </Button>
                <ButtonLink kind="quiet" href={paths.group(groupId)}>
                  <Trans>The group</Trans>
                </ButtonLink>
              </>
            }
          />
          {profiles.length === 0 ? (
            <EmptyState title={<Trans>Nobody is in this group yet</Trans>} />
          ) : (
            <ProfileSheet profiles={profiles} nameOf={({ id, name }) => <TextLink href={paths.learner(id)}>{name}</TextLink>} />
          )}
        </>
      )}
    </AskedView>
  )
}
