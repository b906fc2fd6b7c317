// A learner's record on screen: the server's answer with what this device noted, withdrew, corrected and marked laid over it.
import type { Parsed } from '../../../core/contract.ts'
import type { Id } from '../../../core/ids.ts'
import { successCriterionMarkMet, successCriterionUnmarkMet } from '../../../school/goals/contract.ts'
import { learnerChooseSymbol, learnerSetWhatHelps } from '../../../school/learners/contract.ts'
import { namesOf, useMisconceptions } from '../../../school/misconceptions/client.ts'
import {
  type LearnerObservation,
  learnerObservationCorrect,
  learnerObservationForLearner,
  learnerObservationRecord,
  learnerObservationWithdraw,
  type NewObservation,
} from '../../../school/observations/contract.ts'
import type { ShownMoment } from '../../../school/observations/Moments.tsx'
import { criterionState } from '../../../school/observations/rules.ts'
import { type Asked, useAsked } from '../../asking.ts'
import { useAccess } from '../../device.ts'
import { type Pending, usePending } from '../../pending.ts'

export type AnsweredRecord = Parsed<typeof learnerObservationForLearner.output>
export type RecordGoal = AnsweredRecord['goals'][number]
export type RecordCriterion = RecordGoal['criteria'][number]

export interface ShownRecord extends Omit<AnsweredRecord, 'observations'> {
  /** Newest first. */
  readonly moments: readonly ShownMoment[]
}

interface Mark {
  readonly criterionId: Id
  readonly learnerId: Id
}

export interface PendingRecord {
  readonly recorded: readonly Pending<NewObservation>[]
  readonly corrected: readonly Pending<NewObservation & { readonly correctsId: Id }>[]
  readonly withdrawn: readonly Pending<{ readonly observationId: Id }>[]
  readonly marked: readonly Pending<Mark>[]
  readonly unmarked: readonly Pending<Mark>[]
  readonly symbols: readonly Pending<{ readonly learnerId: Id; readonly symbol: string }>[]
  readonly helps: readonly Pending<{ readonly learnerId: Id; readonly whatHelps: string | null }>[]
}

interface Author {
  readonly personId: Id
  readonly name: string
  /** What misconceptions are called, for what is not sent yet. */
  readonly misconceptions?: ReadonlyMap<Id, string>
}

/** Lays what this device did over a learner's record; states are worked out anew where that changed what they rest on. */
export function withPendingRecord(answer: AnsweredRecord, pending: PendingRecord, author: Author): ShownRecord {
  const learnerId = answer.learner.id
  const moments = momentsOf(answer, pending, author)
  const isTouched = moments.length !== answer.observations.length || moments.some(({ sending }) => sending !== 'sent')
  const marks = lastMarks(learnerId, pending)
  const { observations: _, ...rest } = answer
  return {
    ...rest,
    learner: described(answer.learner, pending),
    moments,
    goals: answer.goals.map((goal) => ({
      ...goal,
      criteria: goal.criteria.map((criterion) => {
        const isMet = marks.get(criterion.id) ?? criterion.state === 'met'
        if (!isTouched && !marks.has(criterion.id)) return criterion
        return {
          ...criterion,
          ...criterionState(
            moments.filter(({ criterionId }) => criterionId === criterion.id),
            isMet,
          ),
        }
      }),
    })),
    beforeAfter: answer.beforeAfter.filter(({ beforeId, afterId }) =>
      [beforeId, afterId].every((id) => moments.some((one) => one.id === id)),
    ),
  }
}

function momentsOf(answer: AnsweredRecord, { recorded, corrected, withdrawn }: PendingRecord, author: Author): readonly ShownMoment[] {
  const learnerId = answer.learner.id
  // What was refused has changed nothing yet.
  const gone = new Set(withdrawn.filter(({ state }) => state !== 'held').map(({ input }) => input.observationId))
  const corrections = corrected.filter(({ input }) => input.learnerId === learnerId)
  for (const { input, state } of corrections) if (state !== 'held') gone.add(input.correctsId)
  const known = new Set(answer.observations.map(({ id }) => id))
  const fresh = [...recorded.filter(({ input }) => input.learnerId === learnerId), ...corrections]
    .filter(({ input }) => !known.has(input.id))
    .map(({ input, state }): ShownMoment => ({ ...asNoted(input, author), sending: state }))
  const noted = answer.observations.map((one): ShownMoment => ({ ...one, sending: 'sent' }))
  return [...noted, ...fresh]
    .filter(({ id }) => !gone.has(id))
    .toSorted((one, other) => other.observedAt.localeCompare(one.observedAt) || other.id.localeCompare(one.id))
}

function asNoted(input: NewObservation & { readonly correctsId?: Id }, { personId, name, misconceptions }: Author): LearnerObservation {
  const by = { recordedBy: personId, recordedByName: name, recordedAt: input.observedAt }
  const misconceptionName = misconceptions?.get(input.misconceptionId ?? '')
  return { ...input, ...by, correctsId: input.correctsId ?? null, ...(misconceptionName === undefined ? {} : { misconceptionName }) }
}

/** Whether each criterion was last marked or unmarked here; ids of commands rise with time on one device. */
function lastMarks(learnerId: Id, { marked, unmarked }: PendingRecord): ReadonlyMap<Id, boolean> {
  const acts = [...marked.map((one) => ({ ...one, isMet: true })), ...unmarked.map((one) => ({ ...one, isMet: false }))]
  const own = acts.filter(({ input, state }) => input.learnerId === learnerId && state !== 'held')
  return new Map(own.toSorted((one, other) => one.id.localeCompare(other.id)).map(({ input, isMet }) => [input.criterionId, isMet]))
}

function described(learner: AnsweredRecord['learner'], { symbols, helps }: PendingRecord): AnsweredRecord['learner'] {
  const symbol = symbols.findLast(({ input }) => input.learnerId === learner.id)?.input.symbol ?? learner.symbol
  const help = helps.findLast(({ input }) => input.learnerId === learner.id)
  return { ...learner, symbol, whatHelps: help === undefined ? learner.whatHelps : help.input.whatHelps }
}

/** A learner's record, with what waits on this device. */
export function useRecord(learnerId: Id): Asked<ShownRecord> {
  const access = useAccess()
  const asked = useAsked(learnerObservationForLearner, { learnerId })
  const known = useMisconceptions()
  const pending: PendingRecord = {
    recorded: usePending(learnerObservationRecord, asked),
    corrected: usePending(learnerObservationCorrect, asked),
    withdrawn: usePending(learnerObservationWithdraw, asked),
    marked: usePending(successCriterionMarkMet, asked),
    unmarked: usePending(successCriterionUnmarkMet, asked),
    symbols: usePending(learnerChooseSymbol, asked),
    helps: usePending(learnerSetWhatHelps, asked),
  }
  if (asked.state !== 'answered') return asked
  const person = access.state === 'open' ? access.person : { personId: '', name: '' }
  const author = { ...person, misconceptions: namesOf(known.state === 'answered' ? known.answer : []) }
  return { ...asked, answer: withPendingRecord(asked.answer, pending, author) }
}
