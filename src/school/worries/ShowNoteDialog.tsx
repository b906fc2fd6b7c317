// A note that was kept turns out to be a worry: tell the safeguarding lead now, and let the lead see the note.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useAsked, useSending } from '../../web/asking.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { safeguardingContacts } from '../safeguarding/contract.ts'
import { knownContacts, WhomToTell } from '../safeguarding/WhomToTell.tsx'
import { useShownNotes, worryReasons } from './client.ts'
import { worryShowNote } from './contract.ts'

interface ShowNoteDialogProps {
  readonly learnerId: string
  readonly observationId: string
  readonly onClose: () => void
}

export function ShowNoteDialog({ learnerId, observationId, onClose }: ShowNoteDialogProps) {
  const [id] = useState(() => newId())
  const [isShown, setShown] = useState(false)
  const { send, isSending, refusal } = useSending(worryShowNote)
  const words = useRefusalWords(worryReasons)
  const contacts = useAsked(safeguardingContacts, {})
  const show = async () => setShown((await send({ id, learnerId, observationId })) !== undefined)
  return (
    <Dialog
      isOpen
      title={<Trans>This note is a worry</Trans>}
      onClose={onClose}
      actions={
        isShown ? (
          <Button kind="primary" onPress={onClose}>
            <Trans>Close</Trans>
          </Button>
        ) : (
          <>
            <Button kind="primary" isPending={isSending} onPress={() => void show()}>
              <Trans>Show it to the safeguarding lead</Trans>
            </Button>
            <Button onPress={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        )
      }
    >
      <Stack>
        {refusal !== undefined && <Notice kind="bad" isLive title={words(refusal)} />}
        {isShown && (
          <Notice kind="ok" isLive title={<Trans>The safeguarding lead can read it now</Trans>}>
            <Trans>Have you told them? A note on a screen may be read tomorrow.</Trans>
          </Notice>
        )}
        <WhomToTell known={knownContacts(contacts)} />
        <Readers learnerId={learnerId} />
      </Stack>
    </Dialog>
  )
}

/** Who will see it, and what happens then. */
function Readers({ learnerId }: { readonly learnerId: string }) {
  const asked = useShownNotes(learnerId)
  if (asked.state !== 'answered') return null
  const names = asked.answer.leadNames.join(', ')
  return names === '' ? (
    <Notice kind="bad" title={<Trans>Nobody has the role of safeguarding lead here yet</Trans>}>
      <Trans>
        Show the lead this note on your screen. An administrator can give the role under People; then the lead can remove the note.
      </Trans>
    </Notice>
  ) : (
    <p>
      <Trans>
        {names} will read it here, put it into the school’s safeguarding record, and remove it from Evident. You will see that it went.
      </Trans>
    </p>
  )
}
