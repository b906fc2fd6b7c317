// A person's today: sessions and what waits. Each kind of waiting is one question of its feature's own.
import { type Actor, hasRole } from '../../core/actor.ts'
import { dayOf } from '../../core/time.ts'
import { addDays } from '../../core/wall-clock.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer } from '../../server/operation.ts'
import { listQuestions } from '../briefs/views.ts'
import { isClassroomStaff } from '../groups/policy.ts'
import { canReadSome } from '../handovers/policy.ts'
import { listNewDecisions, listWaiting } from '../handovers/views.ts'
import { listShownSessions } from '../sessions/views.ts'
import { todayMine, type Waiting } from './contract.ts'
import { canSeeToday, rolesSharedWith } from './policy.ts'

async function waitingFor(tx: ReadTx, actor: Actor): Promise<Waiting> {
  const { personId } = actor
  const isTeacher = hasRole(actor, 'teacher')
  return {
    briefs: isTeacher ? await listQuestions(tx, personId) : [],
    handovers: canReadSome(actor) ? await listWaiting(tx, { personId, isTeacher, roles: rolesSharedWith(actor) }) : [],
    decisions: isClassroomStaff(actor) ? await listNewDecisions(tx, personId) : [],
  }
}

export const todayHandlers = [
  answer(todayMine, {
    role: canSeeToday,
    load: async () => undefined,
    allow: canSeeToday,
    run: async (tx, { actor }) => {
      const fromOn = dayOf(tx.now)
      const period = { fromOn, untilOn: addDays(fromOn, 7) }
      const sessions = isClassroomStaff(actor) ? await listShownSessions(tx, { personId: actor.personId }, period) : []
      return { sessions, waiting: await waitingFor(tx, actor) }
    },
  }),
]
