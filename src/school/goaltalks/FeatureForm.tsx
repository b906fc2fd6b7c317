// A child says what makes the good one good, and it is written down beside the two.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { exampleReasons } from './client.ts'
import styles from './FeatureForm.module.css'
import { exampleRefusal } from './rules.ts'

interface FeatureFormProps {
  readonly goalId: string
  readonly learnerNames: readonly string[]
  readonly onAdd: (words: string) => void
}

export function FeatureForm({ goalId, learnerNames, onAdd }: FeatureFormProps) {
  const refusalWords = useRefusalWords(exampleReasons)
  const [text, setText] = useState('')
  const [isTried, setIsTried] = useState(false)
  const stop = useWorryStop([text], () => setText(''))
  const words = text.trim()
  const refusal = words === '' ? undefined : exampleRefusal({ part: 'feature', words, drawing: null }, learnerNames)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (words === '' || refusal !== undefined) return
    stop.before(() => {
      onAdd(words)
      setText('')
      setIsTried(false)
    })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        name={`feature-${goalId}`}
        label={<Trans>What makes it good?</Trans>}
        hint={<Trans>As the group says it: “you can see how it is done”. No names here.</Trans>}
        error={isTried && refusal !== undefined ? refusalWords(refusal) : undefined}
        value={text}
        onChange={setText}
        maxLength={120}
        width="full"
        autoComplete="off"
      />
      <div className={styles.acts}>
        <Button type="submit" size="small" isDisabled={words === ''}>
          <Trans>Add</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}
