// What was kept last on a page, and its way back.
import type { ReactNode } from 'react'

export interface LastAct {
  readonly said: ReactNode
  readonly undo: () => Promise<void>
}
