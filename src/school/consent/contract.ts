// Consent: what a family said about a learner's work, per purpose, told by whom, on which day.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

/** `photo_of_work`: photos of the child's work, never of the child. `portfolio_descriptor`: a sentence without a name may leave the school. */
export const ConsentPurpose = z.enum(['photo_of_work', 'portfolio_descriptor'])
export type ConsentPurpose = z.infer<typeof ConsentPurpose>

export const Consent = z.object({
  id: Id,
  purpose: ConsentPurpose,
  isGiven: z.boolean(),
  /** Who said so: "mother", "Mr Brown". */
  toldBy: z.string(),
  toldOn: Day,
  setByName: z.string(),
  setAt: Moment,
})
export type Consent = z.infer<typeof Consent>

/** Refused: `in_future`. */
export const consentSet = command('consent.set', {
  where: 'school',
  summary: 'Keep what a family said: yes or no to one purpose.',
  input: z.object({
    id: Id,
    learnerId: Id,
    purpose: ConsentPurpose,
    isGiven: z.boolean(),
    toldBy: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
    toldOn: Day,
  }),
  output: z.object({}),
})

export const consentForLearner = query('consent.forLearner', {
  where: 'school',
  summary: 'What holds today for a learner, and all that was ever said.',
  input: z.object({ learnerId: Id }),
  output: z.object({
    today: z.record(ConsentPurpose, z.boolean()),
    /** Newest first. */
    history: z.array(Consent),
  }),
})

/** What a family said last about one purpose; null when nobody was asked, which is a no. */
export const LastSaid = z.nullable(z.object({ isGiven: z.boolean(), toldOn: Day }))

export const consentForGroup = query('consent.forGroup', {
  where: 'school',
  summary: 'What holds today for each learner of a group, to be seen and set at once.',
  input: z.object({ groupId: Id }),
  output: z.object({
    group: z.object({ id: Id, name: z.string() }),
    /** By name. */
    learners: z.array(z.object({ id: Id, name: z.string(), symbol: z.nullable(z.string()), said: z.record(ConsentPurpose, LastSaid) })),
    canSet: z.boolean(),
  }),
})
