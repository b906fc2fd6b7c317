// Advice on the device: what was written and asked here stands with what the server answered.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { withPendingAdvice } from './client.ts'

const groupId = newId()
const lead = { id: newId(), name: 'Anita Nair' }
const about = { groupId, leads: [lead], self: { personId: newId(), name: 'Dawn Okafor' } }
const pending = <I>(input: I) => ({ id: newId(), input, state: 'waiting' as const })
const askedAt = '2026-11-24T10:45:00.000Z'
const question = {
  ...{ groupId, groupName: '4H', subject: 'Mathematics', cover: 'sky' as const },
  ...{ leadId: lead.id, leadName: lead.name, askedByName: 'Mark Hartley', askedAt },
}

describe('on the device', () => {
  it('advice written here stands, and waits', () => {
    const said = { heading: 'assessment' as const, words: 'Fold first', saidBy: 'Anita Nair', saidRole: 'Maths lead', saidOn: '2026-11-24' }
    const written = { id: newId(), groupId, ...said, isGone: false, replacesId: null, writtenAt: askedAt }
    const shown = withPendingAdvice({ advice: [], questions: [] }, { written: [pending(written)], asked: [] }, about)
    expect(shown.advice).toMatchObject([{ words: 'Fold first', isWaiting: true, writtenByName: 'Dawn Okafor' }])
  })
  it('a lead asked here waits for an answer, one asked no longer does not', () => {
    const ask = (isAsked: boolean) => pending({ groupId, leadId: lead.id, isAsked, askedAt })
    const asked = withPendingAdvice({ advice: [], questions: [] }, { written: [], asked: [ask(true)] }, about)
    expect(asked.questions).toEqual([{ leadId: lead.id, leadName: 'Anita Nair', askedByName: 'Dawn Okafor', askedAt }])
    const answered = { advice: [], questions: [question] }
    expect(withPendingAdvice(answered, { written: [], asked: [ask(true), ask(false)] }, about).questions).toEqual([])
    expect(withPendingAdvice(answered, { written: [], asked: [] }, about).questions).toEqual([question])
  })
})
