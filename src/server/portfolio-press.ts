// Makes a unit's portfolio into a ZIP that is sealed by its centre, streaming: no file is ever in memory whole.
import * as z from 'zod'
import { SealedPortfolio } from '../centre/portfolios/contract.ts'
import { fromBase64url } from '../core/bytes.ts'
import { canonical, type Plain } from '../core/canonical.ts'
import type { Id } from '../core/ids.ts'
import type { FileStore } from './files.ts'
import { portfolioPaths } from './portfolio-check.ts'
import { portfolioPage } from './portfolio-page.ts'
import { type SealedEntry, sealedZip, sealedZipAgain, textEntry } from './sealed-zip.ts'
import type { StoredZip } from './stored-zip.ts'

/** The published shape of `portfolio.json`, as JSON Schema. */
export function portfolioSchema(): string {
  return `${JSON.stringify({ title: 'A unit of a portfolio (evident-portfolio-file-1)', ...z.toJSONSchema(SealedPortfolio) }, undefined, 2)}\n`
}

/** What writing needs. */
export interface Press {
  readonly files: FileStore
  /** The centre's Ed25519 signature over these bytes. */
  readonly sign: (organisationId: Id, bytes: Uint8Array) => Promise<Uint8Array>
}

/** Its bytes end in an error when a file of it is not there, or not what was kept: what was written until then is of no use. */
export async function zipOf(portfolio: SealedPortfolio, { files, sign }: Press): Promise<StoredZip> {
  const { id, name, publicKey } = portfolio.centre
  const texts = [
    textEntry(portfolioPaths.page, portfolioPage(portfolio.document)),
    textEntry(portfolioPaths.data, canonical(portfolio as unknown as Plain)),
    textEntry(portfolioPaths.schema, portfolioSchema()),
  ]
  const entries = portfolio.files.map((file) => keptEntry(id, file, files))
  const signer = { name, publicKey: fromBase64url(publicKey), sign: (bytes: Uint8Array) => sign(id, bytes) }
  return sealedZip(signer, [...texts, ...entries])
}

function keptEntry(organisationId: Id, { path, size, sha256 }: Omit<SealedEntry, 'read'>, files: FileStore): SealedEntry {
  return {
    path,
    size,
    sha256,
    read: async function* () {
      const kept = await files.open(organisationId, sha256)
      if (kept === undefined) throw new Error(`portfolio-press: ${path} is not in the folder of files any more`)
      yield* kept.read()
    },
  }
}

interface BroughtFile {
  readonly manifest: string
  readonly manifestSignature: string
  readonly entries: readonly { readonly path: string; readonly size: number; readonly fileHash: string }[]
}

/** A portfolio that was brought goes out as it came: the other centre's manifest, its signature, every entry byte for byte. */
export function zipOfBrought(organisationId: Id, { manifest, manifestSignature, entries }: BroughtFile, files: FileStore): StoredZip {
  const kept = entries.map(({ path, size, fileHash }) => keptEntry(organisationId, { path, size, sha256: fileHash }, files))
  return sealedZipAgain({ manifest, signature: manifestSignature }, kept)
}
