// A full sign-in: address and password. What went wrong is said in the same words whatever it was that did not fit.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { SignIn } from '../../access-parts.ts'
import { device } from '../../device.ts'
import type { SignInFault } from '../../offline/server-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './door.module.css'

/** asked: by themselves · first_today: a PIN is not enough today · closed: the PIN was missed five times · forgotten: and to be replaced */
export type SignInReason = 'asked' | 'first_today' | 'closed' | 'forgotten'

interface SignInFormProps {
  readonly reason: SignInReason
  readonly onSignedIn: (result: SignIn) => void
  readonly onBack: (() => void) | undefined
}

export function SignInForm({ reason, onSignedIn, onBack }: SignInFormProps) {
  const [fault, setFault] = useState<SignInFault>()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    setIsBusy(true)
    const result = await device().access.signIn(String(data.get('email')), String(data.get('password')))
    setIsBusy(false)
    setFault('fault' in result ? result.fault : undefined)
    onSignedIn(result)
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <h1 tabIndex={-1}>
        <Trans>Sign in</Trans>
      </h1>
      <Reason reason={reason} />
      {fault !== undefined && <Notice kind="bad" isLive title={<FaultWords fault={fault} />} />}
      <Field name="email" type="email" label={<Trans>E-mail address</Trans>} autoComplete="username" autoFocus width="full" />
      <Field name="password" type="password" label={<Trans>Password</Trans>} autoComplete="current-password" width="full" />
      <div className={styles.acts}>
        <Button kind="primary" type="submit" isPending={isBusy}>
          <Trans>Sign in</Trans>
        </Button>
        {onBack !== undefined && (
          <Button kind="quiet" onPress={onBack}>
            <Trans>Back</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}

function Reason({ reason }: Pick<SignInFormProps, 'reason'>) {
  if (reason === 'asked') return null
  if (reason === 'first_today')
    return (
      <p>
        <Trans>A password first today. After that your PIN is enough on this device.</Trans>
      </p>
    )
  if (reason === 'forgotten')
    return (
      <p>
        <Trans>Sign in with the password, then choose a new PIN. Nothing that was kept here is lost.</Trans>
      </p>
    )
  return (
    <Notice kind="warn" title={<Trans>The PIN is closed after five tries</Trans>}>
      <Trans>Sign in with the password. Nothing that was kept here is lost.</Trans>
    </Notice>
  )
}

function FaultWords({ fault }: { readonly fault: SignInFault }) {
  const { t } = useLingui()
  const words: Readonly<Record<SignInFault, string>> = {
    wrong: t`Not that address and password. Try again, or ask your administrator for a new link.`,
    too_many: t`Too many tries. Wait a minute.`,
    no_organisation: t`No organisation lets this account in at present. Ask your administrator.`,
    no_network: t`No connection to the server just now. A PIN works without one.`,
  }
  return words[fault]
}
