// Giving feedback on an item, answering it, and reading both.
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { getEvidence } from '../evidence/views.ts'
import { canReadPortfolio, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import { itemFeedbackAnswer, itemFeedbackForUnit, itemFeedbackGive } from './contract.ts'
import { canAnswer, canGive, mayAnswer, mayGive } from './policy.ts'
import { insertFeedback, insertFeedbackAnswer } from './store.ts'
import { listFeedback } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

export const itemFeedbackHandlers = [
  handle(itemFeedbackGive, {
    role: mayGive,
    load,
    allow: canGive,
    run: async (tx, { input, actor, facts: registration }) => {
      accept(claimedRefusal(registration))
      const item = await getEvidence(tx, registration, input.evidenceId)
      await insertFeedback(tx, { ...input, evidenceId: item.id, givenBy: actor.personId })
      return {}
    },
  }),
  handle(itemFeedbackAnswer, {
    role: mayAnswer,
    load,
    allow: canAnswer,
    run: async (tx, { input, actor, facts: registration }) => {
      accept(claimedRefusal(registration))
      const given = (await listFeedback(tx, registration.id)).find(({ id }) => id === input.feedbackId)
      if (given === undefined) throw notFound('feedbackId')
      await insertFeedbackAnswer(tx, { id: input.id, feedbackId: given.id, words: input.words, answeredBy: actor.personId })
      return {}
    },
  }),
  answer(itemFeedbackForUnit, {
    role: mayReadPortfolios,
    load,
    allow: canReadPortfolio,
    run: (tx, { facts }) => listFeedback(tx, facts.id),
  }),
]
