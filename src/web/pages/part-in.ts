// What whoever is here is in a group: whether they write in its lessons, and whether as its teacher; the SENCO reads.
import type { Id } from '../../core/ids.ts'
import { useMyGroups } from '../../school/groups/client.ts'
import { isTeacherOf, worksWithGroup } from '../../school/groups/policy.ts'
import { useActor } from '../member.ts'

/** Both `undefined` while the groups are not known yet. */
export function usePartIn(groupId: Id): { readonly works: boolean | undefined; readonly isTeacher: boolean | undefined } {
  const actor = useActor()
  const groups = useMyGroups()
  if (groups.state !== 'answered') return { works: undefined, isTeacher: undefined }
  const part = groups.answer.find(({ id }) => id === groupId)?.staff.find(({ personId }) => personId === actor.personId)?.part
  return { works: worksWithGroup(actor, { part }), isTeacher: isTeacherOf(actor, { part }) }
}
