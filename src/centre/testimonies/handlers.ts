// Asking for a statement, tending the request, confirming; and what a witness does by a link: open, sign, take back.
import { organisationName } from '../../common/letters/views.ts'
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf, moment } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import type { EvidenceRecord } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { claimLeaves, insertItem } from '../evidence/store.ts'
import { getEvidence } from '../evidence/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { endedRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import { getPack } from '../standards/views.ts'
import { linkRefusal, openingRefusal } from '../witnesses/rules.ts'
import * as links from '../witnesses/store.ts'
import { getWitness } from '../witnesses/views.ts'
import * as contract from './contract.ts'
import * as policy from './policy.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { getRequest, listTestimonies, listUnitsOf } from './views.ts'

/** The units of these ids, each once, one after the other. @throws OperationError not_found */
async function loadUnits(tx: ReadTx, ids: Iterable<Id>): Promise<Registration[]> {
  const units: Registration[] = []
  for (const id of new Set(ids)) units.push(await getRegistration(tx, id))
  return units
}

async function loadRequest(tx: ReadTx, { requestId }: { requestId: Id }) {
  const request = await getRequest(tx, requestId)
  return { request, units: await loadUnits(tx, (await listUnitsOf(tx, requestId)).keys()) }
}

/** As the rules of a request see it. */
const stateOf = ({ cancelledAt, testimonyId }: Awaited<ReturnType<typeof getRequest>>) => ({
  cancelled: cancelledAt,
  testimony: testimonyId,
})

const tending = { role: policy.mayAskForTestimony, load: loadRequest, allow: policy.canTendTestimony }

async function shutLinksOf(tx: Tx, requestId: Id): Promise<void> {
  for (const linkId of await store.listLinkIds(tx, requestId)) await links.shutLink(tx, linkId)
}

interface LinkWish {
  readonly linkId: Id
  readonly tokenHash: string
  readonly codeHash: string
}

async function linkFor(tx: Tx, { linkId, tokenHash, codeHash }: LinkWish, request: { id: Id; witnessId: Id; madeBy: Id }) {
  const { witnessId, madeBy } = request
  const expiresAt = await links.insertLink(tx, { id: linkId, purpose: 'testimony', witnessId, tokenHash, codeHash, madeBy })
  await store.insertRequestLink(tx, { linkId, requestId: request.id })
  return { expiresAt: moment(expiresAt) }
}

const askingHandlers = [
  handle(contract.testimonyRequest, {
    role: policy.mayAskForTestimony,
    load: async (tx, { witnessId, leaves }) => ({
      witness: await getWitness(tx, witnessId),
      units: await loadUnits(
        tx,
        leaves.map(({ registrationId }) => registrationId),
      ),
    }),
    allow: policy.canAskForTestimony,
    keep: ({ id, witnessId, activity, leaves, linkId }) => ({ id, witnessId, activity, leaves, linkId }),
    run: async (tx, { input, actor, facts: { witness, units } }) => {
      accept(linkRefusal(witness))
      // Whoever was asked in time may sign later.
      for (const unit of units) accept(endedRefusal(unit, dayOf(tx.now)))
      const packs = await Promise.all(units.map(({ packCode, packVersion }) => getPack(tx, packCode, packVersion)))
      const { candidateId } = witness
      const known = units.map((unit, at) => ({ ...unit, leaves: (packs[at]?.leaves ?? []).map(({ code }) => code) }))
      accept(rules.requestRefusal(input.leaves, { candidateId, isEntrySigned: witness.signature !== null, units: known }))
      const { id, witnessId, activity, leaves, ...link } = input
      await store.insertRequest(tx, { id, witnessId, candidateId, activity, askedBy: actor.personId }, leaves)
      return linkFor(tx, link, { id, witnessId, madeBy: actor.personId })
    },
  }),
  handle(contract.testimonyRenewLink, {
    ...tending,
    keep: ({ requestId, linkId }) => ({ requestId, linkId }),
    run: async (tx, { input: { requestId, ...link }, actor, facts: { request } }) => {
      accept(rules.renewRefusal(stateOf(request)))
      accept(linkRefusal(await getWitness(tx, request.witnessId)))
      await shutLinksOf(tx, requestId)
      return linkFor(tx, link, { id: requestId, witnessId: request.witnessId, madeBy: actor.personId })
    },
  }),
  handle(contract.testimonyCancel, {
    ...tending,
    run: async (tx, { input, actor, facts: { request } }) => {
      accept(rules.cancelRefusal(stateOf(request)))
      await store.insertCancellation(tx, { ...input, cancelledBy: actor.personId })
      await shutLinksOf(tx, input.requestId)
      return {}
    },
  }),
  handle(contract.testimonyConfirm, {
    ...tending,
    run: async (tx, { input: { requestId: _, ...said }, actor, facts: { request } }) => {
      const signedOn = request.signedAt === null ? undefined : dayOf(request.signedAt)
      accept(rules.confirmRefusal(said.confirmedOn, { signedOn, today: dayOf(tx.now) }))
      const testimonyId = request.testimonyId ?? ''
      await store.insertConfirmation(tx, { ...said, testimonyId, confirmedBy: actor.personId })
      return {}
    },
  }),
  answer(contract.testimonyForUnit, {
    load: (tx, { registrationId }) => getRegistration(tx, registrationId),
    allow: policy.canSeeTestimonies,
    run: (tx, { facts }) => listTestimonies(tx, facts),
  }),
]

type Secret = { readonly token: string; readonly code: string }

/** Anybody may hold a link; what it opens is decided by the link and its code. */
const byLink = {
  load: (tx: Tx, { token }: Secret): Promise<links.WitnessLink | undefined> => links.findLink(tx, 'testimony', token),
  allow: () => true,
}

/** The request behind a link whose code is right, or that the code was wrong. @throws OperationError refused: link_used_or_old */
async function enter(tx: Tx, link: links.WitnessLink | undefined, secret: Secret) {
  accept(openingRefusal(link, tx.now, false))
  if (link === undefined) throw notFound('token')
  const triesLeft = await links.tryCode(tx, link, secret)
  if (triesLeft !== undefined) return { isIn: false as const, answer: { state: 'wrong_code' as const, triesLeft } }
  const request = await getRequest(tx, await store.requestOfLink(tx, link.id))
  return { isIn: true as const, link, request, witness: await getWitness(tx, link.witnessId) }
}

const linkHandlers = [
  handle(contract.testimonyOpen, {
    ...byLink,
    keep: () => ({}),
    run: async (tx, { input, facts, services }) => {
      const entered = await enter(tx, facts, input)
      if (!entered.isIn) return entered.answer
      const { request, witness } = entered
      await links.noteLinkUse(tx, services, witness)
      const { name, position, candidateName } = witness
      const { activity } = request
      const centreName = await organisationName(tx)
      return { state: 'open' as const, centreName, candidateName, activity, name, position, signed: await signedOf(tx, request) }
    },
  }),
  handle(contract.testimonySign, {
    ...byLink,
    keep: ({ id, evidenceId }) => ({ id, evidenceId }),
    run: async (tx, { input, facts, services }) => {
      const entered = await enter(tx, facts, input)
      if (!entered.isIn) return entered.answer
      const { link, request, witness } = entered
      const leaves = await listUnitsOf(tx, request.id)
      const units = await loadUnits(tx, leaves.keys())
      const open = units.filter(({ claimedAt }) => claimedAt === null)
      const isSigned = request.testimonyId !== null
      accept(rules.signRefusal(input, { today: dayOf(tx.now), isSigned, isEveryUnitClaimed: open.length === 0 }))
      const { id, evidenceId, signedName, signedPosition, token: _, code: __, ...said } = input
      const record = recordOf(said, { witness, signedName, signedPosition, signedAt: moment(tx.now) })
      const item = { id: evidenceId, candidateId: request.candidateId, title: request.activity.slice(0, 160), occurredOn: said.occurredOn }
      await insertItem(tx, { ...item, record, addedBy: witness.id })
      for (const unit of open) {
        const claim = { registrationId: unit.id, evidenceId, claimedBy: witness.id }
        await claimLeaves(tx, claim, leaves.get(unit.id) ?? [])
      }
      const testimony = { id, requestId: request.id, evidenceId, linkId: link.id, signedName, signedPosition }
      const contentHash = await store.insertTestimony(tx, testimony, said)
      await links.spendLink(tx, link.id)
      await links.noteLinkUse(tx, services, witness)
      return { state: 'signed' as const, signedAt: moment(tx.now), contentHash }
    },
  }),
  handle(contract.testimonyWithdraw, {
    ...byLink,
    keep: ({ id, reason }) => ({ id, reason }),
    run: async (tx, { input, facts }) => {
      const entered = await enter(tx, facts, input)
      if (!entered.isIn) return entered.answer
      const { link, request } = entered
      const { testimonyId, withdrawnAt } = request
      accept(rules.withdrawRefusal(testimonyId === null ? null : { withdrawn: withdrawnAt }))
      await store.insertWithdrawal(tx, { id: input.id, testimonyId: testimonyId ?? '', linkId: link.id, reason: input.reason })
      return { state: 'withdrawn' as const }
    },
  }),
]

interface Signer {
  readonly witness: { readonly id: Id; readonly relationship: string; readonly category: string }
  readonly signedName: string
  readonly signedPosition: string
  readonly signedAt: string
}

function recordOf({ occurredOn: _, did, ...said }: contract.Statement, signer: Signer): EvidenceRecord {
  const { witness, signedName, signedPosition, signedAt } = signer
  const who = { witnessId: witness.id, witnessName: signedName, relationship: witness.relationship, category: witness.category }
  return { ...emptyRecord('WT'), method: 'WT', ...who, position: signedPosition, ...said, statement: did, signedAt }
}

/** What was signed, for the witness to read again. */
async function signedOf(
  tx: ReadTx,
  { evidenceId, candidateId, signedName, signedAt, withdrawnAt }: Awaited<ReturnType<typeof getRequest>>,
) {
  if (evidenceId === null || signedAt === null) return null
  const { record, occurredOn } = await getEvidence(tx, { id: evidenceId, candidateId }, evidenceId)
  if (record.method !== 'WT') return null
  const { statement: did, startTime = '', endTime = '', place = '', setting = '', spoke = '' } = record
  const when = { occurredOn, startTime, endTime }
  return {
    ...when,
    place,
    setting,
    did,
    spoke,
    signedName: signedName ?? '',
    signedAt: moment(signedAt),
    isWithdrawn: withdrawnAt !== null,
  }
}

export const testimonyHandlers = [...askingHandlers, ...linkHandlers]
