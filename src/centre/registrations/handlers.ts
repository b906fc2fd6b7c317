// Registering candidates, listing registrations, and handing out the portfolio's address.

import type { PortfolioAddress } from '../../common/letters/contract.ts'
import { addressText } from '../../common/letters/rules.ts'
import { organisationName } from '../../common/letters/views.ts'
import { toBase64url, utf8 } from '../../core/bytes.ts'
import { canonical } from '../../core/canonical.ts'
import { accept } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import type { Services } from '../../server/services.ts'
import { newestVersion } from '../standards/views.ts'
import {
  type Registration,
  registrationAddress,
  registrationCreate,
  registrationList,
  registrationMine,
  registrationShow,
} from './contract.ts'
import { canList, canRegister, canSeeAddress, canSeeRegistration, isCandidate } from './policy.ts'
import { partiesOf, registrationRefusal } from './rules.ts'
import { insertRegistration, loadForRegistering } from './store.ts'
import { getRegistration, listRegistrations } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

export const registrationHandlers = [
  handle(registrationCreate, {
    role: canRegister,
    load: (tx, input) => loadForRegistering(tx, input),
    allow: canRegister,
    run: async (tx, { input, actor, facts }) => {
      accept(registrationRefusal(input, facts))
      const packVersion = await newestVersion(tx, input.packCode)
      await insertRegistration(tx, { ...input, ...partiesOf(input), site: input.site ?? null, packVersion, registeredBy: actor.personId })
      return {}
    },
  }),
  answer(registrationMine, {
    role: isCandidate,
    load: async () => undefined,
    allow: isCandidate,
    run: (tx, { actor }) => listRegistrations(tx, { candidateId: actor.personId }),
  }),
  answer(registrationList, {
    role: canList,
    load: async () => undefined,
    allow: canList,
    run: (tx, { actor }) => listRegistrations(tx, canRegister(actor) ? {} : { staffId: actor.personId }),
  }),
  answer(registrationShow, { load, allow: canSeeRegistration, run: async (_tx, { facts }) => facts }),
  answer(registrationAddress, {
    load,
    allow: canSeeAddress,
    run: async (tx, { facts, services }) => ({ address: await signedAddress(tx, facts, services) }),
  }),
]

async function signedAddress(tx: ReadTx, registration: Registration, { keys }: Services): Promise<string> {
  const address: PortfolioAddress = {
    format: 'evident-portfolio-1',
    organisationId: tx.organisationId,
    registrationId: registration.id,
    centreName: await organisationName(tx),
    publicKey: toBase64url(await keys.publicKey(tx, 'signing')),
    unit: {
      packCode: registration.packCode,
      packVersion: registration.packVersion,
      number: registration.unitNumber,
      title: registration.unitTitle,
    },
  }
  const body = canonical(address)
  return addressText(body, toBase64url(await keys.sign(tx, utf8(body))))
}
