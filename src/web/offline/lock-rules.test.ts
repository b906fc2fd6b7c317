// The lock's rules: idleness, PINs, and the way back in.
import { describe, expect, it } from 'vitest'
import { idleLimit, idlenessAt, missesLeft, pinFault, wayBack } from './lock-rules.ts'

const minute = 60_000

describe('idleness', () => {
  it.each([
    [0, true, 'active'],
    [4.4 * minute, true, 'active'],
    [4.5 * minute, true, 'warned'],
    [5 * minute, true, 'idle'],
    [29 * minute, false, 'active'],
    [30 * minute, false, 'idle'],
    [-2 * minute, true, 'idle'],
    [-1000, true, 'active'],
  ])('after %d ms, with a PIN %s, is %s', (idle, hasPin, expected) => {
    expect(idlenessAt(10_000_000 + idle, 10_000_000, hasPin)).toBe(expected)
  })
  it('is five minutes where a PIN is set', () => {
    expect(idleLimit(true)).toBe(5 * minute)
  })
})

describe('a PIN', () => {
  it.each([
    ['274916', undefined],
    ['112233', undefined],
    ['135791', undefined],
    ['12345', 'six_digits'],
    ['1234567', 'six_digits'],
    ['12345a', 'six_digits'],
    ['１２３４５６', 'six_digits'],
    ['000000', 'too_easy'],
    ['123456', 'too_easy'],
    ['654321', 'too_easy'],
  ])('%s: %s', (pin, fault) => {
    expect(pinFault(pin)).toBe(fault)
  })
  it('may be missed five times', () => {
    expect([0, 4, 5, 6].map((misses) => missesLeft({ misses }))).toEqual([5, 1, 0, 0])
  })
})

describe('the way back', () => {
  const pin = { salt: new Uint8Array(), iterations: 1, wrapped: new Uint8Array(), misses: 0 }
  const profile = { pin, lastFullSignInAt: '2026-11-24T08:10:00.000Z' }
  it.each([
    ['the same day', '2026-11-24T15:30:00.000Z', true, 'pin'],
    ['the next day', '2026-11-25T08:30:00.000Z', true, 'sign_in'],
    ['the next day without network', '2026-11-25T08:30:00.000Z', false, 'pin'],
    ['after half-term without network', '2026-12-05T08:30:00.000Z', false, 'pin'],
    ['after two weeks without network', '2026-12-08T08:30:00.000Z', false, 'sign_in'],
    ['with a clock set back a year', '2025-11-24T08:30:00.000Z', false, 'sign_in'],
  ] as const)('%s is by %s (online: %s) %s', (_when, now, isOnline, way) => {
    expect(wayBack(profile, new Date(now), isOnline)).toBe(way)
  })
  it('without a PIN is a full sign-in, always', () => {
    expect(wayBack({ ...profile, pin: undefined }, new Date('2026-11-24T08:11:00.000Z'), false)).toBe('sign_in')
  })
})
