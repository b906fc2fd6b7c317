// Profiles on screen: what this device wrote lies over the server's answer.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { withPendingEntries } from './client.ts'
import type { ProfileEntry } from './contract.ts'
import { holding } from './rules.ts'

const learnerId = newId()
const written = (text: string | null, writtenAt: string) => ({
  ...{ id: newId(), learnerId, section: 'interests' as const, about: '', text, voice: 'child' as const, seenOn: null },
  writtenAt,
})
const answered: ProfileEntry = { ...written('Trains', '2026-11-24T10:00:00.000Z'), writtenByName: 'Mark Hartley' }
const pending = (input: ReturnType<typeof written>, state: 'waiting' | 'held' | 'sent' = 'waiting') => ({ id: newId(), input, state })
const shown = (...entries: ReturnType<typeof pending>[]) =>
  holding(withPendingEntries(learnerId, [answered], entries, 'Dawn Okafor')).map(({ text, writtenByName, isWaiting }) => [
    text,
    writtenByName,
    isWaiting,
  ])

describe('withPendingEntries', () => {
  it('shows what was written a moment ago in the place of what stood there, and says that it waits', () => {
    const later = '2026-11-24T10:05:00.000Z'
    expect(shown(pending(written('Trains, maps', later)))).toEqual([['Trains, maps', 'Dawn Okafor', true]])
    expect(shown(pending(written('Trains, maps', later), 'sent'))).toEqual([['Trains, maps', 'Dawn Okafor', false]])
    expect(shown(pending(written(null, later)))).toEqual([])
  })
  it('leaves what stands where the device’s words are older, refused, of another child or in the answer already', () => {
    const stands = [['Trains', 'Mark Hartley', false]]
    expect(shown(pending(written('Cars', '2026-11-24T09:00:00.000Z')))).toEqual(stands)
    expect(shown(pending(written('Cars', '2026-11-24T10:05:00.000Z'), 'held'))).toEqual(stands)
    expect(shown(pending({ ...written('Cars', '2026-11-24T10:05:00.000Z'), learnerId: newId() }))).toEqual(stands)
    expect(withPendingEntries(learnerId, [answered], [pending(answered as never)], 'Dawn Okafor')).toHaveLength(1)
  })
})
