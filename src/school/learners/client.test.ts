// Names before they are kept, and a group's learners with what this device did laid over.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { canKeep, learnersNamed, linesFromPaste, nameOf, readNames, troubles, withPendingLearners } from './client.ts'
import type { Learner } from './contract.ts'

const line = (givenName: string, familyInitial = '') => ({ key: newId(), givenName, familyInitial })
const pending = <I>(input: I) => ({ id: newId(), input, state: 'waiting' as const })
const learner = (name: string): Learner => ({ id: newId(), givenName: name, familyInitial: null, name, symbol: null, whatHelps: null })
const nothing = { registered: [], added: [], removed: [], renamed: [], symbols: [], helps: [] }

describe('a pasted list', () => {
  it('becomes lines of a given name and one initial', () => {
    expect(linesFromPaste('Brown, Callum\nAaliyah Rahman\nTheo')).toMatchObject([
      { givenName: 'Callum', familyInitial: 'B' },
      { givenName: 'Aaliyah', familyInitial: 'R' },
      { givenName: 'Theo', familyInitial: '' },
    ])
  })

  it('is read after the lines that are there', () => {
    const first = line('Ewa', 'K')
    const read = readNames({ text: 'Jayden Moss', lines: [first] })
    expect(read.text).toBe('')
    expect(read.lines.map(({ givenName }) => givenName)).toEqual(['Ewa', 'Jayden'])
  })

  it('is kept with a capital initial, or none', () => {
    expect(nameOf(line(' Callum ', 'b'))).toEqual({ givenName: 'Callum', familyInitial: 'B' })
    expect(nameOf(line('Theo', ' '))).toEqual({ givenName: 'Theo', familyInitial: null })
  })
})

describe('troubles', () => {
  it('finds what is missing, what is no letter, and who is alike', () => {
    const lines = [line('Callum', 'B'), line('', 'K'), line('Ewa', '7'), line('callum', 'b'), line('Theo', 'W')]
    const found = troubles(lines, ['Theo W'])
    expect(lines.map(({ key }) => found.get(key))).toEqual([undefined, 'no_name', 'initial', 'alike', 'there_already'])
  })

  it('lets two children of one name be kept, and no line without a name', () => {
    expect(canKeep([line('Callum', 'B'), line('Callum', 'B')])).toBe(true)
    expect(canKeep([line('', 'B')])).toBe(false)
  })
})

describe('withPendingLearners', () => {
  const groupId = newId()
  const callum = learner('Callum')

  it('shows who was registered and added here, once, and marks them', () => {
    const ewa = { id: newId(), givenName: 'Ewa', familyInitial: 'K' }
    const shown = withPendingLearners(groupId, [callum], {
      ...nothing,
      registered: [pending(ewa), pending({ id: callum.id, givenName: 'Callum', familyInitial: null })],
      added: [pending({ groupId, learnerId: ewa.id }), pending({ groupId, learnerId: callum.id })],
    })
    expect(shown.map(({ name, isWaiting }) => [name, isWaiting])).toEqual([
      ['Callum', false],
      ['Ewa K', true],
    ])
  })

  it('shows who was added here out of another group, by the name that the page has met', () => {
    const theo = learner('Theo')
    const added = [pending({ groupId, learnerId: theo.id }), pending({ groupId, learnerId: newId() })]
    const shown = withPendingLearners(groupId, [callum], { ...nothing, added }, new Map([[theo.id, theo]]))
    expect(shown.map(({ name, isWaiting }) => [name, isWaiting])).toEqual([
      ['Callum', false],
      ['Theo', true],
    ])
  })

  it('hides who was taken out of this group, and not who left another', () => {
    const other = learner('Theo')
    const removed = [pending({ groupId, learnerId: callum.id }), pending({ groupId: newId(), learnerId: other.id })]
    expect(withPendingLearners(groupId, [callum, other], { ...nothing, removed }).map(({ name }) => name)).toEqual(['Theo'])
  })

  it('shows again who was taken out and put back', () => {
    const [first, second] = ['0193a5c2-7d1e-7b3a-9c4e-2f1d8a6b5c40', '0193a5c2-7d1f-7b3a-9c4e-2f1d8a6b5c40'] as const
    const act = (id: string) => ({ ...pending({ groupId, learnerId: callum.id }), id })
    const names = (added: string, removed: string) =>
      withPendingLearners(groupId, [callum], { ...nothing, added: [act(added)], removed: [act(removed)] }).map(({ name }) => name)
    expect(names(second, first)).toEqual(['Callum'])
    expect(names(first, second)).toEqual([])
  })

  it('shows the latest symbol and what helps', () => {
    const [shown] = withPendingLearners(groupId, [callum], {
      ...nothing,
      symbols: [pending({ learnerId: callum.id, symbol: 'football' }), pending({ learnerId: callum.id, symbol: 'dog' })],
      helps: [pending({ learnerId: callum.id, whatHelps: 'Short goals' }), pending({ learnerId: callum.id, whatHelps: null })],
    })
    expect(shown).toMatchObject({ symbol: 'dog', whatHelps: null })
  })
})

describe('learnersNamed', () => {
  const listed = (name: string, groups: string[]) => ({ id: newId(), name, symbol: null, groups })
  const all = [listed('Callum B', ['4H']), listed('Calla M', ['5B', 'Boost'])]
  const found = (words: string) => learnersNamed(all, words).map(({ name }) => name)
  it('finds by the beginnings of words, in name and groups', () => {
    expect(found('')).toHaveLength(2)
    expect(found('CAL b')).toEqual(['Callum B', 'Calla M'])
    expect(found('callum')).toEqual(['Callum B'])
    expect(found('cal 5b')).toEqual(['Calla M'])
    expect(found('llum')).toEqual([])
  })
})
