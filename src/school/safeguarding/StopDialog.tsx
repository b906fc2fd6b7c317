// The safeguarding stop: whom to tell now, and a place for the words that is on the screen alone. Nothing of it is stored, queued, logged or sent.
import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Parsed } from '../../core/contract.ts'
import { timeWords } from '../../web/days.ts'
import { device } from '../../web/device.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { fieldId, TextAreaField } from '../../web/ui/Field.tsx'
import { usePrintedAlone } from '../../web/ui/root-mark.ts'
import { safeguardingContacts } from './contract.ts'
import styles from './StopDialog.module.css'
import { type KnownContacts, WhomToTell } from './WhomToTell.tsx'
import { WorryAdvice } from './WorryAdvice.tsx'

interface StopDialogProps {
  /** What was typed so far in the note that this was opened from. */
  readonly typed: string
  /** The adult has the words elsewhere: they go from the note too. */
  readonly onTold: () => void
  /** Back to where one was, with the note as it was. */
  readonly onClose: () => void
}

export function StopDialog({ typed, onTold, onClose }: StopDialogProps) {
  const known = useContacts()
  const [text, setText] = useState(typed)
  const hasWords = text.trim() !== ''
  // Words that stand here alone would be lost: then there is one way out.
  const canGoBack = !hasWords || text === typed
  const actions = (
    <>
      {hasWords && (
        <Button kind="primary" onPress={onTold}>
          <Trans>I printed, copied or wrote it down: clear it</Trans>
        </Button>
      )}
      {canGoBack && <Button onPress={onClose}>{hasWords ? <Trans>Back to the note</Trans> : <Trans>Close</Trans>}</Button>}
    </>
  )
  return (
    <Dialog isOpen title={<Trans>Worried about a child?</Trans>} onClose={onClose} isDismissable={canGoBack} actions={actions}>
      <div className={styles.stop}>
        <WhomToTell known={known} />
        <WorryAdvice />
        <TheirWords text={text} onWrite={setText} />
      </div>
    </Dialog>
  )
}

function TheirWords({ text, onWrite }: { readonly text: string; readonly onWrite: (text: string) => void }) {
  const { t, i18n } = useLingui()
  const [isCopied, setCopied] = useState(false)
  const hasWords = text.trim() !== ''
  const here = useRef<HTMLDivElement>(null)
  usePrintedAlone(here)
  return (
    <>
      <div ref={here} className={styles.screenOnly}>
        <TextAreaField
          name="safeguarding-words"
          label={<Trans>Their words exactly</Trans>}
          hint={<Trans>This stays on the screen only. Evident stores and sends none of it.</Trans>}
          value={text}
          onChange={(words) => {
            setCopied(false)
            onWrite(words)
          }}
          rows={4}
          width="full"
          autoComplete="off"
          // A browser's spelling service would be sent the words.
          spellCheck={false}
          autoCorrect="off"
        />
        <div className={styles.acts}>
          <Button size="small" icon={Printer} isDisabled={!hasWords} onPress={() => print()}>
            <Trans>Print this page</Trans>
          </Button>
          <Button size="small" icon={Copy} isDisabled={!hasWords} onPress={() => void copy(text).then(setCopied)}>
            <Trans>Copy the words</Trans>
          </Button>
          <p role="status">{isCopied && t`Copied. Paste it into your school’s safeguarding record.`}</p>
        </div>
      </div>
      <div className={styles.printOnly} aria-hidden="true">
        <p>{`${i18n.date(new Date(), { dateStyle: 'full' })}, ${timeWords(i18n, new Date().toISOString())}`}</p>
        <p className={styles.words}>{text}</p>
      </div>
    </>
  )
}

/** To the clipboard; where a page may not write to it (no secure connection), what is selected is copied. */
async function copy(text: string): Promise<boolean> {
  if ('clipboard' in navigator) {
    const isWritten = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (isWritten) return true
  }
  const field = document.getElementById(fieldId('safeguarding-words'))
  if (!(field instanceof HTMLTextAreaElement)) return false
  field.select()
  return document.execCommand('copy')
}

/** The kept list at once, then the school's own. It goes without the application's query cache: capture has none. */
function useContacts(): KnownContacts {
  const [known, setKnown] = useState<KnownContacts>({ state: 'loading' })
  useEffect(() => {
    let isOver = false
    const take = (answered: { readonly answer: Parsed<typeof safeguardingContacts.output> } | undefined, isLast: boolean) => {
      if (isOver) return
      if (answered !== undefined) setKnown({ state: 'known', contacts: answered.answer.contacts })
      else if (isLast) setKnown((before) => (before.state === 'known' ? before : { state: 'unknown' }))
    }
    const look = async () => {
      take(
        await device()
          .answers.recall(safeguardingContacts, {})
          .catch(() => undefined),
        false,
      )
      take(
        await device()
          .answers.ask(safeguardingContacts, {})
          .catch(() => undefined),
        true,
      )
    }
    void look()
    return () => {
      isOver = true
    }
  }, [])
  return known
}
