// The support group's lessons, and Theo's own goal in them.
import { boostLessons } from './boost-lessons.ts'
import type { Calendar } from './calendar.ts'
import { school } from './cast.ts'
import { boostChildren, groups } from './learners.ts'
import { type Lesson, lesson } from './moments.ts'
import { lessonScene, type RecordedLesson } from './recording.ts'
import type { Scene } from './stage.ts'

const withStepCard: readonly Lesson[] = [
  lesson(8, ['9 Theo 1 model nearly joining | Ticked the first step after me.']),
  lesson(7, ['16 Theo 1 clue nearly joining heard | “One. Tick. Two.”']),
  lesson(4, [
    '14 Theo 1 self secure contributing | Ticked all three steps himself.',
    '50 Theo 2 - nearly - self_report | “Nearly. I jumped one.”',
  ]),
  lesson(2, ['20 Theo 2 prompt nearly contributing | All three steps; looked up before the last.']),
  lesson(1, ['24 Theo 2 prompt secure contributing work_sample | Three steps on paper, each one ticked.']),
]

/** The lesson of the support group on that day. */
export function boostLesson({ back, moments }: Lesson): RecordedLesson {
  return {
    group: groups.boost,
    goal: 'boost',
    back,
    begins: '10:45',
    startedBy: school.dawn,
    moments: moments.map((one) => ({ ...one, by: school.dawn })),
  }
}

export function supportScenes(calendar: Calendar): Scene[] {
  const lessons: RecordedLesson[] = [
    ...boostLessons.map(boostLesson),
    ...withStepCard.map((one) => ({ ...boostLesson(one), goal: 'steps' as const, begins: '10:46' })),
  ]
  return lessons.map((one) => lessonScene(one, boostChildren, calendar.at(one.back, one.begins)))
}
