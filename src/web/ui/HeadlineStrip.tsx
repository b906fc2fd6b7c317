// What needs one today: up to three sentences, each with one act.
import type { ReactNode } from 'react'
import styles from './HeadlineStrip.module.css'
import { Square, type SquareState } from './Square.tsx'

export interface Headline {
  readonly id: string
  readonly state: SquareState
  /** "Teach again" */
  readonly title: string
  /** "Explain: 14 of 28 not yet" */
  readonly sentence: ReactNode
  /** One quiet button or link. */
  readonly action?: ReactNode
}

export function HeadlineStrip({ headlines }: { readonly headlines: readonly Headline[] }) {
  return (
    <div className={styles.strip}>
      {headlines.map(({ id, state, title, sentence, action }) => (
        <section key={id} className={styles.headline} aria-labelledby={`headline-${id}`}>
          <h2 id={`headline-${id}`} className={styles.title}>
            <Square state={state} size="small" word="elsewhere" />
            {title}
          </h2>
          <p className={styles.sentence}>{sentence}</p>
          {action !== undefined && <div className={styles.action}>{action}</div>}
        </section>
      ))}
    </div>
  )
}
