// Half a minute before the lock: any touch or key stops it, so this only says so.
import { Trans } from '@lingui/react/macro'
import { useAccess } from '../../device.ts'
import { Notice } from '../../ui/Notice.tsx'

export function LockWarning() {
  const access = useAccess()
  if (access.state !== 'open' || !access.isWarned) return null
  return (
    <Notice kind="warn" isLive title={<Trans>This device locks in half a minute</Trans>}>
      <Trans>Touch anywhere to stay.</Trans>
    </Notice>
  )
}
