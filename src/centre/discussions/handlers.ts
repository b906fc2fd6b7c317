// Proposing, agreeing and listing agendas.
import { accept } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import { answer, handle } from '../../server/operation.ts'
import { canReadPortfolio, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal, openRefusal } from '../registrations/rules.ts'
import { getRegistration, listRegistrations } from '../registrations/views.ts'
import { getPack } from '../standards/views.ts'
import { discussionAgendas, discussionAgree, discussionPropose, discussionToAgree } from './contract.ts'
import { canDiscuss, mayDiscuss } from './policy.ts'
import { agendaRefusal, agreementRefusal, isToAgree } from './rules.ts'
import { insertAgenda, insertAgreement } from './store.ts'
import { getAgenda, listAgendas, listAgendasOf } from './views.ts'

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
  answer(discussionToAgree, {
    role: mayDiscuss,
    load: async () => undefined,
    allow: mayDiscuss,
    run: async (tx, { actor }) => {
      const mine = [
        ...(await listRegistrations(tx, { candidateId: actor.personId })),
        ...(await listRegistrations(tx, { assessorId: actor.personId })),
      ].filter((one) => one.claimedAt === null && canDiscuss(actor, one))
      const agendas = await listAgendasOf(
        tx,
        mine.map(({ id }) => id),
      )
      return agendas.toReversed().flatMap(({ registrationId, agenda }) => {
        const unit = mine.find(({ id }) => id === registrationId)
        if (unit === undefined || !isToAgree(agenda, actor.personId)) return []
        return [{ registrationId, candidateName: unit.candidateName, unitNumber: unit.unitNumber, agenda }]
      })
    },
  }),
]
