// A school for journeys, after the scenario: a teacher, a practitioner, a support group of six and a goal with three criteria.

import { type Id, newId } from '../../src/core/ids.ts'
import type { SymbolName } from '../../src/core/symbols.ts'
import { consentSet } from '../../src/school/consent/contract.ts'
import { goalSet } from '../../src/school/goals/contract.ts'
import { groupAddLearner, groupAddStaff, groupCreate } from '../../src/school/groups/contract.ts'
import { learnerChooseSymbol, learnerRegister, learnerSetWhatHelps } from '../../src/school/learners/contract.ts'
import { invite, type JourneyPerson, setUpOrganisation } from './person.ts'
import type { RunningProgram } from './program.ts'

export interface JourneyLearner {
  readonly id: Id
  readonly givenName: string
  readonly familyInitial: string
  readonly symbol: SymbolName
  readonly whatHelps: string
}

export interface JourneySchool {
  readonly administrator: JourneyPerson
  readonly teacher: JourneyPerson
  readonly practitioner: JourneyPerson
  readonly groupId: Id
  /** Aaliyah, Callum, Ewa, Jayden, Maisie and Theo; photos of the work of all but Maisie are allowed. */
  readonly learners: readonly JourneyLearner[]
  readonly goalId: Id
  /** "Same amount", "Equal fraction" and "Explain". */
  readonly criterionIds: readonly [Id, Id, Id]
}

const six: readonly (readonly [givenName: string, familyInitial: string, symbol: SymbolName, whatHelps: string])[] = [
  ['Aaliyah', 'K', 'cupcake', 'Fraction wall'],
  ['Callum', 'B', 'football', 'Short goals'],
  ['Ewa', 'N', 'horse', 'Word mat, partner'],
  ['Jayden', 'R', 'game', 'Check back'],
  ['Maisie', 'T', 'palette', 'Ask in private'],
  ['Theo', 'W', 'rocket', 'Step card, 2 steps'],
]

const criteria = [
  ['Same amount', 'I can fold or draw to show the same amount'],
  ['Equal fraction', 'I can use the wall to find an equal fraction'],
  ['Explain', 'I can explain with numerator and denominator'],
] as const

/** Sets the school up through the product's own commands. */
export async function setUpSchool(program: RunningProgram, name = 'Oakmere Primary School'): Promise<JourneySchool> {
  const { origin } = program
  const office = { name: 'Priya Shah', email: 'priya.shah@oakmere.example' }
  const administrator = await setUpOrganisation(program, { kind: 'school', name }, office)
  const teacher = await invite(origin, administrator, { name: 'Mark Hartley', email: 'mark.hartley@oakmere.example' }, ['teacher'])
  const dawn = { name: 'Dawn Okafor', email: 'dawn.okafor@oakmere.example' }
  const practitioner = await invite(origin, administrator, dawn, ['practitioner'])
  const groupId = newId()
  await teacher.send(groupCreate, { id: groupId, name: 'Fractions boost', subject: 'Mathematics', cover: 'bottle', kind: 'support' })
  await teacher.send(groupAddStaff, { id: newId(), groupId, personId: practitioner.personId, part: 'practitioner' })
  const learners: JourneyLearner[] = []
  for (const each of six) learners.push(await addLearner(teacher, groupId, each))
  for (const { id, givenName } of learners) if (givenName !== 'Maisie') await allowPhotos(administrator, id)
  const goal = await setGoal(teacher, groupId)
  return { administrator, teacher, practitioner, groupId, learners, ...goal }
}

async function addLearner(teacher: JourneyPerson, groupId: Id, [givenName, familyInitial, symbol, whatHelps]: (typeof six)[number]) {
  const learner = { id: newId(), givenName, familyInitial, symbol, whatHelps }
  await teacher.send(learnerRegister, { id: learner.id, givenName, familyInitial })
  await teacher.send(groupAddLearner, { id: newId(), groupId, learnerId: learner.id })
  await teacher.send(learnerChooseSymbol, { learnerId: learner.id, symbol })
  await teacher.send(learnerSetWhatHelps, { learnerId: learner.id, whatHelps })
  return learner
}

async function setGoal(teacher: JourneyPerson, groupId: Id): Promise<Pick<JourneySchool, 'goalId' | 'criterionIds'>> {
  const goalId = newId()
  const criterionIds = [newId(), newId(), newId()] as const
  await teacher.send(goalSet, {
    id: goalId,
    groupId,
    learnerId: null,
    wording: 'Find and explain equivalent fractions',
    statement: null,
    criteria: criteria.map(([shortName, childText], place) => ({
      id: criterionIds[place as 0 | 1 | 2],
      shortName,
      childText,
      adultText: null,
      kind: 'must' as const,
      position: place + 1,
    })),
  })
  return { goalId, criterionIds }
}

/** Keeps a family's yes to photos of their child's work. */
export async function allowPhotos(office: JourneyPerson, learnerId: Id): Promise<void> {
  const toldOn = new Date().toISOString().slice(0, 10)
  await office.send(consentSet, { id: newId(), learnerId, purpose: 'photo_of_work', isGiven: true, toldBy: 'mother', toldOn })
}
