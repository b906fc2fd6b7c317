// Adding evidence by hand, saying it anew, taking it back at once, and seeing records in place.
import type { Actor } from '../../core/actor.ts'
import type { Parsed } from '../../core/contract.ts'
import { accept, notFound, OperationError, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { isAgreedBefore } from '../discussions/rules.ts'
import { getAgenda } from '../discussions/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { canReadPortfolio, isItsAssessor, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal, endedRefusal, openRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import { getPack } from '../standards/views.ts'
import type { PortfolioFile } from '../uploads/contract.ts'
import { listFiles } from '../uploads/views.ts'
import {
  type EvidenceRecord,
  evidenceAdd,
  evidenceChange,
  evidenceSeenInPlace,
  evidenceVersions,
  evidenceWithdraw,
  evidenceWithdrawn,
} from './contract.ts'
import { canAdd, canChange, canSayWhereSeen, mayAdd, maySee } from './policy.ts'
import {
  beginningRefusal,
  changeRefusal,
  discussionRecord,
  hasOwnPlace,
  itemRefusal,
  keepAgreement,
  sightingRefusal,
  withdrawalRefusal,
} from './rules.ts'
import { addVersion, claimLeaves, contentHashOf, insertItem, insertSighting, insertWithdrawal, lockItem } from './store.ts'
import { getEvidence, isInClaimedUnit, listVersions, listWithdrawn } from './views.ts'

export const evidenceHandlers = [
  handle(evidenceAdd, {
    role: mayAdd,
    load: (tx, input) => getRegistration(tx, input.registrationId),
    allow: canAdd,
    run: async (tx, { input, actor, facts: registration }) => {
      const { id, title, occurredOn, isOwnWork } = input
      const { candidateId } = registration
      const said = { party: partyOf(actor, registration), today: dayOf(tx.now) }
      const units = await unitsOf(tx, actor, registration, input)
      accept(beginningRefusal(input.record, tx.now))
      for (const { unit, leaves } of units) {
        accept(openRefusal(unit, said.today))
        accept(itemRefusal({ ...input, leaves }, { ...said, pack: await getPack(tx, unit.packCode, unit.packVersion) }))
      }
      const record = await recordAsHeld(tx, input)
      const files = await filesFor(tx, input.fileIds, { candidateId, before: [] })
      const reference = await insertItem(tx, { id, candidateId, title, occurredOn, record, isOwnWork, files, addedBy: actor.personId })
      for (const { unit, leaves } of units)
        await claimLeaves(tx, { registrationId: unit.id, evidenceId: id, claimedBy: actor.personId }, leaves)
      return { reference, method: record.method }
    },
  }),
  handle(evidenceChange, {
    role: mayAdd,
    load: loadItem,
    allow: (actor, facts) => canChange(actor, facts, facts.item.addedById),
    run: async (tx, { input, actor, facts }) => {
      const { item, ...registration } = facts
      const { title, occurredOn, isOwnWork } = input
      const { method, descriptor, contentHash } = item
      const isFromItsPlace = hasOwnPlace(item.record)
      await lockItem(tx, { candidateId: registration.candidateId, method })
      accept(endedRefusal(registration, dayOf(tx.now)))
      await acceptOpen(tx, registration, item.id)
      accept(beginningRefusal(input.record, tx.now))
      const record = keepAgreement(input.record, item.record)
      const files = await filesFor(tx, input.fileIds, { candidateId: registration.candidateId, before: item.files })
      const isSame = contentHashOf({ title, occurredOn, record, files }) === contentHash
      const change = { record, occurredOn, isOwnWork }
      const said = { party: partyOf(actor, registration), today: dayOf(tx.now) }
      accept(changeRefusal(change, { method, isLetter: descriptor !== null, isSame, hasOwnPlace: isFromItsPlace }, said))
      return { version: await addVersion(tx, item.id, { title, ...change, files, writtenBy: actor.personId }) }
    },
  }),
  handle(evidenceWithdraw, {
    role: mayAdd,
    load: loadItem,
    allow: (actor, facts) => canChange(actor, facts, facts.item.addedById),
    run: async (tx, { actor, facts: { item, ...registration } }) => {
      await acceptOpen(tx, registration, item.id)
      accept(withdrawalRefusal({ addedAt: item.addedAt, isLetter: item.descriptor !== null, record: item.record }, tx.now))
      await insertWithdrawal(tx, item.id, actor.personId)
      return {}
    },
  }),
  answer(evidenceWithdrawn, {
    role: mayReadPortfolios,
    load: (tx, input) => getRegistration(tx, input.registrationId),
    allow: canReadPortfolio,
    run: (tx, { facts }) => listWithdrawn(tx, facts.candidateId),
  }),
  answer(evidenceVersions, {
    load: loadItem,
    role: mayReadPortfolios,
    allow: canReadPortfolio,
    run: (tx, { facts }) => listVersions(tx, facts.candidateId, facts.item.id),
  }),
  handle(evidenceSeenInPlace, {
    role: maySee,
    load: loadItem,
    allow: canSayWhereSeen,
    run: async (tx, { input, actor, facts: { item, ...registration } }) => {
      accept(claimedRefusal(registration))
      const { method, occurredOn, descriptor } = item
      accept(sightingRefusal(input, { method, occurredOn, retractedOn: descriptor?.retractedOn ?? null }, dayOf(tx.now)))
      // The rule has refused a missing day.
      await insertSighting(tx, {
        id: input.id,
        evidenceId: item.id,
        seenWhere: input.where,
        seenOn: input.seenOn ?? item.occurredOn,
        seenBy: actor.personId,
        seenAs: isItsAssessor(actor, registration) ? 'assessor' : 'iqa',
        permittedBy: input.permittedBy,
      })
      return {}
    },
  }),
]

async function loadItem(tx: ReadTx, input: { registrationId: Id; evidenceId: Id }) {
  const registration = await getRegistration(tx, input.registrationId)
  return { ...registration, item: await getEvidence(tx, registration, input.evidenceId) }
}

function partyOf(actor: Actor, { candidateId }: Registration): 'candidate' | 'assessor' {
  return actor.personId === candidateId ? 'candidate' : 'assessor'
}

interface Wish {
  readonly leaves: readonly string[]
  readonly alsoFor?: readonly { readonly registrationId: Id; readonly leaves: readonly string[] }[] | undefined
}

/** The unit that it is added in, and the candidate's other ones that it shows something of (R11). @throws OperationError not_found */
async function unitsOf(tx: ReadTx, actor: Actor, registration: Registration, { leaves, alsoFor = [] }: Wish) {
  const others = []
  for (const also of alsoFor) {
    const other = await getRegistration(tx, also.registrationId)
    if (other.candidateId !== registration.candidateId || !canAdd(actor, other)) throw notFound('alsoFor')
    others.push({ unit: other, leaves: also.leaves })
  }
  return [{ unit: registration, leaves }, ...others]
}

/** R8: a discussion is one only with the agenda that both had agreed before. What the sender says of an agreement counts for nothing. */
async function recordAsHeld(tx: ReadTx, input: Parsed<typeof evidenceAdd.input>): Promise<EvidenceRecord> {
  const { record, registrationId, agendaId, occurredOn } = input
  if (record.method !== 'PD') return record
  const agenda = agendaId === undefined ? undefined : await getAgenda(tx, registrationId, agendaId)
  const isAgreed = agenda !== undefined && isAgreedBefore(agenda, { occurredOn, startedAt: record.startedAt })
  if (!isAgreed || agenda.agreedAt === null) return discussionRecord(record, undefined)
  const points = agenda.points.map(({ registrationId: _, ...point }) => point)
  return discussionRecord(record, { points, agreedAt: agenda.agreedAt })
}

/** Files of the candidate that came in whole, in the order that was said; those of the version before when nothing is said. @throws OperationError not_found */
async function filesFor(
  tx: ReadTx,
  fileIds: readonly Id[] | undefined,
  of: { candidateId: Id; before: readonly PortfolioFile[] },
): Promise<readonly PortfolioFile[]> {
  const wanted = fileIds ?? of.before.map(({ id }) => id)
  if (wanted.length === 0) return []
  const all = await listFiles(tx, { candidateIds: [of.candidateId] })
  return wanted.map((fileId) => {
    const file = all.find(({ id }) => id === fileId)
    if (file === undefined) throw notFound('fileIds')
    if (file.state !== 'kept' && !of.before.some(({ id }) => id === fileId)) throw new OperationError(refused('file_put_aside', 'fileIds'))
    return file
  })
}

/** Refused as `unit_claimed` when any unit that claims the item has its certificate claimed. */
async function acceptOpen(tx: ReadTx, registration: Registration, evidenceId: Id): Promise<void> {
  accept(claimedRefusal(registration))
  if (await isInClaimedUnit(tx, evidenceId)) accept(refused('unit_claimed', 'evidenceId'))
}
