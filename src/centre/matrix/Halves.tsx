// The halves of a leaf, each filled when it is met, with its words for screen readers.
import { useLingui } from '@lingui/react/macro'
import { classes } from '../../web/ui/classes.ts'
import { VisuallyHidden } from '../../web/ui/VisuallyHidden.tsx'
import type { MatrixLeaf } from './contract.ts'
import styles from './Halves.module.css'

export function Halves({ halves }: Pick<MatrixLeaf, 'halves'>) {
  const { t } = useLingui()
  const words = {
    observed: { letter: t`O`, met: t`observed: met`, open: t`observed: not yet` },
    knowledge: { letter: t`A`, met: t`knowledge: met`, open: t`knowledge: not yet` },
  }
  return (
    <span className={styles.halves}>
      {halves.map(({ half, isMet }) => (
        <span key={half} className={classes(styles.half, isMet && styles.met)}>
          <span aria-hidden="true">{words[half].letter}</span>
          <VisuallyHidden>{isMet ? words[half].met : words[half].open} </VisuallyHidden>
        </span>
      ))}
    </span>
  )
}
