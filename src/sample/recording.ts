// How a lesson of the sample is recorded: the session begins, moments are kept one by one, photos go before what names them.

import { moment } from '../core/time.ts'
import { learnerObservationRecord } from '../school/observations/contract.ts'
import { photoAdd } from '../school/photos/contract.ts'
import { sessionStart } from '../school/sessions/contract.ts'
import type { Member } from './cast.ts'
import { learnerLabel } from './classes.ts'
import { criterionLabel, type GoalName, goals } from './goals.ts'
import type { Child, SampleGroup } from './learners.ts'
import type { Moment } from './moments.ts'
import { drawStrips } from './pictures.ts'
import type { Scene, Stage } from './stage.ts'

export interface RecordedLesson {
  readonly group: SampleGroup
  readonly goal: GoalName
  readonly back: number
  readonly begins: string
  readonly startedBy: Member
  readonly moments: readonly (Moment & { readonly by: Member })[]
}

/** The label of a lesson's session, unique among the sample's lessons. */
export function sessionLabel({ group, goal, back, begins }: Pick<RecordedLesson, 'group' | 'goal' | 'back' | 'begins'>): string {
  return `session ${group.label} ${goal} ${back} ${begins}`
}

/** The label of what was noticed of a child at a minute of that lesson. */
export function observationLabel(lesson: Parameters<typeof sessionLabel>[0], { child, minute }: Pick<Moment, 'child' | 'minute'>): string {
  return `observation ${minute} ${child} ${sessionLabel(lesson)}`
}

export function lessonScene(lesson: RecordedLesson, children: readonly Child[], begins: Date): Scene {
  return { at: begins, play: (stage) => recordLesson(stage, lesson, children, begins) }
}

async function recordLesson(stage: Stage, lesson: RecordedLesson, children: readonly Child[], begins: Date): Promise<void> {
  const { group, startedBy } = lesson
  const label = sessionLabel(lesson)
  await stage.send(startedBy, begins, `start ${label}`, sessionStart, {
    id: stage.id(label),
    groupId: stage.id(group.label),
    startedAt: moment(begins),
  })
  await Promise.all(
    lesson.moments.map((one) => {
      const child = children.find(({ givenName }) => givenName === one.child)
      if (child === undefined) throw new Error(`nobody in the sample's ${group.name} is called ${one.child}`)
      return recordMoment(stage, lesson, one, child)
    }),
  )
}

async function recordMoment(stage: Stage, lesson: RecordedLesson, noticed: RecordedLesson['moments'][number], child: Child): Promise<void> {
  const { group, goal } = lesson
  const { minute, criterion, by, photo, child: _, ...said } = noticed
  const at = new Date(stage.calendar.at(lesson.back, lesson.begins).getTime() + minute * 60_000)
  const label = observationLabel(lesson, noticed)
  const learnerId = stage.id(learnerLabel(child))
  const photoId = photo === null ? null : stage.id(`photo ${label}`)
  if (photo !== null && photoId !== null) {
    const bytes = await drawStrips(photo, lesson.back * 60 + minute)
    await stage.send(by, at, `add photo ${label}`, photoAdd, { id: photoId, learnerId, takenAt: moment(at) }, bytes)
  }
  await stage.send(by, at, `record ${label}`, learnerObservationRecord, {
    ...said,
    id: stage.id(label),
    learnerId,
    groupId: stage.id(group.label),
    sessionId: stage.id(sessionLabel(lesson)),
    goalId: stage.id(goals[goal].label),
    criterionId: stage.id(criterionLabel(goal, criterion)),
    photoId,
    observedAt: moment(at),
  })
}
