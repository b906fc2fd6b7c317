// A visit as tests record it, write it up and sign it.
import { visitComment, visitForRegistration, visitRecord, visitSign, visitWriteUp } from '../centre/visits/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import type { TestPerson } from './app.ts'

interface Parties {
  readonly id: Id
  readonly candidate: TestPerson
  readonly assessor: TestPerson
}

export const seen = (registrationId: Id) => ({
  id: newId(),
  planId: null as Id | null,
  registrationIds: [registrationId],
  place: 'Oakmere Primary School',
  startedAt: '2026-11-24T09:30:00.000Z',
  endedAt: '2026-11-24T10:40:00.000Z',
  learners: ['A', 'B'],
  entries: [
    { at: '2026-11-24T09:31:00.000Z', seen: 'She asked the class teacher what she wanted to know at the end.' },
    { at: '2026-11-24T09:52:00.000Z', seen: 'Learner B stopped. She waited, then gave one clue.' },
  ],
})

/** Records a visit and writes it up. */
export async function recordVisit({ id, assessor }: Parties, leaves: readonly string[] = ['2.3']) {
  const visit = seen(id)
  await assessor.send(visitRecord, visit)
  await assessor.send(visitWriteUp, {
    id: newId(),
    visitId: visit.id,
    title: 'Observed lesson: equal fractions',
    claims: leaves.map((leaf) => ({ registrationId: id, leaf })),
    good: 'You waited, then clued.',
    develop: 'Let Learner B answer in two languages first.',
  })
  return visit.id
}

/** As {@link recordVisit}, then the candidate comments and both sign; returns what became of it. */
export async function signedVisit(parties: Parties, leaves?: readonly string[]) {
  const visitId = await recordVisit(parties, leaves)
  const { id: registrationId, candidate, assessor } = parties
  await candidate.send(visitComment, { id: newId(), visitId, words: 'I counted to five.' })
  const { visits } = await candidate.ask(visitForRegistration, { registrationId })
  const contentHash = visits.find(({ id }) => id === visitId)?.contentHash ?? ''
  await candidate.send(visitSign, { id: newId(), visitId, contentHash })
  return { visitId, ...(await assessor.send(visitSign, { id: newId(), visitId, contentHash })) }
}
