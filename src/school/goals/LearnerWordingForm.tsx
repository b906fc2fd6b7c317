// How a learner says the goal, written down exactly.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { device } from '../../web/device.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { goalSetLearnerWording } from './contract.ts'
import styles from './LearnerWordingForm.module.css'

interface LearnerWordingFormProps {
  readonly goalId: Id
  readonly learner: { readonly id: Id; readonly name: string }
  readonly said: string | undefined
  readonly onDone: () => void
}

export function LearnerWordingForm({ goalId, learner, said, onDone }: LearnerWordingFormProps) {
  const [text, setText] = useState(said ?? '')
  const { name } = learner
  const stop = useWorryStop([text], () => setText(''))
  const keep = async () => {
    const wording = text.trim()
    if (wording !== '' && wording !== said) {
      await device().outbox.add(goalSetLearnerWording, { id: newId(), goalId, learnerId: learner.id, wording })
    }
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(() => void keep())
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        name={`wording-${goalId}-${learner.id}`}
        label={<Trans>{name} says</Trans>}
        value={text}
        onChange={setText}
        maxLength={200}
        width="full"
        autoFocus
        autoComplete="off"
      />
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="small">
          <Trans>Keep</Trans>
        </Button>
        <Button size="small" onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}
