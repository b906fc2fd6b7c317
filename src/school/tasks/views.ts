// Tasks and motivation as screens and later features read them: what was taken back is in none.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { MotivationNote, TaskIdea } from './contract.ts'
import { standingMotivations, standingTasks } from './rules.ts'

/** Task ideas for these learners, newest first. @param groupId only those kept with sessions in the subject of this group: an idea for fractions is none for writing */
export async function listTasks(tx: ReadTx, learnerIds: readonly Id[], groupId?: Id): Promise<TaskIdea[]> {
  if (learnerIds.length === 0) return []
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('taskIdeas')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'taskIdeas.keptBy').on('people.organisationId', '=', organisationId))
    .select(['taskId', 'sessionId', 'learnerId', 'interest', 'idea', 'keptAt', 'people.name as keptByName'])
    .where('taskIdeas.organisationId', '=', organisationId)
    .where('taskIdeas.learnerId', 'in', learnerIds)
    .$if(groupId !== undefined, (query) =>
      query
        .innerJoin('sessions', (join) =>
          join.onRef('sessions.id', '=', 'taskIdeas.sessionId').on('sessions.organisationId', '=', organisationId),
        )
        .innerJoin('groups as made', (join) =>
          join.onRef('made.id', '=', 'sessions.groupId').on('made.organisationId', '=', organisationId),
        )
        .innerJoin('groups as here', (join) =>
          join
            .on('here.id', '=', groupId ?? null)
            .on('here.organisationId', '=', organisationId)
            .on(sql<boolean>`lower(here.subject) = lower(made.subject)`),
        ),
    )
    .orderBy('keptAt')
    .orderBy('taskIdeas.id')
    .execute()
  return [...standingTasks(rows.map((row) => ({ ...row, keptAt: moment(row.keptAt) })))]
}

/** What was seen of these learners in sessions where they became keener, newest first. */
export async function listMotivations(tx: ReadTx, learnerIds: readonly Id[]): Promise<MotivationNote[]> {
  if (learnerIds.length === 0) return []
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('motivationNotes')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'motivationNotes.notedBy').on('people.organisationId', '=', organisationId))
    .select(['sessionId', 'learnerId', 'seen', 'notedAt', 'people.name as notedByName'])
    .where('motivationNotes.organisationId', '=', organisationId)
    .where('motivationNotes.learnerId', 'in', learnerIds)
    .orderBy('notedAt')
    .orderBy('motivationNotes.id')
    .execute()
  return [...standingMotivations(rows.map((row) => ({ ...row, notedAt: moment(row.notedAt) })))]
}
