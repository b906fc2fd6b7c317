// Handovers on screen: one in the making, those that were sent with what this device did laid over, and the acts that follow.
import type { Parsed } from '../../core/contract.ts'
import type { Refusal } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Moment, moment } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { useMember } from '../../web/member.ts'
import { type Addition, addition } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { orNull } from '../../web/typed.ts'
import type { DraftFacts } from '../drafts/contract.ts'
import { draftHandover, givenName, shortNames } from '../drafts/rules.ts'
import { useAskedOfSession } from '../sessions/client.ts'
import type { Handover, HandoverDecision, HandoverDraft, ResponsibilitySign, ShownDecision } from './contract.ts'
import * as contract from './contract.ts'
import { aboutWhom, namelessRefusal, sendRefusal, signLine, withNamed } from './rules.ts'

export type HandoverLearners = DraftFacts['learners']
export type WrittenLine = HandoverDraft['lines'][number]

/** What the session's moments say, to be finished. */
export function firstDraft(facts: DraftFacts): HandoverDraft {
  const lines = draftHandover(facts).map((line) => ({ id: newId(), sign: null, ...line }))
  return { id: newId(), lines, suggestion: '', suggestionFor: [], look: [], isUrgent: false, alsoTo: [] }
}

/** The same under new ids: one that was taken back is another handover when it is sent again. */
export function renewed(draft: HandoverDraft): HandoverDraft {
  return { ...draft, id: newId(), lines: draft.lines.map((line) => ({ ...line, id: newId() })) }
}

/** All that the teacher will read and that counts as words. */
export function wordingsOf({ lines, suggestion, suggestionFor, look }: HandoverDraft, learners: HandoverLearners): readonly string[] {
  const nameOf = shortNames(learners)
  return [...lines.map(({ wording }) => wording), suggestion, ...suggestionFor.map(nameOf), ...look.map(nameOf)]
}

/** A typed line as it is kept: for the one learner whom it names, else for whom it was, else for nobody. */
export function typedLine(line: WrittenLine, wording: string, learners: HandoverLearners): WrittenLine | Refusal {
  const about = aboutWhom(
    wording,
    learners.map(({ id, name }) => ({ id, givenName: givenName(name) })),
  )
  return 'code' in about ? about : { ...line, wording: wording.trim(), learnerId: about.learnerId ?? line.learnerId }
}

export function newLine(heading: WrittenLine['heading']): WrittenLine {
  return { id: newId(), heading, learnerId: null, sign: null, wording: '' }
}

/** A tapped sign, or the same one tapped away. */
export function withSign(draft: HandoverDraft, learnerId: Id, sign: ResponsibilitySign, learners: HandoverLearners): HandoverDraft {
  const isThere = (line: WrittenLine) => line.sign === sign && line.learnerId === learnerId
  if (draft.lines.some(isThere)) return { ...draft, lines: draft.lines.filter((line) => !isThere(line)) }
  const line = {
    id: newId(),
    heading: 'responsibility' as const,
    learnerId,
    sign,
    wording: signLine(shortNames(learners)(learnerId), sign),
  }
  return { ...draft, lines: [...draft.lines, line] }
}

/** Why it can't be sent as it stands: the server's own rules, asked on the device. */
export function draftRefusal(draft: HandoverDraft, learners: HandoverLearners): Refusal | undefined {
  const { ofGroup, ofLearners } = partsOf(draft, learners)
  const givenNames = learners.map(({ name }) => givenName(name))
  const learnerLines = ofLearners.map(({ wording }) => wording)
  const suggestion = orNull(draft.suggestion)
  return (
    namelessRefusal([suggestion], givenNames, 'suggestion') ?? sendRefusal({ lines: ofGroup, suggestion }, { learnerLines, givenNames })
  )
}

type LineOfLearner = Pick<Parsed<typeof contract.handoverAddLine.input>, 'id' | 'learnerId' | 'heading' | 'sign' | 'wording' | 'position'>

function partsOf(draft: HandoverDraft, learners: HandoverLearners) {
  const nameOf = shortNames(learners)
  const named = (heading: 'suggestion' | 'look', ids: readonly Id[]): LineOfLearner[] =>
    ids.map((learnerId, place) => ({ id: newId(), learnerId, heading, sign: null, wording: nameOf(learnerId), position: 50 + place }))
  const placed = draft.lines.map((line, position) => ({ ...line, position }))
  return {
    ofGroup: placed.flatMap(({ learnerId, sign: _, ...line }) => (learnerId === null ? [line] : [])),
    ofLearners: [
      ...placed.flatMap(({ learnerId, ...line }): LineOfLearner[] => (learnerId === null ? [] : [{ ...line, learnerId }])),
      ...named('suggestion', draft.suggestionFor),
      ...named('look', draft.look),
    ],
  }
}

/** A session as handovers need it. */
export interface HandoverSession {
  readonly id: Id
  readonly groupId: Id
  readonly startsAt: Moment
  /** What must go ahead of commands about it. */
  readonly ahead: readonly Addition[]
}

/** The commands of one handover in their order: a line for each learner, then the whole. A learner erased meanwhile holds nothing up. */
export function additionsOf(draft: HandoverDraft, sessionId: Id, learners: HandoverLearners, at: Moment): readonly Addition[] {
  const { ofGroup, ofLearners } = partsOf(draft, learners)
  const { id, isUrgent, alsoTo } = draft
  const lines = ofLearners.map((line) =>
    addition(contract.handoverAddLine, { ...line, handoverId: id, sessionId, writtenAt: at }, { id: line.id }),
  )
  const whole = { id, sessionId, lines: ofGroup, suggestion: orNull(draft.suggestion), isUrgent, alsoTo: [...alsoTo], sentAt: at }
  return [...lines, addition(contract.handoverSend, whole, { id, dependsOn: ofLearners.map((line) => line.id) })]
}

/** What was done last, with its way back. */
export interface HandoverAct {
  readonly undo: () => Promise<void>
}

const takenBack = (recordId: Id) => addition(contract.handoverWithdraw, { id: newId(), recordId })

/** Keeps the act under the record's own id; undone, it is gone or withdrawn. */
async function keep(recordId: Id, additions: readonly Addition[]): Promise<HandoverAct> {
  await device().outbox.addAll(additions)
  return { undo: () => device().outbox.undoAll([{ id: recordId, withdraw: takenBack(recordId) }]) }
}

export function sendHandover(session: HandoverSession, draft: HandoverDraft, learners: HandoverLearners): Promise<HandoverAct> {
  return keep(draft.id, [...session.ahead, ...additionsOf(draft, session.id, learners, moment(new Date()))])
}

export interface Deciding {
  readonly decision: HandoverDecision
  readonly ownWords: string | null
  readonly reply: string | null
  readonly learnerIds: readonly Id[]
}

/** Keeps a decision, and each learner it is about for themselves. */
export function decide(handoverId: Id, { decision, ownWords, reply, learnerIds }: Deciding): Promise<HandoverAct> {
  const id = newId()
  const made = { id, handoverId, decision, ownWords, reply, decidedAt: moment(new Date()) }
  const named = learnerIds.map((learnerId) =>
    addition(contract.handoverNameInDecision, { id: newId(), decisionId: id, learnerId }, { dependsOn: [id] }),
  )
  return keep(id, [addition(contract.handoverDecide, made, { id }), ...named])
}

export function carryOut(session: HandoverSession, decisionId: Id): Promise<HandoverAct> {
  const id = newId()
  return keep(id, [...session.ahead, addition(contract.handoverCarryOut, { id, decisionId, sessionId: session.id }, { id })])
}

export async function share(handoverId: Id, sharedWith: contract.SharedWith): Promise<void> {
  await device().outbox.add(contract.handoverShare, { id: newId(), handoverId, sharedWith })
}

export async function markRead(handoverId: Id): Promise<void> {
  await device().outbox.add(contract.handoverMarkRead, { id: newId(), handoverId, readAt: moment(new Date()) })
}

/** A handover as pages show it; `isWaiting`: sent here, and not with the server yet. */
export interface ShownHandover extends Handover {
  readonly isWaiting: boolean
}

type Inputs<C extends { readonly input: Parameters<typeof addition>[0]['input'] }> = readonly Pending<Parsed<C['input']>>[]

interface PendingHandovers {
  readonly lines: Inputs<typeof contract.handoverAddLine>
  readonly sent: Inputs<typeof contract.handoverSend>
  readonly decided: Inputs<typeof contract.handoverDecide>
  readonly named: Inputs<typeof contract.handoverNameInDecision>
  readonly carriedOut: Inputs<typeof contract.handoverCarryOut>
  readonly withdrawn: Inputs<typeof contract.handoverWithdraw>
}

/** What the device knows beside the server's answer. */
interface Known {
  readonly self: { readonly id: Id; readonly name: string }
  readonly learners: HandoverLearners
  /** Where handovers of this device belong that the server has not yet. */
  readonly place?: Pick<Handover, 'sessionId' | 'sessionStartedAt' | 'groupId' | 'groupName' | 'cover'>
}

/** Lays what this device did over the server's handovers, newest first. */
export function withPendingHandovers(answered: readonly Handover[], pending: PendingHandovers, known: Known): readonly ShownHandover[] {
  const ids = new Set(answered.map(({ id }) => id))
  const gone = new Set(pending.withdrawn.filter(({ state }) => state !== 'held').map(({ input }) => input.recordId))
  const { place } = known
  const fresh = place === undefined ? [] : pending.sent.filter(({ input }) => input.sessionId === place.sessionId && !ids.has(input.id))
  return [
    ...fresh.toReversed().flatMap(({ input }) => (place === undefined ? [] : [{ ...waitingHandover(input, pending, known), ...place }])),
    ...answered.map((handover) => ({ ...handover, isWaiting: false })),
  ]
    .filter(({ id }) => !gone.has(id))
    .map((handover) => ({ ...handover, decisions: decisionsOf(handover, pending, known, gone) }))
}

function waitingHandover(sent: PendingHandovers['sent'][number]['input'], { lines }: PendingHandovers, { self, learners }: Known) {
  const { id, suggestion, isUrgent, alsoTo, sentAt } = sent
  const ofLearners = lines
    .filter(({ input }) => input.handoverId === id)
    .map(({ input: { learnerId, ...line } }) => ({ ...line, learner: learners.find((one) => one.id === learnerId) ?? null }))
  const ofGroup = sent.lines.map((line) => ({ ...line, sign: null, learner: null }))
  const all = [...ofGroup, ...ofLearners].sort((a, b) => a.position - b.position)
  return {
    ...{ id, suggestion, isUrgent, sentAt, sentBy: self, sharedWith: alsoTo, reads: [], decisions: [], isWaiting: true },
    lines: all.map(({ id: lineId, heading, sign, wording, learner }) => ({ id: lineId, heading, sign, wording, learner })),
  }
}

function decisionsOf(handover: Handover, pending: PendingHandovers, { self, learners }: Known, gone: ReadonlySet<Id>): ShownDecision[] {
  const known = new Set(handover.decisions.map(({ id }) => id))
  const fresh = pending.decided.filter(({ input }) => input.handoverId === handover.id && !known.has(input.id)).toReversed()
  const bare = { decidedBy: self, learners: [], isWithdrawn: false, carriedOut: [] }
  const made = fresh.map(({ input: { handoverId: _, ...said } }): ShownDecision => ({ ...said, ...bare }))
  return [...made, ...handover.decisions].map((decision) => {
    const linked = new Set(decision.carriedOut.map(({ id }) => id))
    const done = pending.carriedOut
      .filter(({ input }) => input.decisionId === decision.id && !linked.has(input.id))
      .map(({ input: { id, sessionId } }) => ({ id, sessionId, startedAt: moment(new Date()), notedBy: self }))
    const carriedOut = [...decision.carriedOut, ...done].filter(({ id }) => !gone.has(id))
    const naming = pending.named.filter(({ input, state }) => input.decisionId === decision.id && state !== 'held')
    const named = withNamed(
      decision.learners,
      naming.map(({ input }) => input.learnerId),
      learners,
    )
    return { ...decision, learners: named, isWithdrawn: decision.isWithdrawn || gone.has(decision.id), carriedOut }
  })
}

function usePendingHandovers(asked: Asked<unknown>): PendingHandovers {
  return {
    lines: usePending(contract.handoverAddLine, asked),
    sent: usePending(contract.handoverSend, asked),
    decided: usePending(contract.handoverDecide, asked),
    named: usePending(contract.handoverNameInDecision, asked),
    carriedOut: usePending(contract.handoverCarryOut, asked),
    withdrawn: usePending(contract.handoverWithdraw, asked),
  }
}

function useSelf(): Known['self'] {
  const { personId: id, name } = useMember()
  return { id, name }
}

/** The handovers of a session. @param learners of its group, for the names of what was sent here a moment ago */
export function useHandovers(place: NonNullable<Known['place']>, learners: HandoverLearners): Asked<readonly ShownHandover[]> {
  const asked = useAskedOfSession(contract.handoverForSession, { ...place, id: place.sessionId }, ({ id, groupId }) => ({
    groupId,
    sessionId: id,
  }))
  const pending = usePendingHandovers(asked)
  const self = useSelf()
  return asked.state === 'answered'
    ? { ...asked, answer: withPendingHandovers(asked.answer.handovers, pending, { self, learners, place }) }
    : asked
}

/** The last handovers of a group. */
export function useGroupHandovers(groupId: Id): Asked<readonly ShownHandover[]> {
  const asked = useAsked(contract.handoverForGroup, { groupId })
  const pending = usePendingHandovers(asked)
  const self = useSelf()
  return asked.state === 'answered'
    ? { ...asked, answer: withPendingHandovers(asked.answer.handovers, pending, { self, learners: [] }) }
    : asked
}

export interface HandoverToRead {
  /** Undefined once it was taken back here. */
  readonly handover: ShownHandover | undefined
  readonly canDecide: boolean
  readonly learners: HandoverLearners
}

export function useHandover(handoverId: Id): Asked<HandoverToRead> {
  const asked = useAsked(contract.handoverShow, { handoverId })
  const pending = usePendingHandovers(asked)
  const self = useSelf()
  if (asked.state !== 'answered') return asked
  const { handover, canDecide, learners } = asked.answer
  const [shown] = withPendingHandovers([handover], pending, { self, learners })
  return { ...asked, answer: { handover: shown, canDecide, learners } }
}

/** The decision that the next brief begins with. */
export function useDecisionFor({ groupId, startsAt }: Pick<HandoverSession, 'groupId' | 'startsAt'>): Asked<ShownHandover | undefined> {
  const asked = useAsked(contract.handoverDecisionFor, { groupId, before: startsAt })
  const pending = usePendingHandovers(asked)
  const self = useSelf()
  if (asked.state !== 'answered') return asked
  const { handover } = asked.answer
  const [shown] = handover === null ? [] : withPendingHandovers([handover], pending, { self, learners: [] })
  return { ...asked, answer: shown }
}
