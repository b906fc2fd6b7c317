// Sentences that leave the school: about a record other than an observation, then about one of every kind; and where they were seen.
import { evidenceSeenInPlace } from '../centre/evidence/contract.ts'
import { RecordType } from '../common/letters/contract.ts'
import { OperationError } from '../core/errors.ts'
import { type Id, newId } from '../core/ids.ts'
import { agreementSign } from '../school/agreements/contract.ts'
import { descriptorDraft, descriptorOffer, portfolioMine } from '../school/descriptors/contract.ts'
import { runJobs } from '../server/jobs.ts'
import type { TestApp, TestPerson } from './app.ts'
import { type Classroom, record } from './classroom.ts'

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

const tables = {
  learner_observation: 'learnerObservations',
  session: 'sessions',
  feedback: 'feedbackGiven',
  improvement: 'improvements',
  handover: 'handovers',
  agreement: 'agreements',
  next_action: 'nextActions',
} as const

/** Has the practitioner of a full house offer one record of every kind, as it is proposed, and the post bring them. Returns the registration. */
export async function offerEveryKind(app: TestApp, room: Classroom): Promise<Id> {
  const { practitioner } = room
  const [portfolio] = await practitioner.ask(portfolioMine, {})
  const registrationId = portfolio?.addressee.registrationId ?? ''
  const [sessionId] = await idsOf(app, 'session')
  await record(practitioner, room, { sessionId: sessionId ?? null, whatSeen: 'Lined them up', childWords: 'Look!', myView: 'Nearly there' })
  for (const agreementId of await idsOf(app, 'agreement'))
    await practitioner.send(agreementSign, { id: newId(), agreementId }).catch(orRefused)
  for (const recordType of RecordType.options) {
    const isOffered = await offerOne(practitioner, { registrationId, recordType, ids: await idsOf(app, recordType) })
    if (!isOffered) throw new Error(`the full house has no ${recordType} that can be offered`)
  }
  const { database, dispatch, services } = app
  await runJobs({ database, dispatch, keys: services.keys, failed: (_, error) => Promise.reject(error) })
  return registrationId
}

const idsOf = async ({ school }: TestApp, recordType: RecordType) =>
  school.look(async (tx) => {
    const rows = await tx.db
      .selectFrom(tables[recordType])
      .select('id')
      .where('organisationId', '=', tx.organisationId)
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id)
  })

/** What is withdrawn, another’s, or not agreed yet is passed over. */
function orRefused(error: unknown): undefined {
  if (error instanceof OperationError) return undefined
  throw error
}

async function offerOne(
  practitioner: TestPerson,
  { ids, ...of }: { registrationId: Id; recordType: RecordType; ids: readonly Id[] },
): Promise<boolean> {
  for (const id of ids) {
    const about = { ...of, recordIds: [id] }
    const draft = await practitioner.ask(descriptorDraft, { id: newId(), ...about }).catch(orRefused)
    if (draft === undefined) continue
    const { sentence, leaves, pseudonyms } = draft
    await practitioner.send(descriptorOffer, { id: newId(), ...about, sentence, leaves, pseudonyms, confirmedWords: [] })
    return true
  }
  return false
}

/** The assessor sees every record that is only pointed at. */
export async function seeAllInPlace({ centre }: TestApp, assessor: TestPerson, registrationId: Id): Promise<void> {
  const letters = await centre.look((tx) =>
    tx.db
      .selectFrom('evidenceItems')
      .select('id')
      .where('organisationId', '=', tx.organisationId)
      .where('letterId', 'is not', null)
      .execute(),
  )
  for (const { id: evidenceId } of letters) {
    const seen = { where: 'In the classroom next to the hall', seenOn: '2026-11-24', permittedBy: 'Priya Raman, head' }
    await assessor.send(evidenceSeenInPlace, { id: newId(), registrationId, evidenceId, ...seen })
  }
}
