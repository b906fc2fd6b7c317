// What a handover is drafted from.
import { answer } from '../../server/operation.ts'
import { isClassroomStaff } from '../groups/policy.ts'
import { handoverDraft } from './contract.ts'
import { canDraft } from './policy.ts'
import { loadDraft } from './views.ts'

export const draftHandlers = [
  answer(handoverDraft, {
    role: isClassroomStaff,
    load: (tx, input, actor) => loadDraft(tx, input, actor.personId),
    allow: canDraft,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: async (_, { facts }) => facts.facts,
  }),
]
