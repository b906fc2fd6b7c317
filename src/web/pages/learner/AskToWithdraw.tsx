// Asked before a teacher takes back for good what somebody else noted.
import { Trans } from '@lingui/react/macro'
import type { ShownMoment } from '../../../school/observations/Moments.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

interface AskToWithdrawProps {
  readonly moment: ShownMoment
  readonly onWithdraw: () => void
  readonly onClose: () => void
}

export function AskToWithdraw({ moment, onWithdraw, onClose }: AskToWithdrawProps) {
  const { recordedByName } = moment
  return (
    <Dialog
      title={<Trans>Withdraw what {recordedByName} noted?</Trans>}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={onWithdraw}>
            <Trans>Withdraw it</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>It goes from this page and from every state that rested on it. {recordedByName} would have to note it again.</Trans>
      </p>
    </Dialog>
  )
}
