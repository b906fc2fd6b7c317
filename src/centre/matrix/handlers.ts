// Shows the evidence location sheet to everyone who may read the portfolio.
import { answer } from '../../server/operation.ts'
import { canReadPortfolio, mayReadPortfolios } from '../registrations/policy.ts'
import { getRegistration, listRegistrations } from '../registrations/views.ts'
import { matrixShow } from './contract.ts'
import { showMatrix } from './views.ts'

export const matrixHandlers = [
  answer(matrixShow, {
    role: mayReadPortfolios,
    load: (tx, { registrationId }) => getRegistration(tx, registrationId),
    allow: canReadPortfolio,
    run: async (tx, { actor, facts: registration }) => {
      const all = await listRegistrations(tx, { candidateId: registration.candidateId })
      const others = all.filter((one) => one.id !== registration.id && canReadPortfolio(actor, one))
      return showMatrix(tx, [registration, ...others])
    },
  }),
]
