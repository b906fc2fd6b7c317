// Words for the sections of a profile, and for whose words they are.
import { useLingui } from '@lingui/react/macro'
import type { ProfileSection, ProfileVoice } from './contract.ts'

export interface SectionWords {
  readonly label: string
  readonly hint: string
}

/** In the first person: a profile speaks for its learner. */
export function useSectionWords(): Readonly<Record<ProfileSection, SectionWords>> {
  const { t } = useLingui()
  return {
    interests: { label: t`My interests`, hint: t`At school and outside it, with commas between: trains, drawing, my rabbit.` },
    important: { label: t`What is important to me`, hint: t`As the child would say it: to finish what I started, to sit with Ewa.` },
    helps: {
      label: t`What helps me`,
      hint: t`A tool, a way of asking, time: word mat, short goals. Nothing about health or family.`,
    },
    access: {
      label: t`Access needs`,
      hint: t`What to do so that the child can see, hear, reach and understand: large print, facing the speaker. Not why.`,
    },
    start: { label: t`Where I started`, hint: t`What the child could do on that day, as a fact: retells the story with pictures.` },
  }
}

/** For forms. */
export function useVoiceChoices(): readonly { readonly id: ProfileVoice; readonly label: string }[] {
  const { t } = useLingui()
  return [
    { id: 'child', label: t`The child’s own` },
    { id: 'together', label: t`The child’s, with an adult` },
    { id: 'adult', label: t`An adult’s` },
  ]
}

/** After what was written. */
export function useVoiceWords(): Readonly<Record<ProfileVoice, string | undefined>> {
  const { t } = useLingui()
  return { child: t`own words`, together: t`with an adult`, adult: undefined }
}
