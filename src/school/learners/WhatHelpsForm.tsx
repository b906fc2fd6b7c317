// In a few words, what helps a learner: a tool, a way of asking, time.

import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { device } from '../../web/device.ts'
import { orNull } from '../../web/typed.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { type Learner, learnerSetWhatHelps } from './contract.ts'
import styles from './WhatHelpsForm.module.css'

interface WhatHelpsFormProps {
  readonly learner: Pick<Learner, 'id' | 'name' | 'whatHelps'>
  readonly onDone: () => void
}

export function WhatHelpsForm({ learner, onDone }: WhatHelpsFormProps) {
  const [text, setText] = useState(learner.whatHelps ?? '')
  const stop = useWorryStop([text], () => setText(''))
  const keep = async () => {
    const whatHelps = orNull(text)
    if (whatHelps !== learner.whatHelps) await device().outbox.add(learnerSetWhatHelps, { learnerId: learner.id, whatHelps })
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(() => void keep())
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        name={`helps-${learner.id}`}
        label={<Trans>What helps {learner.name}</Trans>}
        hint={<Trans>A tool, a way of asking, time: word mat, short goals. Nothing about health or family.</Trans>}
        value={text}
        onChange={setText}
        maxLength={200}
        width="full"
        autoFocus
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
