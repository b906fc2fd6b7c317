// What waits on the device, as screens lay it over the server's answers.

import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { command } from '../core/contract.ts'
import { Id, newId } from '../core/ids.ts'
import type { OwnEntry } from './offline/outbox-view.ts'
import { pendingOf } from './pending.ts'

const close = command('goal.close', { where: 'school', summary: 'Close.', input: z.object({ goalId: Id }), output: z.object({}) })
const school = newId()

function entry(parts: Partial<OwnEntry>): OwnEntry {
  return {
    id: newId(),
    command: 'goal.close',
    version: 1,
    organisationId: school,
    addedAt: '2026-11-24T10:55:00.000Z',
    sentAt: undefined,
    dependsOn: [],
    state: 'waiting',
    reason: undefined,
    input: { goalId: newId() },
    hasAttachment: false,
    canEdit: true,
    isHeldBack: false,
    ...parts,
  }
}

describe('pendingOf', () => {
  it('has what was sent before what waits, and says which is which', () => {
    const view = { sent: [entry({ state: 'sent' })], entries: [entry({}), entry({ state: 'held' })] }
    expect(pendingOf(view, close, { organisationId: school, answeredAt: undefined }).map(({ state }) => state)).toEqual([
      'sent',
      'waiting',
      'held',
    ])
  })

  it('leaves out what was taken back, erased, of another kind, of another organisation or unreadable', () => {
    const entries = [
      entry({ state: 'discarded' }),
      entry({ state: 'erased', input: undefined }),
      entry({ command: 'goal.set' }),
      entry({ organisationId: newId() }),
      entry({ input: undefined }),
      entry({ input: { goalId: 'no id' } }),
    ]
    expect(pendingOf({ sent: [], entries }, close, { organisationId: school, answeredAt: undefined })).toEqual([])
  })

  it('leaves out what an answer of later has', () => {
    const sent = ['10:55:00', '10:55:30'].map((time) => entry({ state: 'sent', sentAt: `2026-11-24T${time}.000Z` }))
    const shown = pendingOf({ sent, entries: [] }, close, { organisationId: school, answeredAt: Date.parse('2026-11-24T10:55:20.000Z') })
    expect(shown.map(({ id }) => id)).toEqual([sent[1]?.id])
  })
})
