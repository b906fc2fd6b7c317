// A log on screen: what this device kept, left and took back lies over the server's answer.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type AnsweredLog, type PendingLog, withPendingLog } from './client.ts'
import type { AchievementOffer } from './contract.ts'

const learnerId = newId()
const nothing: PendingLog = { kept: [], declined: [], withdrawn: [], observationsWithdrawn: [], unmarked: [] }
const pending = <I>(input: I, state: 'waiting' | 'held' | 'sent' = 'waiting') => ({ id: newId(), input, state })
const offer = (source: AchievementOffer['source']): AchievementOffer => ({
  source,
  sourceId: newId(),
  words: source,
  voice: 'child',
  on: '2026-11-23',
})
const [met, quote] = [offer('met'), offer('quote')]
const base = { learnerId, words: 'I can fold it', voice: 'child' as const, achievedOn: '2026-11-20', offer: null }
const fromQuote = {
  ...base,
  id: newId(),
  words: 'They match',
  offer: { source: 'quote' as const, sourceId: newId() },
  keptByName: 'Dawn Okafor',
}
const answer: AnsweredLog = {
  learner: { id: learnerId, name: 'Callum B', symbol: null },
  entries: [{ ...base, id: newId(), keptByName: 'Mark Hartley' }, fromQuote],
  offers: [met, quote],
}
const kept = (change: object) => pending({ ...base, id: newId(), keptAt: '2026-11-24T10:45:00.000Z', ...change })
const show = (change: Partial<PendingLog>) => {
  const { entries, offers } = withPendingLog(answer, { ...nothing, ...change }, 'Dawn Okafor')
  return [
    entries.map(({ words, isWaiting }) => (isWaiting ? `${words}, waiting` : words)).toSorted(),
    offers.map(({ words }) => words).toSorted(),
  ]
}

describe('withPendingLog', () => {
  it('shows what was kept a moment ago, and offers it no more', () => {
    const { source, sourceId } = met
    expect(show({ kept: [kept({ words: 'I can!', offer: { source, sourceId } })] })).toEqual([
      ['I can fold it', 'I can!, waiting', 'They match'],
      ['quote'],
    ])
    expect(show({ kept: [{ ...kept({}), state: 'held' }, kept({ learnerId: newId() })] })).toEqual(show({}))
  })
  it('offers no more what was left, until one thinks better of it', () => {
    const decision = (isDeclined: boolean, declinedAt: string) => pending({ id: newId(), learnerId, ...quote, isDeclined, declinedAt })
    expect(show({ declined: [decision(true, '1')] })[1]).toEqual(['met'])
    expect(show({ declined: [decision(true, '1'), decision(false, '2')] })[1]).toEqual(['met', 'quote'])
  })
  it('lets go of an entry that was taken out, and of all that rested on what was taken back here', () => {
    expect(show({ withdrawn: [pending({ achievementId: fromQuote.id })] })[0]).toEqual(['I can fold it'])
    const withdrawn = [quote.sourceId, fromQuote.offer.sourceId].map((observationId) => pending({ observationId }))
    expect(show({ observationsWithdrawn: withdrawn })).toEqual([['I can fold it'], ['met']])
    expect(show({ unmarked: [pending({ criterionId: met.sourceId, learnerId })] })[1]).toEqual(['quote'])
    expect(show({ unmarked: [pending({ criterionId: met.sourceId, learnerId: newId() })] })[1]).toEqual(['met', 'quote'])
  })
})
