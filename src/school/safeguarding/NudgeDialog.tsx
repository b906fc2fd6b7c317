// Asked before a note is kept whose words may be about a child's safety.
import { Trans } from '@lingui/react/macro'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'

interface NudgeDialogProps {
  readonly onTell: () => void
  readonly onKeep: () => void
  /** Back to the note: nothing is kept, nothing is cleared. */
  readonly onClose: () => void
}

export function NudgeDialog({ onTell, onKeep, onClose }: NudgeDialogProps) {
  const actions = (
    <>
      <Button kind="primary" onPress={onTell}>
        <Trans>Tell the safeguarding lead</Trans>
      </Button>
      <Button onPress={onKeep}>
        <Trans>No, keep the note</Trans>
      </Button>
    </>
  )
  return (
    <Dialog isOpen size="small" title={<Trans>Is this a worry about a child’s safety?</Trans>} onClose={onClose} actions={actions}>
      <p>
        <Trans>A word in it made us ask. It is still on this screen only. A worry belongs with the safeguarding lead, not in a note.</Trans>
      </p>
    </Dialog>
  )
}
