// Proposing, agreeing and listing agendas.
import { accept } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import { answer, handle } from '../../server/operation.ts'
import { canReadPortfolio, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal, openRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import { getPack } from '../standards/views.ts'
import { discussionAgendas, discussionAgree, discussionPropose } from './contract.ts'
import { canDiscuss, mayDiscuss } from './policy.ts'
import { agendaRefusal, agreementRefusal } from './rules.ts'
import { insertAgenda, insertAgreement } from './store.ts'
import { getAgenda, listAgendas } from './views.ts'

export const discussionHandlers = [
  handle(discussionPropose, {
    role: mayDiscuss,
    load: (tx, input) => getRegistration(tx, input.registrationId),
    allow: canDiscuss,
    run: async (tx, { input, actor, facts: registration }) => {
      accept(openRefusal(registration, dayOf(tx.now)))
      accept(agendaRefusal(input.points, await getPack(tx, registration.packCode, registration.packVersion)))
      await insertAgenda(tx, { ...input, proposedBy: actor.personId })
      return {}
    },
  }),
  handle(discussionAgree, {
    role: mayDiscuss,
    load: async (tx, input) => ({
      ...(await getRegistration(tx, input.registrationId)),
      agenda: await getAgenda(tx, input.registrationId, input.agendaId),
    }),
    allow: canDiscuss,
    run: async (tx, { actor, facts: { agenda, ...registration } }) => {
      accept(claimedRefusal(registration))
      accept(agreementRefusal(agenda, actor.personId))
      await insertAgreement(tx, { agendaId: agenda.id, agreedBy: actor.personId })
      return {}
    },
  }),
  answer(discussionAgendas, {
    role: mayReadPortfolios,
    load: (tx, input) => getRegistration(tx, input.registrationId),
    allow: canReadPortfolio,
    run: (tx, { input }) => listAgendas(tx, input.registrationId),
  }),
]
