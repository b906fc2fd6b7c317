// The school's words as the device has them: the kept answer at once, the server's when it comes, the product's own until then.
import { useEffect, useState } from 'react'
import type { Parsed, Query, Schema } from '../../../core/contract.ts'
import { type Misconception, misconceptionAdd, misconceptionChange, misconceptionList } from '../../../school/misconceptions/contract.ts'
import { shippedMisconceptions, withPendingNames } from '../../../school/misconceptions/rules.ts'
import { phraseListCurrent } from '../../../school/techniques/contract.ts'
import { shippedPhrases } from '../../../school/techniques/rules.ts'
import { device, useAccess, useOutbox } from '../../device.ts'
import { pendingOf } from '../../pending.ts'

/** Capture has nobody who asks for it: it looks itself, once it is wanted. */
function useKept<I extends Schema, O extends Schema>(query: Query<string, I, O>, input: Parsed<I>, isWanted = true): Parsed<O> | undefined {
  const [held, setHeld] = useState<Parsed<O>>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each query, whose input is always the same
  useEffect(() => {
    let isOver = false
    const take = (answered: { readonly answer: Parsed<O> } | undefined) => {
      if (!isOver && answered !== undefined) setHeld(answered.answer)
    }
    const look = async () => {
      if (!isWanted) return
      const { answers } = device()
      take(await answers.recall(query, input).catch(() => undefined))
      take(await answers.ask(query, input).catch(() => undefined))
    }
    void look()
    return () => {
      isOver = true
    }
  }, [query, isWanted])
  return held
}

export function useKeptPhrases(): readonly string[] {
  return useKept(phraseListCurrent, {})?.phrases ?? shippedPhrases
}

/** With what this device named meanwhile. */
export function useKeptMisconceptions(isWanted = true): readonly Misconception[] {
  const known = useKept(misconceptionList, {}, isWanted)?.misconceptions ?? shippedMisconceptions
  const view = useOutbox()
  const access = useAccess()
  const here = { organisationId: access.state === 'open' ? access.person.organisationId : undefined }
  return withPendingNames(known, { added: pendingOf(view, misconceptionAdd, here), changed: pendingOf(view, misconceptionChange, here) })
}
