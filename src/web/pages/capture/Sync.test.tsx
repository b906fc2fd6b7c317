// How many are kept, as a person counts them.
import { describe, expect, it } from 'vitest'
import { newId } from '../../../core/ids.ts'
import type { OwnEntry } from '../../offline/outbox-view.ts'
import { keptCount } from './Sync.tsx'

function entry(command: string, about: Partial<OwnEntry> = {}): OwnEntry {
  const fixed = { id: newId(), version: 1, organisationId: newId(), addedAt: '2026-11-24T10:55:00.000Z', dependsOn: [], sentAt: undefined }
  return {
    ...fixed,
    command,
    input: {},
    state: 'waiting',
    reason: undefined,
    hasAttachment: false,
    canEdit: true,
    isHeldBack: false,
    ...about,
  }
}

const count = (...entries: readonly OwnEntry[]) =>
  keptCount({ entries, waiting: entries.filter(({ state }) => state === 'waiting').length })

describe('the count of what is kept', () => {
  it('is of observations, without the session and the photo that go along', () => {
    const photo = entry('photo.add', { hasAttachment: true })
    const record = entry('learnerObservation.record')
    expect(count(entry('session.start'), photo, record, record)).toBe(2)
    expect(count(record, entry('learnerObservation.record', { state: 'held' }))).toBe(1)
  })
  it('is never none while anything waits', () => {
    expect(count(entry('session.start'))).toBe(1)
    expect(count()).toBe(0)
  })
})
