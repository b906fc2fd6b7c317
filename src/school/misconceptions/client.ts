// Misconceptions and hinge questions on screen: the school's list with what this device named, and a question in the making.
import type { StatementRef } from '../../common/frameworks/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { type Addition, addition } from '../../web/outbox.ts'
import { usePending } from '../../web/pending.ts'
import {
  type HingeOption,
  hingeQuestionMake,
  hingeQuestionRetire,
  type Misconception,
  misconceptionAdd,
  misconceptionChange,
  misconceptionList,
} from './contract.ts'
import { findNamed, withPendingNames } from './rules.ts'

/** The school's misconceptions, retired ones among them. */
export function useMisconceptions(): Asked<readonly Misconception[]> {
  const asked = useAsked(misconceptionList, {})
  const pending = { added: usePending(misconceptionAdd, asked), changed: usePending(misconceptionChange, asked) }
  return asked.state === 'answered' ? { ...asked, answer: withPendingNames(asked.answer.misconceptions, pending) } : asked
}

/** What a misconception is called, by its id. */
export function namesOf(misconceptions: readonly Misconception[]): ReadonlyMap<Id, string> {
  return new Map(misconceptions.map(({ id, wording }) => [id, wording]))
}

/** A wrong option's misconception while a question is written: one that is known, or a new name. */
export interface OptionDraft {
  readonly id: Id
  readonly wording: string
  readonly isRight: boolean
  readonly misconceptionId: Id | undefined
  /** A name that is not in the list yet. */
  readonly newName: string
}

export interface QuestionDraft {
  readonly question: string
  readonly statement: StatementRef | null
  readonly options: readonly OptionDraft[]
}

export const fewestOptions = 2
export const mostOptions = 5

export function newOption(isRight = false): OptionDraft {
  return { id: newId(), wording: '', isRight, misconceptionId: undefined, newName: '' }
}

export function newQuestion(statement: StatementRef | null): QuestionDraft {
  return { question: '', statement, options: [newOption(true), newOption(), newOption()] }
}

/** What is missing, by the names of the fields. */
export function missingInQuestion({ question, options }: QuestionDraft): readonly string[] {
  const isEmpty = (text: string) => text.trim() === ''
  return [
    ...(isEmpty(question) ? ['hinge-question'] : []),
    ...options.flatMap(({ id, wording, isRight, misconceptionId, newName }) => [
      ...(isEmpty(wording) ? [`option-${id}`] : []),
      ...(!isRight && misconceptionId === undefined && isEmpty(newName) ? [`misconception-${id}`] : []),
    ]),
  ]
}

/** The question with its new misconceptions ahead of it; a new name that is known already is that one, and twice the same is one. */
export function questionAdditions(
  draft: QuestionDraft,
  groupId: Id,
  known: readonly Misconception[],
): { readonly id: Id; readonly options: readonly HingeOption[]; readonly additions: readonly Addition[] } {
  const id = newId()
  const { statement } = draft
  const fresh: Misconception[] = []
  const options = draft.options.map(({ newName, ...option }): HingeOption => {
    const wording = option.wording.trim()
    if (option.isRight) return { ...option, wording, misconceptionId: null }
    const named = option.misconceptionId ?? findNamed([...known, ...fresh], { statement, wording: newName })?.id
    if (named !== undefined) return { ...option, wording, misconceptionId: named }
    const made = { id: newId(), statement, wording: newName.trim(), isRetired: false }
    fresh.push(made)
    return { ...option, wording, misconceptionId: made.id }
  })
  const named = fresh.map((one) => addition(misconceptionAdd, { id: one.id, statement, wording: one.wording }, { id: one.id }))
  const input = { id, groupId, statement, question: draft.question.trim(), options }
  const made = addition(hingeQuestionMake, input, { id, dependsOn: fresh.map((one) => one.id) })
  return { id, options, additions: [...named, made] }
}

/** Offers a question no more; what was answered stays. */
export async function retireQuestion(questionId: Id): Promise<void> {
  await device().outbox.add(hingeQuestionRetire, { questionId })
}

/** Names a misconception for the whole school; one of that name is the one that is there. */
export async function nameMisconception(statement: StatementRef | null, wording: string, known: readonly Misconception[]): Promise<Id> {
  const named = findNamed(known, { statement, wording })
  if (named !== undefined) return named.id
  const id = newId()
  await device().outbox.add(misconceptionAdd, { id, statement, wording: wording.trim() }, { id })
  return id
}

/** Another name everywhere, or offered no more, or again. */
export async function changeMisconception({ id: misconceptionId, wording, isRetired }: Misconception): Promise<void> {
  await device().outbox.add(misconceptionChange, { id: newId(), misconceptionId, wording: wording.trim(), isRetired })
}
