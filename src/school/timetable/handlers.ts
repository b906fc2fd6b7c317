// Entering term dates, and saying when groups meet.
import type { Actor } from '../../core/actor.ts'
import { accept, notFound, refused } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { belongsNow } from '../groups/rules.ts'
import { getGroup } from '../groups/store.ts'
import { findGroup, listStays } from '../groups/views.ts'
import * as contract from './contract.ts'
import { canSeeTermDates, canSeeTimes, canSetSomeTimes, canSetTermDates, canSetTimes } from './policy.ts'
import { termDatesRefusal, weeklyTimeRefusal } from './rules.ts'
import { endWeeklyTime, insertTermDates, insertWeeklyTime, removeTermDates } from './store.ts'
import { listTermDates, listWeeklyTimes } from './views.ts'

const whereSet = {
  role: canSetSomeTimes,
  load: (tx: Tx, input: { groupId: string }, actor: Actor) => getGroup(tx, input.groupId, actor.personId),
  allow: canSetTimes,
}

export const timetableHandlers = [
  handle(contract.termDatesAdd, {
    role: canSetTermDates,
    load: (tx) => listTermDates(tx),
    allow: canSetTermDates,
    run: async (tx, { input, actor, facts }) => {
      accept(termDatesRefusal(input, facts))
      await insertTermDates(tx, { ...input, setBy: actor.personId })
      return {}
    },
  }),
  handle(contract.termDatesRemove, {
    role: canSetTermDates,
    load: async () => undefined,
    allow: canSetTermDates,
    run: async (tx, { input }) => {
      await removeTermDates(tx, input.id)
      return {}
    },
  }),
  answer(contract.termDatesAll, {
    role: canSeeTermDates,
    load: async () => undefined,
    allow: canSeeTermDates,
    run: async (tx) => ({ dates: await listTermDates(tx) }),
  }),
  handle(contract.weeklyTimeAdd, {
    ...whereSet,
    run: async (tx, { input, actor, facts }) => {
      accept(facts.isClosed ? refused('group_closed', 'groupId') : weeklyTimeRefusal(input))
      await insertWeeklyTime(tx, { ...input, setBy: actor.personId })
      return {}
    },
  }),
  handle(contract.weeklyTimeEnd, {
    ...whereSet,
    run: async (tx, { input }) => {
      await endWeeklyTime(tx, input)
      return {}
    },
  }),
  answer(contract.weeklyTimeOfGroup, {
    role: canSeeTermDates,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      const stays = await listStays(tx, input.groupId, actor.personId)
      const isAlwaysIn = stays.some((stay) => stay.fromAt === null && belongsNow(stay, tx.now))
      return { group, part: group.part, canSet: canSetTimes(actor, { part: isAlwaysIn ? group.part : undefined }) }
    },
    allow: canSeeTimes,
    run: async (tx, { facts: { group, canSet } }) => {
      const { id, name, subject, cover } = group
      return { group: { id, name, subject, cover }, times: await listWeeklyTimes(tx, [id], { fromOn: dayOf(tx.now) }), canSet }
    },
  }),
]
