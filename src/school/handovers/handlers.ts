// Handing over, reading, deciding; whom a decision is about and when it was carried out.

import { retractLettersOnRecords } from '../../common/letters/store.ts'
import { type Actor, hasRole } from '../../core/actor.ts'
import { accept, learnerErased, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { isClassroomStaff } from '../groups/policy.ts'
import { findGroup, findPartWith } from '../groups/views.ts'
import { givenNamesIn, isErased, listLearnersIn, otherNamesIn } from '../learners/views.ts'
import { futureRefusal } from '../sessions/rules.ts'
import * as contract from './contract.ts'
import * as policy from './policy.ts'
import { carryOutRefusal, decisionRefusal, lineRefusal, sendRefusal } from './rules.ts'
import * as store from './store.ts'
import { countByWeek, listHandovers, type Reader } from './views.ts'

const readerOf = (actor: Actor): Reader => (hasRole(actor, 'senco') ? { seesAll: true } : { personId: actor.personId })

/** A handover as the actor sees it, and the actor's part in its group. @throws OperationError not_found */
async function getHandover(tx: ReadTx, handoverId: Id, actor: Actor) {
  const [handover] = await listHandovers(tx, { handoverId }, readerOf(actor))
  if (handover === undefined) throw notFound('handoverId')
  const group = await findGroup(tx, handover.groupId, actor.personId)
  return { handover, part: group?.part, sharedWith: handover.sharedWith, sentBy: handover.sentBy.id }
}

async function getDecision(tx: Parameters<typeof store.getHandoverOfDecision>[0], decisionId: Id, actor: Actor) {
  return getHandover(tx, await store.getHandoverOfDecision(tx, decisionId), actor)
}

async function loadGroup(tx: ReadTx, input: { groupId: Id }, actor: Actor) {
  const group = await findGroup(tx, input.groupId, actor.personId)
  if (group === undefined) throw notFound('groupId')
  return { part: group.part, sharedWith: [] }
}

const learnersSeen = (handovers: readonly (contract.Handover | null)[]) =>
  handovers.flatMap((handover) => [
    ...(handover?.lines.flatMap(({ learner }) => learner?.id ?? []) ?? []),
    ...(handover?.decisions.flatMap(({ learners }) => learners.map(({ id }) => id)) ?? []),
  ])

const writing = [
  handle(contract.handoverAddLine, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      const facts = await store.loadWriting(tx, input, actor.personId)
      if (facts.isErased) throw learnerErased()
      return { ...facts, otherNames: await otherNamesIn(tx, facts.groupId, input.learnerId) }
    },
    allow: (actor, facts, { writtenAt }) => policy.canWriteAbout(actor, facts, { ...facts, writtenAt }),
    run: async (tx, { input, actor, facts }) => {
      accept(lineRefusal(input, facts, tx.now))
      await store.insertLines(tx, [input], actor.personId)
      return {}
    },
  }),
  handle(contract.handoverSend, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => {
      const facts = await store.loadWriting(tx, { handoverId: input.id, sessionId: input.sessionId, learnerId: null }, actor.personId)
      return {
        ...facts,
        learnerLines: await store.listWordings(tx, input.id),
        givenNames: await givenNamesIn(tx, [facts.groupId]),
      }
    },
    allow: (actor, facts, { sentAt }) => policy.canSend(actor, facts, { ...facts, writtenAt: sentAt }),
    run: async (tx, { input, actor, facts }) => {
      accept(futureRefusal(input.sentAt, tx.now, 'sentAt'))
      accept(sendRefusal(input, facts))
      await store.insertHandover(tx, { ...input, groupId: facts.groupId }, actor.personId)
      return {}
    },
  }),
  handle(contract.handoverWithdraw, {
    role: isClassroomStaff,
    load: async (tx, input) => ({ madeBy: await store.getMaker(tx, input.recordId) }),
    allow: policy.canTakeBack,
    run: async (tx, { input, actor, services }) => {
      await store.insertWithdrawal(tx, input, actor.personId)
      await retractLettersOnRecords(tx, services.keys, { recordIds: [input.recordId], writtenBy: actor.personId, on: dayOf(tx.now) })
      return {}
    },
  }),
]

const following = [
  handle(contract.handoverShare, {
    role: isClassroomStaff,
    load: (tx, input, actor) => getHandover(tx, input.handoverId, actor),
    allow: policy.canShare,
    run: async (tx, { input, actor }) => {
      await store.insertShare(tx, input, actor.personId)
      return {}
    },
  }),
  handle(contract.handoverMarkRead, {
    role: policy.canReadSome,
    load: (tx, input, actor) => getHandover(tx, input.handoverId, actor),
    allow: policy.canReadHandover,
    run: async (tx, { input, actor }) => {
      accept(futureRefusal(input.readAt, tx.now, 'readAt'))
      await store.insertRead(tx, input, actor.personId)
      return {}
    },
  }),
  handle(contract.handoverDecide, {
    role: (actor) => hasRole(actor, 'teacher'),
    load: async (tx, input, actor) => {
      const facts = await getHandover(tx, input.handoverId, actor)
      return { ...facts, givenNames: await givenNamesIn(tx, [facts.handover.groupId]) }
    },
    allow: policy.canDecide,
    run: async (tx, { input, actor, facts }) => {
      accept(futureRefusal(input.decidedAt, tx.now, 'decidedAt'))
      accept(decisionRefusal(input, facts.givenNames))
      await store.insertDecision(tx, input, actor.personId)
      return {}
    },
  }),
  handle(contract.handoverNameInDecision, {
    role: (actor) => hasRole(actor, 'teacher'),
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      if (await isErased(tx, input.learnerId)) throw learnerErased()
      return { part: await findPartWith(tx, actor.personId, input.learnerId), handover: await getDecision(tx, input.decisionId, actor) }
    },
    allow: (actor, facts) => policy.canDecide(actor, facts) && policy.canDecide(actor, facts.handover),
    run: async (tx, { input, actor }) => {
      await store.insertDecisionLearner(tx, input, actor.personId)
      return {}
    },
  }),
  handle(contract.handoverCarryOut, {
    role: isClassroomStaff,
    load: async (tx, input, actor) => ({
      ...(await getDecision(tx, input.decisionId, actor)),
      sessionGroupId: await store.findSessionGroup(tx, input.sessionId),
    }),
    allow: (actor, { part }) => policy.canReadHandover(actor, { part, sharedWith: [] }),
    run: async (tx, { input, actor, facts: { handover, sessionGroupId } }) => {
      accept(carryOutRefusal({ sessionGroupId, groupId: handover.groupId, isOwnSession: handover.sessionId === input.sessionId }))
      await store.insertFollowUp(tx, input, actor.personId)
      return {}
    },
  }),
]

const reading = [
  answer(contract.handoverForSession, {
    role: policy.canReadSome,
    load: loadGroup,
    allow: policy.canReadHandover,
    sees: (_, { handovers }) => learnersSeen(handovers),
    run: async (tx, { input, actor }) => ({ handovers: await listHandovers(tx, input, readerOf(actor)) }),
  }),
  answer(contract.handoverForGroup, {
    role: policy.canReadSome,
    load: loadGroup,
    allow: policy.canReadHandover,
    sees: (_, { handovers }) => learnersSeen(handovers),
    run: async (tx, { input, actor }) => ({ handovers: await listHandovers(tx, input, readerOf(actor)) }),
  }),
  answer(contract.handoverShow, {
    role: policy.canReadSome,
    load: (tx, input, actor) => getHandover(tx, input.handoverId, actor),
    allow: policy.canReadHandover,
    sees: (_, { handover, learners }) => [...learnersSeen([handover]), ...learners.map(({ id }) => id)],
    run: async (tx, { actor, facts: { handover, part } }) => {
      const canDecide = policy.canDecide(actor, { part })
      const learners = canDecide ? await listLearnersIn(tx, [handover.groupId]) : []
      return { handover, canDecide, learners: learners.map(({ id, name }) => ({ id, name })) }
    },
  }),
  answer(contract.handoverDecisionFor, {
    role: policy.canReadSome,
    load: loadGroup,
    allow: policy.canReadHandover,
    sees: (_, { handover }) => learnersSeen([handover]),
    run: async (tx, { input, actor }) => {
      const [handover] = await listHandovers(tx, { decidedInGroup: input.groupId, before: new Date(input.before) }, readerOf(actor))
      return { handover: handover ?? null }
    },
  }),
  answer(contract.handoverByWeek, {
    role: policy.canSeeCounts,
    load: async () => undefined,
    allow: policy.canSeeCounts,
    run: async (tx) => ({ weeks: await countByWeek(tx) }),
  }),
]

export const handoverHandlers = [...writing, ...following, ...reading]
