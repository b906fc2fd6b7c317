// Whether the page is on its way to paper: for what would be too much to keep in the page otherwise.
import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { useMedia } from './media.ts'

let isPrinting = false

/** What is drawn because of it is there before the browser counts the sheets. */
export function usePrinting(): boolean {
  const subscribe = (listener: () => void) => {
    const tell = (isNow: boolean) => () => {
      isPrinting = isNow
      flushSync(listener)
    }
    const [begin, end] = [tell(true), tell(false)]
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }
  const isPaper = useMedia('print')
  return useSyncExternalStore(subscribe, () => isPrinting) || isPaper
}
