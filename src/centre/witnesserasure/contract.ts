// Erasing a witness's name: what would go and what keeps it from going, seen beforehand; done once, for good.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { WitnessErasureReason } from '../witnesses/contract.ts'

export const witnessPreviewErasure = query('witness.previewErasure', {
  where: 'centre',
  summary: 'What erasing a witness would take and leave, and the units that are to be claimed before.',
  input: z.object({ witnessId: Id }),
  output: z.object({
    /** To be typed. */
    name: z.string(),
    candidateName: z.string(),
    /** Signed statements: they stay, without the name. */
    statements: z.int(),
    /** Plans that name the witness: they stay, without the name. */
    plans: z.int(),
    /** Lines of the audit trail that are emptied; their sealed hashes stay. */
    events: z.int(),
    /** Not claimed yet, with a statement of this witness that stands: as long as there is one, nothing is erased. */
    openUnits: z.array(z.object({ registrationId: Id, unitNumber: z.string(), unitTitle: z.string() })),
  }),
})

/** The centre administrator alone. Not to be undone. Refused: `erased_already`, `unit_rests_on_it`. */
export const witnessErase = command('witness.erase', {
  where: 'centre',
  summary: 'Erases a witness’s name, contact and words. Approvals and times stay, and statements stay without the name.',
  input: z.object({ id: Id, witnessId: Id, reason: WitnessErasureReason }),
  output: z.object({}),
})
