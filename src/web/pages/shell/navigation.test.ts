// Where each role begins, and which places it finds.
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../core/actor.ts'
import { destinationsFor, workPlaceOf } from './navigation.ts'

describe('workPlaceOf', () => {
  it('sends each role of a centre to its own work', () => {
    const begin = (...roles: Role[]) => workPlaceOf({ kind: 'centre', roles })
    expect(begin('candidate')).toBe('/unit')
    expect(begin('assessor')).toBe('/assess')
    expect(begin('tutor')).toBe('/taught')
    expect(begin('iqa')).toBe('/verify')
    expect(begin('eqa')).toBe('/verify')
    expect(begin('centre_administrator')).toBe('/registrations')
  })
  it('sends whoever has several roles to the first of them', () => {
    expect(workPlaceOf({ kind: 'centre', roles: ['iqa', 'assessor'] })).toBe('/assess')
  })
  it('sends nobody anywhere before there is a role', () => {
    expect(workPlaceOf({ kind: 'centre', roles: [] })).toBeUndefined()
  })
})

describe('destinationsFor', () => {
  it('has Today in a school alone', () => {
    expect(destinationsFor({ kind: 'school', roles: ['teacher'] })[0]?.to).toBe('/')
    expect(destinationsFor({ kind: 'centre', roles: ['assessor'] }).some(({ to }) => to === '/')).toBe(false)
  })
})
