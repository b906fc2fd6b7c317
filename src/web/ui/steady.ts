// Handlers that stay the same, for parts that are drawn anew only when what they show has changed.
import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function at every drawing; called, it does what the latest `handler` does. Not to be called while drawing. */
export function useSteady<Words extends readonly unknown[]>(handler: (...words: Words) => void): (...words: Words) => void {
  const latest = useRef(handler)
  useLayoutEffect(() => {
    latest.current = handler
  })
  return useCallback((...words) => latest.current(...words), [])
}
