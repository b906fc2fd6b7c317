// Naming misconceptions, making and retiring hinge questions.
import { accept } from '../../core/errors.ts'
import { answer, handle } from '../../server/operation.ts'
import { isClassroomStaff } from '../groups/policy.ts'
import { findGroup } from '../groups/views.ts'
import { givenNamesIn } from '../learners/views.ts'
import * as contract from './contract.ts'
import { canMakeHingeQuestion, canNameMisconceptions, canReadMisconceptions } from './policy.ts'
import { hingeQuestionRefusal } from './rules.ts'
import { adoptShipped, getHingeGroup, insertHingeQuestion, insertMisconception, insertWording, retireHingeQuestion } from './store.ts'
import { listMisconceptions } from './views.ts'

export const misconceptionHandlers = [
  handle(contract.misconceptionAdd, {
    role: canNameMisconceptions,
    load: async () => undefined,
    allow: canNameMisconceptions,
    run: async (tx, { input, actor }) => {
      await insertMisconception(tx, { ...input, by: actor.personId })
      return {}
    },
  }),
  handle(contract.misconceptionChange, {
    role: canNameMisconceptions,
    load: async () => undefined,
    allow: canNameMisconceptions,
    run: async (tx, { input, actor }) => {
      await adoptShipped(tx, [input.misconceptionId], actor.personId)
      await insertWording(tx, { ...input, by: actor.personId })
      return {}
    },
  }),
  answer(contract.misconceptionList, {
    role: canReadMisconceptions,
    load: async () => undefined,
    allow: canReadMisconceptions,
    run: async (tx) => ({ misconceptions: await listMisconceptions(tx) }),
  }),
  handle(contract.hingeQuestionMake, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => ({
      part: (await findGroup(tx, input.groupId, actor.personId))?.part,
      names: await givenNamesIn(tx, [input.groupId]),
    }),
    allow: canMakeHingeQuestion,
    run: async (tx, { input, actor, facts }) => {
      accept(hingeQuestionRefusal(input, facts.names))
      await adoptShipped(
        tx,
        input.options.map(({ misconceptionId }) => misconceptionId),
        actor.personId,
      )
      await insertHingeQuestion(tx, { ...input, madeBy: actor.personId })
      return {}
    },
  }),
  handle(contract.hingeQuestionRetire, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => ({
      part: (await findGroup(tx, await getHingeGroup(tx, input.questionId), actor.personId))?.part,
    }),
    allow: canMakeHingeQuestion,
    run: async (tx, { input, actor }) => {
      await retireHingeQuestion(tx, input.questionId, actor.personId)
      return {}
    },
  }),
]
