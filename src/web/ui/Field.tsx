// A field: label, hint and error above the input, in that order, so that a keyboard on the screen never covers what is wrong.
import { Trans } from '@lingui/react/macro'
import { CircleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { useWatchedWords } from './watched-words.ts'

/** Where an error summary finds the input of a field. @example fieldId('email') // 'field-email' */
export function fieldId(name: string): string {
  return `field-${name}`
}

interface Frame {
  /** Also the input's id, as {@link fieldId} makes it: unique on the page. */
  readonly name: string
  readonly label: ReactNode
  /** What helps to fill it in, before one does. */
  readonly hint?: ReactNode
  /** What is wrong, and so what to do: "Choose a learner". */
  readonly error?: ReactNode
  /** Says "(if you like)"; every other field is needed. */
  readonly isOptional?: boolean
  readonly width?: 'short' | 'medium' | 'full'
}

interface Controlled {
  readonly value?: string
  readonly defaultValue?: string
  readonly onChange?: (value: string) => void
}

type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<Tag>,
  keyof Frame | keyof Controlled | 'id' | 'className' | 'style' | 'type' | 'required'
>

export interface FieldProps extends Frame, Controlled, Native<'input'> {
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'time' | 'search'
}

/** One line of text, a number, a day. Dates use the device's own picker. */
export function Field({ type = 'text', label, hint, error, isOptional, width, onChange, ...rest }: FieldProps) {
  const frame = { name: rest.name, label, hint, error, isOptional, width }
  // A line that takes so much takes sentences.
  const { said, heard } = useWatchedWords({ ...rest, isProse: (rest.maxLength ?? 0) >= 400 })
  return (
    <Surround {...frame}>
      <input
        {...rest}
        {...described(frame)}
        type={type}
        onChange={(event) => {
          heard(event.currentTarget.value)
          onChange?.(event.currentTarget.value)
        }}
        className={styles.input}
      />
      {type === 'text' && <Said>{said}</Said>}
    </Surround>
  )
}

export interface TextAreaFieldProps extends Frame, Controlled, Native<'textarea'> {}

/** Several lines; it grows with what is written, where the browser can. */
export function TextAreaField({ label, hint, error, isOptional, width, onChange, rows = 3, ...rest }: TextAreaFieldProps) {
  const frame = { name: rest.name, label, hint, error, isOptional, width }
  const { said, heard } = useWatchedWords({ ...rest, isProse: true })
  return (
    <Surround {...frame}>
      <textarea
        {...rest}
        {...described(frame)}
        rows={rows}
        onChange={(event) => {
          heard(event.currentTarget.value)
          onChange?.(event.currentTarget.value)
        }}
        className={classes(styles.input, styles.area)}
      />
      <Said>{said}</Said>
    </Surround>
  )
}

export interface Option {
  readonly id: string
  readonly label: string
}

export interface SelectFieldProps extends Frame, Controlled, Native<'select'> {
  readonly options: readonly Option[]
  /** The first line, which is no choice: "Choose a class". */
  readonly placeholder?: string
}

/** The device's own list: it works with every screen reader and keyboard. For two to six choices use a ChipGroup. */
export function SelectField({ label, hint, error, isOptional, width, onChange, options, placeholder, ...rest }: SelectFieldProps) {
  const frame = { name: rest.name, label, hint, error, isOptional, width }
  return (
    <Surround {...frame}>
      <select {...rest} {...described(frame)} onChange={(event) => onChange?.(event.currentTarget.value)} className={styles.input}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ id, label: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </Surround>
  )
}

export interface CheckboxFieldProps extends Pick<Frame, 'name' | 'hint' | 'error'>, Omit<Native<'input'>, 'value'> {
  readonly label: ReactNode
  readonly isChecked?: boolean
  readonly onChange?: (isChecked: boolean) => void
}

/** One yes or no, its words beside it; the whole line is the target. */
export function CheckboxField({ label, hint, error, isChecked, onChange, ...rest }: CheckboxFieldProps) {
  const checked = isChecked === undefined ? {} : { checked: isChecked }
  return (
    <div className={styles.field}>
      <ErrorLine name={rest.name} error={error} />
      <label className={styles.check}>
        <input
          {...rest}
          {...described({ name: rest.name, hint, error })}
          {...checked}
          type="checkbox"
          onChange={(event) => onChange?.(event.currentTarget.checked)}
        />
        <span>
          {label}
          {hint !== undefined && (
            <span id={`${fieldId(rest.name)}-hint`} className={styles.hint}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}

type Loose<T> = { readonly [Name in keyof T]: T[Name] | undefined }

function Surround({
  name,
  label,
  hint,
  error,
  isOptional,
  width = 'medium',
  children,
}: Loose<Omit<Frame, 'name'>> & { readonly name: string; readonly children: ReactNode }) {
  const id = fieldId(name)
  return (
    <div className={classes(styles.field, styles[width], isSaid(error) && styles.wrong)}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {isOptional === true && (
          <span className={styles.optional}>
            {' '}
            <Trans>(if you like)</Trans>
          </span>
        )}
      </label>
      {isSaid(hint) && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <ErrorLine name={name} error={error} />
      {children}
    </div>
  )
}

/** Beneath the words, clear of the focus ring. */
function Said({ children }: { readonly children: ReactNode }) {
  return isSaid(children) && <div className={styles.said}>{children}</div>
}

function ErrorLine({ name, error }: { readonly name: string; readonly error: ReactNode }) {
  if (!isSaid(error)) return null
  return (
    <p id={`${fieldId(name)}-error`} className={styles.error}>
      <CircleAlert aria-hidden="true" />
      <span>{error}</span>
    </p>
  )
}

function described({ name, hint, error }: { readonly name: string; readonly hint?: ReactNode; readonly error?: ReactNode }) {
  const id = fieldId(name)
  const parts = [isSaid(hint) && `${id}-hint`, isSaid(error) && `${id}-error`].filter((part) => part !== false)
  return {
    id,
    ...(parts.length > 0 ? { 'aria-describedby': parts.join(' ') } : {}),
    ...(isSaid(error) ? { 'aria-invalid': true as const } : {}),
  }
}

function isSaid(words: ReactNode): boolean {
  return words !== undefined && words !== null && words !== false && words !== ''
}
