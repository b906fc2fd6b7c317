// A leaf of a unit as a chip to press: tick when the evidence claims it, plus when it could.
import { Check, Plus } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import styles from './CriterionChip.module.css'
import { classes } from './classes.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

interface CriterionChipProps {
  /** "3.4b" */
  readonly leaf: string
  /** Our short words for it: "identify progress". */
  readonly name: string
  /** Method letters: "O", "O A". */
  readonly methods?: string
  /** Whether the name stands beside the number, or is only heard. */
  readonly isNameSeen?: boolean
  readonly isPicked: boolean
  readonly isDisabled?: boolean
  readonly onPick: (isPicked: boolean) => void
}

export function CriterionChip({ leaf, name, methods, isNameSeen = false, isPicked, isDisabled = false, onPick }: CriterionChipProps) {
  return (
    <ToggleButton isSelected={isPicked} isDisabled={isDisabled} onChange={onPick} className={classes(styles.chip)}>
      {isPicked ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
      <span className={styles.leaf}>{leaf}</span>{' '}
      {isNameSeen ? <span className={styles.name}>{name}</span> : <VisuallyHidden>{name}</VisuallyHidden>}{' '}
      {methods !== undefined && <span className={styles.methods}>{methods}</span>}
    </ToggleButton>
  )
}
