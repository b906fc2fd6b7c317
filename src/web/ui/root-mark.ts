// Marks on the page's root for styles that depend on what the page holds.
import { type RefObject, useEffect, useLayoutEffect } from 'react'

/**
 * Marks the root while the caller is there and `isSet`: `:root[data-…]` instead of `:root:has(…)`, for which a browser works out the styles
 * of the whole page anew at every change in it.
 * @param mark as `dataset` spells it
 */
export function useRootMark(mark: 'rail' | 'undo' | 'printsAlone', isSet = true): void {
  useLayoutEffect(() => {
    if (!isSet) return undefined
    const { dataset } = document.documentElement
    dataset[mark] = ''
    return () => {
      delete dataset[mark]
    }
  }, [mark, isSet])
}

/** Of the whole page, only what stands around `part` comes on paper. */
export function usePrintedAlone(part: RefObject<HTMLElement | null>): void {
  useRootMark('printsAlone')
  useEffect(() => {
    const top = part.current?.closest<HTMLElement>('body > *')
    if (top == null) return undefined
    top.dataset.printed = ''
    return () => {
      delete top.dataset.printed
    }
  }, [part])
}
