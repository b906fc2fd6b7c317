// Rules on techniques and quick phrases: which can carry a moment, what each can tell, and when a list can be set.
import { type Refusal, refused } from '../../core/errors.ts'
import { namesInSentence } from '../../core/names.ts'
import { type Technique, techniques } from './contract.ts'

/** Whether a text names a technique of the catalogue. */
export function isTechnique(text: string): text is Technique {
  return (techniques as readonly string[]).includes(text)
}

/** The moments of a lesson that a technique belongs to. */
export type TechniquePlace = 'find_out' | 'rate_oneself' | 'make_clear' | 'improve' | 'over_time'

const places: Readonly<Record<TechniquePlace, readonly Technique[]>> = {
  find_out: [
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
  ],
  rate_oneself: ['traffic_lights', 'thumbs', 'fist_to_five', 'effort_and_understanding'],
  make_clear: ['success_criteria', 'good_and_weaker_example'],
  improve: ['two_stars_and_a_wish', 'which_is_better', 'marking_together', 'said_feedback', 'edit_in_colour', 'plan_monitor_evaluate'],
  over_time: ['one_page_profile', 'engagement_areas', 'involvement_and_well_being', 'pre_key_stage_standards', 'assess_plan_do_review'],
}

/** The whole catalogue by its places, in the order in which it is shown. */
export const catalogue = Object.entries(places) as readonly (readonly [TechniquePlace, readonly Technique[]])[]

/** What a moment can carry: how something was found out. The others are ways to work that leave records of their own. */
export const momentTechniques: readonly Technique[] = [...places.find_out, ...places.rate_oneself, ...places.make_clear, ...places.improve]

/** Offered first, before a school has used any. */
const usual: readonly Technique[] = ['open_question', 'mini_whiteboards', 'think_pair_share', 'thumbs']

/** Those at hand: what was used lately, then the usual ones; not the hinge question, which has a place of its own. */
export function techniquesAtHand(used: readonly string[]): readonly Technique[] {
  const wanted = momentTechniques.filter((one) => one !== 'hinge_question')
  return [...wanted.filter((one) => used.includes(one)), ...usual.filter((one) => !used.includes(one))]
}

/** A learner's own rating: it says what they think, never how near they are. */
export function isSelfReport(technique: string | null | undefined): boolean {
  return (places.rate_oneself as readonly (string | null | undefined)[]).includes(technique)
}

/** Those that come with the product, in our own words. */
export const shippedPhrases: readonly string[] = [
  'Explained how they knew',
  'Began without being asked',
  'Used equipment or a picture',
  'Checked it themselves',
  'Thought, then answered',
  'Needed the question again',
  'Looked at a neighbour’s first',
  'Stopped, then came back to it',
  'Asked for help',
  'Helped a partner',
]

/** A list is set on the one that its author saw, has no phrase twice, and names no child. @param names of the learners whom the author works with */
export function phraseListRefusal(
  { basedOn, phrases }: { basedOn: string | null; phrases: readonly string[] },
  { currentId, names }: { currentId: string | null; names: readonly string[] },
): Refusal | undefined {
  const naming = phrases.findIndex((phrase) => namesInSentence(phrase, names).refused.length > 0)
  if (naming !== -1) return refused('names_a_learner', `phrases.${naming}`)
  if (basedOn !== currentId) return refused('changed_meanwhile', 'basedOn')
  const again = phrases.findIndex((phrase, place) => phrases.findIndex((other) => isSamePhrase(other, phrase)) < place)
  return again === -1 ? undefined : refused('phrase_twice', `phrases.${again}`)
}

function isSamePhrase(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase('en-GB') === other.trim().toLocaleLowerCase('en-GB')
}

/** A phrase after what was written already. @example withPhrase('Folded the strip', 'Asked for help') // 'Folded the strip. Asked for help' */
export function withPhrase(words: string, phrase: string): string {
  const before = words.trim()
  if (before === '') return phrase
  return `${before}${/[.!?…]$/.test(before) ? '' : '.'} ${phrase}`
}
