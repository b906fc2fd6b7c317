// The home of those who verify: for an IQA her units with the state of their samples, for an external verifier what is open to them.
import { Trans, useLingui } from '@lingui/react/macro'
import { stateWords, useUnitsToVerify } from '../../../centre/sampling/client.ts'
import { ExpertsNotice } from '../../../centre/sampling/ExpertsNotice.tsx'
import { maySample } from '../../../centre/sampling/policy.ts'
import { isAnswered } from '../../../centre/sampling/rules.ts'
import { SignOffTasks } from '../../../centre/signoff/SignOffTasks.tsx'
import { useOpenUnits } from '../../../centre/verifiers/client.ts'
import { isVerifier } from '../../../centre/verifiers/policy.ts'
import { useDays } from '../../days.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'

export function VerifyPage() {
  const actor = useActor()
  if (maySample(actor)) return <Internal />
  return isVerifier(actor) ? <External /> : <NotFoundPage />
}

const toSign = (registrationId: string) => paths.unit(registrationId, 'signoff')

function Internal() {
  const { t } = useLingui()
  return (
    <>
      <PageHeader title={<Trans>To verify</Trans>} about={<Trans>Units whose IQA you are</Trans>} />
      <AskedView asked={useUnitsToVerify()}>
        {(units) =>
          units.length === 0 ? (
            <EmptyState title={<Trans>You are no unit’s IQA yet</Trans>}>
              <Trans>The centre administrator names you in a registration.</Trans>
            </EmptyState>
          ) : (
            <Stack>
              <SignOffTasks hrefOf={toSign} />
              {units.map(({ registration: { id, candidateName, unitNumber, unitTitle, assessorName }, state, samples }) => (
                <Card
                  key={id}
                  title={
                    <Trans>
                      {candidateName}, unit {unitNumber}
                    </Trans>
                  }
                  actions={
                    <ButtonLink href={paths.unit(id, 'signoff')} leadsOn>
                      <Trans>Look into it</Trans>
                    </ButtonLink>
                  }
                >
                  <p>{unitTitle}</p>
                  <p>
                    <b>{t(stateWords[state])}</b>
                  </p>
                  {samples.some(({ actions }) => actions.some(({ notes }) => isAnswered(notes))) && (
                    <p>
                      <Trans>An action was answered. It waits for you to close it.</Trans>
                    </p>
                  )}
                  <p>
                    <Trans>Assessor: {assessorName}</Trans>
                  </p>
                  <ExpertsNotice registrationId={id} />
                </Card>
              ))}
            </Stack>
          )
        }
      </AskedView>
    </>
  )
}

function External() {
  const days = useDays()
  return (
    <>
      <PageHeader title={<Trans>To verify</Trans>} about={<Trans>You read and sign; what you look at is kept</Trans>} />
      <AskedView asked={useOpenUnits()}>
        {({ units, lastEndedAt }) =>
          units.length === 0 ? (
            <EmptyState title={<Trans>No unit is open to you now</Trans>}>
              {lastEndedAt === null ? (
                <Trans>The centre opens units until a day.</Trans>
              ) : (
                <Trans>
                  What was open to you ended {days.moment(lastEndedAt)}. If you need to read on, ask the centre to open it again: your
                  password stays the same.
                </Trans>
              )}
            </EmptyState>
          ) : (
            <Stack>
              <SignOffTasks hrefOf={toSign} />
              {units.map(({ registration: { id, candidateName, unitNumber, unitTitle }, endsAt }) => (
                <Card
                  key={id}
                  title={
                    <Trans>
                      {candidateName}, unit {unitNumber}
                    </Trans>
                  }
                  actions={
                    <ButtonLink href={paths.unit(id)} leadsOn>
                      <Trans>Look into it</Trans>
                    </ButtonLink>
                  }
                >
                  <p>{unitTitle}</p>
                  <p>
                    <Trans>Open until {days.moment(endsAt)}</Trans>
                  </p>
                </Card>
              ))}
            </Stack>
          )
        }
      </AskedView>
    </>
  )
}
