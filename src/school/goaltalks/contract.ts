// Talking about a goal with learners: their own wording in words, drawing, symbols or first language, what was settled, examples, and goals taken along.
import * as z from 'zod/mini'
import { StatementRef } from '../../common/frameworks/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Drawing } from '../../core/drawing.ts'
import { Id } from '../../core/ids.ts'
import { SymbolName } from '../../core/symbols.ts'
import { Moment } from '../../core/time.ts'
import { LearningGoal } from '../goals/contract.ts'

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** Words in a language other than English, as they were said. */
export const FirstLanguage = z.object({
  /** As in `lang` of a web page: "pl". */
  language: z.string().check(z.regex(/^[a-z]{2,3}$/)),
  wording: text(200),
})
export type FirstLanguage = z.infer<typeof FirstLanguage>

const said = {
  /** English, exactly as said; empty where drawing, symbols or the first language say it alone. */
  wording: z.string().check(z.trim(), z.maxLength(200)),
  drawing: z.nullable(Drawing),
  symbols: z.array(SymbolName).check(z.maxLength(4)),
  firstLanguage: z.nullable(FirstLanguage),
  /** Who interpreted or wrote it down, when somebody did: "Mr Nowak". */
  helpedBy: z.nullable(text(60)),
}

/** How a learner says the goal, all ways together. */
export const OwnWording = z.object(said)
export type OwnWording = z.infer<typeof OwnWording>

export const Understood = z.enum(['said_back', 'example', 'pointed', 'unsure'])
export type Understood = z.infer<typeof Understood>

export const AgreedHow = z.enum(['spoken', 'written', 'symbol', 'choice'])
export type AgreedHow = z.infer<typeof AgreedHow>

/** One thing that was settled. `null` says that it holds no more. */
export const Settled = z.discriminatedUnion('about', [
  /** Which success criterion the learner chose to work on. */
  z.object({ about: z.literal('criterion'), criterionId: z.nullable(Id) }),
  /** How it was seen that the goal was understood. */
  z.object({ about: z.literal('understood'), choice: z.nullable(Understood) }),
  /** How the learner agreed to the goal. */
  z.object({ about: z.literal('agreed'), choice: z.nullable(AgreedHow) }),
  /** A step card or word mat that helps with this goal. */
  z.object({ about: z.literal('helps'), words: z.nullable(text(200)) }),
  /** Where the learner starts from. */
  z.object({ about: z.literal('start'), words: z.nullable(text(300)) }),
])
export type Settled = z.infer<typeof Settled>

export const GoalTalk = z.object({
  id: Id,
  goalId: Id,
  learnerId: Id,
  /** The lesson in which it was settled, if in one. */
  sessionId: z.nullable(Id),
  settled: Settled,
  observedAt: Moment,
})
export type GoalTalk = z.infer<typeof GoalTalk>

/** Refused: `nothing_said`, `in_future`, `goal_of_another`; code `learner_erased`. */
export const goalTalkSay = command('goalTalk.say', {
  where: 'school',
  summary: 'Keep how a learner says the goal: in words, a drawing, symbols or the first language. The latest holds.',
  input: z.object({ id: Id, goalId: Id, learnerId: Id, ...said, observedAt: Moment }),
  output: z.object({}),
})

/** Twice is once. Code `learner_erased`. */
export const goalTalkUnsay = command('goalTalk.unsay', {
  where: 'school',
  summary: 'Take a kept wording back: the one before it holds.',
  input: z.object({ wordingId: Id, learnerId: Id }),
  output: z.object({}),
})

/** Refused: `in_future`, `goal_of_another`, `criterion_of_another_goal`, `session_of_another`; code `learner_erased`. */
export const goalTalkNote = command('goalTalk.note', {
  where: 'school',
  summary: 'Note one thing that was settled with a learner about a goal. The latest of its kind holds.',
  input: GoalTalk,
  output: z.object({}),
})

/** Twice is once. Code `learner_erased`. */
export const goalTalkWithdraw = command('goalTalk.withdraw', {
  where: 'school',
  summary: 'Take a note about a goal back: the one before it holds.',
  input: z.object({ talkId: Id, learnerId: Id }),
  output: z.object({}),
})

/** `feature`: what makes the good one good, as the group named it. */
export const ExamplePart = z.enum(['good', 'weaker', 'feature'])
export type ExamplePart = z.infer<typeof ExamplePart>

export const GoalExample = z.object({
  id: Id,
  goalId: Id,
  part: ExamplePart,
  words: z.nullable(text(300)),
  drawing: z.nullable(Drawing),
})
export type GoalExample = z.infer<typeof GoalExample>

/** Made for showing, never a child's work. Refused: `nothing_shown`, `feature_in_words`, `names_a_learner`. */
export const goalExampleAdd = command('goalExample.add', {
  where: 'school',
  summary: 'Keep a good or a weaker example of a goal, or a feature that makes the good one good.',
  input: GoalExample,
  output: z.object({}),
})

/** Twice is once. */
export const goalExampleWithdraw = command('goalExample.withdraw', {
  where: 'school',
  summary: 'Show an example or a feature no more.',
  input: z.object({ exampleId: Id }),
  output: z.object({}),
})

export const TakenAlong = z.object({
  /** Of the new goal. */
  id: Id,
  goalId: Id,
  /** One of the two is null. */
  groupId: z.nullable(Id),
  learnerId: z.nullable(Id),
  /** A new id for each criterion of the goal. */
  criteria: z.array(z.object({ criterionId: Id, id: Id })).check(z.minLength(1), z.maxLength(4)),
})
export type TakenAlong = z.infer<typeof TakenAlong>

/**
 * Refused: `goal_for_one_or_the_other`, `goal_closed`, `not_a_group_goal`, `same_group`, `group_closed`, `goal_of_another`, `already_taken_along`,
 * `criteria`.
 */
export const goalTakeAlong = command('goal.takeAlong', {
  where: 'school',
  summary: 'Copy a group’s open goal with its criteria into another group, or for one of its learners; what was seen stays where it was.',
  input: TakenAlong,
  output: z.object({}),
})

/** A wording that holds. */
const KeptWording = z.object({ id: Id, goalId: Id, learnerId: Id, ...said, setAt: Moment })

export const goalTalkForLearner = query('goalTalk.forLearner', {
  where: 'school',
  summary: 'How a learner says each goal, and what was settled with them about it.',
  input: z.object({ learnerId: Id }),
  output: z.object({ wordings: z.array(KeptWording), talks: z.array(GoalTalk) }),
})

export const goalTalkForGroup = query('goalTalk.forGroup', {
  where: 'school',
  summary: 'Open goals of a group and of its learners, with examples, learners’ own wordings and what was settled with each.',
  input: z.object({ groupId: Id }),
  output: z.object({
    goals: z.array(LearningGoal),
    /** What the stage expects: the statements that these goals are linked to. */
    statements: z.array(z.object({ ...StatementRef.shape, year: z.int(), strand: z.string(), wording: z.string() })),
    /** The latest good and weaker example of each goal, and all features. */
    examples: z.array(GoalExample),
    /** The latest of each learner and goal. */
    wordings: z.array(KeptWording),
    /** The latest of each learner, goal and kind. */
    talks: z.array(GoalTalk),
    /** Goals that were taken along, and from which. */
    travels: z.array(z.object({ goalId: Id, fromGoalId: Id })),
  }),
})
