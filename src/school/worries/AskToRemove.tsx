// The lead's last look before a note is removed for good: what goes, and which lines of handovers go with it.
import { Plural, Trans } from '@lingui/react/macro'
import { useSending } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import styles from './AskToRemove.module.css'
import { useLinesThatGo, worryReasons } from './client.ts'
import { type LineThatGoes, type NoteToRead, worryRemoveNote } from './contract.ts'

export function AskToRemove({ note, onClose }: { readonly note: NoteToRead; readonly onClose: () => void }) {
  const { send, isSending, refusal } = useSending(worryRemoveNote)
  const words = useRefusalWords(worryReasons)
  const { id, learnerName, recordedByName, learnerId } = note
  const lines = useLinesThatGo(id, learnerId)
  const remove = async () => {
    if ((await send({ shownNoteId: id, learnerId })) !== undefined) onClose()
  }
  return (
    <Dialog
      isOpen
      size="small"
      title={<Trans>Remove this note about {learnerName} for good?</Trans>}
      onClose={onClose}
      actions={
        <>
          {/* Not before it is known what goes. */}
          {lines.state === 'answered' && (
            <Button kind="primary" isPending={isSending} onPress={() => void remove()}>
              <Trans>Remove it for good</Trans>
            </Button>
          )}
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <Stack>
        {refusal !== undefined && <Notice kind="bad" isLive title={words(refusal)} />}
        <p>
          <Trans>
            Its words, its photo and what the audit trail said of them go, here and on every device. {recordedByName} will see that you
            removed it. It can’t be brought back: it must be in your safeguarding record first.
          </Trans>
        </p>
        <AskedView asked={lines}>{(all) => <Lines lines={all} />}</AskedView>
      </Stack>
    </Dialog>
  )
}

function Lines({ lines }: { readonly lines: readonly LineThatGoes[] }) {
  const { length } = lines
  if (length === 0)
    return (
      <p>
        <Trans>No line of a handover repeats its words.</Trans>
      </p>
    )
  return (
    <>
      <p>
        <b>
          <Plural
            value={length}
            one="# line of a handover says the same words, and goes too:"
            other="# lines of handovers say the same words, and go too:"
          />
        </b>
      </p>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      <p>
        <Trans>Read them: a short note can stand in a line that means something else. Whoever needs such a line writes it anew.</Trans>
      </p>
    </>
  )
}

function Line({ line: { wording, writtenByName, writtenAt, handedOver } }: { readonly line: LineThatGoes }) {
  const days = useDays()
  return (
    <>
      <p className={styles.words}>{wording}</p>
      <p className={styles.by}>
        {handedOver === null ? (
          <Trans>
            {writtenByName}, {days.moment(writtenAt)}, not handed over yet
          </Trans>
        ) : (
          <Trans>
            {writtenByName}, handover of {handedOver.groupName}, {days.moment(handedOver.sentAt)}
          </Trans>
        )}
      </p>
    </>
  )
}
