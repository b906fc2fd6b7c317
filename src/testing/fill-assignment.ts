// An assignment that a candidate is writing, one that she submitted, and a point in it to be discussed, for the house with a row in every table.
import { assignmentMarkPoint, assignmentSaveDraft, assignmentSubmit } from '../centre/assignments/contract.ts'
import { emptyContent } from '../centre/assignments/rules.ts'
import { discussionAgree, discussionPropose } from '../centre/discussions/contract.ts'
import { newId } from '../core/ids.ts'
import { registerAlso, type TestRegistration } from './centre.ts'

export async function fillAssignment({ id: registrationId, candidate, assessor }: Omit<TestRegistration, 'administrator'>): Promise<void> {
  const words = { type: 'text' as const, text: 'Mr Hartley plans the unit; I plan the three questions for my table' }
  const writing = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [words] }] }
  const content = { ...emptyContent, headings: [{ heading: 'roles', writing }] }
  await candidate.send(assignmentSaveDraft, { registrationId, revision: newId(), basedOn: null, content })
  const evidenceId = newId()
  const declaration = { isOwnWork: true, hadHelp: true, help: 'Mr Whitby read the draft', usedAi: false, ai: [] }
  await candidate.send(assignmentSubmit, { id: evidenceId, registrationId, content, leaves: ['1.1'], declaration })
  const point = { passage: 'three questions', point: 'Who decides which questions?', leaves: ['1.1'], way: 'discussion' as const }
  await assessor.send(assignmentMarkPoint, { id: newId(), registrationId, evidenceId, version: 1, heading: 'roles', ...point })
}

/** An agenda on two units, agreed by both. */
export async function fillDiscussion(registration: TestRegistration): Promise<void> {
  const { id: registrationId, candidate, assessor } = registration
  const agendaId = newId()
  const points = [
    { leaf: '2.3', point: 'What traffic lights can’t tell' },
    { leaf: '3.2', point: 'Whom one tells', registrationId: await registerAlso(registration, 'cg-5329-209') },
  ]
  await assessor.send(discussionPropose, { id: agendaId, registrationId, points })
  await candidate.send(discussionAgree, { registrationId, agendaId })
}
