// An open dialog: holds the focus, closes with Escape, gives the focus back. A sheet from the bottom on phones, a box at a desk.
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'
import { HiddenWords } from './HiddenWords.tsx'

export interface DialogBoxProps {
  readonly title: ReactNode
  readonly onClose: () => void
  /** `small` for a question, `medium` for a form, `large` for two columns. */
  readonly size?: 'small' | 'medium' | 'large'
  /** Whether a tap beside it or Escape closes it; keep true unless something would be lost. */
  readonly isDismissable?: boolean
  /** Buttons at its end, the primary one first. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function DialogBox({ title, onClose, size = 'medium', isDismissable = true, actions, children }: DialogBoxProps) {
  const { t } = useLingui()
  return (
    <HiddenWords>
      <ModalOverlay
        isOpen
        onOpenChange={(isNowOpen) => !isNowOpen && onClose()}
        isDismissable={isDismissable}
        isKeyboardDismissDisabled={!isDismissable}
        className={classes(styles.shade)}
      >
        <Modal className={classes(styles.modal, styles[size])}>
          <AriaDialog className={classes(styles.dialog)}>
            <header className={styles.header}>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {isDismissable && <IconButton icon={X} label={t`Close`} onPress={onClose} />}
            </header>
            <div className={styles.body}>{children}</div>
            {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </HiddenWords>
  )
}
