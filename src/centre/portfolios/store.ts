// Keeps portfolios that were brought.
import { fromBase64url } from '../../core/bytes.ts'
import type { Parsed } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { portfolioBring } from './contract.ts'

type Brought = Parsed<typeof portfolioBring.input>

/** The portfolio and what lies in it. The same file once more is the one that is there: its id is given back. */
export async function insertBrought(tx: Tx, brought: Brought, broughtBy: Id | null): Promise<Id> {
  const { organisationId } = tx
  const { entries, manifestHash, centreKey, contentHash, ...rest } = brought
  const inserted = await tx.db
    .insertInto('broughtPortfolios')
    .values({
      organisationId,
      ...rest,
      manifestHash: Buffer.from(manifestHash, 'hex'),
      centreKey: Buffer.from(fromBase64url(centreKey)),
      contentHash: Buffer.from(contentHash, 'hex'),
      broughtBy,
      broughtAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return knownId(tx, manifestHash)
  const rows = entries.map((entry, position) => ({ organisationId, portfolioId: brought.id, position, ...entry }))
  for (let at = 0; at < rows.length; at += 500)
    await tx.db
      .insertInto('broughtEntries')
      .values(rows.slice(at, at + 500))
      .execute()
  return inserted.id
}

async function knownId(tx: Tx, manifestHash: string): Promise<Id> {
  const { id } = await tx.db
    .selectFrom('broughtPortfolios')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('manifestHash', '=', Buffer.from(manifestHash, 'hex'))
    .executeTakeFirstOrThrow()
  return id
}
