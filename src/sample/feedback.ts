// Feedback in the support group's lessons, what came of it, and Callum's second attempt beside his first.
import { moment } from '../core/time.ts'
import { type FeedbackResponse, feedbackGive } from '../school/feedback/contract.ts'
import { improvementRecord } from '../school/improvements/contract.ts'
import type { Calendar } from './calendar.ts'
import { school } from './cast.ts'
import { learnerLabel } from './classes.ts'
import { criterionLabel, goals } from './goals.ts'
import { boostChildren, groups } from './learners.ts'
import { observationLabel, sessionLabel } from './recording.ts'
import type { Scene, Stage } from './stage.ts'
import { boostLesson } from './support.ts'

interface Said {
  readonly back: number
  readonly minute: number
  readonly child: string
  readonly criterion: number
  readonly didWell: string
  readonly strategy: string | null
  readonly toDevelop: string | null
  readonly nextAction: string
  readonly isPrivate: boolean
  readonly response: FeedbackResponse | null
}

const said: readonly Said[] = [
  {
    ...{ back: 7, minute: 30, child: 'Jayden', criterion: 2, isPrivate: false, response: 'acted' },
    didWell: 'You folded it again before you moved on, and that showed you the three sixths.',
    strategy: 'Checked it back',
    toDevelop: 'Check the ones that look easy too',
    nextAction: 'Fold one more before you put the pencil down',
  },
  {
    ...{ back: 4, minute: 36, child: 'Callum', criterion: 1, isPrivate: false, response: 'said_back' },
    didWell: 'You went straight down the wall before you drew, and that showed which parts match.',
    strategy: 'Used a picture',
    toDevelop: 'Strips of the same length',
    nextAction: 'Draw both strips again, the same length',
  },
  {
    ...{ back: 1, minute: 42, child: 'Maisie', criterion: 1, isPrivate: true, response: 'said_back' },
    didWell: 'You lined the strips up before you compared, and that proves they are the same.',
    strategy: null,
    toDevelop: 'Say what the 4 tells us',
    nextAction: 'Write one sentence with denominator',
  },
  {
    ...{ back: 0, minute: 10, child: 'Theo', criterion: 2, isPrivate: true, response: 'said_back' },
    didWell: 'You took the step card out before you began, and ticked each step.',
    strategy: 'Step by step',
    toDevelop: null,
    nextAction: 'Put the ruler under the row before you read it',
  },
]

/** Callum’s strips: crossed in the first lesson, of one length two weeks later. */
const better = {
  ...{ child: 'Callum', criterion: 1, of: { back: 4, minute: 36 } },
  first: { back: 14, minute: 41 },
  second: { back: 4, minute: 47 },
  whatChanged: 'I used the wall. You go straight down.',
  minutes: 5,
} as const

export function feedbackScenes({ at }: Calendar): Scene[] {
  const bell = (back: number) => at(back, '11:45')
  return [
    ...said.map((one) => ({ at: bell(one.back), play: (stage: Stage) => give(stage, one, bell(one.back)) })),
    { at: at(better.second.back, '11:46'), play: (stage) => improve(stage, at(better.second.back, '11:46')) },
  ]
}

const lessonOn = (back: number) => boostLesson({ back, moments: [] })
const feedbackLabel = ({ child, back, minute }: Pick<Said, 'child' | 'back' | 'minute'>) => `feedback ${child} ${back} ${minute}`

function aboutOf(stage: Stage, { child, criterion }: Pick<Said, 'child' | 'criterion'>, back: number) {
  const learner = boostChildren.find(({ givenName }) => givenName === child)
  if (learner === undefined) throw new Error(`nobody in the sample's support group is called ${child}`)
  return {
    learnerId: stage.id(learnerLabel(learner)),
    groupId: stage.id(groups.boost.label),
    sessionId: stage.id(sessionLabel(lessonOn(back))),
    goalId: stage.id(goals.boost.label),
    criterionId: stage.id(criterionLabel('boost', criterion)),
  }
}

const momentOf = (stage: Stage, back: number, minute: number) =>
  moment(new Date(stage.calendar.at(back, '10:45').getTime() + minute * 60_000))

async function give(stage: Stage, one: Said, at: Date): Promise<void> {
  const { back, minute, child: _, criterion: _criterion, ...words } = one
  const label = feedbackLabel(one)
  await stage.send(school.dawn, at, label, feedbackGive, {
    ...aboutOf(stage, one, back),
    ...words,
    id: stage.id(label),
    mode: 'spoken',
    observedAt: momentOf(stage, back, minute),
  })
}

async function improve(stage: Stage, at: Date): Promise<void> {
  const { child, of, first, second, whatChanged, minutes } = better
  const label = `improvement ${child}`
  const attempt = ({ back, minute }: { readonly back: number; readonly minute: number }) =>
    stage.id(observationLabel(lessonOn(back), { child, minute }))
  await stage.send(school.dawn, at, label, improvementRecord, {
    ...aboutOf(stage, better, second.back),
    id: stage.id(label),
    feedbackId: stage.id(feedbackLabel({ child, ...of })),
    firstObservationId: attempt(first),
    secondObservationId: attempt(second),
    secondDrawing: null,
    minutes,
    whatChanged,
    observedAt: momentOf(stage, second.back, second.minute),
  })
}
