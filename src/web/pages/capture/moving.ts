// A moment of today for the child that it was about. Pure.
import type { Id } from '../../../core/ids.ts'
import type { TodayMoment } from '../../../school/observations/client.ts'
import { learnerObservationRecord, type NewObservation } from '../../../school/observations/contract.ts'
import { type Addition, addition } from '../../outbox.ts'

/**
 * The same moment for the child that it was about. A photo stays with the record it was taken for, and goes with it.
 * A goal of the first child alone is not the other's.
 */
export function movedTo(learnerId: Id, { sending, byOther, ...observed }: TodayMoment, keepsGoal: boolean, id: Id): Addition {
  const goal = keepsGoal ? {} : { goalId: null, criterionId: null }
  const source = observed.photoId === null ? observed.source : 'seen'
  const moved: NewObservation = { ...observed, ...goal, id, learnerId, source, photoId: null }
  return addition(learnerObservationRecord, moved, { id, dependsOn: moved.sessionId === null ? [] : [moved.sessionId] })
}
