// A sentence that leaves the school about a record other than an observation.
import { type Id, newId } from '../core/ids.ts'
import { descriptorDraft, descriptorOffer } from '../school/descriptors/contract.ts'
import type { TestApp, TestPerson } from './app.ts'

/** A record that is about a lesson, and about learners in its lines alone. */
export async function offerHandover({ school }: TestApp, practitioner: TestPerson, registrationId: Id): Promise<void> {
  const { id } = await school.look((tx) =>
    tx.db
      .selectFrom('handovers')
      .select('id')
      .where('organisationId', '=', tx.organisationId)
      .where('sentBy', '=', practitioner.id)
      .orderBy('sentAt')
      .executeTakeFirstOrThrow(),
  )
  const about = { registrationId, recordType: 'handover' as const, recordIds: [id] }
  const { sentence, leaves, pseudonyms } = await practitioner.ask(descriptorDraft, { id: newId(), ...about })
  await practitioner.send(descriptorOffer, { id: newId(), ...about, sentence, leaves, pseudonyms, confirmedWords: [] })
}
