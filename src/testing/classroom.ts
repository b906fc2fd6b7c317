// A class as the scenario has it, made through the product's own commands: a teacher, a practitioner, a group and its learners.
import { type Id, newId } from '../core/ids.ts'
import { groupAddLearner, groupAddStaff, groupCreate } from '../school/groups/contract.ts'
import { learnerRegister } from '../school/learners/contract.ts'
import type { TestOrganisation, TestPerson } from './app.ts'

export interface Classroom {
  readonly teacher: TestPerson
  readonly practitioner: TestPerson
  readonly groupId: Id
  /** Callum B, Maisie T and Theo W. */
  readonly learnerIds: readonly [Id, Id, Id]
}

/** A class of three with a teacher and a practitioner. */
export async function makeClassroom(school: TestOrganisation): Promise<Classroom> {
  const teacher = await school.person('Mark Hartley', 'teacher')
  const practitioner = await school.person('Dawn Okafor', 'practitioner')
  const groupId = newId()
  await teacher.send(groupCreate, { id: groupId, name: '4H Mathematics', subject: 'Mathematics', cover: 'sky', kind: 'class' })
  await teacher.send(groupAddStaff, { id: newId(), groupId, personId: practitioner.id, part: 'practitioner' })
  const learnerIds = [newId(), newId(), newId()] as const
  await addLearner(teacher, groupId, learnerIds[0], 'Callum', 'B')
  await addLearner(teacher, groupId, learnerIds[1], 'Maisie', 'T')
  await addLearner(teacher, groupId, learnerIds[2], 'Theo', 'W')
  return { teacher, practitioner, groupId, learnerIds }
}

/** Registers a learner and puts them into a group. */
export async function addLearner(
  by: TestPerson,
  groupId: Id,
  learnerId: Id,
  givenName: string,
  familyInitial: string | null = null,
): Promise<void> {
  await by.send(learnerRegister, { id: learnerId, givenName, familyInitial })
  await by.send(groupAddLearner, { id: newId(), groupId, learnerId })
}
