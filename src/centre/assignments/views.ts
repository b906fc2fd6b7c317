// Reads the headings of a unit’s assignment, what a candidate is writing, and in what a resubmission says the same as before.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { listAgendas } from '../discussions/views.ts'
import type { AssignmentRecord } from '../evidence/contract.ts'
import { referenceOf } from '../evidence/rules.ts'
import { listVersions } from '../evidence/views.ts'
import type { AssessmentMethod } from '../standards/contract.ts'
import type { AssignmentContent, AssignmentDraft, AssignmentHeading, AssignmentSubmission, DiscussionPoint, SaidAlike } from './contract.ts'
import { alikeOf } from './rules.ts'

/** The headings of a unit: those of the newest wording, up to this version, that has any. */
export async function listHeadings(tx: ReadTx, pack: { packCode: string; packVersion: number }): Promise<AssignmentHeading[]> {
  const version = await headingVersion(tx, pack)
  if (version === undefined) return []
  const headings = await tx.db
    .selectFrom('assignmentHeadings')
    .select(['code', 'label', 'about'])
    .where('packCode', '=', pack.packCode)
    .where('packVersion', '=', version)
    .orderBy('position')
    .execute()
  const leaves = await tx.db
    .selectFrom('assignmentHeadingLeaves')
    .select(['headingCode', 'leafCode'])
    .where('packCode', '=', pack.packCode)
    .where('packVersion', '=', version)
    .orderBy('leafCode')
    .execute()
  const tables = await tx.db
    .selectFrom('ownSettingTables')
    .select(['code', 'headingCode', 'leafCode as leaf', 'title', 'columns', 'rows'])
    .where('packCode', '=', pack.packCode)
    .where('packVersion', '=', version)
    .orderBy('code')
    .execute()
  return headings.map((heading) => ({
    ...heading,
    leaves: leaves.filter(({ headingCode }) => headingCode === heading.code).map(({ leafCode }) => leafCode),
    tables: tables.filter(({ headingCode }) => headingCode === heading.code).map(({ headingCode: _, ...table }) => table),
  }))
}

async function headingVersion(
  tx: ReadTx,
  { packCode, packVersion }: { packCode: string; packVersion: number },
): Promise<number | undefined> {
  const row = await tx.db
    .selectFrom('assignmentHeadings')
    .select('packVersion')
    .where('packCode', '=', packCode)
    .where('packVersion', '<=', packVersion)
    .orderBy('packVersion', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.packVersion
}

/** Versions of what is being written: those that stand, the last saved first, then those set aside. */
export async function listDrafts(tx: ReadTx, registrationId: Id): Promise<AssignmentDraft[]> {
  const rows = await tx.db
    .selectFrom('assignmentDrafts')
    .select(['id', 'revision', 'content', 'savedAt', 'setAsideAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .orderBy('savedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const drafts = rows.map((row) => ({
    ...row,
    // Written by the contract’s own shape.
    content: row.content as AssignmentContent,
    savedAt: moment(row.savedAt),
    setAsideAt: row.setAsideAt === null ? null : moment(row.setAsideAt),
  }))
  return [...drafts.filter(({ setAsideAt }) => setAsideAt === null), ...drafts.filter(({ setAsideAt }) => setAsideAt !== null)]
}

/** Every submission of a registration, the last first. Its words are those of the version that it became. */
export async function listSubmissions(tx: ReadTx, registrationId: Id): Promise<AssignmentSubmission[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('assignmentSubmissions')
    .innerJoin('evidenceItems', (join) =>
      join.onRef('evidenceItems.id', '=', 'assignmentSubmissions.evidenceId').on('evidenceItems.organisationId', '=', organisationId),
    )
    .select([
      'assignmentSubmissions.evidenceId',
      'assignmentSubmissions.version',
      'assignmentSubmissions.submittedAt',
      'evidenceItems.candidateId',
      'evidenceItems.method',
      'evidenceItems.number',
    ])
    .where('assignmentSubmissions.organisationId', '=', organisationId)
    .where('assignmentSubmissions.registrationId', '=', registrationId)
    .orderBy('assignmentSubmissions.submittedAt', 'desc')
    .orderBy('assignmentSubmissions.version', 'desc')
    .execute()
  const items = new Map(rows.map(({ evidenceId, candidateId }) => [evidenceId, candidateId]))
  const versions = new Map(
    await Promise.all([...items].map(async ([id, candidateId]) => [id, await listVersions(tx, candidateId, id)] as const)),
  )
  return rows.flatMap(({ evidenceId, version, submittedAt, method, number }) => {
    const said = versions.get(evidenceId)?.find((one) => one.version === version)
    if (said === undefined || said.record.method !== 'A') return []
    const { title, record, contentHash, writtenByName } = said
    return [
      {
        ...{ evidenceId, version, title, record, contentHash, submittedByName: writtenByName, submittedAt: moment(submittedAt) },
        reference: referenceOf(method as AssessmentMethod, number),
      },
    ]
  })
}

/** The points of a registration’s assignment that were marked, in their order. */
export async function listPoints(tx: ReadTx, registrationId: Id): Promise<DiscussionPoint[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('discussionPoints')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'discussionPoints.markedBy').on('people.organisationId', '=', organisationId),
    )
    .select([
      ...(['discussionPoints.id', 'discussionPoints.evidenceId', 'discussionPoints.version', 'discussionPoints.heading'] as const),
      ...(['discussionPoints.passage', 'discussionPoints.point', 'discussionPoints.leaves', 'discussionPoints.agendaId'] as const),
      ...(['people.name as markedByName', 'discussionPoints.markedAt'] as const),
    ])
    .where('discussionPoints.organisationId', '=', organisationId)
    .where('discussionPoints.registrationId', '=', registrationId)
    .orderBy('discussionPoints.markedAt')
    .orderBy('discussionPoints.id')
    .execute()
  const agreed = new Map((await listAgendas(tx, registrationId)).map(({ id, agreedAt }) => [id, agreedAt]))
  return rows.map(({ agendaId, markedAt, ...point }) => ({
    ...point,
    agenda: agendaId === null ? null : { id: agendaId, agreedAt: agreed.get(agendaId) ?? null },
    markedAt: moment(markedAt),
  }))
}

interface OfPack {
  readonly id: Id
  readonly packCode: string
  readonly packVersion: number
}

/** By registration: the leaves on which an assignment that was submitted again says what it said before. One that was submitted once is not read. */
export async function listAlike(tx: ReadTx, registrations: readonly OfPack[]): Promise<ReadonlyMap<Id, readonly SaidAlike[]>> {
  const found = new Map<Id, readonly SaidAlike[]>()
  const rows = await resubmitted(
    tx,
    registrations.map(({ id }) => id),
  )
  if (rows.length === 0) return found
  const outlines = new Map<string, Promise<AssignmentHeading[]>>()
  for (const registration of registrations) {
    const own = rows.filter(({ registrationId }) => registrationId === registration.id)
    if (own.length === 0) continue
    const key = `${registration.packCode} ${registration.packVersion}`
    const asked = outlines.get(key) ?? listHeadings(tx, registration)
    outlines.set(key, asked)
    const outline = await asked
    const items = [...Map.groupBy(own, ({ evidenceId }) => evidenceId)]
    found.set(
      registration.id,
      items.flatMap(([evidenceId, versions]) => alikeOf(evidenceId, versions, outline)),
    )
  }
  return found
}

/** Every version of assignments that were submitted more than once, the newest first. */
async function resubmitted(tx: ReadTx, registrationIds: readonly Id[]) {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('assignmentSubmissions as one')
    .innerJoin('evidenceVersions as said', (join) =>
      join
        .onRef('said.evidenceId', '=', 'one.evidenceId')
        .onRef('said.version', '=', 'one.version')
        .on('said.organisationId', '=', organisationId),
    )
    .select(['one.registrationId', 'one.evidenceId', 'said.title', 'said.record', 'said.contentHash'])
    .where('one.organisationId', '=', organisationId)
    .where('one.registrationId', '=', sql<Id>`any(${registrationIds}::uuid[])`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('assignmentSubmissions as other')
          .select('other.id')
          .where('other.organisationId', '=', organisationId)
          .whereRef('other.evidenceId', '=', 'one.evidenceId')
          .whereRef('other.version', '!=', 'one.version'),
      ),
    )
    .orderBy('one.version', 'desc')
    .execute()
  // Only a declared assignment comes by a submission.
  return rows.map(({ record, ...row }) => ({ ...row, record: JSON.parse(record) as AssignmentRecord }))
}
