// A person's today: sessions and what waits. Each kind of waiting is one question of its feature's own.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { addDays } from '../../core/wall-clock.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer } from '../../server/operation.ts'
import { isSubjectLead } from '../advice/policy.ts'
import { listAdviceQuestions } from '../advice/views.ts'
import { listWaitingAgreements } from '../agreements/views.ts'
import { listBriefStatuses, listQuestions } from '../briefs/views.ts'
import { isClassroomStaff } from '../groups/policy.ts'
import { canReadSome } from '../handovers/policy.ts'
import { listNewDecisions, listWaiting } from '../handovers/views.ts'
import { listMyActions } from '../nextactions/views.ts'
import type { ShownSession } from '../sessions/contract.ts'
import { listShownSessions } from '../sessions/views.ts'
import { todayMine, type Waiting } from './contract.ts'
import { canSeeToday, rolesSharedWith } from './policy.ts'

/** The week and all that waits. */
async function loadToday(tx: ReadTx, actor: Actor): Promise<{ sessions: ShownSession[]; waiting: Waiting }> {
  const { personId } = actor
  const isTeacher = hasRole(actor, 'teacher')
  const isStaff = isClassroomStaff(actor)
  const fromOn = dayOf(tx.now)
  const [sessions, briefs, advice, agreements, handovers, decisions, actions] = await Promise.all([
    isStaff ? listShownSessions(tx, { personId }, { fromOn, untilOn: addDays(fromOn, 7) }) : [],
    isTeacher ? listQuestions(tx, personId) : [],
    isSubjectLead(actor) ? listAdviceQuestions(tx, personId) : [],
    isStaff ? listWaitingAgreements(tx, personId) : [],
    canReadSome(actor) ? listWaiting(tx, { personId, isTeacher, roles: rolesSharedWith(actor) }) : [],
    isStaff ? listNewDecisions(tx, personId) : [],
    isStaff ? listMyActions(tx, personId) : [],
  ])
  const without = hasRole(actor, 'practitioner') ? await withoutBrief(tx, sessions) : []
  return { sessions, waiting: { briefs, withoutBrief: without, advice, agreements, handovers, decisions, actions } }
}

/** Sessions of today that are still to come or go on, and about which nobody has written or asked anything. */
async function withoutBrief(tx: ReadTx, sessions: readonly ShownSession[]): Promise<Id[]> {
  const isToCome = ({ startsAt, endsAt, isCancelled }: ShownSession) =>
    !isCancelled && dayOf(startsAt) === dayOf(tx.now) && (endsAt === null || new Date(endsAt) > tx.now)
  const ids = sessions.filter(isToCome).map(({ id }) => id)
  const statuses = await listBriefStatuses(tx, ids)
  return ids.filter((id) => statuses.get(id) === 'empty')
}

export const todayHandlers = [
  answer(todayMine, {
    role: canSeeToday,
    load: async () => undefined,
    allow: canSeeToday,
    sees: (_, { waiting }) => waiting.actions.flatMap(({ learner }) => learner?.id ?? []),
    run: (tx, { actor }) => loadToday(tx, actor),
  }),
]
