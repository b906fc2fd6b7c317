// Learner profiles: one page about a child, in short fields, in the child's own voice where that is possible.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

/** The parts of a profile, in the order in which they are read. */
export const ProfileSection = z.enum(['interests', 'important', 'helps', 'access', 'start'])
export type ProfileSection = z.infer<typeof ProfileSection>

/** Whose words: the child's own, the child's with an adult, an adult's. */
export const ProfileVoice = z.enum(['child', 'together', 'adult'])
export type ProfileVoice = z.infer<typeof ProfileVoice>

/** What a starting point is about: "Fractions". Empty for the other sections. */
export const StartAbout = z.string().check(z.trim(), z.maxLength(40))

/** Short enough that a whole profile is read in ninety seconds. */
export const ProfileText = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

const written = {
  id: Id,
  learnerId: Id,
  section: ProfileSection,
  about: StartAbout,
  /** `null` empties the section. */
  text: z.nullable(ProfileText),
  voice: ProfileVoice,
  /** The day on which a starting point was seen; of the other sections none. */
  seenOn: z.nullable(Day),
}

/** One section as it was written at one time. */
export const ProfileEntry = z.object({
  ...written,
  about: z.string(),
  text: z.nullable(z.string()),
  /** Neither is known of what stood there before profiles did. */
  writtenAt: z.nullable(Moment),
  writtenByName: z.nullable(z.string()),
})
export type ProfileEntry = z.infer<typeof ProfileEntry>

/** Made by the device, offline too. Refused: `about_needed`, `about_elsewhere`, `date_needed`, `date_elsewhere`, `in_future`; code `learner_erased`. */
export const profileWrite = command('profile.write', {
  where: 'school',
  summary: 'Write one section of a learner’s profile; what stood there stays in the history.',
  input: z.object({ ...written, writtenAt: Moment }),
  output: z.object({}),
})

export const profileForLearner = query('profile.forLearner', {
  where: 'school',
  summary: 'A learner’s profile with its history.',
  input: z.object({ learnerId: Id }),
  /** Newest first; of each section (and starting point) the first holds. */
  output: z.object({ entries: z.array(ProfileEntry) }),
})

export const profileForGroup = query('profile.forGroup', {
  where: 'school',
  summary: 'The profiles of a group on one page, as they hold now.',
  input: z.object({ groupId: Id }),
  output: z.object({
    groupName: z.string(),
    learners: z.array(z.object({ id: Id, name: z.string(), symbol: z.nullable(z.string()), entries: z.array(ProfileEntry) })),
  }),
})
