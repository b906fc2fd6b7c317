// Beginning and keeping uploads, finding their bytes for whoever may see them, putting files aside and purging them.
import { accept, notFound, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { mayReadPortfolios } from '../registrations/policy.ts'
import { openRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import { uploadBegin, uploadBegun, uploadFind, uploadKeep, uploadPurge, uploadQuarantine, uploadRelease } from './contract.ts'
import { canPutAside, canSeeFile, canUpload, isItsUploader, mayPutAside, mayUpload } from './policy.ts'
import { actRefusal, beginRefusal, contentRefusal, showingOf } from './rules.ts'
import { deleteCopies, insertAct, insertContent, insertUpload } from './store.ts'
import { getUpload, listCopies } from './views.ts'

const load = (tx: ReadTx, input: { uploadId: Id }) => getUpload(tx, input.uploadId)

export const uploadHandlers = [
  handle(uploadBegin, {
    role: mayUpload,
    load: (tx, input) => getRegistration(tx, input.registrationId),
    allow: canUpload,
    run: async (tx, { input, actor, facts: registration }) => {
      accept(openRefusal(registration, dayOf(tx.now)))
      accept(beginRefusal(input))
      const { id, registrationId, name, size } = input
      await insertUpload(tx, { id, registrationId, candidateId: registration.candidateId, name, size, begunBy: actor.personId })
      return {}
    },
  }),
  handle(uploadKeep, {
    role: mayUpload,
    load,
    allow: isItsUploader,
    run: async (tx, { input, facts, services }) => {
      if (facts.kept !== null) return facts.kept
      const { received } = services
      if (received === undefined) throw notFound('uploadId')
      if (received.size !== facts.size) accept(refused('file_incomplete', 'size'))
      accept(contentRefusal(facts.name, received.type))
      const type = received.type ?? ''
      await insertContent(tx, { uploadId: input.uploadId, type, hash: received.hash, shownHash: received.shownHash })
      const { kept } = await getUpload(tx, input.uploadId)
      if (kept === null) throw notFound('uploadId')
      return kept
    },
  }),
  answer(uploadBegun, {
    role: mayUpload,
    load,
    allow: isItsUploader,
    run: async (_tx, { facts: { name, size, kept } }) => ({ name, size, kept }),
  }),
  answer(uploadFind, {
    role: mayReadPortfolios,
    load,
    allow: (actor, facts) => canSeeFile(actor, facts),
    run: async (tx, { input, actor, facts }) => {
      const copies = await listCopies(tx, input.uploadId)
      // A picture's original may say where it was taken: it goes back to nobody but who brought it.
      const isPicture = showingOf(facts.kept?.type ?? '') === 'picture'
      const kind = isPicture && !(input.isOriginal && isItsUploader(actor, facts)) ? 'shown' : 'original'
      const fileHash = copies.find((copy) => copy.kind === kind)?.fileHash
      if (fileHash === undefined || facts.kept === null) throw notFound('uploadId')
      return { name: facts.name, type: kind === 'shown' ? 'image/webp' : facts.kept.type, fileHash }
    },
  }),
  handle(uploadQuarantine, {
    role: mayPutAside,
    load,
    allow: canPutAside,
    run: (tx, { input, actor, facts }) => put(tx, 'quarantined', { ...input, actedBy: actor.personId }, facts),
  }),
  handle(uploadRelease, {
    role: mayPutAside,
    load,
    allow: canPutAside,
    run: (tx, { input, actor, facts }) => put(tx, 'released', { ...input, actedBy: actor.personId }, facts),
  }),
  handle(uploadPurge, {
    role: mayPutAside,
    load,
    allow: canPutAside,
    run: async (tx, { input, actor, facts, services }) => {
      await put(tx, 'purged', { ...input, actedBy: actor.personId }, facts)
      for (const hash of await deleteCopies(tx, input.uploadId)) await services.files.remove(tx.organisationId, hash)
      return {}
    },
  }),
]

interface Act {
  readonly id: Id
  readonly uploadId: Id
  readonly reason: string
  readonly actedBy: Id
}

async function put(tx: Tx, act: 'quarantined' | 'released' | 'purged', said: Act, { kept }: Awaited<ReturnType<typeof load>>) {
  if (kept === null) throw notFound('uploadId')
  accept(actRefusal(act, kept.state, said.reason))
  await insertAct(tx, { ...said, act })
  return {}
}
