// Paste a list of names, look it through, mend it: what is kept is the given name and one initial, nothing else of the list.
import { Trans } from '@lingui/react/macro'
import type { ClipboardEvent } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { type NamesDraft, readNames } from './client.ts'
import styles from './NamesField.module.css'
import { NamesPreview } from './NamesPreview.tsx'

interface NamesFieldProps {
  readonly draft: NamesDraft
  readonly onChange: (draft: NamesDraft) => void
  readonly there?: readonly string[]
  readonly error?: string | undefined
}

export function NamesField({ draft, onChange, there = [], error }: NamesFieldProps) {
  const { text, lines } = draft
  const hasLines = lines.length > 0
  // A pasted list is looked through at once; what is typed waits for the button.
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text')
    if (text.trim() !== '' || !pasted.trim().includes('\n')) return
    event.preventDefault()
    onChange(readNames({ text: pasted, lines }))
  }
  return (
    <div className={styles.names}>
      <TextAreaField
        name="names"
        label={hasLines ? <Trans>More names</Trans> : <Trans>Names of the learners</Trans>}
        hint={
          <Trans>
            Paste a list, one child a line, from a register or a spreadsheet. Only the given name and the first letter of the family name
            are kept.
          </Trans>
        }
        error={error}
        value={text}
        onChange={(typed) => onChange({ text: typed, lines })}
        onPaste={paste}
        rows={hasLines ? 2 : 6}
        autoComplete="off"
        spellCheck={false}
      />
      {text.trim() !== '' && (
        <div>
          <Button onPress={() => onChange(readNames(draft))}>
            <Trans>Look the names through</Trans>
          </Button>
        </div>
      )}
      {hasLines && <NamesPreview lines={lines} onChange={(changed) => onChange({ text, lines: changed })} there={there} />}
    </div>
  )
}
