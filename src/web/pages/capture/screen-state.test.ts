// The screen between two acts: kept stays until the next act, a failure and an undo give back what was picked.
import { describe, expect, it } from 'vitest'
import { emptyDraft } from './keeping.ts'
import { atRest, type KeptAct, nextState, type ScreenAct, type ScreenState } from './screen-state.ts'

const picks = { picked: ['callum', 'ewa'], draft: { ...emptyDraft, whatSeen: 'folded it' } }
const kept: KeptAct = { text: 'Kept: Callum and Ewa, prompt', undo: async () => {}, picks }
const stateAfter = (...acts: readonly ScreenAct[]) => acts.reduce(nextState, atRest)
const pick = (learnerId: string, isPicked = true): ScreenAct => ({ type: 'picked', learnerId, isPicked })

describe('picking', () => {
  it('adds in the order of taps and takes away', () => {
    expect(stateAfter(pick('ewa'), pick('callum'), pick('theo'), pick('callum', false)).picked).toEqual(['ewa', 'theo'])
  })
  it('lets go of all others when a goal is one learner’s alone', () => {
    expect(stateAfter(pick('ewa'), pick('theo'), { type: 'narrowed', learnerId: 'theo' }).picked).toEqual(['theo'])
    expect(stateAfter(pick('ewa'), { type: 'narrowed', learnerId: 'theo' }).picked).toEqual([])
  })
  it('begins the next act: what was kept before is no longer offered to undo', () => {
    expect(stateAfter({ type: 'keeping' }, { type: 'kept', kept }, pick('ewa')).kept).toBeUndefined()
  })
})

describe('keeping', () => {
  it('lets go of everyone and of the draft at once, and says so when it is on the disk', () => {
    const begun: ScreenState = { ...atRest, ...picks, tool: 'note' }
    const going = nextState(begun, { type: 'keeping' })
    expect(going).toMatchObject({ picked: [], draft: emptyDraft, tool: undefined, kept: undefined, keeping: 1 })
    expect(nextState(going, { type: 'kept', kept })).toMatchObject({ kept, keeping: 0 })
  })
  it('leaves the technique chosen, and what showed behind', () => {
    const way = { technique: 'thumbs', source: 'self_report' as const }
    const noted: ScreenAct = { type: 'noted', noted: { way, misconceptionId: 'halves' } }
    for (const end of ['keeping', 'cleared'] as const)
      expect(stateAfter(noted, pick('theo'), { type: end }).draft).toEqual({ ...emptyDraft, way })
  })
  it('says nothing into the next act', () => {
    expect(stateAfter({ type: 'keeping' }, pick('theo'), { type: 'kept', kept })).toMatchObject({
      picked: ['theo'],
      kept: undefined,
      keeping: 0,
    })
  })
  it('that failed gives back what was picked and noted, unless the next act has begun', () => {
    expect(stateAfter({ type: 'keeping' }, { type: 'failed', picks })).toMatchObject({ ...picks, isFailed: true, keeping: 0 })
    expect(stateAfter({ type: 'keeping' }, pick('theo'), { type: 'failed', picks })).toMatchObject({ picked: ['theo'], isFailed: true })
  })
})

it('undoing picks the same learners again, so that the right level is one tap away', () => {
  expect(stateAfter({ type: 'keeping' }, { type: 'kept', kept }, { type: 'undone', picks })).toMatchObject({ ...picks, kept: undefined })
})

it('a tool opens, and closes by the same button', () => {
  expect(stateAfter({ type: 'tool', tool: 'words' }).tool).toBe('words')
  expect(stateAfter({ type: 'tool', tool: 'words' }, { type: 'tool', tool: 'note' }).tool).toBe('note')
  expect(stateAfter({ type: 'tool', tool: 'words' }, { type: 'tool', tool: 'words' }).tool).toBeUndefined()
  const words: ScreenAct = { type: 'shown', tool: 'words' }
  expect(stateAfter(words, words).tool).toBe('words')
})
