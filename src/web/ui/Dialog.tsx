// A dialog. Shut, it costs a page nothing: what an open one is made of is fetched at the first touch of a page that has one.
import { useEffect } from 'react'
import type { DialogBoxProps } from './DialogBox.tsx'
import { part } from './part.tsx'

const DialogBox = part(async () => (await import('./DialogBox.tsx')).DialogBox)

export interface DialogProps extends DialogBoxProps {
  readonly isOpen: boolean
}

export function Dialog({ isOpen, ...rest }: DialogProps) {
  useEffect(() => {
    if (isOpen) return undefined
    const touched = () => void DialogBox.prepare()
    for (const act of acts) addEventListener(act, touched, { once: true, capture: true, passive: true })
    return () => {
      for (const act of acts) removeEventListener(act, touched, { capture: true })
    }
  }, [isOpen])
  if (!isOpen) return null
  return <DialogBox {...rest} />
}

/** A finger comes down, or a key, before anything opens. */
const acts = ['pointerdown', 'keydown'] as const
