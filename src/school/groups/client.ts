// Groups on screen: those one works with, the ones that this device has just made among them.
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { personColleagues } from '../../common/people/contract.ts'
import type { Id } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { useAccess } from '../../web/device.ts'
import { memberOf } from '../../web/member.ts'
import type { Reasons } from '../../web/messages.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { type Group, groupAll, groupClose, groupCreate, groupMine, groupRename, type StaffPart } from './contract.ts'
import { isClassroomStaff } from './policy.ts'

/** A group as lists show it; `isWaiting`: made here, and not with the server yet. */
export interface ShownGroup extends Group {
  readonly isWaiting: boolean
}

interface PendingGroups {
  readonly made: readonly Pending<Omit<Group, 'learnerCount' | 'staff' | 'createdBy'>>[]
  readonly renamed: readonly Pending<{ groupId: Id; name: string }>[]
  readonly closed: readonly Pending<{ groupId: Id }>[]
}

/** Lays what this device did over the server's list: new groups last, closed ones gone. */
export function withPendingGroups(groups: readonly Group[], { made, renamed, closed }: PendingGroups, self: Id): readonly ShownGroup[] {
  const known = new Set(groups.map(({ id }) => id))
  const fresh = made
    .filter(({ input }) => !known.has(input.id))
    .map(({ input }) => ({ ...input, learnerCount: 0, staff: [], createdBy: self, isWaiting: true }))
  const names = new Map(renamed.map(({ input }) => [input.groupId, input.name]))
  const gone = new Set(closed.map(({ input }) => input.groupId))
  return [...groups.map((group) => ({ ...group, isWaiting: false })), ...fresh]
    .filter(({ id }) => !gone.has(id))
    .map((group) => ({ ...group, name: names.get(group.id) ?? group.name }))
}

/** Whose role works with no group has none: nobody needs to be asked. */
const noGroups: Asked<readonly ShownGroup[]> = { state: 'answered', answer: [], answeredAt: 0, isKept: false, again: () => undefined }

/** The groups that one works with today. */
export function useMyGroups(): Asked<readonly ShownGroup[]> {
  const member = memberOf(useAccess())
  const isStaff = member !== undefined && isClassroomStaff(member)
  const asked = useAsked(groupMine, isStaff ? {} : undefined)
  const made = usePending(groupCreate, asked)
  const renamed = usePending(groupRename, asked)
  const closed = usePending(groupClose, asked)
  if (member !== undefined && !isStaff) return noGroups
  if (asked.state !== 'answered') return asked
  const self = member?.personId ?? ''
  return { ...asked, answer: withPendingGroups(asked.answer.groups, { made, renamed, closed }, self) }
}

/** Names and counts of all groups, for those who look after them. */
export function useAllGroups(): Asked<readonly Group[]> {
  const asked = useAsked(groupAll, {})
  return asked.state === 'answered' ? { ...asked, answer: asked.answer.groups } : asked
}

/** The part that a colleague can take: what they are in the school. Someone who is both comes as a teacher unless said otherwise. */
export function partsFor(roles: readonly string[]): readonly StaffPart[] {
  return (['teacher', 'practitioner'] as const).filter((part) => roles.includes(part))
}

/** What a new group begins with. */
export type GroupDraft = Pick<Group, 'name' | 'subject' | 'cover' | 'kind'>

/** An adult who can work with a group. */
export interface Colleague {
  readonly id: Id
  readonly name: string
  readonly roles: readonly string[]
}

/** Those who teach or support here, without oneself and without those who are in the group already; by name. */
export function colleaguesFor(people: readonly Colleague[], without: ReadonlySet<Id>): readonly Colleague[] {
  return people
    .filter(({ id, roles }) => !without.has(id) && partsFor(roles).length > 0)
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** Everybody who can work with a group, besides those who do. */
export function useColleagues(without: readonly Id[]): readonly Colleague[] {
  const asked = useAsked(personColleagues, {})
  return asked.state === 'answered' ? colleaguesFor(asked.answer.people, new Set(without)) : []
}

/** The two parts in words. */
export function usePartWords(): Readonly<Record<StaffPart, string>> {
  const { t } = useLingui()
  return { practitioner: t`Practitioner`, teacher: t`Teacher` }
}

/** What the rules on groups say no for, in words. */
export const groupReasons: Reasons = {
  already_in_group: msg`Already in this group.`,
  group_closed: msg`This group is closed.`,
  part_without_role: msg`They don’t have that role in the school.`,
}
