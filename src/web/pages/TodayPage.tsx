// The start: where one may go from here.
import { Trans, useLingui } from '@lingui/react/macro'
import { useMember } from '../member.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Stack } from '../ui/Layout.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SchoolToday } from './SchoolToday.tsx'
import { destinationsFor } from './shell/navigation.ts'

export function TodayPage() {
  const { t } = useLingui()
  const member = useMember()
  const places = destinationsFor(member).filter(({ to }) => to !== '/')
  return (
    <>
      <PageHeader title={<Trans>Hello {member.name}</Trans>} about={member.organisationName} />
      {member.kind === 'school' && places.length > 0 ? (
        <SchoolToday member={member} />
      ) : places.length === 0 ? (
        <EmptyState title={<Trans>Nothing here yet</Trans>}>
          <Trans>Your administrator gives you roles; what you can do then stands here.</Trans>
        </EmptyState>
      ) : (
        <Stack gap="small">
          {places.map(({ to, label, icon }) => (
            <ButtonLink key={to} href={to} icon={icon} isWide>
              {t(label)}
            </ButtonLink>
          ))}
        </Stack>
      )}
    </>
  )
}
