// When an agenda makes sense, who can agree to it, and whether it was agreed before the discussion began.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf, type Moment } from '../../core/time.ts'
import type { StandardPack } from '../standards/contract.ts'
import type { AgendaPoint } from './contract.ts'

/** Refused: `unknown_leaf`. */
export function agendaRefusal(points: readonly AgendaPoint[], pack: Pick<StandardPack, 'leaves'>): Refusal | undefined {
  const known = new Set(pack.leaves.map((leaf) => leaf.code))
  return points.every(({ leaf }) => known.has(leaf)) ? undefined : refused('unknown_leaf', 'points')
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
