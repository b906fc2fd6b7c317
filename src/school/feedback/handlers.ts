// Recording feedback, correcting it, noting how it was taken up, taking it back.

import { retractLettersOn } from '../../common/letters/store.ts'
import type { Actor } from '../../core/actor.ts'
import { accept, learnerErased, notFound, OperationError, refused } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import { handle } from '../../server/operation.ts'
import { isClassroomStaff } from '../groups/policy.ts'
import { findPartWith } from '../groups/views.ts'
import { isErased } from '../learners/views.ts'
import { correctionRefusal, type Target, targetRefusal } from '../observations/rules.ts'
import { loadRecording } from '../observations/store.ts'
import * as contract from './contract.ts'
import { canCorrectFeedback, canGive, canWithdrawFeedback } from './policy.ts'
import { recordRefusal } from './rules.ts'
import { type FeedbackRow, getFeedback, insertFeedback, insertFeedbackWithdrawal, insertResponse, listFeedbackVersions } from './store.ts'

async function loadFacts(tx: Tx, about: Omit<Target, 'observedAt' | 'photoId'>, actor: Actor) {
  const facts = await loadRecording(tx, { ...about, photoId: null }, actor.personId)
  if (facts.isErased) throw learnerErased()
  return facts
}

type Made = Omit<FeedbackRow, 'goalId' | 'criterionId' | 'recordedBy'> & { goalId: string | null; criterionId: string | null }

/** Writes what the rules accepted. */
async function keep(tx: Tx, { goalId, criterionId, ...rest }: Made, actor: Actor): Promise<void> {
  if (goalId === null || criterionId === null) throw new OperationError(refused('no_criterion', 'criterionId'))
  await insertFeedback(tx, { ...rest, goalId, criterionId, recordedBy: actor.personId })
}

export const feedbackHandlers = [
  handle(contract.feedbackGive, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: loadFacts,
    allow: canGive,
    run: async (tx, { input: { response, ...input }, actor, facts }) => {
      accept(recordRefusal(input, facts, tx.now))
      await keep(tx, { ...input, correctsId: null, firstId: input.id }, actor)
      if (response !== null) {
        const { id, learnerId, sessionId, observedAt } = input
        await insertResponse(tx, { id, feedbackId: id, learnerId, sessionId, response, observedAt, recordedBy: actor.personId })
      }
      return {}
    },
  }),
  handle(contract.feedbackCorrect, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      const facts = await loadFacts(tx, input, actor)
      const corrected = await getFeedback(tx, input.correctsId)
      return { ...facts, recordedBy: corrected.recordedBy, corrected }
    },
    allow: canCorrectFeedback,
    run: async (tx, { input, actor, facts }) => {
      const { learnerId, isCorrected, isWithdrawn, firstId } = facts.corrected
      accept(correctionRefusal({ isOfLearner: learnerId === input.learnerId, isCorrected, isWithdrawn }))
      accept(recordRefusal(input, facts, tx.now))
      await keep(tx, { ...input, firstId }, actor)
      return {}
    },
  }),
  handle(contract.feedbackNoteResponse, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      const facts = await loadFacts(tx, { ...input, goalId: null, criterionId: null }, actor)
      const feedback = await getFeedback(tx, input.feedbackId)
      if (feedback.learnerId !== input.learnerId) throw notFound('feedbackId')
      return { ...facts, feedback }
    },
    allow: canGive,
    run: async (tx, { input: { groupId, ...input }, actor, facts }) => {
      if (facts.feedback.isWithdrawn) accept(refused('withdrawn', 'feedbackId'))
      accept(targetRefusal({ ...input, groupId, goalId: null, criterionId: null, photoId: null }, facts, tx.now))
      await insertResponse(tx, { ...input, feedbackId: facts.feedback.firstId, recordedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.feedbackWithdraw, {
    role: isClassroomStaff,
    about: (input) => [input.learnerId],
    load: async (tx, input, actor) => {
      if (await isErased(tx, input.learnerId)) throw learnerErased()
      const feedback = await getFeedback(tx, input.feedbackId)
      if (feedback.learnerId !== input.learnerId) throw notFound('feedbackId')
      return { ...feedback, part: await findPartWith(tx, actor.personId, input.learnerId) }
    },
    allow: canWithdrawFeedback,
    run: async (tx, { input, actor, facts, services }) => {
      await insertFeedbackWithdrawal(tx, { ...input, feedbackId: facts.firstId, withdrawnBy: actor.personId })
      const recordIds = await listFeedbackVersions(tx, facts.firstId)
      await retractLettersOn(tx, services.keys, { learnerId: input.learnerId, recordIds, writtenBy: actor.personId, on: dayOf(tx.now) })
      return {}
    },
  }),
]
