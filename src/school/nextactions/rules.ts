// Rules on next actions: each is about one learner or names nobody, and is seen in a later session than the one it came from. Pure.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Day } from '../../core/time.ts'
import { namelessRefusal } from '../handovers/rules.ts'
import { futureRefusal } from '../sessions/rules.ts'
import type { ActionOutcome, NewAction } from './contract.ts'

/** `otherNames`: given names of the group's learners whom it is not about. A child's own words may name a friend: they are kept as said, for the child alone. */
export function actionRefusal(
  { owner, learnerId, wording, notedAt }: Pick<NewAction, 'owner' | 'learnerId' | 'wording' | 'notedAt'>,
  otherNames: readonly string[],
  now: Date,
): Refusal | undefined {
  if (owner === 'learner' && learnerId === null) return refused('learner_missing', 'learnerId')
  const isNaming = owner !== 'learner' && namelessRefusal([wording], otherNames, 'wording') !== undefined
  if (isNaming) return refused(learnerId === null ? 'names_a_learner' : 'names_another', 'wording')
  return futureRefusal(notedAt, now, 'notedAt')
}

interface MarkFacts {
  readonly learnerId: string | null
  readonly groupId: string
  readonly sessionId: string
  /** Of the session in which it was seen, where one is named. */
  readonly seenGroupId: string | undefined
}

/** What a device says of an action must fit what the action is. */
export function actionMarkRefusal(
  mark: { learnerId: string | null; outcome: ActionOutcome; sessionId: string | null },
  facts: MarkFacts,
): Refusal | undefined {
  if (mark.learnerId !== facts.learnerId) return refused('learner_of_another', 'learnerId')
  if (mark.sessionId === null) return undefined
  if (mark.outcome !== 'done' || facts.seenGroupId !== facts.groupId) return refused('session_of_another', 'sessionId')
  return mark.sessionId === facts.sessionId ? refused('session_of_the_action', 'sessionId') : undefined
}

/** Whether an open action is due: its day has come, or it was for the next session, which any later day may be. */
export function isDue({ dueOn, notedOn }: { dueOn: Day | null; notedOn: Day }, today: Day): boolean {
  return dueOn === null ? notedOn < today : dueOn <= today
}
