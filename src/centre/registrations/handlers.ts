// Registering candidates, listing registrations, and handing out the portfolio's address.

import type { PortfolioAddress } from '../../common/letters/contract.ts'
import { addressText } from '../../common/letters/rules.ts'
import { organisationName } from '../../common/letters/views.ts'
import { toBase64url, utf8 } from '../../core/bytes.ts'
import { canonical } from '../../core/canonical.ts'
import { accept } from '../../core/errors.ts'
import { type Id, isId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import type { Services } from '../../server/services.ts'
import { isTraineeAssessor } from '../staff/views.ts'
import { newestVersion } from '../standards/views.ts'
import {
  type Registration,
  type RegistrationChange,
  registrationAddress,
  registrationChange,
  registrationChanges,
  registrationCreate,
  registrationList,
  registrationMine,
  registrationShow,
} from './contract.ts'
import { canList, canRegister, canSeeAddress, canSeeRegistration, isCandidate } from './policy.ts'
import { afterChange, changedFields, changeRefusal, type Parts, partiesOf, registrationRefusal } from './rules.ts'
import { insertRegistration, keepChange, loadForRegistering, loadStaffRoles } from './store.ts'
import { getRegistration, listChanges, listRegistrations, namesOf } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

export const registrationHandlers = [
  handle(registrationCreate, {
    role: canRegister,
    load: (tx, input) => loadForRegistering(tx, input),
    allow: canRegister,
    run: async (tx, { input, actor, facts }) => {
      accept(registrationRefusal(input, { ...facts, traineeIds: await traineesOf(tx, input) }))
      const packVersion = await newestVersion(tx, input.packCode)
      await insertRegistration(tx, { ...input, ...partiesOf(input), site: input.site ?? null, packVersion, registeredBy: actor.personId })
      return {}
    },
  }),
  handle(registrationChange, {
    role: canRegister,
    load,
    allow: canRegister,
    run: async (tx, { input, actor, facts: registration }) => {
      const roles = await loadStaffRoles(tx, input, dayOf(tx.now))
      const after = afterChange(registration, input)
      accept(changeRefusal(registration, input, { ...roles, traineeIds: await traineesOf(tx, after) }))
      const { id, reason } = input
      await keepChange(tx, after, { id, reason, changedBy: actor.personId }, await inWords(tx, registration, after))
      return {}
    },
  }),
  answer(registrationChanges, { load, allow: canSeeRegistration, run: (tx, { input }) => listChanges(tx, input.registrationId) }),
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

/** Who of assessor and countersigner has no assessor qualification that counts today. */
async function traineesOf(tx: ReadTx, { assessorId, countersignerId }: Parts): Promise<Id[]> {
  const trainees: Id[] = []
  for (const id of [assessorId, countersignerId]) {
    if (id != null && (await isTraineeAssessor(tx, id, dayOf(tx.now)))) trainees.push(id)
  }
  return trainees
}

const fieldNames = {
  assessorId: 'assessor',
  tutorId: 'tutor',
  countersignerId: 'countersigner',
  iqaId: 'iqa',
  site: 'site',
  endsOn: 'ends_on',
} as const

/** What each changed field was and became, people by their names. */
async function inWords(
  tx: ReadTx,
  before: Registration,
  after: Registration,
): Promise<Pick<RegistrationChange, 'field' | 'was' | 'became'>[]> {
  const fields = changedFields(before, after)
  const values = fields.flatMap((field) => [before[field], after[field]])
  const names = await namesOf(
    tx,
    values.filter((value) => isId(value)),
  )
  const word = (value: string | null) => (value === null ? null : (names.get(value) ?? value))
  return fields.map((field) => ({ field: fieldNames[field], was: word(before[field]), became: word(after[field]) }))
}

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
