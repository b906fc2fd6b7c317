// The answer to a tap comes before the work that follows from it.

/** Longer than a slow tablet's picture takes; a page that nobody looks at gets none. */
const longest = 100

/** Resolves once the next picture is on the glass; at once when the page goes out of sight, since then there may be none. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', done)
      resolve()
    }
    const timer = setTimeout(done, longest)
    document.addEventListener('visibilitychange', done)
    requestAnimationFrame(() => setTimeout(done))
  })
}
