// Today: one's sessions of the coming week, and what waits for one. Nothing is pushed; it stands here until it is done.
import * as z from 'zod/mini'
import { query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { AdviceQuestion } from '../advice/contract.ts'
import { WaitingAgreement } from '../agreements/contract.ts'
import { BriefQuestion } from '../briefs/contract.ts'
import { NewDecision, WaitingHandover } from '../handovers/contract.ts'
import { NextAction } from '../nextactions/contract.ts'
import { ShownSession } from '../sessions/contract.ts'

/** What waits for a person, by kind; each the most urgent first. */
export const Waiting = z.object({
  /** Briefs that a practitioner asks for, for a teacher of the group. */
  briefs: z.array(BriefQuestion),
  /** One's sessions of today that have not ended and whose brief nobody has begun, for a practitioner. */
  withoutBrief: z.array(Id),
  /** Advice that is asked of a subject lead. */
  advice: z.array(AdviceQuestion),
  /** Who does what: to be signed, or to be looked at again. */
  agreements: z.array(WaitingAgreement),
  /** Handovers to decide on, or to read. */
  handovers: z.array(WaitingHandover),
  /** What was decided in the last week on one's own handovers. */
  decisions: z.array(NewDecision),
  /** Open next actions that are one's own to do. */
  actions: z.array(NextAction),
})
export type Waiting = z.infer<typeof Waiting>

export const todayMine = query('today.mine', {
  where: 'school',
  summary: 'The actor’s sessions from today on for a week, so that a device knows them without a network, and what waits for the actor.',
  input: z.object({}),
  output: z.object({ sessions: z.array(ShownSession), waiting: Waiting }),
})
