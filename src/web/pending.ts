// What a person did on this device and the server's last answer may not show yet: waiting, held or lately sent.
import * as z from 'zod/mini'
import type { Command, Parsed, Schema } from '../core/contract.ts'
import type { Id } from '../core/ids.ts'
import type { Asked } from './asking.ts'
import { useAccess, useOutbox } from './device.ts'
import type { OutboxView, OwnEntry } from './offline/outbox-view.ts'

/** One command of one's own. */
export interface Pending<I> {
  readonly id: Id
  readonly input: I
  /** `sent` is with the server already; `held` needs a person's attention. */
  readonly state: 'waiting' | 'held' | 'sent'
}

export interface Wanted {
  readonly organisationId: Id | undefined
  /** When the server answered: what it had accepted by then is in its answer, with a margin for what was under way. */
  readonly answeredAt?: number | undefined
}

const margin = 2_000

/** One's own commands of one kind in their order, that an answer does not show yet; what was taken back is not among them. */
export function pendingOf<I extends Schema>(
  { entries, sent }: Pick<OutboxView, 'entries' | 'sent'>,
  command: Command<string, I, Schema>,
  { organisationId, answeredAt }: Wanted,
): readonly Pending<Parsed<I>>[] {
  const isUnseen = ({ sentAt }: OwnEntry) => answeredAt === undefined || sentAt === undefined || Date.parse(sentAt) >= answeredAt - margin
  return [...sent.filter(isUnseen), ...entries].flatMap((entry) => {
    const { state } = entry
    if (state === 'erased' || state === 'discarded') return []
    if (entry.organisationId !== organisationId || entry.command !== command.name) return []
    return openedAs(command, entry, state)
  })
}

function openedAs<I extends Schema>(
  command: Command<string, I, Schema>,
  { id, input }: OwnEntry,
  state: 'waiting' | 'held' | 'sent',
): readonly Pending<Parsed<I>>[] {
  const parsed = z.safeParse(command.input, input)
  return parsed.success ? [{ id, input: parsed.data as Parsed<I>, state }] : []
}

/** {@link pendingOf} for whoever is here, beside an answer. */
export function usePending<I extends Schema>(command: Command<string, I, Schema>, asked: Asked<unknown>): readonly Pending<Parsed<I>>[] {
  const view = useOutbox()
  const access = useAccess()
  const organisationId = access.state === 'open' ? access.person.organisationId : undefined
  return pendingOf(view, command, { organisationId, answeredAt: asked.state === 'answered' ? asked.answeredAt : undefined })
}
