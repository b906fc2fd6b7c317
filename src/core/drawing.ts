// A small drawing: lines on a sheet, as whole numbers alone, so that nothing in it can ever be run or fetched.
import * as z from 'zod/mini'

/** The sheet's own units: every drawing is as wide and as high, whatever it was drawn on. */
export const sheet = { width: 400, height: 300 } as const

export const pens = ['black', 'blue', 'red', 'green'] as const
export const Pen = z.enum(pens)
export type Pen = z.infer<typeof Pen>

/** What one drawing may hold: far more than a child draws in a lesson, far less than would slow a page. */
export const mostLines = 150
export const mostNumbers = 6_000

/** One stroke of a pen: x, y, x, y, … */
export const DrawnLine = z.object({
  pen: Pen,
  points: z.array(z.int().check(z.gte(0), z.lte(sheet.width))).check(
    z.minLength(2),
    z.maxLength(1_200),
    z.refine((points) => points.length % 2 === 0 && points.every((value, index) => index % 2 === 0 || value <= sheet.height)),
  ),
})
export type DrawnLine = z.infer<typeof DrawnLine>

export const Drawing = z.object({
  lines: z.array(DrawnLine).check(
    z.minLength(1),
    z.maxLength(mostLines),
    z.refine((lines) => numbersIn(lines) <= mostNumbers, 'too much is drawn'),
  ),
})
export type Drawing = z.infer<typeof Drawing>

/** A place on the sheet. */
export interface Point {
  readonly x: number
  readonly y: number
}

function numbersIn(lines: readonly { readonly points: readonly number[] }[]): number {
  return lines.reduce((sum, { points }) => sum + points.length, 0)
}

/** Whether another line still fits. */
export function hasRoom(lines: readonly DrawnLine[], next: DrawnLine): boolean {
  return lines.length < mostLines && numbersIn([...lines, next]) <= mostNumbers
}

/** Sheet units: what lies nearer to the straight way than this is left out. */
const tolerance = 0.9

/** The line that a pen drew, with as few points as keep its shape. @example lineOf('blue', [{ x: 1.2, y: 4 }]).points // [1, 4] */
export function lineOf(pen: Pen, drawn: readonly Point[]): DrawnLine {
  const kept = thinned(drawn).slice(0, 600)
  return { pen, points: kept.flatMap(({ x, y }) => [within(x, sheet.width), within(y, sheet.height)]) }
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)))
}

/** Ramer, Douglas and Peucker's way, with a list instead of calls: a long line must not run out of stack. */
function thinned(points: readonly Point[]): readonly Point[] {
  const keeps = new Set([0, points.length - 1])
  const parts: [from: number, to: number][] = [[0, points.length - 1]]
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [from, to] = part
    const far = farthest(points, from, to)
    if (far === undefined) continue
    keeps.add(far)
    parts.push([from, far], [far, to])
  }
  return points.filter((_, index) => keeps.has(index))
}

function farthest(points: readonly Point[], from: number, to: number): number | undefined {
  const [start, end] = [points[from], points[to]]
  if (start === undefined || end === undefined) return undefined
  let most = tolerance
  let found: number | undefined
  for (let index = from + 1; index < to; index += 1) {
    const point = points[index]
    const off = point === undefined ? 0 : distance(point, start, end)
    if (off > most) {
      most = off
      found = index
    }
  }
  return found
}

function distance(point: Point, start: Point, end: Point): number {
  const length = Math.hypot(end.x - start.x, end.y - start.y)
  if (length === 0) return Math.hypot(point.x - start.x, point.y - start.y)
  return Math.abs((end.x - start.x) * (start.y - point.y) - (start.x - point.x) * (end.y - start.y)) / length
}

/** The way of a line for an SVG path: round where it bends, sharp at corners. A single point becomes a dot. */
export function pathOf({ points }: Pick<DrawnLine, 'points'>): string {
  const places = points.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: points[index + 1] ?? 0 }] : []))
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined) return ''
  if (places.length === 1) return `M${first.x} ${first.y}h0.1`
  const between = places.slice(1, -1).map((place, index) => {
    const [before, next] = [places[index] ?? first, places[index + 2] ?? last]
    const { x, y } = place
    return isCorner(before, place, next) ? `L${x} ${y}` : `Q${x} ${y} ${(x + next.x) / 2} ${(y + next.y) / 2}`
  })
  return [`M${first.x} ${first.y}`, ...between, `L${last.x} ${last.y}`].join('')
}

/** Turns by more than 45 degrees. */
function isCorner(before: Point, at: Point, next: Point): boolean {
  const [inX, inY, outX, outY] = [at.x - before.x, at.y - before.y, next.x - at.x, next.y - at.y]
  return inX * outX + inY * outY < Math.SQRT1_2 * Math.hypot(inX, inY) * Math.hypot(outX, outY)
}
