// A menu of acts behind one button: arrow keys, first letters, Escape; the focus comes back to the button.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import buttonStyles from './Button.module.css'
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

export function Menu({ label, icon: Icon, isLabelHidden = false, kind = 'plain', acts, children }: MenuProps) {
  return (
    <HiddenWords>
      <MenuTrigger>
        <AriaButton
          {...(isLabelHidden ? { 'aria-label': label } : {})}
          className={isLabelHidden ? classes(buttonStyles.icon) : classes(buttonStyles.button, buttonStyles[kind])}
        >
          {Icon !== undefined && <Icon aria-hidden="true" />}
          {!isLabelHidden && (children ?? label)}
        </AriaButton>
        <Popover className={classes(styles.popover)} placement="bottom start">
          <AriaMenu aria-label={label} className={classes(styles.menu)}>
            {acts.map(({ id, label: words, icon: ItemIcon, isDisabled = false, ...act }) => (
              <MenuItem key={id} id={id} isDisabled={isDisabled} {...act} textValue={words} className={classes(styles.item)}>
                {ItemIcon !== undefined && <ItemIcon aria-hidden="true" />}
                {words}
              </MenuItem>
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </HiddenWords>
  )
}
