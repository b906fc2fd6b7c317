// What an item is to a leaf, as a mark that does without colour; its word stands elsewhere.
import { Check, CircleDashed, Clock, EyeOff, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { CellState } from './contract.ts'
import styles from './StateMark.module.css'

const marks: Readonly<Record<CellState, LucideIcon>> = {
  met: Check,
  waits: Clock,
  more: TriangleAlert,
  supports: CircleDashed,
  unseen: EyeOff,
}

export function StateMark({ state }: { readonly state: CellState }) {
  const Mark = marks[state]
  return <Mark aria-hidden="true" className={styles.mark} />
}
