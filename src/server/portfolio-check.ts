// Whether a portfolio's file is what its centre made and its signers signed: said without a database and without a network.
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { SealedPortfolio } from '../centre/portfolios/contract.ts'
import { SignatureBody } from '../centre/signoff/contract.ts'
import { fromBase64url, utf8 } from '../core/bytes.ts'
import { canonical, type Plain } from '../core/canonical.ts'
import { fingerprintOf, isSignedBy } from './keys.ts'
import { openSealedZip, type SealedZip } from './sealed-zip.ts'

/** Names of the entries that are not files of evidence. */
export const portfolioPaths = { page: 'index.html', data: 'portfolio.json', schema: 'portfolio.schema.json' } as const

/** What a check found. The portfolio is there when there is no fault. */
export interface PortfolioReport {
  /** In words, each with the place where it is wrong. */
  readonly faults: readonly string[]
  readonly portfolio: SealedPortfolio | undefined
  /** Every signature in the order in which they were made, and whether it was made over the content that the file holds. */
  readonly signatures: readonly (SignatureBody & { readonly isOfThisContent: boolean })[]
  /** The public key of the centre, for comparing by eye with one that the centre told otherwise. */
  readonly fingerprint: string | undefined
}

const faultWords = {
  not_a_zip: () => 'This is no ZIP, or it is broken.',
  no_manifest: () => 'There is no manifest: this is no portfolio of Evident.',
  manifest_unreadable: () => 'manifest.json can’t be read.',
  manifest_not_signed: () => 'manifest.json is not signed by the key that it names: it was changed.',
  missing: (path: string) => `${path} is missing.`,
  added: (path: string) => `${path} was added: the manifest does not know it.`,
  changed: (path: string) => `${path} was changed or exchanged.`,
  twice: (path: string) => `${path} is there twice.`,
} as const

/** Checks a file from its first byte to its last. */
export async function checkPortfolio(file: string, onRead?: (done: number, total: number) => void): Promise<PortfolioReport> {
  const zip = await openSealedZip(file, onRead)
  try {
    return await checkOpened(zip)
  } finally {
    await zip.close()
  }
}

/** The same of a ZIP that is open. */
export async function checkOpened(zip: SealedZip): Promise<PortfolioReport> {
  const { manifest } = zip
  const fingerprint = manifest === undefined ? undefined : fingerprintOf(fromBase64url(manifest.by.publicKey))
  const sealFaults = zip.faults.map(({ what, path = '' }) => faultWords[what](path))
  if (sealFaults.length > 0 || manifest === undefined) return { faults: sealFaults, portfolio: undefined, signatures: [], fingerprint }
  const portfolio = await readPortfolio(zip)
  if (portfolio === undefined)
    return { faults: [`${portfolioPaths.data} is not of a form that this version reads.`], portfolio, signatures: [], fingerprint }
  const { signatures, faults } = checkSignatures(portfolio)
  const all = [
    ...(portfolio.centre.publicKey === manifest.by.publicKey ? [] : ['The file is sealed by another key than the centre’s.']),
    ...missingFiles(portfolio, manifest.entries),
    ...faults,
    ...saidFaults(portfolio, signatures),
  ]
  return { faults: all, portfolio, signatures, fingerprint }
}

async function readPortfolio(zip: SealedZip): Promise<SealedPortfolio | undefined> {
  try {
    return SealedPortfolio.parse(JSON.parse(await zip.text(portfolioPaths.data)))
  } catch {
    return undefined
  }
}

function missingFiles({ files }: SealedPortfolio, entries: readonly { path: string; size: number; sha256: string }[]): string[] {
  const known = new Set(entries.map(({ path, size, sha256 }) => `${path} ${size} ${sha256}`))
  return files
    .filter(({ path, size, sha256 }) => !known.has(`${path} ${size} ${sha256}`))
    .map(({ path }) => `${path} is not the file that the portfolio names.`)
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function checkSignatures(portfolio: SealedPortfolio): { signatures: PortfolioReport['signatures']; faults: string[] } {
  const contentHash = sha256(canonical(portfolio.content as Plain))
  const key = fromBase64url(portfolio.centre.publicKey)
  const faults: string[] = []
  const signatures: PortfolioReport['signatures'][number][] = []
  let previous: string | null = null
  for (const [at, { body, signature }] of portfolio.signatures.entries()) {
    const read = z.safeParse(SignatureBody, parsed(body))
    const fault = read.success ? bodyFault(read.data, { portfolio, previous, isSigned: isSigned(key, body, signature) }) : 'can’t be read'
    if (fault !== undefined) faults.push(`Signature ${at + 1} ${fault}.`)
    if (read.success) signatures.push({ ...read.data, isOfThisContent: read.data.contentHash === contentHash })
    previous = sha256(body)
  }
  return { signatures, faults }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isSigned(key: Uint8Array, body: string, signature: string): boolean {
  try {
    return isSignedBy(key, utf8(body), fromBase64url(signature))
  } catch {
    return false
  }
}

interface BodyFacts {
  readonly portfolio: SealedPortfolio
  readonly previous: string | null
  readonly isSigned: boolean
}

function bodyFault(body: SignatureBody, { portfolio, previous, isSigned: signed }: BodyFacts): string | undefined {
  if (!signed) return `(${body.role}) does not bear the centre’s key: it was changed`
  if (body.registrationId !== portfolio.registrationId) return `(${body.role}) belongs to another unit or candidate`
  return body.previousInUnit === previous ? undefined : `(${body.role}) does not follow on the one before it: one is missing or was put in`
}

/** The document may say *signed* only where a signature over this content is there. */
function saidFaults({ document }: SealedPortfolio, signatures: PortfolioReport['signatures']): string[] {
  return document.signOff.signatures
    .filter(
      ({ hash, name }) => hash !== null && !signatures.some((one) => one.contentHash === hash && one.isOfThisContent && one.name === name),
    )
    .map(({ role }) => `The page says that ${role} signed, and there is no such signature over what the file holds.`)
}
