// A few sentences to an action: what was done, or what the IQA saw.
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Refusal } from '../../core/errors.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { samplingReasons } from './client.ts'
import { sampleActionSettle } from './contract.ts'

interface WordsFormProps {
  readonly title: ReactNode
  readonly label: ReactNode
  readonly act: ReactNode
  readonly onClose: () => void
  readonly send: (words: string) => Promise<{ readonly output: unknown } | { readonly refusal: Refusal }>
}

export function WordsForm({ title, label, act, onClose, send }: WordsFormProps) {
  const { t } = useLingui()
  const refusalWords = useRefusalWords(samplingReasons)
  const form = useForm({ words: { shape: sampleActionSettle.input.shape.words, wanted: t`Write a sentence` } })
  const submit = form.submit(async ({ words }) => {
    const reply = await send(words)
    if ('refusal' in reply) return problemsOf(reply.refusal, refusalWords)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <TextAreaField {...form.field('words')} label={label} maxLength={600} width="full" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            {act}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
