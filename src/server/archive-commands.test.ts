// The commands of the terminal on real folders: what they write, say, and leave alone.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runBackup, runErasures, runRestore } from './archive-commands.ts'
import { readConfig } from './config.ts'
import { installationSecret } from './keys.ts'
import { migrate } from './migrate.ts'
import { startPostgres } from './postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'evident-commands-'))
// As root the database runs as a user of its own, which must pass through.
chmodSync(folder, 0o711)
const at = (name: string) => join(folder, name)
const config = (name: string) => readConfig({ EVIDENT_DATA: at(name) })

/** The command's sentences. */
async function said(work: (say: (line: string) => void) => Promise<void>): Promise<string> {
  const lines: string[] = []
  await work((line) => lines.push(line))
  return lines.join('\n')
}

beforeAll(async () => {
  const postgres = await startPostgres({ dataFolder: at('old'), isFast: true })
  const client = new pg.Client({ connectionString: postgres.connection })
  await client.connect()
  await migrate(client)
  await client.end()
  await postgres.stop()
  installationSecret(at('old'), undefined)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('backup, restore and erasures', () => {
  it('bring an installation into a new folder, and say whether the secret went along', async () => {
    const apart = await said((say) => runBackup(config('old'), at('apart.tar'), { withSecret: false }, say))
    expect(apart).toMatch(/The secret is NOT in this archive: keep .*secret.key/)
    expect(statSync(at('apart.tar')).mode & 0o777).toBe(0o600)
    const inside = await said((say) => runBackup(config('old'), at('inside.tar'), { withSecret: true }, say))
    expect(inside).toMatch(/The secret IS in this archive/)
    expect(await said((say) => runErasures(config('old'), at('list.json'), say))).toMatch(/^Erasures: 0, in/)

    await expect(runRestore(config('new'), at('apart.tar'), undefined, () => undefined)).rejects.toThrow(/Copy secret.key/)
    expect(existsSync(at('new'))).toBe(false)
    expect(await said((say) => runRestore(config('new'), at('inside.tar'), at('list.json'), say))).toMatch(/Erased again: 0\nRestored/)
    expect(readFileSync(join(at('new'), 'secret.key'), 'utf8')).toBe(readFileSync(join(at('old'), 'secret.key'), 'utf8'))
  })
  it('say that erasures since the backup are not known, where no list is given', async () => {
    expect(await said((say) => runRestore(config('unlisted'), at('inside.tar'), undefined, say))).toMatch(
      /Who was erased after .* is here again/,
    )
  })
  it('touch nothing for a broken archive, a broken list or a folder without an installation', async () => {
    writeFileSync(at('cut.tar'), readFileSync(at('inside.tar')).subarray(0, 9000))
    await expect(runRestore(config('none'), at('cut.tar'), undefined, () => undefined)).rejects.toThrow(/not a whole archive/)
    writeFileSync(at('bad.json'), '{}')
    await expect(runRestore(config('none'), at('inside.tar'), at('bad.json'), () => undefined)).rejects.toThrow(/no list of erasures/)
    await expect(runBackup(config('none'), at('none.tar'), { withSecret: false }, () => undefined)).rejects.toThrow(/no installation/)
    expect(['none', 'none.tar', 'none.tar.part'].filter((name) => existsSync(at(name)))).toEqual([])
  })
})
