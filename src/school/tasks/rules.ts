// Rules on tasks and motivation: what holds, and that motivation is what was seen.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Moment } from '../../core/time.ts'
import { futureRefusal } from '../sessions/rules.ts'

const traits =
  /\b(?:un)?(?:motivated|enthusiastic|interested|engaged)\b|\b(?:lazy|keen|keener|clever|bright|bored|disengaged|easily distracted|good attitude|bad attitude|positive attitude|hard.?working|tr(?:y|ies) hard)\b/iu

/** Whether words say what a child is like instead of what was seen. @example soundsLikeATrait('is motivated') // true */
export function soundsLikeATrait(seen: string): boolean {
  return traits.test(seen)
}

/** Motivation is noted as what was seen, never as a trait. */
export function motivationRefusal({ seen, notedAt }: { seen: string | null; notedAt: Moment }, now: Date): Refusal | undefined {
  if (seen !== null && soundsLikeATrait(seen)) return refused('sounds_like_a_trait', 'seen')
  return futureRefusal(notedAt, now, 'notedAt')
}

interface Kept {
  readonly taskId: string
  readonly idea: string | null
  readonly keptAt: Moment
}

interface Noted {
  readonly sessionId: string
  readonly learnerId: string
  readonly seen: string | null
  readonly notedAt: Moment
}

/** The latest of each task that was not taken back, newest first. At one moment the later in the list holds. */
export function standingTasks<K extends Kept>(kept: readonly K[]): readonly (K & { idea: string })[] {
  return latestOf(
    kept,
    ({ taskId }) => taskId,
    ({ keptAt }) => keptAt,
  ).filter((one): one is K & { idea: string } => one.idea !== null)
}

/** The latest of each learner in each session that was not taken back, newest first. */
export function standingMotivations<N extends Noted>(noted: readonly N[]): readonly (N & { seen: string })[] {
  return latestOf(
    noted,
    ({ sessionId, learnerId }) => `${sessionId} ${learnerId}`,
    ({ notedAt }) => notedAt,
  ).filter((one): one is N & { seen: string } => one.seen !== null)
}

function latestOf<T>(list: readonly T[], keyOf: (one: T) => string, timeOf: (one: T) => Moment): readonly T[] {
  const inTime = list.toSorted((one, other) => timeOf(one).localeCompare(timeOf(other)))
  return [...new Map(inTime.map((one) => [keyOf(one), one])).values()].toSorted((one, other) => timeOf(other).localeCompare(timeOf(one)))
}
