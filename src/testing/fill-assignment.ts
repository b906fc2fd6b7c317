// An assignment that a candidate is writing, for the house that has a row in every table.
import { assignmentSaveDraft } from '../centre/assignments/contract.ts'
import { emptyContent } from '../centre/assignments/rules.ts'
import { newId } from '../core/ids.ts'
import type { TestRegistration } from './centre.ts'

export async function fillAssignment({ id: registrationId, candidate }: Pick<TestRegistration, 'id' | 'candidate'>): Promise<void> {
  const words = { type: 'text' as const, text: 'Mr Hartley plans the unit; I plan the three questions for my table' }
  const writing = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [words] }] }
  const content = { ...emptyContent, headings: [{ heading: 'roles', writing }] }
  await candidate.send(assignmentSaveDraft, { registrationId, revision: newId(), basedOn: null, content })
}
