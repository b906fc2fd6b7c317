// The list of what has not left, over the screen: what is picked and written beneath stays.
import { useLingui } from '@lingui/react/macro'
import { Dialog } from '../../ui/Dialog.tsx'
import { WaitingEntries } from '../waiting/Waiting.tsx'

export function WaitingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog title={t`Not sent yet`} isOpen onClose={onClose}>
      <WaitingEntries />
    </Dialog>
  )
}
