// Settings: all of them from the environment, each with a default, each refused by name with what to do.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { SettingError } from './setting-error.ts'

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly origin: string
  readonly isDemo: boolean
  readonly tls: { readonly certificate: string; readonly key: string } | undefined
  readonly secret: string | undefined
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info'
}

interface Setting {
  readonly name: string
  /** What is in force when it is not set, in words. */
  readonly usual: string
  readonly purpose: string
}

/** Every setting, in the order in which `npm run -s evident -- config` lists them. */
export const settings: readonly Setting[] = [
  { name: 'PORT', usual: '4040', purpose: 'the port to listen on' },
  { name: 'EVIDENT_HOST', usual: '127.0.0.1', purpose: 'the address to listen on; 0.0.0.0 is every network of the machine' },
  { name: 'EVIDENT_ORIGIN', usual: 'http(s)://localhost:PORT', purpose: 'the address that browsers use, without a path' },
  { name: 'EVIDENT_DATA', usual: './data', purpose: 'the folder for the embedded database, photos and the secret' },
  {
    name: 'DATABASE_URL',
    usual: 'the embedded PostgreSQL',
    purpose: 'a PostgreSQL server, 15 or later: postgres://user:password@host/database',
  },
  {
    name: 'EVIDENT_SECRET',
    usual: 'secret.key in EVIDENT_DATA',
    purpose: 'the secret that opens keys and signs cookies, 32 characters or more; the same for all processes on one database',
  },
  { name: 'EVIDENT_TLS_CERT', usual: 'none: plain HTTP', purpose: 'the file of the certificate (PEM, with its chain)' },
  { name: 'EVIDENT_TLS_KEY', usual: 'none', purpose: 'the file of the certificate’s private key (PEM)' },
  { name: 'EVIDENT_DEMO', usual: '0', purpose: '1 makes the sample school and college on a new installation, without asking' },
  { name: 'EVIDENT_LOG', usual: 'info', purpose: 'silent, error, warn or info' },
]

type Environment = Readonly<Record<string, string | undefined>>

/** Reads and checks the settings. @throws SettingError for the first that is wrong */
export function readConfig(environment: Environment): Config {
  const value = (name: string) => environment[name] || undefined
  const port = readPort(value('PORT') ?? '4040')
  const tls = readTls(value('EVIDENT_TLS_CERT'), value('EVIDENT_TLS_KEY'))
  return {
    port,
    host: value('EVIDENT_HOST') ?? '127.0.0.1',
    dataFolder: resolve(value('EVIDENT_DATA') ?? 'data'),
    databaseUrl: readDatabaseUrl(value('DATABASE_URL')),
    origin: readOrigin(value('EVIDENT_ORIGIN') ?? `${tls === undefined ? 'http' : 'https'}://localhost:${port}`),
    isDemo: readSwitch('EVIDENT_DEMO', value('EVIDENT_DEMO') ?? '0'),
    tls,
    secret: readSecret(value('EVIDENT_SECRET')),
    logLevel: readOneOf('EVIDENT_LOG', value('EVIDENT_LOG') ?? 'info', ['silent', 'error', 'warn', 'info']),
  }
}

/** What is in force, for the terminal; passwords and the secret are not shown. */
export function describeConfig(environment: Environment): string {
  const lines = settings.map(({ name, usual, purpose }) => {
    const set = environment[name]
    return `${name}\n  ${purpose}\n  ${set ? `set to ${masked(name, set)}` : `not set: ${usual}`}`
  })
  return lines.join('\n')
}

function masked(name: string, value: string): string {
  if (name === 'EVIDENT_SECRET') return '(hidden)'
  return name === 'DATABASE_URL' ? value.replace(/(:\/\/[^:@/]*:).*@/, '$1…@').replace(/([?&]password=)[^&]*/, '$1…') : value
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new SettingError('PORT', `“${text}” is not a port.`, 'Give a number from 1 to 65535, or leave it out for 4040.')
}

function readTls(certificate: string | undefined, key: string | undefined): Config['tls'] {
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined || key === undefined) {
    const missing = certificate === undefined ? 'EVIDENT_TLS_CERT' : 'EVIDENT_TLS_KEY'
    throw new SettingError(missing, 'a certificate and its key go together, and this one is not set.', 'Set both, or neither.')
  }
  for (const [name, file] of [
    ['EVIDENT_TLS_CERT', certificate],
    ['EVIDENT_TLS_KEY', key],
  ] as const) {
    if (!existsSync(file)) throw new SettingError(name, `there is no file ${file}.`, 'Give the path of a PEM file.')
  }
  return { certificate, key }
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || /^postgres(ql)?:\/\//.test(text)) return text
  throw new SettingError(
    'DATABASE_URL',
    'it is not the address of a PostgreSQL database.',
    'Write postgres://user:password@host:5432/database, or leave it out for the embedded one.',
  )
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  // A browser leaves the usual port out, and so does the origin that it sends.
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin
  throw new SettingError('EVIDENT_ORIGIN', `“${text}” is not an origin.`, 'Write it as https://evident.example.org, without a path.')
}

function readSecret(text: string | undefined): string | undefined {
  if (text === undefined || text.length >= 32) return text
  throw new SettingError(
    'EVIDENT_SECRET',
    'it is too short to keep anything secret.',
    'Give 32 characters or more, such as from “openssl rand -base64 32”.',
  )
}

function readSwitch(name: string, text: string): boolean {
  return readOneOf(name, text, ['0', '1']) === '1'
}

function readOneOf<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === text)
  if (choice !== undefined) return choice
  throw new SettingError(name, `“${text}” is not one of ${choices.join(', ')}.`, 'Correct it, or leave it out.')
}
