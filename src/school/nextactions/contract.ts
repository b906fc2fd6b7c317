// What happens next: the teacher's, the learner's and the practitioner's next action after a session, and whether it happened.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

export const ActionOwner = z.enum(['teacher', 'learner', 'practitioner'])
export type ActionOwner = z.infer<typeof ActionOwner>

export const ActionOutcome = z.enum(['done', 'open', 'withdrawn'])
export type ActionOutcome = z.infer<typeof ActionOutcome>

export const NewAction = z.object({
  id: Id,
  sessionId: Id,
  owner: ActionOwner,
  /** Whom it is about; a learner's own always names the learner. */
  learnerId: z.nullable(Id),
  /** A learner's own exactly as said. */
  wording: z.string().check(z.trim(), z.minLength(1), z.maxLength(160)),
  /** Null: the next session. */
  dueOn: z.nullable(Day),
  notedAt: Moment,
})
export type NewAction = z.infer<typeof NewAction>

/** By whoever worked with the group in that session, or does now. Refused: `learner_missing`, `names_another`, `names_a_learner`, `in_future`; code `learner_erased`. */
export const nextActionAdd = command('nextAction.add', {
  where: 'school',
  summary: 'Note what teacher, learner or practitioner does next.',
  input: NewAction,
  output: z.object({}),
})

/** The latest mark holds. `withdrawn` by whoever noted it alone. Refused: `learner_of_another`, `session_of_another`, `session_of_the_action`; code `learner_erased`. */
export const nextActionMark = command('nextAction.mark', {
  where: 'school',
  summary: 'Say that a next action is done, with the later session in which that was seen; that it is open again; or take it back.',
  input: z.object({
    id: Id,
    actionId: Id,
    /** Whom the action is about. */
    learnerId: z.nullable(Id),
    outcome: ActionOutcome,
    sessionId: z.nullable(Id),
    markedAt: Moment,
  }),
  output: z.object({}),
})

const Named = z.object({ id: Id, name: z.string() })

export const NextAction = z.object({
  id: Id,
  sessionId: Id,
  sessionStartedAt: Moment,
  groupId: Id,
  groupName: z.string(),
  owner: ActionOwner,
  learner: z.nullable(Named),
  wording: z.string(),
  dueOn: z.nullable(Day),
  notedBy: Named,
  notedAt: Moment,
  isDone: z.boolean(),
  /** The later session in which it was seen. */
  seenIn: z.nullable(z.object({ sessionId: Id, startedAt: Moment })),
})
export type NextAction = z.infer<typeof NextAction>

export const nextActionForGroup = query('nextAction.forGroup', {
  where: 'school',
  summary: 'The last hundred next actions of a group, newest first; about learners who are in it now, or about nobody.',
  input: z.object({ groupId: Id }),
  output: z.object({ learners: z.array(Named), actions: z.array(NextAction) }),
})
