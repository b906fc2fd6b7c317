// From which browser a candidate acts, to be compared with the one in which a witness's link is used. Kept as a hash, and only of candidates with a witness.
import { sql } from 'kysely'
import { type Actor, hasRole } from '../core/actor.ts'
import type { Tx } from './database.ts'
import { type Keyring, traceHash } from './keys.ts'

/** After each command of a candidate: whichever of her browsers a link is used in later, it is known. */
export async function noteCandidateDevice(tx: Tx, actor: Actor, keys: Keyring, device: string | undefined): Promise<void> {
  if (device === undefined || device === '' || !hasRole(actor, 'candidate')) return
  const { organisationId, now } = tx
  const { personId } = actor
  const hash = traceHash(keys, { organisationId, candidateId: personId }, 'device', device)
  await sql`
    insert into witness_traces (organisation_id, candidate_id, owner_id, kind, hash, noted_at)
    select ${organisationId}, ${personId}, ${personId}, 'device', ${hash}, ${now}
    where exists (select from witnesses where witnesses.organisation_id = ${organisationId} and witnesses.candidate_id = ${personId})
    on conflict do nothing`.execute(tx.db)
}
