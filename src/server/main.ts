// `npm start`: starts Evident, and stops it in order when it is told to.
import { keepCompiledCode } from './code-cache.ts'
import { readConfig } from './config.ts'
import { SettingError } from './setting-error.ts'

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < 24) {
    throw new SettingError(
      'node',
      `this is Node ${process.versions.node}, and Evident brings Node 24 with it.`,
      'Start it with “npm start”, after “npm ci” with optional packages.',
    )
  }
  const config = readConfig(process.env)
  keepCompiledCode()
  const { start } = await import('./start.ts')
  const starting = start(config, (line) => console.log(line))
  let isEnding = false
  const end = async (code: number) => {
    if (isEnding) return
    isEnding = true
    const { stop } = await starting
    await stop()
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  const { databaseEnded } = await starting
  await databaseEnded
  if (!isEnding) console.error('The database has ended by itself. Start Evident again; what was accepted is kept.')
  await end(1)
}

main().catch((error: unknown) => {
  if (error instanceof SettingError) console.error(error.message)
  else console.error(error)
  process.exit(1)
})
