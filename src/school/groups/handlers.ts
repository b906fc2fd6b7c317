// Making groups, saying who belongs to them, closing them.
import { listColleagues } from '../../common/people/views.ts'
import { type Actor, hasRole } from '../../core/actor.ts'
import { accept, refused } from '../../core/errors.ts'
import type { Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import * as contract from './contract.ts'
import { canAddLearner, canManageGroup, canManageSomeGroup, canSeeAllGroups, isClassroomStaff } from './policy.ts'
import { joinRefusal, partRefusal } from './rules.ts'
import {
  closeGroup,
  endMembership,
  endStaff,
  getGroup,
  insertGroup,
  insertMember,
  insertStaff,
  isStaff,
  loadJoining,
  renameGroup,
} from './store.ts'
import { findPartWith, listGroups } from './views.ts'

const whereManaged = {
  role: canManageSomeGroup,
  load: (tx: Tx, input: { groupId: string }, actor: Actor) => getGroup(tx, input.groupId, actor.personId),
  allow: canManageGroup,
}

export const groupHandlers = [
  handle(contract.groupCreate, {
    role: isClassroomStaff,
    load: async () => undefined,
    allow: isClassroomStaff,
    run: async (tx, { input, actor }) => {
      await insertGroup(tx, { ...input, createdBy: actor.personId, part: hasRole(actor, 'teacher') ? 'teacher' : 'practitioner' })
      return {}
    },
  }),
  handle(contract.groupRename, {
    ...whereManaged,
    run: async (tx, { input }) => {
      await renameGroup(tx, input.groupId, input.name)
      return {}
    },
  }),
  handle(contract.groupAddLearner, {
    role: canManageSomeGroup,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => ({
      ...(await getGroup(tx, input.groupId, actor.personId)),
      ...(await loadJoining(tx, input.groupId, input.learnerId, actor.personId)),
      worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined,
    }),
    allow: canAddLearner,
    run: async (tx, { input, facts }) => {
      accept(joinRefusal(facts))
      await insertMember(tx, input)
      return {}
    },
  }),
  handle(contract.groupRemoveLearner, {
    ...whereManaged,
    about: (input) => [input.learnerId],
    run: async (tx, { input }) => {
      await endMembership(tx, input.groupId, input.learnerId)
      return {}
    },
  }),
  handle(contract.groupAddStaff, {
    ...whereManaged,
    run: async (tx, { input, facts }) => {
      accept(joinRefusal({ isClosed: facts.isClosed, isIn: await isStaff(tx, input.groupId, input.personId) }))
      const person = (await listColleagues(tx)).find(({ id }) => id === input.personId)
      accept(partRefusal(input.part, person?.roles ?? []))
      await insertStaff(tx, input)
      return {}
    },
  }),
  handle(contract.groupRemoveStaff, {
    ...whereManaged,
    run: async (tx, { input }) => {
      await endStaff(tx, input.groupId, input.personId)
      return {}
    },
  }),
  handle(contract.groupClose, {
    ...whereManaged,
    run: async (tx, { input, facts }) => {
      if (facts.isClosed) accept(refused('group_closed', 'groupId'))
      await closeGroup(tx, input.groupId)
      return {}
    },
  }),
  answer(contract.groupMine, {
    role: isClassroomStaff,
    load: async () => undefined,
    allow: isClassroomStaff,
    run: async (tx, { actor }) => ({ groups: await listGroups(tx, actor.personId) }),
  }),
  answer(contract.groupAll, {
    role: canSeeAllGroups,
    load: async () => undefined,
    allow: canSeeAllGroups,
    run: async (tx) => ({ groups: await listGroups(tx) }),
  }),
]
