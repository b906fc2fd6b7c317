// A small form over contracts: each field has a shape and the one sentence that says what is wanted; errors come together, after sending.

import { type FormEvent, useState } from 'react'
import * as z from 'zod/mini'
import type { Parsed, Schema } from '../core/contract.ts'
import type { Refusal } from '../core/errors.ts'
import { Day } from '../core/time.ts'
import type { Problem } from './ui/ErrorSummary.tsx'

/** A day, or a field that was left empty. */
export const DayOrNone = z.union([Day, z.literal('')])

export interface FieldRule<S extends Schema = Schema> {
  readonly shape: S
  /** Said when the text has not that shape: "Choose a learner". */
  readonly wanted: string
  readonly initial?: string
}

type Rules = Readonly<Record<string, FieldRule>>

/** The values that fit, as the contract has them after parsing. */
export type Values<R extends Rules> = { readonly [Name in keyof R]: Parsed<R[Name]['shape']> }

export interface Form<R extends Rules> {
  /** Props of a Field: `<Field {...form.field('email')} label=… />`. */
  field(name: keyof R & string): {
    readonly name: string
    readonly value: string
    readonly onChange: (value: string) => void
    readonly error: string | undefined
  }
  readonly problems: readonly Problem[]
  readonly attempt: number
  readonly isSending: boolean
  /** For `onSubmit`. `send` gets values that fit, and returns what is still wrong, if anything is. */
  submit(send: (values: Values<R>) => Promise<readonly Problem[] | undefined>): (event: FormEvent) => void
  reset(): void
}

export function useForm<R extends Rules>(rules: R): Form<R> {
  const initial = () => Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, rule.initial ?? '']))
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(initial)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [isSending, setSending] = useState(false)

  function show(found: readonly Problem[]): void {
    setProblems(found)
    if (found.length > 0) setAttempt((before) => before + 1)
  }

  async function sendChecked(send: (values: Values<R>) => Promise<readonly Problem[] | undefined>): Promise<void> {
    const checked = check(rules, texts)
    if (checked.problems.length > 0) return show(checked.problems)
    setSending(true)
    try {
      show((await send(checked.values)) ?? [])
    } finally {
      setSending(false)
    }
  }

  return {
    field: (name) => ({
      name,
      value: texts[name] ?? '',
      onChange: (value) => setTexts((before) => ({ ...before, [name]: value })),
      error: problems.find((problem) => problem.name === name)?.message,
    }),
    problems,
    attempt,
    isSending,
    submit: (send) => (event) => {
      event.preventDefault()
      if (!isSending) void sendChecked(send)
    },
    reset: () => {
      setTexts(initial())
      setProblems([])
    },
  }
}

/** What a server refused, beside the field that it names. @param names the contract's field → the form's, where they differ */
export function problemsOf(
  refusal: Refusal,
  words: (refusal: Refusal) => string,
  names: Readonly<Record<string, string>> = {},
): readonly Problem[] {
  const { field } = refusal
  const message = words(refusal)
  return [field === undefined ? { message } : { name: names[field] ?? field, message }]
}

/** Texts against their shapes: the values that came out, and a problem for each that did not fit, in the form's order. */
export function check<R extends Rules>(
  rules: R,
  texts: Readonly<Record<string, string>>,
): { values: Values<R>; problems: readonly Problem[] } {
  const parsed = Object.entries(rules).map(([name, { shape, wanted }]) => ({ name, wanted, result: z.safeParse(shape, texts[name] ?? '') }))
  const values = Object.fromEntries(parsed.map(({ name, result }) => [name, result.data])) as Values<R>
  const problems = parsed.flatMap(({ name, wanted, result }) => (result.success ? [] : [{ name, message: wanted }]))
  return { values, problems }
}
