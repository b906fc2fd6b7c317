// `npm start`: starts Evident, and stops it in order when it is told to.
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
  const { start } = await import('./start.ts')
  const { stop } = await start(config, (line) => console.log(line))
  let isStopping = false
  const end = () => {
    if (isStopping) return
    isStopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

main().catch((error: unknown) => {
  if (error instanceof SettingError) console.error(error.message)
  else console.error(error)
  process.exit(1)
})
