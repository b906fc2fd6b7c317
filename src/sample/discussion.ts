// A professional discussion in the sample: its agenda proposed by Lorraine, agreed by Dawn, and then held to, with a time index.
import { discussionAgree, discussionPropose } from '../centre/discussions/contract.ts'
import { evidenceAdd } from '../centre/evidence/contract.ts'
import { momentAt } from '../core/wall-clock.ts'
import type { Calendar } from './calendar.ts'
import { college } from './cast.ts'
import { registrationLabel } from './registrations.ts'
import { secondUnitLabel } from './second-unit.ts'
import type { Scene, Stage } from './stage.ts'

const agendaLabel = 'agenda of the discussion'

const points = [
  { leaf: '2.3', point: 'Traffic lights: when do they tell you something, and when do they not?' },
  { leaf: '1.4', point: 'What does it do for a learner besides marks?' },
  { leaf: '4.2', point: 'What have you changed since we met?' },
]

export function discussionScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(9, '17:40'), play: (stage) => propose(stage, at(9, '17:40')) },
    { at: at(8, '19:30'), play: (stage) => agree(stage, at(8, '19:30')) },
    { at: at(5, '16:50'), play: (stage) => discuss(stage, at(5, '16:50')) },
  ]
}

const about = (stage: Stage) => ({ registrationId: stage.id(registrationLabel(college.dawn)) })

async function propose(stage: Stage, at: Date): Promise<void> {
  // One talk for both of Dawn's units.
  const other = {
    leaf: '3.2',
    point: 'Whom do you tell when you are worried about how somebody behaves?',
    registrationId: stage.id(secondUnitLabel),
  }
  const all = [...points, other]
  await stage.send(college.lorraine, at, agendaLabel, discussionPropose, { id: stage.id(agendaLabel), ...about(stage), points: all })
}

async function agree(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.dawn, at, 'agree to the discussion', discussionAgree, { ...about(stage), agendaId: stage.id(agendaLabel) })
}

async function discuss(stage: Stage, at: Date): Promise<void> {
  const day = stage.calendar.day(5)
  await stage.send(college.lorraine, at, 'item discussion', evidenceAdd, {
    id: stage.id('item discussion'),
    ...about(stage),
    agendaId: stage.id(agendaLabel),
    record: {
      method: 'PD',
      agenda: points,
      agreedAt: null,
      startedAt: momentAt(day, '16:20'),
      timeIndex: [
        { at: 40, point: 'Traffic lights hide a guess; a hinge question shows it' },
        { at: 370, point: 'Learners who know their next step ask for less' },
        { at: 685, point: 'Counting to five, and what came of it' },
        { at: 905, point: 'Whom she told when a learner’s behaviour changed within a week' },
      ],
      summary:
        'She told two lessons apart: one in which all lamps were green and half could not do it, and one in which the hinge question sent four back to folding.',
      note: 'Eighteen minutes by telephone.',
    },
    isOwnWork: false,
    title: 'Discussion: what traffic lights tell, and what they do not',
    occurredOn: day,
    leaves: ['2.3', '1.4', '4.2'],
    alsoFor: [{ registrationId: stage.id(secondUnitLabel), leaves: ['3.2'] }],
  })
}
