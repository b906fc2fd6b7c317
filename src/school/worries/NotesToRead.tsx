// For the safeguarding lead: notes that were shown, with their words, until they are in the school's own record and removed here.
import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Printer } from 'lucide-react'
import { useState } from 'react'
import { useSending } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { AskToRemove } from './AskToRemove.tsx'
import { useNotesToRead, worryReasons } from './client.ts'
import { type NoteToRead, worryKeepNote } from './contract.ts'
import styles from './NotesToRead.module.css'

export function NotesToRead() {
  const asked = useNotesToRead()
  return (
    <AskedView asked={asked}>
      {(notes) =>
        notes.length === 0 ? (
          <p>
            <Trans>No note waits for you.</Trans>
          </p>
        ) : (
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={note.id} className={styles.note}>
                <Note note={note} />
              </li>
            ))}
          </ul>
        )
      }
    </AskedView>
  )
}

function Note({ note }: { readonly note: NoteToRead }) {
  const { t } = useLingui()
  const days = useDays()
  const words = useRefusalWords(worryReasons)
  const [isAsking, setAsking] = useState(false)
  const [copied, setCopied] = useState<boolean>()
  const keep = useSending(worryKeepNote)
  const { learnerId, learnerName, recordedByName, shownByName, childWords, whatSeen, myView } = note
  const noted = days.moment(note.observedAt)
  const text = [`${learnerName}, ${noted}, ${recordedByName}`, childWords, whatSeen, myView].filter((part) => part !== null).join('\n')
  return (
    <>
      <h3>
        <Trans>
          {learnerName}, {noted}
        </Trans>
      </h3>
      {childWords !== null && <blockquote className={styles.words}>{childWords}</blockquote>}
      {whatSeen !== null && <p>{whatSeen}</p>}
      {myView !== null && <p>{myView}</p>}
      {note.hasPhoto && (
        <p>
          <Trans>A photo belongs to it. Look at it beside {recordedByName} before you remove the note: it goes too.</Trans>
        </p>
      )}
      <p className={styles.by}>
        <Trans>
          Noted by {recordedByName}, shown to you by {shownByName} {days.moment(note.shownAt)}
        </Trans>
      </p>
      {keep.refusal !== undefined && <Notice kind="bad" isLive title={words(keep.refusal)} />}
      <div className={styles.acts}>
        <Button size="small" icon={Printer} onPress={() => print()}>
          <Trans>Print this page</Trans>
        </Button>
        <Button size="small" icon={Copy} onPress={() => void copy(text).then(setCopied)}>
          <Trans>Copy the words</Trans>
        </Button>
        <Button size="small" onPress={() => setAsking(true)} aria-label={t`It is in our record: remove it here (${learnerName}, ${noted})`}>
          <Trans>It is in our record: remove it here</Trans>
        </Button>
        <Button size="small" kind="quiet" onPress={() => void keep.send({ shownNoteId: note.id, learnerId })} isPending={keep.isSending}>
          <Trans>It is no worry: keep it</Trans>
        </Button>
      </div>
      <p role="status">
        {copied === true && t`Copied. Paste it into your school’s safeguarding record.`}
        {copied === false && t`This browser does not let a page copy: print it, or write it down.`}
      </p>
      {isAsking && <AskToRemove note={note} onClose={() => setAsking(false)} />}
    </>
  )
}

async function copy(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
