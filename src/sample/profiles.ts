// The profiles of the support group's six, as Dawn wrote them down with each child; tasks made of what they like, and their logs.
import { moment } from '../core/time.ts'
import { achievementKeep } from '../school/achievements/contract.ts'
import { type ProfileSection, type ProfileVoice, profileWrite } from '../school/profiles/contract.ts'
import { resultRead } from '../school/results/contract.ts'
import { motivationNote, taskKeep } from '../school/tasks/contract.ts'
import type { Calendar } from './calendar.ts'
import { school } from './cast.ts'
import { learnerLabel } from './classes.ts'
import { boostChildren } from './learners.ts'
import { observationLabel, sessionLabel } from './recording.ts'
import type { Scene, Stage } from './stage.ts'
import { boostLesson } from './support.ts'

interface Said {
  readonly interests: string
  readonly important: string
  readonly access?: string
  readonly start: string
}

const said: Readonly<Record<string, Said>> = {
  Aaliyah: {
    interests: 'Baking with my aunt, cupcakes',
    important: 'Time to think before I answer',
    start: 'Shades a half and a quarter; finding out which others match',
  },
  Callum: {
    interests: 'Football, Sunday league',
    important: 'To know how much is left',
    start: 'Says a bigger bottom number is a bigger fraction; draws when asked',
  },
  Ewa: {
    interests: 'Horses, drawing horses',
    important: 'To say it in Polish first',
    access: 'English and Polish words side by side; a partner who waits',
    start: 'Calculates with fractions; learning the words numerator and denominator',
  },
  Jayden: {
    interests: 'Minecraft, building',
    important: 'To get to the hard ones',
    start: 'Quick and right on most; checks when there is a card for it',
  },
  Maisie: {
    interests: 'Drawing, my sketch book',
    important: 'To show my work to one person first',
    start: 'Shades and matches; shows her board in private',
  },
  Theo: {
    interests: 'Trains, tracks and timetables',
    important: 'To do it by myself in the end',
    access: 'Two steps at a time, each ticked off on a card',
    start: 'Folds after an adult has folded; two steps at a time',
  },
}

/** What was made of an interest, in which lesson, and what was seen then. */
const tasks = [
  {
    child: 'Theo',
    back: 13,
    interest: 'trains',
    idea: 'Train-track fractions: carriages as quarters and eighths',
    seen: 'Asked for another one',
  },
  { child: 'Callum', back: 9, interest: 'football', idea: 'Fold the pitch: half-time and quarters', seen: 'Kept going after the bell' },
  { child: 'Aaliyah', back: 8, interest: 'baking', idea: 'Share a tray of twelve cupcakes', seen: undefined },
] as const

/** What went into the log, of what was said in a lesson; the minute finds the moment. */
const log = [
  { child: 'Theo', back: 4, minute: 13, words: 'I did all the steps with the card.' },
  { child: 'Callum', back: 7, minute: 22, words: 'It’s the same, like half-time.' },
  { child: 'Ewa', back: 2, minute: 38, words: 'The denominator says how many equal parts.' },
] as const

/** As the office was told them. */
const results: Readonly<Record<string, string>> = {
  Aaliyah: '31 of 40',
  Callum: '24 of 40',
  Ewa: '33 of 40',
  Jayden: '30 of 40',
  Maisie: '27 of 40',
  Theo: '22 of 40',
}

export function profileScenes({ at }: Calendar): Scene[] {
  const written = at(15, '15:50')
  return [
    { at: written, play: (stage) => writeProfiles(stage, written) },
    { at: at(14, '15:40'), play: (stage) => readResults(stage, at(14, '15:40')) },
    ...log.map((entry) => ({ at: at(entry.back, '11:48'), play: (stage: Stage) => keepEntry(stage, entry, at(entry.back, '11:48')) })),
    ...tasks.map((task) => ({ at: at(task.back, '11:46'), play: (stage: Stage) => keepTask(stage, task, at(task.back, '11:46')) })),
  ]
}

const childNamed = (name: string) => {
  const child = boostChildren.find(({ givenName }) => givenName === name)
  if (child === undefined) throw new Error(`nobody in the sample's support group is called ${name}`)
  return child
}

async function writeProfiles(stage: Stage, at: Date): Promise<void> {
  const write = (name: string, section: ProfileSection, text: string, voice: ProfileVoice) => {
    const isStart = section === 'start'
    const place = { section, about: isStart ? 'Fractions' : '', seenOn: isStart ? stage.calendar.day(15) : null }
    const label = `profile ${section} ${name}`
    const entry = { id: stage.id(label), learnerId: stage.id(learnerLabel(childNamed(name))), ...place, text, voice, writtenAt: moment(at) }
    return stage.send(school.dawn, at, label, profileWrite, entry)
  }
  await Promise.all(
    Object.entries(said).flatMap(([name, { interests, important, access, start }]) => [
      write(name, 'interests', interests, 'together'),
      write(name, 'important', important, 'child'),
      ...(access === undefined ? [] : [write(name, 'access', access, 'adult')]),
      write(name, 'start', start, 'adult'),
    ]),
  )
}

async function keepTask(stage: Stage, { child, back, interest, idea, seen }: (typeof tasks)[number], at: Date): Promise<void> {
  const label = `task ${child} ${back}`
  const lesson = {
    sessionId: stage.id(sessionLabel(boostLesson({ back, moments: [] }))),
    learnerId: stage.id(learnerLabel(childNamed(child))),
  }
  const kept = { id: stage.id(label), taskId: stage.id(label), ...lesson, interest, idea, keptAt: moment(at) }
  await stage.send(school.dawn, at, label, taskKeep, kept)
  if (seen === undefined) return
  await stage.send(school.dawn, at, `motivation ${label}`, motivationNote, {
    id: stage.id(`motivation ${label}`),
    ...lesson,
    seen,
    notedAt: moment(at),
  })
}

async function keepEntry(stage: Stage, { child, back, minute, words }: (typeof log)[number], at: Date): Promise<void> {
  const label = `achievement ${child} ${back}`
  const sourceId = stage.id(observationLabel(boostLesson({ back, moments: [] }), { child, minute }))
  const entry = { id: stage.id(label), learnerId: stage.id(learnerLabel(childNamed(child))), words, voice: 'child' as const }
  const offer = { source: 'quote' as const, sourceId }
  await stage.send(school.dawn, at, label, achievementKeep, { ...entry, offer, achievedOn: stage.calendar.day(back), keptAt: moment(at) })
}

async function readResults(stage: Stage, at: Date): Promise<void> {
  const told = { subject: 'Mathematics', testName: 'Autumn arithmetic paper', takenOn: stage.calendar.day(20) }
  const importId = stage.id('results of the autumn paper')
  await Promise.all(
    Object.entries(results).map(([name, result]) => {
      const label = `result ${name}`
      const row = { id: stage.id(label), importId, learnerId: stage.id(learnerLabel(childNamed(name))), ...told, result }
      return stage.send(school.imran, at, label, resultRead, { ...row, importedAt: moment(at) })
    }),
  )
}
