// The techniques of finding out, by name, and the school's quick phrases for what was seen.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'

/** `domain.md` 1.9, and the two that need no card: watching, and an open question. Their words are in `client.ts`. */
export const techniques = [
  'watching',
  'open_question',
  'hinge_question',
  'mini_whiteboards',
  'think_pair_share',
  'no_hands_up',
  'talk_partners',
  'true_false_because',
  'know_want_learnt',
  'question_levels',
  'answer_levels',
  'exit_ticket',
  'traffic_lights',
  'thumbs',
  'fist_to_five',
  'effort_and_understanding',
  'success_criteria',
  'good_and_weaker_example',
  'two_stars_and_a_wish',
  'which_is_better',
  'marking_together',
  'said_feedback',
  'edit_in_colour',
  'plan_monitor_evaluate',
  'one_page_profile',
  'engagement_areas',
  'involvement_and_well_being',
  'pre_key_stage_standards',
  'assess_plan_do_review',
] as const
export type Technique = (typeof techniques)[number]

const Phrase = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))

/** More than that can't be looked through beside a child. */
export const mostPhrases = 24

/** Refused: `phrase_twice`, `changed_meanwhile`, `names_a_learner`. */
export const phraseListSet = command('phraseList.set', {
  where: 'school',
  summary: 'Set the school’s quick phrases in their order.',
  input: z.object({
    id: Id,
    /** The list that was changed; null for the one that comes with the product. */
    basedOn: z.nullable(Id),
    phrases: z.array(Phrase).check(z.maxLength(mostPhrases)),
  }),
  output: z.object({}),
})

export const phraseListCurrent = query('phraseList.current', {
  where: 'school',
  summary: 'The school’s quick phrases in their order.',
  input: z.object({}),
  output: z.object({ id: z.nullable(Id), phrases: z.array(z.string()) }),
})
