// What one can press: one primary per screen, plain beside it, quiet for the small acts; the same looks for links that go elsewhere.
import { ChevronRight, type LucideIcon } from 'lucide-react'
import type { AnchorHTMLAttributes, ReactNode } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'
import { Tap, type TapProps } from './Tap.tsx'

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

export interface ButtonProps extends Looks, Omit<TapProps, 'className' | 'children'> {}

/** `onPress` takes taps, clicks, Enter and Space; `isPending` keeps the focus while an answer is awaited. */
export function Button({ kind, size, isWide, icon, leadsOn, children, ...rest }: ButtonProps) {
  return (
    <Tap {...rest} className={looks({ kind, size, isWide })}>
      <Inside icon={icon} leadsOn={leadsOn}>
        {children}
      </Inside>
    </Tap>
  )
}

type LinkProps = Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'target' | 'download' | 'aria-label' | 'aria-current' | 'onClick'> & {
  readonly href: string
}

/** A link that looks like a button. Inside the application it goes through the router. */
export function ButtonLink({ kind, size, isWide, icon, leadsOn, children, ...rest }: LinkProps & Looks) {
  return (
    <a {...rest} className={looks({ kind, size, isWide })}>
      <Inside icon={icon} leadsOn={leadsOn}>
        {children}
      </Inside>
    </a>
  )
}

/** A link among words. */
export function TextLink({ children, ...rest }: LinkProps & { readonly children: ReactNode }) {
  return (
    <a {...rest} className={styles.link}>
      {children}
    </a>
  )
}

export interface IconButtonProps extends Omit<TapProps, 'className' | 'children' | 'aria-label'> {
  readonly icon: LucideIcon
  /** What it does, for those who can't see the picture: "Go back". */
  readonly label: string
  /** Turns with the direction of writing (arrows). */
  readonly mirrors?: boolean
}

/** A picture alone, 48 pixels each way. Only where a word does not fit, and never on a child's screen. */
export function IconButton({ icon: Icon, label, mirrors = false, ...rest }: IconButtonProps) {
  return (
    <Tap {...rest} aria-label={label} className={styles.icon}>
      <Icon aria-hidden="true" {...(mirrors ? { 'data-mirrors': '' } : {})} />
    </Tap>
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
