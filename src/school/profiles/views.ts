// Profiles as screens and later features read them.
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { ProfileEntry, ProfileSection, ProfileVoice } from './contract.ts'
import { holding, newestFirst, withHelpsBefore } from './rules.ts'

/** All that was ever written in these learners' profiles. */
async function listWritten(tx: ReadTx, learnerIds: readonly Id[]): Promise<ProfileEntry[]> {
  if (learnerIds.length === 0) return []
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('profileEntries')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'profileEntries.writtenBy').on('people.organisationId', '=', organisationId),
    )
    .select(['profileEntries.id', 'learnerId', 'section', 'about', 'text', 'voice', 'seenOn', 'writtenAt', 'people.name as writtenByName'])
    .where('profileEntries.organisationId', '=', organisationId)
    .where('profileEntries.learnerId', 'in', learnerIds)
    .execute()
  return rows.map((row) => ({
    ...row,
    section: row.section as ProfileSection,
    voice: row.voice as ProfileVoice,
    writtenAt: moment(row.writtenAt),
  }))
}

type Described = { readonly id: Id; readonly whatHelps: string | null }

/** A learner's profile with its history, newest first. */
export async function listEntries(tx: ReadTx, learner: Described): Promise<readonly ProfileEntry[]> {
  return newestFirst(withHelpsBefore(learner.id, learner.whatHelps, await listWritten(tx, [learner.id])))
}

/** What holds in the profiles of these learners, by learner. */
export async function profilesOf(tx: ReadTx, learners: readonly Described[]): Promise<ReadonlyMap<Id, readonly ProfileEntry[]>> {
  const written = Map.groupBy(
    await listWritten(
      tx,
      learners.map(({ id }) => id),
    ),
    ({ learnerId }) => learnerId,
  )
  return new Map(learners.map(({ id, whatHelps }) => [id, holding(withHelpsBefore(id, whatHelps, written.get(id) ?? []))]))
}
