// When an agenda makes sense, who can agree to it, and whether it was agreed before the discussion began.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf, type Moment } from '../../core/time.ts'
import type { StandardPack } from '../standards/contract.ts'
import type { AgendaPoint } from './contract.ts'

/** A unit that is between candidate and assessor. */
interface KnownUnit {
  readonly unitNumber: string
  readonly pack: Pick<StandardPack, 'leaves'>
}

interface Whole {
  /** The unit in which it is proposed. */
  readonly ownId: Id
  /** The units of both that it names, its own among them. */
  readonly units: ReadonlyMap<Id, KnownUnit>
}

/** Refused: `unit_of_others` (not of the same candidate with the same assessor), `unknown_leaf`. */
export function agendaRefusal(points: readonly AgendaPoint[], { ownId, units }: Whole): Refusal | undefined {
  for (const { leaf, registrationId = ownId } of points) {
    const unit = units.get(registrationId)
    if (unit === undefined) return refused('unit_of_others', 'points')
    if (!unit.pack.leaves.some(({ code }) => code === leaf)) return refused('unknown_leaf', 'points')
  }
  return undefined
}

type WrittenPoint = Pick<AgendaPoint, 'leaf' | 'point'>

/** Nothing was chosen or written in it: it is left out. */
export function isEmptyPoint({ leaf, point }: WrittenPoint): boolean {
  return leaf === '' && point.trim() === ''
}

/** The place of the first point that lacks its criterion or its words; the first of all when every one is empty. */
export function unfinishedPoint(points: readonly WrittenPoint[]): number | undefined {
  if (points.every(isEmptyPoint)) return 0
  const at = points.findIndex((one) => !isEmptyPoint(one) && (one.leaf === '' || one.point.trim().length < 3))
  return at === -1 ? undefined : at
}

/** Units that an agenda names beside its own, each once. */
export function furtherUnits(points: readonly AgendaPoint[], ownId: Id): readonly Id[] {
  return [...new Set(points.map(({ registrationId = ownId }) => registrationId))].filter((id) => id !== ownId)
}

/** Points as they are kept: each with its unit's number where the agenda speaks of several, and with none where it speaks of one. */
export function pointsAsKept(points: readonly AgendaPoint[], { ownId, units }: Whole): AgendaPoint[] {
  const isOne = furtherUnits(points, ownId).length === 0
  return points.map(({ leaf, point, registrationId = ownId }) =>
    isOne ? { leaf, point } : { leaf, point, registrationId, unit: units.get(registrationId)?.unitNumber ?? '' },
  )
}

/** "2.3", or "209 3.2" where several units are spoken of. */
export function pointName({ unit, leaf }: Pick<AgendaPoint, 'unit' | 'leaf'>): string {
  return unit === undefined ? leaf : `${unit} ${leaf}`
}

/** Refused: `own_agenda` (the other one agrees), `agreed_already`. */
export function agreementRefusal(agenda: { proposedById: Id; agreedAt: Moment | null }, personId: Id): Refusal | undefined {
  if (agenda.proposedById === personId) return refused('own_agenda', 'agendaId')
  return agenda.agreedAt === null ? undefined : refused('agreed_already', 'agendaId')
}

/** Whether a person has yet to agree to it: the other one proposed it, and nobody agreed. */
export function isToAgree(agenda: { proposedById: Id; agreedAt: Moment | null }, personId: Id): boolean {
  return agreementRefusal(agenda, personId) === undefined
}

/**
 * Whether both had agreed before they talked (R8): before its first minute, or, where no time is said, before its day.
 * @example isAgreedBefore({ agreedAt: '2026-12-07T16:00:00.000Z' }, { occurredOn: '2026-12-08', startedAt: null }) // true
 */
export function isAgreedBefore(agenda: { agreedAt: Moment | null }, discussion: { occurredOn: Day; startedAt: Moment | null }): boolean {
  if (agenda.agreedAt === null) return false
  const { occurredOn, startedAt } = discussion
  return startedAt === null ? dayOf(agenda.agreedAt) < occurredOn : agenda.agreedAt < startedAt
}
