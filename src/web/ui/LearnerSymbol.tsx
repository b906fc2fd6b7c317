// A learner's symbol in its round place; never a photograph. It says nothing that the name beside it does not.
import type { SymbolName } from '../../core/symbols.ts'
import { classes } from './classes.ts'
import styles from './LearnerSymbol.module.css'
import sprite from './symbols.svg'

interface LearnerSymbolProps {
  /** Without one, the first letter of `of` stands in its place. */
  readonly name: SymbolName | null | undefined
  /** Whose symbol it is: "Callum". */
  readonly of: string
  readonly size?: 'small' | 'medium' | 'large'
}

export function LearnerSymbol({ name, of, size = 'medium' }: LearnerSymbolProps) {
  return (
    <span className={classes(styles.symbol, styles[size])} aria-hidden="true">
      {name === null || name === undefined ? <span className={styles.letter}>{[...of][0]}</span> : <SymbolPicture name={name} />}
    </span>
  )
}

/** The picture alone, as large as its place. */
export function SymbolPicture({ name }: { readonly name: SymbolName }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={styles.picture}>
      <use href={`${sprite}#${name}`} />
    </svg>
  )
}
