// What a group's capture offers: its open goals before those of single learners, learners by name.
import { describe, expect, it } from 'vitest'
import { type Id, newId } from '../../../core/ids.ts'
import type { CaptureLearner } from '../../../school/observations/client.ts'
import { criterionNames, goalsFor, learnersFor, type OpenGoal } from './goals.ts'

const [groupId, theo, ewa, stranger] = Array.from({ length: 4 }, () => newId()) as [Id, Id, Id, Id]

function goal(wording: string, about: Partial<OpenGoal>): OpenGoal {
  const criteria = [2, 1].map((position) => ({
    id: `${wording} ${position}`,
    shortName: `Step ${position}`,
    childText: 'I can',
    adultText: null,
    kind: 'must' as const,
    position,
  }))
  const fixed = { id: newId(), groupId: null, learnerId: null, statement: null, setAt: '2026-11-24T09:00:00.000Z', closedAt: null }
  return { ...fixed, wording, criteria, ...about }
}

const goals = [
  goal('own', { learnerId: theo }),
  goal('closed', { groupId, closedAt: '2026-11-24T10:00:00.000Z' }),
  goal('group', { groupId }),
  goal('elsewhere', { groupId: newId() }),
  goal('of another', { learnerId: stranger }),
]
const group = { id: groupId, learnerIds: [theo, ewa] }

describe('goals', () => {
  it('are the open ones of the group, then those of its learners', () => {
    expect(goalsFor(goals, group).map(({ wording }) => wording)).toEqual(['group', 'own'])
  })
  it('have their criteria in order, with their numbers', () => {
    const open = goalsFor(goals, group)
    expect(open[0]?.criteria.map(({ position }) => position)).toEqual([1, 2])
    expect([...criterionNames(open.slice(0, 1)).values()]).toEqual(['1 Step 1', '2 Step 2'])
  })
})

it('learners stand by name; a learner’s own goal is for them alone', () => {
  const learner = (id: Id, name: string): CaptureLearner => ({
    id,
    name,
    shortName: name,
    symbol: null,
    whatHelps: null,
    isPhotoAllowed: true,
  })
  const learners = new Map([theo, ewa].map((id) => [id, learner(id, id === theo ? 'Theo' : 'Ewa')]))
  const of = {
    ...group,
    name: 'Fractions boost',
    subject: 'Mathematics',
    cover: 'bottle' as const,
    kind: 'support' as const,
    session: null,
  }
  expect(learnersFor({ learners }, of, undefined).map(({ name }) => name)).toEqual(['Ewa', 'Theo'])
  expect(learnersFor({ learners }, of, theo).map(({ name }) => name)).toEqual(['Theo'])
})
