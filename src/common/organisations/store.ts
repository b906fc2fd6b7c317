// Writes an organisation, and reads what the installation is for.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { OrganisationKind } from '../../core/actor.ts'
import type { Tx } from '../../server/database.ts'
import type { InstallationState } from './rules.ts'

/** The SHA-256 under which a set-up code is kept; dashes and case don't matter. */
export function setupCodeHash(code: string): Buffer {
  return createHash('sha256').update(code.toUpperCase().replaceAll('-', '')).digest()
}

/** What the installation is for, and whether a code is the one that was printed. Holds the row, so that one code sets up one organisation. */
export async function installationForSetUp(tx: Tx, code: string): Promise<{ state: InstallationState; isCodeRight: boolean }> {
  const row = await tx.db.selectFrom('installation').select(['state', 'setupCodeHash']).forUpdate().executeTakeFirstOrThrow()
  const isCodeRight = row.setupCodeHash !== null && timingSafeEqual(row.setupCodeHash, setupCodeHash(code))
  return { state: row.state as InstallationState, isCodeRight }
}

/** Writes the organisation and its settings; the code is used up. */
export async function insertOrganisation(tx: Tx, { kind, name }: { kind: OrganisationKind; name: string }): Promise<void> {
  const { organisationId } = tx
  await tx.db.insertInto('organisations').values({ id: organisationId, kind, name, createdAt: tx.now }).execute()
  await tx.db.insertInto('organisationSettings').values({ organisationId }).execute()
  await tx.db.updateTable('installation').set({ state: 'real', setupCodeHash: null }).where('state', '=', 'new').execute()
  await tx.db.updateTable('installation').set({ setupCodeHash: null }).execute()
}
