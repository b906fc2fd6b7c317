// A visit while it lasts: a page of its own for the assessor's phone, which works without a network once it was opened.
import { Trans } from '@lingui/react/macro'
import type { ComponentProps } from 'react'
import { usePlans } from '../../../centre/plans/client.ts'
import { isItsAssessor } from '../../../centre/registrations/policy.ts'
import { useSeeing } from '../../../centre/visits/client.ts'
import { PendingVisits } from '../../../centre/visits/PendingVisits.tsx'
import { VisitCapture } from '../../../centre/visits/VisitCapture.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Loading } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths, useIdOf } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { peopleOf, usePeopleOfUnit } from './NameGuard.tsx'

export function VisitPage() {
  const registrationId = useIdOf('registrationId')
  const actor = useActor()
  const seeing = useSeeing(registrationId)
  return (
    <AskedView asked={usePlans(registrationId)} isAgeSaid>
      {({ plans, registrations }) => {
        const registration = registrations.find(({ id }) => id === registrationId)
        if (registration === undefined || !isItsAssessor(actor, registration)) return <NotFoundPage />
        const back = paths.unit(registrationId, 'plan')
        return (
          <Stack>
            <PageHeader
              cover="plum"
              title={<Trans>Visit to {registration.candidateName}</Trans>}
              actions={
                seeing.draft === undefined && (
                  <ButtonLink href={back}>
                    <Trans>Back to the plans</Trans>
                  </ButtonLink>
                )
              }
            />
            <PendingVisits registrationId={registrationId} />
            <Visiting seeing={seeing} registration={registration} plans={plans} />
          </Stack>
        )
      }}
    </AskedView>
  )
}

function Visiting(props: ComponentProps<typeof VisitCapture>) {
  const { seeing, registration } = props
  usePeopleOfUnit([...peopleOf(registration), seeing.draft?.place ?? null])
  return seeing.isReady ? <VisitCapture {...props} /> : <Loading />
}
