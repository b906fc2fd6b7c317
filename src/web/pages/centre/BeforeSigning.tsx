// For the centre administrator: what would stand in the way of a signature, said while there is time, and where to mend it.
import { Trans } from '@lingui/react/macro'
import { useRegistrations } from '../../../centre/registrations/client.ts'
import type { Registration } from '../../../centre/registrations/contract.ts'
import { useStaff } from '../../../centre/staff/client.ts'
import { useOfficialWording } from '../../../centre/standards/client.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { paths } from '../paths.ts'
import { standardsInUse, withoutCountersigner } from './home.ts'

export function BeforeSigning() {
  const registrations = useRegistrations()
  const staff = useStaff()
  if (registrations.state !== 'answered' || staff.state !== 'answered') return null
  return (
    <>
      {standardsInUse(registrations.answer).map((one) => (
        <WordingMissing key={`${one.packCode} ${one.packVersion}`} registration={one} />
      ))}
      {withoutCountersigner(registrations.answer, staff.answer).map(({ assessor: { personId, name }, hasUnchecked }) => (
        <Notice
          key={personId}
          kind="warn"
          title={<Trans>What {name} decides is provisional</Trans>}
          action={
            <ButtonLink href="/staff" leadsOn>
              <Trans>Staff</Trans>
            </ButtonLink>
          }
        >
          {hasUnchecked ? (
            <Trans>A certificate was entered and nobody has checked it. Until then a countersigner is needed, and none is named.</Trans>
          ) : (
            <Trans>
              There is no assessor’s certificate. Name a countersigner under Change, or have the certificate entered and checked.
            </Trans>
          )}
        </Notice>
      ))}
    </>
  )
}

function WordingMissing({ registration: { packCode, packVersion, unitNumber } }: { readonly registration: Registration }) {
  const asked = useOfficialWording(packCode, packVersion)
  if (asked.state !== 'answered' || asked.answer.wording !== null) return null
  return (
    <Notice
      kind="warn"
      title={<Trans>Nobody can sign unit {unitNumber} yet</Trans>}
      action={
        <ButtonLink href={paths.standard(packCode)} leadsOn>
          <Trans>Load the wording</Trans>
        </ButtonLink>
      }
    >
      <Trans>The official wording that your centre is licensed for is not loaded.</Trans>
    </Notice>
  )
}
