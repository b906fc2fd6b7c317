// What whoever is here may do with the briefs of a group.

import type { Id } from '../../../core/ids.ts'
import { canAnswerBrief } from '../../../school/briefs/policy.ts'
import { useMyGroups } from '../../../school/groups/client.ts'
import { worksWithGroup } from '../../../school/groups/policy.ts'
import { useActor } from '../../member.ts'

/** `undefined` while the groups are not known yet. */
export function useBriefReader(groupId: Id): { readonly canWrite: boolean | undefined; readonly isTeacher: boolean | undefined } {
  const actor = useActor()
  const groups = useMyGroups()
  if (groups.state !== 'answered') return { canWrite: undefined, isTeacher: undefined }
  const part = groups.answer.find(({ id }) => id === groupId)?.staff.find(({ personId }) => personId === actor.personId)?.part
  return { canWrite: worksWithGroup(actor, { part }), isTeacher: canAnswerBrief(actor, { part }) }
}
