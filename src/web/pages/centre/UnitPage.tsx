// The candidate's home: her unit as its evidence shows it, a choice when she has several, and the way to its other places.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useUnit } from '../../../centre/decisions/client.ts'
import type { Unit } from '../../../centre/decisions/contract.ts'
import { useMyRegistrations } from '../../../centre/registrations/client.ts'
import { SignOffTasks } from '../../../centre/signoff/SignOffTasks.tsx'
import { useRefusalWords } from '../../messages.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { EmptyState, Loading, Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import { EvidencePlace } from './places/EvidencePlace.tsx'

export function UnitPage() {
  const { t } = useLingui()
  const registrations = useMyRegistrations()
  const [chosen, setChosen] = useState<string>()
  const words = useRefusalWords({})
  const own = registrations.state === 'answered' ? registrations.answer : []
  const registrationId = chosen ?? own[0]?.id
  const asked = useUnit(registrationId)
  if (registrations.state === 'failed') return <Notice kind="bad">{words(registrations.refusal)}</Notice>
  if (registrations.state === 'answered' && registrationId === undefined)
    return (
      <EmptyState title={<Trans>You are not registered on a unit yet</Trans>}>
        <Trans>Your college registers you. Then your unit is here.</Trans>
      </EmptyState>
    )
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Notice kind="bad">{words(asked.refusal)}</Notice>
  const choice = own.length > 1 && (
    <SelectField
      name="unit"
      label={<Trans>Unit</Trans>}
      options={own.map((one) => ({ id: one.id, label: t`${one.unitNumber} ${one.unitTitle}` }))}
      value={registrationId ?? ''}
      onChange={setChosen}
    />
  )
  return (
    <>
      <SignOffTasks hrefOf={(id) => paths.unit(id, 'signoff')} />
      {choice}
      <OwnUnit unit={asked.answer} />
    </>
  )
}

function OwnUnit({ unit: { registration, pack } }: { readonly unit: Unit }) {
  return (
    <>
      <PageHeader
        cover="plum"
        title={
          <Trans>
            Unit {registration.unitNumber}: {registration.unitTitle}
          </Trans>
        }
        about={
          <Trans>
            Assessor: {registration.assessorName}. Candidate number {registration.candidateNumber}
          </Trans>
        }
        actions={
          <ButtonLink href={paths.unit(registration.id)} leadsOn>
            <Trans>Open the unit</Trans>
          </ButtonLink>
        }
      />
      <EvidencePlace registration={registration} pack={pack} />
    </>
  )
}
