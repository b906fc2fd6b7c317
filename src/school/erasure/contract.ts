// Erasing a learner: seen beforehand in counts, done once, with a reason.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

/** How many rows of each kind name the learner. */
export const ErasureCounts = z.object({
  observations: z.int(),
  photos: z.int(),
  goals: z.int(),
  learnerWordings: z.int(),
  marks: z.int(),
  consents: z.int(),
  memberships: z.int(),
  /** Everything else that was noted of them: profile, feedback, second attempts, their log, lines of handovers and briefs. */
  others: z.int(),
  /** Audit events whose content goes; their sealed hashes stay. */
  events: z.int(),
  /** Sentences that left for a portfolio and will be taken back. */
  letters: z.int(),
})
export type ErasureCounts = z.infer<typeof ErasureCounts>

export const learnerPreviewErasure = query('learner.previewErasure', {
  where: 'school',
  summary: 'What erasing a learner would take, in counts.',
  input: z.object({ learnerId: Id }),
  output: z.object({ learner: z.object({ id: Id, name: z.string() }), counts: ErasureCounts }),
})

/** The data lead alone. Not to be undone. The learner is then unknown: `not_found`, or `learner_erased` for what still waits on a device. */
export const learnerErase = command('learner.erase', {
  where: 'school',
  summary: 'Erase a learner: records, photos, what the audit trail said of them.',
  input: z.object({ id: Id, learnerId: Id, reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(300)) }),
  output: z.object({ counts: ErasureCounts }),
})

/** The list kept apart, so that a restore can repeat them. */
export const erasureList = query('erasure.list', {
  where: 'school',
  summary: 'Erasures that were made: when, by whom, why, how many records; nobody’s name.',
  input: z.object({}),
  output: z.object({
    erasures: z.array(
      z.object({ id: Id, learnerId: Id, reason: z.string(), erasedByName: z.string(), erasedAt: Moment, records: z.int() }),
    ),
  }),
})
