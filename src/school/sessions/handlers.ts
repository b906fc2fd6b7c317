// Beginning and opening sessions, and finding them.
import { accept, notFound } from '../../core/errors.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findGroup, listStays } from '../groups/views.ts'
import { sessionFind, sessionForGroup, sessionOpen, sessionStart } from './contract.ts'
import { canOpen, canSeeSessions, canStart } from './policy.ts'
import { futureRefusal } from './rules.ts'
import { insertSession, openPlanned } from './store.ts'
import { findPlanned, findSession, listSessions } from './views.ts'

export const sessionHandlers = [
  handle(sessionStart, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => ({ stays: await listStays(tx, input.groupId, actor.personId), startedAt: input.startedAt }),
    allow: canStart,
    run: async (tx, { input, actor }) => {
      accept(futureRefusal(input.startedAt, tx.now, 'startedAt'))
      await insertSession(tx, { ...input, startedBy: actor.personId })
      return {}
    },
  }),
  handle(sessionOpen, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => {
      const planned = await findPlanned(tx, input.id)
      if (planned === undefined || planned.groupId !== input.groupId) throw notFound('id')
      return { planned, startsAt: planned.startsAt, stays: await listStays(tx, input.groupId, actor.personId), now: tx.now }
    },
    allow: canOpen,
    run: async (tx, { actor, facts }) => {
      await openPlanned(tx, facts.planned, actor.personId)
      return {}
    },
  }),
  answer(sessionFind, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const session = await findSession(tx, input.sessionId)
      const group = session && (await findGroup(tx, session.groupId, actor.personId))
      if (session === undefined || group === undefined) throw notFound('sessionId')
      return { session, part: group.part }
    },
    allow: canSeeSessions,
    run: async (_, { facts }) => ({ session: facts.session }),
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
