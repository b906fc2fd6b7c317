// Parts, sources, moments and refusals of a brief in words.
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Reasons } from '../../web/messages.ts'
import type { BriefPart, BriefSource, LessonMoment, WantedForm } from './contract.ts'

/** The parts in words. */
export function usePartTitles(): Readonly<Record<BriefPart, string>> {
  const { t } = useLingui()
  return {
    objective: t`What is to be learnt`,
    misconceptions: t`What they may get wrong`,
    wanted: t`What the teacher wants to know`,
    prior_learning: t`What they know already`,
    vocabulary: t`Words`,
    opportunity: t`Chances to find out`,
    resources: t`Things to have ready`,
  }
}

/** The sources in words. */
export function useSourceWords(): Readonly<Record<BriefSource, string>> {
  const { t } = useLingui()
  return {
    plan: t`Plan`,
    teacher: t`Teacher`,
    subject_lead: t`Subject lead`,
    profile: t`Learner profile`,
    book: t`Book`,
    support_plan: t`Support plan`,
  }
}

/** Moments of a lesson in words. */
export function useMomentWords(): Readonly<Record<LessonMoment, string>> {
  const { t } = useLingui()
  return { start: t`At the start`, during: t`During the task`, pause: t`In the pause`, end: t`At the end` }
}

/** How the teacher wants to hear, in words. */
export function useFormWords(): Readonly<Record<WantedForm, string>> {
  const { t } = useLingui()
  return { spoken: t`Tell me`, note: t`A note`, handover: t`In the handover` }
}

/** The same where four questions are answered: notes on learners are not on that page. */
export const questionReasons: Reasons = {
  names_a_learner: msg`A learner is named here. Leave the name out: what is about one learner is written in the brief, under the learners.`,
}

/** What the rules on briefs say no for, in words. */
export const briefReasons: Reasons = {
  names_a_learner: msg`A learner is named here. What is about one learner goes into the notes on learners.`,
  who_told: msg`Say who told you.`,
  no_words: msg`Write a few words.`,
  nothing_to_take_away: msg`There is nothing to take away.`,
  not_of_this_part: msg`This belongs to another part of the brief.`,
  brief_of_another: msg`This belongs to another brief.`,
}
