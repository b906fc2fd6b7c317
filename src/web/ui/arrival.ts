// Arriving at a page: its name becomes the window's title, and its heading takes the focus, so that readers know where they are.
import { type RefObject, useEffect, useRef } from 'react'

let isExpected = false

/** The router calls this when somebody goes to another page; the next heading that appears takes the focus. */
export function expectArrival(): void {
  isExpected = true
}

/** For the one `h1` of a page. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isExpected) return
    isExpected = false
    const element = heading.current
    element?.focus()
    // Where a dialog led here, the page can't take the focus before it is gone.
    if (document.activeElement !== element) requestAnimationFrame(() => element?.focus())
  }, [])
  useEffect(() => {
    const name = heading.current?.textContent ?? ''
    document.title = name === '' ? 'Evident' : `${name} – Evident`
  })
  return heading
}
