// Beginning, opening and arranging sessions, and finding them.
import { listColleagues } from '../../common/people/views.ts'
import type { Actor } from '../../core/actor.ts'
import { accept, notFound } from '../../core/errors.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { partRefusal } from '../groups/rules.ts'
import { endTaker, getGroup, insertTaker, isStaff, moveTaker } from '../groups/store.ts'
import { findGroup, listStays } from '../groups/views.ts'
import { canSeeTermDates, canSeeTimes } from '../timetable/policy.ts'
import * as contract from './contract.ts'
import { canArrange, canArrangeSome, canOpen, canSeeSessions, canStart } from './policy.ts'
import { futureRefusal, handingRefusal, hoursRefusal, periodRefusal, takingHours } from './rules.ts'
import { cancelSession, insertSession, moveSession, openPlanned, restoreSession } from './store.ts'
import { findPlanned, findSession, listSessions, listShownSessions } from './views.ts'

/** A session of the group, with the actor's part in it. @throws OperationError not_found */
async function loadArranged(tx: Tx, { id, groupId }: { id: string; groupId: string }, actor: Actor) {
  const session = await findSession(tx, id)
  if (session === undefined || session.groupId !== groupId) throw notFound('id')
  return { session, ...(await getGroup(tx, groupId, actor.personId)) }
}

const arranged = { role: canArrangeSome, load: loadArranged, allow: canArrange }
const arrangedByName = {
  role: canArrangeSome,
  load: (tx: Tx, input: { sessionId: string; groupId: string }, actor: Actor) => loadArranged(tx, { ...input, id: input.sessionId }, actor),
  allow: canArrange,
}

/** Something is said about it: it needs a row. */
async function ensureOpen(tx: Tx, session: contract.ShownSession, actor: Actor): Promise<void> {
  const planned = session.isOpen ? undefined : await findPlanned(tx, session.id)
  if (planned !== undefined) await openPlanned(tx, planned, actor.personId)
}

async function loadGroup(tx: ReadTx, { groupId }: { groupId: string }, actor: Actor) {
  const group = await findGroup(tx, groupId, actor.personId)
  if (group === undefined) throw notFound('groupId')
  return group
}

const begun = [
  handle(contract.sessionStart, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => ({ stays: await listStays(tx, input.groupId, actor.personId), startedAt: input.startedAt }),
    allow: canStart,
    run: async (tx, { input, actor }) => {
      accept(futureRefusal(input.startedAt, tx.now, 'startedAt'))
      await insertSession(tx, { ...input, startedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.sessionOpen, {
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
]

const arranging = [
  handle(contract.sessionMove, {
    ...arranged,
    run: async (tx, { input, actor, facts: { session } }) => {
      accept(hoursRefusal(input))
      await ensureOpen(tx, session, actor)
      await moveSession(tx, input)
      if (session.endsAt !== null) await moveTaker(tx, session.id, takingHours({ ...session, endsAt: session.endsAt }), takingHours(input))
      return {}
    },
  }),
  handle(contract.sessionCancel, {
    ...arranged,
    run: async (tx, { input, actor, facts }) => {
      await ensureOpen(tx, facts.session, actor)
      await cancelSession(tx, input.id)
      await endTaker(tx, input.id)
      return {}
    },
  }),
  handle(contract.sessionRestore, {
    ...arranged,
    run: async (tx, { input }) => {
      await restoreSession(tx, input.id)
      return {}
    },
  }),
  handle(contract.sessionHandTo, {
    ...arrangedByName,
    run: async (tx, { input, actor, facts: { session } }) => {
      accept(handingRefusal(session, await isStaff(tx, input.groupId, input.personId), tx.now))
      const person = (await listColleagues(tx)).find(({ id }) => id === input.personId)
      const part = person?.roles.includes('teacher') === true ? 'teacher' : 'practitioner'
      accept(partRefusal(part, person?.roles ?? []))
      await ensureOpen(tx, session, actor)
      const hours = takingHours({ startsAt: session.startsAt, endsAt: session.endsAt ?? session.startsAt })
      await insertTaker(tx, { ...input, hours })
      return {}
    },
  }),
  handle(contract.sessionTakeBack, {
    ...arrangedByName,
    run: async (tx, { input }) => {
      await endTaker(tx, input.sessionId)
      return {}
    },
  }),
]

const finding = [
  answer(contract.sessionMine, {
    role: isClassroomStaff,
    load: async () => undefined,
    allow: isClassroomStaff,
    run: async (tx, { input, actor }) => {
      accept(periodRefusal(input))
      return { sessions: await listShownSessions(tx, { personId: actor.personId }, input) }
    },
  }),
  answer(contract.sessionOfGroup, {
    role: canSeeTermDates,
    load: loadGroup,
    allow: canSeeTimes,
    run: async (tx, { input }) => {
      accept(periodRefusal(input))
      return { sessions: await listShownSessions(tx, { groupId: input.groupId }, input) }
    },
  }),
  answer(contract.sessionFind, {
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
  answer(contract.sessionForGroup, {
    role: canSeeSomeRecord,
    load: loadGroup,
    allow: canSeeSessions,
    run: async (tx, { input }) => ({ sessions: await listSessions(tx, [input.groupId]) }),
  }),
]

export const sessionHandlers = [...begun, ...arranging, ...finding]
