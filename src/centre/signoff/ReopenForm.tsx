// Reopening a signed unit: only its assessor, only with a reason, never after a claim.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { signOffReasons, useReopening } from './client.ts'
import { GivenReason } from './contract.ts'

export function ReopenForm({ registrationId }: { readonly registrationId: Id }) {
  const { t } = useLingui()
  const [isOpen, setIsOpen] = useState(false)
  const act = useReopening()
  const words = useRefusalWords(signOffReasons)
  const form = useForm({ reason: { shape: GivenReason, wanted: t`Say why` } })
  const send = form.submit(async ({ reason }) => {
    const reply = await act({ id: newId(), registrationId, reason })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    form.reset()
    setIsOpen(false)
    return undefined
  })
  if (!isOpen)
    return (
      <div>
        <Button onPress={() => setIsOpen(true)}>
          <Trans>Reopen the unit</Trans>
        </Button>
      </div>
    )
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <TextAreaField
          {...form.field('reason')}
          label={<Trans>Reopened, because</Trans>}
          hint={<Trans>All signatures so far stand no longer. Those who signed are told, with this reason.</Trans>}
          maxLength={1000}
          rows={2}
          width="full"
          autoFocus
        />
        <Row>
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Reopen</Trans>
          </Button>
          <Button onPress={() => setIsOpen(false)}>
            <Trans>Cancel</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
