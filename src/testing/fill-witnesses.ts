// Witnesses for the house with a row in every table: an expert, one whose approval was taken back, one who was ended.
import * as contract from '../centre/witnesses/contract.ts'
import { shippedCategories } from '../centre/witnesses/rules.ts'
import { newId } from '../core/ids.ts'
import type { TestApp } from './app.ts'
import type { TestRegistration } from './centre.ts'
import { details, linkSecret, testWitness, visitorOf } from './witness.ts'

export async function fillWitnesses(app: TestApp, registration: TestRegistration): Promise<void> {
  const { candidate, assessor, administrator } = registration
  const witnessId = await testWitness(app, app.centre, registration)
  const doubted = await testWitness(app, app.centre, registration, { name: 'Ben Hartley' })
  await assessor.send(contract.witnessTakeBackApproval, { id: newId(), witnessId: doubted, reason: 'Does not know unit 209' })
  const ended = await testWitness(app, app.centre, registration, { name: 'Steve Whitby', upTo: 'contact' })
  await assessor.send(contract.witnessEnd, { id: newId(), witnessId: ended, reason: 'Moved to another school' })
  await administrator.send(contract.witnessSetCategories, { id: newId(), labels: [...shippedCategories, 'Parent volunteer'] })
  const { token, code, tokenHash, codeHash } = linkSecret()
  await assessor.send(contract.witnessMakeLink, { linkId: newId(), witnessId, tokenHash, codeHash })
  const input = { id: newId(), detailsId: newId(), candidateId: candidate.id, ...details, name: 'Ruth Calder' }
  const from = (name: string, actor: typeof candidate.actor, said: unknown) =>
    app.dispatch.command(actor, name, { id: newId(), version: 1, input: said, whence: { address: '192.0.2.8', device: 'one' } })
  await from(contract.witnessAdd.name, candidate.actor, input)
  await from(contract.witnessOpenLink.name, visitorOf(app, app.centre).actor, { token, code })
}
