// Quiet hints while a goal is written: they come after a pause, are read out politely, and never stand in the way.
import { Plural, Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'
import type { WordingHint } from './rules.ts'
import styles from './WordingHints.module.css'

/** Milliseconds without a key: who still types is not told about half a word. */
const pause = 700

/** The text as it stood at the last pause. */
export function useAfterPause<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** The hints one under the other; the place is always there, so that a screen reader hears what comes into it. */
export function Hints({ children }: { readonly children: ReactNode }) {
  return (
    <div role="status" className={styles.hints}>
      {children}
    </div>
  )
}

export function TaskHint() {
  return (
    <p>
      <Trans>This sounds like a task. What will they have learnt when it is done?</Trans>
    </p>
  )
}

/** Hints about a sentence that a child is to say. */
export function WordingHints({ hints }: { readonly hints: readonly WordingHint[] }) {
  return (
    <Hints>
      {hints.map((hint) => (
        <HintWords key={hint.kind} hint={hint} />
      ))}
    </Hints>
  )
}

function HintWords({ hint }: { readonly hint: WordingHint }) {
  if (hint.kind === 'task') return <TaskHint />
  if (hint.kind === 'long_sentence') {
    return (
      <p>
        <Plural value={hint.words} one="# word in one sentence. Could it be two?" other="# words in one sentence. Could it be two?" />
      </p>
    )
  }
  if (hint.kind === 'long_words') {
    const words = hint.words.map((word) => `“${word}”`).join(', ')
    return (
      <p>
        <Trans>Long for a child: {words}. Do they know it, or is there a shorter word?</Trans>
      </p>
    )
  }
  return hint.words.map(({ said, plain }) => (
    <p key={said}>
      <Trans>
        “{said}” is an adult’s word. A plainer one: “{plain}”
      </Trans>
    </p>
  ))
}
