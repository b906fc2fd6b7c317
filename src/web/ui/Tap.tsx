// Buttons of the browser's own for what a first paint must show: capture's first page carries no library for them.
import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import buttonStyles from './Button.module.css'
import { classes } from './classes.ts'

export interface TapProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'disabled' | 'type'> {
  readonly onPress: () => void
  readonly isDisabled?: boolean | undefined
}

/** A bare button: taps, clicks, Enter and Space. It takes the focus where a browser gives it none, so that a dialog can give it back. */
export function Tap({ onPress, isDisabled = false, ...rest }: TapProps) {
  return (
    <button
      {...rest}
      type="button"
      disabled={isDisabled}
      onClick={({ currentTarget }) => {
        if (document.activeElement !== currentTarget) currentTarget.focus({ preventScroll: true })
        onPress()
      }}
    />
  )
}

interface TapButtonProps extends Omit<TapProps, 'className'> {
  readonly kind?: 'primary' | 'plain' | 'quiet'
  readonly size?: 'default' | 'small'
  readonly icon?: LucideIcon
  readonly children: ReactNode
}

/** Looks as `Button` does. */
export function TapButton({ kind = 'plain', size = 'default', icon: Icon, children, ...rest }: TapButtonProps) {
  return (
    <Tap {...rest} className={classes(buttonStyles.button, buttonStyles[kind], size === 'small' && buttonStyles.small)}>
      {Icon !== undefined && <Icon aria-hidden="true" />}
      {children}
    </Tap>
  )
}

interface TapIconProps extends Omit<TapProps, 'className' | 'aria-label'> {
  readonly icon: LucideIcon
  /** What it does, for those who can't see the picture. */
  readonly label: string
  readonly mirrors?: boolean
}

/** Looks as `IconButton` does. */
export function TapIcon({ icon: Icon, label, mirrors = false, ...rest }: TapIconProps) {
  return (
    <Tap {...rest} aria-label={label} className={classes(buttonStyles.icon)}>
      <Icon aria-hidden="true" {...(mirrors ? { 'data-mirrors': '' } : {})} />
    </Tap>
  )
}
