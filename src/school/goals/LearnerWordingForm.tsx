// How a learner says the goal, written down exactly.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { device } from '../../web/device.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
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
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const wording = text.trim()
    if (wording !== '' && wording !== said) {
      await device().outbox.add(goalSetLearnerWording, { id: newId(), goalId, learnerId: learner.id, wording })
    }
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void keep(event)}>
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
      </div>
    </form>
  )
}
