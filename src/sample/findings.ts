// The support group's hinge question on the first Tuesday, and ways to find out that told something or nothing.
import { type Moment, moment } from '../core/time.ts'
import { hingeQuestionMake } from '../school/misconceptions/contract.ts'
import { hingeReading, shippedMisconceptions } from '../school/misconceptions/rules.ts'
import { learnerObservationRecord, type NewObservation } from '../school/observations/contract.ts'
import type { Technique } from '../school/techniques/contract.ts'
import type { Calendar } from './calendar.ts'
import { school } from './cast.ts'
import { learnerLabel } from './classes.ts'
import { criterionLabel, goals } from './goals.ts'
import { boostChildren, groups } from './learners.ts'
import { sessionLabel } from './recording.ts'
import type { Scene, Stage } from './stage.ts'
import { boostLesson } from './support.ts'

const question = 'Which is the same as ½?'
const options = [
  ['2/4', null],
  ['1/4', 'Halves the fraction'],
  ['2/3', 'Adds one to top and bottom'],
  ['2/6', 'Bigger bottom number is bigger'],
] as const

/** The place of the option that each chose, and how sure they said they were. */
const answers: readonly (readonly [child: string, chosen: number, isSure: boolean])[] = [
  ['Aaliyah', 0, true],
  ['Callum', 2, true],
  ['Ewa', 0, true],
  ['Jayden', 0, true],
  ['Maisie', 0, false],
  ['Theo', 1, false],
]

interface Way {
  readonly back: number
  readonly minute: number
  readonly child: string
  readonly technique: Technique
  /** Nothing was said or seen: it was tried and told nothing. */
  readonly said?: Partial<Pick<NewObservation, 'whatSeen' | 'childWords' | 'participation'>>
}

const ways: readonly Way[] = [
  { back: 7, minute: 5, child: 'Maisie', technique: 'mini_whiteboards' },
  { back: 7, minute: 6, child: 'Theo', technique: 'mini_whiteboards', said: { whatSeen: 'Drew two strips of one length' } },
  { back: 7, minute: 40, child: 'Maisie', technique: 'open_question', said: { childWords: 'Because the line goes through both' } },
  {
    back: 2,
    minute: 26,
    child: 'Ewa',
    technique: 'talk_partners',
    said: { whatSeen: 'Said denominator to her partner', participation: 'contributing' },
  },
  { back: 1, minute: 34, child: 'Callum', technique: 'true_false_because', said: { childWords: 'False, because the bits are smaller' } },
]

export function findingScenes({ at }: Calendar): Scene[] {
  const asked = at(14, '10:51')
  return [
    { at: asked, play: (stage) => ask(stage, asked) },
    ...ways.map((way) => {
      const when = new Date(at(way.back, '10:45').getTime() + way.minute * 60_000)
      return { at: when, play: (stage: Stage) => note(stage, way, when) }
    }),
  ]
}

const optionLabel = (place: number) => `hinge option ${place}`

async function ask(stage: Stage, at: Date): Promise<void> {
  const made = options.map(([wording, name], place) => ({
    id: stage.id(optionLabel(place)),
    wording,
    isRight: name === null,
    misconceptionId: name === null ? null : misconceptionId(name),
  }))
  const statement = { framework: 'evident-mathematics', version: 1, code: goals.boost.statement }
  const id = stage.id('hinge question')
  const groupId = stage.id(groups.boost.label)
  await stage.send(school.dawn, at, 'make hinge question', hingeQuestionMake, { id, groupId, statement, question, options: made })
  for (const [child, chosen, isSure] of answers) {
    const option = made[chosen]
    if (option === undefined) throw new Error(`the sample's hinge question has no option ${chosen}`)
    const answer = {
      technique: 'hinge_question',
      hingeOptionId: option.id,
      isSure,
      ...hingeReading(option, isSure),
      helpLevel: 'self' as const,
    }
    const whatSeen = `${question} – ${option.wording}`
    await record(stage, `answer ${child}`, at, { ...about(stage, 14, child, moment(at)), ...answer, whatSeen })
  }
}

async function note(stage: Stage, { back, child, technique, said = {} }: Way, at: Date): Promise<void> {
  const source = said.childWords === undefined ? ('seen' as const) : ('heard' as const)
  await record(stage, `way ${technique} ${child} ${back}`, at, {
    ...about(stage, back, child, moment(at)),
    criterionId: null,
    technique,
    source,
    ...said,
  })
}

function misconceptionId(name: string): string {
  const found = shippedMisconceptions.find(({ wording }) => wording === name)
  if (found === undefined) throw new Error(`no misconception that comes with the product is called ${name}`)
  return found.id
}

/** Of whom, where and when; nothing said yet. */
function about(stage: Stage, back: number, givenName: string, observedAt: Moment): Omit<NewObservation, 'id'> {
  const child = boostChildren.find((one) => one.givenName === givenName)
  if (child === undefined) throw new Error(`nobody in the sample's support group is called ${givenName}`)
  const place = {
    learnerId: stage.id(learnerLabel(child)),
    groupId: stage.id(groups.boost.label),
    sessionId: stage.id(sessionLabel(boostLesson({ back, moments: [] }))),
    goalId: stage.id(goals.boost.label),
    criterionId: stage.id(criterionLabel('boost', 1)),
  }
  const nothing = { helpLevel: null, response: null, participation: null, whatSeen: null, childWords: null, myView: null, photoId: null }
  return { ...place, ...nothing, source: 'seen', observedAt }
}

async function record(stage: Stage, label: string, at: Date, said: Omit<NewObservation, 'id'>): Promise<void> {
  await stage.send(school.dawn, at, `record ${label}`, learnerObservationRecord, { id: stage.id(label), ...said })
}
