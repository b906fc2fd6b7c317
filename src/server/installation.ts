// The one installation row: what this installation is for, and the set-up code that the terminal prints.
import { randomBytes } from 'node:crypto'
import type { InstallationState } from '../common/organisations/rules.ts'
import { setupCodeHash } from '../common/organisations/store.ts'
import type { Database } from './database.ts'

// Base 32 without 0, 1, 8 and 9, which look like letters.
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export async function installationState(database: Database): Promise<InstallationState> {
  const row = await database.onShared((db) => db.selectFrom('installation').select('state').executeTakeFirstOrThrow())
  return row.state as InstallationState
}

/** A fresh set-up code; the one before stops working. Only its hash is kept. Returns `ABCD-2345`. */
export async function printSetupCode(database: Database): Promise<string> {
  const code = Array.from(randomBytes(8), (byte) => letters[byte % 32]).join('')
  await database.onShared((db) =>
    db
      .updateTable('installation')
      .set({ setupCodeHash: setupCodeHash(code) })
      .execute(),
  )
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
