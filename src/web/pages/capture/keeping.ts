// What one act of capture keeps: commands for everyone picked, in the order in which they must arrive. Pure.
import type { Id } from '../../../core/ids.ts'
import { type Moment, moment } from '../../../core/time.ts'
import type { KnownSession } from '../../../school/observations/client.ts'
import {
  type HelpLevel,
  learnerObservationRecord,
  learnerObservationWithdraw,
  type NewObservation,
  type Participation,
  type Response,
} from '../../../school/observations/contract.ts'
import { photoAdd } from '../../../school/photos/contract.ts'
import { sessionOpen, sessionStart } from '../../../school/sessions/contract.ts'
import type { Attachment } from '../../offline/entry-content.ts'
import { type Addition, addition, type Undo } from '../../outbox.ts'

/** What was noted beside the level of help, before it is kept. */
export interface Draft {
  readonly response: Response | undefined
  readonly participation: Participation | undefined
  /** What happened. */
  readonly whatSeen: string
  /** A child's own words, and whose they are when several are picked. */
  readonly childWords: string
  readonly saidBy: Id | undefined
  readonly myView: string
  readonly misconceptionId: Id | undefined
  /** How it is found out: chosen once, it stays for what is kept after. */
  readonly way: Way
}

/** A technique, and whose report it makes of a moment where it is the learner's own. */
export type Way = Pick<Partial<NewObservation>, 'technique' | 'source'>

export const emptyDraft: Draft = {
  response: undefined,
  participation: undefined,
  whatSeen: '',
  childWords: '',
  saidBy: undefined,
  myView: '',
  misconceptionId: undefined,
  way: {},
}

/** Whether there is anything to keep without a level of help. */
export function isEmpty({ response, participation, misconceptionId, whatSeen, childWords, myView }: Draft): boolean {
  return (
    (response ?? participation ?? misconceptionId) === undefined && [whatSeen, childWords, myView].every((words) => words.trim() === '')
  )
}

/** Words are one child's. `undefined`: it is not said yet whose. */
export function whoSaid(draft: Draft, picked: readonly Id[]): Id | undefined {
  if (picked.length === 1) return picked[0]
  return draft.saidBy !== undefined && picked.includes(draft.saidBy) ? draft.saidBy : undefined
}

/** Whether words were written that nobody among the picked has been named for. */
export function lacksSpeaker(draft: Draft, picked: readonly Id[]): boolean {
  return draft.childWords.trim() !== '' && whoSaid(draft, picked) === undefined
}

/** On what it is noted. */
export interface Target {
  readonly groupId: Id
  readonly goalId: Id | null
  readonly criterionId: Id | null
}

export interface Act {
  readonly target: Target
  readonly learnerIds: readonly Id[]
  readonly helpLevel: HelpLevel | undefined
  readonly draft: Draft
  readonly photo: Attachment | undefined
  readonly sessions: readonly KnownSession[]
  readonly at: Date
  readonly newId: () => Id
}

/** An act ready for the outbox, and what undoing it needs. */
export interface Keeping {
  readonly additions: readonly Addition[]
  readonly observations: readonly Kept[]
}

/** One kept observation; its entry in the outbox bears the same id. */
export interface Kept {
  readonly id: Id
  readonly learnerId: Id
}

/** Longer than a lesson: what is noted later belongs to another session. */
const sessionLasts = 2 * 60 * 60_000

/** Before one of the timetable begins and after it ends, what is noted belongs to it still, unless another goes on. */
const quarter = 15 * 60_000

/** The group's session that goes on at a moment: of two at once the one that began last, as *Today* says it too. */
export function openSession(sessions: readonly KnownSession[], groupId: Id, at: Date): KnownSession | undefined {
  const goesOn = (margin: number) =>
    sessions
      .filter((session) => {
        const begun = at.getTime() - Date.parse(session.startedAt)
        if (session.groupId !== groupId) return false
        if (session.endsAt === undefined) return Math.abs(begun) < sessionLasts
        return begun >= -margin && at.getTime() < Date.parse(session.endsAt) + margin
      })
      .toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt))
      .at(-1)
  return goesOn(0) ?? goesOn(quarter)
}

/** Everything that a tap keeps: a session if none goes on, photos before what names them, one observation for each learner. */
export function keepingOf(act: Act): Keeping {
  const { target, learnerIds, sessions, at, newId } = act
  const going = openSession(sessions, target.groupId, at)
  const sessionId = going?.id ?? newId()
  const start = { id: sessionId, groupId: target.groupId }
  const entry = { id: going === undefined ? sessionId : newId() }
  const begun =
    going === undefined
      ? [addition(sessionStart, { ...start, startedAt: moment(at) }, entry)]
      : going.isOpen === false
        ? [addition(sessionOpen, start, entry)]
        : []
  const each = learnerIds.map((learnerId) => observationOf(act, learnerId, sessionId, begun[0]?.options.id ?? sessionId))
  return {
    additions: [...begun, ...each.flatMap(({ additions }) => additions)],
    observations: each.map(({ kept }) => kept),
  }
}

function observationOf(
  act: Act,
  learnerId: Id,
  sessionId: Id,
  begunBy: Id,
): { readonly additions: readonly Addition[]; readonly kept: Kept } {
  const { target, helpLevel, draft, photo, at, newId } = act
  const id = newId()
  const photoId = photo === undefined ? null : newId()
  const childWords = whoSaid(draft, act.learnerIds) === learnerId ? wordsOrNull(draft.childWords) : null
  const observation: NewObservation = {
    id,
    learnerId,
    ...target,
    sessionId,
    helpLevel: helpLevel ?? null,
    response: draft.response ?? null,
    participation: draft.participation ?? null,
    whatSeen: wordsOrNull(draft.whatSeen),
    childWords,
    myView: wordsOrNull(draft.myView),
    source: sourceOf(act, childWords),
    photoId,
    misconceptionId: draft.misconceptionId ?? null,
    observedAt: moment(at),
    ...draft.way,
  }
  // Both may be on their way already, or have arrived: then there is nothing to wait for.
  const dependsOn = photoId === null ? [begunBy] : [begunBy, photoId]
  const record = addition(learnerObservationRecord, observation, { id, dependsOn })
  return { additions: [...photoOf(photo, photoId, learnerId, moment(at)), record], kept: { id, learnerId } }
}

function photoOf(photo: Attachment | undefined, id: Id | null, learnerId: Id, takenAt: Moment): readonly Addition[] {
  return photo === undefined || id === null ? [] : [addition(photoAdd, { id, learnerId, takenAt }, { id, attachment: photo })]
}

/**
 * Where a child's words are all that was written, they were heard, whatever help led to them. A judgement rests on two sources,
 * and where there may be no photo this is the other one.
 */
function sourceOf({ draft, photo }: Act, childWords: string | null): NewObservation['source'] {
  if (photo !== undefined) return 'work_sample'
  return childWords !== null && wordsOrNull(draft.whatSeen) === null ? 'heard' : 'seen'
}

function wordsOrNull(words: string): string | null {
  const trimmed = words.trim()
  return trimmed === '' ? null : trimmed
}

/** Takes observations back, each sent or not. */
export function undosOf(observations: readonly Kept[], newId: () => Id): readonly Undo[] {
  return observations.map(({ id, learnerId }) => ({
    id,
    withdraw: addition(learnerObservationWithdraw, { id: newId(), observationId: id, learnerId }),
  }))
}
