// Beginning sessions.
import { accept, notFound } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup, listStays } from '../groups/views.ts'
import { sessionForGroup, sessionStart } from './contract.ts'
import { canSeeSessions, canStart } from './policy.ts'
import { futureRefusal } from './rules.ts'
import { insertSession } from './store.ts'
import { listSessions } from './views.ts'

export const sessionHandlers = [
  handle(sessionStart, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => ({ stays: await listStays(tx, input.groupId, actor.personId), startedOn: dayOf(input.startedAt) }),
    allow: canStart,
    run: async (tx, { input, actor }) => {
      accept(futureRefusal(input.startedAt, tx.now, 'startedAt'))
      await insertSession(tx, { ...input, startedBy: actor.personId })
      return {}
    },
  }),
  answer(sessionForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeSessions,
    run: async (tx, { input }) => ({ sessions: await listSessions(tx, [input.groupId]) }),
  }),
]
