// Learners on screen: a pasted list made ready to keep, a new group sent step by step, and who is in a group now.
import { useEffect } from 'react'
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import type { Addition } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import type { GroupDraft } from '../groups/client.ts'
import { groupAddLearner, groupAddStaff, groupCreate, groupRemoveLearner, type StaffPart } from '../groups/contract.ts'
import {
  FamilyInitial,
  GivenName,
  type Learner,
  learnerChooseSymbol,
  learnerInGroup,
  learnerList,
  learnerRegister,
  learnerRename,
  learnerSetWhatHelps,
} from './contract.ts'
import { namesFromPaste, shownName } from './rules.ts'

/** One line of the preview: what will be kept of a child's name. */
export interface NameLine {
  readonly key: string
  readonly givenName: string
  readonly familyInitial: string
}

/** What a line of the preview needs: a name, one letter, or a second look because two are alike. */
export type NameTrouble = 'no_name' | 'initial' | 'alike' | 'there_already'

/** A pasted list as lines to be looked through. */
export function linesFromPaste(text: string): readonly NameLine[] {
  return namesFromPaste(text).map(({ givenName, familyInitial }) => ({ key: newId(), givenName, familyInitial: familyInitial ?? '' }))
}

/** Names as they are put in: what is typed or pasted, and the lines that were read from it. */
export interface NamesDraft {
  readonly text: string
  readonly lines: readonly NameLine[]
}

/** Reads what was typed or pasted into lines, after those that are there. */
export function readNames({ text, lines }: NamesDraft): NamesDraft {
  return { text: '', lines: [...lines, ...linesFromPaste(text)] }
}

/** The name as it is kept; an empty initial is none. */
export function nameOf({ givenName, familyInitial }: Pick<NameLine, 'givenName' | 'familyInitial'>) {
  const initial = familyInitial.trim().toLocaleUpperCase('en-GB')
  return { givenName: givenName.trim(), familyInitial: initial === '' ? null : initial }
}

const sameName = (name: string) => name.toLocaleLowerCase('en-GB')

/**
 * What is to be looked at, by line. `alike` and `there_already` are warnings: two children may have the same name.
 * @param there names of learners who are in the group already
 */
export function troubles(lines: readonly NameLine[], there: readonly string[] = []): ReadonlyMap<string, NameTrouble> {
  const known = new Set(there.map(sameName))
  const seen = new Set<string>()
  const found = new Map<string, NameTrouble>()
  for (const line of lines) {
    const name = nameOf(line)
    const shown = sameName(shownName(name))
    if (!GivenName.safeParse(name.givenName).success) found.set(line.key, 'no_name')
    else if (name.familyInitial !== null && !FamilyInitial.safeParse(name.familyInitial).success) found.set(line.key, 'initial')
    else if (seen.has(shown)) found.set(line.key, 'alike')
    else if (known.has(shown)) found.set(line.key, 'there_already')
    seen.add(shown)
  }
  return found
}

/** Whether the lines can be kept: warnings do not stop them. */
export function canKeep(lines: readonly NameLine[]): boolean {
  return [...troubles(lines).values()].every((trouble) => trouble === 'alike')
}

export interface NewGroup {
  readonly draft: GroupDraft
  readonly names: readonly NameLine[]
  /** Learners whom one works with already. */
  readonly learnerIds: readonly Id[]
  readonly staff: ReadonlyMap<Id, StaffPart>
  /** What the group begins with, made once its id is known: a goal. @param made the command that must be accepted before */
  readonly beginsWith?: ((groupId: Id, made: Id) => readonly Addition[]) | undefined
}

/** Keeps a new group and everyone in it on the device; it is sent in this order, whatever happens to the page. */
export async function keepNewGroup({ draft, names, learnerIds, staff, beginsWith }: NewGroup): Promise<Id> {
  const { outbox } = device()
  const groupId = newId()
  const made = await outbox.add(groupCreate, { id: groupId, ...draft, name: draft.name.trim(), subject: draft.subject.trim() })
  await keepNewLearners(groupId, names, [made])
  for (const learnerId of learnerIds) await outbox.add(groupAddLearner, { id: newId(), groupId, learnerId }, { dependsOn: [made] })
  for (const [personId, part] of staff) await outbox.add(groupAddStaff, { id: newId(), groupId, personId, part }, { dependsOn: [made] })
  if (beginsWith !== undefined) await outbox.addAll(beginsWith(groupId, made))
  return groupId
}

/** Registers learners and adds them to a group. @param dependsOn what must be accepted before */
export async function keepNewLearners(groupId: Id, names: readonly NameLine[], dependsOn: readonly Id[] = []): Promise<void> {
  const { outbox } = device()
  for (const line of names) {
    const learnerId = newId()
    const registered = await outbox.add(learnerRegister, { id: learnerId, ...nameOf(line) }, { dependsOn })
    await outbox.add(groupAddLearner, { id: newId(), groupId, learnerId }, { dependsOn: [...dependsOn, registered] })
  }
}

/** A learner of a group as lists show them; `isWaiting`: added here, and not with the server yet. */
export interface GroupLearner extends Learner {
  readonly isWaiting: boolean
}

interface PendingLearners {
  readonly registered: readonly Pending<{ id: Id; givenName: string; familyInitial: string | null }>[]
  readonly added: readonly Pending<{ groupId: Id; learnerId: Id }>[]
  readonly removed: readonly Pending<{ groupId: Id; learnerId: Id }>[]
  readonly renamed: readonly Pending<{ learnerId: Id; givenName: string; familyInitial: string | null }>[]
  readonly symbols: readonly Pending<{ learnerId: Id; symbol: string }>[]
  readonly helps: readonly Pending<{ learnerId: Id; whatHelps: string | null }>[]
}

/**
 * Lays what this device did over the server's list of a group, by name.
 * @param met learners whom this page has seen in some group: one who is added is not registered anew, and has a name only there
 */
export function withPendingLearners(
  groupId: Id,
  learners: readonly Learner[],
  pending: PendingLearners,
  met: ReadonlyMap<Id, Learner> = new Map(),
): readonly GroupLearner[] {
  const known = new Set(learners.map(({ id }) => id))
  const nameless = { symbol: null, whatHelps: null }
  const registered = new Map(pending.registered.map(({ input }) => [input.id, { ...input, name: shownName(input), ...nameless }]))
  const here = new Set(pending.added.filter(({ input }) => input.groupId === groupId).map(({ input }) => input.learnerId))
  const fresh = [...here]
    .filter((id) => !known.has(id))
    .flatMap((id) => registered.get(id) ?? met.get(id) ?? [])
    .map((learner) => ({ ...learner, isWaiting: true }))
  const gone = removedLast(groupId, pending)
  return [...learners.map((learner) => ({ ...learner, isWaiting: false })), ...fresh]
    .filter(({ id }) => !gone.has(id))
    .map((learner) => described(learner, pending))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

/** Whom the last act of this device took out of the group; ids of commands rise with time on one device. */
function removedLast(groupId: Id, { added, removed }: PendingLearners): ReadonlySet<Id> {
  const acts = [...added.map((one) => ({ ...one, isOut: false })), ...removed.map((one) => ({ ...one, isOut: true }))]
  const here = acts.filter(({ input, state }) => input.groupId === groupId && state !== 'held')
  const last = new Map(here.toSorted((one, other) => one.id.localeCompare(other.id)).map(({ input, isOut }) => [input.learnerId, isOut]))
  return new Set([...last].filter(([, isOut]) => isOut).map(([learnerId]) => learnerId))
}

function described(learner: GroupLearner, { renamed, symbols: chosen, helps }: PendingLearners): GroupLearner {
  const isOfLearner = ({ input }: Pending<{ learnerId: Id }>) => input.learnerId === learner.id
  const name = renamed.findLast(isOfLearner)?.input
  const symbol = chosen.findLast(isOfLearner)?.input.symbol ?? learner.symbol
  const help = helps.findLast(isOfLearner)
  const whatHelps = help === undefined ? learner.whatHelps : help.input.whatHelps
  const named = name === undefined ? learner : { ...learner, ...name, name: shownName(name) }
  return { ...named, symbol, whatHelps }
}

/** Whom this page has seen in its groups. It goes with the page, which the lock loads afresh, and with an erasure. */
const met = new Map<Id, Learner>()

/** Who is in a group now. */
export function useGroupLearners(groupId: Id | undefined): Asked<readonly GroupLearner[]> {
  const asked = useAsked(learnerInGroup, groupId === undefined ? undefined : { groupId })
  const pending = {
    registered: usePending(learnerRegister, asked),
    added: usePending(groupAddLearner, asked),
    removed: usePending(groupRemoveLearner, asked),
    renamed: usePending(learnerRename, asked),
    symbols: usePending(learnerChooseSymbol, asked),
    helps: usePending(learnerSetWhatHelps, asked),
  }
  const answered = asked.state === 'answered' ? asked.answer.learners : undefined
  useEffect(() => {
    for (const learner of answered ?? []) met.set(learner.id, learner)
  }, [answered])
  useEffect(() => device().wire.hear('answers', () => met.clear()), [])
  if (groupId === undefined) return asked.state === 'answered' ? { ...asked, answer: [] } : asked
  if (asked.state === 'answered') return { ...asked, answer: withPendingLearners(groupId, asked.answer.learners, pending, met) }
  // A group that was made here a moment ago: the server knows nothing of it yet, the device does.
  const isMadeHere = asked.state === 'failed' && pending.added.some(({ input }) => input.groupId === groupId)
  if (!isMadeHere) return asked
  return {
    state: 'answered',
    answer: withPendingLearners(groupId, [], pending, met),
    answeredAt: Date.now(),
    isKept: true,
    again: asked.again,
  }
}

/** A name of the school's list, with the groups it is in. */
export type ListedLearner = Parsed<typeof learnerList.output>['learners'][number]

/** Names of all learners, for those who look after records. */
export function useAllLearners(): Asked<readonly ListedLearner[]> {
  const asked = useAsked(learnerList, {})
  return asked.state === 'answered' ? { ...asked, answer: asked.answer.learners } : asked
}

/** Learners in whose name or groups every word begins a word. @example learnersNamed(all, 'cal') // Callum B */
export function learnersNamed(learners: readonly ListedLearner[], words: string): readonly ListedLearner[] {
  const wanted = words.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)
  return learners.filter(({ name, groups }) => {
    const parts = [name, ...groups].join(' ').toLocaleLowerCase('en-GB').split(/\s+/)
    return wanted.every((word) => parts.some((part) => part.startsWith(word)))
  })
}
