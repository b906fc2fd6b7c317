// Registering learners and mending what is kept of them.
import type { Actor } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeGroup, canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup, findPartWith, groupIdsOf } from '../groups/views.ts'
import * as contract from './contract.ts'
import { canDescribe, canListNames, canRegister, canRename } from './policy.ts'
import { insertLearner, loadIsFresh, updateLearner } from './store.ts'
import { givenNamesIn, listLearnersIn, listNames } from './views.ts'

const ofLearner = {
  about: (input: { learnerId: string }) => [input.learnerId],
  load: async (tx: Tx, input: { learnerId: string }, actor: Actor) => ({
    isFresh: await loadIsFresh(tx, input.learnerId, actor.personId),
    worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined,
  }),
}

export const learnerHandlers = [
  handle(contract.learnerRegister, {
    role: canRegister,
    about: (input) => [input.id],
    load: async () => undefined,
    allow: canRegister,
    run: async (tx, { input, actor }) => {
      await insertLearner(tx, { ...input, createdBy: actor.personId })
      return {}
    },
  }),
  handle(contract.learnerRename, {
    ...ofLearner,
    allow: canRename,
    run: async (tx, { input }) => {
      await updateLearner(tx, input.learnerId, { givenName: input.givenName, familyInitial: input.familyInitial })
      return {}
    },
  }),
  handle(contract.learnerChooseSymbol, {
    ...ofLearner,
    allow: canDescribe,
    run: async (tx, { input }) => {
      await updateLearner(tx, input.learnerId, { symbol: input.symbol })
      return {}
    },
  }),
  answer(contract.learnerInGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeGroup,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: async (tx, { input }) => ({ learners: await listLearnersIn(tx, [input.groupId]) }),
  }),
  answer(contract.learnerList, {
    role: canListNames,
    load: async () => undefined,
    allow: canListNames,
    run: async (tx) => ({ learners: await listNames(tx) }),
  }),
  answer(contract.learnerGivenNames, {
    role: isClassroomStaff,
    load: async () => undefined,
    allow: isClassroomStaff,
    run: async (tx, { actor }) => ({ names: [...new Set(await givenNamesIn(tx, await groupIdsOf(tx, actor.personId)))].sort() }),
  }),
]
