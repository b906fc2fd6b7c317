// What the samples of a unit come to, and what an IQA can't do.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Decision, HalfProgress, Unit } from '../decisions/contract.ts'
import { restsOnExpertsAlone } from '../testimonies/rules.ts'
import type { ActionNote, Outcome, Sample, SamplingState } from './contract.ts'

/** Open until the IQA closes it; what was answered waits for her. */
export function isOpen(notes: readonly Pick<ActionNote, 'kind'>[]): boolean {
  return notes.findLast(({ kind }) => kind !== 'answered')?.kind !== 'closed'
}

/** What was done is said; the IQA looks and closes it, or says what is still missing. */
export function isAnswered(notes: readonly Pick<ActionNote, 'kind'>[]): boolean {
  return isOpen(notes) && notes.at(-1)?.kind === 'answered'
}

type Judged = Pick<Sample, 'judgements'> & { readonly actions: readonly { readonly isOpen: boolean }[] }

/** All samples of a unit together: an open action first, then what is not agreed yet. None: not sampled. */
export function samplingState(samples: readonly Judged[]): SamplingState {
  if (samples.length === 0) return 'not_sampled'
  if (samples.some(({ actions }) => actions.some((action) => action.isOpen))) return 'action'
  return samples.every(({ judgements }) => isAgreed(judgements.at(-1)?.outcome)) ? 'agreed' : 'sampled'
}

function isAgreed(outcome: Outcome | undefined): boolean {
  return outcome === 'agree' || outcome === 'agree_with_development'
}

/** R6: nobody verifies a unit in which they ever decided or countersigned. Refused: `own_decisions`. */
export function ownDecisionsRefusal(iqaId: Id, deciderIds: ReadonlySet<Id>): Refusal | undefined {
  return deciderIds.has(iqaId) ? refused('own_decisions', 'registrationId') : undefined
}

interface Judging {
  readonly outcome: Outcome
  readonly action: { readonly ownerId: Id; readonly dueOn: Day } | null
}

interface Facts {
  readonly today: Day
  /** Who has a part in the unit, beside the IQA. */
  readonly partIds: readonly (Id | null)[]
  readonly actions: readonly { readonly isOpen: boolean }[]
}

/** Refused: `action_missing`, `action_needless`, `owner_without_part`, `due_in_past`, `action_open`. */
export function judgementRefusal({ outcome, action }: Judging, { today, partIds, actions }: Facts): Refusal | undefined {
  if (outcome === 'action' && action === null) return refused('action_missing', 'action')
  if (outcome !== 'action' && action !== null) return refused('action_needless', 'action')
  if (outcome !== 'action' && actions.some((one) => one.isOpen)) return refused('action_open', 'outcome')
  if (action !== null && !partIds.includes(action.ownerId)) return refused('owner_without_part', 'action.ownerId')
  if (action !== null && action.dueOn < today) return refused('due_in_past', 'action.dueOn')
  return undefined
}

/** Refused: `action_closed`. */
export function answerRefusal(action: { readonly isOpen: boolean }): Refusal | undefined {
  return action.isOpen ? undefined : refused('action_closed', 'actionId')
}

/** Refused: `action_closed` when closed twice, `action_not_closed` when it is open already. */
export function settleRefusal({ isClosed }: { readonly isClosed: boolean }, action: { readonly isOpen: boolean }): Refusal | undefined {
  if (isClosed) return answerRefusal(action)
  return action.isOpen ? refused('action_not_closed', 'actionId') : undefined
}

/** A unit, as far as it says what its observed halves rest on. */
type Rested = Pick<Unit, 'evidence'> & {
  readonly leaves: readonly {
    readonly halves: readonly (Pick<HalfProgress, 'half' | 'isMet'> & { readonly standing: Pick<Decision, 'evidenceIds'> | null })[]
  }[]
}

/** Whether an IQA is warned: all that was observed and met rests on expert witnesses, and no assessor saw any of it. */
export function restsOnWitnesses({ leaves, evidence }: Rested): boolean {
  const met = leaves.flatMap(({ halves }) => halves.filter(({ half, isMet }) => half === 'observed' && isMet))
  return restsOnExpertsAlone(met.map(({ standing }) => evidence.filter(({ id }) => standing?.evidenceIds.includes(id) === true)))
}
