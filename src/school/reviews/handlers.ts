// Keeping what changed because one looked, and the check of a session.
import { accept, learnerErased, notFound, refused } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { answer, handle } from '../../server/operation.ts'
import { isClassroomStaff } from '../groups/policy.ts'
import { findGroup } from '../groups/views.ts'
import { canSend, canWriteAbout } from '../handovers/policy.ts'
import { loadWriting } from '../handovers/store.ts'
import { isErased, otherNamesIn } from '../learners/views.ts'
import * as contract from './contract.ts'
import { canCheckSession, canTakeExampleBack } from './policy.ts'
import { exampleRefusal } from './rules.ts'
import { getExample, insertExample, insertExampleWithdrawal } from './store.ts'
import { countChecks, isSessionOf, listExamples } from './views.ts'

const toLearner = ({ learnerId }: { learnerId: string | null }) => (learnerId === null ? [] : [learnerId])

export const reviewHandlers = [
  handle(contract.lookedExampleKeep, {
    role: isClassroomStaff,
    about: toLearner,
    load: async (tx, { sessionId, learnerId }, actor) => {
      const facts = await loadWriting(tx, { handoverId: newId(), sessionId, learnerId }, actor.personId)
      if (facts.isErased) throw learnerErased()
      return { ...facts, otherNames: await otherNamesIn(tx, facts.groupId, learnerId) }
    },
    allow: (actor, facts, { learnerId, keptAt }) => {
      const written = { ...facts, writtenAt: keptAt }
      return learnerId === null ? canSend(actor, facts, written) : canWriteAbout(actor, facts, written)
    },
    run: async (tx, { input, actor, facts }) => {
      accept(exampleRefusal(input, facts.otherNames, tx.now))
      await insertExample(tx, { ...input, groupId: facts.groupId }, actor.personId)
      return {}
    },
  }),
  handle(contract.lookedExampleWithdraw, {
    role: isClassroomStaff,
    about: toLearner,
    load: async (tx, { exampleId, learnerId }) => {
      if (learnerId !== null && (await isErased(tx, learnerId))) throw learnerErased()
      return getExample(tx, exampleId)
    },
    allow: canTakeExampleBack,
    run: async (tx, { input, facts }) => {
      if (input.learnerId !== facts.learnerId) accept(refused('learner_of_another', 'learnerId'))
      await insertExampleWithdrawal(tx, input)
      return {}
    },
  }),
  answer(contract.lookedExampleMine, {
    role: isClassroomStaff,
    load: async () => undefined,
    allow: isClassroomStaff,
    sees: (_, { examples }) => examples.flatMap(({ learner }) => learner?.id ?? []),
    run: async (tx, { actor }) => ({ examples: await listExamples(tx, actor.personId) }),
  }),
  answer(contract.sessionCheck, {
    role: isClassroomStaff,
    load: async (tx, { groupId, sessionId }, actor) => {
      const group = await findGroup(tx, groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return { part: group.part, isOfGroup: await isSessionOf(tx, sessionId, groupId) }
    },
    allow: canCheckSession,
    run: (tx, { input }) => countChecks(tx, input),
  }),
]
