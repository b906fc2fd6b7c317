// What somebody is still writing, sealed on the device like answers are: a closed tab loses nothing, the next person opens nothing.
import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import type { Plain } from '../core/canonical.ts'
import type { Parsed, Schema } from '../core/contract.ts'
import { device } from './device.ts'
import { findAnswer, keepAnswer } from './offline/answers.ts'
import { type Local, openLocal } from './offline/local-database.ts'

let opened: Promise<Local> | undefined

const questionOf = (name: string) => ({ query: 'draft', input: { name } })

/** Keeps a draft in the place of the last one of this name; null forgets it. Nobody unlocked: nothing is kept. */
async function keepDraft(name: string, draft: Plain): Promise<void> {
  opened ??= openLocal()
  const unlocked = await device().access.person()
  if (unlocked !== undefined) await keepAnswer(await opened, unlocked, questionOf(name), { answer: draft, answeredAt: Date.now() })
}

async function findDraft<S extends Schema>(name: string, shape: S): Promise<Parsed<S> | undefined> {
  opened ??= openLocal()
  const unlocked = await device().access.person()
  const kept = unlocked && (await findAnswer(await opened, unlocked, questionOf(name)))
  const parsed = z.safeParse(shape, kept?.answer)
  return parsed.success ? (parsed.data as Parsed<S>) : undefined
}

export interface Draft<T> {
  /** False until it is known whether there is one. */
  readonly isReady: boolean
  readonly draft: T | undefined
  /** Shows it at once and keeps it; undefined forgets it. */
  readonly change: (draft: T | undefined) => void
}

/** A draft by its name: the one that was left here, then what is written. @param name says what is written about: "handover <session id>" */
export function useDraft<S extends Schema>(name: string, shape: S): Draft<Parsed<S>> {
  const [state, setState] = useState<{ readonly name: string; readonly draft: Parsed<S> | undefined }>()
  const writing = useRef<Promise<void>>(Promise.resolve())
  useEffect(() => {
    let isOver = false
    void findDraft(name, shape).then((draft) => {
      if (!isOver) setState((before) => (before?.name === name ? before : { name, draft }))
    })
    return () => {
      isOver = true
    }
  }, [name, shape])
  const change = useCallback(
    (draft: Parsed<S> | undefined) => {
      setState({ name, draft })
      writing.current = writing.current.then(() => keepDraft(name, (draft ?? null) as Plain)).catch(() => undefined)
    },
    [name],
  )
  return { isReady: state?.name === name, draft: state?.name === name ? state.draft : undefined, change }
}
