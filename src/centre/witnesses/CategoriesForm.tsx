// The centre's own categories of witnesses, one a line.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { useSetCategories, witnessReasons } from './client.ts'
import { CategoryLines } from './contract.ts'

interface CategoriesFormProps {
  readonly categories: readonly string[]
  readonly onClose: () => void
}

export function CategoriesForm({ categories, onClose }: CategoriesFormProps) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const setCategories = useSetCategories()
  const words = useRefusalWords(witnessReasons)
  const form = useForm({
    labels: { shape: CategoryLines, wanted: t`One to twelve categories, one a line`, initial: categories.join('\n') },
  })
  const send = form.submit(async ({ labels }) => {
    const reply = await setCategories({ id, labels })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Categories of witnesses</Trans>} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <TextAreaField
            {...form.field('labels')}
            label={<Trans>One a line</Trans>}
            hint={
              <Trans>The first is of those who can be approved as expert witnesses. Entries keep the category that they were given.</Trans>
            }
            rows={6}
            width="full"
          />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Keep</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
