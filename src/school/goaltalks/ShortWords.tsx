// One line of words that holds until another is written: kept by its own button, emptied by keeping nothing.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import styles from './ShortWords.module.css'

interface ShortWordsProps {
  /** Unique on the page. */
  readonly name: string
  readonly label: ReactNode
  readonly hint: ReactNode
  readonly value: string | null
  readonly maxLength: number
  readonly onKeep: (words: string | null) => void
}

export function ShortWords({ name, label, hint, value, maxLength, onKeep }: ShortWordsProps) {
  const [text, setText] = useState(value ?? '')
  const stop = useWorryStop([text], () => setText(''))
  const trimmed = text.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(() => onKeep(trimmed === '' ? null : trimmed))
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        name={name}
        label={label}
        hint={hint}
        value={text}
        onChange={setText}
        maxLength={maxLength}
        isOptional
        width="full"
        autoComplete="off"
      />
      <div className={styles.acts}>
        <Button type="submit" size="small" isDisabled={trimmed === (value ?? '')}>
          <Trans>Keep</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}
