// A learner to pick: symbol, first name, what helps, today's marks. The whole tile is one toggle button.
import { Trans } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SymbolName } from '../../core/symbols.ts'
import { classes } from './classes.ts'
import { HelpMarks } from './HelpLadder.tsx'
import type { HelpLevel } from './help.ts'
import { LearnerSymbol } from './LearnerSymbol.tsx'
import styles from './LearnerTile.module.css'
import { Tap } from './Tap.tsx'

interface LearnerTileProps {
  readonly name: string
  readonly symbol: SymbolName | null
  /** "Fraction wall": what helps this learner, a few words. */
  readonly helps?: string | undefined
  /** Levels of help noted today on the chosen goal, in order. */
  readonly today: readonly HelpLevel[]
  /** What else was noted on it today, where no level of help was: "Words". */
  readonly also?: ReactNode
  readonly isPicked: boolean
  readonly onPick: (isPicked: boolean) => void
}

export function LearnerTile({ name, symbol, helps, today, also, isPicked, onPick }: LearnerTileProps) {
  return (
    <Tap
      onPress={() => onPick(!isPicked)}
      aria-pressed={isPicked}
      {...(isPicked ? { 'data-selected': '' } : {})}
      className={classes(styles.tile)}
    >
      <LearnerSymbol name={symbol} of={name} />
      <span className={styles.who}>
        <span className={styles.name}>{name}</span>
        {helps !== undefined && <span className={styles.helps}>{helps}</span>}
      </span>
      <span className={styles.today}>
        {today.length === 0 ? (also ?? <Trans>Nothing yet today</Trans>) : <HelpMarks key={today.join()} levels={today} />}
      </span>
      <span className={styles.tick} aria-hidden="true">
        <Check />
      </span>
    </Tap>
  )
}

/** The tiles of a group: two columns on a phone, as many as fit elsewhere. */
export function LearnerTiles({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset aria-label={label} className={styles.tiles}>
      {children}
    </fieldset>
  )
}
