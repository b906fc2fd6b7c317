// A portfolio that another centre made, in a centre of the full house.
import { portfolioBring } from '../centre/portfolios/contract.ts'
import { porterIn } from '../core/actor.ts'
import { toBase64url } from '../core/bytes.ts'
import { type Id, newId } from '../core/ids.ts'
import { type TestApp, type TestOrganisation, testPerson } from './app.ts'

/** What the porter says of a file that it has checked; the file itself is not there. */
export function aPortfolio(candidateId: Id | null, manifestHash = 'a'.repeat(64)) {
  return {
    id: newId(),
    manifest: '{}',
    manifestSignature: 'A'.repeat(86),
    manifestHash,
    originRegistrationId: newId(),
    centreName: 'Northgate College',
    centreKey: toBase64url(new Uint8Array(44)),
    candidateName: 'Dawn Okafor',
    candidateNumber: '4471',
    unitNumber: '307',
    unitTitle: 'Support assessment for learning',
    contentHash: 'b'.repeat(64),
    candidateId,
    entries: [{ path: 'index.html', size: 12, fileHash: 'c'.repeat(64) }],
  }
}

/** Has the porter bring one. Returns its id. */
export async function bringAPortfolio(app: TestApp, centre: TestOrganisation, candidateId: Id | null, manifestHash?: string): Promise<Id> {
  const { portfolioId } = await testPerson(app.dispatch, porterIn(centre.id)).send(portfolioBring, aPortfolio(candidateId, manifestHash))
  return portfolioId
}
