// The mark: a book with a white label.
import styles from './Mark.module.css'

export function Mark() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" className={styles.mark}>
      <rect x="6" y="3" width="36" height="42" rx="5" className={styles.book} />
      <rect x="13" y="11" width="22" height="13" rx="2" className={styles.label} />
      <path d="M17 17.5l3.5 3.5 7.5-7.5" className={styles.tick} />
    </svg>
  )
}
