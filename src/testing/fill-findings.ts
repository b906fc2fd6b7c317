// What finding out leaves behind, for the house with a row in every table.
import { newId } from '../core/ids.ts'
import { hingeQuestionMake, hingeQuestionRetire, misconceptionAdd } from '../school/misconceptions/contract.ts'
import { phraseListSet } from '../school/techniques/contract.ts'
import { type Classroom, record } from './classroom.ts'

/** A misconception, a hinge question that was answered and retired, and the school's phrases. */
export async function fillFindings(room: Classroom): Promise<void> {
  const { practitioner, groupId } = room
  const misconceptionId = newId()
  const statement = { framework: 'evident-mathematics', version: 1, code: '4.F1' }
  await practitioner.send(misconceptionAdd, { id: misconceptionId, statement, wording: 'Folds into unequal parts' })
  const [right, wrong, questionId] = [newId(), newId(), newId()]
  const options = [
    { id: right, wording: '2/4', isRight: true, misconceptionId: null },
    { id: wrong, wording: '1/4', isRight: false, misconceptionId },
  ]
  await practitioner.send(hingeQuestionMake, { id: questionId, groupId, statement, question: 'Which is the same as ½?', options })
  const answered = { helpLevel: 'self' as const, response: 'not_yet' as const, technique: 'hinge_question', isSure: true }
  await record(practitioner, room, { ...answered, hingeOptionId: wrong, misconceptionId })
  await practitioner.send(hingeQuestionRetire, { questionId })
  await practitioner.send(phraseListSet, { id: newId(), basedOn: null, phrases: ['Asked for help'] })
}
