// Links follow the router.
import { router } from './router.tsx'

/**
 * Lets every link within the application go through the router, whichever part rendered it. It listens on the way down, because React
 * Aria's links keep their clicks from going up. Capture is an entry of its own.
 */
export function attendLinks(): void {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (!(link instanceof HTMLAnchorElement) || !isPlain(event) || !isInside(link)) return
    event.preventDefault()
    router.history.push(link.pathname + link.search + link.hash)
  }
  document.addEventListener('click', follow, { capture: true })
}

function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

function isInside(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || link.target !== '' || link.hasAttribute('download')) return false
  if (/^\/(?:capture|api)(?:\/|$)/.test(link.pathname)) return false
  const isSamePage = link.pathname === location.pathname && link.search === location.search
  return !(isSamePage && link.hash !== '')
}
