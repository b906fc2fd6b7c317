// Briefs as the session's page shows them, and the questions that wait for a teacher.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { type Day, moment } from '../../core/time.ts'
import { addDays, momentAt } from '../../core/wall-clock.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Cover } from '../groups/contract.ts'
import { goesOn } from '../groups/views.ts'
import { shownName } from '../learners/rules.ts'
import type { BriefEntry, BriefLearner, BriefPart, BriefQuestion, BriefStep, EarlierBrief, LearnerNote, TakenStep } from './contract.ts'
import { type BriefStatus, briefStatus, linesOf, standing } from './rules.ts'

type Row<T, Ats extends keyof T> = Omit<T, Ats> & { readonly [At in Ats]: string }

interface StoredBrief {
  readonly entries: readonly (Row<BriefEntry, 'writtenAt'> & { readonly sessionStartedAt: string })[] | null
  readonly earlier: readonly (Row<BriefEntry, 'writtenAt'> & { readonly sessionStartedAt: string })[] | null
  readonly notes: readonly Row<LearnerNote, 'writtenAt'>[] | null
  readonly steps: readonly Row<TakenStep, 'takenAt'>[] | null
  readonly teachers: readonly { personId: Id; name: string }[] | null
  readonly learners: readonly Omit<BriefLearner & { familyInitial: string | null }, 'name'>[] | null
}

export interface BriefRecord {
  readonly entries: BriefEntry[]
  readonly learnerNotes: LearnerNote[]
  readonly steps: TakenStep[]
  readonly earlier: EarlierBrief | null
  readonly knownMisconceptions: string[]
  readonly teachers: { personId: Id; name: string }[]
  readonly learners: BriefLearner[]
}

/** Entries of the group's other sessions that are read to find the last brief and the misconceptions of the last ones. */
const mostEarlier = 40

const entryJson = sql`json_build_object('id', e.id, 'sessionId', e.session_id, 'part', e.part, 'words', e.words, 'moment', e.moment, 'technique', e.technique,
  'byWhen', e.by_when, 'form', e.form, 'source', e.source, 'toldBy', e.told_by, 'isGone', e.is_gone, 'replacesId', e.replaces_id,
  'writtenBy', e.written_by, 'writtenByName', p.name, 'writtenAt', e.written_at, 'sessionStartedAt', e.started_at)`

/** Everything that was said about a session before it, and what earlier sessions of its group offer, in one statement. */
export async function findBrief(tx: ReadTx, { sessionId, groupId }: { sessionId: Id; groupId: Id }): Promise<BriefRecord> {
  const o = tx.organisationId
  const author = (column: string) => sql`join people p on p.organisation_id = ${o} and p.id = ${sql.ref(column)}`
  const { rows } = await sql<StoredBrief>`select
    (select json_agg(${entryJson} order by e.written_at, e.id) from (
      select b.*, null as started_at from brief_entries b where b.organisation_id = ${o} and b.session_id = ${sessionId} and b.group_id = ${groupId}
    ) e ${author('e.written_by')}) as entries,
    (select json_agg(${entryJson} order by e.written_at, e.id) from (
      select b.*, s.started_at from brief_entries b join sessions s on s.organisation_id = ${o} and s.id = b.session_id
      where b.organisation_id = ${o} and b.group_id = ${groupId} and b.session_id <> ${sessionId}
        and s.started_at < coalesce((select own.started_at from sessions own where own.organisation_id = ${o} and own.id = ${sessionId}), 'infinity')
      order by b.written_at desc limit ${mostEarlier}
    ) e ${author('e.written_by')}) as earlier,
    (select json_agg(json_build_object('id', n.id, 'sessionId', n.session_id, 'learnerId', n.learner_id, 'kind', n.kind, 'words', n.words, 'source', n.source,
        'isGone', n.is_gone, 'replacesId', n.replaces_id, 'writtenBy', n.written_by, 'writtenByName', p.name, 'writtenAt', n.written_at) order by n.written_at, n.id)
      from brief_learner_notes n join sessions s on s.organisation_id = ${o} and s.id = n.session_id and s.group_id = ${groupId} ${author('n.written_by')}
      where n.organisation_id = ${o} and n.session_id = ${sessionId}) as notes,
    (select json_agg(json_build_object('personId', p.id, 'name', p.name) order by p.name) from group_staff ${author('group_staff.person_id')}
      where group_staff.organisation_id = ${o} and group_staff.group_id = ${groupId} and group_staff.part = 'teacher' and ${goesOn('groupStaff', tx.now)}) as teachers,
    (select json_agg(json_build_object('id', l.id, 'givenName', l.given_name, 'familyInitial', l.family_initial, 'symbol', l.symbol, 'whatHelps', l.what_helps))
      from group_members join learners l on l.organisation_id = ${o} and l.id = group_members.learner_id
      where group_members.organisation_id = ${o} and group_members.group_id = ${groupId} and ${goesOn('groupMembers', tx.now)}) as learners,
    (select json_agg(json_build_object('step', t.step, 'takenBy', t.taken_by, 'takenByName', p.name, 'takenAt', t.taken_at) order by t.taken_at, t.id)
      from brief_steps t ${author('t.taken_by')}
      where t.organisation_id = ${o} and t.session_id = ${sessionId} and t.group_id = ${groupId}) as steps`.execute(tx.db)
  const [found] = rows
  const learners = (found?.learners ?? [])
    .map(({ familyInitial, ...learner }) => ({ ...learner, name: shownName({ ...learner, familyInitial }) }))
    .sort((one, other) => order.compare(one.name, other.name))
  const here = new Set(learners.map(({ id }) => id))
  const before = (found?.earlier ?? []).map(({ sessionStartedAt, ...entry }) => ({
    entry: asEntry(entry),
    startedAt: utc(sessionStartedAt),
  }))
  return {
    entries: (found?.entries ?? []).map(({ sessionStartedAt: _, ...entry }) => asEntry(entry)),
    learners,
    learnerNotes: (found?.notes ?? [])
      .filter(({ learnerId }) => here.has(learnerId))
      .map((note) => ({ ...note, writtenAt: utc(note.writtenAt) })),
    steps: (found?.steps ?? []).map((step) => ({ ...step, takenAt: utc(step.takenAt) })),
    earlier: lastOf(before),
    knownMisconceptions: misconceptionsOf(before.map(({ entry }) => entry)),
    teachers: [...(found?.teachers ?? [])],
  }
}

const order = new Intl.Collator('en-GB')

const utc = (at: string) => moment(new Date(at))

const asEntry = (row: Row<BriefEntry, 'writtenAt'>): BriefEntry => ({ ...row, writtenAt: utc(row.writtenAt) })

function lastOf(before: readonly { entry: BriefEntry; startedAt: string }[]): EarlierBrief | null {
  const stand = new Set(standing(before.map(({ entry }) => entry)).map(({ id }) => id))
  const there = before.filter(({ entry }) => stand.has(entry.id))
  const last = there.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt)).at(-1)
  if (last === undefined) return null
  const { sessionId } = last.entry
  return { sessionId, startedAt: last.startedAt, entries: there.flatMap(({ entry }) => (entry.sessionId === sessionId ? [entry] : [])) }
}

function misconceptionsOf(before: readonly BriefEntry[]): string[] {
  const named = standing(before).filter(({ part }) => part === 'misconceptions')
  return [...linesOf(named.toReversed(), 8)]
}

/** Sessions whose brief is asked for and not answered, of the groups that a person teaches now; those of today and later, the first first. */
export async function listQuestions(tx: ReadTx, teacherId: Id): Promise<BriefQuestion[]> {
  const o = tx.organisationId
  const { rows } = await sql<Omit<BriefQuestion, 'startedAt' | 'askedAt' | 'cover'> & { cover: string; startedAt: Date; askedAt: Date }>`
    select s.id as session_id, g.id as group_id, g.name as group_name, g.subject, g.cover, s.started_at, p.name as asked_by_name, last.taken_at as asked_at
    from group_staff
    join groups g on g.organisation_id = ${o} and g.id = group_staff.group_id and g.closed_at is null
    join sessions s on s.organisation_id = ${o} and s.group_id = g.id and s.started_at >= ${startOfDay(tx.now)}
    join lateral (
      select t.step, t.taken_by, t.taken_at from brief_steps t
      where t.organisation_id = ${o} and t.session_id = s.id and t.step in ('asked', 'not_asked', 'answered')
      order by t.taken_at desc, t.id desc limit 1
    ) last on last.step = 'asked'
    join people p on p.organisation_id = ${o} and p.id = last.taken_by
    where group_staff.organisation_id = ${o} and group_staff.person_id = ${teacherId} and group_staff.part = 'teacher'
      and ${goesOn('groupStaff', tx.now)}
    order by s.started_at, s.id`.execute(tx.db)
  return rows.map((row) => ({ ...row, cover: row.cover as Cover, startedAt: moment(row.startedAt), askedAt: moment(row.askedAt) }))
}

/** From midnight of the day before: whoever is late by a night is still answered. */
const startOfDay = (now: Date) => new Date(now.getTime() - 24 * 3_600_000)

/** How far the briefs of a person's sessions of a day are, their groups' and those that they take; a session that is not among them has none. */
export async function listBriefStatuses(tx: ReadTx, personId: Id, on: Day): Promise<ReadonlyMap<Id, BriefStatus>> {
  const o = tx.organisationId
  const { rows } = await sql<{ sessionId: Id; parts: BriefPart[] | null; steps: BriefStep[] | null }>`select s.id as session_id,
      (select json_agg(e.part) from brief_entries e where e.organisation_id = ${o} and e.session_id = s.id and not e.is_gone
        and not exists (select from brief_entries newer where newer.organisation_id = ${o} and newer.replaces_id = e.id)) as parts,
      (select json_agg(t.step order by t.taken_at, t.id) from brief_steps t where t.organisation_id = ${o} and t.session_id = s.id) as steps
    from sessions s where s.organisation_id = ${o} and s.started_at >= ${momentAt(on, '00:00')} and s.started_at < ${momentAt(addDays(on, 1), '00:00')}
      and s.group_id in (select group_id from group_staff where group_staff.organisation_id = ${o} and group_staff.person_id = ${personId})`.execute(
    tx.db,
  )
  return new Map(rows.map(({ sessionId, parts, steps }) => [sessionId, briefStatus({ parts: parts ?? [], steps: steps ?? [] })]))
}
