// The whole screen for one thing, while the tablet is in a child's hands: nothing of the page beneath can be seen or reached.
import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './FullScreen.module.css'

export function FullScreen({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ModalOverlay isOpen isDismissable={false} isKeyboardDismissDisabled className={classes(styles.shade)}>
      <Modal>
        <Dialog aria-label={label} className={classes(styles.dialog)}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
