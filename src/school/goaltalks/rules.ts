// Rules on talking about goals: what counts as said, whose goal it must be, what an example may show, when a goal can be taken along.
import { type Refusal, refused } from '../../core/errors.ts'
import { namesInSentence } from '../../core/names.ts'
import { type GoalOwner, isGoalOf } from '../goals/rules.ts'
import { futureRefusal } from '../sessions/rules.ts'
import type { GoalExample, GoalTalk, OwnWording } from './contract.ts'

/** A wording says something in at least one way. */
export function wordingRefusal({ wording, drawing, symbols, firstLanguage }: OwnWording): Refusal | undefined {
  const isSaid = wording.trim() !== '' || drawing !== null || symbols.length > 0 || firstLanguage !== null
  return isSaid ? undefined : refused('nothing_said', 'wording')
}

/** The learner as the rules need them: with the groups that they are in. */
export interface TalkLearner {
  readonly id: string
  readonly groups: readonly { readonly id: string }[]
}

export function goalRefusal(goal: GoalOwner, learner: TalkLearner): Refusal | undefined {
  return isGoalOf(goal, learner) ? undefined : refused('goal_of_another', 'goalId')
}

/** What the rows that a note names say; undefined when there is none of that id. */
export interface TalkFacts {
  readonly goal: GoalOwner
  readonly learner: TalkLearner
  readonly criterionGoalId: string | undefined
  readonly sessionGroupId: string | undefined
}

/** Why something can't be noted: its time is odd, or what it names belongs elsewhere. */
export function talkRefusal(talk: GoalTalk, { goal, learner, criterionGoalId, sessionGroupId }: TalkFacts, now: Date): Refusal | undefined {
  const { settled, sessionId } = talk
  const outOfPlace = futureRefusal(talk.observedAt, now, 'observedAt') ?? goalRefusal(goal, learner)
  if (outOfPlace !== undefined) return outOfPlace
  if (settled.about === 'criterion' && settled.criterionId !== null && criterionGoalId !== talk.goalId) {
    return refused('criterion_of_another_goal', 'settled.criterionId')
  }
  const isElsewhere = sessionId !== null && !learner.groups.some(({ id }) => id === sessionGroupId)
  return isElsewhere ? refused('session_of_another', 'sessionId') : undefined
}

/** An example shows something; a feature is words; and nobody's name stands in it. @param names of the learners who will see it */
export function exampleRefusal(
  { part, words, drawing }: Omit<GoalExample, 'id' | 'goalId'>,
  names: readonly string[],
): Refusal | undefined {
  if (part === 'feature' && (words === null || drawing !== null)) return refused('feature_in_words', 'words')
  if (words === null && drawing === null) return refused('nothing_shown', 'words')
  return namesInSentence(words ?? '', names).refused.length > 0 ? refused('names_a_learner', 'words') : undefined
}

/** What decides whether a goal goes along. */
export interface TravelFacts {
  readonly goal: GoalOwner & { readonly isClosed: boolean; readonly criterionIds: readonly string[] }
  /** Where to: an open group, or a learner with their groups. */
  readonly targetGroup: { readonly id: string; readonly isClosed: boolean } | undefined
  readonly targetLearner: TalkLearner | undefined
  /** An open goal there is a copy of this one already. */
  readonly isThere: boolean
}

/**
 * A group's open goal goes into another open group, or goes on for one of its learners alone. A learner's own goal needs none of this:
 * it goes where the learner goes. All criteria are copied, each under a new id.
 */
export function travelRefusal(
  { goal, targetGroup, targetLearner, isThere }: TravelFacts,
  criteria: readonly { readonly criterionId: string; readonly id: string }[],
): Refusal | undefined {
  if ((targetGroup === undefined) === (targetLearner === undefined)) return refused('goal_for_one_or_the_other', 'groupId')
  if (goal.isClosed) return refused('goal_closed', 'goalId')
  if (goal.groupId === null) return refused('not_a_group_goal', 'goalId')
  const where = targetGroup === undefined ? learnerRefusal(goal, targetLearner) : groupRefusal(goal.groupId, targetGroup)
  if (where !== undefined) return where
  if (isThere) return refused('already_taken_along', 'goalId')
  const copied = new Set(criteria.map(({ criterionId }) => criterionId))
  const isWhole =
    copied.size === criteria.length && copied.size === goal.criterionIds.length && goal.criterionIds.every((id) => copied.has(id))
  return isWhole ? undefined : refused('criteria', 'criteria')
}

function groupRefusal(from: string, { id, isClosed }: { readonly id: string; readonly isClosed: boolean }): Refusal | undefined {
  if (id === from) return refused('same_group', 'groupId')
  return isClosed ? refused('group_closed', 'groupId') : undefined
}

function learnerRefusal(goal: GoalOwner, learner: TalkLearner | undefined): Refusal | undefined {
  return learner !== undefined && isGoalOf(goal, learner) ? undefined : refused('goal_of_another', 'learnerId')
}

interface Language {
  /** For `lang` of a web page. */
  readonly code: string
  /** In English. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
}

const rightToLeft = ['ar', 'ckb', 'fa', 'he', 'ps', 'ur']

const languageNames = {
  sq: 'Albanian',
  am: 'Amharic',
  ar: 'Arabic',
  bn: 'Bengali',
  bg: 'Bulgarian',
  yue: 'Cantonese',
  ckb: 'Kurdish (Sorani)',
  zh: 'Mandarin',
  nl: 'Dutch',
  fr: 'French',
  de: 'German',
  el: 'Greek',
  gu: 'Gujarati',
  he: 'Hebrew',
  hi: 'Hindi',
  hu: 'Hungarian',
  it: 'Italian',
  lv: 'Latvian',
  lt: 'Lithuanian',
  ml: 'Malayalam',
  ps: 'Pashto',
  fa: 'Persian',
  pl: 'Polish',
  pt: 'Portuguese',
  pa: 'Punjabi',
  ro: 'Romanian',
  ru: 'Russian',
  sk: 'Slovak',
  so: 'Somali',
  es: 'Spanish',
  sw: 'Swahili',
  ta: 'Tamil',
  te: 'Telugu',
  ti: 'Tigrinya',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  vi: 'Vietnamese',
  cy: 'Welsh',
  yo: 'Yoruba',
} as const

/** Languages that are offered by name, in the order of their names. */
export const languages: readonly Language[] = Object.entries(languageNames)
  .map(([code, name]) => ({ code, name, direction: directionOf(code) }))
  .sort((one, other) => one.name.localeCompare(other.name))

/** From which side a language is written. @example directionOf('ur') // 'rtl' */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(language) ? 'rtl' : 'ltr'
}

/** What a language is called on screen; a code that a later version brought stays its code. */
export function languageName(language: string): string {
  return languages.find(({ code }) => code === language)?.name ?? language
}
