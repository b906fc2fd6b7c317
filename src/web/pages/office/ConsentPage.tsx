// Consent: choose a group, then set what each family said.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../../core/ids.ts'
import { ConsentTable } from '../../../school/consent/ConsentTable.tsx'
import { purposes, useGroupConsents } from '../../../school/consent/client.ts'
import { usePurposeWords } from '../../../school/consent/PurposeWords.tsx'
import { useAllGroups, useMyGroups } from '../../../school/groups/client.ts'
import type { Group } from '../../../school/groups/contract.ts'
import { isOffice } from '../../../school/groups/policy.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { useWantedId } from '../paths.ts'

export function ConsentPage() {
  const words = usePurposeWords()
  const actor = useActor()
  return (
    <>
      <PageHeader
        title={<Trans>Consent</Trans>}
        about={<Trans>What families said. Photos wait for a yes; a sentence without a name may leave until somebody says no.</Trans>}
      />
      <Stack>
        <Card>
          <Stack gap="small">
            {purposes.map((purpose) => (
              <p key={purpose}>
                <b>{words[purpose].short}.</b> {words[purpose].sentence}
              </p>
            ))}
          </Stack>
        </Card>
        {isOffice(actor) ? <OfEveryGroup /> : <OfMyGroups />}
      </Stack>
    </>
  )
}

function OfEveryGroup() {
  const asked = useAllGroups()
  return <AskedView asked={asked}>{(groups) => <OfGroups groups={groups} />}</AskedView>
}

function OfMyGroups() {
  const asked = useMyGroups()
  return <AskedView asked={asked}>{(groups) => <OfGroups groups={groups} />}</AskedView>
}

function OfGroups({ groups }: { readonly groups: readonly Pick<Group, 'id' | 'name' | 'subject'>[] }) {
  const { t } = useLingui()
  const wanted = useWantedId('group')
  const [groupId, setGroupId] = useState<Id | undefined>(wanted ?? (groups.length === 1 ? groups[0]?.id : undefined))
  if (groups.length === 0) return <EmptyState title={<Trans>There are no groups yet</Trans>} />
  return (
    <Card>
      <Stack gap="form">
        <SelectField
          name="consent-group"
          label={<Trans>Group</Trans>}
          placeholder={t`Choose a group`}
          options={groups.map(({ id, name, subject }) => ({ id, label: `${name}, ${subject}` }))}
          value={groupId ?? ''}
          onChange={(id) => setGroupId(id === '' ? undefined : id)}
        />
        {groupId !== undefined && <OfGroup key={groupId} groupId={groupId} />}
      </Stack>
    </Card>
  )
}

function OfGroup({ groupId }: { readonly groupId: Id }) {
  const asked = useGroupConsents(groupId)
  return (
    <AskedView asked={asked}>
      {(consents) =>
        consents.learners.length === 0 ? (
          <EmptyState title={<Trans>Nobody is in this group</Trans>} />
        ) : (
          <ConsentTable consents={consents} />
        )
      }
    </AskedView>
  )
}
