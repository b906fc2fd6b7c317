// The floor of a command: the same transaction by bare pg, without a program around it.
import { randomBytes } from 'node:crypto'
import type { ClientBase } from 'pg'
import { newId } from '../src/core/ids.ts'
import { observationOf, type School } from './school.ts'

/** Begin, enter, insert the row, insert its event, commit. */
export async function recordBare(client: ClientBase, school: School, at: number): Promise<void> {
  const { organisationId } = school
  const row = observationOf(school, at)
  const recordedBy = school.practitioners[0]?.personId
  const now = new Date()
  await client.query('begin')
  await client.query('select evident.enter($1)', [organisationId])
  await client.query(
    `insert into learner_observations (organisation_id, id, learner_id, group_id, goal_id, criterion_id, help_level, response, what_seen, source,
       observed_at, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      organisationId,
      row.id,
      row.learnerId,
      row.groupId,
      row.goalId,
      row.criterionId,
      row.helpLevel,
      row.response,
      row.whatSeen,
      row.source,
      row.observedAt,
      recordedBy,
      now,
    ],
  )
  await client.query(
    `insert into events (organisation_id, id, command, version, person_id, recorded_at, content_hash)
     values ($1, $2, 'learnerObservation.record', 1, $3, $4, $5)`,
    [organisationId, newId(), recordedBy, now, randomBytes(32)],
  )
  await client.query('commit')
}
