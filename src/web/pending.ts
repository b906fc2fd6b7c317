// What a person did on this device and the server's last answer may not show yet: waiting, held or lately sent.
import * as z from 'zod/mini'
import type { Command, Parsed, Schema } from '../core/contract.ts'
import type { Id } from '../core/ids.ts'
import { useAccess, useOutbox } from './device.ts'
import type { OutboxView, OwnEntry } from './offline/outbox-view.ts'

/** One command of one's own. */
export interface Pending<I> {
  readonly id: Id
  readonly input: I
  /** `sent` is with the server already; `held` needs a person's attention. */
  readonly state: 'waiting' | 'held' | 'sent'
}

/** One's own commands of one kind in their order, of one organisation; what was taken back is not among them. */
export function pendingOf<I extends Schema>(
  { entries, sent }: Pick<OutboxView, 'entries' | 'sent'>,
  organisationId: Id | undefined,
  command: Command<string, I, Schema>,
): readonly Pending<Parsed<I>>[] {
  return [...sent, ...entries].flatMap((entry) => {
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

/** {@link pendingOf} for whoever is here. */
export function usePending<I extends Schema>(command: Command<string, I, Schema>): readonly Pending<Parsed<I>>[] {
  const view = useOutbox()
  const access = useAccess()
  return pendingOf(view, access.state === 'open' ? access.person.organisationId : undefined, command)
}
