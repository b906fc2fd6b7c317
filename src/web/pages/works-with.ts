// Whether whoever is here works with a group, and so writes in its lessons; the SENCO reads.
import type { Id } from '../../core/ids.ts'
import { useMyGroups } from '../../school/groups/client.ts'
import { worksWithGroup } from '../../school/groups/policy.ts'
import { useActor } from '../member.ts'

/** `false` too while the groups are not known yet. */
export function useWorksWith(groupId: Id): boolean {
  const actor = useActor()
  const groups = useMyGroups()
  if (groups.state !== 'answered') return false
  const part = groups.answer.find(({ id }) => id === groupId)?.staff.find(({ personId }) => personId === actor.personId)?.part
  return worksWithGroup(actor, { part })
}
