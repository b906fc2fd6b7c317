// Reads the agendas that speak of a unit with who proposed and who agreed.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Agenda, AgendaPoint } from './contract.ts'

/** Newest first. */
export async function listAgendas(tx: ReadTx, registrationId: Id): Promise<Agenda[]> {
  return listAgendasOf(tx, [registrationId])
}

/** Those that speak of any of several units, newest first, each once. */
export async function listAgendasOf(tx: ReadTx, registrationIds: readonly Id[]): Promise<Agenda[]> {
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
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('discussionAgendas.registrationId', 'in', [...registrationIds]),
        exists(
          selectFrom('discussionAgendaUnits as further')
            .select('further.agendaId')
            .where('further.organisationId', '=', organisationId)
            .whereRef('further.agendaId', '=', 'discussionAgendas.id')
            .where('further.registrationId', 'in', [...registrationIds]),
        ),
      ]),
    )
    .orderBy('discussionAgendas.proposedAt', 'desc')
    .orderBy('discussionAgendas.id', 'desc')
    .execute()
  return rows.map(({ points, proposedAt, agreedAt, ...row }) => ({
    ...row,
    points: JSON.parse(points) as AgendaPoint[],
    proposedAt: moment(proposedAt),
    agreedAt: agreedAt === null ? null : moment(agreedAt),
  }))
}

/** One agenda that speaks of the unit. @throws OperationError not_found */
export async function getAgenda(tx: ReadTx, registrationId: Id, agendaId: Id): Promise<Agenda> {
  const agenda = (await listAgendas(tx, registrationId)).find(({ id }) => id === agendaId)
  if (agenda === undefined) throw notFound('agendaId')
  return agenda
}
