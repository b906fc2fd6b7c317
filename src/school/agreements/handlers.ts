// Proposing, signing, taking back and reading agreements.
import type { Actor } from '../../core/actor.ts'
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup } from '../groups/views.ts'
import { givenNamesIn } from '../learners/views.ts'
import * as contract from './contract.ts'
import { canAgree, canSeeAgreements, canWithdraw } from './policy.ts'
import { proposalRefusal, signRefusal, withdrawRefusal } from './rules.ts'
import { insertAgreement, insertSignature, insertWithdrawal } from './store.ts'
import { findAgreement, listAgreements, listStaffParts } from './views.ts'

/** The agreement with the actor's part in its group. @throws OperationError not_found */
async function getAgreement(tx: ReadTx, id: Id, actor: Actor) {
  const found = await findAgreement(tx, id)
  if (found === undefined) throw notFound('agreementId')
  const part = (await findGroup(tx, found.agreement.groupId, actor.personId))?.part
  return { ...found.agreement, isLast: found.isLast, part }
}

export const agreementHandlers = [
  handle(contract.agreementPropose, {
    role: isClassroomStaff,
    load: async (tx, { groupId, teacherId, practitionerId }, actor) => ({
      part: (await findGroup(tx, groupId, actor.personId))?.part,
      teacherId,
      practitionerId,
    }),
    allow: canAgree,
    run: async (tx, { input, actor }) => {
      const staff = await listStaffParts(tx, input.groupId)
      const names = await givenNamesIn(tx, [input.groupId])
      accept(proposalRefusal(input, { staff, today: dayOf(tx.now), names }))
      await insertAgreement(tx, { ...input, proposedBy: actor.personId })
      await insertSignature(tx, { id: input.id, agreementId: input.id, personId: actor.personId })
      return {}
    },
  }),
  handle(contract.agreementSign, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => getAgreement(tx, input.agreementId, actor),
    allow: canAgree,
    run: async (tx, { input, actor, facts }) => {
      accept(signRefusal(facts, actor.personId, facts.isLast))
      await insertSignature(tx, { ...input, personId: actor.personId })
      return {}
    },
  }),
  handle(contract.agreementWithdraw, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => getAgreement(tx, input.agreementId, actor),
    allow: canWithdraw,
    run: async (tx, { input, actor, facts }) => {
      accept(withdrawRefusal(facts))
      await insertWithdrawal(tx, { ...input, withdrawnBy: actor.personId })
      return {}
    },
  }),
  answer(contract.agreementForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeAgreements,
    run: async (tx, { input }) => ({ agreements: await listAgreements(tx, input.groupId) }),
  }),
]
