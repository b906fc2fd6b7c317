// Rules on misconceptions and hinge questions: what a question must have, and what an answer to it says.
import type { StatementRef } from '../../common/frameworks/contract.ts'
import { isFor } from '../../common/frameworks/rules.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import { namesInSentence } from '../../core/names.ts'
import type { HingeOption, Misconception } from './contract.ts'

type AskedOption = Pick<HingeOption, 'wording' | 'isRight' | 'misconceptionId'>

const plain = (wording: string) => wording.trim().toLocaleLowerCase('en-GB')

/** A hinge question has one right option; each other one gives a misconception away; no option stands twice, and no child is named. @param names of the group's learners */
export function hingeQuestionRefusal(
  { question, options }: { question: string; options: readonly AskedOption[] },
  names: readonly string[],
): Refusal | undefined {
  const texts = [question, ...options.map(({ wording }) => wording)]
  if (texts.some((text) => namesInSentence(text, names).refused.length > 0)) return refused('names_a_learner', 'question')
  if (options.filter(({ isRight }) => isRight).length !== 1) return refused('one_right_option', 'options')
  for (const [place, { isRight, misconceptionId, wording }] of options.entries()) {
    if (!isRight && misconceptionId === null) return refused('misconception_missing', `options.${place}.misconceptionId`)
    if (isRight && misconceptionId !== null) return refused('misconception_of_right_option', `options.${place}.misconceptionId`)
    if (options.findIndex((other) => plain(other.wording) === plain(wording)) < place)
      return refused('option_twice', `options.${place}.wording`)
  }
  return undefined
}

/** What an answer to a hinge question says, and no more than that. */
export interface HingeReading {
  readonly response: 'secure' | 'nearly' | 'not_yet'
  readonly misconceptionId: string | null
}

/** A wrong option gives its misconception away; the right one, chosen by a learner who is not sure, is not secure. @param isSure null: nobody asked */
export function hingeReading(
  { isRight, misconceptionId }: Pick<HingeOption, 'isRight' | 'misconceptionId'>,
  isSure: boolean | null,
): HingeReading {
  if (!isRight) return { response: 'not_yet', misconceptionId }
  return { response: isSure === false ? 'nearly' : 'secure', misconceptionId: null }
}

/** Whether two references name the same statement; none is the same as none. */
export function isOfStatement(one: StatementRef | null, other: StatementRef | null): boolean {
  return one?.framework === other?.framework && one?.version === other?.version && one?.code === other?.code
}

/** The misconception of that statement that bears this name already. */
export function findNamed(
  misconceptions: readonly Misconception[],
  { statement, wording }: Pick<Misconception, 'statement' | 'wording'>,
): Misconception | undefined {
  return misconceptions.find((one) => isOfStatement(one.statement, statement) && plain(one.wording) === plain(wording))
}

/** Without those of another subject's framework: a reading group is offered nothing about fractions. */
export function ofSubject(misconceptions: readonly Misconception[], subject: string): readonly Misconception[] {
  return misconceptions.filter(({ statement }) => statement === null || isFor(statement.framework, subject))
}

/** Those to be offered for a goal: of its statement first, then the others of its framework, then those that belong to none, each by name. */
export function offeredFor(misconceptions: readonly Misconception[], statement: StatementRef | null): readonly Misconception[] {
  const nearness = (one: Misconception) => {
    if (isOfStatement(one.statement, statement)) return 0
    return one.statement !== null && one.statement.framework === statement?.framework ? 1 : 2
  }
  const offered = misconceptions.filter(({ isRetired }) => !isRetired)
  return [0, 1, 2].flatMap((near) => offered.filter((one) => nearness(one) === near))
}

/** A command that the server's answer may not show yet. */
interface Unsent<I> {
  readonly input: I
  readonly state: 'waiting' | 'held' | 'sent'
}

interface PendingNames {
  readonly added: readonly Unsent<Pick<Misconception, 'id' | 'statement' | 'wording'>>[]
  readonly changed: readonly Unsent<{ readonly misconceptionId: string; readonly wording: string; readonly isRetired: boolean }>[]
}

/** Lays what this device named over the school's list, in the order of the names. */
export function withPendingNames(misconceptions: readonly Misconception[], { added, changed }: PendingNames): readonly Misconception[] {
  const known = new Set(misconceptions.map(({ id }) => id))
  const fresh = added.filter(({ input }) => !known.has(input.id)).map(({ input }) => ({ ...input, isRetired: false }))
  const last = new Map(changed.filter(({ state }) => state !== 'held').map(({ input }) => [input.misconceptionId, input]))
  const order = new Intl.Collator('en-GB')
  return [...misconceptions, ...fresh]
    .map((one) => {
      const change = last.get(one.id)
      return change === undefined ? one : { ...one, wording: change.wording, isRetired: change.isRetired }
    })
    .toSorted((a, b) => order.compare(a.wording, b.wording))
}

/** The ids of the product's own are the same in each school, so that a device can name one before it asked anybody. */
const shippedId = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`

const shipped: Readonly<Record<string, readonly (readonly [number: number, code: string, wording: string])[]>> = {
  mathematics: [
    [1, '4.F1', 'Adds one to top and bottom'],
    [2, '4.F1', 'Halves the fraction'],
    [3, '3.F2', 'Bigger bottom number is bigger'],
    [4, '4.F2', 'Adds the bottoms'],
    [5, '4.F2', 'Multiplies the tops'],
    [6, '4.F2', 'Takes the smaller number from the bigger, top or bottom'],
    [7, '4.F1', 'Compares pieces of different wholes'],
    [8, '3.F2', 'Counts the pieces, not their size'],
    [9, '2.F1', 'Shares into parts that are not equal'],
    [10, '1.F1', 'Calls any two parts halves'],
    [11, '3.F1', 'Counts the marks, not the spaces'],
    [12, '4.F3', 'Writes hundredths as tenths'],
    [13, '5.F2', 'Longer decimal is bigger'],
    [14, '6.F1', 'Adds tops and bottoms'],
    [15, '5.F1', 'Joins the whole to the top as digits'],
    [16, '2.N1', 'Reads the digits the wrong way round'],
    [17, '3.N1', 'Leaves out a zero that holds a place'],
    [18, '3.C1', 'Takes the smaller digit from the bigger'],
    [19, '3.C1', 'Forgets what was exchanged'],
    [20, '4.C2', 'Adds instead of multiplying the tens'],
    [21, '4.M1', 'Mixes up area and distance around'],
    [22, '3.G1', 'Longer arms make a bigger angle'],
    [23, '4.N1', 'Rounds every five down'],
    [24, '6.C1', 'Works from left to right whatever the signs'],
  ],
  english: [
    [41, 'R.P1', 'Says the name of the letter for its sound'],
    [42, 'R.P1', 'Takes b for d'],
    [43, 'R.P2', 'Says “uh” after each sound, so that they don’t blend'],
    [44, 'R.P2', 'Guesses the word from its first letter'],
    [45, 'R.P3', 'Leaves out the sound in the middle'],
    [46, '1.P1', 'Reads two letters of one sound as two sounds'],
    [47, '1.W1', 'Goes on after the end of a sentence'],
    [48, '2.L1', 'Spells -ed as it sounds'],
    [49, '2.R2', 'Answers from what they know, not from the text'],
    [50, '3.G1', 'Marks who speaks, not what is said'],
    [51, '4.R1', 'Tells every detail for the main idea'],
    [52, '7.R1', 'Quotes without saying what it shows'],
  ],
  science: [
    [61, '5.W1', 'Changes two things at once'],
    [62, '7.W1', 'Takes what is measured for what is changed'],
    [63, '7.W1', 'Keeps the same what should be changed'],
    [64, '9.W1', 'Thinks that repeating makes a result right'],
    [65, '7.M1', 'Takes dissolving for melting'],
    [66, '7.M1', 'What is dissolved is gone'],
    [67, '4.M1', 'Gases weigh nothing'],
    [68, '5.F1', 'Heavier things fall faster'],
    [69, '7.F1', 'What moves needs a force to go on'],
    [70, '4.E1', 'The current is used up on its way'],
    [71, '6.E1', 'Light goes from the eye to the thing'],
    [72, '8.L1', 'Plants take their food from the soil'],
  ],
}

/** Those that come with the product, in our own words, for its ladders. */
export const shippedMisconceptions: readonly Misconception[] = Object.entries(shipped).flatMap(([ladder, all]) =>
  all.map(([number, code, wording]) => ({
    id: shippedId(number),
    statement: { framework: `evident-${ladder}`, version: 1, code },
    wording,
    isRetired: false,
  })),
)
