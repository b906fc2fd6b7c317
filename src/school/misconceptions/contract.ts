// Misconceptions, named the same everywhere in a school, and the hinge questions that find them.
import * as z from 'zod/mini'
import { StatementRef } from '../../common/frameworks/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** The longest name of a misconception, in characters: it stands on chips and in lines. */
export const longestMisconception = 80

export const Misconception = z.object({
  id: Id,
  /** What it is a misconception of; null where a subject has no framework here. */
  statement: z.nullable(StatementRef),
  wording: z.string(),
  /** Offered no more; old records still say its name. */
  isRetired: z.boolean(),
})
export type Misconception = z.infer<typeof Misconception>

/** One of a hinge question's answers. */
export const HingeOption = z.object({
  id: Id,
  wording: text(80),
  isRight: z.boolean(),
  /** What choosing it gives away; null for the right one alone. */
  misconceptionId: z.nullable(Id),
})
export type HingeOption = z.infer<typeof HingeOption>

const question = {
  id: Id,
  groupId: Id,
  statement: z.nullable(StatementRef),
  question: text(200),
  options: z.array(HingeOption).check(z.minLength(2), z.maxLength(5)),
}

export const HingeQuestion = z.object({ ...question, madeAt: Moment })
export type HingeQuestion = z.infer<typeof HingeQuestion>

export const misconceptionAdd = command('misconception.add', {
  where: 'school',
  summary: 'Name a misconception of a framework statement for the whole school.',
  input: z.object({ id: Id, statement: z.nullable(StatementRef), wording: text(longestMisconception) }),
  output: z.object({}),
})

/** Everywhere at once, in old records too. */
export const misconceptionChange = command('misconception.change', {
  where: 'school',
  summary: 'Call a misconception otherwise, offer it no more, or offer it again.',
  input: z.object({ id: Id, misconceptionId: Id, wording: text(longestMisconception), isRetired: z.boolean() }),
  output: z.object({}),
})

export const misconceptionList = query('misconception.list', {
  where: 'school',
  summary: 'The misconceptions of the school, the product’s own among them, in the order of their names.',
  input: z.object({}),
  output: z.object({ misconceptions: z.array(Misconception) }),
})

/** For a group one works with. Refused: `one_right_option`, `misconception_missing`, `misconception_of_right_option`, `option_twice`, `names_a_learner`. */
export const hingeQuestionMake = command('hingeQuestion.make', {
  where: 'school',
  summary: 'Make a hinge question of two to five options, each wrong one a named misconception.',
  input: z.object(question),
  output: z.object({}),
})

export const hingeQuestionRetire = command('hingeQuestion.retire', {
  where: 'school',
  summary: 'Offer a hinge question no more; what was answered stays.',
  input: z.object({ questionId: Id }),
  output: z.object({}),
})
