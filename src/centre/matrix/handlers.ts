// Shows the evidence location sheet to everyone who may read the portfolio.
import { notFound } from '../../core/errors.ts'
import { answer } from '../../server/operation.ts'
import { canReadPortfolio, mayReadPortfolios } from '../registrations/policy.ts'
import { listRegistrations } from '../registrations/views.ts'
import { matrixShow } from './contract.ts'
import { showMatrix } from './views.ts'

export const matrixHandlers = [
  answer(matrixShow, {
    role: mayReadPortfolios,
    load: async (tx, { registrationId }) => {
      const all = await listRegistrations(tx, { besideId: registrationId })
      const asked = all.find(({ id }) => id === registrationId)
      if (asked === undefined) throw notFound('registrationId')
      return { asked, others: all.filter((one) => one !== asked) }
    },
    allow: (actor, { asked }) => canReadPortfolio(actor, asked),
    run: (tx, { actor, facts: { asked, others } }) => showMatrix(tx, [asked, ...others.filter((one) => canReadPortfolio(actor, one))]),
  }),
]
