// What there is of a witness: statements, plans that name them, events whose content speaks of them, and units that rest on a statement.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'

/** Registrations in which a statement of the witness that was not taken back is claimed. */
export async function listRestingIds(tx: ReadTx, witnessId: Id): Promise<ReadonlySet<Id>> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('testimonyRequests as asked')
    .innerJoin('testimonies as signed', (join) =>
      join.onRef('signed.requestId', '=', 'asked.id').on('signed.organisationId', '=', organisationId),
    )
    .innerJoin('evidenceClaims as claim', (join) =>
      join
        .onRef('claim.evidenceId', '=', 'signed.evidenceId')
        .on('claim.organisationId', '=', organisationId)
        .on('claim.withdrawnAt', 'is', null),
    )
    .leftJoin('testimonyWithdrawals as gone', (join) =>
      join.onRef('gone.testimonyId', '=', 'signed.id').on('gone.organisationId', '=', organisationId),
    )
    .select('claim.registrationId')
    .distinct()
    .where('asked.organisationId', '=', organisationId)
    .where('asked.witnessId', '=', witnessId)
    .where('gone.id', 'is', null)
    .execute()
  return new Set(rows.map(({ registrationId }) => registrationId))
}

/** How many statements the witness has signed, and how many plans name them. */
export async function countMentions(tx: ReadTx, witnessId: Id): Promise<{ statements: number; plans: number }> {
  const o = tx.organisationId
  const { rows } = await sql<{ statements: number; plans: number }>`select
    (select count(*) from testimonies signed join testimony_requests asked on asked.organisation_id = ${o} and asked.id = signed.request_id
      where signed.organisation_id = ${o} and asked.witness_id = ${witnessId}) as statements,
    (select count(distinct plan_id) from plan_versions where organisation_id = ${o}
      and content::jsonb -> 'witnesses' @> jsonb_build_array(jsonb_build_object('witnessId', ${witnessId}::text))) as plans`.execute(tx.db)
  return rows[0] ?? { statements: 0, plans: 0 }
}

/**
 * Events whose content holds words about the witness: what was said of them, what they signed, the plans that name them (a plan keeps its own text), and
 * the openings of their links, which say the name that was shown and nothing else by which to find them.
 */
export async function listEventIds(tx: ReadTx, witnessId: Id): Promise<Id[]> {
  const o = tx.organisationId
  const { rows } = await sql<{ id: Id }>`
    with said as (
      select events.id, events.command, kept.content::jsonb as content
      from events join event_contents kept on kept.organisation_id = ${o} and kept.event_id = events.id
      where events.organisation_id = ${o} and events.command = any (${[...commands.ofWitness, ...commands.byLink, ...commands.ofPlans]}::text[])
    ), called as (select name from witness_details where organisation_id = ${o} and witness_id = ${witnessId} and name <> '')
    select id from said where command = any (${commands.ofWitness}::text[]) and (
        content -> 'input' ->> 'witnessId' = ${witnessId}
        or content -> 'input' ->> 'id' in (select id::text from witness_signatures where organisation_id = ${o} and witness_id = ${witnessId}))
      or command = any (${commands.byLink}::text[]) and content -> 'output' ->> 'name' in (select name from called)
      or command = any (${commands.ofPlans}::text[])
        and content -> 'input' -> 'content' -> 'witnesses' @> jsonb_build_array(jsonb_build_object('witnessId', ${witnessId}::text))`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

const commands = {
  ofWitness: ['witness.induct', 'witness.approveExpert', 'witness.takeBackApproval', 'witness.end', 'witness.sign'],
  byLink: ['witness.openLink', 'testimony.open'],
  ofPlans: ['plan.write'],
}
