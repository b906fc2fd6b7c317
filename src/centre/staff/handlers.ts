// Entering, checking and taking back qualifications; noting CPD; reading both.
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import {
  cpdRecord,
  cpdWithdraw,
  qualificationCheck,
  qualificationEnter,
  qualificationWithdraw,
  type StaffMember,
  staffList,
  staffMine,
} from './contract.ts'
import { canCheck, canEnter, canSeeStaff, isOwn, isStaff, mayEnter } from './policy.ts'
import { checkRefusal, cpdRefusal, entryRefusal, withdrawalRefusal } from './rules.ts'
import { insertCpd, insertQualification, loadCpd, loadQualification, setChecked, setCpdWithdrawn, setWithdrawn } from './store.ts'
import { listStaff } from './views.ts'

/** One of the staff of today. @throws OperationError not_found */
async function getMember(tx: ReadTx, personId: Id): Promise<StaffMember> {
  const member = (await listStaff(tx, dayOf(tx.now))).find((one) => one.personId === personId)
  if (member === undefined) throw notFound('personId')
  return member
}

export const staffHandlers = [
  handle(qualificationEnter, {
    role: mayEnter,
    load: (tx, input) => getMember(tx, input.personId),
    allow: canEnter,
    run: async (tx, { input, actor }) => {
      accept(entryRefusal(input, dayOf(tx.now)))
      await insertQualification(tx, { ...input, enteredBy: actor.personId })
      return {}
    },
  }),
  handle(qualificationCheck, {
    role: canCheck,
    load: (tx, input) => loadQualification(tx, input.qualificationId),
    allow: canCheck,
    run: async (tx, { input, actor, facts }) => {
      accept(checkRefusal(facts, actor.personId))
      await setChecked(tx, facts.id, input.how, actor.personId)
      return {}
    },
  }),
  handle(qualificationWithdraw, {
    role: mayEnter,
    load: (tx, input) => loadQualification(tx, input.qualificationId),
    allow: canEnter,
    run: async (tx, { input, actor, facts }) => {
      accept(withdrawalRefusal(facts))
      await setWithdrawn(tx, facts.id, input.reason, actor.personId)
      return {}
    },
  }),
  handle(cpdRecord, {
    role: isStaff,
    load: async () => undefined,
    allow: isStaff,
    run: async (tx, { input, actor }) => {
      accept(cpdRefusal(input, dayOf(tx.now)))
      await insertCpd(tx, { ...input, personId: actor.personId })
      return {}
    },
  }),
  handle(cpdWithdraw, {
    role: isStaff,
    load: (tx, input) => loadCpd(tx, input.entryId),
    allow: isOwn,
    run: async (tx, { facts }) => {
      accept(withdrawalRefusal(facts))
      await setCpdWithdrawn(tx, facts.id)
      return {}
    },
  }),
  answer(staffMine, {
    role: isStaff,
    load: async () => undefined,
    allow: isStaff,
    run: (tx, { actor }) => getMember(tx, actor.personId),
  }),
  answer(staffList, {
    role: canSeeStaff,
    load: async () => undefined,
    allow: canSeeStaff,
    run: (tx) => listStaff(tx, dayOf(tx.now)),
  }),
]
