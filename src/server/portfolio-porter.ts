// Brings a portfolio's file in: checked from its first byte to its last, its entries kept, its register written by a command. All of it or nothing.
import { createHash } from 'node:crypto'
import type { Actor } from '../core/actor.ts'
import { canonical, type Plain } from '../core/canonical.ts'
import { type Id, newId } from '../core/ids.ts'
import type { Dispatch } from './dispatch.ts'
import type { FileStore } from './files.ts'
import { checkOpened } from './portfolio-check.ts'
import { openSealedZip, type SealedZip } from './sealed-zip.ts'

interface PorterParts {
  readonly dispatch: Dispatch
  readonly files: FileStore
}

interface Bringing {
  readonly file: string
  /** For whom it is brought: an administrator whom the porter acts for, or the porter at the terminal. */
  readonly actor: Actor
  /** The person of this centre whose portfolio it is, when she has one here. */
  readonly candidateId: Id | null
}

/** Why a file was not taken in, or under which id it is here; the same file again has the same id. */
export type Brought = { readonly faults: readonly string[] } | { readonly portfolioId: Id; readonly fingerprint: string }

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

export async function bringPortfolio(parts: PorterParts, { file, actor, candidateId }: Bringing): Promise<Brought> {
  const zip = await openSealedZip(file)
  try {
    const { faults, portfolio, fingerprint = '' } = await checkOpened(zip)
    const { manifest } = zip
    if (faults.length > 0 || portfolio === undefined || manifest === undefined) return { faults }
    const manifestText = await zip.text('manifest.json')
    const { document, centre } = portfolio
    const input = {
      id: newId(),
      manifest: manifestText,
      manifestSignature: await zip.text('manifest.signature'),
      manifestHash: sha256(manifestText),
      originRegistrationId: portfolio.registrationId,
      centreName: centre.name,
      centreKey: centre.publicKey,
      candidateName: document.candidate.name,
      candidateNumber: document.candidate.number,
      unitNumber: document.unit.number,
      unitTitle: document.unit.title,
      contentHash: sha256(canonical(portfolio.content as Plain)),
      candidateId,
      entries: await keepEntries(zip, manifest.entries, (bytes) => parts.files.keepStream(actor.organisationId, bytes)),
    }
    const { portfolioId } = (await parts.dispatch.command(actor, 'portfolio.bring', { id: newId(), version: 1, input })) as {
      portfolioId: Id
    }
    return { portfolioId, fingerprint }
  } finally {
    await zip.close()
  }
}

async function keepEntries(
  zip: SealedZip,
  entries: readonly { path: string; size: number; sha256: string }[],
  keep: (bytes: ReadableStream<Uint8Array>) => Promise<{ hash: string }>,
) {
  const kept = []
  for (const { path, size, sha256: expected } of entries) {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const [{ hash }] = await Promise.all([keep(readable), zip.copy(path, writable)])
    if (hash !== expected) throw new Error(`portfolio-porter: ${path} changed while it was read`)
    kept.push({ path, size, fileHash: hash })
  }
  return kept
}
