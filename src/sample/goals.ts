// The learning goals of the sample: what is aimed at, and what the teacher marks as met.
import type { StatementRef } from '../common/frameworks/contract.ts'
import { goalClose, goalSet, type SuccessCriterionKind, successCriterionMarkMet } from '../school/goals/contract.ts'
import type { Calendar } from './calendar.ts'
import { type Member, school } from './cast.ts'
import { learnerLabel } from './classes.ts'
import { boostChildren, class4H, groups } from './learners.ts'
import type { Scene, Stage } from './stage.ts'

interface SampleGoal {
  readonly label: string
  readonly setBy: Member
  /** The label of a group or of a learner. */
  readonly of: string
  readonly wording: string
  readonly statement: string
  /** `kind: Short name: I can …` */
  readonly criteria: readonly string[]
}

export const goals = {
  shade: {
    label: 'goal shade',
    setBy: school.ben,
    of: groups.class4H.label,
    wording: 'Show and name fractions of a shape and on a line',
    statement: '3.F2',
    criteria: ['must: Shade: I can shade a fraction of a shape', 'next: Order: I can put unit fractions in order'],
  },
  families: {
    label: 'goal families',
    setBy: school.ben,
    of: groups.class4H.label,
    wording: 'Recognise and show families of equivalent fractions',
    statement: '4.F1',
    criteria: [
      'must: Same amount: I can fold or draw to show the same amount',
      'must: Equal fraction: I can use the wall to find an equal fraction',
      'next: Explain: I can explain with numerator and denominator',
      'stretch: No picture: I can find one without a picture',
    ],
  },
  eighths: {
    label: 'goal eighths',
    setBy: school.ben,
    of: groups.class4H.label,
    wording: 'Add and subtract fractions with the same denominator',
    statement: '4.F2',
    criteria: ['must: Add eighths: I can add eighths and say why the 8 stays', 'next: Take eighths: I can take eighths away'],
  },
  boost: {
    label: 'goal boost',
    setBy: school.dawn,
    of: groups.boost.label,
    wording: 'Show when two fractions are the same size, and say why',
    statement: '4.F1',
    criteria: [
      'must: Same amount: I can fold or draw to show the same amount',
      'must: Equal fraction: I can use the wall to find an equal fraction',
      'next: Explain: I can explain with numerator and denominator',
      'stretch: No picture: I can find one without a picture',
    ],
  },
  steps: {
    label: 'goal steps',
    setBy: school.dawn,
    of: 'learner Theo W',
    wording: 'Use a step card for tasks with three steps',
    statement: '4.F1',
    criteria: ['must: Tick steps: I can tick each step when it is done', 'next: Three steps: I can do all three steps with my card'],
  },
  thirds: {
    label: 'goal thirds',
    setBy: school.ruth,
    of: groups.class2C.label,
    wording: 'Find a third, a quarter and three quarters',
    statement: '2.F1',
    criteria: ['must: A quarter: I can find a quarter of a shape', 'must: A third: I can find a third of a set of things'],
  },
} as const satisfies Record<string, SampleGoal>

export type GoalName = keyof typeof goals

export const criterionLabel = (goal: GoalName, position: number): string => `${goals[goal].label} criterion ${position}`

/** Which success criteria of the class the teacher has marked as met, for those who are named or, without names, for all but them. */
const met: readonly { back: number; goal: GoalName; position: number; but: readonly string[] }[] = [
  { back: 24, goal: 'shade', position: 1, but: ['Aaliyah R', 'Oliver D', 'Theo W'] },
  { back: 9, goal: 'families', position: 1, but: [...boostChildren.map(({ key }) => key), 'Elif Y', 'Oliver D', 'Yusuf A', 'Kacper W'] },
]

export function goalScenes({ at }: Calendar): Scene[] {
  const set = (name: GoalName, back: number, time: string): Scene => ({
    at: at(back, time),
    play: (stage) => setGoal(stage, goals[name], at(back, time)),
  })
  return [
    set('shade', 41, '08:40'),
    set('thirds', 40, '08:30'),
    set('families', 22, '08:35'),
    set('boost', 14, '10:20'),
    set('eighths', 6, '08:35'),
    set('steps', 9, '15:20'),
    ...met.map((marks) => ({ at: at(marks.back, '15:50'), play: (stage: Stage) => markAll(stage, marks) })),
    { at: at(6, '15:45'), play: markBoost },
    { at: at(23, '16:00'), play: (stage) => closeGoal(stage, 'shade', at(23, '16:00')) },
  ]
}

async function setGoal(stage: Stage, goal: SampleGoal, at: Date): Promise<void> {
  const isOfLearner = goal.of.startsWith('learner')
  const statement: StatementRef = { framework: 'evident-mathematics', version: 1, code: goal.statement }
  await stage.send(goal.setBy, at, `set ${goal.label}`, goalSet, {
    id: stage.id(goal.label),
    groupId: isOfLearner ? null : stage.id(goal.of),
    learnerId: isOfLearner ? stage.id(goal.of) : null,
    wording: goal.wording,
    statement,
    criteria: goal.criteria.map((line, index) => {
      const [kind, shortName = '', childText = ''] = line.split(': ')
      const id = stage.id(`${goal.label} criterion ${index + 1}`)
      return { id, shortName, childText, adultText: null, kind: kind as SuccessCriterionKind, position: index + 1 }
    }),
  })
}

async function markAll(stage: Stage, { back, goal, position, but }: (typeof met)[number]): Promise<void> {
  const children = class4H.filter(({ key }) => !but.includes(key))
  const at = stage.calendar.at(back, '15:50')
  await Promise.all(children.map(({ key }) => mark(stage, key, goal, position, at)))
}

/** The first success criterion, for those who showed it twice without more than a prompt. */
async function markBoost(stage: Stage): Promise<void> {
  const at = stage.calendar.at(6, '15:45')
  await Promise.all(['Aaliyah R', 'Jayden M'].map((key) => mark(stage, key, 'boost', 1, at)))
}

async function mark(stage: Stage, key: string, goal: GoalName, position: number, at: Date): Promise<void> {
  const criterion = criterionLabel(goal, position)
  const input = { id: stage.id(`met ${criterion} ${key}`), criterionId: stage.id(criterion), learnerId: stage.id(learnerLabel({ key })) }
  await stage.send(school.ben, at, `mark met ${criterion} ${key}`, successCriterionMarkMet, input)
}

async function closeGoal(stage: Stage, goal: GoalName, at: Date): Promise<void> {
  await stage.send(school.ben, at, `close ${goals[goal].label}`, goalClose, { goalId: stage.id(goals[goal].label) })
}
