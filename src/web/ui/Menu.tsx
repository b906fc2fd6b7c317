// A menu of acts behind one button: arrow keys, first letters, Escape; the focus comes back to the button.
import type { LucideIcon } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button, IconButton } from './Button.tsx'
import type { MenuAct } from './MenuList.tsx'
import { part } from './part.tsx'

const MenuList = part(async () => (await import('./MenuList.tsx')).MenuList)

interface MenuProps {
  readonly label: string
  readonly icon?: LucideIcon
  /** The label is only heard, the icon stands alone. Needs an icon. */
  readonly isLabelHidden?: boolean
  readonly kind?: 'plain' | 'quiet'
  readonly acts: readonly MenuAct[]
  /** Shown in the button instead of the label. */
  readonly children?: ReactNode
}

type Focus = 'list' | 'first' | 'last'

const byKey: Readonly<Record<string, Focus>> = { Enter: 'first', ' ': 'first', ArrowDown: 'first', ArrowUp: 'last' }

export function Menu({ label, icon, isLabelHidden = false, kind = 'plain', acts, children }: MenuProps) {
  const trigger = useRef<HTMLButtonElement>(null)
  const focus = useRef<Focus>('list')
  const [isOpen, setIsOpen] = useState(false)
  const button = {
    ref: trigger,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': isOpen,
    onPointerDown: () => {
      focus.current = 'list'
    },
    onKeyDown: (event: KeyboardEvent) => {
      const to = byKey[event.key]
      if (to === undefined) return
      // Enter and Space too: the click that follows them looks to React Aria like one of no key, and then it focuses no item.
      event.preventDefault()
      focus.current = to
      setIsOpen(true)
    },
    // On its way to the button is early enough.
    onPointerEnter: () => void MenuList.prepare(),
    onFocus: () => void MenuList.prepare(),
    onPress: () => setIsOpen(true),
  }
  return (
    <>
      {isLabelHidden && icon !== undefined ? (
        <IconButton {...button} icon={icon} label={label} />
      ) : (
        <Button {...button} kind={kind} {...(icon === undefined ? {} : { icon })}>
          {children ?? label}
        </Button>
      )}
      {isOpen && <MenuList label={label} acts={acts} triggerRef={trigger} focus={focus.current} onClose={() => setIsOpen(false)} />}
    </>
  )
}
