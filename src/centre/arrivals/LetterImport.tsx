// Taking in a letter that came as a file: what it says, whose key signed it, and what is wrong with it.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { FileField } from '../../web/ui/FileField.tsx'
import { MarginNote } from '../../web/ui/MomentList.tsx'
import { Loading, Notice } from '../../web/ui/Notice.tsx'
import { arrivalReasons, useImport, useInspection } from './client.ts'
import styles from './LetterImport.module.css'

/** A letter has no more; a larger file is none. */
const largest = 9000

export function LetterImport({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<string>()
  const [reference, setReference] = useState<string | null>()
  const asked = useInspection(file)
  const words = useRefusalWords(arrivalReasons)
  const choose = (chosen: File) => {
    setReference(undefined)
    void chosen
      .slice(0, largest + 1)
      .text()
      .then((text) => setFile(text.length > largest ? '{}' : text))
  }
  return (
    <Dialog isOpen title={<Trans>Take in a letter file</Trans>} onClose={onClose}>
      <div className={styles.content}>
        <FileField label={<Trans>The file from your school</Trans>} accept="application/json,.json" onChoose={choose} />
        {file !== undefined && asked.state === 'loading' && <Loading />}
        {asked.state === 'failed' && <Notice kind="bad">{words(asked.refusal)}</Notice>}
        {file !== undefined && asked.state === 'answered' && reference === undefined && (
          <Letter file={file} letter={asked.answer} onTaken={setReference} />
        )}
        {reference !== undefined && (
          <Notice kind="ok" isLive title={<Trans>Taken in</Trans>} action={<Button onPress={onClose}>{<Trans>Done</Trans>}</Button>}>
            {reference !== null && <Trans>It is {reference} in the portfolio.</Trans>}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}

interface LetterProps {
  readonly file: string
  readonly letter: Extract<ReturnType<typeof useInspection>, { state: 'answered' }>['answer']
  readonly onTaken: (reference: string | null) => void
}

function Letter({ file, letter, onTaken }: LetterProps) {
  const { send, isSending, refusal } = useImport()
  const words = useRefusalWords(arrivalReasons)
  if (letter.fault !== null)
    return (
      <Notice kind="bad" isLive title={<Trans>Not taken in</Trans>}>
        {words({ code: 'refused', reason: letter.fault })}
      </Notice>
    )
  async function take() {
    const confirmed = letter.isSenderKnown || letter.fingerprint === null ? {} : { confirmedFingerprint: letter.fingerprint }
    const output = await send({ file, ...confirmed })
    if (output !== undefined) onTaken(output.reference)
  }
  return (
    <>
      <p>
        {letter.kind === 'descriptor' ? (
          <Trans>{letter.senderName} sends a descriptor:</Trans>
        ) : (
          <Trans>{letter.senderName} takes a descriptor back: its record was erased.</Trans>
        )}
      </p>
      {letter.sentence !== null && (
        <MarginNote>
          <p>{letter.sentence}</p>
        </MarginNote>
      )}
      {!letter.isSenderKnown && <UnknownSender letter={letter} />}
      {refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(refusal)}
        </Notice>
      )}
      {letter.isHereAlready ? (
        <Notice kind="info">
          <Trans>This letter is in the portfolio already.</Trans>
        </Notice>
      ) : (
        <Button kind="primary" isPending={isSending} onPress={() => void take()}>
          {letter.isSenderKnown ? <Trans>Take it in</Trans> : <Trans>The fingerprint is the same: take it in</Trans>}
        </Button>
      )}
    </>
  )
}

function UnknownSender({ letter }: { readonly letter: LetterProps['letter'] }) {
  return (
    <Notice kind="warn" title={<Trans>The first letter of this school</Trans>}>
      <p>
        <Trans>Ask the school for its fingerprint, by telephone or face to face, and compare:</Trans>
      </p>
      <p className={styles.fingerprint}>{letter.fingerprint}</p>
      {letter.isNameTaken && (
        <p>
          <Trans>Another key is known under this school’s name. Be careful.</Trans>
        </p>
      )}
    </Notice>
  )
}
