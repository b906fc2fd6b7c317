// The start: in a school the day, in a centre the work of one's role.
import { Trans } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMember } from '../member.ts'
import { EmptyState } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SchoolToday } from './SchoolToday.tsx'
import { workPlaceOf } from './shell/navigation.ts'

export function TodayPage() {
  const member = useMember()
  const workPlace = member.kind === 'centre' ? workPlaceOf(member) : undefined
  if (workPlace !== undefined) return <Onward to={workPlace} />
  return (
    <>
      <PageHeader title={<Trans>Hello {member.name}</Trans>} about={member.organisationName} />
      {member.kind === 'school' && member.roles.length > 0 ? (
        <SchoolToday member={member} />
      ) : (
        <EmptyState title={<Trans>Nothing here yet</Trans>}>
          <Trans>Your administrator gives you roles; what you can do then stands here.</Trans>
        </EmptyState>
      )}
    </>
  )
}

/** Leads on, unless the person was quicker and is on their way to another page. */
function Onward({ to }: { readonly to: string }) {
  const router = useRouter()
  useEffect(() => {
    if (router.latestLocation.pathname === '/') void router.navigate({ to, replace: true })
  }, [router, to])
  return null
}
