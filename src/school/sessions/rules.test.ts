// Rules and policies of sessions: which goes on, what can be done to one, by whom.
import { describe, expect, it } from 'vitest'
import { type Actor, type Role, schoolRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { canArrange, canArrangeSome, canOpen, canSeeSessions, canStart } from './policy.ts'
import { handingRefusal, hoursRefusal, isToCome, nowAndNext, periodRefusal, takingHours } from './rules.ts'

const at = (time: string, day = '2026-11-24') => `${day}T${time}:00.000Z`
const session = (name: string, startsAt: string, endsAt: string | null, isCancelled = false) => ({ name, startsAt, endsAt, isCancelled })

describe('isToCome', () => {
  it.each([
    ['planned until 11:45, at 11:44', session('fractions', at('10:45'), at('11:45')), '11:44', true],
    ['planned until 11:45, at 11:45', session('fractions', at('10:45'), at('11:45')), '11:45', false],
    ['begun unplanned at 08:50, at 10:49', session('fractions', at('08:50'), null), '10:49', true],
    ['begun unplanned at 08:50, at 10:50', session('fractions', at('08:50'), null), '10:50', false],
    ['cancelled', session('fractions', at('10:45'), at('11:45'), true), '10:45', false],
  ])('%s', (_, one, time, expected) => {
    expect(isToCome(one, new Date(at(time)))).toBe(expected)
  })
})

describe('nowAndNext', () => {
  const day = [
    session('registers', at('08:50'), at('09:10')),
    session('phonics', at('09:15'), at('10:30')),
    session('fractions', at('10:45'), at('11:45')),
    session('assembly', at('11:45'), at('12:00'), true),
    session('reading', at('13:00'), at('14:00')),
    session('tomorrow', at('09:00', '2026-11-25'), at('10:00', '2026-11-25')),
  ]
  it.each([
    ['08:00', undefined, 'registers'],
    ['08:40', 'registers', 'phonics'],
    ['09:05', 'registers', 'phonics'],
    ['09:12', 'phonics', 'fractions'],
    ['10:30', 'fractions', 'reading'],
    ['10:45', 'fractions', 'reading'],
    ['11:45', undefined, 'reading'],
    ['12:50', 'reading', undefined],
    ['14:00', undefined, undefined],
  ])('at %s: %s, then %s', (time, current, next) => {
    const found = nowAndNext(day, new Date(at(time)))
    expect([found.current?.name, found.next?.name]).toEqual([current, next])
  })
  it('of two at once the later one; one that was begun unplanned goes on for two hours', () => {
    const both = [
      session('class', at('10:00'), at('12:00')),
      session('group', at('10:45'), at('11:15')),
      session('begun', at('11:20'), null),
    ]
    const current = (time: string) => nowAndNext(both, new Date(at(time))).current?.name
    expect(['11:00', '11:17', '11:20', '13:19', '13:20'].map(current)).toEqual(['group', 'class', 'begun', 'begun', undefined])
  })
})

describe('refusals', () => {
  const refusalOf = (refusal: { reason?: string } | undefined) => refusal?.reason
  it('hoursRefusal', () => {
    expect(hoursRefusal({ startsAt: at('10:45'), endsAt: at('11:45') })).toBeUndefined()
    expect(refusalOf(hoursRefusal({ startsAt: at('10:45'), endsAt: at('10:45') }))).toBe('ends_before_start')
    expect(refusalOf(hoursRefusal({ startsAt: at('08:00'), endsAt: at('20:01') }))).toBe('too_long')
  })
  it('handingRefusal', () => {
    const lesson = { endsAt: at('11:45'), takenBy: null }
    const taken = { ...lesson, takenBy: { personId: newId(), name: 'Ines Duarte' } }
    const now = new Date(at('11:00'))
    expect(handingRefusal(lesson, false, now)).toBeUndefined()
    expect(refusalOf(handingRefusal(lesson, true, now))).toBe('already_in_group')
    expect(refusalOf(handingRefusal(taken, false, now))).toBe('already_taken')
    expect(refusalOf(handingRefusal({ ...lesson, endsAt: null }, false, now))).toBe('no_end')
    expect(refusalOf(handingRefusal(lesson, false, new Date(at('11:46'))))).toBe('session_over')
  })
  it('periodRefusal', () => {
    expect(periodRefusal({ fromOn: '2026-11-23', untilOn: '2026-12-24' })).toBeUndefined()
    expect(refusalOf(periodRefusal({ fromOn: '2026-11-23', untilOn: '2026-12-25' }))).toBe('too_long')
    expect(refusalOf(periodRefusal({ fromOn: '2026-11-23', untilOn: '2026-11-22' }))).toBe('until_before_from')
  })
  it('takingHours: a quarter of an hour more on each side', () => {
    expect(takingHours({ startsAt: at('10:45'), endsAt: at('11:45') })).toEqual({ fromAt: at('10:30'), untilAt: at('12:00') })
  })
})

describe('policy', () => {
  const actor = (role: Role): Actor => ({ personId: newId(), organisationId: newId(), kind: 'school', roles: [role] })
  const stays = [{ groupId: 'a', fromOn: '2026-11-01', untilOn: null }]
  const left = [{ groupId: 'a', fromOn: '2026-11-01', untilOn: '2026-11-23' }]
  it.each(schoolRoles)('as %s', (role) => {
    const one = actor(role)
    const isOffice = role === 'administrator' || role === 'data_lead'
    const isClassroom = role === 'practitioner' || role === 'teacher'
    const now = new Date(at('10:45'))
    expect(canStart(one, { stays, startedAt: at('10:45') })).toBe(isClassroom)
    expect(canStart(one, { stays: left, startedAt: at('10:45') })).toBe(false)
    expect(canOpen(one, { stays: left, startsAt: at('10:45', '2026-11-23'), now })).toBe(isClassroom)
    expect(canOpen(one, { stays, startsAt: at('10:45', '2026-12-01'), now })).toBe(isClassroom)
    expect(canArrangeSome(one)).toBe(isOffice || isClassroom)
    expect([canArrange(one, { part: 'practitioner' }), canArrange(one, { part: undefined })]).toEqual([isOffice || isClassroom, isOffice])
    expect(canSeeSessions(one, { part: 'practitioner' })).toBe(isClassroom || role === 'senco')
  })
})
