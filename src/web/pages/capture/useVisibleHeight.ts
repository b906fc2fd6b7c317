// Keeps the dock above the keyboard of a tablet or phone: the height that can be seen, as `--visible-height`.
import { useEffect } from 'react'

/** Sets it while something covers a part of the window; otherwise the window's own height holds. */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (viewport === null) return
    const { style } = document.documentElement
    const fit = () => {
      const isCovered = viewport.scale === 1 && viewport.height < window.innerHeight - 1
      if (isCovered) style.setProperty('--visible-height', `${viewport.height}px`)
      else style.removeProperty('--visible-height')
    }
    viewport.addEventListener('resize', fit)
    return () => {
      viewport.removeEventListener('resize', fit)
      style.removeProperty('--visible-height')
    }
  }, [])
}
