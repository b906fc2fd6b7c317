// A group's agreements: who does what, between each teacher and practitioner, to agree on, to read and to print on one page.
import { Trans } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { pairsOf, useAgreements } from '../../../school/agreements/client.ts'
import { PairAgreement } from '../../../school/agreements/PairAgreement.tsx'
import { useAllGroups, useMyGroups } from '../../../school/groups/client.ts'
import type { Group } from '../../../school/groups/contract.ts'
import { canSeeAllGroups, isClassroomStaff } from '../../../school/groups/policy.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { OfferAsEvidence } from '../bridge/OfferAsEvidence.tsx'
import { paths, useIdOf } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { NotMyGroup } from './NotYours.tsx'

export function AgreementPage() {
  const actor = useActor()
  const isReader = !isClassroomStaff(actor) && canSeeAllGroups(actor)
  return isReader ? <AmongAll /> : <AmongMine />
}

function AmongMine() {
  const asked = useMyGroups()
  return <AskedView asked={asked}>{(groups) => <Chosen groups={groups} canAct />}</AskedView>
}

function AmongAll() {
  const asked = useAllGroups()
  return <AskedView asked={asked}>{(groups) => <Chosen groups={groups} canAct={false} />}</AskedView>
}

function Chosen({ groups, canAct }: { readonly groups: readonly Group[]; readonly canAct: boolean }) {
  const groupId = useIdOf('groupId')
  const group = groups.find(({ id }) => id === groupId)
  if (group === undefined) return canAct ? <NotMyGroup /> : <NotFoundPage />
  return <Found key={groupId} group={group} canAct={canAct} />
}

function Found({ group, canAct }: { readonly group: Group; readonly canAct: boolean }) {
  const { id, name, subject, cover, staff } = group
  const { personId } = useActor()
  const asked = useAgreements(id)
  return (
    <>
      <PageHeader
        title={<Trans>Who does what: {name}</Trans>}
        cover={cover}
        about={subject}
        actions={
          <>
            <Button icon={Printer} onPress={() => print()}>
              <Trans>Print</Trans>
            </Button>
            {canAct && (
              <ButtonLink kind="quiet" href={`${paths.group(id)}?part=adults`}>
                <Trans>The group</Trans>
              </ButtonLink>
            )}
          </>
        }
      />
      <AskedView asked={asked}>
        {(agreements) => {
          const pairs = pairsOf(agreements, staff, personId)
          if (pairs.length === 0) return <Alone />
          return (
            <Stack>
              {pairs.map((pair) => (
                <div key={`${pair.teacherId} ${pair.practitionerId}`}>
                  <PairAgreement groupId={id} pair={pair} self={personId} canAct={canAct} />
                  {pair.holds !== undefined && (
                    <OfferAsEvidence records={{ recordType: 'agreement', recordIds: [pair.holds.id] }} recordedBy={pair.practitionerId} />
                  )}
                </div>
              ))}
            </Stack>
          )
        }}
      </AskedView>
    </>
  )
}

function Alone() {
  return (
    <EmptyState title={<Trans>An agreement is between a teacher and a practitioner</Trans>}>
      <Trans>One of the two does not work with this group yet.</Trans>
    </EmptyState>
  )
}
