// Whether the window is as a media query says: for what is laid out in another way, not only in another style.
import { useSyncExternalStore } from 'react'

/** Room for a table with ten columns; paper has it too. */
export const mapWidth = 'print, (min-width: 700px)'

/** Room for a rail, such a table, and a panel beside it. */
export const panelWidth = 'print, (min-width: 1100px)'

/** @example const hasPanel = useMedia(panelWidth) */
export function useMedia(query: string): boolean {
  const subscribe = (listener: () => void) => {
    const media = matchMedia(query)
    media.addEventListener('change', listener)
    return () => media.removeEventListener('change', listener)
  }
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
