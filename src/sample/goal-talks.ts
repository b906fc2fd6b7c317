// How the children of the sample say their goals, what was settled with each, and two examples that the group compared.
import type { Drawing } from '../core/drawing.ts'
import { goalExampleAdd, goalTalkNote, goalTalkSay, type OwnWording, type Settled } from '../school/goaltalks/contract.ts'
import type { Calendar } from './calendar.ts'
import { school } from './cast.ts'
import { learnerLabel } from './classes.ts'
import { criterionLabel, type GoalName, goals } from './goals.ts'
import type { Scene, Stage } from './stage.ts'

/** Two strips of one length, the upper one in halves, the lower one in quarters. */
const strips: Drawing = {
  lines: [
    { pen: 'black', points: [40, 70, 360, 70, 360, 120, 40, 120, 40, 70] },
    { pen: 'blue', points: [200, 70, 200, 120] },
    { pen: 'black', points: [40, 170, 360, 170, 360, 220, 40, 220, 40, 170] },
    { pen: 'blue', points: [120, 170, 120, 220] },
    { pen: 'blue', points: [200, 170, 200, 220] },
    { pen: 'blue', points: [280, 170, 280, 220] },
  ],
}

/** The lower strip is longer, and its parts are not equal. */
const crooked: Drawing = {
  lines: [
    { pen: 'black', points: [40, 70, 300, 70, 300, 120, 40, 120, 40, 70] },
    { pen: 'blue', points: [170, 70, 170, 120] },
    { pen: 'black', points: [40, 170, 370, 180, 370, 230, 40, 220, 40, 170] },
    { pen: 'blue', points: [90, 172, 90, 221] },
    { pen: 'blue', points: [220, 176, 220, 225] },
    { pen: 'blue', points: [300, 178, 300, 228] },
  ],
}

interface Talk {
  readonly child: string
  readonly goal: GoalName
  readonly wording: string
  readonly also?: Partial<OwnWording>
  /** Which success criterion the child chose. */
  readonly chose: number
  readonly understood: (Settled & { about: 'understood' })['choice']
  readonly helps?: string
}

const talks: readonly Talk[] = [
  {
    child: 'Aaliyah R',
    goal: 'boost',
    wording: 'Cut the cake into more pieces and it is still the same cake.',
    chose: 2,
    understood: 'example',
  },
  {
    child: 'Callum B',
    goal: 'boost',
    wording: 'I’m trying to show when two are the same size, like half-time.',
    chose: 1,
    understood: 'said_back',
  },
  {
    child: 'Ewa K',
    goal: 'boost',
    wording: 'I want to say the bottom number word without looking.',
    also: {
      firstLanguage: { language: 'pl', wording: 'Chcę powiedzieć, jak się nazywa dolna liczba, bez patrzenia.' },
      helpedBy: 'Mr Nowak',
    },
    chose: 3,
    understood: 'said_back',
    helps: 'Word mat: the numerator is on top, the denominator is below',
  },
  { child: 'Jayden M', goal: 'boost', wording: 'Find two that match and then check it.', chose: 4, understood: 'said_back' },
  {
    child: 'Maisie T',
    goal: 'boost',
    wording: 'I can show mine to one person.',
    also: { drawing: strips },
    chose: 1,
    understood: 'pointed',
  },
  {
    child: 'Theo W',
    goal: 'boost',
    wording: 'Two trains, same length, different carriages.',
    also: { symbols: ['steam_train'] },
    chose: 1,
    understood: 'pointed',
    helps: 'Step card: fold, count, compare',
  },
  { child: 'Theo W', goal: 'steps', wording: 'I do one step, tick, next step.', chose: 1, understood: 'example' },
]

const features = ['They start and end at the same place', 'The parts are the same size', 'You can see that two small ones make one big one']

export function goalTalkScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(14, '10:46'), play: (stage) => showExamples(stage, at(14, '10:46')) },
    { at: at(14, '10:50'), play: (stage) => talkAbout(stage, 'boost', at(14, '10:50')) },
    { at: at(9, '15:25'), play: (stage) => talkAbout(stage, 'steps', at(9, '15:25')) },
  ]
}

async function showExamples(stage: Stage, at: Date): Promise<void> {
  const goalId = stage.id(goals.boost.label)
  const examples = [
    { part: 'good' as const, words: 'One half is as long as two quarters', drawing: strips },
    { part: 'weaker' as const, words: 'Is one half as long as two quarters here?', drawing: crooked },
    ...features.map((words) => ({ part: 'feature' as const, words, drawing: null })),
  ]
  await Promise.all(
    examples.map((example, place) => {
      const label = `example ${place} of ${goals.boost.label}`
      return stage.send(school.dawn, at, label, goalExampleAdd, { id: stage.id(label), goalId, ...example })
    }),
  )
}

async function talkAbout(stage: Stage, name: GoalName, at: Date): Promise<void> {
  await Promise.all(talks.filter(({ goal }) => goal === name).map((talk) => talkWith(stage, talk, at)))
}

async function talkWith(stage: Stage, { child, goal, wording, also, chose, understood, helps }: Talk, at: Date): Promise<void> {
  const observedAt = at.toISOString()
  const about = { goalId: stage.id(goals[goal].label), learnerId: stage.id(learnerLabel({ key: child })), observedAt }
  const label = `${child} says ${goals[goal].label}`
  const silent = { drawing: null, symbols: [], firstLanguage: null, helpedBy: null }
  await stage.send(school.dawn, at, label, goalTalkSay, { id: stage.id(label), ...about, wording, ...silent, ...also })
  const settled: readonly Settled[] = [
    { about: 'criterion', criterionId: stage.id(criterionLabel(goal, chose)) },
    { about: 'understood', choice: understood },
    ...(helps === undefined ? [] : [{ about: 'helps' as const, words: helps }]),
  ]
  for (const one of settled) {
    const noted = `${label}, ${one.about}`
    await stage.send(school.dawn, at, noted, goalTalkNote, { id: stage.id(noted), ...about, sessionId: null, settled: one })
  }
}
