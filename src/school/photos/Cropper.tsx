// The picture with what stays of it: the edge nearest to a tap or a drag follows it, and each edge has its arrow keys.
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import styles from './Cropper.module.css'
import { type Crop, drawPart, type Edge, nearestEdge, wholePicture, withEdge } from './client.ts'

interface CropperProps {
  readonly picture: ImageBitmap
  readonly crop: Crop
  readonly onCrop: (crop: Crop) => void
}

export function Cropper({ picture, crop, onCrop }: CropperProps) {
  const { t } = useLingui()
  const canvas = useRef<HTMLCanvasElement>(null)
  const held = useRef<Edge>(undefined)
  useEffect(() => {
    if (canvas.current !== null) drawPart(canvas.current, picture, wholePicture)
  }, [picture])
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const edge = held.current
    if (edge === undefined) return
    const { x, y } = placeIn(event)
    onCrop(withEdge(crop, edge, edge === 'left' || edge === 'right' ? x : y))
  }
  const names: Readonly<Record<Edge, string>> = {
    left: t`Cut off at the left`,
    right: t`Cut off at the right`,
    top: t`Cut off at the top`,
    bottom: t`Cut off at the bottom`,
  }
  return (
    <div
      className={styles.cropper}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        const { x, y } = placeIn(event)
        held.current = nearestEdge(crop, x, y)
        follow(event)
      }}
      onPointerMove={follow}
      onPointerUp={() => {
        held.current = undefined
      }}
      onPointerCancel={() => {
        held.current = undefined
      }}
    >
      <canvas ref={canvas} className={styles.picture} role="img" aria-label={t`The photo`} />
      <div className={styles.frame} style={frameOf(crop)}>
        {(['top', 'left', 'right', 'bottom'] as const).map((edge) => (
          <span
            key={edge}
            role="slider"
            tabIndex={0}
            aria-label={names[edge]}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(100 * (edge === 'left' || edge === 'top' ? crop[edge] : 1 - crop[edge]))}
            aria-valuetext={t`${Math.round(100 * (edge === 'left' || edge === 'top' ? crop[edge] : 1 - crop[edge]))} % cut off`}
            aria-orientation={edge === 'left' || edge === 'right' ? 'horizontal' : 'vertical'}
            className={styles[edge]}
            onKeyDown={(event) => stepped(event, crop, edge, onCrop)}
          />
        ))}
      </div>
    </div>
  )
}

const step = 0.05

function stepped(event: KeyboardEvent, crop: Crop, edge: Edge, onCrop: (crop: Crop) => void): void {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -step, ArrowUp: -step, ArrowRight: step, ArrowDown: step }
  const by = steps[event.key]
  if (by === undefined) return
  event.preventDefault()
  onCrop(withEdge(crop, edge, crop[edge] + by))
}

function placeIn({ clientX, clientY, currentTarget }: PointerEvent<HTMLDivElement>): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return { x: (clientX - left) / width, y: (clientY - top) / height }
}

function frameOf({ left, top, right, bottom }: Crop) {
  return { left: `${100 * left}%`, top: `${100 * top}%`, right: `${100 * (1 - right)}%`, bottom: `${100 * (1 - bottom)}%` }
}
