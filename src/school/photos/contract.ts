// Photos of learners' work.
import * as z from 'zod/mini'
import { command } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

/**
 * The bytes travel beside the command: JPEG, PNG or WebP, at most 8 MB. They are kept as WebP without metadata, at most 1,600 pixels a side.
 * Refused: `no_consent` (for the day on which it was taken), `in_future`; codes `wrong_type`, `too_large`, `learner_erased`.
 */
export const photoAdd = command('photo.add', {
  where: 'school',
  summary: 'Keep a photo of a learner’s work.',
  input: z.object({ id: Id, learnerId: Id, takenAt: Moment }),
  output: z.object({ width: z.int(), height: z.int() }),
})
