// Proposing, agreeing and listing agendas.
import { accept } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import type { Registration } from '../registrations/contract.ts'
import { canReadPortfolio, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal, openRefusal } from '../registrations/rules.ts'
import { getRegistration, listRegistrations } from '../registrations/views.ts'
import { listPacks } from '../standards/views.ts'
import { discussionAgendas, discussionAgree, discussionPropose, discussionToAgree } from './contract.ts'
import { canDiscuss, mayDiscuss } from './policy.ts'
import { agendaRefusal, agreementRefusal, furtherUnits, isToAgree, pointsAsKept } from './rules.ts'
import { insertAgenda, insertAgreement } from './store.ts'
import { getAgenda, listAgendas, listAgendasOf } from './views.ts'

/** Of these units, those of the same candidate with the same assessor: between whom the discussion is. */
async function othersOf(tx: ReadTx, { candidateId, assessorId }: Registration, ids: readonly Id[]): Promise<Registration[]> {
  if (ids.length === 0) return []
  return (await listRegistrations(tx, { candidateId })).filter((one) => ids.includes(one.id) && one.assessorId === assessorId)
}

export const discussionHandlers = [
  handle(discussionPropose, {
    role: mayDiscuss,
    load: (tx, input) => getRegistration(tx, input.registrationId),
    allow: canDiscuss,
    run: async (tx, { input, actor, facts: registration }) => {
      const { id: ownId } = registration
      const named = [registration, ...(await othersOf(tx, registration, furtherUnits(input.points, ownId)))]
      for (const unit of named) accept(openRefusal(unit, dayOf(tx.now)))
      const packs = await listPacks(tx, named)
      const units = new Map(
        named.flatMap(({ id, unitNumber, packCode, packVersion }) => {
          const pack = packs.find(({ code, version }) => code === packCode && version === packVersion)
          return pack === undefined ? [] : [[id, { unitNumber, pack }] as const]
        }),
      )
      accept(agendaRefusal(input.points, { ownId, units }))
      await insertAgenda(tx, { ...input, points: pointsAsKept(input.points, { ownId, units }), proposedBy: actor.personId })
      return {}
    },
  }),
  handle(discussionAgree, {
    role: mayDiscuss,
    // Whoever agrees is a party of the unit in which it was proposed, whichever unit's page they read it on.
    load: async (tx, input) => {
      const agenda = await getAgenda(tx, input.registrationId, input.agendaId)
      return { ...(await getRegistration(tx, agenda.registrationId)), agenda }
    },
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
      return agendas.toReversed().flatMap((agenda) => {
        const { registrationId } = agenda
        const unit = mine.find(({ id }) => id === registrationId)
        if (unit === undefined || !isToAgree(agenda, actor.personId)) return []
        return [{ registrationId, candidateName: unit.candidateName, unitNumber: unit.unitNumber, agenda }]
      })
    },
  }),
]
