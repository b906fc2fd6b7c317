// With which group: one tap begins the session, keeps it on the device and opens its page.
import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type Id, newId } from '../../../core/ids.ts'
import { moment } from '../../../core/time.ts'
import type { ShownGroup } from '../../../school/groups/client.ts'
import { sessionStart } from '../../../school/sessions/contract.ts'
import { device } from '../../device.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { paths } from '../paths.ts'

interface StartDialogProps {
  readonly groups: readonly ShownGroup[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function StartDialog({ groups, isOpen, onClose }: StartDialogProps) {
  const navigate = useNavigate()
  const start = async (groupId: Id) => {
    const id = newId()
    await device().outbox.add(sessionStart, { id, groupId, startedAt: moment(new Date()) }, { id })
    onClose()
    await navigate({ to: paths.session(id) as string })
  }
  return (
    <Dialog title={<Trans>Start a session now with</Trans>} isOpen={isOpen} onClose={onClose} size="small">
      <Stack gap="small">
        {groups.map(({ id, name }) => (
          <Button key={id} isWide onPress={() => void start(id)}>
            {name}
          </Button>
        ))}
      </Stack>
    </Dialog>
  )
}
