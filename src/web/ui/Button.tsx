// What one can press: one primary per screen, plain beside it, quiet for the small acts; the same looks for links that go elsewhere.
import { ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import styles from './Button.module.css'
import { classes } from './classes.ts'

interface Looks {
  readonly kind?: 'primary' | 'plain' | 'quiet'
  readonly size?: 'default' | 'small'
  /** As wide as its place. */
  readonly isWide?: boolean
  readonly icon?: LucideIcon
  /** A chevron after the words: it leads further. */
  readonly leadsOn?: boolean
  readonly children: ReactNode
}

/** `onPress` takes taps, clicks, Enter and Space. */
export interface ButtonProps
  extends Looks,
    Pick<
      AriaButtonProps,
      | 'onPress'
      | 'isDisabled'
      | 'type'
      | 'form'
      | 'autoFocus'
      | 'aria-label'
      | 'aria-describedby'
      | 'aria-expanded'
      | 'aria-haspopup'
      | 'aria-pressed'
      | 'id'
      | 'slot'
    > {
  /** An answer is awaited: it keeps the focus and does nothing. (React Aria's own way leaves an empty picture behind for screen readers.) */
  readonly isPending?: boolean
}

export function Button({ kind, size, isWide, icon, leadsOn, isPending = false, children, ...rest }: ButtonProps) {
  const pending = isPending ? { 'aria-disabled': true, 'data-pending': '', type: 'button' as const, onPress: doNothing } : {}
  return (
    <AriaButton {...rest} {...pending} className={looks({ kind, size, isWide })}>
      <Inside icon={icon} leadsOn={leadsOn}>
        {children}
      </Inside>
    </AriaButton>
  )
}

function doNothing(): void {}

export interface ButtonLinkProps extends Looks, Pick<AriaLinkProps, 'onPress' | 'target' | 'download' | 'aria-label' | 'aria-current'> {
  readonly href: string
}

/** A link that looks like a button. Inside the application it goes through the router. */
export function ButtonLink({ kind, size, isWide, icon, leadsOn, children, ...rest }: ButtonLinkProps) {
  return (
    <AriaLink {...rest} className={looks({ kind, size, isWide })}>
      <Inside icon={icon} leadsOn={leadsOn}>
        {children}
      </Inside>
    </AriaLink>
  )
}

/** A link among words. */
export function TextLink({
  children,
  ...rest
}: { readonly href: string; readonly children: ReactNode } & Pick<AriaLinkProps, 'target' | 'download' | 'aria-current' | 'onPress'>) {
  return (
    <AriaLink {...rest} className={classes(styles.link)}>
      {children}
    </AriaLink>
  )
}

export interface IconButtonProps
  extends Pick<AriaButtonProps, 'onPress' | 'isDisabled' | 'aria-expanded' | 'aria-haspopup' | 'slot' | 'type'> {
  readonly icon: LucideIcon
  /** What it does, for those who can't see the picture: "Go back". */
  readonly label: string
  /** Turns with the direction of writing (arrows). */
  readonly mirrors?: boolean
}

/** A picture alone, 48 pixels each way. Only where a word does not fit, and never on a child's screen. */
export function IconButton({ icon: Icon, label, mirrors = false, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} className={classes(styles.icon)}>
      <Icon aria-hidden="true" {...(mirrors ? { 'data-mirrors': '' } : {})} />
    </AriaButton>
  )
}

function Inside({
  icon: Icon,
  leadsOn,
  children,
}: {
  readonly icon: LucideIcon | undefined
  readonly leadsOn: boolean | undefined
  readonly children: ReactNode
}) {
  return (
    <>
      {Icon !== undefined && <Icon aria-hidden="true" />}
      {children}
      {leadsOn === true && <ChevronRight aria-hidden="true" data-mirrors="" />}
    </>
  )
}

function looks({
  kind = 'plain',
  size = 'default',
  isWide = false,
}: { [Name in 'kind' | 'size' | 'isWide']: Looks[Name] | undefined }): string {
  return classes(styles.button, styles[kind], size === 'small' && styles.small, isWide && styles.wide)
}
