// Sampling: units that a centre's IQA looks into, what she says of them, and actions that somebody owes before she agrees.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { Registration } from '../registrations/contract.ts'

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** While the unit goes on, or at its end. */
export const Stage = z.enum(['interim', 'summative'])
export type Stage = z.infer<typeof Stage>

export const Outcome = z.enum(['agree', 'agree_with_development', 'action'])
export type Outcome = z.infer<typeof Outcome>

/** What is to be done, by whom, until when. */
export const NewAction = z.object({ id: Id, what: words(600), ownerId: Id, dueOn: Day })

/** As a form has them: empty while nothing is asked for. */
export const ActionWhat = z.union([NewAction.shape.what, z.literal('')])
export const ActionOwner = z.union([Id, z.literal('')])
export const ActionDay = z.union([Day, z.literal('')])

export const ActionNote = z.object({ kind: z.enum(['answered', 'closed', 'reopened']), words: z.string(), byName: z.string(), at: Moment })
export type ActionNote = z.infer<typeof ActionNote>

export const SampleAction = z.object({
  id: Id,
  what: z.string(),
  ownerId: Id,
  ownerName: z.string(),
  dueOn: Day,
  isOpen: z.boolean(),
  /** In their order in time. */
  notes: z.array(ActionNote),
})
export type SampleAction = z.infer<typeof SampleAction>

export const Sample = z.object({
  id: Id,
  registrationId: Id,
  stage: Stage,
  rationale: z.string(),
  drawnByName: z.string(),
  drawnAt: Moment,
  /** The last one holds. */
  judgements: z.array(z.object({ outcome: Outcome, words: z.string(), byName: z.string(), at: Moment })),
  actions: z.array(SampleAction),
})
export type Sample = z.infer<typeof Sample>

/** Refused: `own_decisions`, `unit_claimed`. */
export const sampleDraw = command('sample.draw', {
  where: 'centre',
  summary: 'The unit’s IQA samples it, interim or summative, and says why this one.',
  input: z.object({ id: Id, registrationId: Id, stage: Stage, rationale: words(600) }),
  output: z.object({}),
})

/** Refused: `own_decisions`, `unit_claimed`, `action_missing`, `action_needless`, `owner_without_part`, `due_in_past`, `action_open`. */
export const sampleJudge = command('sample.judge', {
  where: 'centre',
  summary: 'The IQA agrees, agrees with a point to develop, or asks somebody for an action.',
  input: z.object({ id: Id, registrationId: Id, sampleId: Id, outcome: Outcome, words: words(1000), action: z.nullable(NewAction) }),
  output: z.object({}),
})

/** Refused: `action_closed`. */
export const sampleActionAnswer = command('sampleAction.answer', {
  where: 'centre',
  summary: 'Whoever owes an action says what was done.',
  input: z.object({ id: Id, registrationId: Id, actionId: Id, words: words(1000) }),
  output: z.object({}),
})

/** Refused: `action_closed`, `action_not_closed`, `own_decisions`, `unit_claimed`. */
export const sampleActionSettle = command('sampleAction.settle', {
  where: 'centre',
  summary: 'The IQA closes an action, or opens it again.',
  input: z.object({ id: Id, registrationId: Id, actionId: Id, isClosed: z.boolean(), words: words(600) }),
  output: z.object({}),
})

export const sampleOfUnit = query('sample.ofUnit', {
  where: 'centre',
  summary: 'All samples of a unit, for whoever reads it.',
  input: z.object({ registrationId: Id }),
  output: z.array(Sample),
})

/** `not_sampled` is said, never blank (R15). */
export const SamplingState = z.enum(['not_sampled', 'sampled', 'action', 'agreed'])
export type SamplingState = z.infer<typeof SamplingState>

export const sampleMine = query('sample.mine', {
  where: 'centre',
  summary: 'For an IQA: the units that she verifies, each with the state of its samples.',
  input: z.object({}),
  output: z.array(z.object({ registration: Registration, state: SamplingState, samples: z.array(Sample) })),
})

export const sampleActionsMine = query('sampleAction.mine', {
  where: 'centre',
  summary: 'Open actions that one owes.',
  input: z.object({}),
  output: z.array(z.object({ registrationId: Id, candidateName: z.string(), unitNumber: z.string(), action: SampleAction })),
})
