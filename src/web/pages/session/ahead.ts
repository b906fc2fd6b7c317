// What the places of a session will ask, asked ahead for the sessions of today and tomorrow, for one that is open, and for those that may be begun unplanned: they open without a network, never visited before.
import { useEffect } from 'react'
import { type Actor, hasRole } from '../../../core/actor.ts'
import type { Parsed, Query, Schema } from '../../../core/contract.ts'
import { adviceForGroup } from '../../../school/advice/contract.ts'
import { briefForSession } from '../../../school/briefs/contract.ts'
import { classMapForGroup } from '../../../school/classmap/contract.ts'
import { handoverDraft } from '../../../school/drafts/contract.ts'
import { findingsForGroup } from '../../../school/findings/contract.ts'
import { goalTalkForGroup } from '../../../school/goaltalks/contract.ts'
import type { ShownGroup } from '../../../school/groups/client.ts'
import { isClassroomStaff } from '../../../school/groups/policy.ts'
import { handoverDecisionFor, handoverForSession } from '../../../school/handovers/contract.ts'
import { improvementForSession } from '../../../school/improvements/contract.ts'
import { learnerInGroup } from '../../../school/learners/contract.ts'
import { misconceptionList } from '../../../school/misconceptions/contract.ts'
import { nextActionForGroup } from '../../../school/nextactions/contract.ts'
import { captureDay } from '../../../school/observations/contract.ts'
import { profileForGroup } from '../../../school/profiles/contract.ts'
import { lookedExampleMine, sessionCheck } from '../../../school/reviews/contract.ts'
import { type AskedSession, freshSession } from '../../../school/sessions/client.ts'
import { type ShownSession, sessionFind } from '../../../school/sessions/contract.ts'
import { taskForGroup } from '../../../school/tasks/contract.ts'
import { phraseListCurrent } from '../../../school/techniques/contract.ts'
import { device, useOutbox } from '../../device.ts'
import { useActor } from '../../member.ts'

/** A question about a session; sessions of one group share some of them. */
type Ahead<S = AskedSession> = (session: S) => Question

interface Question {
  /** The same for the same question. */
  readonly key: string
  /** Keeps the answer on the device. */
  readonly ask: () => Promise<unknown>
  readonly isKept: () => Promise<boolean>
}

/** @example ahead(briefOf, ({ id, groupId }) => ({ sessionId: id, groupId })) */
function ahead<I extends Schema, O extends Schema, S = AskedSession>(
  query: Query<string, I, O>,
  input: (session: S) => Parsed<I>,
): Ahead<S> {
  return (session) => {
    const wanted = input(session)
    return {
      key: `${query.name} ${JSON.stringify(wanted)}`,
      ask: () => device().answers.ask(query, wanted),
      isKept: async () => (await device().answers.recall(query, wanted)) !== undefined,
    }
  }
}

/** One line for each query of a place; small ones. These are asked of a session that nobody has begun yet, too. */
const questions: readonly Ahead[] = [
  ahead(adviceForGroup, ({ groupId }) => ({ groupId })),
  ahead(briefForSession, ({ id, groupId }) => ({ sessionId: id, groupId })),
  ahead(learnerInGroup, ({ groupId }) => ({ groupId })),
  ahead(goalTalkForGroup, ({ groupId }) => ({ groupId })),
  ahead(classMapForGroup, ({ groupId }) => ({ groupId })),
  ahead(profileForGroup, ({ groupId }) => ({ groupId })),
  ahead(taskForGroup, ({ groupId }) => ({ groupId })),
  ahead(improvementForSession, ({ id, groupId }) => ({ sessionId: id, groupId })),
  ahead(findingsForGroup, ({ groupId }) => ({ groupId })),
  ahead(misconceptionList, () => ({})),
  ahead(phraseListCurrent, () => ({})),
  ahead(handoverDraft, ({ id, groupId }) => ({ sessionId: id, groupId })),
  ahead(nextActionForGroup, ({ groupId }) => ({ groupId })),
  ahead(lookedExampleMine, () => ({})),
  ahead(handoverForSession, ({ id, groupId }) => ({ sessionId: id, groupId })),
]

const ofKnown: readonly Ahead<ShownSession>[] = [
  ahead(sessionFind, ({ id }) => ({ sessionId: id })),
  ahead(handoverDecisionFor, ({ groupId, startsAt }) => ({ groupId, before: startsAt })),
]

const forPractitioners: readonly Ahead[] = [ahead(sessionCheck, ({ id, groupId }) => ({ sessionId: id, groupId }))]

/** A session leads to capture, whether or not Today was ever opened here: that asks for its own. */
const forCapture: readonly Ahead[] = [ahead(captureDay, () => ({}))]

interface Wanted {
  readonly sessions: readonly ShownSession[]
  readonly groups: readonly Pick<ShownGroup, 'id'>[]
  readonly actor: Actor
  readonly isMissingOnly: boolean
}

/** Each question once, for the sessions that the page shows first, then for those that may be begun. */
function questionsOn({ sessions, groups, actor, isMissingOnly }: Wanted): readonly Question[] {
  const all: readonly Ahead<ShownSession>[] = [
    ...(isMissingOnly && isClassroomStaff(actor) ? forCapture : []),
    ...ofKnown,
    ...questions,
    ...(hasRole(actor, 'practitioner') ? forPractitioners : []),
  ]
  const asked = [
    ...sessions.flatMap((session) => all.map((ahead) => ahead(session))),
    ...groups.flatMap((group) => questions.map((ahead) => ahead(freshSession(group)))),
  ]
  return [...new Map(asked.map((question) => [question.key, question])).values()]
}

/** So many at once: the network may be gone in a moment, and the page's own questions go ahead all the same. */
const lanes = 4

/** Asks ahead for the places of an open session what this device has no answer to: the page itself asks for what it shows. */
export function useAheadOf(session: ShownSession | undefined): void {
  useAhead(session === undefined ? [] : [session], [], true)
}

/** Asks ahead for sessions, and for those that may be begun unplanned with these groups, which the server knows already. */
export function useAheadOfDay(sessions: readonly ShownSession[], groups: readonly ShownGroup[]): void {
  useAhead(
    sessions,
    groups.filter(({ isWaiting }) => !isWaiting),
    false,
  )
}

function useAhead(sessions: readonly ShownSession[], groups: readonly Pick<ShownGroup, 'id'>[], isMissingOnly: boolean): void {
  const actor = useActor()
  const ids = [...sessions, ...groups].map(({ id }) => id).join()
  // Of a session that was begun here a moment ago the server answers nothing before it has it: then it is asked.
  const waits = useOutbox()
    .entries.filter(({ id }) => ids.includes(id))
    .map(({ id }) => id)
    .join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say which sessions; each answer of the page makes the list anew
  useEffect(() => {
    let isOver = false
    const known = sessions.filter(({ id }) => !waits.includes(id))
    const left = [...questionsOn({ sessions: known, groups, actor, isMissingOnly })]
    const askNext = async (): Promise<void> => {
      const question = isOver ? undefined : left.shift()
      if (question === undefined) return
      const isKept = isMissingOnly && (await question.isKept().catch(() => false))
      // Another organisation may have been chosen meanwhile.
      if (!isKept && !isOver) await question.ask().catch(() => undefined)
      return askNext()
    }
    for (let lane = 0; lane < lanes; lane++) void askNext()
    return () => {
      isOver = true
    }
  }, [ids, waits])
}
