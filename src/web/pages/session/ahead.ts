// What the places of a session will ask, asked ahead for the sessions of today and tomorrow, and for one that is open: they open without a network, never visited before.
import { useEffect } from 'react'
import { type Actor, hasRole } from '../../../core/actor.ts'
import type { Parsed, Query, Schema } from '../../../core/contract.ts'
import { adviceForGroup } from '../../../school/advice/contract.ts'
import { briefForSession } from '../../../school/briefs/contract.ts'
import { classMapForGroup } from '../../../school/classmap/contract.ts'
import { handoverDraft } from '../../../school/drafts/contract.ts'
import { findingsForGroup } from '../../../school/findings/contract.ts'
import { goalTalkForGroup } from '../../../school/goaltalks/contract.ts'
import { isClassroomStaff } from '../../../school/groups/policy.ts'
import { handoverDecisionFor, handoverForSession } from '../../../school/handovers/contract.ts'
import { improvementForSession } from '../../../school/improvements/contract.ts'
import { learnerInGroup } from '../../../school/learners/contract.ts'
import { misconceptionList } from '../../../school/misconceptions/contract.ts'
import { nextActionForGroup } from '../../../school/nextactions/contract.ts'
import { captureDay } from '../../../school/observations/contract.ts'
import { profileForGroup } from '../../../school/profiles/contract.ts'
import { lookedExampleMine, sessionCheck } from '../../../school/reviews/contract.ts'
import { type ShownSession, sessionFind } from '../../../school/sessions/contract.ts'
import { taskForGroup } from '../../../school/tasks/contract.ts'
import { phraseListCurrent } from '../../../school/techniques/contract.ts'
import { device, useOutbox } from '../../device.ts'
import { useActor } from '../../member.ts'

/** A question about a session; sessions of one group share some of them. */
type Ahead = (session: ShownSession) => Question

interface Question {
  /** The same for the same question. */
  readonly key: string
  /** Keeps the answer on the device. */
  readonly ask: () => Promise<unknown>
  readonly isKept: () => Promise<boolean>
}

/** @example ahead(briefOf, ({ id, groupId }) => ({ sessionId: id, groupId })) */
function ahead<I extends Schema, O extends Schema>(query: Query<string, I, O>, input: (session: ShownSession) => Parsed<I>): Ahead {
  return (session) => {
    const wanted = input(session)
    return {
      key: `${query.name} ${JSON.stringify(wanted)}`,
      ask: () => device().answers.ask(query, wanted),
      isKept: async () => (await device().answers.recall(query, wanted)) !== undefined,
    }
  }
}

/** One line for each query of a place; small ones. */
const questions: readonly Ahead[] = [
  ahead(sessionFind, ({ id }) => ({ sessionId: id })),
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
  ahead(handoverDecisionFor, ({ groupId, startsAt }) => ({ groupId, before: startsAt })),
  ahead(handoverDraft, ({ id, groupId }) => ({ sessionId: id, groupId })),
  ahead(nextActionForGroup, ({ groupId }) => ({ groupId })),
  ahead(lookedExampleMine, () => ({})),
  ahead(handoverForSession, ({ id, groupId }) => ({ sessionId: id, groupId })),
]

const forPractitioners: readonly Ahead[] = [ahead(sessionCheck, ({ id, groupId }) => ({ sessionId: id, groupId }))]

/** A session leads to capture, whether or not Today was ever opened here: that asks for its own. */
const forCapture: readonly Ahead[] = [ahead(captureDay, () => ({}))]

/** Each question once, for the sessions that the page shows. */
function questionsOn(sessions: readonly ShownSession[], actor: Actor, isMissingOnly: boolean): readonly Question[] {
  const all = [
    ...(isMissingOnly && isClassroomStaff(actor) ? forCapture : []),
    ...questions,
    ...(hasRole(actor, 'practitioner') ? forPractitioners : []),
  ]
  const asked = sessions.flatMap((session) => all.map((ahead) => ahead(session)))
  return [...new Map(asked.map((question) => [question.key, question])).values()]
}

/** So many at once: the network may be gone in a moment, and the page's own questions go ahead all the same. */
const lanes = 4

/** Asks ahead. @param isMissingOnly leaves out what this device has an answer to, however old: the page itself asks for what it shows */
export function useAhead(sessions: readonly ShownSession[], isMissingOnly = false): void {
  const actor = useActor()
  const ids = sessions.map(({ id }) => id).join()
  // Of a session that was begun here a moment ago the server answers nothing before it has it: then it is asked.
  const waits = useOutbox()
    .entries.filter(({ id }) => ids.includes(id))
    .map(({ id }) => id)
    .join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say which sessions; each answer of the page makes the list anew
  useEffect(() => {
    let isOver = false
    const known = sessions.filter(({ id }) => !waits.includes(id))
    const left = [...questionsOn(known, actor, isMissingOnly)]
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
