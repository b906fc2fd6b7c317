// Work that may wait until the page has nothing else to do.

/**
 * Runs `work` in an idle moment, or after a second in browsers that don't tell (Safari). What fails is left: it was only meant to save
 * time. Without a network nothing is tried, since a browser may remember that a script could not be fetched.
 * @returns a function that takes it back
 */
export function whenIdle(work: () => Promise<void>): () => void {
  const begin = () => {
    if (navigator.onLine) work().catch(() => undefined)
  }
  if (typeof requestIdleCallback === 'function') {
    const idle = requestIdleCallback(begin, { timeout: 5_000 })
    return () => cancelIdleCallback(idle)
  }
  const timer = setTimeout(begin, 1_000)
  return () => clearTimeout(timer)
}
