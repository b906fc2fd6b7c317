// Rules on handovers: at most 120 words, each line about one learner or about nobody; what may be decided, and which lines a reader sees. Pure.
import { type Refusal, refused } from '../../core/errors.ts'
import { namesInSentence } from '../../core/names.ts'
import { wordsIn } from '../drafts/rules.ts'
import { futureRefusal } from '../sessions/rules.ts'
import type { HandoverDecision, HandoverHeading, ResponsibilitySign, ShownDecision } from './contract.ts'

/** Read in thirty seconds: `interface.md`, row 12. */
export const mostWords = 120

const signs: Readonly<Record<ResponsibilitySign, string>> = {
  starts_alone: 'started without being told',
  fetches_resource: 'fetched a resource unasked',
  checks_work: 'checked their own work',
  asks_precisely: 'asked a precise question',
  chooses_next: 'chose the next goal',
  uses_feedback: 'used feedback without a reminder',
  helps_peer: 'helped another child explain',
}

/** A tapped sign as a sentence. @example signLine('Aaliyah', 'checks_work') // 'Aaliyah checked their own work.' */
export function signLine(name: string, sign: ResponsibilitySign): string {
  return `${name} ${signs[sign]}.`
}

interface NamedLearner {
  readonly id: string
  readonly givenName: string
}

/**
 * Whom a typed line is about: the one learner whom it names, or nobody.
 * Refused: `names_two` when it names more, so that erasing one child takes nothing from another.
 */
export function aboutWhom(wording: string, learners: readonly NamedLearner[]): { learnerId: string | null } | Refusal {
  const named = learners.filter(({ givenName }) => namesInSentence(wording, [givenName]).refused.length > 0)
  const unlike = new Set(named.map(({ givenName }) => givenName))
  if (unlike.size > 1) return refused('names_two', 'wording')
  // Of two children of one name nobody knows which is meant.
  if (named.length > 1) return refused('names_two_alike', 'wording')
  return { learnerId: named[0]?.id ?? null }
}

/** A text that belongs to no learner names none. */
export function namelessRefusal(texts: readonly (string | null)[], givenNames: readonly string[], field: string): Refusal | undefined {
  const isNaming = texts.some((text) => text !== null && namesInSentence(text, givenNames).refused.length > 0)
  return isNaming ? refused('names_a_learner', field) : undefined
}

interface NewLine {
  readonly heading: HandoverHeading
  readonly sign: ResponsibilitySign | null
  readonly wording: string
  readonly writtenAt: string
}

/** A line about a learner comes before its handover, and names no other learner of the group. */
export function lineRefusal(line: NewLine, facts: { isSent: boolean; otherNames: readonly string[] }, now: Date): Refusal | undefined {
  if (facts.isSent) return refused('already_sent', 'handoverId')
  if (line.sign !== null && line.heading !== 'responsibility') return refused('sign_elsewhere', 'sign')
  if (namelessRefusal([line.wording], facts.otherNames, 'wording') !== undefined) return refused('names_another', 'wording')
  return futureRefusal(line.writtenAt, now, 'writtenAt')
}

interface Sending {
  readonly lines: readonly { readonly wording: string }[]
  readonly suggestion: string | null
}

/**
 * A handover says something, in at most 120 words with the lines about learners, and its own words name nobody.
 * The form asks this before it keeps anything, the server again.
 */
export function sendRefusal(sent: Sending, facts: { learnerLines: readonly string[]; givenNames: readonly string[] }): Refusal | undefined {
  const own = [...sent.lines.map(({ wording }) => wording), sent.suggestion]
  const words = wordsIn([...own, ...facts.learnerLines])
  if (words === 0) return refused('nothing_said')
  if (words > mostWords) return refused('too_many_words')
  return namelessRefusal(own, facts.givenNames, 'lines')
}

interface Deciding {
  readonly decision: HandoverDecision
  readonly ownWords: string | null
  readonly reply: string | null
}

/** Own words come with `own` alone; learners are named one by one, not in the words. */
export function decisionRefusal({ decision, ownWords, reply }: Deciding, givenNames: readonly string[]): Refusal | undefined {
  if ((decision === 'own') !== (ownWords !== null)) return refused('own_words_missing', 'ownWords')
  return namelessRefusal([ownWords], givenNames, 'ownWords') ?? namelessRefusal([reply], givenNames, 'reply')
}

/** The decision that holds: the latest that was not taken back. @param decisions newest first */
export function standingDecision(decisions: readonly ShownDecision[]): ShownDecision | undefined {
  return decisions.find(({ isWithdrawn }) => !isWithdrawn)
}

/** It is carried out in another session of the same group. */
export function carryOutRefusal(facts: {
  sessionGroupId: string | undefined
  groupId: string
  isOwnSession: boolean
}): Refusal | undefined {
  if (facts.sessionGroupId !== facts.groupId) return refused('session_of_another', 'sessionId')
  return facts.isOwnSession ? refused('session_of_the_handover', 'sessionId') : undefined
}

/** The lines that a reader sees: about the group, and about learners whose record the reader may see. */
export function linesFor<T extends { readonly learner: { readonly id: string } | null }>(
  lines: readonly T[],
  isSeen: (learnerId: string) => boolean,
): T[] {
  return lines.filter(({ learner }) => learner === null || isSeen(learner.id))
}

/** Whom a decision is about. Each is named by a command that follows it: until all have arrived, the device that sent them adds those on their way. */
export function withNamed<L extends { readonly id: string }>(
  learners: readonly L[],
  onTheirWay: readonly string[],
  group: readonly L[],
): L[] {
  const known = new Set(learners.map(({ id }) => id))
  return [...learners, ...group.filter(({ id }) => onTheirWay.includes(id) && !known.has(id))]
}
