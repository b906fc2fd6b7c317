// Talking about goals on screen: the last answer with what this device kept laid over it, and the acts, each with its undo.

import { msg } from '@lingui/core/macro'
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import type { Reasons } from '../../web/messages.ts'
import { type Addition, addition, type Undo } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { orNull } from '../../web/typed.ts'
import { type ShownGoal, withPendingGoals } from '../goals/client.ts'
import { goalClose, goalSet, goalSetLearnerWording, type LearningGoal } from '../goals/contract.ts'
import {
  type GoalExample,
  type GoalTalk,
  goalExampleAdd,
  goalExampleWithdraw,
  goalTakeAlong,
  goalTalkForGroup,
  goalTalkForLearner,
  goalTalkNote,
  goalTalkSay,
  goalTalkUnsay,
  goalTalkWithdraw,
  type OwnWording,
  type Settled,
} from './contract.ts'

/** Why an example can't be kept, in words. */
export const exampleReasons: Reasons = {
  nothing_shown: msg`Say or draw something to show.`,
  feature_in_words: msg`Say it in words.`,
  names_a_learner: msg`A child’s name stands here. Leave it out: examples are nobody’s.`,
}

type Answer = Parsed<typeof goalTalkForGroup.output>
type Statement = Answer['statements'][number]

export interface ShownWording extends OwnWording {
  readonly id: Id
  readonly goalId: Id
  readonly learnerId: Id
}

/** All that is known of the talk about a group's goals. */
export interface ShownTalks {
  /** Open ones, newest first. */
  readonly goals: readonly ShownGoal[]
  readonly statements: readonly Statement[]
  readonly examples: readonly GoalExample[]
  readonly wordings: readonly ShownWording[]
  readonly talks: readonly GoalTalk[]
}

/** What waits on this device. */
export interface PendingTalks {
  readonly said: readonly Pending<ShownWording>[]
  /** Kept in the older way: words alone. */
  readonly worded: readonly Pending<Pick<ShownWording, 'id' | 'goalId' | 'learnerId' | 'wording'>>[]
  readonly unsaid: readonly Pending<{ wordingId: Id }>[]
  readonly noted: readonly Pending<GoalTalk>[]
  readonly withdrawn: readonly Pending<{ talkId: Id }>[]
  readonly added: readonly Pending<GoalExample>[]
  readonly removed: readonly Pending<{ exampleId: Id }>[]
}

/** A withdrawal that was refused has withdrawn nothing. */
function taken<I>(pending: readonly Pending<I>[], idOf: (input: I) => Id): ReadonlySet<Id> {
  return new Set(pending.filter(({ state }) => state !== 'held').map(({ input }) => idOf(input)))
}

/** Of each key the last, in the order in which keys first came. */
function lastOf<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}

const pairOf = ({ goalId, learnerId }: { readonly goalId: Id; readonly learnerId: Id }) => `${goalId} ${learnerId}`

/** Lays what this device kept over the server's wordings, notes and examples. */
export function withPendingTalks(
  answer: Pick<Answer, 'wordings' | 'talks' | 'examples'>,
  pending: PendingTalks,
): Pick<ShownTalks, 'wordings' | 'talks' | 'examples'> {
  const unsaid = taken(pending.unsaid, ({ wordingId }) => wordingId)
  const withdrawn = taken(pending.withdrawn, ({ talkId }) => talkId)
  const removed = taken(pending.removed, ({ exampleId }) => exampleId)
  const silent = { drawing: null, symbols: [], firstLanguage: null, helpedBy: null }
  const words = pending.worded.map(({ input }) => ({ ...silent, ...input }))
  const said = [...answer.wordings, ...words, ...pending.said.map(({ input }) => input)]
  const noted = [...answer.talks, ...pending.noted.map(({ input }) => input)]
  const shown = [...answer.examples, ...pending.added.map(({ input }) => input)]
  return {
    wordings: lastOf(
      said.filter(({ id }) => !unsaid.has(id)),
      pairOf,
    ),
    talks: lastOf(
      noted.filter(({ id }) => !withdrawn.has(id)),
      (talk) => `${pairOf(talk)} ${talk.settled.about}`,
    ),
    examples: lastOf(
      shown.filter(({ id }) => !removed.has(id)),
      ({ id, goalId, part }) => `${goalId} ${part === 'feature' ? id : part}`,
    ),
  }
}

/** A goal that was taken along on this device, and is not with the server yet. */
function goalsTaken(pending: readonly Pending<Parsed<typeof goalTakeAlong.input>>[], known: readonly LearningGoal[]) {
  return pending.flatMap(({ id, input, state }) => {
    const from = known.find((goal) => goal.id === input.goalId)
    if (from === undefined) return []
    const newIds = new Map(input.criteria.map((criterion) => [criterion.criterionId, criterion.id]))
    const criteria = from.criteria.map((criterion) => ({ ...criterion, id: newIds.get(criterion.id) ?? criterion.id }))
    const { groupId, learnerId } = input
    return [{ id, state, input: { ...from, id: input.id, groupId, learnerId, criteria } }]
  })
}

/** The talk about the goals of a group and of its learners. @param learnerIds who is in it */
export function useGoalTalks(groupId: Id, learnerIds: ReadonlySet<Id>): Asked<ShownTalks> {
  const asked = useAsked(goalTalkForGroup, { groupId })
  const goals = { set: usePending(goalSet, asked), closed: usePending(goalClose, asked), worded: [] }
  const travels = usePending(goalTakeAlong, asked)
  const pending = usePendingTalks(asked)
  if (asked.state !== 'answered') return asked
  const { answer } = asked
  const isOfGroup = (goal: Pick<LearningGoal, 'groupId' | 'learnerId'>) =>
    goal.groupId === groupId || (goal.learnerId !== null && learnerIds.has(goal.learnerId))
  const set = [...goals.set, ...goalsTaken(travels, answer.goals)]
  const shown = withPendingGoals({ goals: answer.goals, learnerWordings: [] }, { ...goals, set }, { isOfGroup, now: moment(new Date()) })
  return {
    ...asked,
    answer: {
      goals: shown.goals.filter(({ closedAt }) => closedAt === null),
      statements: answer.statements,
      ...withPendingTalks(answer, pending),
    },
  }
}

/** How one learner says goals, and what was settled with them. */
export function useLearnerTalks(learnerId: Id): Asked<Pick<ShownTalks, 'wordings' | 'talks'>> {
  const asked = useAsked(goalTalkForLearner, { learnerId })
  const pending = usePendingTalks(asked)
  if (asked.state !== 'answered') return asked
  const isTheirs = (one: { readonly learnerId: Id }) => one.learnerId === learnerId
  const { wordings, talks } = withPendingTalks({ ...asked.answer, examples: [] }, pending)
  return { ...asked, answer: { wordings: wordings.filter(isTheirs), talks: talks.filter(isTheirs) } }
}

function usePendingTalks(asked: Asked<unknown>): PendingTalks {
  return {
    said: usePending(goalTalkSay, asked),
    worded: usePending(goalSetLearnerWording, asked),
    unsaid: usePending(goalTalkUnsay, asked),
    noted: usePending(goalTalkNote, asked),
    withdrawn: usePending(goalTalkWithdraw, asked),
    added: usePending(goalExampleAdd, asked),
    removed: usePending(goalExampleWithdraw, asked),
  }
}

/** Whose goal, and in which lesson it is talked about. */
export interface TalkPlace {
  readonly goalId: Id
  readonly sessionId: Id | null
  /** What must go ahead: the lesson's opening. */
  readonly before: readonly Addition[]
}

/** What was kept, to be taken back. */
export interface KeptTalk {
  readonly undos: readonly Undo[]
}

/** Keeps one thing that was settled, for one learner. Resolves once it is on the device. */
export async function keepTalk({ goalId, sessionId, before }: TalkPlace, learnerId: Id, settled: Settled): Promise<KeptTalk> {
  const id = newId()
  const talk: GoalTalk = { id, goalId, learnerId, sessionId, settled, observedAt: moment(new Date()) }
  await device().outbox.addAll([...before, addition(goalTalkNote, talk, { id })])
  return { undos: [{ id, withdraw: addition(goalTalkWithdraw, { talkId: id, learnerId }) }] }
}

/** Keeps how a learner says the goal. */
export async function keepWording(goalId: Id, learnerId: Id, said: OwnWording): Promise<KeptTalk> {
  const id = newId()
  await device().outbox.add(goalTalkSay, { id, goalId, learnerId, ...said, observedAt: moment(new Date()) }, { id })
  return { undos: [{ id, withdraw: addition(goalTalkUnsay, { wordingId: id, learnerId }) }] }
}

/** Keeps an example or a feature. */
export async function keepExample(example: Omit<GoalExample, 'id'>): Promise<KeptTalk> {
  const id = newId()
  await device().outbox.add(goalExampleAdd, { id, ...example }, { id })
  return { undos: [{ id, withdraw: addition(goalExampleWithdraw, { exampleId: id }) }] }
}

/** Shows an example or a feature no more; undoing shows the same again. */
export async function removeExample(example: GoalExample): Promise<KeptTalk> {
  const id = await device().outbox.add(goalExampleWithdraw, { exampleId: example.id })
  return { undos: [{ id, withdraw: addition(goalExampleAdd, { ...example, id: newId() }) }] }
}

export function undoTalk({ undos }: KeptTalk): Promise<void> {
  return device().outbox.undoAll(undos)
}

/** A way to say a goal. */
export type Way = 'words' | 'drawing' | 'symbols' | 'language'

/** An own wording while it is made. */
export interface OwnWordingDraft {
  readonly wording: string
  readonly drawing: NonNullable<OwnWording['drawing']> | undefined
  readonly symbols: OwnWording['symbols']
  readonly language: string
  readonly firstWording: string
  readonly helpedBy: string
}

/** What the form begins with. */
export function draftOf(said: OwnWording | undefined): OwnWordingDraft {
  return {
    wording: said?.wording ?? '',
    drawing: said?.drawing ?? undefined,
    symbols: said?.symbols ?? [],
    language: said?.firstLanguage?.language ?? '',
    firstWording: said?.firstLanguage?.wording ?? '',
    helpedBy: said?.helpedBy ?? '',
  }
}

/** The ways that are open at first: those in which something was said. */
export function waysOf({ wording, drawing, symbols, firstWording }: OwnWordingDraft): readonly Way[] {
  const ways: readonly Way[] = [
    ...(wording === '' ? [] : (['words'] as const)),
    ...(drawing === undefined ? [] : (['drawing'] as const)),
    ...(symbols.length === 0 ? [] : (['symbols'] as const)),
    ...(firstWording === '' ? [] : (['language'] as const)),
  ]
  return ways.length === 0 ? ['words'] : ways
}

/** What of the draft is kept: the ways that are open. */
export function saidOf({ wording, drawing, symbols, language, firstWording, helpedBy }: OwnWordingDraft, ways: readonly Way[]): OwnWording {
  const isForeign = ways.includes('language') && firstWording.trim() !== '' && language !== ''
  return {
    wording: ways.includes('words') || ways.includes('language') ? wording.trim() : '',
    drawing: ways.includes('drawing') ? (drawing ?? null) : null,
    symbols: ways.includes('symbols') ? [...symbols] : [],
    firstLanguage: isForeign ? { language, wording: firstWording.trim() } : null,
    helpedBy: orNull(helpedBy),
  }
}

/** What happens to an open goal when a class moves up. */
export type GoalFate = 'stays' | 'closes' | { readonly groupId: Id } | { readonly learnerIds: readonly Id[] }

type Target = { readonly groupId: Id } | { readonly learnerId: Id }

/** Copies a goal with its criteria into a group, or for one learner. @param dependsOn what must be accepted before: the group itself */
export function copyGoal(
  { id: goalId, criteria }: { readonly id: Id; readonly criteria: readonly { readonly id: Id }[] },
  target: Target,
  makeId: () => Id,
  dependsOn: readonly Id[] = [],
): Addition {
  const copied = criteria.map((criterion) => ({ criterionId: criterion.id, id: makeId() }))
  const input = { id: makeId(), goalId, groupId: null, learnerId: null, ...target, criteria: copied }
  return addition(goalTakeAlong, input, { id: makeId(), dependsOn })
}

/** The commands that give a goal its fate: copies first, then the end of what was copied. */
export function fateOf(goal: Pick<LearningGoal, 'id' | 'criteria'>, fate: GoalFate, makeId: () => Id): readonly Addition[] {
  if (fate === 'stays') return []
  const copies = targetsOf(fate).map((target) => copyGoal(goal, target, makeId))
  // Should a copy be refused, the goal stays open: nothing is lost.
  const dependsOn = copies.flatMap(({ options }) => options.id ?? [])
  return [...copies, addition(goalClose, { goalId: goal.id }, { dependsOn })]
}

function targetsOf(fate: Exclude<GoalFate, 'stays'>): readonly Target[] {
  if (fate === 'closes') return []
  return 'groupId' in fate ? [fate] : fate.learnerIds.map((learnerId) => ({ learnerId }))
}

/** Keeps what was chosen for all goals, or nothing of it. */
export async function keepFates(goals: readonly LearningGoal[], fates: ReadonlyMap<Id, GoalFate>): Promise<void> {
  await device().outbox.addAll(goals.flatMap((goal) => fateOf(goal, fates.get(goal.id) ?? 'stays', newId)))
}
