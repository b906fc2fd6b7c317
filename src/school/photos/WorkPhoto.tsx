// A photo of a child's work: small in its place, large when one presses it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { classes } from '../../web/ui/classes.ts'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { usePhoto } from './client.ts'
import styles from './WorkPhoto.module.css'

interface WorkPhotoProps {
  readonly id: Id
  /** Whose work, of when: "Callum’s work, Tue 24 Nov". */
  readonly label: string
  readonly size?: 'small' | 'medium'
  /** Still on this device: there is nothing to fetch. */
  readonly isWaiting?: boolean
}

export function WorkPhoto({ id, label, size = 'small', isWaiting = false }: WorkPhotoProps) {
  if (isWaiting) {
    return (
      <div className={styles.empty}>
        <Trans>A photo, not sent yet</Trans>
      </div>
    )
  }
  return <FetchedPhoto id={id} label={label} size={size} />
}

function FetchedPhoto({ id, label, size }: Required<Pick<WorkPhotoProps, 'id' | 'label' | 'size'>>) {
  const { t } = useLingui()
  const photo = usePhoto(id)
  const [isOpen, setIsOpen] = useState(false)
  if (photo.state !== 'here') {
    return (
      <div className={styles.empty} role="img" aria-label={label}>
        {photo.state === 'loading' ? <Trans>Getting the photo …</Trans> : <Trans>The photo can’t be shown now</Trans>}
      </div>
    )
  }
  return (
    <>
      <button type="button" className={styles.open} aria-label={t`${label}: show it large`} onClick={() => setIsOpen(true)}>
        <img src={photo.address} alt="" className={classes(styles.photo, size === 'small' && styles.small)} />
      </button>
      <Dialog title={label} size="large" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <img src={photo.address} alt={label} className={styles.large} />
      </Dialog>
    </>
  )
}
