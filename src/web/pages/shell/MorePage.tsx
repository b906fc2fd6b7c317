// On a phone: the places that the bar has no room for, and the way out.
import { Trans, useLingui } from '@lingui/react/macro'
import { LogOut } from 'lucide-react'
import { useMember } from '../../member.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { destinationsFor } from './navigation.ts'
import { placesOnPhone } from './Rail.tsx'
import { useSignOut } from './sign-out.ts'

export function MorePage() {
  const { t } = useLingui()
  const member = useMember()
  const signOut = useSignOut()
  return (
    <>
      <PageHeader title={<Trans>More</Trans>} about={member.name} />
      <Stack gap="small">
        {destinationsFor(member)
          .slice(placesOnPhone)
          .map(({ to, label, icon }) => (
            <ButtonLink key={to} href={to} icon={icon} isWide>
              {t(label)}
            </ButtonLink>
          ))}
        <Button icon={LogOut} isWide onPress={() => void signOut()}>
          <Trans>Sign out</Trans>
        </Button>
      </Stack>
    </>
  )
}
