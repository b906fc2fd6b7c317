// Keeping what was seen, writing it up, commenting, signing, and what comes of it.
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { claimLeaves, insertItem } from '../evidence/store.ts'
import { partIn } from '../plans/policy.ts'
import { waitsForPart } from '../plans/rules.ts'
import { findPlan, listPlansOfAll } from '../plans/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { claimedRefusal, openRefusal } from '../registrations/rules.ts'
import { getRegistration, listRegistrations } from '../registrations/views.ts'
import { getPack } from '../standards/views.ts'
import {
  type Visit,
  visitComment,
  visitForRegistration,
  visitRecord,
  visitSign,
  visitWaiting,
  visitWithdraw,
  visitWriteUp,
  type WaitingAct,
} from './contract.ts'
import { canComment, canObserve, canReadVisits, canSign, mayComment, mayObserve, maySign } from './policy.ts'
import { actOf, commentRefusal, recordOf, recordRefusal, signRefusal, withdrawRefusal, writeUpRefusal } from './rules.ts'
import { insertComment, insertSignature, insertVisit, insertVisitItem, insertWithdrawal, insertWriteUp } from './store.ts'
import { getVisit, listTakenBack, listUnsigned, listVisits } from './views.ts'

/** Registrations one after the other: they share a connection. @throws OperationError not_found */
async function registrationsOf(tx: ReadTx, ids: readonly Id[]): Promise<Registration[]> {
  const found = []
  for (const id of new Set(ids)) found.push(await getRegistration(tx, id))
  return found
}

async function visitWithUnits(tx: ReadTx, { visitId }: { readonly visitId: Id }) {
  const visit = await getVisit(tx, visitId)
  return { visit, registrations: await registrationsOf(tx, visit.registrationIds) }
}

/** Nothing of a visit changes once one of its units is claimed. */
function acceptOpen(registrations: readonly Registration[]): void {
  for (const registration of registrations) accept(claimedRefusal(registration))
}

export const visitHandlers = [
  handle(visitRecord, {
    role: mayObserve,
    load: async (tx, { registrationIds, planId }) => ({
      registrations: await registrationsOf(tx, registrationIds),
      plan: planId === null ? null : await findPlan(tx, planId),
    }),
    allow: (actor, { registrations }) => canObserve(actor, registrations),
    run: async (tx, { input, actor, facts: { registrations, plan } }) => {
      // A phone without a network may send it later: what counts is the day of the visit.
      for (const registration of registrations) accept(openRefusal(registration, dayOf(input.startedAt)))
      const candidateId = registrations[0]?.candidateId ?? actor.personId
      if (plan === undefined || (plan !== null && plan.candidateId !== candidateId)) throw notFound('planId')
      accept(recordRefusal(input, tx.now))
      await insertVisit(tx, { ...input, candidateId, recordedBy: actor.personId })
      return {}
    },
  }),
  handle(visitWriteUp, {
    role: mayObserve,
    load: visitWithUnits,
    allow: (actor, { registrations, visit }) => canObserve(actor, registrations) && visit.assessorId === actor.personId,
    run: async (tx, { input: { visitId, title, claims, good, develop }, actor, facts: { visit, registrations } }) => {
      acceptOpen(registrations)
      const units = []
      for (const registration of registrations)
        units.push({ registration, pack: await getPack(tx, registration.packCode, registration.packVersion) })
      accept(writeUpRefusal(claims, visit, units))
      await insertWriteUp(tx, visitId, { title, claims, good, develop }, actor.personId)
      return {}
    },
  }),
  handle(visitComment, {
    role: mayComment,
    load: visitWithUnits,
    allow: (actor, { registrations }) => canComment(actor, registrations),
    run: async (tx, { input: { visitId, words }, actor, facts: { visit, registrations } }) => {
      acceptOpen(registrations)
      accept(commentRefusal(visit))
      await insertComment(tx, visitId, words, actor.personId)
      return {}
    },
  }),
  handle(visitSign, {
    role: maySign,
    load: visitWithUnits,
    allow: (actor, { registrations, visit }) =>
      canSign(actor, registrations) && [visit.candidateId, visit.assessorId].includes(actor.personId),
    run: async (tx, { input: { id, visitId, contentHash }, actor, facts: { visit, registrations } }) => {
      acceptOpen(registrations)
      const part = partIn(actor, registrations) ?? 'candidate'
      accept(signRefusal({ contentHash, part }, visit))
      const signedName = part === 'candidate' ? visit.candidateName : visit.assessorName
      await insertSignature(tx, { id, visitId, contentHash, part, signedBy: actor.personId, signedName })
      return visit.signatures.length === 0 ? { evidenceId: null, reference: null } : becomeEvidence(tx, id, visit)
    },
  }),
  handle(visitWithdraw, {
    role: mayObserve,
    load: visitWithUnits,
    allow: (actor, { registrations, visit }) => canObserve(actor, registrations) && visit.assessorId === actor.personId,
    run: async (tx, { input, actor, facts: { visit, registrations } }) => {
      acceptOpen(registrations)
      accept(withdrawRefusal(visit))
      await insertWithdrawal(tx, { ...input, withdrawnBy: actor.personId })
      return {}
    },
  }),
  answer(visitForRegistration, {
    load: (tx, { registrationId }) => getRegistration(tx, registrationId),
    allow: canReadVisits,
    run: async (tx, { input: { registrationId } }) => ({
      visits: await listVisits(tx, registrationId),
      takenBack: await listTakenBack(tx, registrationId),
    }),
  }),
  answer(visitWaiting, {
    role: maySign,
    load: async () => undefined,
    allow: maySign,
    run: async (tx, { actor: { personId } }) => {
      const open = ({ claimedAt }: Registration) => claimedAt === null
      const own = (await listRegistrations(tx, { candidateId: personId })).filter(open)
      const assessed = (await listRegistrations(tx, { assessorId: personId })).filter(open)
      return [...(await waitingIn(tx, own, 'candidate')), ...(await waitingIn(tx, assessed, 'assessor'))]
    },
  }),
]

/** What plans and visits of these units wait for from one of their two parts; each once, though it serves several units. */
async function waitingIn(tx: ReadTx, registrations: readonly Registration[], part: 'candidate' | 'assessor'): Promise<WaitingAct[]> {
  const ids = registrations.map(({ id }) => id)
  const acts: WaitingAct[] = []
  const add = (kind: WaitingAct['kind'], id: Id, { registrationIds, on }: { registrationIds: readonly Id[]; on: WaitingAct['on'] }) => {
    const unit = registrations.find((one) => registrationIds.includes(one.id))
    if (unit === undefined) return
    const { id: registrationId, candidateName, unitNumber } = unit
    acts.push({ id, kind, registrationId, candidateName, unitNumber, on })
  }
  for (const plan of await listPlansOfAll(tx, ids))
    if (waitsForPart(plan, part))
      add('sign_plan', plan.id, { registrationIds: plan.content.registrationIds, on: plan.content.visit?.on ?? null })
  for (const visit of await listUnsigned(tx, ids)) {
    const act = actOf(visit, part)
    const isTheirs = part === 'candidate' || registrations.some(({ assessorId }) => assessorId === visit.assessorId)
    if (act !== undefined && isTheirs) add(act, visit.id, { registrationIds: visit.registrationIds, on: dayOf(visit.startedAt) })
  }
  return acts
}

/** Both have signed: one item of the candidate, claimed in each unit that the assessor named. */
async function becomeEvidence(tx: Tx, evidenceId: Id, visit: Visit): Promise<{ evidenceId: Id; reference: string }> {
  const { id, candidateId, assessorId, writeUp, startedAt } = visit
  if (writeUp === null) throw notFound('visitId')
  const { title, claims } = writeUp
  const reference = await insertItem(tx, {
    id: evidenceId,
    candidateId,
    title,
    occurredOn: dayOf(startedAt),
    record: recordOf(visit, writeUp),
    addedBy: assessorId,
  })
  for (const [registrationId, some] of Map.groupBy(claims, (claim) => claim.registrationId))
    await claimLeaves(
      tx,
      { registrationId, evidenceId, claimedBy: assessorId },
      some.map(({ leaf }) => leaf),
    )
  await insertVisitItem(tx, id, evidenceId)
  return { evidenceId, reference }
}
