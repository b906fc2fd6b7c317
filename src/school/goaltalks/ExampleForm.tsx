// Makes an example to show: in words, by drawing, or both. Never a child's own work, and nobody's name.

import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { orNull } from '../../web/typed.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DrawingSurface } from '../../web/ui/Drawing.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { exampleReasons } from './client.ts'
import type { GoalExample } from './contract.ts'
import { exampleRefusal } from './rules.ts'

interface ExampleFormProps {
  readonly title: string
  readonly part: 'good' | 'weaker'
  readonly example: GoalExample | undefined
  readonly learnerNames: readonly string[]
  readonly onKeep: (example: Omit<GoalExample, 'id' | 'goalId'>) => void
  readonly onClose: () => void
}

/** Opens at once. */
export function ExampleForm({ title, part, example, learnerNames, onKeep, onClose }: ExampleFormProps) {
  const { t } = useLingui()
  const refusalWords = useRefusalWords(exampleReasons)
  const [words, setWords] = useState(example?.words ?? '')
  const [drawing, setDrawing] = useState(example?.drawing ?? undefined)
  const [attempts, setAttempts] = useState(0)
  const stop = useWorryStop([words], () => setWords(''))
  const made = { part, words: orNull(words), drawing: drawing ?? null }
  const refusal = exampleRefusal(made, learnerNames)
  const keep = () => {
    setAttempts(attempts + 1)
    if (refusal === undefined) stop.before(() => onKeep(made))
  }
  return (
    <Dialog
      title={title}
      size="large"
      isOpen
      onClose={onClose}
      isDismissable={words === (example?.words ?? '') && drawing === (example?.drawing ?? undefined)}
      actions={
        <>
          <Button kind="primary" onPress={keep}>
            <Trans>Keep</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {stop.button}
        </>
      }
    >
      <Stack gap="form">
        <TextAreaField
          name="example-words"
          label={<Trans>In words</Trans>}
          hint={<Trans>Made to show, not a child’s own work. No names here.</Trans>}
          error={attempts > 0 && refusal !== undefined ? refusalWords(refusal) : undefined}
          isOptional
          value={words}
          onChange={setWords}
          maxLength={300}
          rows={2}
          width="full"
        />
        <DrawingSurface label={t`Sheet to draw the example on`} value={drawing} onChange={setDrawing} />
      </Stack>
      {stop.dialogs}
    </Dialog>
  )
}
