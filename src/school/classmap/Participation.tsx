// How a learner joined in, the last five times that it was noted: bars from watching to leading, oldest first.
import { useLingui } from '@lingui/react/macro'
import type { Participation as Joining } from '../observations/contract.ts'
import { participationWords } from '../observations/Moments.tsx'
import styles from './Participation.module.css'

export function Participation({ noted }: { readonly noted: readonly Joining[] }) {
  const { t } = useLingui()
  if (noted.length === 0) return null
  const words = noted.map((one) => t(participationWords[one]).toLocaleLowerCase('en-GB')).join(', ')
  return (
    <span className={styles.bars} role="img" aria-label={t`Joining in, the last times: ${words}`}>
      {noted.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no names, and keep their places
        <i key={place} className={styles[one]} />
      ))}
    </span>
  )
}
