// Whether the window is as a media query says: for what is laid out in another way, not only in another style.
import { useSyncExternalStore } from 'react'

/** From here on there is room for a rail, a map and a panel. */
export const deskWidth = '(min-width: 900px)'

/** @example const isDesk = useMedia(deskWidth) */
export function useMedia(query: string): boolean {
  const subscribe = (listener: () => void) => {
    const media = matchMedia(query)
    media.addEventListener('change', listener)
    return () => media.removeEventListener('change', listener)
  }
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
