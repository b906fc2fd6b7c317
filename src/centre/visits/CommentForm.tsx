// The candidate's own view of a visit.
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
import { useComment, visitReasons } from './client.ts'
import { type Visit, visitComment } from './contract.ts'

const { words } = visitComment.input.shape

export function CommentForm({ visit, onClose }: { readonly visit: Visit; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const comment = useComment()
  const say = useRefusalWords(visitReasons)
  const form = useForm({ words: { shape: words, wanted: t`Make it shorter`, initial: visit.comment } })
  const send = form.submit(async (values) => {
    const reply = await comment({ id, visitId: visit.id, words: values.words })
    if ('refusal' in reply) return problemsOf(reply.refusal, say)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Your comment</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <TextAreaField
            {...form.field('words')}
            label={<Trans>How you saw this session</Trans>}
            hint={<Trans>Learners as letters, never by name. A change after signing asks both to sign again.</Trans>}
            rows={4}
            maxLength={2000}
            width="full"
          />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Save</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
