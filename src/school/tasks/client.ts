// Tasks and motivation on screen: the server's last answer with what was kept and noted on this device laid over it.
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device, useAccess } from '../../web/device.ts'
import { addition } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { openSession } from '../sessions/client.ts'
import type { ShownSession } from '../sessions/contract.ts'
import { type MotivationNote, motivationNote, type TaskIdea, taskForGroup, taskForLearner, taskKeep } from './contract.ts'
import { standingMotivations, standingTasks } from './rules.ts'

/** A task idea as screens show it, with what was seen of its learner in its session. */
export interface ShownTask extends TaskIdea {
  readonly seen: string | undefined
}

export interface ShownTasks {
  /** Newest first. */
  readonly tasks: readonly ShownTask[]
  readonly motivations: readonly MotivationNote[]
}

type Answer = Parsed<typeof taskForGroup.output>

interface PendingTasks {
  readonly kept: readonly Pending<Parsed<typeof taskKeep.input>>[]
  readonly noted: readonly Pending<Parsed<typeof motivationNote.input>>[]
}

/** Lays what this device kept and noted over the answer; what was refused has changed nothing. */
export function withPendingTasks(answer: Answer, { kept, noted }: PendingTasks, author: string): ShownTasks {
  const motivations = standingMotivations([
    ...answer.motivations,
    ...noted.filter(({ state }) => state !== 'held').map(({ input }) => ({ ...input, notedByName: author })),
  ])
  const tasks = standingTasks([
    ...answer.tasks,
    ...kept.filter(({ state }) => state !== 'held').map(({ input }) => ({ ...input, keptByName: author })),
  ])
  const seenIn = (task: TaskIdea) =>
    motivations.find(({ sessionId, learnerId }) => sessionId === task.sessionId && learnerId === task.learnerId)?.seen
  return { tasks: tasks.map((task) => ({ ...task, seen: seenIn(task) })), motivations }
}

function useShown(asked: Asked<Answer>, isWanted: (learnerId: Id) => boolean): Asked<ShownTasks> {
  const access = useAccess()
  const author = access.state === 'open' ? access.person.name : ''
  const kept = usePending(taskKeep, asked).filter(({ input }) => isWanted(input.learnerId))
  const noted = usePending(motivationNote, asked).filter(({ input }) => isWanted(input.learnerId))
  if (asked.state !== 'answered') return asked
  return { ...asked, answer: withPendingTasks(asked.answer, { kept, noted }, author) }
}

/** Tasks for the learners of a group, of all sessions. @param learnerIds who is in it */
export function useTasksOfGroup(groupId: Id, learnerIds: ReadonlySet<Id>): Asked<ShownTasks> {
  return useShown(useAsked(taskForGroup, { groupId }), (learnerId) => learnerIds.has(learnerId))
}

export function useTasksOfLearner(learnerId: Id): Asked<ShownTasks> {
  return useShown(useAsked(taskForLearner, { learnerId }), (one) => one === learnerId)
}

/** What was kept last, and its way back. */
export interface TaskAct {
  readonly undo: () => Promise<unknown>
}

type OpenableSession = Pick<ShownSession, 'id' | 'groupId' | 'isOpen'>

/** Keeps a task with a session and its learner on the device; `idea` as null takes it back. */
export async function keepTask(
  session: OpenableSession,
  { taskId = newId(), ...task }: Pick<TaskIdea, 'learnerId' | 'interest'> & { readonly idea: string | null; readonly taskId?: Id },
): Promise<TaskAct> {
  const { outbox } = device()
  const said = (idea: string | null) => ({ id: newId(), taskId, sessionId: session.id, ...task, idea, keptAt: new Date().toISOString() })
  const ids = await outbox.addAll([...openSession(session), addition(taskKeep, said(task.idea))])
  return { undo: () => outbox.undo(ids.at(-1) ?? '', taskKeep, said(null)) }
}

/** Notes on the device what was seen of learners who became keener, one command for each; no words take it back. */
export async function noteMotivation(session: OpenableSession, learnerIds: readonly Id[], seen: string | null): Promise<void> {
  const notedAt = new Date().toISOString()
  const notes = learnerIds.map((learnerId) => addition(motivationNote, { id: newId(), sessionId: session.id, learnerId, seen, notedAt }))
  await device().outbox.addAll([...openSession(session), ...notes])
}
