// A tutor's home: the units of those whom they teach, and what an IQA waits for.
import { Trans } from '@lingui/react/macro'
import { useRegistrations } from '../../../centre/registrations/client.ts'
import { isItsTutor } from '../../../centre/registrations/policy.ts'
import { ActionsOwed } from '../../../centre/sampling/ActionsOwed.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'

export function TaughtPage() {
  const actor = useActor()
  return (
    <>
      <PageHeader title={<Trans>My candidates</Trans>} about={<Trans>Units of those whom you teach</Trans>} />
      <Stack>
        <ActionsOwed hrefOf={(registrationId) => paths.unit(registrationId, 'signoff')} />
        <AskedView asked={useRegistrations()}>
          {(registrations) => {
            const taught = registrations.filter((one) => isItsTutor(actor, one))
            if (taught.length === 0)
              return (
                <EmptyState title={<Trans>You teach nobody yet</Trans>}>
                  <Trans>The centre administrator names you in a registration.</Trans>
                </EmptyState>
              )
            return taught.map(({ id, candidateName, unitNumber, unitTitle }) => (
              <ButtonLink key={id} href={paths.unit(id)} leadsOn>
                <Trans>
                  {candidateName}, unit {unitNumber}: {unitTitle}
                </Trans>
              </ButtonLink>
            ))
          }}
        </AskedView>
      </Stack>
    </>
  )
}
