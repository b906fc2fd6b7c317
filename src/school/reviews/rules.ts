// Rules for looking back: a sentence about one learner or nobody, the same without the name, and what records show of a session. Pure.
import { type Refusal, refused } from '../../core/errors.ts'
import { namesInSentence } from '../../core/names.ts'
import { namelessRefusal } from '../handovers/rules.ts'
import { futureRefusal } from '../sessions/rules.ts'
import type { CheckFacts, CheckLine, NewExample } from './contract.ts'

/** `otherNames`: given names of the group's learners whom it is not about. */
export function exampleRefusal(
  { learnerId, wording, keptAt }: Pick<NewExample, 'learnerId' | 'wording' | 'keptAt'>,
  otherNames: readonly string[],
  now: Date,
): Refusal | undefined {
  if (namelessRefusal([wording], otherNames, 'wording') !== undefined)
    return refused(learnerId === null ? 'names_a_learner' : 'names_another', 'wording')
  return futureRefusal(keptAt, now, 'keptAt')
}

/** The sentence with *a learner* in the place of the name. @example withoutName('Callum’s strips line up now', 'Callum') // 'A learner’s strips line up now' */
export function withoutName(wording: string, givenName: string): string {
  const found = namesInSentence(wording, [givenName])
  const names = [...found.refused, ...found.ask.filter((word) => /^\p{Lu}/u.test(word))].sort((a, b) => b.length - a.length)
  return names.reduce((text, name) => {
    const ending = /['’ʼ`]s$/u.exec(name)?.[0] ?? ''
    return text.replace(new RegExp(`(?<![\\p{L}\\p{M}])${name}(?![\\p{L}\\p{M}])`, 'gu'), (_, place: number, whole: string) => {
      const isFirst = /(^|[.!?]\s+)$/.test(whole.slice(0, place))
      return `${isFirst ? 'A' : 'a'} learner${ending}`
    })
  }, wording)
}

/** Each line of the check: whether a record shows it, and the place of the session where that record stands or is made; `#` leads to a part of it. */
export function checkLines(facts: CheckFacts): { line: CheckLine; isShown: boolean; place: string }[] {
  const { goalTalks, ownWords, observations, feedback, improvements, selfReports, changes } = facts
  return [
    { line: 'goal_shared', isShown: goalTalks > 0, place: 'goal' },
    { line: 'own_words', isShown: ownWords > 0, place: 'goal' },
    { line: 'evidence', isShown: observations > 0, place: 'find-out' },
    { line: 'feedback', isShown: feedback > 0, place: 'feedback' },
    { line: 'improvement', isShown: improvements > 0, place: 'feedback' },
    { line: 'self_judged', isShown: selfReports > 0, place: 'find-out' },
    { line: 'plan_adjusted', isShown: changes > 0, place: 'hand-over#what-next' },
  ]
}
