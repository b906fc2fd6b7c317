// A unit with everything met and its official wording loaded, ready to be signed; and signing it as each party does.
import { assessmentCountersign, assessmentRecord } from '../centre/decisions/contract.ts'
import { evidenceAdd } from '../centre/evidence/contract.ts'
import { emptyRecord } from '../centre/evidence/rules.ts'
import type { SignerRole } from '../centre/signoff/contract.ts'
import { signatureSign, signOffShow } from '../centre/signoff/contract.ts'
import { officialWordingLoad } from '../centre/standards/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import type { TestOrganisation, TestPerson } from './app.ts'
import { loadUnit307, type TestRegistration, unit307 } from './centre.ts'
import { testPassword } from './passwords.ts'

/** The centre loads a wording of its own making: ours is not the official one. */
export async function loadTestWording(centre: TestOrganisation, administrator: TestPerson): Promise<void> {
  const { leaves } = await loadUnit307(centre)
  const lines = leaves.map(({ code }) => ({ code, text: `Wording of ${code} as the centre has it` }))
  await administrator.send(officialWordingLoad, { id: newId(), packCode: unit307, packVersion: 1, source: 'Handbook of the test', lines })
}

/** One observation and one assignment show everything, and the assessor has decided so; a trainee's act is countersigned. Returns the two items. */
export async function meetEverything(centre: TestOrganisation, one: TestRegistration): Promise<{ observationId: Id; assignmentId: Id }> {
  const { leaves } = await loadUnit307(centre)
  const [observationId, assignmentId] = [newId(), newId()]
  const of = (half: 'observed' | 'knowledge') => leaves.filter(({ halves }) => halves.includes(half)).map(({ code }) => code)
  const said = (method: 'O' | 'A') => ({
    isOwnWork: method === 'A',
    record: emptyRecord(method),
    title: `All of it, ${method}`,
    occurredOn: '2026-11-24',
  })
  await one.assessor.send(evidenceAdd, { id: observationId, registrationId: one.id, ...said('O'), leaves: of('observed') })
  await one.candidate.send(evidenceAdd, { id: assignmentId, registrationId: one.id, ...said('A'), leaves: of('knowledge') })
  for (const [half, evidenceId] of [
    ['observed', observationId],
    ['knowledge', assignmentId],
  ] as const)
    await decide(
      one,
      of(half).map((leaf) => ({ leaf, half })),
      evidenceId,
    )
  return { observationId, assignmentId }
}

/** Decides halves as met on one item, as the assessor and, where there is one, the countersigner do. */
export async function decide(
  { id: registrationId, assessor, countersigner }: TestRegistration,
  halves: readonly { leaf: string; half: 'observed' | 'knowledge' }[],
  evidenceId: Id,
): Promise<void> {
  const assessmentId = newId()
  const plain = { outcome: 'met' as const, reason: null, action: null, actionBy: null, checks: [] }
  const all = halves.map((one) => ({ id: newId(), ...one }))
  await assessor.send(assessmentRecord, { id: assessmentId, registrationId, halves: all, evidenceIds: [evidenceId], ...plain })
  if (countersigner === undefined) return
  await countersigner.send(assessmentCountersign, { id: newId(), registrationId, assessmentId, outcome: 'agreed', reason: null })
}

/** Signs what the person is shown, with the password of tests. */
export async function signAs(
  person: TestPerson,
  registrationId: Id,
  role: SignerRole,
  more: { password?: string; contentHash?: string } = {},
) {
  const { contentHash } = await person.ask(signOffShow, { registrationId })
  return person.send(signatureSign, { id: newId(), registrationId, role, password: testPassword, contentHash, ...more })
}
