// Rules on advice: what stands, and what can't be written.
import { type Refusal, refused } from '../../core/errors.ts'
import { namesInSentence } from '../../core/names.ts'
import type { NewAdvice } from './contract.ts'

/** What nothing replaces and nobody took away, the last said first. */
export function standingAdvice<T extends Pick<NewAdvice, 'id' | 'replacesId' | 'isGone' | 'saidOn'>>(all: readonly T[]): readonly T[] {
  const replaced = new Set(all.map(({ replacesId }) => replacesId))
  return all.filter(({ id, isGone }) => !isGone && !replaced.has(id)).toSorted((one, other) => other.saidOn.localeCompare(one.saidOn))
}

export interface AdviceFacts {
  /** Of which group what it replaces is; undefined when it replaces nothing. */
  readonly replacedGroupId: string | undefined
  /** Given names of the group's learners. */
  readonly names: readonly string[]
}

/** Advice is on the group: it names no learner, and changes only what was said on the same group. */
export function adviceRefusal(
  { words, groupId, isGone, replacesId }: Pick<NewAdvice, 'words' | 'groupId' | 'isGone' | 'replacesId'>,
  { replacedGroupId, names }: AdviceFacts,
): Refusal | undefined {
  if (isGone && replacesId === null) return refused('nothing_to_take_away', 'replacesId')
  if (replacedGroupId !== undefined && replacedGroupId !== groupId) return refused('advice_of_another', 'replacesId')
  return !isGone && namesInSentence(words, names).refused.length > 0 ? refused('names_a_learner', 'words') : undefined
}

/** Advice is asked of somebody who leads a subject. */
export function askRefusal(roles: readonly string[]): Refusal | undefined {
  return roles.includes('subject_lead') ? undefined : refused('not_a_lead', 'leadId')
}
