// From one organisation to another of one's own: a choice that one makes and sees.
import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import type { Id } from '../../../core/ids.ts'
import { device, useAccess } from '../../device.ts'
import type { Member } from '../../member.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Stack } from '../../ui/Layout.tsx'

interface SwitchDialogProps {
  readonly member: Member
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function SwitchDialog({ member, isOpen, onClose }: SwitchDialogProps) {
  const access = useAccess()
  const navigate = useNavigate()
  const goTo = async (organisationId: Id) => {
    onClose()
    if (organisationId === member.organisationId) return
    // Away from the page first: it would ask the other organisation what only this one knows.
    await navigate({ to: '/' })
    await device().access.switchTo(organisationId)
  }
  return (
    <Dialog title={<Trans>Where do you work now?</Trans>} isOpen={isOpen} onClose={onClose} size="small">
      <Stack gap="small">
        {access.state === 'open' &&
          access.memberships.map(({ organisationId, organisationName }) => {
            const isHere = organisationId === member.organisationId
            return (
              <Button
                key={organisationId}
                isWide
                aria-pressed={isHere}
                {...(isHere ? { icon: Check } : {})}
                onPress={() => void goTo(organisationId)}
              >
                {organisationName}
              </Button>
            )
          })}
      </Stack>
    </Dialog>
  )
}
