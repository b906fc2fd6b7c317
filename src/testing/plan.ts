// A plan for a visit as tests write it: unit 307, two leaves shown in the session, one by the assignment.

import { type PlanContent, planSign, planWrite } from '../centre/plans/contract.ts'
import type { Parsed } from '../core/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import type { TestPerson } from './app.ts'

export function testPlan(registrationId: Id, change: Partial<PlanContent> = {}): PlanContent {
  const half = (leaf: string, of: 'observed' | 'knowledge') => ({ registrationId, leaf, half: of })
  return {
    registrationIds: [registrationId],
    meeting: { on: '2026-11-12', how: 'video', minutes: 25 },
    visit: {
      on: '2026-11-26',
      startTime: '10:30',
      endTime: '12:00',
      site: 'Oakmere Primary School',
      activity: 'Equal fractions with a group of six',
      learners: 6,
      needs: 'Two need the steps read aloud; one is reluctant',
      resources: 'Paper strips',
      risk: 'Scissors are counted out and in',
      adjustments: 'None asked for',
      teacherTold: 'I watch, and I do not help. Please brief her as always.',
      bring: 'Photo identity',
    },
    moments: [
      { at: '10:30', label: 'Briefing with the teacher' },
      { at: '10:45', label: 'During the task' },
    ],
    forecast: [
      { ...half('2.1', 'observed'), method: 'O', moment: 0 },
      { ...half('2.3', 'observed'), method: 'O', moment: 1 },
    ],
    otherWays: [{ method: 'A', how: 'Second heading of the assignment', byOn: '2026-12-04', leaves: [half('2.3', 'knowledge')] }],
    witnesses: [{ witnessId: null, name: 'Priya Nair', sees: 'Peer assessment on Wednesday' }],
    permissions: { school: 'told', adults: 'not_needed', visitorRule: 'Sign in at the office', on: '2026-11-20' },
    confidentiality: 'Learners are letters in all that is written.',
    ...change,
  }
}

/** Writes a plan and has both sign it. */
export async function agreePlan(
  { candidate, assessor }: { readonly candidate: TestPerson; readonly assessor: TestPerson },
  content: PlanContent,
  planId: Id = newId(),
): Promise<Parsed<typeof planWrite.output> & { planId: Id }> {
  const written = await candidate.send(planWrite, { id: newId(), planId, basedOn: 0, content })
  for (const person of [candidate, assessor]) await person.send(planSign, { id: newId(), planId, contentHash: written.contentHash })
  return { planId, ...written }
}
