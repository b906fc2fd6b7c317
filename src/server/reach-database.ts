// How a command of the terminal comes to the database, whether Evident runs meanwhile or not.
import { existsSync } from 'node:fs'
import type { Config } from './config.ts'
import { tryLockFolder } from './folder-lock.ts'
import { connectionOf, startPostgres } from './postgres.ts'
import { SettingError } from './setting-error.ts'

/** A server's database; else the folder's own, started for this command, or while Evident runs on the folder, its. */
export async function reachDatabase({ databaseUrl, dataFolder }: Config): Promise<{ connection: string; close: () => Promise<void> }> {
  if (databaseUrl !== undefined) return { connection: databaseUrl, close: async () => undefined }
  if (!existsSync(dataFolder))
    throw new SettingError('EVIDENT_DATA', `there is no folder ${dataFolder}.`, 'Give the folder that Evident was started with.')
  const release = await tryLockFolder(dataFolder)
  if (release === undefined) return { connection: connectionOf(dataFolder), close: async () => undefined }
  const embedded = await startPostgres({ dataFolder })
  const close = async () => {
    await embedded.stop()
    release()
  }
  return { connection: embedded.connection, close }
}
