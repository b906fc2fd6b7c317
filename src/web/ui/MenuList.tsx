// The open list of a menu, fetched when it is first wanted: a page with a menu beside each of its lines carries none of it before.
import type { LucideIcon } from 'lucide-react'
import type { RefObject } from 'react'
import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { classes } from './classes.ts'
import { HiddenWords } from './HiddenWords.tsx'
import styles from './Menu.module.css'

export interface MenuAct {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon
  readonly isDisabled?: boolean
  readonly onAction?: () => void
  /** Where it leads, for one that is a link. */
  readonly href?: string
}

interface MenuListProps {
  readonly label: string
  readonly acts: readonly MenuAct[]
  /** Its button: it stands beneath it, and the focus comes back to it. */
  readonly triggerRef: RefObject<HTMLButtonElement | null>
  /** Where the focus goes: to the list for a tap, to an item for a key. */
  readonly focus: 'list' | 'first' | 'last'
  readonly onClose: () => void
}

export function MenuList({ label, acts, triggerRef, focus, onClose }: MenuListProps) {
  return (
    <HiddenWords>
      <Popover
        aria-label={label}
        triggerRef={triggerRef}
        isOpen
        onOpenChange={onClose}
        className={classes(styles.popover)}
        placement="bottom start"
      >
        <AriaMenu aria-label={label} autoFocus={focus === 'list' ? true : focus} onClose={onClose} className={classes(styles.menu)}>
          {acts.map(({ id, label: words, icon: ItemIcon, isDisabled = false, ...act }) => (
            <MenuItem key={id} id={id} isDisabled={isDisabled} {...act} textValue={words} className={classes(styles.item)}>
              {ItemIcon !== undefined && <ItemIcon aria-hidden="true" />}
              {words}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </HiddenWords>
  )
}
