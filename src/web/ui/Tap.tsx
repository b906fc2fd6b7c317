// A button of the browser's own: a first page carries no library for what browsers do well.
import type { ButtonHTMLAttributes, Ref } from 'react'

export interface TapProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'disabled' | 'type'> {
  readonly ref?: Ref<HTMLButtonElement>
  /** Left out by a form's own button: then the form is sent. */
  readonly onPress?: (() => void) | undefined
  readonly type?: 'button' | 'submit'
  readonly isDisabled?: boolean | undefined
  /** An answer is awaited: it keeps the focus and does nothing. */
  readonly isPending?: boolean | undefined
}

/** Taps, clicks, Enter and Space. It takes the focus where a browser gives it none (Safari), so that a dialog can give it back. */
export function Tap({ onPress, type = 'button', isDisabled = false, isPending = false, ...rest }: TapProps) {
  const pending = isPending ? { 'aria-disabled': true, 'data-pending': '' } : {}
  return (
    <button
      {...rest}
      {...pending}
      type={isPending ? 'button' : type}
      disabled={isDisabled}
      onClick={({ currentTarget }) => {
        if (document.activeElement !== currentTarget) currentTarget.focus({ preventScroll: true })
        if (!isPending) onPress?.()
      }}
    />
  )
}
