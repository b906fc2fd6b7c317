// A handover as the scenario has it, sent through the product's own commands: lines about learners first, then the whole.
import type { Parsed } from '../core/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import {
  handoverAddLine,
  handoverCarryOut,
  handoverDecide,
  handoverMarkRead,
  handoverNameInDecision,
  handoverSend,
  handoverShare,
  handoverWithdraw,
} from '../school/handovers/contract.ts'
import { nextActionAdd, nextActionMark } from '../school/nextactions/contract.ts'
import { lookedExampleKeep, lookedExampleWithdraw } from '../school/reviews/contract.ts'
import { sessionStart } from '../school/sessions/contract.ts'
import type { TestPerson } from './app.ts'
import type { Classroom } from './classroom.ts'

/** A session of the class that began on the day of the tests. */
export async function startSession(
  by: TestPerson,
  { groupId }: Pick<Classroom, 'groupId'>,
  startedAt = '2026-11-24T10:40:00.000Z',
): Promise<Id> {
  const id = newId()
  await by.send(sessionStart, { id, groupId, startedAt })
  return id
}

/** A line about one learner. */
export function lineAbout(
  sessionId: Id,
  handoverId: Id,
  learnerId: Id,
  change: Partial<Parsed<typeof handoverAddLine.input>> = {},
): Parsed<typeof handoverAddLine.input> {
  return {
    ...{ id: newId(), handoverId, sessionId, learnerId, heading: 'progress', sign: null, position: 1 },
    ...{ wording: 'Same amount nearly, with modelling.', writtenAt: '2026-11-24T10:44:00.000Z' },
    ...change,
  }
}

/** What is sent after the lines. */
export function wholeOf(sessionId: Id, change: Partial<Parsed<typeof handoverSend.input>> = {}): Parsed<typeof handoverSend.input> {
  return {
    ...{ id: newId(), sessionId, isUrgent: false, alsoTo: [], suggestion: 'Start tomorrow with folding' },
    lines: [{ id: newId(), heading: 'progress', wording: 'Same amount: 1 of 3 showed it (1 without help).', position: 0 }],
    sentAt: '2026-11-24T10:44:30.000Z',
    ...change,
  }
}

/** Hands the session over with a line about each of the three learners; returns the handover's id. */
export async function handOver(by: TestPerson, room: Classroom, sessionId: Id): Promise<Id> {
  const whole = wholeOf(sessionId)
  const [callum, maisie, theo] = room.learnerIds
  const sign = { heading: 'responsibility', sign: 'fetches_resource', wording: 'Callum fetched a resource unasked.', position: 2 } as const
  await by.send(handoverAddLine, lineAbout(sessionId, whole.id, theo))
  await by.send(handoverAddLine, lineAbout(sessionId, whole.id, callum, sign))
  await by.send(handoverAddLine, lineAbout(sessionId, whole.id, maisie, { heading: 'look', wording: 'Maisie', position: 3 }))
  await by.send(handoverSend, whole)
  return whole.id
}

/** Handed over, read, decided with a learner named, carried out in a later session; one decision taken back. */
export async function fillHandover(room: Classroom, sessionId: Id): Promise<void> {
  const { teacher, practitioner, learnerIds } = room
  const handoverId = await handOver(practitioner, room, sessionId)
  const at = '2026-11-24T10:44:40.000Z'
  await practitioner.send(handoverShare, { id: newId(), handoverId, sharedWith: 'senco' })
  await teacher.send(handoverMarkRead, { id: newId(), handoverId, readAt: at })
  const first = { id: newId(), handoverId, decision: 'no_change' as const, ownWords: null, reply: null, decidedAt: at }
  await teacher.send(handoverDecide, first)
  await teacher.send(handoverWithdraw, { id: newId(), recordId: first.id })
  const decisionId = newId()
  await teacher.send(handoverDecide, { ...first, id: decisionId, decision: 'own', ownWords: 'Fold before we draw', reply: 'Fold first' })
  await teacher.send(handoverNameInDecision, { id: newId(), decisionId, learnerId: learnerIds[0] })
  const later = await startSession(teacher, room, '2026-11-24T10:45:00.000Z')
  await teacher.send(handoverCarryOut, { id: newId(), decisionId, sessionId: later })
  const action = {
    id: newId(),
    sessionId,
    owner: 'learner' as const,
    learnerId: learnerIds[0],
    wording: 'I want to do it without you',
    dueOn: null,
  }
  await practitioner.send(nextActionAdd, { ...action, notedAt: at })
  const mark = { id: newId(), actionId: action.id, learnerId: learnerIds[0], outcome: 'done' as const, sessionId: later, markedAt: at }
  await practitioner.send(nextActionMark, mark)
  const example = { sessionId, learnerId: learnerIds[0], wording: 'Callum’s strips line up now', keptAt: at }
  const wrong = newId()
  for (const id of [newId(), wrong]) await practitioner.send(lookedExampleKeep, { id, ...example })
  await practitioner.send(lookedExampleWithdraw, { id: newId(), exampleId: wrong, learnerId: learnerIds[0] })
}
