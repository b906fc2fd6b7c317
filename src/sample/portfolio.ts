// Dawn's portfolio at the college: what she adds, what Lorraine sees in place and decides, leaf by leaf.
import { decisionRecord, unitOfCandidate } from '../centre/decisions/contract.ts'
import { evidenceAdd, evidenceSeenInPlace } from '../centre/evidence/contract.ts'
import { emptyRecord } from '../centre/evidence/rules.ts'
import { offers } from './bridge.ts'
import type { Calendar } from './calendar.ts'
import { college, type Member } from './cast.ts'
import { registrationLabel } from './registrations.ts'
import { secondUnitLabel, seenOfSecondUnit } from './second-unit.ts'
import type { Scene, Stage } from './stage.ts'

interface Item {
  readonly label: string
  readonly by: Member
  readonly of: Member
  readonly back: number
  readonly time: string
  readonly method: 'O' | 'A' | 'RA'
  readonly title: string
  readonly note: string
  readonly leaves: readonly string[]
  /** What it shows of Dawn's second unit. */
  readonly second?: readonly string[]
}

const items = {
  assignment: {
    label: 'item assignment',
    by: college.dawn,
    of: college.dawn,
    back: 18,
    time: '20:10',
    method: 'A',
    title: 'Assignment, first part: two roles, two kinds of assessment',
    note: 'Four pages. Sources: one book, one website, the class teacher, a colleague.',
    leaves: ['1.1', '1.2', '1.3'],
  },
  comparison: {
    label: 'item comparison',
    by: college.dawn,
    of: college.dawn,
    back: 11,
    time: '19:20',
    method: 'A',
    title: 'Assignment, second part: a table of what is alike and what differs',
    note: 'Answers the feedback on 1.1, and goes on to planning.',
    leaves: ['1.1', '1.5a', '1.5b', '1.5c'],
  },
  visit: {
    label: 'item visit',
    by: college.lorraine,
    of: college.dawn,
    back: 7,
    time: '12:20',
    method: 'O',
    title: 'Observed lesson: equal fractions with a group of six',
    note: 'Sixty minutes. Dawn asked what each learner could already do, gave one clue at a time and counted to five before the next. Learner B drew the strips again; Learner C read the steps aloud.',
    leaves: ['2.1', '2.2', '2.3', '2.4', '2.5', '3.1', '3.2', '3.4a', '3.4b'],
    second: seenOfSecondUnit,
  },
  reflection: {
    label: 'item reflection',
    by: college.dawn,
    of: college.dawn,
    back: 3,
    time: '20:05',
    method: 'RA',
    title: 'I step in before five seconds are over',
    note: 'What: half of my helps were clues. So what: learners wait for me. Now what: count to five, then a question.',
    leaves: ['4.2', '2.3'],
  },
  rolesOfSteve: {
    label: 'item roles of Steve',
    by: college.steve,
    of: college.steve,
    back: 6,
    time: '18:45',
    method: 'A',
    title: 'Notes on formative and summative assessment',
    note: 'Two pages.',
    leaves: ['1.2'],
  },
} as const satisfies Record<string, Item>

interface Verdict {
  readonly leaf: string
  readonly half: 'observed' | 'knowledge'
  readonly on: readonly (keyof typeof items | keyof typeof offers)[]
  /** When more evidence is needed: why, what to do, and how many school days after the sample's last one it is due. */
  readonly more?: { readonly reason: string; readonly action: string; readonly ahead: number }
}

const met = (half: Verdict['half'], leaf: string, ...on: Verdict['on']): Verdict => ({ leaf, half, on })

const verdicts: readonly { back: number; time: string; all: readonly Verdict[] }[] = [
  {
    back: 15,
    time: '17:10',
    all: [
      met('knowledge', '1.2', 'assignment'),
      met('knowledge', '1.3', 'assignment'),
      {
        ...met('knowledge', '1.1', 'assignment'),
        more: {
          reason: 'Describes both roles and does not compare them.',
          action: 'Add a table: what is alike, what differs.',
          ahead: -10,
        },
      },
    ],
  },
  { back: 9, time: '17:25', all: [met('knowledge', '1.1', 'comparison'), met('knowledge', '1.5a', 'comparison')] },
  {
    back: 6,
    time: '17:00',
    all: [
      met('observed', '2.1', 'visit'),
      met('observed', '2.2', 'visit'),
      met('observed', '2.3', 'visit', 'clue'),
      met('observed', '2.4', 'visit'),
      met('observed', '2.5', 'visit', 'clue'),
      {
        ...met('observed', '3.1', 'visit'),
        more: {
          reason: 'The review was begun and the bell came before the learners could say what they had noticed.',
          action: 'Plan ten minutes for it, with two pieces of work side by side.',
          ahead: 8,
        },
      },
    ],
  },
]

export function portfolioScenes({ at }: Calendar): Scene[] {
  return [
    ...Object.values(items).map((item) => ({ at: at(item.back, item.time), play: (stage: Stage) => add(stage, item) })),
    { at: at(7, '12:40'), play: (stage) => seeInPlace(stage, at(7, '12:40')) },
    ...verdicts.map(({ back, time, all }) => ({
      at: at(back, time),
      // One after the other: decisions are numbered.
      play: async (stage: Stage) => {
        for (const verdict of all) await decide(stage, verdict, at(back, time))
      },
    })),
  ]
}

async function add(stage: Stage, { label, by, of, back, time, method, title, note, leaves, second }: Item): Promise<void> {
  await stage.send(by, stage.calendar.at(back, time), label, evidenceAdd, {
    id: stage.id(label),
    registrationId: stage.id(registrationLabel(of)),
    record: emptyRecord(method, note),
    isOwnWork: by === of,
    title,
    occurredOn: stage.calendar.day(back),
    leaves: [...leaves],
    ...(second === undefined ? {} : { alsoFor: [{ registrationId: stage.id(secondUnitLabel), leaves: [...second] }] }),
  })
}

async function seeInPlace(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.lorraine, at, 'see the clue in place', evidenceSeenInPlace, {
    id: stage.id('seen in place: clue'),
    registrationId: stage.id(registrationLabel(college.dawn)),
    evidenceId: await evidenceOf(stage, 'clue', at),
    where: 'Oakmere Primary School, on the tablet of Year 4, with the class teacher',
    seenOn: stage.calendar.day(7),
    permittedBy: 'Mrs Raman, head',
  })
}

async function decide(stage: Stage, { leaf, half, on, more }: Verdict, at: Date): Promise<void> {
  const label = `decide ${leaf} ${half} ${at.toISOString()}`
  await stage.send(college.lorraine, at, label, decisionRecord, {
    id: stage.id(label),
    registrationId: stage.id(registrationLabel(college.dawn)),
    leaf,
    half,
    outcome: more === undefined ? 'met' : 'more_evidence_needed',
    evidenceIds: await Promise.all(on.map((name) => evidenceOf(stage, name, at))),
    reason: more?.reason ?? null,
    action: more?.action ?? null,
    actionBy: more === undefined ? null : stage.calendar.ahead(more.ahead),
  })
}

/** An item that a person added has its id from its label; one that came as a letter has it from the college. */
async function evidenceOf(stage: Stage, name: keyof typeof items | keyof typeof offers, at: Date): Promise<string> {
  if (name in items) return stage.id(items[name as keyof typeof items].label)
  const letterId = stage.id(offers[name as keyof typeof offers].label)
  const { unit } = await stage.ask(college.lorraine, at, unitOfCandidate, { registrationId: stage.id(registrationLabel(college.dawn)) })
  const item = unit.evidence.find(({ descriptor }) => descriptor?.letterId === letterId)
  if (item === undefined) throw new Error(`the letter “${name}” has not arrived`)
  return item.id
}
