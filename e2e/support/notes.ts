// Observations for journeys, noted through the API as a practitioner's device would send them.
import { type Id, newId } from '../../src/core/ids.ts'
import { learnerObservationRecord, type NewObservation } from '../../src/school/observations/contract.ts'
import { photoAdd } from '../../src/school/photos/contract.ts'
import type { JourneyPerson } from './person.ts'
import type { JourneySchool } from './school.ts'
import { minutesAgo } from './times.ts'

/** Notes one moment of a learner on one of the school's three criteria; `change` says what is otherwise. */
export async function note(
  by: JourneyPerson,
  school: JourneySchool,
  { learner, criterion }: { readonly learner: number; readonly criterion: 0 | 1 | 2 },
  change: Partial<NewObservation> = {},
): Promise<Id> {
  const id = newId()
  await by.send(learnerObservationRecord, {
    id,
    learnerId: school.learners[learner]?.id ?? '',
    groupId: school.groupId,
    sessionId: null,
    goalId: school.goalId,
    criterionId: school.criterionIds[criterion],
    helpLevel: 'self',
    response: 'secure',
    participation: null,
    whatSeen: null,
    childWords: null,
    myView: null,
    source: 'seen',
    photoId: null,
    observedAt: minutesAgo(1),
    ...change,
  })
  return id
}

/** Two sources that say the same: enough for a state. */
export async function judge(
  by: JourneyPerson,
  school: JourneySchool,
  where: { readonly learner: number; readonly criterion: 0 | 1 | 2 },
  change: Partial<NewObservation>,
): Promise<void> {
  await note(by, school, where, { ...change, source: 'seen' })
  await note(by, school, where, { ...change, source: 'heard' })
}

/** A piece of work with a photo of it. */
export async function noteWork(
  by: JourneyPerson,
  school: JourneySchool,
  where: { readonly learner: number; readonly criterion: 0 | 1 | 2 },
  { photo, ...change }: Partial<NewObservation> & { readonly photo: Uint8Array },
): Promise<Id> {
  const photoId = newId()
  const takenAt = change.observedAt ?? minutesAgo(1)
  await by.send(photoAdd, { id: photoId, learnerId: school.learners[where.learner]?.id ?? '', takenAt }, photo)
  return note(by, school, where, { ...change, source: 'work_sample', photoId })
}
