// Setting up a school or a centre with its first administrator; whoever does it is signed in by it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Email, Name, organisationSetUp, Password, SetupCode } from '../../../common/organisations/contract.ts'
import { peopleReasons } from '../../../common/people/client.ts'
import type { OrganisationKind } from '../../../core/actor.ts'
import { newId } from '../../../core/ids.ts'
import { problemsOf, useForm } from '../../form.ts'
import { learnInstallation } from '../../installation.ts'
import { useRefusalWords } from '../../messages.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipGroup } from '../../ui/ChipGroup.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { visitAndSignIn } from '../../visiting.ts'
import { CodeField, PasswordField } from './SecretFields.tsx'

/** The contract's fields → the form's. */
const names = { 'administrator.name': 'yourName', 'administrator.email': 'email', 'administrator.password': 'password' }

interface SetUpFormProps {
  readonly onBack: () => void
  /** Once the administrator is in. */
  readonly onDone?: () => void
}

export function SetUpForm({ onBack, onDone }: SetUpFormProps) {
  const [kind, setKind] = useState<OrganisationKind>('school')
  const { form, send } = useSetUp(kind, onDone)
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <CodeField {...form.field('code')} />
        <ChipGroup<OrganisationKind>
          label={<Trans>What is it?</Trans>}
          hint={<Trans>A school keeps children’s records. A centre assesses people who work towards a qualification.</Trans>}
          isNeeded
          value={kind}
          onChange={(chosen) => setKind(chosen ?? 'school')}
          chips={[
            { id: 'school', label: <Trans>School</Trans> },
            { id: 'centre', label: <Trans>Centre</Trans> },
          ]}
        />
        <Field {...form.field('name')} label={<Trans>Name of the school or centre</Trans>} autoComplete="organization" />
        <Field
          {...form.field('yourName')}
          label={<Trans>Your name</Trans>}
          hint={<Trans>As colleagues know you</Trans>}
          autoComplete="name"
        />
        <Field {...form.field('email')} type="email" label={<Trans>Your e-mail address</Trans>} autoComplete="username" />
        <PasswordField {...form.field('password')} />
        <Row>
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Set it up</Trans>
          </Button>
          <Button kind="quiet" onPress={onBack}>
            <Trans>Back</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  )
}

function useSetUp(kind: OrganisationKind, onDone: (() => void) | undefined) {
  const { t } = useLingui()
  const words = useRefusalWords(peopleReasons)
  const form = useForm({
    code: { shape: SetupCode, wanted: t`Enter the code as the terminal printed it, eight letters and digits` },
    name: { shape: Name, wanted: t`Enter the name of the school or centre` },
    yourName: { shape: Name, wanted: t`Enter your name` },
    email: { shape: Email, wanted: t`Enter your e-mail address` },
    password: { shape: Password, wanted: t`Choose a password of 12 characters or more` },
  })
  const send = form.submit(async ({ code, name, yourName, email, password }) => {
    const administrator = { personId: newId(), name: yourName, email, password }
    const refusal = await visitAndSignIn(organisationSetUp, {
      organisationId: newId(),
      input: { code, kind, name, administrator },
      account: () => ({ email, password }),
    })
    if (refusal !== undefined) return problemsOf(refusal, words, names)
    await learnInstallation()
    onDone?.()
    return undefined
  })
  return { form, send }
}
