// The outbox's rules: order, dependants, answers, undo. Each no is a table; what must always hold is a property.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ErrorCode, errors } from '../../core/errors.ts'
import {
  canEdit,
  faultsUntilHeld,
  isHeldBack,
  type Line,
  needsNewId,
  nextToSend,
  outcomeOf,
  pauseAfter,
  undoPlan,
  withDependants,
} from './outbox-rules.ts'

const line = (order: number, parts: Partial<Line> = {}): Line => ({
  order,
  id: `e${order}`,
  dependsOn: [],
  state: 'waiting',
  tries: 0,
  faults: 0,
  attachment: undefined,
  ...parts,
})

const states = ['waiting', 'held', 'erased', 'discarded'] as const

/** Any outbox: each entry may depend on earlier ones, whether they are still there or not. */
const outboxes = fc
  .array(fc.record({ state: fc.constantFrom(...states), earlier: fc.array(fc.nat(11), { maxLength: 2 }), gone: fc.boolean() }), {
    maxLength: 12,
  })
  .map((parts) =>
    parts.flatMap(({ state, earlier, gone }, at) =>
      gone ? [] : [line(at, { state, dependsOn: earlier.filter((e) => e < at).map((e) => `e${e}`) })],
    ),
  )

describe('which entry goes next', () => {
  it('is the first by the counter, whatever order they are read in', () => {
    expect(nextToSend([line(3), line(1), line(2)])?.order).toBe(1)
    expect(nextToSend([])).toBeUndefined()
  })

  it('is never one whose photo is held, and a held one holds nothing else', () => {
    const lines = [line(1, { state: 'held', attachment: {} }), line(2, { dependsOn: ['e1'] }), line(3, { dependsOn: ['e2'] }), line(4)]
    expect(nextToSend(lines)?.id).toBe('e4')
    expect(lines.map((each) => isHeldBack(each, lines))).toEqual([false, true, true, false])
  })

  it('is a dependant once what it needed was accepted, or erased: then the server judges', () => {
    expect(nextToSend([line(2, { dependsOn: ['e1'] })])?.id).toBe('e2')
    expect(nextToSend([line(1, { state: 'erased' }), line(2, { dependsOn: ['e1'] })])?.id).toBe('e2')
  })

  it('waits for one that is discarded and may come back', () => {
    expect(nextToSend([line(1, { state: 'discarded' }), line(2, { dependsOn: ['e1'] })])).toBeUndefined()
  })

  it('has nothing before it, and nothing left out without a reason, for any outbox', () => {
    fc.assert(
      fc.property(outboxes, (lines) => {
        const next = nextToSend(lines)
        const here = new Set(lines.filter(({ state }) => state !== 'erased').map(({ id }) => id))
        const ready = lines.filter(({ state, dependsOn }) => state === 'waiting' && dependsOn.every((id) => !here.has(id)))
        expect(next?.order).toBe(ready.length === 0 ? undefined : Math.min(...ready.map(({ order }) => order)))
        for (const each of lines.filter(({ state }) => state === 'waiting')) {
          if (next === undefined) expect(isHeldBack(each, lines)).toBe(true)
        }
      }),
    )
  })
})

describe('what an answer does', () => {
  it('lets go of what was accepted, and of nothing else', () => {
    expect(outcomeOf(line(1), { output: {} })).toEqual({ to: 'sent' })
  })

  it.each(Object.keys(errors) as ErrorCode[])('follows the table of errors for %s', (code) => {
    const outcome = outcomeOf(line(1), { refusal: { code } })
    const expected = { retry: 'waiting', pause: 'waiting', hold: 'held', erase: 'erased' }[errors[code].outbox]
    expect(outcome.to).toBe(expected)
    if (outcome.to === 'waiting') expect(outcome.next).toBe(errors[code].outbox)
  })

  it('keeps the reason and the field for a person to read', () => {
    const refusal = { code: 'refused', reason: 'goal_closed', field: 'goalId' } as const
    expect(outcomeOf(line(1), { refusal })).toEqual({ to: 'held', reason: refusal })
  })

  it('sets an entry aside on which the server failed five times, but never for a bad network', () => {
    expect(outcomeOf(line(1, { faults: faultsUntilHeld - 1 }), { refusal: { code: 'unexpected' } }).to).toBe('held')
    for (const code of ['unavailable', 'too_many'] as const)
      expect(outcomeOf(line(1, { faults: faultsUntilHeld - 1, tries: 900 }), { refusal: { code } }).to).toBe('waiting')
  })
})

describe('the pause between attempts', () => {
  it('grows, is spread, and ends at five minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const pause = pauseAfter(failures, chance)
        expect(pause).toBeGreaterThanOrEqual(1000)
        expect(pause).toBeLessThanOrEqual(300_000)
        expect(pauseAfter(failures + 1, chance)).toBeGreaterThanOrEqual(pause)
      }),
    )
  })
})

describe('what a person may do', () => {
  it('is to edit what was refused or never sent, not what may be with the server', () => {
    expect(canEdit(line(1, { state: 'held', tries: 3 }))).toBe(true)
    expect(canEdit(line(1))).toBe(true)
    expect(canEdit(line(1, { tries: 1 }))).toBe(false)
    expect(canEdit(line(1, { state: 'erased' }))).toBe(false)
  })

  it('keeps the id of an edited entry, unless the id was the reason', () => {
    expect(needsNewId({ code: 'refused', reason: 'goal_closed' })).toBe(false)
    expect(needsNewId({ code: 'id_in_use' })).toBe(true)
  })
})

describe('undo', () => {
  it('removes an unsent entry with its own photo and what follows from it, in one step', () => {
    const lines = [line(1, { attachment: {} }), line(2, { dependsOn: ['e1'] }), line(3, { dependsOn: ['e2'] }), line(4)]
    expect(undoPlan('e2', lines)).toEqual({ remove: ['e2', 'e3', 'e1'] })
  })

  it('leaves a photo that another entry names', () => {
    const shared = [line(1, { attachment: {} }), line(2, { dependsOn: ['e1'] }), line(3, { dependsOn: ['e1'] })]
    expect(undoPlan('e2', shared)).toEqual({ remove: ['e2'] })
  })

  it('lets what names a photo go after it and be withdrawn, when the photo may be with the server', () => {
    const named = line(2, { dependsOn: ['e1'] })
    const follows = { withdraw: true, dependsOn: ['e2'] }
    expect(undoPlan('e2', [line(1, { attachment: {}, tries: 1 }), named])).toEqual(follows)
    expect(undoPlan('e2', [named], new Set(['e1']))).toEqual(follows)
    // A refused one is not there, and a session that was begun is no photo.
    expect(undoPlan('e2', [line(1, { attachment: {}, tries: 1, state: 'held' }), named])).toEqual({ remove: ['e2'] })
    expect(undoPlan('e2', [line(1, { tries: 1 }), named])).toEqual({ remove: ['e2'] })
    expect(undoPlan('e2', [named])).toEqual({ remove: ['e2'] })
  })

  it('asks for a withdrawal after what may have been sent, and after what was', () => {
    expect(undoPlan('e1', [line(1, { tries: 1 })])).toEqual({ withdraw: true, dependsOn: ['e1'] })
    expect(undoPlan('e1', [])).toEqual({ withdraw: true, dependsOn: [] })
  })

  it('removes a refused entry: the server does not have it', () => {
    expect(undoPlan('e1', [line(1, { state: 'erased' }), line(2, { dependsOn: ['e1'], tries: 1 })])).toEqual({ remove: ['e1'] })
    expect(undoPlan('e1', [line(1, { state: 'held', tries: 4 })])).toEqual({ remove: ['e1'] })
  })

  it('never leaves behind an entry whose dependency it removed, for any outbox, but for lines of erased learners', () => {
    fc.assert(
      fc.property(outboxes, fc.nat(11), (lines, at) => {
        const plan = undoPlan(`e${at}`, lines)
        const isErased = lines.some(({ id, state }) => id === `e${at}` && state === 'erased')
        if (!('remove' in plan) || isErased) return
        const removed = new Set(plan.remove)
        const left = lines.filter(({ id }) => !removed.has(id))
        for (const each of left) expect(each.dependsOn.some((id) => removed.has(id))).toBe(false)
        expect(withDependants(`e${at}`, lines).has(`e${at}`)).toBe(true)
      }),
    )
  })
})
