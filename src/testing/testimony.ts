// A statement that a test witness is asked for, and signs through the link.
import { testimonyRequest, testimonySign } from '../centre/testimonies/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import type { TestApp, TestOrganisation } from './app.ts'
import type { TestRegistration } from './centre.ts'
import { linkSecret, visitorOf } from './witness.ts'

export const statement = {
  occurredOn: '2026-11-24',
  startTime: '10:50',
  endTime: '11:30',
  place: 'Year 4 classroom',
  setting: 'Learner B and Learner C, a pair in the fractions group',
  did: 'Asked each what they saw in the other’s strip, waited, and only then gave one clue.',
  spoke: '“What do you notice about the two strips?”',
}

/** Asks the witness for a statement about two leaves; returns the request and the secrets of its link. */
export async function askTestimony({ id: registrationId, assessor }: TestRegistration, witnessId: Id, leaves = ['3.3', '2.4']) {
  const requestId = newId()
  const secret = linkSecret()
  const { tokenHash, codeHash } = secret
  await assessor.send(testimonyRequest, {
    id: requestId,
    witnessId,
    activity: 'Peer assessment in the fractions group',
    leaves: leaves.map((leaf) => ({ registrationId, leaf })),
    ...{ linkId: newId(), tokenHash, codeHash },
  })
  return { requestId, token: secret.token, code: secret.code }
}

/** Signs the statement through the link; returns the id of the item that it became. */
export async function signTestimony(app: TestApp, centre: TestOrganisation, secret: { token: string; code: string }): Promise<Id> {
  const evidenceId = newId()
  const { token, code } = secret
  const signature = { signedName: 'Priya Nair', signedPosition: 'SENCO' }
  await visitorOf(app, centre).send(testimonySign, { token, code, id: newId(), evidenceId, ...statement, ...signature })
  return evidenceId
}
