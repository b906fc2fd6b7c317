// What a handover is drafted from, with what this device noted a moment ago laid over the server's answer.
import type { Id } from '../../core/ids.ts'
import type { Asked } from '../../web/asking.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { goalSet } from '../goals/contract.ts'
import { namesOf, useMisconceptions } from '../misconceptions/client.ts'
import {
  learnerObservationCorrect,
  learnerObservationRecord,
  learnerObservationWithdraw,
  type NewObservation,
} from '../observations/contract.ts'
import { useAskedOfSession } from '../sessions/client.ts'
import { type DraftFacts, handoverDraft } from './contract.ts'

interface PendingMoments {
  readonly recorded: readonly Pending<NewObservation>[]
  readonly corrected: readonly Pending<NewObservation & { readonly correctsId: Id }>[]
  readonly withdrawn: readonly Pending<{ readonly observationId: Id }>[]
  readonly criteria: readonly { readonly id: Id; readonly shortName: string }[]
  /** What misconceptions are called. */
  readonly names?: ReadonlyMap<Id, string>
}

/** Moments that this device noted in the session are there, those that it took back or corrected are gone. */
export function withPendingMoments(facts: DraftFacts, pending: PendingMoments, sessionId: Id): DraftFacts {
  const known = new Set(facts.moments.map(({ id }) => id))
  const replaced = pending.corrected.filter(({ state }) => state !== 'held').map(({ input }) => input.correctsId)
  const gone = new Set([...replaced, ...pending.withdrawn.filter(({ state }) => state !== 'held').map(({ input }) => input.observationId)])
  const fresh = [...pending.recorded, ...pending.corrected]
    .map(({ input }) => ({ ...input, misconception: pending.names?.get(input.misconceptionId ?? '') ?? null }))
    .filter((one) => one.sessionId === sessionId && !known.has(one.id))
  const moments = [...facts.moments, ...fresh].filter(({ id }) => !gone.has(id))
  const named = new Set(facts.criteria.map(({ id }) => id))
  const noted = new Set(moments.map(({ criterionId }) => criterionId))
  const criteria = [...facts.criteria, ...pending.criteria.filter(({ id }) => noted.has(id) && !named.has(id))]
  return { ...facts, criteria: criteria.map(({ id, shortName }) => ({ id, shortName })), moments: moments.map(momentOf) }
}

function momentOf(one: DraftFacts['moments'][number]): DraftFacts['moments'][number] {
  const { id, learnerId, criterionId, helpLevel, response, participation, childWords, source, observedAt } = one
  const { technique = null, misconception = null } = one
  return { id, learnerId, criterionId, helpLevel, response, participation, childWords, technique, misconception, source, observedAt }
}

/** The facts of a session's handover. @param known success criteria that the device knows by another answer */
export function useDraftFacts(session: { readonly id: Id; readonly groupId: Id }): Asked<DraftFacts> {
  const asked = useAskedOfSession(handoverDraft, session, ({ id, groupId }) => ({ groupId, sessionId: id }))
  const misconceptions = useMisconceptions()
  const pending: PendingMoments = {
    recorded: usePending(learnerObservationRecord, asked),
    corrected: usePending(learnerObservationCorrect, asked),
    withdrawn: usePending(learnerObservationWithdraw, asked),
    criteria: usePending(goalSet, asked).flatMap(({ input }) => input.criteria),
    names: namesOf(misconceptions.state === 'answered' ? misconceptions.answer : []),
  }
  return asked.state === 'answered' ? { ...asked, answer: withPendingMoments(asked.answer, pending, session.id) } : asked
}
