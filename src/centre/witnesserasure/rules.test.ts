// When a witness's name may be erased, and by whom.
import { describe, expect, it } from 'vitest'
import { type Actor, centreRoles, restorerFor, schoolRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { canEraseWitness, isRestoring, mayEraseWitness } from './policy.ts'
import { eraseRefusal, openUnits } from './rules.ts'

describe('openUnits', () => {
  const today = '2026-11-24'
  it('are those that wait for their claim', () => {
    const unit = { claimedAt: null, closesOn: null }
    expect(openUnits([unit], today)).toEqual([unit])
    expect(openUnits([{ ...unit, claimedAt: '2026-11-20T10:00:00.000Z' }], today)).toEqual([])
  })
  it('are none that ended before: they will never be claimed, and can’t keep a name for ever', () => {
    expect(openUnits([{ claimedAt: null, closesOn: '2026-11-23' }], today)).toEqual([])
    expect(openUnits([{ claimedAt: null, closesOn: '2026-11-24' }], today)).toHaveLength(1)
  })
})

describe('eraseRefusal', () => {
  it('refuses while a unit rests on a statement, and a second time', () => {
    expect(eraseRefusal({ erased: null, open: [] })).toBeUndefined()
    expect(eraseRefusal({ erased: null, open: ['307'] })?.reason).toBe('unit_rests_on_it')
    expect(eraseRefusal({ erased: { at: 'before' }, open: [] })?.reason).toBe('erased_already')
  })
})

describe('who erases a witness’s name', () => {
  const [candidateId, someoneId] = [newId(), newId()]
  const parties = [{ candidateId, assessorId: someoneId, tutorId: someoneId, countersignerId: someoneId, iqaId: someoneId }]
  const actor = (roles: Actor['roles'], personId = someoneId): Actor => ({ personId, organisationId: newId(), kind: 'centre', roles })
  it.each([...centreRoles, ...schoolRoles])('%s', (role) => {
    const isAdministrator = role === 'centre_administrator'
    expect(mayEraseWitness(actor([role]))).toBe(isAdministrator)
    expect(canEraseWitness(actor([role]), { parties })).toBe(isAdministrator)
    expect(isRestoring(actor([role]))).toBe(false)
  })
  it('not an administrator who is the candidate herself, under whose statement the name stands', () => {
    expect(canEraseWitness(actor(['centre_administrator', 'candidate'], candidateId), { parties })).toBe(false)
  })
  it('the program itself after a restore', () => {
    const restorer = restorerFor(newId(), someoneId)
    expect([mayEraseWitness(restorer), canEraseWitness(restorer, { parties }), isRestoring(restorer)]).toEqual([true, true, true])
  })
})
