// Achievements: a log per learner in the learner's own words, offered by what happened and kept by choice.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

/** What can offer an entry: a success criterion that the teacher marked met, an improvement, a quoted sentence. */
export const OfferSource = z.enum(['met', 'improvement', 'quote'])
export type OfferSource = z.infer<typeof OfferSource>

/** Whose words: the child's own, or the child's with an adult. */
export const AchievementVoice = z.enum(['child', 'together'])
export type AchievementVoice = z.infer<typeof AchievementVoice>

export const AchievementWords = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))

const kept = {
  id: Id,
  learnerId: Id,
  words: AchievementWords,
  voice: AchievementVoice,
  /** What offered it; `null`: the learner's own idea. */
  offer: z.nullable(z.object({ source: OfferSource, sourceId: Id })),
  achievedOn: Day,
}

export const Achievement = z.object({
  ...kept,
  words: z.string(),
  keptByName: z.string(),
})
export type Achievement = z.infer<typeof Achievement>

/** An entry that could be kept. */
export const AchievementOffer = z.object({
  source: OfferSource,
  /** The success criterion, the improvement or the observation. */
  sourceId: Id,
  /** The criterion in the child's words, what changed, or what was said. */
  words: z.string(),
  voice: AchievementVoice,
  on: Day,
})
export type AchievementOffer = z.infer<typeof AchievementOffer>

/** Made by the device, offline too. Refused: `source_gone`, `in_future`; code `learner_erased`. */
export const achievementKeep = command('achievement.keep', {
  where: 'school',
  summary: 'Keep an entry in a learner’s log of achievements.',
  input: z.object({ ...kept, keptAt: Moment }),
  output: z.object({}),
})

/** Twice is once. Code `learner_erased`. */
export const achievementWithdraw = command('achievement.withdraw', {
  where: 'school',
  summary: 'Take an entry out of a learner’s log; what offered it may offer it again.',
  input: z.object({ id: Id, achievementId: Id, learnerId: Id }),
  output: z.object({}),
})

/** The latest of an offer holds. Refused: `in_future`; code `learner_erased`. */
export const achievementDecline = command('achievement.decline', {
  where: 'school',
  summary: 'Leave an offer out of the log, or let it be offered again.',
  input: z.object({ id: Id, learnerId: Id, source: OfferSource, sourceId: Id, isDeclined: z.boolean(), declinedAt: Moment }),
  output: z.object({}),
})

export const achievementForLearner = query('achievement.forLearner', {
  where: 'school',
  summary: 'A learner’s log of achievements, and what could be kept in it.',
  input: z.object({ learnerId: Id }),
  output: z.object({
    learner: z.object({ id: Id, name: z.string(), symbol: z.nullable(z.string()) }),
    /** By date, newest first. */
    entries: z.array(Achievement),
    /** Newest first, at most twelve. */
    offers: z.array(AchievementOffer),
  }),
})
