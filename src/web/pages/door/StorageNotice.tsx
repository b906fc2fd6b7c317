// Says before anything is captured when this browser does not promise to keep it until it is sent.
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'
import { useAccess } from '../../device.ts'
import { askToKeep, type Keeping } from '../../storage.ts'
import { Notice } from '../../ui/Notice.tsx'

/** @param action what one may do about a warning: read it and go on, for instance */
export function StorageNotice({ action }: { readonly action?: ReactNode }) {
  const [keeping, setKeeping] = useState<Keeping>('kept')
  const access = useAccess()
  useEffect(() => void askToKeep(navigator).then(setKeeping), [])
  if (access.state === 'open' && !access.canKeep)
    return (
      <Notice kind="bad" title={<Trans>Nothing can be kept yet</Trans>}>
        <Trans>This device has to reach the server once, before it can keep anything for you.</Trans>
      </Notice>
    )
  if (keeping === 'kept') return null
  if (keeping === 'install_first')
    return (
      <Notice kind="warn" action={action} title={<Trans>Put Evident on the home screen first</Trans>}>
        <Trans>
          Tap Share, then Add to Home Screen, and open it from there. In the browser, this device throws away what is not sent after seven
          days.
        </Trans>
      </Notice>
    )
  return (
    <Notice kind="warn" action={action} title={<Trans>This browser does not promise to keep what is not sent</Trans>}>
      <Trans>
        When the device runs short of space it may throw captures away. Install Evident from the browser’s menu, or send before you leave.
      </Trans>
    </Notice>
  )
}
