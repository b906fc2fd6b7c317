// A field for six digits: the device's number pad, dots for what is typed, nothing that a browser would remember.
import type { ReactNode } from 'react'
import { Field } from '../../ui/Field.tsx'

interface PinFieldProps {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly value: string
  readonly onChange: (pin: string) => void
  readonly hasFocus?: boolean
}

export function PinField({ hasFocus = false, onChange, ...rest }: PinFieldProps) {
  return (
    <Field
      {...rest}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      width="short"
      autoFocus={hasFocus}
      onChange={(typed) => onChange(typed.replace(/\D/g, ''))}
    />
  )
}
