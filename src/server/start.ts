// The start: folder, database, migrations and pages, then the doors open; the stop is the other way round.
import { accessSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs'
import { createServer as createHttpsServer } from 'node:https'
import { dirname, join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import pg from 'pg'
import pino, { type Logger } from 'pino'
import { OperationError, refused } from '../core/errors.ts'
import { systemClock } from '../core/time.ts'
import { samplePassword, signInLines } from '../sample/cast.ts'
import { finishSample, makeSample } from '../sample/sample.ts'
import type { Config } from './config.ts'
import { faultOf } from './fault.ts'
import { lockFolder } from './folder-lock.ts'
import { installationState, printSetupCode } from './installation.ts'
import { type Jobs, startJobs } from './jobs.ts'
import { installationSecret } from './keys.ts'
import { migrate } from './migrate.ts'
import { type EmbeddedPostgres, startPostgres } from './postgres.ts'
import { createProgram, type Program, uploadsFolderOf } from './program.ts'
import type { RequestLine } from './request-line.ts'
import { SettingError } from './setting-error.ts'
import { builtWeb } from './web-build.ts'

/** Steps that undo what was started; the last started is undone first. */
type Undo = (() => Promise<void> | void)[]

export interface Started {
  readonly program: Program
  /** Resolves when the embedded database has ended; never for a server's. */
  readonly databaseEnded: Promise<void>
  /** Ends requests under way, then everything else. */
  stop(): Promise<void>
}

/** Starts Evident and returns when it answers. When a step fails, those before it are undone. @throws SettingError */
export async function start(config: Config, say: (line: string) => void): Promise<Started> {
  const undo: Undo = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    makeDataFolder(config.dataFolder)
    undo.push(await lockFolder(config.dataFolder))
    const web = builtWeb(say)
    web.catch(() => undefined)
    const { connection, databaseEnded } = await readyDatabase(config, undo)
    const logger = pino({ level: config.logLevel, base: null })
    const program = await openProgram(config, connection, await web, logger)
    undo.push(() => program.close())
    await welcome(program, { config, connection, say })
    const jobs = openJobs(program, config, logger)
    undo.push(() => jobs.stop())
    const server = await listen(program, config)
    undo.push(() => closeServer(server))
    say(`Evident is at ${config.origin}`)
    return { program, databaseEnded, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Step by step: Node's own recursive way never ends where nothing can be made, as in /proc. */
function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  makeFolders(dirname(folder))
  mkdirSync(folder)
}

function makeDataFolder(folder: string): void {
  try {
    makeFolders(folder)
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new SettingError(
      'EVIDENT_DATA',
      `the folder ${folder} can’t be written (${(error as NodeJS.ErrnoException).code}).`,
      'Give a folder that this user may write.',
    )
  }
}

async function readyDatabase(config: Config, undo: Undo): Promise<{ connection: string; databaseEnded: Promise<void> }> {
  const { connection, ended } =
    config.databaseUrl === undefined
      ? await startEmbedded(config, undo)
      : { connection: config.databaseUrl, ended: new Promise<void>(() => undefined) }
  const client = new pg.Client({ connectionString: connection, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new SettingError(
      'DATABASE_URL',
      `the database can’t be reached (${reasonOf(error)}).`,
      'Check host, port, name, user and password, and that the server runs.',
    )
  }
  try {
    await checkVersion(client)
    await migrate(client)
  } finally {
    await client.end()
  }
  return { connection, databaseEnded: ended }
}

async function startEmbedded(config: Config, undo: Undo): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataFolder: config.dataFolder })
  undo.push(() => postgres.stop())
  return postgres
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`)
  const major = Math.floor(Number(rows[0]?.version) / 10_000)
  if (major < 15)
    throw new SettingError(
      'DATABASE_URL',
      `the server is PostgreSQL ${major}, and Evident needs 15 or later.`,
      'Use a newer server, or leave DATABASE_URL out for the embedded one.',
    )
}

/** The system's or the database's code; a message could hold the password. */
function reasonOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: { code?: string }[] }
  return code ?? errors?.[0]?.code ?? 'no answer'
}

function openJobs({ database, dispatch, services }: Program, { dataFolder }: Config, logger: Logger): Jobs {
  const failed = (organisationId: string, error: unknown) => logger.error({ job: true, organisationId, fault: faultOf(error) })
  const { keys, files } = services
  return startJobs({ database, dispatch, keys, files, uploadsFolder: uploadsFolderOf(join(dataFolder, 'files')), failed })
}

function openProgram(config: Config, connection: string, webFolder: string, logger: Logger): Promise<Program> {
  return createProgram({
    connection,
    clock: systemClock,
    secret: installationSecret(config.dataFolder, config.secret),
    filesFolder: join(config.dataFolder, 'files'),
    origin: config.origin,
    webFolder,
    addressOf: addressReader(config),
    log: (line: RequestLine) => logger[line.fault === undefined ? 'info' : 'error'](line),
    startSample: async ({ database, services }, code) => {
      const isMade = await makeSample({ database, services, connection }, systemClock.now(), code.trim())
      if (!isMade) throw new OperationError(refused('wrong_code', 'code'))
    },
  })
}

/** Behind a proxy that brings TLS, the client's address is the last one that the proxy added; else it is the socket's. */
function addressReader(config: Config): (context: Context) => string {
  const isBehindProxy = config.origin.startsWith('https:') && config.tls === undefined
  return (context) => {
    const forwarded = isBehindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
    return forwarded ?? getConnInfo(context).remote.address ?? ''
  }
}

interface Welcome {
  readonly config: Config
  readonly connection: string
  readonly say: (line: string) => void
}

/** Before the doors open: the sample is made when it is asked for, or finished; a new installation gets its set-up code. */
async function welcome(program: Program, { config, connection, say }: Welcome): Promise<void> {
  const { database, services } = program
  const sample = { database, services, connection }
  const state = await installationState(database)
  if (config.isDemo && state === 'real') {
    throw new SettingError(
      'EVIDENT_DEMO',
      'this installation holds a real organisation, and the sample never shares one.',
      'Leave EVIDENT_DEMO out, or give another EVIDENT_DATA or DATABASE_URL.',
    )
  }
  if (config.isDemo && state === 'new') {
    say('Making the sample school and college: a few seconds …')
    await makeSample(sample, systemClock.now())
  } else if (state === 'new') {
    return say(`Set-up code: ${await printSetupCode(database)}   (the first visit asks for it)`)
  }
  if (state === 'real') return
  if (await finishSample(sample)) say('The making of the sample had been cut short. Now it is finished.')
  say(`This is the sample. Everybody’s password is “${samplePassword}”. Sign in as one of:`)
  for (const line of signInLines()) say(`  ${line}`)
}

function listen(program: Program, config: Config): Promise<ServerType> {
  const { port, host, tls } = config
  const secure =
    tls === undefined
      ? {}
      : { createServer: createHttpsServer, serverOptions: { cert: readFileSync(tls.certificate), key: readFileSync(tls.key) } }
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: program.app.fetch, port, hostname: host, ...secure }, () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, config)))
  })
}

function listenError(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new SettingError(
      'PORT',
      `the port ${port} is taken by another program.`,
      'Stop that one, or give another port, such as PORT=4041.',
    )
  if (error.code === 'EACCES') return new SettingError('PORT', `this user may not listen on port ${port}.`, 'Give a port above 1023.')
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new SettingError('EVIDENT_HOST', `${host} is no address of this machine.`, 'Give one of its addresses, 127.0.0.1 or 0.0.0.0.')
  return error
}

/** No new requests; those under way have five seconds to end. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5000)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
