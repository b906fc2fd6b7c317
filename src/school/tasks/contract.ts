// Tasks made from an interest, kept with a session and its learner; and what was seen of a learner who became keener.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** "Train-track fractions", from "trains". */
export const TaskIdea = z.object({
  taskId: Id,
  sessionId: Id,
  learnerId: Id,
  interest: z.string(),
  idea: z.string(),
  keptAt: Moment,
  keptByName: z.string(),
})
export type TaskIdea = z.infer<typeof TaskIdea>

/** What was seen of one learner in one session: "asked for another one". Never what a child is like. */
export const MotivationNote = z.object({
  sessionId: Id,
  learnerId: Id,
  seen: z.string(),
  notedAt: Moment,
  notedByName: z.string(),
})
export type MotivationNote = z.infer<typeof MotivationNote>

/** Made by the device, offline too. The same task again says it in other words; no idea takes it back. Refused: `in_future`; code `learner_erased`. */
export const taskKeep = command('task.keep', {
  where: 'school',
  summary: 'Keep a task idea made from a learner’s interest with a session.',
  input: z.object({
    id: Id,
    taskId: Id,
    sessionId: Id,
    learnerId: Id,
    interest: words(60),
    idea: z.nullable(words(200)),
    keptAt: Moment,
  }),
  output: z.object({}),
})

/** Made by the device, offline too. The latest of a learner in a session holds; no words take it back. Refused: `sounds_like_a_trait`, `in_future`; code `learner_erased`. */
export const motivationNote = command('motivation.note', {
  where: 'school',
  summary: 'Note what was seen of a learner who became keener in a session.',
  input: z.object({ id: Id, sessionId: Id, learnerId: Id, seen: z.nullable(words(120)), notedAt: Moment }),
  output: z.object({}),
})

const Tasks = z.object({
  /** Newest first. */
  tasks: z.array(TaskIdea),
  motivations: z.array(MotivationNote),
})

export const taskForGroup = query('task.forGroup', {
  where: 'school',
  summary:
    'Task ideas for the learners of a group, and who became keener: of all sessions in its subject, so that what worked is found again.',
  input: z.object({ groupId: Id }),
  output: Tasks,
})

export const taskForLearner = query('task.forLearner', {
  where: 'school',
  summary: 'Task ideas for a learner, and what was seen then.',
  input: z.object({ learnerId: Id }),
  output: Tasks,
})
