// Rules on feedback, the same in the form and on the server: what it must say, what it must not, and which words ask for a second look.
import { type Refusal, refused } from '../../core/errors.ts'
import { type ObservationFacts, targetRefusal } from '../observations/rules.ts'
import type { GivenFeedback, NewFeedback } from './contract.ts'

export type FeedbackTexts = Pick<NewFeedback, 'didWell' | 'strategy' | 'toDevelop' | 'nextAction'>

/**
 * All that keeps feedback from being feedback: without a success criterion, without what was done well, without one next action it moves nobody forward
 * (`domain.md` 2.4, findings 4 and 10), and beside a mark a comment is not read (findings 5 and 8). A form says all of it at once.
 */
export function feedbackRefusals(feedback: FeedbackTexts & Pick<NewFeedback, 'goalId' | 'criterionId'>): readonly Refusal[] {
  const { criterionId, goalId, didWell, nextAction } = feedback
  return [
    ...(criterionId === null || goalId === null ? [refused('no_criterion', 'criterionId')] : []),
    ...(didWell.trim() === '' ? [refused('no_did_well', 'didWell')] : []),
    ...(nextAction.trim() === '' ? [refused('no_next_action', 'nextAction')] : []),
    ...fields.filter((field) => hasMark(feedback[field] ?? '')).map((field) => refused('has_mark', field)),
  ]
}

/** The first of {@link feedbackRefusals}. */
export function feedbackRefusal(feedback: FeedbackTexts & Pick<NewFeedback, 'goalId' | 'criterionId'>): Refusal | undefined {
  return feedbackRefusals(feedback)[0]
}

/** Why feedback can't be recorded, if it can't: as the form says, or what it names belongs elsewhere. */
export function recordRefusal(feedback: Omit<NewFeedback, 'response'>, facts: ObservationFacts, now: Date): Refusal | undefined {
  return feedbackRefusal(feedback) ?? targetRefusal({ ...feedback, photoId: null }, facts, now)
}

const fields = ['didWell', 'strategy', 'toDevelop', 'nextAction'] as const

/** Numbers and letters that can only be a judgement of the learner, never what the lesson is about. */
const marks: readonly RegExp[] = [
  // grade B, Grade 4, graded C+; not "grade a line"
  /\b[Gg]raded?:? (?:[A-HU]|\d)(?:[+*-]|\b)/,
  // level 3, Level 4b; not "level 3 cm"
  /\blevel:? \d(?:[a-c])?\b(?! ?(?:cm|mm|m|ml|l|litres?|metres?|g|kg|degrees?)\b)/i,
  // 7 marks, a mark of 7; not "mark 3/4 on the line", "7 marks on the ruler"
  /\b\d+(?:\.\d+)? ?marks?\b(?! (?:on|along)\b)/i,
  /\bmarks?(?: of| was| is|:) ?\d/i,
  // scored 18, score: 18, rated 4; not "scored 3 goals"
  /\b(?:scores?|scored|rated|rating)(?: of| was| is|:)? ?\d+\b(?! (?:goals?|points?|runs?|tries|times)\b)/i,
  // A sentence that is nothing else: "Lovely work. 7/10"; not "7/10 of the strip"
  /(?:^|[.!?;]) ?\d+ ?(?:\/|out of) ?(?:10|20|25|30|40|50|100) ?(?:[.!?;]|$)/i,
  // earns 7/10, worth 18 out of 20, I give it 9/10; not "worth 50/100 of a pound"
  /\b(?:earn(?:s|ed)?|deserv(?:es?|ed)|worth|award(?:s|ed)?|(?:give|gives|gave|get|gets) (?:it|this|that|you|your \w+)) (?:a |you )?\d+ ?(?:\/|out of) ?(?:10|20|25|30|40|50|100)\b(?! of\b)/i,
]

/** Whether a text puts a mark or a grade on the work. Fractions and numbers of the subject are none. */
export function hasMark(text: string): boolean {
  const said = text.replaceAll(/\s+/g, ' ')
  return marks.some((mark) => mark.test(said))
}

/** `ability`: about the child, not the work · `comparison`: with other children · `mark`: may be one, or the subject · `several`: more than one next action. */
export type ToneHint = 'ability' | 'comparison' | 'mark' | 'several'

const hints: Readonly<Record<Exclude<ToneHint, 'several'>, readonly RegExp[]>> = {
  ability: [
    /\b(?:clever\w*|smart(?:er|est|y)?|brainy|brainbox|genius|gifted|talent(?:ed)?|intelligen(?:t|ce)|brilliant|superstar|bright(?:er|est)? (?:girl|boy|child|spark|pupil))\b/,
    /\b(?:naturally?|really|so|very|always|not|no|just) (?:good|great|bad|rubbish|weak) at\b|\b(?:good|great|bad|rubbish|hopeless) at\b|\bno good\b/,
    /\b(?:good|naughty|lazy|silly|clever|slow) (?:girl|boy|child|learner|pupil)\b|\blazy\b/,
    /\b(?:high|low|more|less|most|least)[ -](?:ability|able)\b|\bability\b|\ba natural\b|\bmaths? (?:brain|person)\b/,
  ],
  comparison: [
    /\b(?:better|worse|faster|slower|quicker|neater|further|harder|more|less) than (?:(?:all |most )?(?:of )?the (?:others?|rest|class|group)|every(?:one|body)|any(?:one|body)|most|him|her|them|your (?:friends?|partner|classmates?|table|group|brother|sister))\b/,
    /\b(?:best|worst|top|first|last|fastest|slowest) (?:in|of|on) (?:the|your|our) (?:class|group|table|year|school)\b/,
    /\b(?:as good as|the only one (?:who|that)|everyone else|everybody else|all the others|ahead of the|behind the (?:others|rest))\b/,
  ],
  mark: [
    /\d ?%|\bper ?cent\b/,
    // Of ten, twenty, a hundred, or all of them: 7/10, 5/5, 18 out of 20. Halves, eighths and sixths are the subject.
    /(?<![\d/])\d+ ?(?:\/|out of) ?(?:10|20|25|30|40|50|100)\b/,
    /(?<![\d/])([3-9]|\d\d) ?(?:\/|out of) ?\1(?![\d/])/,
    // "Got 4 out of 6" may be a mark; "4 out of 6 pieces" is a fraction.
    /\bgot \d+ out of \d+\b(?! (?:pieces?|parts?|squares?|counters?|of)\b)/,
    /\b(?:full marks|pass(?:ed)? (?:mark|the)|grades?|stars?|points?)\b/,
    /\b(?:working|well) (?:at|above|below|towards)\b|\b(?:above|below) (?:average|expected|age)\b/,
  ],
}

/**
 * A quiet look at words: nothing is refused by it, nobody is asked, nothing leaves the device.
 * @example toneHints({ didWell: 'Clever girl', strategy: null, toDevelop: null, nextAction: 'Say why' }) // ['ability']
 */
export function toneHints(feedback: FeedbackTexts): readonly ToneHint[] {
  const said = fields.map((field) => plain(feedback[field] ?? ''))
  const found = (['ability', 'comparison', 'mark'] as const).filter((hint) =>
    hints[hint].some((words) => said.some((text) => words.test(text))),
  )
  return isSeveral(feedback.nextAction) ? [...found, 'several'] : found
}

/** Two sentences, or one thing and then another. */
function isSeveral(nextAction: string): boolean {
  return (
    /[.!?;]\s+\S/.test(nextAction.trim()) || /\b(?:and then|and also|after that)\b/.test(plain(nextAction)) || nextAction.includes('\n')
  )
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[’‘`]/g, "'").replaceAll(/\s+/g, ' ')
}

/** Feedback is used when the learner acted on it, or improved the work by it: giving it is no aim. */
export function isUsed({
  response,
  isImproved,
}: {
  response: Pick<NonNullable<GivenFeedback['response']>, 'response'> | null
  isImproved: boolean
}): boolean {
  return response?.response === 'acted' || isImproved
}
