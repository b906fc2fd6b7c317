// What happens without a request, organisation by organisation: the post brings letters, events are sealed, and left uploads and photos are removed.
import { evidenceReceiveDescriptor, evidenceReceiveRetraction } from '../centre/arrivals/contract.ts'
import { deleteCopies, listOrphans } from '../centre/uploads/store.ts'
import { claimLetter, closeLetter, waitingLetters } from '../common/letters/store.ts'
import { isCentreHere } from '../common/letters/views.ts'
import { postIn } from '../core/actor.ts'
import { toBase64url } from '../core/bytes.ts'
import { OperationError } from '../core/errors.ts'
import type { Id } from '../core/ids.ts'
import { deleteLeftPhotos } from '../school/photos/store.ts'
import type { Database, Tx } from './database.ts'
import type { Dispatch } from './dispatch.ts'
import type { FileStore } from './files.ts'
import type { Keyring } from './keys.ts'
import { sealNext } from './seal.ts'
import { removeLeftUploads } from './uploads.ts'

export interface JobParts {
  readonly database: Database
  readonly dispatch: Dispatch
  readonly keys: Keyring
  /** Where files lie: left out, none is removed. */
  readonly files?: FileStore
  /** Where uploads lie until they are whole. */
  readonly uploadsFolder?: string
  /** Told of a fault that is no refusal: a bug, or a database that is gone. The next round tries again. */
  readonly failed: (organisationId: Id, error: unknown) => void
}

export interface Jobs {
  /** Ends the loop; resolves when the round under way has ended. */
  stop(): Promise<void>
}

const lettersAtOnce = 100

/** One round over all organisations: every letter that waits, then seals over what happened, and files that nobody wants any more. */
export async function runJobs(parts: JobParts, { seal = true, sweep = true } = {}): Promise<void> {
  const organisations = await parts.database.onShared((db) =>
    db.selectFrom('organisations').select(['id', 'kind']).orderBy('createdAt').execute(),
  )
  for (const { id, kind } of organisations) {
    try {
      if (kind === 'school') await deliverLetters(parts, id)
      if (seal) await sealAll(parts, id)
      if (seal && kind === 'centre' && parts.files !== undefined) await removeOrphans(parts.database, parts.files, id)
      if (sweep && kind === 'school' && parts.files !== undefined) await removeLeftPhotos(parts.database, parts.files, id)
    } catch (error) {
      parts.failed(id, error)
    }
  }
  if (seal && parts.uploadsFolder !== undefined) await removeLeftUploads(parts.uploadsFolder, new Date())
}

/** Runs rounds until stopped: letters every few seconds, seals with every twelfth round, left photos once an hour. */
export function startJobs(parts: JobParts, every = 5000): Jobs {
  let stopped = false
  let round = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = Promise.resolve()
  const next = () => {
    timer = setTimeout(() => {
      const [seal, sweep] = [round % 12 === 0, round % 720 === 0]
      round += 1
      running = runJobs(parts, { seal, sweep })
        .catch((error: unknown) => parts.failed('', error))
        .then(() => (stopped ? undefined : next()))
    }, every)
  }
  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Files that came in whole and that no item named within two weeks: the form was closed for good. */
async function removeOrphans(database: Database, files: FileStore, organisationId: Id): Promise<void> {
  await database.inOrganisation(organisationId, async (tx) => {
    for (const uploadId of await listOrphans(tx, new Date(tx.now.getTime() - 14 * 86_400_000)))
      for (const hash of await deleteCopies(tx, uploadId)) await files.remove(organisationId, hash)
  })
}

/** A photo may wait for its observation on a device that was away over a summer, or for somebody who mends what was refused: a term, and then it goes. */
async function removeLeftPhotos(database: Database, files: FileStore, organisationId: Id): Promise<void> {
  await database.inOrganisation(organisationId, async (tx) => {
    for (const hash of await deleteLeftPhotos(tx, new Date(tx.now.getTime() - 100 * 86_400_000))) await files.remove(organisationId, hash)
  })
}

async function sealAll({ database, keys }: JobParts, organisationId: Id): Promise<void> {
  let sealed = 1
  while (sealed > 0) sealed = await database.inOrganisation(organisationId, (tx) => sealNext(tx, keys))
}

/** Each letter in a transaction of its own that holds its row: two processes never bring one letter at a time, and a refused one holds up no other. */
async function deliverLetters(parts: JobParts, organisationId: Id): Promise<void> {
  const ids = await parts.database.inOrganisation(organisationId, (tx) => waitingLetters(tx, lettersAtOnce))
  for (const id of ids) await parts.database.inOrganisation(organisationId, (tx) => deliver(parts, tx, id))
}

/**
 * Dispatches the letter to its centre under the letter's own id, so that a letter brought twice arrives once: when the process
 * dies between the centre's commit and this one, the next round meets the stored output.
 */
async function deliver({ dispatch, keys }: JobParts, tx: Tx, id: Id): Promise<void> {
  const letter = await claimLetter(tx, id)
  if (letter === undefined) return
  const centre = letter.addresseeOrganisationId
  if (!(await isCentreHere(tx, centre))) return closeLetter(tx, id, 'centre_gone')
  const { name, version } = letter.kind === 'descriptor' ? evidenceReceiveDescriptor : evidenceReceiveRetraction
  const input = { body: letter.body, signature: toBase64url(letter.signature), publicKey: toBase64url(await keys.publicKey(tx, 'signing')) }
  try {
    await dispatch.command(postIn(centre), name, { id, version, input })
  } catch (error) {
    if (!(error instanceof OperationError)) throw error
    return closeLetter(tx, id, error.refusal.reason ?? error.refusal.code)
  }
  return closeLetter(tx, id)
}
