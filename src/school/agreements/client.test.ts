// Agreements by the two whom each is between: one's own first, and colleagues who take one session are in none.
import { expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { pairsOf } from './client.ts'

it('each teacher with each practitioner, one’s own first', () => {
  const adult = (name: string, part: 'teacher' | 'practitioner', sessionId: string | null = null) => ({
    personId: name,
    name,
    part,
    sessionId,
  })
  const staff = [
    adult('Hartley', 'teacher'),
    adult('Okafor', 'practitioner'),
    adult('Nowak', 'practitioner'),
    adult('Pike', 'teacher', newId()),
  ]
  const names = pairsOf([], staff, 'Nowak').map(({ teacherName, practitionerName }) => [teacherName, practitionerName])
  expect(names).toEqual([
    ['Hartley', 'Nowak'],
    ['Hartley', 'Okafor'],
  ])
})
