// Groups on screen: what this device did lies over the server's list.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { colleaguesFor, partsFor, withPendingGroups } from './client.ts'
import type { Group } from './contract.ts'

const group = (name: string): Group => ({
  id: newId(),
  name,
  subject: 'Mathematics',
  cover: 'bottle',
  kind: 'class',
  learnerCount: 28,
  staff: [],
  createdBy: newId(),
})
const pending = <I>(input: I) => ({ id: newId(), input, state: 'waiting' as const })

describe('withPendingGroups', () => {
  const known = group('4H')
  const none = { made: [], renamed: [], closed: [] }

  it('adds a group that was made here once, marked as waiting', () => {
    const made = { id: newId(), name: 'Boost', subject: 'Mathematics', cover: 'sky' as const, kind: 'support' as const }
    const shown = withPendingGroups([known], { ...none, made: [pending(made), pending({ ...known })] }, newId())
    expect(shown.map(({ name, isWaiting }) => [name, isWaiting])).toEqual([
      ['4H', false],
      ['Boost', true],
    ])
  })

  it('shows the new name and hides what was closed', () => {
    const other = group('5B')
    const shown = withPendingGroups(
      [known, other],
      {
        ...none,
        renamed: [pending({ groupId: known.id, name: '4H maths' })],
        closed: [pending({ groupId: other.id })],
      },
      newId(),
    )
    expect(shown.map(({ name }) => name)).toEqual(['4H maths'])
  })
})

describe('colleagues', () => {
  it('are those who teach or support, by name, without those who are in already', () => {
    const [dawn, hartley, pike, head] = ['Dawn Okafor', 'Alan Hartley', 'Pike', 'Head'].map((name) => ({ id: newId(), name }))
    if (dawn === undefined || hartley === undefined || pike === undefined || head === undefined) throw new Error('four people')
    const people = [
      { ...dawn, roles: ['practitioner'] },
      { ...hartley, roles: ['teacher', 'practitioner'] },
      { ...pike, roles: ['teacher'] },
      { ...head, roles: ['head'] },
    ]
    expect(colleaguesFor(people, new Set([pike.id])).map(({ name }) => name)).toEqual(['Alan Hartley', 'Dawn Okafor'])
    expect(partsFor(['practitioner', 'teacher'])).toEqual(['teacher', 'practitioner'])
  })
})
