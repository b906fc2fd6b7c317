// Writes what a candidate is writing: on the version that was on the screen, or beside it.
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { AssignmentContent } from './contract.ts'

interface Saving {
  readonly registrationId: Id
  readonly revision: Id
  readonly content: AssignmentContent
}

/** A version of its own; its id is its first revision’s. */
export async function insertDraft(tx: Tx, { registrationId, revision, content }: Saving): Promise<void> {
  await tx.db
    .insertInto('assignmentDrafts')
    .values({
      organisationId: tx.organisationId,
      id: revision,
      registrationId,
      revision,
      content: JSON.stringify(content),
      savedAt: tx.now,
      setAsideAt: null,
    })
    .execute()
}

export async function writeOnDraft(tx: Tx, id: Id, { registrationId, revision, content }: Saving): Promise<void> {
  await tx.db
    .updateTable('assignmentDrafts')
    .set({ revision, content: JSON.stringify(content), savedAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .where('id', '=', id)
    .execute()
}

/** One version stands, all others of the registration are set aside; the moment at which one was is kept. */
export async function chooseDraft(tx: Tx, { registrationId, draftId }: { registrationId: Id; draftId: Id }): Promise<void> {
  await tx.db
    .updateTable('assignmentDrafts')
    .set({ setAsideAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .where('id', '!=', draftId)
    .where('setAsideAt', 'is', null)
    .execute()
  await tx.db
    .updateTable('assignmentDrafts')
    .set({ setAsideAt: null })
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .where('id', '=', draftId)
    .execute()
}

/** One device’s writing after the other’s: who saves on a version that is being saved waits, and then finds it changed. */
export async function lockDrafts(tx: Tx, registrationId: Id): Promise<void> {
  await tx.db
    .selectFrom('assignmentDrafts')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .forUpdate()
    .execute()
}

interface NewSubmission {
  readonly id: Id
  readonly registrationId: Id
  readonly evidenceId: Id
  readonly version: number
  readonly submittedBy: Id
}

export async function insertSubmission(tx: Tx, submission: NewSubmission): Promise<void> {
  await tx.db
    .insertInto('assignmentSubmissions')
    .values({ organisationId: tx.organisationId, ...submission, submittedAt: tx.now })
    .execute()
}

interface NewPoint {
  readonly id: Id
  readonly registrationId: Id
  readonly evidenceId: Id
  readonly version: number
  readonly heading: string
  readonly passage: string
  readonly point: string
  readonly leaves: string[]
  readonly agendaId: Id | null
  readonly markedBy: Id
}

export async function insertPoint(tx: Tx, point: NewPoint): Promise<void> {
  await tx.db
    .insertInto('discussionPoints')
    .values({ organisationId: tx.organisationId, ...point, markedAt: tx.now })
    .execute()
}
