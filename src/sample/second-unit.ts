// Dawn's second unit in the sample: what the observed lesson shows of it too, and what Lorraine has decided so far.
import { assessmentRecord } from '../centre/decisions/contract.ts'
import { evidenceAdd } from '../centre/evidence/contract.ts'
import { emptyRecord } from '../centre/evidence/rules.ts'
import { registrationCreate } from '../centre/registrations/contract.ts'
import type { Calendar } from './calendar.ts'
import { college } from './cast.ts'
import type { Scene, Stage } from './stage.ts'

export const secondUnitLabel = 'second registration of Dawn'

/** What the observed lesson of the first unit shows of this one. */
export const seenOfSecondUnit = ['2.2', '2.3', '2.4', '3.1'] as const

export function secondUnitScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(43, '09:40'), play: (stage) => register(stage, at(43, '09:40')) },
    { at: at(6, '17:20'), play: (stage) => decide(stage, at(6, '17:20')) },
    { at: at(2, '20:10'), play: (stage) => describeRules(stage, at(2, '20:10')) },
  ]
}

async function register(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.marta, at, secondUnitLabel, registrationCreate, {
    id: stage.id(secondUnitLabel),
    candidateId: stage.id(college.dawn.key),
    assessorId: stage.id(college.lorraine.key),
    tutorId: stage.id(college.nia.key),
    iqaId: stage.id(college.graham.key),
    site: 'Oakmere Primary School',
    candidateNumber: '4471',
    packCode: 'cg-5329-209',
    registeredOn: stage.calendar.day(43),
    endsOn: null,
  })
}

async function decide(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.lorraine, at, 'decide on the second unit', assessmentRecord, {
    id: stage.id('act on the second unit'),
    registrationId: stage.id(secondUnitLabel),
    halves: (['2.2', '2.4'] as const).map((leaf) => ({
      id: stage.id(`decide ${leaf} of the second unit`),
      leaf,
      half: 'observed' as const,
    })),
    outcome: 'met',
    evidenceIds: [stage.id('item visit')],
    reason: 'Seen at the start and in the task: she thanked for the first steps, and put her own things away before she asked for it.',
    action: null,
    actionBy: null,
    checks: [],
  })
}

async function describeRules(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.dawn, at, 'item school rules', evidenceAdd, {
    id: stage.id('item school rules'),
    registrationId: stage.id(secondUnitLabel),
    record: emptyRecord('A', 'Two pages on the rules of my school, with an example of what happens when one adult goes another way.'),
    isOwnWork: true,
    title: 'Our school’s rules, and why all of us keep to them alike',
    occurredOn: stage.calendar.day(2),
    leaves: ['1.1', '1.2'],
  })
}
