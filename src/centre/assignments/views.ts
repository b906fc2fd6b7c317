// Reads the headings of a unit’s assignment and what a candidate is writing.
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { AssignmentContent, AssignmentDraft, AssignmentHeading } from './contract.ts'

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
