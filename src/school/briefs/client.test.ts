// A brief on the device: what was written here stands with what the server answered, two people's changes both, and answers become entries.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { emptyDraft, entriesOf, newEntry, withPendingBrief } from './client.ts'
import type { BriefEntry } from './contract.ts'

const sessionId = newId()
const self = { personId: newId(), name: 'Dawn Okafor' }
const pending = <I>(input: I, state: 'waiting' | 'sent' = 'waiting') => ({ id: newId(), input, state })
const fromServer = (words: string, replacesId: string | null = null): BriefEntry => ({
  ...newEntry(sessionId, 'objective', { ...emptyDraft, words }, replacesId === null ? undefined : { id: replacesId }),
  writtenBy: newId(),
  writtenByName: 'Mark Hartley',
})
const answered = (entries: BriefEntry[]) => ({
  ...{ entries, learnerNotes: [], steps: [], learners: [], goals: [], earlier: null, knownMisconceptions: [], teachers: [] },
})
const none = { entries: [], notes: [], steps: [] }

describe('on the device', () => {
  it('a change written here stands in the place of what it changed, and waits', () => {
    const first = fromServer('Equal fractions')
    const change = newEntry(sessionId, 'objective', { ...emptyDraft, words: 'Families of equal fractions' }, first)
    const other = newEntry(newId(), 'objective', { ...emptyDraft, words: 'Another lesson' })
    const shown = withPendingBrief(answered([first]), { ...none, entries: [pending(change), pending(other)] }, sessionId, self)
    expect(shown.entries).toMatchObject([{ words: 'Families of equal fractions', writtenByName: 'Dawn Okafor', isWaiting: true }])
    expect(shown.written).toHaveLength(2)
  })
  it('a change that somebody else made meanwhile stands beside it, and both are told so', () => {
    const first = fromServer('Equal fractions')
    const theirs = fromServer('Equal fractions on a line', first.id)
    const mine = newEntry(sessionId, 'objective', { ...emptyDraft, words: 'Equal fractions with strips' }, first)
    const shown = withPendingBrief(answered([first, theirs]), { ...none, entries: [pending(mine)] }, sessionId, self)
    expect(shown.entries.map(({ words }) => words)).toEqual(['Equal fractions on a line', 'Equal fractions with strips'])
    expect([...shown.atOnce.keys()]).toEqual([theirs.id, mine.id])
  })
  it('what was sent waits no more, and a step counts at once', () => {
    const entry = newEntry(sessionId, 'vocabulary', { ...emptyDraft, words: 'numerator' })
    const step = { sessionId, step: 'asked' as const, takenAt: entry.writtenAt }
    const sent = { ...none, entries: [pending(entry, 'sent')], steps: [pending(step)] }
    expect(withPendingBrief(answered([]), sent, sessionId, self)).toMatchObject({
      entries: [{ isWaiting: false }],
      status: 'partly',
      sources: ['plan'],
    })
    expect(withPendingBrief(answered([]), { ...none, steps: [pending(step)] }, sessionId, self).status).toBe('asked')
  })
  it('a question that the teacher leaves out becomes no entry', () => {
    const said = { objective: '', misconceptions: ' Adds one ', wanted: 'Who can explain', byWhen: '12:10', form: null, leaveAlone: [] }
    expect(entriesOf(sessionId, said)).toMatchObject([
      { part: 'misconceptions', words: 'Adds one', source: 'teacher', byWhen: null },
      { part: 'wanted', words: 'Who can explain', byWhen: '12:10' },
    ])
  })
})
