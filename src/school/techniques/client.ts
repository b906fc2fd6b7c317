// The technique catalogue in words.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Technique } from './contract.ts'
import { isTechnique, type TechniquePlace } from './rules.ts'

/** A card of the catalogue. */
export interface TechniqueWords {
  readonly name: MessageDescriptor
  readonly how: MessageDescriptor
  /** What the record holds. */
  readonly holds: MessageDescriptor
  /** Always beside the name once it is chosen. */
  readonly caution: MessageDescriptor
}

export const techniqueWords: Readonly<Record<Technique, TechniqueWords>> = {
  watching: {
    name: msg`Watching`,
    how: msg`Stand back and look at one learner at work, without helping.`,
    holds: msg`What was seen, and the help it took.`,
    caution: msg`A quiet child is easily missed. Choose whom to watch beforehand.`,
  },
  open_question: {
    name: msg`Open question`,
    how: msg`Ask what can’t be answered by yes, no or one number. Then wait.`,
    holds: msg`The learner’s own words.`,
    caution: msg`Count to five before you help: the first silence is thinking.`,
  },
  hinge_question: {
    name: msg`Hinge question`,
    how: msg`One question, a few answers, all choose at once. Each wrong answer shows one way of going wrong.`,
    holds: msg`Who chose what, and the misconception that it gives away.`,
    caution: msg`A right answer may be a guess. Ask who is not sure.`,
  },
  mini_whiteboards: {
    name: msg`Mini-whiteboards`,
    how: msg`Everyone writes, then all show at the same moment.`,
    holds: msg`What each board showed.`,
    caution: msg`Some hide or copy. Let a shy learner show you alone.`,
  },
  think_pair_share: {
    name: msg`Think, pair, share`,
    how: msg`Think alone in silence, tell a partner, then tell the group.`,
    holds: msg`Who could explain, and a phrase that was said.`,
    caution: msg`Listen to both of a pair, not only to the one who talks.`,
  },
  no_hands_up: {
    name: msg`No hands up`,
    how: msg`Ask, wait, then draw the name of who answers.`,
    holds: msg`Who answered, and what.`,
    caution: msg`It can frighten. Agree beforehand who may pass.`,
  },
  talk_partners: {
    name: msg`Talk partners`,
    how: msg`Two talk a question through; tokens or turns let both speak.`,
    holds: msg`Who spoke, and a phrase that was said.`,
    caution: msg`Talking much is not the same as understanding.`,
  },
  true_false_because: {
    name: msg`True or false, because`,
    how: msg`Show a claim or a cartoon of several views. Which is right, and why?`,
    holds: msg`The reason, in the learner’s words.`,
    caution: msg`The reason counts. Without it half of all guesses are right.`,
  },
  know_want_learnt: {
    name: msg`Know, want to know, learnt`,
    how: msg`Three lists: the first two before the topic, the last one after it.`,
    holds: msg`What stood in each list.`,
    caution: msg`Young children often want nothing yet. Leave the list open.`,
  },
  question_levels: {
    name: msg`Levels of question`,
    how: msg`Ask to remember, explain, use, compare, judge or make, and mix them.`,
    holds: msg`The kind of question that was asked.`,
    caution: msg`It sorts questions. It is no ladder of a child’s progress.`,
  },
  answer_levels: {
    name: msg`Levels of answer`,
    how: msg`Listen for one idea, several, several joined, or carried to something new.`,
    holds: msg`How the ideas in the answer hung together.`,
    caution: msg`It needs practice together, or each adult hears another level.`,
  },
  exit_ticket: {
    name: msg`Exit ticket`,
    how: msg`One question on paper before they go.`,
    holds: msg`The answer.`,
    caution: msg`It is of use only when it is read before the next lesson.`,
  },
  traffic_lights: {
    name: msg`Traffic lights`,
    how: msg`Each shows red, amber or green, with its word, for how it feels now.`,
    holds: msg`What the learner said of themselves, in that moment.`,
    caution: msg`It is the learner’s own view, not evidence. Never colour alone.`,
  },
  thumbs: {
    name: msg`Thumbs`,
    how: msg`Up, level or down, held close to the chest.`,
    holds: msg`What the learner said of themselves.`,
    caution: msg`They look at each other. Eyes shut, thumb at the chest.`,
  },
  fist_to_five: {
    name: msg`Fist to five`,
    how: msg`From a fist for lost to an open hand for sure.`,
    holds: msg`How confident they said they were.`,
    caution: msg`Confidence is not understanding.`,
  },
  effort_and_understanding: {
    name: msg`Effort and understanding`,
    how: msg`The learner says both, each in words, and you look at both after.`,
    holds: msg`Two words, the learner’s and yours.`,
    caution: msg`Say words, not codes: in the usual code 1 is the best, and many read it the other way.`,
  },
  success_criteria: {
    name: msg`Success criteria`,
    how: msg`Find two to four sentences together that say how one knows it is done well.`,
    holds: msg`The criteria, in the learners’ words.`,
    caution: msg`At most four, and no list of tasks.`,
  },
  good_and_weaker_example: {
    name: msg`A good and a weaker example`,
    how: msg`Put both side by side. What makes this one better?`,
    holds: msg`The features that were named.`,
    caution: msg`One example gets copied. Show two good ones that differ.`,
  },
  two_stars_and_a_wish: {
    name: msg`Two stars and a wish`,
    how: msg`Name two things that work, each on a criterion, and one to try.`,
    holds: msg`The stars, the wish and their criteria.`,
    caution: msg`“It is nice” is no star. Ask which criterion.`,
  },
  which_is_better: {
    name: msg`Which is better?`,
    how: msg`Compare pieces in pairs and say why.`,
    holds: msg`Which of each pair, and the reason.`,
    caution: msg`A few pieces make no order. Keep the reasons, not the places.`,
  },
  marking_together: {
    name: msg`Marking together`,
    how: msg`Sit beside the learner and look through the work while it is made.`,
    holds: msg`What was said, and the next step.`,
    caution: msg`Do not write it down to prove that it happened.`,
  },
  said_feedback: {
    name: msg`Feedback that was said`,
    how: msg`You say it; the learner writes down what they heard.`,
    holds: msg`The learner’s words for it.`,
    caution: msg`A stamp helps nobody. The next try does.`,
  },
  edit_in_colour: {
    name: msg`Edit in another colour`,
    how: msg`The learner improves the work in a second colour.`,
    holds: msg`Before and after, side by side.`,
    caution: msg`It needs time in the lesson.`,
  },
  plan_monitor_evaluate: {
    name: msg`Plan, check, look back`,
    how: msg`Three boxes: how will I do it, is it working, what would I do again?`,
    holds: msg`The three boxes.`,
    caution: msg`About this task, not about learning in general.`,
  },
  one_page_profile: {
    name: msg`One-page profile`,
    how: msg`What people like about me, what matters to me, how to help me: by the learner.`,
    holds: msg`Three to five short parts, the learner’s own.`,
    caution: msg`Read in ninety seconds. It is no legal plan.`,
  },
  engagement_areas: {
    name: msg`Areas of engagement`,
    how: msg`Look for exploring, realising, expecting, keeping on and beginning.`,
    holds: msg`A few sentences for each, with what went on around.`,
    caution: msg`It is not scored: nothing is added up or put in order.`,
  },
  involvement_and_well_being: {
    name: msg`Involvement and well-being`,
    how: msg`Watch for two minutes: how deep in the work, how much at ease?`,
    holds: msg`The signals that were seen.`,
    caution: msg`It says something of what is offered, not of the child. Again and again ill at ease: tell the teacher.`,
  },
  pre_key_stage_standards: {
    name: msg`Pre-key-stage standards`,
    how: msg`The teacher compares a key stage’s work with the national statements.`,
    holds: msg`The teacher’s own judgement, elsewhere.`,
    caution: msg`It sums up, and is the teacher’s alone.`,
  },
  assess_plan_do_review: {
    name: msg`Assess, plan, do, review`,
    how: msg`The four steps of support for a child with special needs.`,
    holds: msg`What was done and what came of it.`,
    caution: msg`The teacher answers for all four. You bring what you saw and review together.`,
  },
}

/** A technique's name; undefined for one that this program does not know. */
export function techniqueName(technique: string | null | undefined): MessageDescriptor | undefined {
  return technique != null && isTechnique(technique) ? techniqueWords[technique].name : undefined
}

export const placeWords: Readonly<Record<TechniquePlace, MessageDescriptor>> = {
  find_out: msg`Find out`,
  rate_oneself: msg`Learners say it of themselves`,
  make_clear: msg`Make clear what is good`,
  improve: msg`Improve together`,
  over_time: msg`Over weeks and months`,
}

/** Open questions to begin with, by what they are for. */
export const stems: readonly (readonly [kind: MessageDescriptor, questions: readonly MessageDescriptor[]])[] = [
  [msg`Explain`, [msg`How do you know?`, msg`Show me how you know.`, msg`What does this tell us?`]],
  [msg`What if`, [msg`What if one thing were different?`, msg`What else could it be?`, msg`When would it not work?`]],
  [
    msg`Convince me`,
    [msg`Somebody says it is the other one. What do you tell them?`, msg`How can you be sure?`, msg`Can you prove it in another way?`],
  ],
  [msg`Compare`, [msg`What is the same, and what is different?`, msg`Which would you choose, and why?`, msg`Which one does not belong?`]],
  [msg`Go on`, [msg`What did you do first?`, msg`What could you try next?`, msg`What is the hard part?`]],
]
