// Asks for the one sentence that an act needs: why, how it was seen, what was done.
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Schema } from '../../core/contract.ts'
import type { Refusal } from '../../core/errors.ts'
import { problemsOf, useForm } from '../form.ts'
import { type Reasons, useRefusalWords } from '../messages.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { TextAreaField } from './Field.tsx'
import { Stack } from './Layout.tsx'

interface SentenceDialogProps {
  readonly title: ReactNode
  readonly label: ReactNode
  readonly act: ReactNode
  /** What the command takes, and how long it may be. */
  readonly shape: Schema
  readonly most: number
  /** Why the act can be refused. */
  readonly reasons: Reasons
  readonly onClose: () => void
  readonly send: (sentence: string) => Promise<{ readonly output: unknown } | { readonly refusal: Refusal }>
}

export function SentenceDialog({ title, label, act, shape, most, reasons, onClose, send }: SentenceDialogProps) {
  const { t } = useLingui()
  const words = useRefusalWords(reasons)
  const form = useForm({ sentence: { shape, wanted: t`Write a sentence` } })
  const submit = form.submit(async ({ sentence }) => {
    const reply = await send(String(sentence))
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <TextAreaField {...form.field('sentence')} label={label} rows={2} maxLength={most} width="full" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            {act}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
