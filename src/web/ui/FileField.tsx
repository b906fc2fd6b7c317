// Chooses a file of the device: its label, and the browser's own button in our look.
import type { ChangeEvent, ReactNode } from 'react'
import styles from './FileField.module.css'

interface FileFieldProps {
  readonly label: ReactNode
  /** Types and endings that the browser offers: ".csv,text/csv". What comes is checked by whoever reads it. */
  readonly accept?: string
  readonly isDisabled?: boolean
  /** The chosen file is read at once and its name not kept on show, so that the same one can be chosen again. */
  readonly isReadAtOnce?: boolean
  readonly onChoose: (file: File) => void
}

export function FileField({ label, accept, isDisabled = false, isReadAtOnce = false, onChoose }: FileFieldProps) {
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = currentTarget.files ?? []
    if (isReadAtOnce) currentTarget.value = ''
    if (chosen !== undefined) onChoose(chosen)
  }
  return (
    <label className={styles.file} data-disabled={isDisabled}>
      <span>{label}</span>
      <input type="file" accept={accept} disabled={isDisabled} onChange={choose} />
    </label>
  )
}
