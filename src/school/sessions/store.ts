// Writes sessions.
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'

export async function insertSession(tx: Tx, session: { id: Id; groupId: Id; startedBy: Id; startedAt: Moment }): Promise<void> {
  await tx.db
    .insertInto('sessions')
    .values({ organisationId: tx.organisationId, ...session, startedAt: new Date(session.startedAt), recordedAt: tx.now })
    .execute()
}
