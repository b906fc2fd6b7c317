// What is wrong in a form, all of it, above the form: takes the focus when the form was sent, and leads to each field.
import { Plural } from '@lingui/react/macro'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './ErrorSummary.module.css'
import { fieldId } from './Field.tsx'

export interface Problem {
  /** The field's name; without one, the problem is the whole form's. */
  readonly name?: string
  readonly message: string
}

interface ErrorSummaryProps {
  readonly problems: readonly Problem[]
  /** Rises with each try to send: then the summary takes the focus again, even when nothing changed. */
  readonly attempt: number
}

export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null)
  const titleId = useId()
  const isShown = problems.length > 0
  useEffect(() => {
    if (attempt > 0 && isShown) box.current?.focus()
  }, [attempt, isShown])
  if (!isShown) return null
  return (
    <section ref={box} tabIndex={-1} aria-labelledby={titleId} className={styles.box} role="alert">
      <h2 id={titleId} className={styles.title}>
        <Plural value={problems.length} one="One thing to put right" other="# things to put right" />
      </h2>
      <ul className={styles.list}>
        {problems.map(({ name, message }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no names of their own and never change places while shown
          <li key={`${name ?? ''} ${place}`}>{name === undefined ? message : <FieldLink name={name}>{message}</FieldLink>}</li>
        ))}
      </ul>
    </section>
  )
}

function FieldLink({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const goTo = (event: MouseEvent) => {
    event.preventDefault()
    const field = document.getElementById(fieldId(name))
    field?.focus()
    field?.closest('label, div')?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <a href={`#${fieldId(name)}`} onClick={goTo}>
      {children}
    </a>
  )
}
