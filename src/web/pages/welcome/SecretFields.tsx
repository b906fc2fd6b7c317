// Fields for what only the right people know: the terminal's code, and a password (long beats complicated; it can be looked at).
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { CheckboxField, Field, type FieldProps } from '../../ui/Field.tsx'
import { Stack } from '../../ui/Layout.tsx'

type FormProps = Pick<FieldProps, 'name' | 'value' | 'onChange' | 'error'>

export function CodeField(props: FormProps) {
  return (
    <Field {...props} label={<Trans>Set-up code</Trans>} width="short" autoComplete="off" autoCapitalize="characters" spellCheck={false} />
  )
}

export function PasswordField(props: FormProps) {
  const [isSeen, setSeen] = useState(false)
  return (
    <Stack gap="small">
      <Field
        {...props}
        type={isSeen ? 'text' : 'password'}
        label={<Trans>Password</Trans>}
        hint={<Trans>12 characters or more. Three words that have nothing to do with each other make a good one.</Trans>}
        autoComplete="new-password"
        spellCheck={false}
      />
      <CheckboxField name={`${props.name}-seen`} label={<Trans>Show it</Trans>} isChecked={isSeen} onChange={setSeen} />
    </Stack>
  )
}
