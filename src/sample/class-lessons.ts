// Lessons with whole classes: what teacher and practitioner noticed in passing and in the books, worked out from how far each child is.
import type { HelpLevel, Participation, Response } from '../school/observations/contract.ts'
import type { Calendar } from './calendar.ts'
import { type Member, school } from './cast.ts'
import type { GoalName } from './goals.ts'
import { boostChildren, type Child, class2C, class4H, groups, leaver, type SampleGroup } from './learners.ts'
import { lesson, type Moment } from './moments.ts'
import { lessonScene, type RecordedLesson } from './recording.ts'
import type { Scene } from './stage.ts'

/** One success criterion looked at on one day: beside the children, or afterwards in their books. */
interface Look {
  readonly goal: GoalName
  readonly criterion: number
  readonly back: number
  readonly source: 'seen' | 'work_sample'
  /** How hard it is and how long it was worked at: 0 is easy by now, 1 is new. */
  readonly hard: number
}

const look = (goal: GoalName, criterion: number, back: number, source: Look['source'], hard: number): Look => ({
  goal,
  criterion,
  back,
  source,
  hard,
})

const looks4H: readonly Look[] = [
  look('shade', 1, 38, 'seen', 0.35),
  look('shade', 1, 33, 'work_sample', 0.1),
  look('shade', 2, 31, 'seen', 0.5),
  look('shade', 2, 26, 'work_sample', 0.3),
  look('families', 1, 20, 'seen', 0.4),
  look('families', 1, 17, 'work_sample', 0.15),
  look('families', 2, 16, 'seen', 0.45),
  look('families', 2, 12, 'work_sample', 0.25),
  look('families', 3, 11, 'seen', 0.8),
  look('families', 3, 6, 'work_sample', 0.65),
  look('families', 4, 5, 'seen', 0.85),
  look('eighths', 1, 3, 'seen', 0.5),
  look('eighths', 1, 1, 'work_sample', 0.4),
  look('eighths', 2, 1, 'seen', 0.75),
]

const looks2C: readonly Look[] = [
  look('thirds', 1, 37, 'seen', 0.5),
  look('thirds', 1, 27, 'work_sample', 0.2),
  look('thirds', 2, 10, 'seen', 0.6),
  look('thirds', 2, 3, 'work_sample', 0.45),
]

/** Away since then: nobody has seen them for two weeks. */
const awaySince: Readonly<Record<string, number>> = { 'Quinn H': 13, 'Yusuf A': 12, [leaver.key]: 18 }

const seenWords: Readonly<Record<Response, readonly string[]>> = {
  secure: ['Drew both and compared before answering.', 'Explained it to the child beside.', 'Found a second way without being asked.'],
  nearly: ['Right after one more look.', 'Drew it; unsure in words.', 'Equal parts after a second try.'],
  not_yet: ['Counted the lines and not the parts.', 'Guessed and looked round.', 'Parts of different sizes.'],
}

/** What Dawn noticed of the child who left later. */
export const lessonWithLeaver: RecordedLesson = {
  group: groups.class4H,
  goal: 'families',
  back: 19,
  begins: '09:20',
  startedBy: school.dawn,
  moments: lesson(19, [`12 ${leaver.givenName} 1 clue nearly joining | Folded the strip after one clue.`]).moments.map((one) => ({
    ...one,
    by: school.dawn,
  })),
}

export function classLessonScenes(calendar: Calendar): Scene[] {
  const year4 = looks4H.map((one) => ({ one, group: groups.class4H, children: [...class4H, leaver], adults: [school.ben, school.dawn] }))
  const year2 = looks2C.map((one) => ({ one, group: groups.class2C, children: class2C, adults: [school.ruth, school.steve] }))
  const scenes = [...year4, ...year2].map(({ one, group, children, adults }) => {
    const present = children.filter(({ key }) => one.back >= (awaySince[key] ?? 0))
    const planned = classLesson(one, group, present, adults)
    return lessonScene(planned, present, calendar.at(one.back, planned.begins))
  })
  return [...scenes, lessonScene(lessonWithLeaver, [leaver], calendar.at(lessonWithLeaver.back, lessonWithLeaver.begins))]
}

function classLesson(one: Look, group: SampleGroup, children: readonly Child[], adults: readonly Member[]): RecordedLesson {
  const { goal, criterion, back, source } = one
  const inBooks = source === 'work_sample'
  const by = (index: number) => (inBooks ? group.teacher : (adults[index % adults.length] ?? group.teacher))
  const noticed = children.filter((child) => chance(`${child.key} ${goal} ${criterion} ${back}`) > one.hard * 0.4)
  const moments = noticed.map((child, index) => ({ ...momentFor(child, one, index), by: by(index) }))
  return { group, goal, back, begins: inBooks ? '14:30' : '09:15', startedBy: group.teacher, moments }
}

function momentFor(child: Child, { goal, criterion, back, source, hard }: Look, index: number): Moment {
  const isSupported = boostChildren.includes(child)
  const far = 0.32 + chance(child.key) * 0.6 - (isSupported ? 0.22 : 0) - hard * 0.6 + chance(`${child.key} ${goal} ${back}`) * 0.4
  const response = step(far, ['not_yet', 'nearly', 'secure'] as const, [0.24, 0.48])
  const texts = seenWords[response]
  const says = chance(`joining ${child.key} ${back}`)
  const words = chance(`words ${child.key} ${goal} ${criterion} ${back}`)
  return {
    minute: 2 + index,
    child: child.givenName,
    criterion,
    helpLevel: step<HelpLevel>(far, ['model', 'clue', 'prompt', 'self'], [0.12, 0.25, 0.42]),
    response,
    participation:
      source === 'seen'
        ? step<Participation>(far * 0.5 + says * 0.6, ['watching', 'joining', 'contributing', 'leading'], [0.25, 0.5, 0.75])
        : null,
    source,
    whatSeen: words < 0.3 && source === 'seen' ? (texts[Math.floor(words * 10)] ?? null) : null,
    childWords: null,
    myView: null,
    photo: null,
  }
}

/** Which of the names a value belongs to; the limits lie between them. */
function step<T>(value: number, names: readonly T[], limits: readonly number[]): T {
  const index = limits.filter((limit) => value >= limit).length
  return names[index] as T
}

/** A number from 0 to 1 that looks like chance and is the same each time. */
function chance(text: string): number {
  let state = 2166136261
  for (const letter of text) state = Math.imul(state ^ letter.charCodeAt(0), 16777619)
  state ^= state >>> 15
  state = Math.imul(state, 2246822519)
  return ((state ^ (state >>> 13)) >>> 0) / 4294967296
}
