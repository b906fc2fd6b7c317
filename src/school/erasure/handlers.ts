// Erasing a learner: note it, take letters back, delete, and remove the files that nobody else's photo names.
import { eraseSources, retractLettersOn } from '../../common/letters/store.ts'
import { notFound } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import { accessChanged } from '../../server/accounts.ts'
import { answer, handle } from '../../server/operation.ts'
import { erasePseudonyms } from '../descriptors/store.ts'
import { listLearners } from '../learners/views.ts'
import { findFilesInUse } from '../photos/views.ts'
import { erasureList, learnerErase, learnerPreviewErasure } from './contract.ts'
import { canErase } from './policy.ts'
import { recordsIn } from './rules.ts'
import { asEraser, deleteRecords, holdLearner, insertErasure } from './store.ts'
import { countRecords, listErasures, listEventIds, listFileHashes } from './views.ts'

export const erasureHandlers = [
  answer(learnerPreviewErasure, {
    role: canErase,
    load: async (tx, input) => {
      const [learner] = await listLearners(tx, [input.learnerId])
      if (learner === undefined) throw notFound('learnerId')
      return learner
    },
    allow: canErase,
    sees: (input) => [input.learnerId],
    run: async (tx, { input, facts }) => ({ learner: { id: facts.id, name: facts.name }, counts: await countRecords(tx, input.learnerId) }),
  }),
  // Not `about` the learner: this event's content must outlive the erasure that it tells of.
  handle(learnerErase, {
    role: canErase,
    load: (tx, input) => holdLearner(tx, input.learnerId),
    allow: canErase,
    run: async (tx, { input, actor, services }) => {
      const { learnerId } = input
      const counts = await countRecords(tx, learnerId)
      const eventIds = await listEventIds(tx, learnerId)
      const hashes = await listFileHashes(tx, learnerId)
      await insertErasure(tx, { ...input, erasedBy: actor.personId, records: recordsIn(counts) })
      await retractLettersOn(tx, services.keys, { learnerId, writtenBy: actor.personId, on: dayOf(tx.now) })
      await asEraser(tx, async () => {
        await eraseSources(tx, learnerId)
        await erasePseudonyms(tx, learnerId)
        await deleteRecords(tx, learnerId, eventIds)
      })
      await accessChanged(tx)
      const inUse = await findFilesInUse(tx, hashes)
      for (const hash of hashes) if (!inUse.has(hash)) await services.files.remove(tx.organisationId, hash)
      return { counts }
    },
  }),
  answer(erasureList, {
    role: canErase,
    load: async () => undefined,
    allow: canErase,
    run: async (tx) => ({ erasures: await listErasures(tx) }),
  }),
]
