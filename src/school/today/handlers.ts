// A person's today: sessions and what waits. Each kind of waiting is one question of its feature's own.
import { type Actor, hasRole } from '../../core/actor.ts'
import { dayOf } from '../../core/time.ts'
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
import { isToCome } from '../sessions/rules.ts'
import { listSessionsAhead } from '../sessions/views.ts'
import { todayMine, type Waiting } from './contract.ts'
import { canSeeToday, rolesSharedWith } from './policy.ts'

/** The week and all that waits: one question of each feature, all asked at once. */
async function loadToday(tx: ReadTx, actor: Actor): Promise<{ sessions: ShownSession[]; waiting: Waiting }> {
  const { personId } = actor
  const isTeacher = hasRole(actor, 'teacher')
  const isStaff = isClassroomStaff(actor)
  const today = dayOf(tx.now)
  const [sessions, statuses, briefs, advice, agreements, handovers, decisions, actions] = await Promise.all([
    isStaff ? listSessionsAhead(tx, personId, today) : [],
    hasRole(actor, 'practitioner') ? listBriefStatuses(tx, personId, today) : undefined,
    isTeacher ? listQuestions(tx, personId) : [],
    isSubjectLead(actor) ? listAdviceQuestions(tx, personId) : [],
    isStaff ? listWaitingAgreements(tx, personId) : [],
    canReadSome(actor) ? listWaiting(tx, { personId, isTeacher, roles: rolesSharedWith(actor) }) : [],
    isStaff ? listNewDecisions(tx, personId) : [],
    isStaff ? listMyActions(tx, personId) : [],
  ])
  const toCome = sessions.filter((session) => dayOf(session.startsAt) === today && isToCome(session, tx.now)).map(({ id }) => id)
  const withoutBrief = statuses === undefined ? [] : toCome.filter((id) => (statuses.get(id) ?? 'empty') === 'empty')
  return { sessions, waiting: { briefs, withoutBrief, advice, agreements, handovers, decisions, actions } }
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
