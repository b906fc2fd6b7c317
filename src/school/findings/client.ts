// The Find out place on screen: the last answer with what this device did laid over it, and the acts that are kept from there.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Moment, moment } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device, useAccess } from '../../web/device.ts'
import { type Addition, addition, type Undo } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { goalSet, type LearningGoal } from '../goals/contract.ts'
import { type HingeOption, type HingeQuestion, hingeQuestionMake, hingeQuestionRetire } from '../misconceptions/contract.ts'
import { hingeReading } from '../misconceptions/rules.ts'
import {
  type LearnerObservation,
  learnerObservationCorrect,
  learnerObservationRecord,
  learnerObservationWithdraw,
  type NewObservation,
} from '../observations/contract.ts'
import { openSession } from '../sessions/client.ts'
import type { ShownSession } from '../sessions/contract.ts'
import type { Technique } from '../techniques/contract.ts'
import { isSelfReport } from '../techniques/rules.ts'
import { type FindingLearner, findingsForGroup } from './contract.ts'
import type { Told } from './rules.ts'

export type FindingsAnswer = Parsed<typeof findingsForGroup.output>

/** An observation with its way to the server. */
export interface FoundMoment extends LearnerObservation {
  readonly sending: 'sent' | 'waiting' | 'held'
}

export type FoundLearner = FindingLearner & {
  /** The first name alone where the group knows one learner of it. */
  readonly shortName: string
}

export interface ShownFindings extends Omit<FindingsAnswer, 'learners' | 'moments'> {
  /** By name. */
  readonly learners: readonly FoundLearner[]
  /** Newest first. */
  readonly moments: readonly FoundMoment[]
}

export interface PendingFindings {
  readonly recorded: readonly Pending<NewObservation>[]
  readonly corrected: readonly Pending<NewObservation & { readonly correctsId: Id }>[]
  readonly withdrawn: readonly Pending<{ readonly observationId: Id }>[]
  readonly made: readonly Pending<Omit<HingeQuestion, 'madeAt'>>[]
  readonly retired: readonly Pending<{ readonly questionId: Id }>[]
  readonly set: readonly Pending<Omit<LearningGoal, 'setAt' | 'closedAt'>>[]
}

interface Author {
  readonly personId: Id
  readonly name: string
}

/** Lays what this device did over the server's answer for a group. */
export function withPendingFindings(
  answer: FindingsAnswer,
  pending: PendingFindings,
  { groupId, author, now }: { readonly groupId: Id; readonly author: Author; readonly now: Moment },
): ShownFindings {
  const members = new Set(answer.learners.map(({ id }) => id))
  const knownGoals = new Set(answer.goals.map(({ id }) => id))
  const freshGoals = pending.set.filter(({ input }) => input.groupId === groupId && !knownGoals.has(input.id))
  const isHere = ({ input }: Pending<NewObservation>) => members.has(input.learnerId)
  const fresh = [...pending.recorded, ...pending.corrected].filter(isHere)
  return {
    ...answer,
    goals: [...freshGoals.map(({ input }) => ({ ...input, setAt: now, closedAt: null })), ...answer.goals],
    questions: questionsOf(answer, pending, { groupId, now }),
    learners: learnersOf(
      answer.learners,
      fresh.map(({ input }) => input),
    ),
    moments: momentsOf(answer.moments, { ...pending, fresh }, author),
  }
}

function questionsOf(
  answer: FindingsAnswer,
  { made, retired }: PendingFindings,
  { groupId, now }: { readonly groupId: Id; readonly now: Moment },
) {
  const known = new Set(answer.questions.map(({ id }) => id))
  const gone = new Set(retired.map(({ input }) => input.questionId))
  const fresh = made
    .filter(({ input }) => input.groupId === groupId && !known.has(input.id))
    .map(({ input }) => ({ ...input, madeAt: now, isRetired: false }))
  return [...fresh.toReversed(), ...answer.questions].map((one) => (gone.has(one.id) ? { ...one, isRetired: true } : one))
}

function momentsOf(
  answered: readonly LearnerObservation[],
  {
    fresh,
    corrected,
    withdrawn,
  }: Pick<PendingFindings, 'corrected' | 'withdrawn'> & { readonly fresh: readonly Pending<NewObservation>[] },
  author: Author,
): readonly FoundMoment[] {
  const counts = <I>({ state }: Pending<I>) => state !== 'held'
  const gone = new Set([
    ...withdrawn.filter(counts).map(({ input }) => input.observationId),
    ...corrected.filter(counts).map(({ input }) => input.correctsId),
  ])
  const known = new Set(answered.map(({ id }) => id))
  const own = fresh
    .filter(({ input }) => !known.has(input.id) && input.technique != null)
    .map(({ input, state }): FoundMoment => ({ ...noted(input, author), sending: state }))
  return [...own, ...answered.map((one): FoundMoment => ({ ...one, sending: 'sent' }))]
    .filter(({ id }) => !gone.has(id))
    .toSorted((one, other) => other.observedAt.localeCompare(one.observedAt) || other.id.localeCompare(one.id))
}

function noted(input: NewObservation & { readonly correctsId?: Id }, { personId, name }: Author): LearnerObservation {
  return { ...input, correctsId: input.correctsId ?? null, recordedBy: personId, recordedByName: name, recordedAt: input.observedAt }
}

function learnersOf(learners: readonly FindingLearner[], fresh: readonly NewObservation[]): readonly FoundLearner[] {
  const first = (name: string) => name.replace(/ \p{Lu}\p{M}?$/u, '')
  const times = Map.groupBy(learners, ({ name }) => first(name))
  return learners
    .map((learner) => {
      const own = fresh.filter(({ learnerId }) => learnerId === learner.id)
      const lastSeenAt = [learner.lastSeenAt, ...own.map(({ observedAt }) => observedAt)].reduce(later, null)
      const goalIds = [...new Set([...learner.goalIds, ...own.flatMap(({ goalId }) => goalId ?? [])])]
      const short = first(learner.name)
      return { ...learner, lastSeenAt, goalIds, shortName: times.get(short)?.length === 1 ? short : learner.name }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

function later(one: Moment | null, other: Moment | null): Moment | null {
  if (one === null || other === null) return one ?? other
  return new Date(one) < new Date(other) ? other : one
}

/** What was found out in a group, with what waits on this device. */
export function useFindings(groupId: Id): Asked<ShownFindings> {
  const access = useAccess()
  const asked = useAsked(findingsForGroup, { groupId })
  const pending = {
    recorded: usePending(learnerObservationRecord, asked),
    corrected: usePending(learnerObservationCorrect, asked),
    withdrawn: usePending(learnerObservationWithdraw, asked),
    made: usePending(hingeQuestionMake, asked),
    retired: usePending(hingeQuestionRetire, asked),
    set: usePending(goalSet, asked),
  }
  if (asked.state !== 'answered') return asked
  const author = access.state === 'open' ? access.person : { personId: '', name: '' }
  return { ...asked, answer: withPendingFindings(asked.answer, pending, { groupId, author, now: moment(new Date()) }) }
}

/** Where something is noted. */
export interface Spot {
  readonly session: Pick<ShownSession, 'id' | 'groupId' | 'isOpen'>
  readonly goalId: Id | null
  readonly criterionId: Id | null
  readonly at: Date
}

export interface Kept {
  readonly id: Id
  readonly learnerId: Id
}

interface Keeping extends Kept {
  readonly additions: readonly Addition[]
}

function keepingOf({ session, goalId, criterionId, at }: Spot, learnerId: Id, said: Partial<NewObservation>): Keeping {
  const id = newId()
  const observation: NewObservation = {
    id,
    learnerId,
    groupId: session.groupId,
    sessionId: session.id,
    goalId,
    criterionId,
    helpLevel: null,
    response: null,
    participation: null,
    whatSeen: null,
    childWords: null,
    myView: null,
    source: 'seen',
    photoId: null,
    observedAt: moment(at),
    ...said,
  }
  return { id, learnerId, additions: [...openSession(session), addition(learnerObservationRecord, observation, { id })] }
}

/** An answer to a hinge question: an observation that says what the option gives away, given without help. */
export function answerOf(
  spot: Spot,
  learnerId: Id,
  { question, option, isSure }: { readonly question: string; readonly option: HingeOption; readonly isSure: boolean | null },
): Keeping {
  const { response, misconceptionId } = hingeReading(option, isSure)
  return keepingOf(spot, learnerId, {
    technique: 'hinge_question',
    hingeOptionId: option.id,
    isSure,
    response,
    misconceptionId,
    helpLevel: 'self',
    whatSeen: `${question} – ${option.wording}`,
  })
}

/** A technique that was tried and told nothing of the learner. */
export function triedOf(spot: Spot, learnerId: Id, technique: Technique): Keeping {
  const source = isSelfReport(technique) ? ('self_report' as const) : ('seen' as const)
  return keepingOf({ ...spot, criterionId: null }, learnerId, { technique, source })
}

/** That one waited for a learner's answer; in words, so that it is read where moments are read. */
export function waitedOf(spot: Spot, learnerId: Id, words: string): Keeping {
  return keepingOf({ ...spot, criterionId: null }, learnerId, { technique: 'open_question', whatSeen: words })
}

function undoOf({ id, learnerId }: Kept): Undo {
  return { id, withdraw: addition(learnerObservationWithdraw, { id: newId(), observationId: id, learnerId }) }
}

/** Keeps it in the place of what it replaces. */
export async function keep({ additions }: Keeping, replaced: readonly Kept[] = []): Promise<void> {
  const { outbox } = device()
  // Should the device stop between the two, both are there to be seen, and the last one counts.
  await outbox.addAll(additions)
  await takeBack(replaced)
}

export async function takeBack(kept: readonly Kept[]): Promise<void> {
  if (kept.length > 0) await device().outbox.undoAll(kept.map(undoOf))
}

/** What was done last in the place, and how it is undone. */
export interface FindingAct {
  /** "Kept: Callum, C" */
  readonly said: string
  readonly undo: () => Promise<void>
}

export interface FindingActs {
  readonly last: FindingAct | undefined
  readonly isFailed: boolean
  /** Says that it is kept only when the device has it. */
  readonly act: (work: () => Promise<void>, done: FindingAct) => void
  readonly undo: () => void
}

export function useFindingActs(): FindingActs {
  const [last, setLast] = useState<FindingAct>()
  const [isFailed, setIsFailed] = useState(false)
  const run = async (work: () => Promise<void>, done: FindingAct | undefined) => {
    try {
      await work()
      setIsFailed(false)
      setLast(done)
    } catch (error) {
      setIsFailed(true)
      reportError(error)
    }
  }
  return {
    last,
    isFailed,
    act: (work, done) => void run(work, done),
    undo: () => void (last !== undefined && run(last.undo, undefined)),
  }
}

/** What a technique told, in words. */
export function useToldWords(): Readonly<Record<Told, string>> {
  const { t } = useLingui()
  return { something: t`Told something`, nothing: t`Tried, nothing`, not_tried: t`Not tried` }
}
