// Portfolios at the terminal: out, checked without a network or a database, and in.
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeFile } from '../centre/portfolios/handlers.ts'
import type { Registration } from '../centre/registrations/contract.ts'
import { listRegistrations } from '../centre/registrations/views.ts'
import { porterIn } from '../core/actor.ts'
import type { Id } from '../core/ids.ts'
import type { Database } from './database.ts'
import { createDispatch } from './dispatch.ts'
import { createFileStore } from './files.ts'
import type { Keyring } from './keys.ts'
import { operations } from './operations.ts'
import { checkPortfolio } from './portfolio-check.ts'
import { bringPortfolio } from './portfolio-porter.ts'
import { zipOf } from './portfolio-press.ts'
import { createProgress } from './progress.ts'
import { SettingError } from './setting-error.ts'

type Say = (line: string) => void

export interface Installation {
  readonly database: Database
  readonly keys: Keyring
  readonly dataFolder: string
}

/** `portfolio verify FILE`: says what is wrong, who signed, and under which key. Returns the exit code. */
export async function verifyFile(file: string, say: Say): Promise<number> {
  const progress = createProgress(process.stdout)
  const report = await checkPortfolio(resolve(file), (done, total) =>
    progress.show(`Checking: ${Math.floor((100 * done) / Math.max(1, total))} %`),
  )
  const { portfolio } = report
  if (report.faults.length > 0 || portfolio === undefined) {
    progress.step(`${file} is NOT what its centre made and its signers signed:`)
    for (const fault of report.faults) say(`  ${fault}`)
    return 1
  }
  progress.step(`${file} is whole: ${portfolio.document.title}, ${portfolio.document.candidate.name}`)
  say(`  Made by ${portfolio.centre.name}, key ${report.fingerprint}: compare it with the key that the centre tells you.`)
  for (const { role, name, localTime, isOfThisContent } of report.signatures)
    say(`  Signed as ${role} by ${name}, ${localTime}${isOfThisContent ? '' : ': over an earlier content'}`)
  if (!report.signatures.some(({ isOfThisContent }) => isOfThisContent)) say('  Nobody has signed this content yet.')
  return 0
}

/** `portfolio export CANDIDATE UNIT FILE`: the candidate by number, name or e-mail address, the unit by number. @throws SettingError */
export async function exportFile({ database, keys, dataFolder }: Installation, [who, unit, file]: Words, say: Say): Promise<number> {
  const found = await findRegistrations(database, who, unit)
  const [one, second] = found
  if (one === undefined)
    throw new SettingError(
      'CANDIDATE',
      `nobody “${who}” is registered on unit ${unit}.`,
      'Give a candidate’s number, name or e-mail address.',
    )
  if (second !== undefined)
    throw new SettingError(
      'CANDIDATE',
      `“${who}” is more than one candidate on unit ${unit}.`,
      'Give the candidate’s number or e-mail address.',
    )
  const { organisationId, registration } = one
  const portfolio = await database.lookInOrganisation(organisationId, (tx) => makeFile(tx, registration, keys))
  const files = createFileStore(join(dataFolder, 'files'))
  const sign = (id: Id, bytes: Uint8Array) => database.lookInOrganisation(id, (tx) => keys.sign(tx, bytes))
  // Written beside and renamed: a file of this name is a whole one.
  const beside = `${resolve(file)}.part`
  try {
    const zip = await zipOf(portfolio, { files, sign })
    await pipeline(zip.bytes(), createWriteStream(beside, { mode: 0o600 }))
    await rename(beside, resolve(file))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  say(
    `Portfolio: ${file}, ${portfolio.document.title}, ${registration.candidateName}, ${portfolio.files.length} files. ${portfolio.document.standing}`,
  )
  return 0
}

type Words = readonly [who: string, unit: string, file: string]

async function findRegistrations(database: Database, who: string, unit: string) {
  const found: { organisationId: Id; registration: Registration }[] = []
  for (const organisationId of await centres(database)) {
    const all = await database.lookInOrganisation(organisationId, async (tx) => {
      const people = await tx.db
        .selectFrom('people')
        .leftJoin('auth.users', 'auth.users.id', 'people.userId')
        .select(['people.id', 'people.name', 'auth.users.email'])
        .where('people.organisationId', '=', tx.organisationId)
        .execute()
      const meant = new Set(people.filter(({ name, email }) => name === who || email === who).map(({ id }) => id))
      return (await listRegistrations(tx)).filter(
        (one) => one.unitNumber === unit && (one.candidateNumber === who || meant.has(one.candidateId)),
      )
    })
    found.push(...all.map((registration) => ({ organisationId, registration })))
  }
  return found
}

async function centres(database: Database, name?: string): Promise<Id[]> {
  const all = await database.onShared((db) => db.selectFrom('organisations').select(['id', 'name', 'kind']).orderBy('createdAt').execute())
  return all.filter((one) => one.kind === 'centre' && (name === undefined || one.name === name)).map(({ id }) => id)
}

/** `portfolio import FILE [--centre NAME]`. Returns the exit code. @throws SettingError */
export async function importFile(
  { database, keys, dataFolder }: Installation,
  file: string,
  centre: string | undefined,
  say: Say,
): Promise<number> {
  const [organisationId, second] = await centres(database, centre)
  if (organisationId === undefined)
    throw new SettingError('--centre', 'there is no such centre here.', 'Give its name as it stands in the program.')
  if (second !== undefined)
    throw new SettingError('--centre', 'there is more than one centre here.', 'Say into which: --centre "Its name".')
  const files = createFileStore(join(dataFolder, 'files'))
  const dispatch = createDispatch(database, operations, { keys, files })
  const brought = await bringPortfolio({ dispatch, files }, { file: resolve(file), actor: porterIn(organisationId), candidateId: null })
  if ('faults' in brought) {
    say(`${file} was not taken in:`)
    for (const fault of brought.faults) say(`  ${fault}`)
    return 1
  }
  say(`Taken in as ${brought.portfolioId}, sealed by the key ${brought.fingerprint}.`)
  return 0
}
