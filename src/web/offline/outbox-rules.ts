// What becomes of queued entries: which goes next, what an answer does, what a person may do. Pure; the stores obey it.
import { errors, type Refusal } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { EntryReason, EntryState } from './entry-format.ts'

/** As much of an entry as its fate depends on. */
export interface Line {
  readonly order: number
  readonly id: Id
  readonly dependsOn: readonly Id[]
  readonly state: EntryState
  readonly tries: number
  readonly faults: number
  readonly attachment: object | undefined
}

/** What came back for an entry. A network that failed answers `unavailable`. */
export type Answer = { readonly output: unknown } | { readonly refusal: Refusal }

/** What an answer does to its entry, and to the sending that goes on or stops. */
export type Outcome =
  | { readonly to: 'sent' }
  | { readonly to: 'held' | 'erased'; readonly reason: EntryReason }
  | { readonly to: 'waiting'; readonly next: 'retry' | 'pause'; readonly faults: number }

/** After so many faults of the server on one entry, it steps aside: it must not keep everything behind it from leaving. */
export const faultsUntilHeld = 5

const isUnsettled = ({ state }: Line) => state !== 'erased'

/**
 * The entry to send now: the first in order that waits and whose dependencies have left.
 * A held entry so holds its dependants, and theirs, and nothing else. A discarded one holds them until it is gone, because it may come back.
 */
export function nextToSend<L extends Line>(lines: readonly L[]): L | undefined {
  const here = new Set(lines.filter(isUnsettled).map(({ id }) => id))
  return inOrder(lines).find(({ state, dependsOn }) => state === 'waiting' && !dependsOn.some((id) => here.has(id)))
}

/** Whether an entry waits for one that is held or discarded, and not for the network. */
export function isHeldBack(line: Line, lines: readonly Line[]): boolean {
  const byId = new Map(lines.map((other) => [other.id, other]))
  const blocks = (id: Id): boolean => {
    const other = byId.get(id)
    if (other === undefined) return false
    return other.state === 'held' || other.state === 'discarded' || (other.state === 'waiting' && other.dependsOn.some(blocks))
  }
  return line.state === 'waiting' && line.dependsOn.some(blocks)
}

/** What an answer does, by the table of errors. */
export function outcomeOf(line: Line, answer: Answer): Outcome {
  if ('output' in answer) return { to: 'sent' }
  const { refusal } = answer
  const action = errors[refusal.code].outbox
  if (action === 'hold') return { to: 'held', reason: refusal }
  if (action === 'erase') return { to: 'erased', reason: refusal }
  if (action === 'pause') return { to: 'waiting', next: 'pause', faults: line.faults }
  const faults = refusal.code === 'unexpected' ? line.faults + 1 : line.faults
  return faults < faultsUntilHeld ? { to: 'waiting', next: 'retry', faults } : { to: 'held', reason: refusal }
}

const firstPause = 2_000
const longestPause = 5 * 60_000

/**
 * Milliseconds until the next attempt: doubled each time up to five minutes, spread so that a school's tablets don't come back as one.
 * @param failures in a row, from 1
 * @param chance between 0 and 1
 */
export function pauseAfter(failures: number, chance: number): number {
  return Math.min(firstPause * 2 ** (failures - 1), longestPause) * (0.5 + chance / 2)
}

/** Whether a person may change what an entry says: it was refused, or it has certainly not been sent. */
export function canEdit({ state, tries }: Line): boolean {
  return state === 'held' || (state === 'waiting' && tries === 0)
}

/** A held entry can be sent again as it is, a held or unsent one be discarded, until then. */
export const canDiscard = canEdit

/**
 * An edited entry keeps its id: it was never accepted, its dependants name it, and should a copy of it still be under way, one id can't be recorded twice.
 * Only when the server says that the id is somebody else's does it need another.
 */
export function needsNewId(reason: EntryReason | undefined): boolean {
  return reason?.code === 'id_in_use'
}

/** What undoing does: entries that leave unsent, or a withdrawal that follows what may have been sent. */
export type UndoPlan = { readonly remove: readonly Id[] } | { readonly withdraw: true; readonly dependsOn: readonly Id[] }

/**
 * Plans the undoing of one entry. Unsent, or refused: it goes, with what depends on it and with photos that nothing else names.
 * Handed to the network before, itself or its photo: a withdrawal is to follow it. A photo that came alone would lie at the server in nobody's sight,
 * and no act of a person would reach it.
 * @param sentPhotos ids of photos that were accepted
 */
export function undoPlan(id: Id, lines: readonly Line[], sentPhotos: ReadonlySet<Id> = new Set()): UndoPlan {
  const target = lines.find((line) => line.id === id)
  if (target === undefined) return { withdraw: true, dependsOn: [] }
  if (target.state === 'waiting' && target.tries > 0) return { withdraw: true, dependsOn: [id] }
  const mayBeThere = (photo: Id) => sentPhotos.has(photo) || lines.some((line) => line.id === photo && isUnderWay(line))
  if (target.state === 'waiting' && target.dependsOn.some(mayBeThere)) return { withdraw: true, dependsOn: [id] }
  // An erased line holds nothing back: what depends on it may be with the server already, and goes its own way.
  if (target.state === 'erased') return { remove: [id] }
  const leaving = withDependants(id, lines)
  const stays = lines.filter((line) => !leaving.has(line.id))
  const isOrphan = (line: Line) =>
    line.attachment !== undefined &&
    line.tries === 0 &&
    target.dependsOn.includes(line.id) &&
    !stays.some((other) => other.dependsOn.includes(line.id))
  return { remove: [...leaving, ...stays.filter(isOrphan).map((line) => line.id)] }
}

const isUnderWay = ({ attachment, state, tries }: Line) => attachment !== undefined && state === 'waiting' && tries > 0

/** An entry and all that depend on it, directly or not. */
export function withDependants(id: Id, lines: readonly Line[]): ReadonlySet<Id> {
  const found = new Set([id])
  for (const line of inOrder(lines)) if (line.dependsOn.some((other) => found.has(other))) found.add(line.id)
  return found
}

/** @example inOrder([{ order: 2 }, { order: 1 }]) // 1, then 2 */
export function inOrder<L extends { readonly order: number }>(lines: readonly L[]): L[] {
  return [...lines].sort((a, b) => a.order - b.order)
}
