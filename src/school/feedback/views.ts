// Feedback as pages show it, and for later features: what stands, with the learner's latest response.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { FeedbackMode, FeedbackResponse, GivenFeedback } from './contract.ts'

type Row = Omit<GivenFeedback, 'observedAt' | 'response' | 'mode'> & {
  readonly observedAt: Date
  readonly mode: string
  readonly response: string | null
  readonly respondedAt: Date | null
  readonly respondedIn: Id | null
}

/** Which feedback is wanted; `condition` is on the table `given`. */
async function listWhere(tx: ReadTx, condition: ReturnType<typeof sql>): Promise<GivenFeedback[]> {
  const organisation = tx.organisationId
  const { rows } = await sql<Row>`
    select given.id, given.first_id, given.learner_id, given.group_id, given.session_id, given.goal_id, given.criterion_id, given.did_well, given.strategy,
      given.to_develop, given.next_action, given.mode, given.is_private, given.observed_at, given.recorded_by, people.name as recorded_by_name,
      latest.response, latest.observed_at as responded_at, latest.session_id as responded_in
    from feedback_given given
    join people on people.organisation_id = ${organisation} and people.id = given.recorded_by
    left join lateral (
      select response, observed_at, session_id from feedback_responses
      where organisation_id = ${organisation} and feedback_id = given.first_id order by observed_at desc, id desc limit 1
    ) latest on true
    where given.organisation_id = ${organisation} and ${condition}
      and not exists (select from feedback_withdrawals gone where gone.organisation_id = ${organisation} and gone.feedback_id = given.first_id)
      and not exists (select from feedback_given newer where newer.organisation_id = ${organisation} and newer.corrects_id = given.id)
    order by given.observed_at desc, given.id desc limit 300`.execute(tx.db)
  return rows.map(({ respondedAt, respondedIn, response, ...row }) => ({
    ...row,
    mode: row.mode as FeedbackMode,
    observedAt: moment(row.observedAt),
    response:
      response === null || respondedAt === null || respondedIn === null
        ? null
        : { response: response as FeedbackResponse, observedAt: moment(respondedAt), sessionId: respondedIn },
  }))
}

/** What was given in a session, newest first, with each next action: for the place *Feedback*, a handover's draft, next actions. */
export function listFeedbackOfSession(tx: ReadTx, sessionId: Id): Promise<GivenFeedback[]> {
  return listWhere(tx, sql`given.session_id = ${sessionId}`)
}

/** What was given to these learners from a moment on, newest first, at most three hundred. */
export async function listFeedbackOfLearners(tx: ReadTx, learnerIds: readonly Id[], since = new Date(0)): Promise<GivenFeedback[]> {
  if (learnerIds.length === 0) return []
  return listWhere(tx, sql`given.learner_id = any(${learnerIds}::uuid[]) and given.observed_at >= ${since}`)
}
