// Rules on goals: whose they are, what can be closed, what can be marked met.
import { type Refusal, refused } from '../../core/errors.ts'

/** One of the two is null. */
export interface GoalOwner {
  readonly groupId: string | null
  readonly learnerId: string | null
}

/** A goal is for a group or for one learner; its criteria stand at the places 1, 2, 3, 4, each once. */
export function goalRefusal(goal: GoalOwner & { criteria: readonly { id: string; position: number }[] }): Refusal | undefined {
  if ((goal.groupId === null) === (goal.learnerId === null)) return refused('goal_for_one_or_the_other', 'learnerId')
  const places = goal.criteria.map(({ position }) => position).sort((a, b) => a - b)
  return places.every((place, index) => place === index + 1) ? undefined : refused('positions', 'criteria')
}

/** Whether a goal is one that this learner works at: their own, or one of a group that they are in. */
export function isGoalOf(goal: GoalOwner, learner: { id: string; groups: readonly { id: string }[] }): boolean {
  return goal.learnerId === learner.id || learner.groups.some(({ id }) => id === goal.groupId)
}

export function closeRefusal(goal: { isClosed: boolean }): Refusal | undefined {
  return goal.isClosed ? refused('goal_closed', 'goalId') : undefined
}

/** Marking twice, or undoing what is not marked, would say nothing. */
export function markRefusal(isMet: boolean, wanted: boolean): Refusal | undefined {
  if (isMet !== wanted) return undefined
  return refused(wanted ? 'already_met' : 'not_met', 'criterionId')
}

/** A hint about wording: quiet, and never in the way. */
export type WordingHint =
  /** It says what to do, not what to learn. */
  | { readonly kind: 'task' }
  | { readonly kind: 'long_sentence'; readonly words: number }
  | { readonly kind: 'long_words'; readonly words: readonly string[] }
  /** Words of adults, each with a plain one. */
  | { readonly kind: 'jargon'; readonly words: readonly { readonly said: string; readonly plain: string }[] }

const tasks = [
  /^\s*(to )?(finish|complete|do|fill in|copy|stick in|colour in|hand in)\b/i,
  /^\s*(i|we) (can|will) (finish|fill in|copy|stick in|colour in|hand in)\b/i,
  /\b(pages?|worksheets?|questions?|exercises?|sheets?)\s+(number\s+)?\d/i,
]

/** A goal that names a task ("finish page 12") says what to do, not what to learn. @example soundsLikeATask('Finish page 12') // true */
export function soundsLikeATask(wording: string): boolean {
  return tasks.some((task) => task.test(wording))
}

/** Adults' words that stand in plans and mean little to a child. */
const plainWords: readonly (readonly [said: RegExp, plain: string])[] = [
  [/\bdemonstrat(?:e|es|ing)\b/i, 'show'],
  [/\butili[sz](?:e|es|ing)\b/i, 'use'],
  [/\bidentif(?:y|ies|ying)\b/i, 'find'],
  [/\brecogni[sz](?:e|es|ing)\b/i, 'spot'],
  [/\bconsolidat(?:e|es|ing|ion)\b/i, 'practise'],
  [/\bconstruct(?:s|ing)?\b/i, 'make'],
  [/\banaly[sz](?:e|es|ing)|\banalysis\b/i, 'look closely at'],
  [/\bevaluat(?:e|es|ing|ion)\b/i, 'say how good it is'],
  [/\bappropriate(?:ly)?\b/i, 'right'],
  [/\baccurate(?:ly)?\b/i, 'without mistakes'],
  [/\bindependent(?:ly)?\b/i, 'by myself'],
  [/\bfluen(?:cy|t|tly)\b/i, 'easily'],
  [/\bdevelop(?:s|ing)? (?:an |my |their )?understanding\b/i, 'understand'],
  [/\bapply(?:ing)? (?:my |their )?knowledge\b/i, 'use what I know'],
  [/\b(?:learning )?objectives?\b/i, 'goal'],
  [/\boutcomes?\b/i, 'what I can do'],
  [/\battainment\b/i, 'what I can do'],
  [/\bworking (?:towards|at greater depth)\b/i, 'what comes next'],
  [/\b(?:age-related |end of year )?expectations?\b/i, 'what I am learning'],
  [/\bmastery\b|\bgreater depth\b/i, 'really well'],
  [/\bstrateg(?:y|ies)\b/i, 'way'],
  [/\bscaffold(?:s|ed|ing)?\b/i, 'help'],
]

/** Long, and known to every child. */
const everydayLong = new Set([
  'basketball',
  'skateboard',
  'strawberry',
  'strawberries',
  'everything',
  'everybody',
  'grandmother',
  'grandfather',
  'understand',
])

const longestWord = 9
const longestSentence = 12

/** What may be hard in a sentence that a child is to say. @example childWordingHints('I can utilise a wall') // a plain word for "utilise" */
export function childWordingHints(text: string): readonly WordingHint[] {
  const jargon = plainWords.flatMap(([said, plain]) => {
    const [found] = text.match(said) ?? []
    return found === undefined ? [] : [{ said: found, plain }]
  })
  const known = jargon.map(({ said }) => said.toLowerCase()).join(' ')
  const long = wordsOf(text).filter((word) => isLong(word) && !known.includes(word.toLowerCase()))
  const most = Math.max(0, ...text.split(/[.!?;:]+/).map((sentence) => wordsOf(sentence).length))
  return [
    ...(soundsLikeATask(text) ? [{ kind: 'task' as const }] : []),
    ...(jargon.length > 0 ? [{ kind: 'jargon' as const, words: jargon }] : []),
    ...(long.length > 0 ? [{ kind: 'long_words' as const, words: [...new Set(long)] }] : []),
    ...(most > longestSentence ? [{ kind: 'long_sentence' as const, words: most }] : []),
  ]
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\d/½¼¾]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? []
}

function isLong(word: string): boolean {
  return word.split('-').some((part) => part.length > longestWord) && !everydayLong.has(word.toLowerCase())
}

/** As many success criteria as a child can hold in mind; domain.md 2.2. */
export const mostInMind = 4

/** Whether a learner would have more success criteria open than can be held in mind. @param counts of each goal that is open for them, the new one among them */
export function isMoreThanCanBeHeld(counts: readonly number[]): boolean {
  return counts.reduce((sum, count) => sum + count, 0) > mostInMind
}
