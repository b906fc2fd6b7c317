// A sheet to draw on with finger, pen or mouse, and the finished drawing. It needs a hand: whoever uses it offers words or symbols beside it.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Eraser, Undo2 } from 'lucide-react'
import { type PointerEvent, useRef, useState } from 'react'
import { type Drawing, type DrawnLine, hasRoom, lineOf, type Pen, type Point, pathOf, pens, sheet } from '../../core/drawing.ts'
import { Button } from './Button.tsx'
import { ChipGroup } from './ChipGroup.tsx'
import { classes } from './classes.ts'
import styles from './Drawing.module.css'

/** Asked for when it is drawn: at the start of a page the file that holds the sheet's size may not have run yet. */
const viewBox = () => `0 0 ${sheet.width} ${sheet.height}`

interface DrawingPictureProps {
  readonly drawing: Drawing
  /** What it is, for those who can't see it: "Callum’s drawing of the goal". */
  readonly label: string
}

/** A finished drawing, as wide as its place. */
export function DrawingPicture({ drawing, label }: DrawingPictureProps) {
  return (
    <svg viewBox={viewBox()} role="img" aria-label={label} className={classes(styles.sheet)}>
      <Lines lines={drawing.lines} />
    </svg>
  )
}

function Lines({ lines }: { readonly lines: readonly DrawnLine[] }) {
  return lines.map((line, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and only the last ever goes
    <path key={place} d={pathOf(line)} className={styles[line.pen]} />
  ))
}

interface DrawingSurfaceProps {
  /** What is to be drawn: "Draw the goal". */
  readonly label: string
  /** `undefined` while nothing is drawn. */
  readonly value: Drawing | undefined
  readonly onChange: (drawing: Drawing | undefined) => void
}

/** Draws, takes the last line back, begins anew. */
export function DrawingSurface({ label, value, onChange }: DrawingSurfaceProps) {
  const { t } = useLingui()
  const [pen, setPen] = useState<Pen>('black')
  const lines = value?.lines ?? []
  const put = (next: readonly DrawnLine[]) => onChange(next.length === 0 ? undefined : { lines: [...next] })
  const drawn = useStroke((points) => {
    const line = lineOf(pen, points)
    if (hasRoom(lines, line)) put([...lines, line])
  })
  const isFull = !hasRoom(lines, lineOf(pen, [{ x: 0, y: 0 }]))
  const words: Readonly<Record<Pen, string>> = { black: t`Black`, blue: t`Blue`, red: t`Red`, green: t`Green` }
  return (
    <div className={styles.surface}>
      <svg viewBox={viewBox()} role="img" aria-label={label} className={classes(styles.sheet, styles.drawable)} {...drawn.handlers}>
        <Lines lines={lines} />
        {drawn.points.length > 0 && <path d={pathOf(lineOf(pen, drawn.points))} className={styles[pen]} />}
      </svg>
      <ChipGroup
        label={<Trans>Pen</Trans>}
        isLabelHidden
        isNeeded
        chips={pens.map((id) => ({ id, label: <PenName pen={id} name={words[id]} /> }))}
        value={pen}
        onChange={(next) => next !== undefined && setPen(next)}
      />
      <div className={styles.acts}>
        <Button size="small" icon={Undo2} isDisabled={lines.length === 0} onPress={() => put(lines.slice(0, -1))}>
          <Trans>Take the last line back</Trans>
        </Button>
        <Button size="small" kind="quiet" icon={Eraser} isDisabled={lines.length === 0} onPress={() => put([])}>
          <Trans>Clear the sheet</Trans>
        </Button>
        <p className={styles.state} role="status">
          {isFull && <Trans>The sheet is full</Trans>}
          {lines.length === 0 && <Trans>Nothing drawn yet</Trans>}
          {!isFull && lines.length > 0 && <Plural value={lines.length} one="# line" other="# lines" />}
        </p>
      </div>
    </div>
  )
}

function PenName({ pen, name }: { readonly pen: Pen; readonly name: string }) {
  return (
    <span className={styles.pen}>
      <svg viewBox="0 0 24 12" aria-hidden="true" className={styles.swatch}>
        <path d="M3 6h18" className={styles[pen]} />
      </svg>
      {name}
    </span>
  )
}

/** One pointer draws at a time: a palm on the glass draws nothing. */
function useStroke(onDrawn: (points: readonly Point[]) => void) {
  const [points, setPoints] = useState<readonly Point[]>([])
  const pointer = useRef<number>(undefined)
  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (pointer.current !== undefined || event.button !== 0) return
    pointer.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    setPoints([placeOf(event)])
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (pointer.current !== event.pointerId) return
    const place = placeOf(event)
    setPoints((before) => [...before, place])
  }
  const up = (event: PointerEvent<SVGSVGElement>) => {
    if (pointer.current !== event.pointerId) return
    pointer.current = undefined
    if (points.length > 0) onDrawn(points)
    setPoints([])
  }
  return { points, handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up } }
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return { x: ((clientX - left) / width) * sheet.width, y: ((clientY - top) / height) * sheet.height }
}
