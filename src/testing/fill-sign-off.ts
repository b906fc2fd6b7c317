// A row in every table of signing off: a signature with what it is over, a mark of sampling, a reopening.
import { getRegistration } from '../centre/registrations/views.ts'
import { insertReopening, insertSignature, markSampling } from '../centre/signoff/store.ts'
import { unitContent } from '../centre/signoff/views.ts'
import { type Id, newId } from '../core/ids.ts'
import type { TestApp, TestPerson } from './app.ts'

/** Written beneath the commands: a unit that could be signed by them takes a hundred rows more. */
export async function fillSignOff({ centre, services }: TestApp, registrationId: Id, candidate: TestPerson): Promise<void> {
  await centre.look(async (tx) => {
    const registration = await getRegistration(tx, registrationId)
    const signer = { id: candidate.id, name: registration.candidateName }
    const content = await unitContent(tx, registration)
    const about = { registration, role: 'candidate' as const, isByTrainee: false, signer, content, previousInUnit: null }
    await insertSignature(tx, services.keys, { id: newId(), ...about })
    const verifierId = candidate.id
    await markSampling(tx, { id: newId(), registrationId, verifier: 'iqa', state: 'sampled', verifierId, endsAt: null })
    await insertReopening(tx, {
      id: newId(),
      registrationId,
      reason: 'The day of the visit was wrong',
      reopenedBy: registration.assessorId,
    })
  })
}
