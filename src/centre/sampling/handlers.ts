// Drawing and judging samples, asking for actions and settling them; sign-off is told what all samples come to.
import { accept, notFound } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { deciderIds } from '../decisions/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { canReadPortfolio, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal } from '../registrations/rules.ts'
import { getRegistration, listRegistrations } from '../registrations/views.ts'
import { markSampling } from '../signoff/store.ts'
import {
  type Sample,
  type SampleAction,
  sampleActionAnswer,
  sampleActionSettle,
  sampleActionsMine,
  sampleDraw,
  sampleJudge,
  sampleMine,
  sampleOfUnit,
} from './contract.ts'
import { canAnswer, canSample, mayOweActions, maySample } from './policy.ts'
import { answerRefusal, judgementRefusal, ownDecisionsRefusal, samplingState, settleRefusal } from './rules.ts'
import { insertAction, insertJudgement, insertNote, insertSample } from './store.ts'
import { actionsOwedBy, samplesOf, samplesOfAll } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

/** What the samples come to is sign-off's business from now on. The IQA of the registration may sign. */
async function tell(tx: Tx, { id: registrationId }: Registration, verifierId: Id): Promise<void> {
  const state = samplingState(await samplesOf(tx, registrationId))
  if (state === 'not_sampled') return
  await markSampling(tx, { id: newId(tx.now.getTime()), registrationId, verifier: 'iqa', state, verifierId, endsAt: null })
}

/** Nothing of a claimed unit is sampled, and nobody verifies their own. */
async function acceptVerifier(tx: Tx, registration: Registration, iqaId: Id): Promise<void> {
  accept(claimedRefusal(registration))
  accept(ownDecisionsRefusal(iqaId, await deciderIds(tx, registration.id)))
}

/** @throws OperationError not_found */
async function loadAction(
  tx: ReadTx,
  input: { registrationId: Id; actionId: Id },
): Promise<Registration & { action: SampleAction; ownerId: Id }> {
  const registration = await getRegistration(tx, input.registrationId)
  const action = (await samplesOf(tx, registration.id)).flatMap(({ actions }) => actions).find(({ id }) => id === input.actionId)
  if (action === undefined) throw notFound('actionId')
  return { ...registration, action, ownerId: action.ownerId }
}

/** @throws OperationError not_found */
async function loadSample(tx: ReadTx, input: { registrationId: Id; sampleId: Id }): Promise<Registration & { sample: Sample }> {
  const registration = await getRegistration(tx, input.registrationId)
  const sample = (await samplesOf(tx, registration.id)).find(({ id }) => id === input.sampleId)
  if (sample === undefined) throw notFound('sampleId')
  return { ...registration, sample }
}

const partIdsOf = ({ candidateId, assessorId, tutorId, countersignerId }: Registration) => [
  candidateId,
  assessorId,
  tutorId,
  countersignerId,
]

export const samplingHandlers = [
  handle(sampleDraw, {
    role: maySample,
    load,
    allow: canSample,
    run: async (tx, { input, actor, facts }) => {
      await acceptVerifier(tx, facts, actor.personId)
      await insertSample(tx, { ...input, drawnBy: actor.personId })
      await tell(tx, facts, actor.personId)
      return {}
    },
  }),
  handle(sampleJudge, {
    role: maySample,
    load: loadSample,
    allow: canSample,
    run: async (tx, { input, actor, facts }) => {
      await acceptVerifier(tx, facts, actor.personId)
      const { id, sampleId, outcome, words, action } = input
      accept(judgementRefusal(input, { today: dayOf(tx.now), partIds: partIdsOf(facts), actions: facts.sample.actions }))
      await insertJudgement(tx, { id, sampleId, outcome, words, judgedBy: actor.personId })
      if (action !== null) await insertAction(tx, { ...action, sampleId, askedBy: actor.personId })
      await tell(tx, facts, actor.personId)
      return {}
    },
  }),
  handle(sampleActionAnswer, {
    role: mayOweActions,
    load: loadAction,
    allow: canAnswer,
    run: async (tx, { input: { id, actionId, words }, actor, facts }) => {
      accept(answerRefusal(facts.action))
      await insertNote(tx, { id, actionId, kind: 'answered', words, saidBy: actor.personId })
      return {}
    },
  }),
  handle(sampleActionSettle, {
    role: maySample,
    load: loadAction,
    allow: canSample,
    run: async (tx, { input, actor, facts }) => {
      await acceptVerifier(tx, facts, actor.personId)
      accept(settleRefusal(input, facts.action))
      const { id, actionId, isClosed, words } = input
      await insertNote(tx, { id, actionId, kind: isClosed ? 'closed' : 'reopened', words, saidBy: actor.personId })
      await tell(tx, facts, actor.personId)
      return {}
    },
  }),
  answer(sampleOfUnit, {
    role: mayReadPortfolios,
    load,
    allow: canReadPortfolio,
    run: (tx, { facts }) => samplesOf(tx, facts.id),
  }),
  answer(sampleMine, {
    role: maySample,
    load: async () => undefined,
    allow: maySample,
    run: async (tx, { actor }) => {
      const all = await listRegistrations(tx, { staffId: actor.personId })
      const own = all.filter((registration) => canSample(actor, registration))
      const samples = await samplesOfAll(
        tx,
        own.map(({ id }) => id),
      )
      return own.map((registration) => {
        const drawn = samples.get(registration.id) ?? []
        return { registration, state: samplingState(drawn), samples: drawn }
      })
    },
  }),
  answer(sampleActionsMine, {
    role: mayOweActions,
    load: async () => undefined,
    allow: mayOweActions,
    run: async (tx, { actor }) => {
      const owed = await actionsOwedBy(tx, actor.personId)
      const found = await Promise.all(owed.map(async (one) => ({ ...one, registration: await getRegistration(tx, one.registrationId) })))
      return found
        .filter(({ registration }) => canReadPortfolio(actor, registration))
        .map(({ registration: { candidateName, unitNumber }, ...one }) => ({ ...one, candidateName, unitNumber }))
    },
  }),
]
