// Reads the agendas of a unit with who proposed and who agreed.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Agenda, AgendaPoint } from './contract.ts'

/** Newest first. */
export async function listAgendas(tx: ReadTx, registrationId: Id): Promise<Agenda[]> {
  return (await listAgendasOf(tx, [registrationId])).map(({ agenda }) => agenda)
}

/** Those of several units, newest first. */
export async function listAgendasOf(tx: ReadTx, registrationIds: readonly Id[]): Promise<{ registrationId: Id; agenda: Agenda }[]> {
  if (registrationIds.length === 0) return []
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('discussionAgendas')
    .innerJoin('people as proposer', (join) =>
      join.onRef('proposer.id', '=', 'discussionAgendas.proposedBy').on('proposer.organisationId', '=', organisationId),
    )
    .leftJoin('discussionAgreements', (join) =>
      join
        .onRef('discussionAgreements.agendaId', '=', 'discussionAgendas.id')
        .on('discussionAgreements.organisationId', '=', organisationId),
    )
    .leftJoin('people as agreer', (join) =>
      join.onRef('agreer.id', '=', 'discussionAgreements.agreedBy').on('agreer.organisationId', '=', organisationId),
    )
    .select([
      'discussionAgendas.id',
      'discussionAgendas.registrationId',
      'discussionAgendas.points',
      'discussionAgendas.proposedBy as proposedById',
      'proposer.name as proposedByName',
      'discussionAgendas.proposedAt',
      'discussionAgreements.agreedAt',
      'agreer.name as agreedByName',
    ])
    .where('discussionAgendas.organisationId', '=', organisationId)
    .where('discussionAgendas.registrationId', 'in', [...registrationIds])
    .orderBy('discussionAgendas.proposedAt', 'desc')
    .orderBy('discussionAgendas.id', 'desc')
    .execute()
  return rows.map(({ registrationId, points, proposedAt, agreedAt, ...row }) => ({
    registrationId,
    agenda: {
      ...row,
      points: JSON.parse(points) as AgendaPoint[],
      proposedAt: moment(proposedAt),
      agreedAt: agreedAt === null ? null : moment(agreedAt),
    },
  }))
}

/** One agenda of the unit. @throws OperationError not_found */
export async function getAgenda(tx: ReadTx, registrationId: Id, agendaId: Id): Promise<Agenda> {
  const agenda = (await listAgendas(tx, registrationId)).find(({ id }) => id === agendaId)
  if (agenda === undefined) throw notFound('agendaId')
  return agenda
}
