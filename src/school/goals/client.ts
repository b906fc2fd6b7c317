// Learning goals on screen: a goal in the making, the ladder to link it to, and a group's goals with what this device did laid over.

import { type FrameworkStatement, frameworkStatements, type StatementRef } from '../../common/frameworks/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { orNull } from '../../web/typed.ts'
import {
  goalClose,
  goalForGroup,
  goalSet,
  goalSetLearnerWording,
  type LearningGoal,
  type SuccessCriterionKind,
  successCriterionMarkMet,
  successCriterionUnmarkMet,
} from './contract.ts'

/** A success criterion while it is written. */
export interface CriterionDraft {
  readonly id: Id
  readonly shortName: string
  readonly childText: string
  readonly adultText: string
  readonly kind: SuccessCriterionKind
}

export interface GoalDraft {
  readonly wording: string
  readonly statement: StatementRef | null
  /** What the stage expects, in own words; a statement stands in its place. */
  readonly expectation: string
  readonly criteria: readonly CriterionDraft[]
}

/** More than a child can hold in mind, and more than a goal takes. */
export const mostCriteria = 4

export function newCriterion(): CriterionDraft {
  return { id: newId(), shortName: '', childText: '', adultText: '', kind: 'must' }
}

export function newGoal(): GoalDraft {
  return { wording: '', statement: null, expectation: '', criteria: [newCriterion()] }
}

/** Moves one criterion up (-1) or down (1); at the edge it stays. @example moved(['a', 'b'], 'b', -1) by id */
export function moved<T extends { readonly id: Id }>(list: readonly T[], id: Id, by: -1 | 1): readonly T[] {
  const from = list.findIndex((one) => one.id === id)
  const to = from + by
  const one = list[from]
  if (one === undefined || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, one)
}

/** What is missing, by field: `wording`, and for each criterion `short-<id>` and `child-<id>`. */
export function missingIn({ wording, criteria }: GoalDraft): readonly string[] {
  const isEmpty = (text: string) => text.trim() === ''
  return [
    ...(isEmpty(wording) ? ['goal-wording'] : []),
    ...criteria.flatMap(({ id, shortName, childText }) => [
      ...(isEmpty(shortName) ? [`short-${id}`] : []),
      ...(isEmpty(childText) ? [`child-${id}`] : []),
    ]),
  ]
}

/** Keeps a goal on the device; it is for a group or for one learner. */
export async function keepGoal(draft: GoalDraft, whose: { readonly groupId: Id } | { readonly learnerId: Id }): Promise<Id> {
  const id = newId()
  const criteria = draft.criteria.map(({ adultText, ...criterion }, place) => ({
    ...criterion,
    shortName: criterion.shortName.trim(),
    childText: criterion.childText.trim(),
    adultText: orNull(adultText),
    position: place + 1,
  }))
  const { wording, statement } = draft
  const expectation = statement === null ? orNull(draft.expectation) : null
  await device().outbox.add(goalSet, {
    id,
    groupId: 'groupId' in whose ? whose.groupId : null,
    learnerId: 'learnerId' in whose ? whose.learnerId : null,
    wording: wording.trim(),
    statement,
    ...(expectation === null ? {} : { expectation }),
    criteria,
  })
  return id
}

/** What one looks for in the ladders. */
export interface StatementFilter {
  readonly subject: string | undefined
  readonly words: string
  readonly year: number | undefined
  readonly strand: string | undefined
}

/** Statements of that subject, year and strand in which every word stands. */
export function statementsFor(statements: readonly FrameworkStatement[], filter: StatementFilter): readonly FrameworkStatement[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  return statements.filter(({ subject, year, strand, wording, code }) => {
    const text = `${wording} ${code}`.toLowerCase()
    const isThere = isOrAny(filter.subject, subject) && isOrAny(filter.year, year)
    return isThere && isOrAny(filter.strand, strand) && words.every((word) => text.includes(word))
  })
}

function isOrAny<T>(wanted: T | undefined, here: T): boolean {
  return wanted === undefined || wanted === here
}

/** Whether two references name the same statement. */
export function isSameStatement(one: StatementRef | null, other: StatementRef | null): boolean {
  return one?.framework === other?.framework && one?.version === other?.version && one?.code === other?.code
}

export function useStatements(): Asked<readonly FrameworkStatement[]> {
  const asked = useAsked(frameworkStatements, {})
  return asked.state === 'answered' ? { ...asked, answer: asked.answer.statements } : asked
}

/** A goal as lists show it; `isWaiting`: set here, and not with the server yet. */
export interface ShownGoal extends LearningGoal {
  readonly isWaiting: boolean
}

export interface LearnerWording {
  readonly goalId: Id
  readonly learnerId: Id
  readonly wording: string
}

export interface ShownGoals {
  /** Open ones first, newest first. */
  readonly goals: readonly ShownGoal[]
  readonly wordings: readonly LearnerWording[]
}

interface PendingGoals {
  readonly set: readonly Pending<Omit<LearningGoal, 'setAt' | 'closedAt'>>[]
  readonly closed: readonly Pending<{ goalId: Id }>[]
  readonly worded: readonly Pending<LearnerWording>[]
}

interface AnsweredGoals {
  readonly goals: readonly LearningGoal[]
  readonly learnerWordings: readonly LearnerWording[]
}

/** Lays what this device did over the server's goals of a group. @param now when a goal that was just set or closed counts as such */
export function withPendingGoals(
  { goals, learnerWordings }: AnsweredGoals,
  { set, closed, worded }: PendingGoals,
  { isOfGroup, now }: { readonly isOfGroup: (goal: Pick<LearningGoal, 'groupId' | 'learnerId'>) => boolean; readonly now: Moment },
): ShownGoals {
  const known = new Set(goals.map(({ id }) => id))
  const fresh = set
    .filter(({ input }) => !known.has(input.id) && isOfGroup(input))
    .map(({ input }) => ({ ...input, setAt: now, closedAt: null, isWaiting: true }))
  const gone = new Set(closed.map(({ input }) => input.goalId))
  const all = [...fresh.toReversed(), ...goals.map((goal) => ({ ...goal, isWaiting: false }))].map((goal) =>
    gone.has(goal.id) ? { ...goal, closedAt: goal.closedAt ?? now } : goal,
  )
  return {
    goals: [...all.filter(({ closedAt }) => closedAt === null), ...all.filter(({ closedAt }) => closedAt !== null)],
    wordings: latestWordings([...learnerWordings, ...worded.map(({ input }) => input)]),
  }
}

function latestWordings(wordings: readonly LearnerWording[]): readonly LearnerWording[] {
  return [...new Map(wordings.map(({ goalId, learnerId, wording }) => [`${goalId} ${learnerId}`, { goalId, learnerId, wording }])).values()]
}

/** The goals of a group and of its learners. @param learnerIds who is in it */
export function useGoals(groupId: Id, learnerIds: ReadonlySet<Id>): Asked<ShownGoals> {
  const asked = useAsked(goalForGroup, { groupId })
  const pending = {
    set: usePending(goalSet, asked),
    closed: usePending(goalClose, asked),
    worded: usePending(goalSetLearnerWording, asked),
  }
  if (asked.state !== 'answered') return asked
  const isOfGroup = (goal: Pick<LearningGoal, 'groupId' | 'learnerId'>) =>
    goal.groupId === groupId || (goal.learnerId !== null && learnerIds.has(goal.learnerId))
  return { ...asked, answer: withPendingGoals(asked.answer, pending, { isOfGroup, now: new Date().toISOString() }) }
}

/** Marks of one criterion on several learners, to be taken back as one. */
export interface Marked {
  readonly criterionId: Id
  readonly isMet: boolean
  readonly entries: readonly { readonly entryId: Id; readonly learnerId: Id }[]
}

const markCommand = (isMet: boolean) => (isMet ? successCriterionMarkMet : successCriterionUnmarkMet)

/** Marks a criterion as met for these learners, or takes that back. */
export async function mark(criterionId: Id, learnerIds: readonly Id[], isMet: boolean): Promise<Marked> {
  const entries: { entryId: Id; learnerId: Id }[] = []
  for (const learnerId of learnerIds) {
    const entryId = await device().outbox.add(markCommand(isMet), { id: newId(), criterionId, learnerId })
    entries.push({ entryId, learnerId })
  }
  return { criterionId, isMet, entries }
}

/** Marks that have not left are gone; the others are followed by their contrary. */
export async function undoMarks({ criterionId, isMet, entries }: Marked): Promise<void> {
  for (const { entryId, learnerId } of entries) {
    await device().outbox.undo(entryId, markCommand(!isMet), { id: newId(), criterionId, learnerId })
  }
}
