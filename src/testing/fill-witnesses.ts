// Witnesses for the house with a row in every table: an expert with a statement, one whose approval was taken back, one who was ended, one whose name was erased.
import { testimonyCancel, testimonyConfirm, testimonyWithdraw } from '../centre/testimonies/contract.ts'
import { witnessErase } from '../centre/witnesserasure/contract.ts'
import * as contract from '../centre/witnesses/contract.ts'
import { shippedCategories } from '../centre/witnesses/rules.ts'
import { type Id, newId } from '../core/ids.ts'
import { dayOf } from '../core/time.ts'
import type { TestApp } from './app.ts'
import type { TestRegistration } from './centre.ts'
import { askTestimony, signTestimony } from './testimony.ts'
import { details, linkSecret, testWitness, visitorOf } from './witness.ts'

export async function fillWitnesses(app: TestApp, registration: TestRegistration): Promise<void> {
  const { candidate, assessor, administrator } = registration
  const witnessId = await testWitness(app, app.centre, registration)
  const doubted = await testWitness(app, app.centre, registration, { name: 'Ben Hartley' })
  await assessor.send(contract.witnessTakeBackApproval, { id: newId(), witnessId: doubted, reason: 'Does not know unit 209' })
  const ended = await testWitness(app, app.centre, registration, { name: 'Steve Whitby', upTo: 'contact' })
  await assessor.send(contract.witnessEnd, { id: newId(), witnessId: ended, reason: 'Moved to another school' })
  const erased = await testWitness(app, app.centre, registration, { name: 'Olwen Frith' })
  await administrator.send(witnessErase, { id: newId(), witnessId: erased, reason: 'asked' })
  await administrator.send(contract.witnessSetCategories, { id: newId(), labels: [...shippedCategories, 'Parent volunteer'] })
  const { token, code, tokenHash, codeHash } = linkSecret()
  await assessor.send(contract.witnessMakeLink, { linkId: newId(), witnessId, tokenHash, codeHash })
  const input = { id: newId(), detailsId: newId(), candidateId: candidate.id, ...details, name: 'Ruth Calder' }
  const from = (name: string, actor: typeof candidate.actor, said: unknown) =>
    app.dispatch.command(actor, name, { id: newId(), version: 1, input: said, whence: { address: '192.0.2.8', device: 'one' } })
  await from(contract.witnessAdd.name, candidate.actor, input)
  await from(contract.witnessOpenLink.name, visitorOf(app, app.centre).actor, { token, code })
  await fillTestimonies(app, registration, witnessId)
}

/** One signed and confirmed, one taken back by its witness, one that was no longer wanted. */
async function fillTestimonies(app: TestApp, registration: TestRegistration, witnessId: Id): Promise<void> {
  const { assessor } = registration
  const [stands, gone, unwanted] = [
    await askTestimony(registration, witnessId),
    await askTestimony(registration, witnessId),
    await askTestimony(registration, witnessId),
  ]
  for (const { token, code } of [stands, gone]) await signTestimony(app, app.centre, { token, code })
  const said = { how: 'telephone' as const, confirmedOn: dayOf(app.clock.now()), words: 'She had written it herself' }
  await assessor.send(testimonyConfirm, { id: newId(), requestId: stands.requestId, ...said })
  const { token, code } = gone
  await visitorOf(app, app.centre).send(testimonyWithdraw, { id: newId(), token, code, reason: 'It was another lesson' })
  await assessor.send(testimonyCancel, { id: newId(), requestId: unwanted.requestId, reason: 'Seen by me now' })
}
