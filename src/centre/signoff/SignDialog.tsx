// Signing: what one says, over what, and the password again.
import { Trans, useLingui } from '@lingui/react/macro'
import { newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { signOffReasons, useRoleWords, useSigning } from './client.ts'
import { GivenPassword, type SignerRole, type SignOff } from './contract.ts'
import { statements } from './rules.ts'

interface SignDialogProps {
  readonly signOff: SignOff
  readonly role: SignerRole
  readonly onClose: () => void
}

export function SignDialog({ signOff: { registration, contentHash }, role, onClose }: SignDialogProps) {
  const { t } = useLingui()
  const roles = useRoleWords()
  const act = useSigning()
  const words = useRefusalWords(signOffReasons)
  const form = useForm({ password: { shape: GivenPassword, wanted: t`Enter your password` } })
  const { candidateName, unitNumber, unitTitle, id: registrationId } = registration
  const send = form.submit(async ({ password }) => {
    const reply = await act({ id: newId(), registrationId, role, password, contentHash })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={t`Sign: ${roles[role]}`} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <p>
            <Trans>
              {candidateName}, unit {unitNumber}: {unitTitle}
            </Trans>
          </p>
          <p>
            <b>{statements[role]}</b>
          </p>
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <Field
            {...form.field('password')}
            type="password"
            autoComplete="current-password"
            label={<Trans>Your password again</Trans>}
            hint={<Trans>It shows that it is you who signs. It is checked now and not kept.</Trans>}
            autoFocus
          />
          <Row>
            <Button kind="primary" type="submit" isPending={form.isSending}>
              <Trans>Sign</Trans>
            </Button>
            <Button onPress={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  )
}
