// Profiles on screen: the server's last answer with what was written on this device laid over it.
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device, useAccess } from '../../web/device.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { type ProfileEntry, profileForGroup, profileForLearner, profileWrite } from './contract.ts'
import { holding, newestFirst } from './rules.ts'

type Written = Parsed<typeof profileWrite.input>

/** One section as screens show it; `isWaiting`: written here, and not with the server yet. */
export interface ShownEntry extends ProfileEntry {
  readonly isWaiting: boolean
}

export interface ShownProfile {
  /** What holds, in the order in which it is read. */
  readonly holds: readonly ShownEntry[]
  /** What stood there before, newest first. */
  readonly before: readonly ShownEntry[]
}

export interface GroupProfile {
  readonly id: Id
  readonly name: string
  readonly symbol: string | null
  readonly holds: readonly ShownEntry[]
}

/** Lays what this device wrote over entries; what was refused holds nothing. */
export function withPendingEntries(
  learnerId: Id,
  entries: readonly ProfileEntry[],
  pending: readonly Pending<Written>[],
  author: string,
): readonly ShownEntry[] {
  const known = new Set(entries.map(({ id }) => id))
  const fresh = pending
    .filter(({ input, state }) => input.learnerId === learnerId && state !== 'held' && !known.has(input.id))
    .map(({ input, state }) => ({ ...input, writtenByName: author, isWaiting: state === 'waiting' }))
  return newestFirst([...entries.map((entry) => ({ ...entry, isWaiting: false })), ...fresh])
}

function useAuthor(): string {
  const access = useAccess()
  return access.state === 'open' ? access.person.name : ''
}

/** A learner's profile and its history. */
export function useProfile(learnerId: Id): Asked<ShownProfile> {
  const asked = useAsked(profileForLearner, { learnerId })
  const pending = usePending(profileWrite, asked)
  const author = useAuthor()
  if (asked.state !== 'answered') return asked
  const entries = withPendingEntries(learnerId, asked.answer.entries, pending, author)
  const holds = holding(entries)
  return { ...asked, answer: { holds, before: entries.filter((entry) => !holds.includes(entry) && entry.text !== null) } }
}

/** The profiles of a group, by name. */
export function useGroupProfiles(groupId: Id): Asked<{ readonly groupName: string; readonly profiles: readonly GroupProfile[] }> {
  const asked = useAsked(profileForGroup, { groupId })
  const pending = usePending(profileWrite, asked)
  const author = useAuthor()
  if (asked.state !== 'answered') return asked
  const profiles = asked.answer.learners.map(({ id, name, symbol, entries }) => ({
    ...{ id, name, symbol },
    holds: holding(withPendingEntries(id, entries, pending, author)),
  }))
  return { ...asked, answer: { groupName: asked.answer.groupName, profiles } }
}

/** Keeps one section on the device. */
export async function keepEntry(entry: Omit<Written, 'id' | 'writtenAt'>): Promise<void> {
  await device().outbox.add(profileWrite, { id: newId(), ...entry, writtenAt: new Date().toISOString() })
}
