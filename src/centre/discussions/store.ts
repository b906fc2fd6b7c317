// Writes agendas, and the other one's yes to them.
import { canonical } from '../../core/canonical.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { AgendaPoint } from './contract.ts'
import { furtherUnits } from './rules.ts'

export async function insertAgenda(
  tx: Tx,
  { points, ...agenda }: { id: Id; registrationId: Id; points: readonly AgendaPoint[]; proposedBy: Id },
): Promise<void> {
  const { organisationId } = tx
  await tx.db
    .insertInto('discussionAgendas')
    .values({ organisationId, ...agenda, points: canonical(points), proposedAt: tx.now })
    .execute()
  const rows = furtherUnits(points, agenda.registrationId).map((registrationId) => ({
    organisationId,
    agendaId: agenda.id,
    registrationId,
  }))
  if (rows.length > 0) await tx.db.insertInto('discussionAgendaUnits').values(rows).execute()
}

export async function insertAgreement(tx: Tx, agreement: { agendaId: Id; agreedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('discussionAgreements')
    .values({ organisationId: tx.organisationId, ...agreement, agreedAt: tx.now })
    .execute()
}
