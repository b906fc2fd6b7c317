// Staff of a centre: one's own qualifications and CPD, and for the administrator and the IQA everybody's.
import { Trans } from '@lingui/react/macro'
import { useMyStaffRecord, useStaff } from '../../../centre/staff/client.ts'
import { canSeeStaff, isStaff } from '../../../centre/staff/policy.ts'
import { StaffCard } from '../../../centre/staff/StaffCard.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'

export function StaffPage() {
  const actor = useActor()
  if (canSeeStaff(actor)) return <Everybody />
  return isStaff(actor) ? <Own /> : <NotFoundPage />
}

function Everybody() {
  return (
    <>
      <PageHeader title={<Trans>Staff</Trans>} about={<Trans>Who is qualified for what, and who still works towards it</Trans>} />
      <AskedView asked={useStaff()}>
        {(staff) =>
          staff.length === 0 ? (
            <EmptyState title={<Trans>No staff yet</Trans>}>
              <Trans>Give people the role of assessor, tutor or IQA; they then stand here.</Trans>
            </EmptyState>
          ) : (
            <Stack>
              {staff.map((member) => (
                <StaffCard key={member.personId} member={member} />
              ))}
            </Stack>
          )
        }
      </AskedView>
    </>
  )
}

function Own() {
  return (
    <>
      <PageHeader title={<Trans>My qualifications</Trans>} about={<Trans>And how I keep up</Trans>} />
      <AskedView asked={useMyStaffRecord()}>{(member) => <StaffCard member={member} />}</AskedView>
    </>
  )
}
