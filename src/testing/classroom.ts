// A class as the scenario has it, made through the product's own commands: a teacher, a practitioner, a group and its learners.
import { type Id, newId } from '../core/ids.ts'
import type { NewFeedback } from '../school/feedback/contract.ts'
import { goalSet } from '../school/goals/contract.ts'
import { groupAddLearner, groupAddStaff, groupCreate } from '../school/groups/contract.ts'
import type { NewImprovement } from '../school/improvements/contract.ts'
import { learnerRegister } from '../school/learners/contract.ts'
import { learnerObservationRecord, type NewObservation } from '../school/observations/contract.ts'
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

/** Sets a goal of two success criteria, for a group or for one learner, and returns the ids. */
export async function setGoal(
  by: TestPerson,
  owner: { groupId: Id } | { learnerId: Id },
): Promise<{ goalId: Id; criterionIds: readonly [Id, Id] }> {
  const goalId = newId()
  const criterionIds = [newId(), newId()] as const
  const criterion = (id: Id, position: number, shortName: string) => ({
    id,
    position,
    shortName,
    childText: `I can: ${shortName}`,
    adultText: null,
    kind: 'must' as const,
  })
  const criteria = [criterion(criterionIds[0], 1, 'Same amount'), criterion(criterionIds[1], 2, 'Explain')]
  const statement = { framework: 'evident-mathematics', version: 1, code: '4.F1' }
  await by.send(goalSet, {
    id: goalId,
    groupId: null,
    learnerId: null,
    ...owner,
    wording: 'Recognise and show equal fractions',
    statement,
    criteria,
  })
  return { goalId, criterionIds }
}

/** An observation of the class's first learner, seen to be nearly there with a clue; `change` says what is otherwise. */
export function observation(room: Classroom, change: Partial<NewObservation> = {}): NewObservation {
  const nothing = {
    sessionId: null,
    goalId: null,
    criterionId: null,
    participation: null,
    whatSeen: null,
    childWords: null,
    myView: null,
    photoId: null,
  }
  const seen = { helpLevel: 'clue' as const, response: 'nearly' as const, source: 'seen' as const }
  return {
    id: newId(),
    learnerId: room.learnerIds[0],
    groupId: room.groupId,
    observedAt: '2026-11-24T10:45:00.000Z',
    ...nothing,
    ...seen,
    ...change,
  }
}

/** Records it and returns its id. */
export async function record(by: TestPerson, room: Classroom, change: Partial<NewObservation> = {}): Promise<Id> {
  const made = observation(room, change)
  await by.send(learnerObservationRecord, made)
  return made.id
}

interface About {
  readonly sessionId: Id
  readonly goalId: Id
  readonly criterionId: Id
}

/** Feedback to the class's first learner, spoken and private; `change` says what is otherwise. */
export function feedback(room: Classroom, change: Pick<NewFeedback, keyof About> & Partial<NewFeedback>): NewFeedback {
  return {
    id: newId(),
    learnerId: room.learnerIds[0],
    groupId: room.groupId,
    didWell: 'You lined the strips up before you compared, and that showed they are the same.',
    strategy: null,
    toDevelop: 'Say what the 4 tells us',
    nextAction: 'Write one sentence with denominator',
    mode: 'spoken',
    isPrivate: true,
    response: null,
    observedAt: '2026-11-24T10:44:00.000Z',
    ...change,
  }
}

/** An improvement of the class's first learner; `change` names the second attempt, and says what is otherwise. */
export function improvement(
  room: Classroom,
  change: About & { secondObservationId: Id; feedbackId: Id } & Partial<NewImprovement>,
): NewImprovement {
  return {
    id: newId(),
    learnerId: room.learnerIds[0],
    groupId: room.groupId,
    firstObservationId: null,
    secondDrawing: null,
    minutes: 5,
    whatChanged: 'I used the wall, you go straight down',
    observedAt: '2026-11-24T10:45:00.000Z',
    ...change,
  }
}
