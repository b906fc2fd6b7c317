// When learners were last seen and how they joined in.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { type Day, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Participation } from '../observations/contract.ts'
import { stands } from '../observations/views.ts'

export interface Presence {
  /** In the group since. */
  readonly fromOn: Day
  readonly lastSeenAt: string | null
  /** The last five that were noted, oldest first. */
  readonly participation: readonly Participation[]
}

/** Presence of these learners of a group, each from the newest end of their own index range. */
export async function listPresence(tx: ReadTx, groupId: Id, learnerIds: readonly Id[]): Promise<Map<Id, Presence>> {
  const ofLearner = sql`o.organisation_id = ${tx.organisationId} and o.learner_id = learner.id and ${stands(tx, 'o')}`
  const { rows } = await sql<{ id: Id; fromOn: Day; lastSeenAt: Date | null; participation: Participation[] }>`
    select learner.id,
      (select max(m.from_on) from group_members m where m.organisation_id = ${tx.organisationId} and m.group_id = ${groupId} and m.learner_id = learner.id) as from_on,
      (select o.observed_at from learner_observations o where ${ofLearner} order by o.observed_at desc limit 1) as last_seen_at,
      array(select o.participation from learner_observations o where ${ofLearner} and o.participation is not null order by o.observed_at desc, o.id desc limit 5) as participation
    from unnest(${learnerIds}::uuid[]) learner (id)`.execute(tx.db)
  return new Map(
    rows.map(({ id, fromOn, lastSeenAt, participation }) => [
      id,
      { fromOn, lastSeenAt: lastSeenAt === null ? null : moment(lastSeenAt), participation: participation.toReversed() },
    ]),
  )
}
