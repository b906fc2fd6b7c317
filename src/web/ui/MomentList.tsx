// Moments beside the margin line: what was said or seen first, then when, with what help, by whom.
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { type HelpLevel, helpPhrases } from './help.ts'
import styles from './MomentList.module.css'

export interface MomentEntry {
  readonly id: string
  /** Whom it is about, where the list holds several learners: "Ewa". */
  readonly who?: string | undefined
  /** A person's own words, quoted exactly. */
  readonly said?: string | undefined
  /** What an adult saw. */
  readonly seen?: string | undefined
  /** What it says of a success criterion: "Explain: nearly, with a clue". */
  readonly judged?: string | undefined
  /** "Today 10:55" */
  readonly when: string
  readonly help?: HelpLevel | undefined
  /** Who noted it: "Mrs Okafor", or whose own view it is. */
  readonly by?: string | undefined
  /** "Not sent yet", "Withdrawn": shown after the rest. */
  readonly state?: ReactNode
  /** A photo of the work. */
  readonly picture?: ReactNode
  /** Small buttons beneath: look, withdraw. */
  readonly actions?: ReactNode
  /** One small button beside the words: a menu. */
  readonly corner?: ReactNode
}

export function MomentList({ label, moments }: { readonly label: string; readonly moments: readonly MomentEntry[] }) {
  return (
    <ol aria-label={label} className={styles.list}>
      {moments.map((moment) => (
        <li key={moment.id} className={styles.moment}>
          <Moment {...moment} />
        </li>
      ))}
    </ol>
  )
}

function Moment({ who, said, seen, judged, when, help, by, state, picture, actions, corner }: MomentEntry) {
  const { t } = useLingui()
  const phrase = help === undefined ? undefined : t(helpPhrases[help])
  const first = who === undefined ? undefined : phrase === undefined ? who : t`${who}, ${phrase}`
  const circumstances = [when, who === undefined ? phrase : undefined, by].filter((part) => part !== undefined)
  return (
    <>
      {first !== undefined && <p className={styles.who}>{first}</p>}
      {said !== undefined && <p className={styles.said}>“{said}”</p>}
      {seen !== undefined && <p>{seen}</p>}
      {judged !== undefined && judged !== '' && <p className={styles.judged}>{judged}</p>}
      {picture}
      <p className={styles.circumstances}>
        {circumstances.join(', ')}
        {state !== undefined && state !== null && <span className={styles.state}>{state}</span>}
      </p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {corner !== undefined && <div className={styles.corner}>{corner}</div>}
    </>
  )
}

/** Any words beside the margin line: evidence, a pupil's voice, a log. */
export function MarginNote({ children }: { readonly children: ReactNode }) {
  return <div className={styles.list}>{children}</div>
}
