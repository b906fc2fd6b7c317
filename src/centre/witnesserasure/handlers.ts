// Erasing a witness's name: shut the links first, so that nothing is signed meanwhile; look what rests on it; then erase.
import { accept } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { accessChanged } from '../../server/accounts.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { listRegistrations } from '../registrations/views.ts'
import { endWitness } from '../witnesses/store.ts'
import { getWitness } from '../witnesses/views.ts'
import { witnessErase, witnessPreviewErasure } from './contract.ts'
import { canEraseWitness, isRestoring, mayEraseWitness } from './policy.ts'
import { eraseRefusal, openUnits } from './rules.ts'
import { emptyWords, insertErasure } from './store.ts'
import { countMentions, listEventIds, listRestingIds } from './views.ts'

async function loadWitness(tx: ReadTx, { witnessId }: { witnessId: Id }) {
  const witness = await getWitness(tx, witnessId)
  return { witness, parties: await listRegistrations(tx, { candidateId: witness.candidateId }) }
}

type Loaded = Awaited<ReturnType<typeof loadWitness>>

/** The candidate's units that wait for their claim and rest on a statement of the witness. */
async function openUnitsOf(tx: ReadTx, { witness, parties }: Loaded) {
  const resting = await listRestingIds(tx, witness.id)
  return openUnits(
    parties.filter(({ id }) => resting.has(id)),
    dayOf(tx.now),
  )
}

const erasing = { role: mayEraseWitness, load: loadWitness, allow: canEraseWitness }

export const witnessErasureHandlers = [
  answer(witnessPreviewErasure, {
    ...erasing,
    run: async (tx, { facts }) => {
      const { id, name, candidateName } = facts.witness
      const open = await openUnitsOf(tx, facts)
      return {
        name,
        candidateName,
        ...(await countMentions(tx, id)),
        events: (await listEventIds(tx, id)).length,
        openUnits: open.map(({ id: registrationId, unitNumber, unitTitle }) => ({ registrationId, unitNumber, unitTitle })),
      }
    },
  }),
  handle(witnessErase, {
    ...erasing,
    run: async (tx, { input, actor, facts }) => {
      const { id, witnessId, reason } = input
      await endWitness(tx, { id, witnessId, reason: '', endedBy: actor.personId })
      const open = isRestoring(actor) ? [] : await openUnitsOf(tx, facts)
      accept(eraseRefusal({ erased: facts.witness.erased, open }))
      const eventIds = await listEventIds(tx, witnessId)
      await insertErasure(tx, { id, witnessId, reason, erasedBy: actor.personId })
      await emptyWords(tx, witnessId, eventIds)
      await accessChanged(tx)
      return {}
    },
  }),
]
