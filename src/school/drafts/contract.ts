// What a handover is drafted from: the group, its success criteria, and what was noted in one session.
import * as z from 'zod/mini'
import { query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'
import { HelpLevel, ObservationSource, Participation, Response } from '../observations/contract.ts'

/** `domain.md` 4.1 a, b, c: participation and progress, response to the assessment, taking responsibility. */
export const DraftHeading = z.enum(['progress', 'response', 'responsibility'])
export type DraftHeading = z.infer<typeof DraftHeading>

/** One moment of the session, as far as a draft says something about it. */
export const DraftMoment = z.object({
  id: Id,
  learnerId: Id,
  criterionId: z.nullable(Id),
  helpLevel: z.nullable(HelpLevel),
  response: z.nullable(Response),
  participation: z.nullable(Participation),
  childWords: z.nullable(z.string()),
  technique: z.optional(z.nullable(z.string())),
  /** By its name of today. */
  misconception: z.optional(z.nullable(z.string())),
  source: ObservationSource,
  observedAt: Moment,
})
export type DraftMoment = z.infer<typeof DraftMoment>

/** What a handover is drafted from. Moments that were withdrawn or corrected are not among these. */
export const DraftFacts = z.object({
  /** The group's, by name. */
  learners: z.array(z.object({ id: Id, name: z.string() })),
  /** Of open goals and of what was noted: a device may note on any of them before it asks again. */
  criteria: z.array(z.object({ id: Id, shortName: z.string() })),
  moments: z.array(DraftMoment),
})
export type DraftFacts = z.infer<typeof DraftFacts>

export const handoverDraft = query('handover.draft', {
  where: 'school',
  summary: 'What was noted in a session, to draft its handover from.',
  input: z.object({ groupId: Id, sessionId: Id }),
  output: DraftFacts,
})
