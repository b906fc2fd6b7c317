// The one installation row: what this installation is for, the set-up code that the terminal prints, and how far the sample has got.
import { randomBytes, timingSafeEqual } from 'node:crypto'
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

/** A sample that is being made, or was cut short. */
export interface SampleUnderWay {
  /** Its "today". */
  readonly beganAt: Date
  /** How many of its scenes are played. */
  readonly scene: number
}

/** Makes a new installation the sample's; the set-up code is used up. `false` when the installation is not new, or the given code is wrong. */
export async function beginSample(database: Database, at: Date, code?: string): Promise<boolean> {
  return database.onShared(async (db) => {
    const row = await db.selectFrom('installation').select(['state', 'setupCodeHash']).forUpdate().executeTakeFirstOrThrow()
    const isCodeRight = code === undefined || (row.setupCodeHash !== null && timingSafeEqual(row.setupCodeHash, setupCodeHash(code)))
    if (row.state !== 'new' || !isCodeRight) return false
    await db.updateTable('installation').set({ state: 'demo', setupCodeHash: null, sampleBeganAt: at, sampleScene: 0 }).execute()
    return true
  })
}

/** `undefined` when no sample is being made: there is none, or it is finished. */
export async function sampleUnderWay(database: Database): Promise<SampleUnderWay | undefined> {
  const row = await database.onShared((db) =>
    db.selectFrom('installation').select(['sampleBeganAt', 'sampleScene']).executeTakeFirstOrThrow(),
  )
  if (row.sampleBeganAt === null || row.sampleScene === null) return undefined
  return { beganAt: row.sampleBeganAt, scene: row.sampleScene }
}

/** Keeps how many scenes of the sample are played; null when all are. */
export async function setSampleScene(database: Database, scene: number | null): Promise<void> {
  await database.onShared((db) => db.updateTable('installation').set({ sampleScene: scene }).execute())
}
