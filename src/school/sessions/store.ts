// Writes sessions.
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { PlannedSession } from '../timetable/rules.ts'

export async function insertSession(tx: Tx, session: { id: Id; groupId: Id; startedBy: Id; startedAt: Moment }): Promise<void> {
  await tx.db
    .insertInto('sessions')
    .values({ organisationId: tx.organisationId, ...session, startedAt: new Date(session.startedAt), recordedAt: tx.now })
    .execute()
}

/** Opens a session of the timetable; one that is open stays as it is. */
export async function openPlanned(tx: Tx, planned: PlannedSession, openedBy: Id): Promise<void> {
  const { id, groupId, weeklyTimeId, startsAt, endsAt } = planned
  const when = { startedAt: new Date(startsAt), endsAt: new Date(endsAt), recordedAt: tx.now }
  await tx.db
    .insertInto('sessions')
    .values({ organisationId: tx.organisationId, id, groupId, weeklyTimeId, startedBy: openedBy, ...when })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
