// Looking back on screen: one's own examples with what this device kept laid over, and the check of a session.
import type { Parsed } from '../../core/contract.ts'
import type { Refusal } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Moment, moment } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { type Addition, addition } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { givenName } from '../drafts/rules.ts'
import { aboutWhom } from '../handovers/rules.ts'
import {
  type CheckFacts,
  type LookedExample,
  lookedExampleKeep,
  lookedExampleMine,
  lookedExampleWithdraw,
  type NewExample,
  sessionCheck,
} from './contract.ts'
import { exampleRefusal, withoutName } from './rules.ts'

export type ExampleLearners = readonly { readonly id: Id; readonly name: string }[]

/** A session as examples need it. */
export interface ExampleSession {
  readonly id: Id
  readonly groupName: string
  readonly startsAt: Moment
  readonly ahead: readonly Addition[]
}

/** The example that a sentence becomes, or why it can't: for the one learner whom it names, or for the group. */
export function exampleOf(wording: string, sessionId: Id, learners: ExampleLearners, now: Date): NewExample | Refusal {
  const named = learners.map(({ id, name }) => ({ id, givenName: givenName(name) }))
  const about = aboutWhom(wording, named)
  if ('code' in about) return about
  const example = { id: newId(), sessionId, learnerId: about.learnerId, wording: wording.trim(), keptAt: moment(now) }
  const others = named.filter(({ id }) => id !== about.learnerId).map((one) => one.givenName)
  return exampleRefusal(example, others, now) ?? example
}

interface PendingExamples {
  readonly kept: readonly Pending<NewExample>[]
  readonly withdrawn: readonly Pending<Parsed<typeof lookedExampleWithdraw.input>>[]
}

/** One's own examples of a session, newest first, with those that wait here. */
export function withPendingExamples(
  examples: readonly LookedExample[],
  { kept, withdrawn }: PendingExamples,
  session: Pick<ExampleSession, 'id' | 'groupName' | 'startsAt'>,
  learners: ExampleLearners,
): readonly LookedExample[] {
  const ids = new Set(examples.map(({ id }) => id))
  const gone = new Set(withdrawn.filter(({ state }) => state !== 'held').map(({ input }) => input.exampleId))
  const fresh = kept
    .filter(({ input }) => input.sessionId === session.id && !ids.has(input.id))
    .map(({ input: { id, learnerId, wording, keptAt } }): LookedExample => {
      const learner = learners.find((one) => one.id === learnerId)
      const nameless = learner === undefined ? wording : withoutName(wording, givenName(learner.name))
      const place = { sessionId: session.id, sessionStartedAt: session.startsAt, groupName: session.groupName }
      return { id, ...place, learner: learner === undefined ? null : { id: learner.id, name: learner.name }, wording, nameless, keptAt }
    })
  return [...fresh.toReversed(), ...examples].filter(({ id }) => !gone.has(id))
}

export function useExamples(session: ExampleSession, learners: ExampleLearners): Asked<readonly LookedExample[]> {
  const asked = useAsked(lookedExampleMine, {})
  const pending = { kept: usePending(lookedExampleKeep, asked), withdrawn: usePending(lookedExampleWithdraw, asked) }
  return asked.state === 'answered' ? { ...asked, answer: withPendingExamples(asked.answer.examples, pending, session, learners) } : asked
}

export function useCheck(groupId: Id, sessionId: Id): Asked<CheckFacts> {
  return useAsked(sessionCheck, { groupId, sessionId })
}

/** What was done last, with its way back. */
export interface ExampleAct {
  readonly undo: () => Promise<void>
}

export async function keepExample({ ahead }: ExampleSession, example: NewExample): Promise<ExampleAct> {
  const { id, learnerId } = example
  await device().outbox.addAll([...ahead, addition(lookedExampleKeep, example, { id })])
  return { undo: () => takeBack({ id, learnerId }) }
}

export async function takeBack({ id, learnerId }: { readonly id: Id; readonly learnerId: Id | null }): Promise<void> {
  const withdraw = addition(lookedExampleWithdraw, { id: newId(), exampleId: id, learnerId })
  await device().outbox.undoAll([{ id, withdraw }])
}
