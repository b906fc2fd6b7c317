// Where one-time links lead: an invitation is accepted, a lost password is replaced; then one is in.
import { Trans, useLingui } from '@lingui/react/macro'
import { useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Password } from '../../common/organisations/contract.ts'
import { peopleReasons } from '../../common/people/client.ts'
import { invitationAccept, recoveryAccept } from '../../common/people/contract.ts'
import { problemsOf, useForm } from '../form.ts'
import { useRefusalWords } from '../messages.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Notice } from '../ui/Notice.tsx'
import { secretOf, visitAndSignIn } from '../visiting.ts'
import { PasswordField } from './welcome/SecretFields.tsx'
import { Sheet } from './welcome/Sheet.tsx'

export function InvitationPage() {
  return (
    <Sheet title={<Trans>Come in</Trans>}>
      <LinkForm command={invitationAccept} action={<Trans>Come in</Trans>}>
        <Trans>Somebody invited you. Choose a password; if you have an account here already, enter the password of that account.</Trans>
      </LinkForm>
    </Sheet>
  )
}

export function RecoveryPage() {
  return (
    <Sheet title={<Trans>A new password</Trans>}>
      <LinkForm command={recoveryAccept} action={<Trans>Set the password</Trans>}>
        <Trans>Choose a new password. You are then signed out everywhere else.</Trans>
      </LinkForm>
    </Sheet>
  )
}

interface LinkFormProps {
  readonly command: typeof invitationAccept | typeof recoveryAccept
  readonly action: ReactNode
  readonly children: ReactNode
}

function LinkForm({ command, action, children }: LinkFormProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const words = useRefusalWords(peopleReasons)
  // Another link may be pasted over this one: then only the part after the # changes.
  const secret = secretOf(useLocation({ select: ({ hash }) => hash }))
  const form = useForm({ password: { shape: Password, wanted: t`Choose a password of 12 characters or more` } })
  if (secret === undefined) {
    return (
      <Notice kind="bad" title={<Trans>The end of this link is missing</Trans>}>
        <Trans>Copy the whole link, or ask your administrator for a new one.</Trans>
      </Notice>
    )
  }
  const { organisationId, token } = secret
  const send = form.submit(async ({ password }) => {
    const refusal = await visitAndSignIn(command, {
      organisationId,
      input: { token, password },
      account: ({ email }) => ({ email, password }),
    })
    if (refusal !== undefined) return problemsOf(refusal.field === 'token' ? { ...refusal, field: 'password' } : refusal, words)
    await navigate({ to: '/', replace: true })
    return undefined
  })
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="form">
        <p>{children}</p>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <PasswordField {...form.field('password')} />
        <Button kind="primary" type="submit" isPending={form.isSending}>
          {action}
        </Button>
      </Stack>
    </form>
  )
}
