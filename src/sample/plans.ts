// What Lorraine and Dawn plan together: the visit that was, signed by both with its feedback; a short visit to be commented; the next one, waiting for Dawn.
import { type PlanContent, planAddEntry, planSign, planWrite } from '../centre/plans/contract.ts'
import { visitForRegistration, visitRecord, visitSign, visitWriteUp } from '../centre/visits/contract.ts'
import { momentAt } from '../core/wall-clock.ts'
import type { Calendar } from './calendar.ts'
import { college, type Member, school } from './cast.ts'
import { registrationLabel } from './registrations.ts'
import type { Scene, Stage } from './stage.ts'
import { expertLabel } from './witnesses.ts'

const { dawn, lorraine } = college

interface Planned {
  readonly label: string
  readonly back: number
  readonly visitOn: (calendar: Calendar) => string
  readonly meeting: PlanContent['meeting']['how']
  readonly activity: string
  /** Leaf to the place of its moment. */
  readonly forecast: Readonly<Record<string, number>>
  /** What the assignment shows, by when. */
  readonly assignment: readonly string[]
  readonly signedBy: readonly Member[]
}

const moments = [
  { at: '10:30', label: 'Briefing with the class teacher' },
  { at: '10:45', label: 'Goals and success criteria' },
  { at: '10:55', label: 'During the task' },
  { at: '11:20', label: 'Time to improve' },
  { at: '11:30', label: 'Looking back together' },
  { at: '11:45', label: 'Handover to the class teacher' },
]

const plans: readonly Planned[] = [
  {
    label: 'plan of the first visit',
    back: 10,
    visitOn: ({ day }) => day(7),
    meeting: 'video',
    activity: 'Equal fractions with a group of six',
    forecast: { '2.1': 0, '2.2': 1, '2.3': 2, '2.4': 2, '2.5': 3, '3.1': 4, '3.2': 4, '3.4a': 4, '3.4b': 4 },
    assignment: ['1.4', '1.5b', '1.5c', '2.3'],
    signedBy: [dawn, lorraine],
  },
  {
    label: 'plan of the second visit',
    back: 1,
    visitOn: ({ ahead }) => ahead(8),
    meeting: 'in_person',
    activity: 'Fractions of a strip, with ten minutes to look back at two pieces of work',
    forecast: { '3.1': 4, '3.2': 4, '3.3': 4, '3.4a': 4, '3.4b': 4, '3.4c': 4, '3.4d': 4, '4.1a': 5, '4.1b': 5, '4.1c': 5 },
    assignment: ['1.4', '1.5b', '1.5c', '2.3', '4.2'],
    signedBy: [lorraine],
  },
]

export function planScenes({ at }: Calendar): Scene[] {
  return [
    ...plans.map((planned) => ({ at: at(planned.back, '16:40'), play: (stage: Stage) => plan(stage, planned) })),
    { at: at(7, '12:30'), play: (stage) => feedBack(stage, at(7, '12:30')) },
    { at: at(1, '12:20'), play: (stage) => visit(stage, at(1, '12:20')) },
  ]
}

async function plan(stage: Stage, planned: Planned): Promise<void> {
  const { label, back, signedBy } = planned
  const at = stage.calendar.at(back, '16:40')
  const planId = stage.id(label)
  const written = await stage.send(lorraine, at, label, planWrite, {
    id: stage.id(`write ${label}`),
    planId,
    basedOn: 0,
    content: contentOf(stage, planned),
  })
  for (const who of signedBy)
    await stage.send(who, at, `${who.key} signs ${label}`, planSign, {
      id: stage.id(`${who.key} signs ${label}`),
      planId,
      contentHash: written.contentHash,
    })
}

function contentOf({ id, calendar }: Stage, { visitOn, back, meeting, activity, forecast, assignment }: Planned): PlanContent {
  const registrationId = id(registrationLabel(dawn))
  return {
    registrationIds: [registrationId],
    meeting: { on: calendar.day(back), how: meeting, minutes: 25 },
    visit: {
      on: visitOn(calendar),
      startTime: '10:30',
      endTime: '12:00',
      site: 'Oakmere Primary School',
      activity,
      learners: 6,
      needs: 'Two need the steps read aloud; one begins best with a choice; one is new to English.',
      resources: 'Paper strips, two pieces of earlier work',
      risk: 'Scissors are counted out and in.',
      adjustments: 'None asked for.',
      teacherTold: 'I watch and take no part. Please brief her as you always do, and take her handover at the end.',
      bring: 'Photo identity and this page',
    },
    moments,
    forecast: Object.entries(forecast).map(([leaf, moment]) => ({
      registrationId,
      leaf,
      half: 'observed' as const,
      method: 'O' as const,
      moment,
    })),
    otherWays: [
      {
        method: 'A',
        how: 'Third and fourth headings',
        byOn: calendar.ahead(10),
        leaves: assignment.map((leaf) => ({ registrationId, leaf, half: 'knowledge' as const })),
      },
    ],
    witnesses: [{ witnessId: id(expertLabel), name: school.priya.name, sees: 'How learners judge each other’s work, on a day of her own' }],
    permissions: {
      school: 'told',
      adults: 'not_needed',
      visitorRule: 'Sign in at the office; the head’s assistant walks with you.',
      on: calendar.day(back),
    },
    confidentiality:
      'Learners are letters in everything that is written. No picture and no recording of a child. School records stay in the school.',
  }
}

async function feedBack(stage: Stage, at: Date): Promise<void> {
  await stage.send(lorraine, at, 'feedback on the first visit', planAddEntry, {
    id: stage.id('feedback on the first visit'),
    planId: stage.id('plan of the first visit'),
    kind: 'feedback',
    saidOn: stage.calendar.day(7),
    words: 'You waited, then gave one clue, and Learner B drew the strips again. Next: leave ten minutes to look back before the bell.',
    nextMeetingOn: stage.calendar.day(1),
  })
}

/** A short visit: seen, claimed, signed by Lorraine; Dawn has not commented yet. */
async function visit(stage: Stage, at: Date): Promise<void> {
  const { id, calendar } = stage
  const label = 'visit to a handover'
  const visitId = id(label)
  const registrationId = id(registrationLabel(dawn))
  const when = (time: string) => momentAt(calendar.day(1), time)
  await stage.send(lorraine, at, label, visitRecord, {
    id: visitId,
    planId: null,
    registrationIds: [registrationId],
    place: 'Oakmere Primary School',
    startedAt: when('11:40'),
    endedAt: when('12:00'),
    learners: ['A', 'B'],
    entries: [
      { at: when('11:42'), seen: 'She read three lines from her notes to the class teacher: who joined in, with what help.' },
      {
        at: when('11:47'),
        seen: 'She said that Learner A judged his own work against the second criterion, and that Learner B asked for a partner.',
      },
      { at: when('11:55'), seen: 'The class teacher decided to begin tomorrow with the strips; she wrote it down.' },
    ],
  })
  await stage.send(lorraine, at, `write up ${label}`, visitWriteUp, {
    id: id(`write up ${label}`),
    visitId,
    title: 'Observed handover after a fractions lesson',
    claims: ['4.1a', '4.1b', '4.1c'].map((leaf) => ({ registrationId, leaf })),
    good: 'Facts first, and each with the help that it took.',
    develop: 'Ask the class teacher what she will do with it before you leave.',
  })
  const { visits } = await stage.ask(lorraine, at, visitForRegistration, { registrationId })
  await stage.send(lorraine, at, `sign ${label}`, visitSign, {
    id: id(`sign ${label}`),
    visitId,
    contentHash: visits.find((one) => one.id === visitId)?.contentHash ?? '',
  })
}
