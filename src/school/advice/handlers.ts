// Asking a subject lead, keeping the advice, and reading it.
import { listColleagues } from '../../common/people/views.ts'
import type { Actor } from '../../core/actor.ts'
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup, listStays } from '../groups/views.ts'
import { givenNamesIn } from '../learners/views.ts'
import { futureRefusal } from '../sessions/rules.ts'
import * as contract from './contract.ts'
import { canAdvise, canAskLead, canSeeAdvice, canWriteSomeAdvice, isSubjectLead } from './policy.ts'
import { adviceRefusal, askRefusal } from './rules.ts'
import { getReplacedGroup, insertAdvice, insertQuestion } from './store.ts'
import { isAskedOn, listAdvice, listAdviceQuestions, listQuestionsOnGroup } from './views.ts'

/** How the actor has to do with the group. @throws OperationError not_found */
async function loadPlace(tx: Tx, groupId: Id, at: string, actor: Actor) {
  if ((await findGroup(tx, groupId, actor.personId)) === undefined) throw notFound('groupId')
  return { stays: await listStays(tx, groupId, actor.personId), at, isAsked: await isAskedOn(tx, groupId, actor.personId) }
}

export const adviceHandlers = [
  handle(contract.adviceWrite, {
    role: canWriteSomeAdvice,
    load: async (tx, input, actor) => loadPlace(tx, input.groupId, input.writtenAt, actor),
    allow: (actor, facts) => canAskLead(actor, facts) || canAdvise(actor, facts),
    run: async (tx, { input, actor }) => {
      accept(futureRefusal(input.writtenAt, tx.now, 'writtenAt'))
      const names = await givenNamesIn(tx, [input.groupId])
      const replacedGroupId = await getReplacedGroup(tx, input.replacesId)
      accept(adviceRefusal(input, { replacedGroupId, names }))
      await insertAdvice(tx, { ...input, writtenBy: actor.personId })
      return {}
    },
  }),
  handle(contract.adviceAsk, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => loadPlace(tx, input.groupId, input.askedAt, actor),
    allow: canAskLead,
    run: async (tx, { input, actor }) => {
      accept(futureRefusal(input.askedAt, tx.now, 'askedAt'))
      const lead = (await listColleagues(tx)).find(({ id }) => id === input.leadId)
      accept(askRefusal(lead?.roles ?? []))
      await insertQuestion(tx, { ...input, askedBy: actor.personId })
      return {}
    },
  }),
  answer(contract.adviceForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeAdvice,
    run: async (tx, { input }) => ({
      advice: await listAdvice(tx, input.groupId),
      questions: await listQuestionsOnGroup(tx, input.groupId),
    }),
  }),
  answer(contract.adviceQuestions, {
    role: isSubjectLead,
    load: async () => ({}),
    allow: isSubjectLead,
    run: async (tx, { actor }) => ({ questions: await listAdviceQuestions(tx, actor.personId) }),
  }),
]
