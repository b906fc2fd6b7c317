// Next actions of a group on screen, with what this device noted and marked laid over.
import type { Parsed } from '../../core/contract.ts'
import type { Refusal } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Day, dayOf, type Moment, moment } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { useMember } from '../../web/member.ts'
import { type Addition, addition } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { givenName } from '../drafts/rules.ts'
import { aboutWhom } from '../handovers/rules.ts'
import {
  type ActionOutcome,
  type ActionOwner,
  type NewAction,
  type NextAction,
  nextActionAdd,
  nextActionForGroup,
  nextActionMark,
} from './contract.ts'
import { actionRefusal, isDue } from './rules.ts'

export type ActionLearners = Parsed<typeof nextActionForGroup.output>['learners']

export interface ShownAction extends NextAction {
  /** Its day has come. */
  readonly isDue: boolean
  readonly isWaiting: boolean
}

export interface ShownActions {
  readonly learners: ActionLearners
  /** Newest first. */
  readonly actions: readonly ShownAction[]
}

/** A session as next actions need it. */
export interface ActionSession {
  readonly id: Id
  readonly groupId: Id
  readonly groupName: string
  readonly startsAt: Moment
  /** What must go ahead of commands about it. */
  readonly ahead: readonly Addition[]
}

interface PendingActions {
  readonly added: readonly Pending<NewAction>[]
  readonly marked: readonly Pending<Parsed<typeof nextActionMark.input>>[]
}

interface Known {
  readonly self: { readonly id: Id; readonly name: string }
  /** Where actions of this device belong that the server has not yet. */
  readonly session: Pick<ActionSession, 'id' | 'groupId' | 'groupName' | 'startsAt'> | undefined
  readonly today: Day
}

/** Lays what this device did over the server's actions: a mark that was refused has marked nothing. */
export function withPendingActions(
  { learners, actions }: Parsed<typeof nextActionForGroup.output>,
  { added, marked }: PendingActions,
  { self, session, today }: Known,
): ShownActions {
  const ids = new Set(actions.map(({ id }) => id))
  const fresh = added.filter(({ input }) => session !== undefined && input.sessionId === session.id && !ids.has(input.id))
  const made = fresh.toReversed().map(({ input: { learnerId, ...input } }) => ({
    ...input,
    ...{ groupId: session?.groupId ?? '', groupName: session?.groupName ?? '', sessionStartedAt: session?.startsAt ?? input.notedAt },
    ...{ notedBy: self, isDone: false, seenIn: null, isWaiting: true },
    learner: learners.find(({ id }) => id === learnerId) ?? null,
  }))
  const all = [...made, ...actions.map((one) => ({ ...one, isWaiting: false }))].flatMap((one) => {
    const mark = marked.findLast(({ input, state }) => input.actionId === one.id && state !== 'held')?.input
    if (mark === undefined) return [one]
    if (mark.outcome === 'withdrawn') return []
    const seenIn = mark.sessionId === null ? null : { sessionId: mark.sessionId, startedAt: session?.startsAt ?? mark.markedAt }
    return [{ ...one, isDone: mark.outcome === 'done', seenIn }]
  })
  const notedOn = (one: NextAction) => dayOf(one.notedAt)
  return { learners, actions: all.map((one) => ({ ...one, isDue: isDue({ dueOn: one.dueOn, notedOn: notedOn(one) }, today) })) }
}

/** The next actions of a group. @param session on whose page they are, if on one */
export function useActions(groupId: Id, session: ActionSession | undefined): Asked<ShownActions> {
  const asked = useAsked(nextActionForGroup, { groupId })
  const added = usePending(nextActionAdd, asked)
  const marked = usePending(nextActionMark, asked)
  const { personId: id, name } = useMember()
  if (asked.state !== 'answered') return asked
  const known = { self: { id, name }, session, today: dayOf(new Date()) }
  return { ...asked, answer: withPendingActions(asked.answer, { added, marked }, known) }
}

/** What is typed and tapped before it becomes an action. */
export interface ActionDraft {
  readonly owner: ActionOwner
  readonly learnerId: Id | null
  readonly wording: string
  readonly dueOn: Day | null
}

/** The action that a draft becomes, or why it can't. A line that names one child is for that child. */
export function actionOf(draft: ActionDraft, sessionId: Id, learners: ActionLearners, now: Date): NewAction | Refusal {
  const named = learners.map(({ id, name }) => ({ id, givenName: givenName(name) }))
  const about = draft.owner === 'learner' ? { learnerId: draft.learnerId } : aboutWhom(draft.wording, named)
  if ('code' in about) return about
  const learnerId = about.learnerId ?? draft.learnerId
  const action = { id: newId(), sessionId, ...draft, learnerId, wording: draft.wording.trim(), notedAt: moment(now) }
  const own = named.find(({ id }) => id === learnerId)?.givenName
  const others = named.map((one) => one.givenName).filter((name) => name !== own)
  return actionRefusal(action, others, now) ?? action
}

/** What was done last, with its way back. */
export interface ActionAct {
  readonly undo: () => Promise<void>
}

const marked = (actionId: Id, learnerId: Id | null, outcome: ActionOutcome, sessionId: Id | null = null) =>
  addition(nextActionMark, { id: newId(), actionId, learnerId, outcome, sessionId, markedAt: moment(new Date()) })

export async function keepAction({ ahead }: Pick<ActionSession, 'ahead'>, action: NewAction): Promise<ActionAct> {
  const { id, learnerId } = action
  await device().outbox.addAll([...ahead, addition(nextActionAdd, action, { id })])
  return { undo: () => device().outbox.undoAll([{ id, withdraw: marked(id, learnerId, 'withdrawn') }]) }
}

/** Done, or open again. @param seenIn the later session in which it was seen */
export async function markAction({ id, learner, isDone }: ShownAction, seenIn: ActionSession | undefined): Promise<ActionAct> {
  const learnerId = learner?.id ?? null
  const [outcome, contrary] = isDone ? (['open', 'done'] as const) : (['done', 'open'] as const)
  const mark = marked(id, learnerId, outcome, outcome === 'done' ? (seenIn?.id ?? null) : null)
  const ids = await device().outbox.addAll([...(seenIn?.ahead ?? []), mark])
  return { undo: () => device().outbox.undoAll([{ id: ids.at(-1) ?? '', withdraw: marked(id, learnerId, contrary) }]) }
}
