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
  const { id, groupId, weeklyTimeId, day, startsAt, endsAt } = planned
  const when = { startedAt: new Date(startsAt), endsAt: new Date(endsAt), recordedAt: tx.now }
  await tx.db
    .insertInto('sessions')
    .values({ organisationId: tx.organisationId, id, groupId, weeklyTimeId, plannedOn: day, startedBy: openedBy, ...when })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function moveSession(tx: Tx, { id, startsAt, endsAt }: { id: Id; startsAt: Moment; endsAt: Moment }): Promise<void> {
  await update(tx, id, { startedAt: new Date(startsAt), endsAt: new Date(endsAt) })
}

export async function cancelSession(tx: Tx, id: Id): Promise<void> {
  await update(tx, id, { cancelledAt: tx.now })
}

export async function restoreSession(tx: Tx, id: Id): Promise<void> {
  await update(tx, id, { cancelledAt: null })
}

async function update(tx: Tx, id: Id, change: { startedAt?: Date; endsAt?: Date; cancelledAt?: Date | null }): Promise<void> {
  await tx.db.updateTable('sessions').set(change).where('organisationId', '=', tx.organisationId).where('id', '=', id).execute()
}
