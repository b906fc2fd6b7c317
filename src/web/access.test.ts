// Who is here: arriving, PINs, misses, the lock, and what the next person can't reach.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../core/ids.ts'
import { createAccess } from './access.ts'
import type { AccessControl, AccessParts } from './access-parts.ts'
import { findAnswer, keepAnswer } from './offline/answers.ts'
import type { Local, Unlocked } from './offline/local-database.ts'
import { type Arrival, noteEnrolment, thisDevice } from './offline/profiles.ts'
import { newLocal } from './offline/test-support.ts'
import { createWire } from './offline/watched.ts'

const school = {
  organisationId: newId(),
  organisationName: 'Oakmere Primary School',
  kind: 'school',
  personId: newId(),
  roles: ['practitioner'],
} as const
const centre = {
  organisationId: newId(),
  organisationName: 'Northgate College',
  kind: 'centre',
  personId: newId(),
  roles: ['candidate'],
} as const
const sam: Arrival = { userId: newId(), name: 'Sam Whitby', memberships: [school, centre], organisationId: school.organisationId }
const dawn: Arrival = {
  userId: newId(),
  name: 'Dawn Okafor',
  memberships: [{ ...school, personId: newId() }],
  organisationId: school.organisationId,
}

let local: Local
let now: Date
let isOnline: boolean
let access: AccessControl
let dropMemory: ReturnType<typeof vi.fn<() => void>>
let session: Arrival | 'nobody' | undefined
let openSession: ReturnType<typeof vi.fn<AccessParts['openSession']>>
let enrol: ReturnType<typeof vi.fn<AccessParts['enrol']>>

async function unlockedNow(): Promise<Unlocked> {
  const unlocked = await local.get('unlocked', 'now')
  if (unlocked === undefined) throw new Error('nobody is here')
  return unlocked
}

function newPage(): AccessControl {
  return createAccess({
    local,
    wire: createWire({ postMessage: () => {}, addEventListener: () => {} }),
    now: () => now,
    isOnline: () => isOnline,
    enrol,
    openSession,
    endOwedSession: async () => {},
    signIn: async () => sam,
    whoIsSignedIn: async () => session,
    prepare: async () => {},
    dropMemory,
  })
}

beforeEach(async () => {
  local = await newLocal()
  now = new Date('2026-11-24T08:10:00.000Z')
  isOnline = true
  session = undefined
  dropMemory = vi.fn()
  openSession = vi.fn(async () => 'open' as const)
  enrol = vi.fn(async (unlocked) => {
    await noteEnrolment(local, unlocked.userId, unlocked.organisationId, new Uint8Array([1]))
    return 'enrolled' as const
  })
  access = newPage()
  await access.refresh()
})

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const here = () => {
  const state = access.state.get()
  return state.state === 'open' ? state.person.name : undefined
}
const faces = () => {
  const state = access.state.get()
  return state.state === 'locked' ? state.faces.map(({ name, way }) => `${name}: ${way}`) : undefined
}

describe('a full sign-in', () => {
  it('opens the device and makes it known to the organisation', async () => {
    expect(await access.signIn('sam@example.org', 'three warm words')).toEqual({ next: 'open', userId: sam.userId })
    expect(access.state.get()).toMatchObject({
      state: 'open',
      person: { name: 'Sam Whitby', personId: school.personId, hasPin: false },
      canKeep: true,
      needsSignIn: false,
    })
    expect(enrol).toHaveBeenCalledTimes(1)
  })

  it('is seen by the other HTML entry, and by a page that is opened later', async () => {
    await access.arrive(sam)
    const capture = newPage()
    await capture.refresh()
    expect(capture.state.get()).toMatchObject({ state: 'open', person: { name: 'Sam Whitby' } })
  })

  it('says before anything is captured that nothing can be kept, when the organisation did not answer', async () => {
    enrol.mockResolvedValue('not_now')
    await access.arrive(sam)
    expect(access.state.get()).toMatchObject({ state: 'open', canKeep: false })
  })

  it('of an external verifier makes no device known, and asks for no second one while the session lasts', async () => {
    const verifier = { ...centre, personId: newId(), roles: ['eqa'] as const }
    const arrival: Arrival = { userId: newId(), name: 'Dr Sandhu', memberships: [verifier], organisationId: centre.organisationId }
    session = arrival
    await access.arrive(arrival)
    await access.renew()
    expect(enrol).not.toHaveBeenCalled()
    expect(access.state.get()).toMatchObject({ state: 'open', needsSignIn: false })
    session = 'nobody'
    await access.renew()
    expect(access.state.get()).toMatchObject({ state: 'open', needsSignIn: true })
  })

  it('takes the place of whoever was here', async () => {
    await access.arrive(sam)
    await access.arrive(dawn)
    expect(here()).toBe('Dawn Okafor')
    expect(await local.count('unlocked')).toBe(1)
  })
})

describe('a PIN', () => {
  beforeEach(async () => {
    await access.arrive(sam)
    await access.choosePin('274916')
    await access.lock()
  })

  it('leads back in after the lock, with a session of its own', async () => {
    expect(faces()).toEqual(['Sam Whitby: pin'])
    expect(await access.enterPin(sam.userId, '274916')).toBe('open')
    expect(here()).toBe('Sam Whitby')
    expect(openSession).toHaveBeenCalledTimes(1)
  })

  it('takes along what was answered before it was chosen', async () => {
    await access.arrive(dawn)
    const before = await unlockedNow()
    const question = { query: 'group.mine', input: {} }
    await keepAnswer(local, before, question, { answer: ['Fractions boost'], answeredAt: 1000 })
    await access.choosePin('274916')
    const after = await unlockedNow()
    expect(await findAnswer(local, after, question)).toEqual({ answer: ['Fractions boost'], answeredAt: 1000 })
    expect(await findAnswer(local, before, question)).toBeUndefined()
    expect(await local.count('cache')).toBe(1)
  })

  it('counts misses; the fifth destroys what it would open, for the right PIN too', async () => {
    for (const left of [4, 3, 2, 1, 0]) expect(await access.enterPin(sam.userId, '111222')).toEqual({ missesLeft: left })
    expect(faces()).toEqual(['Sam Whitby: sign_in'])
    expect((await local.get('profiles', sam.userId))?.pin).toBeUndefined()
    expect(await access.enterPin(sam.userId, '274916')).toBe('sign_in')
  })

  it('forgives misses when it is right', async () => {
    for (const pin of ['111222', '111222', '274916']) await access.enterPin(sam.userId, pin)
    expect((await local.get('profiles', sam.userId))?.pin?.misses).toBe(0)
  })

  it('is asked for after the next day’s full sign-in, and the server is told of that', async () => {
    later(24 * 60)
    await access.refresh()
    expect(faces()).toEqual(['Sam Whitby: sign_in'])
    expect(await access.enterPin(sam.userId, '274916')).toBe('sign_in')
    enrol.mockClear()
    expect(await access.arrive(sam)).toEqual({ next: 'pin', userId: sam.userId })
    expect(here()).toBeUndefined()
    expect(await access.enterPin(sam.userId, '274916')).toBe('open')
    expect(enrol).toHaveBeenCalledTimes(1)
  })

  it('opens what is kept here on a morning without network, and asks nothing of the server', async () => {
    later(24 * 60)
    isOnline = false
    await access.refresh()
    expect(faces()).toEqual(['Sam Whitby: pin'])
    expect(await access.enterPin(sam.userId, '274916')).toBe('open')
    expect(openSession).not.toHaveBeenCalled()
    openSession.mockResolvedValue('sign_in')
    isOnline = true
    expect(await access.reconnect()).toBe(false)
    expect(access.state.get()).toMatchObject({ state: 'open', needsSignIn: true })
  })

  it('opens one session for all questions of a page that come together', async () => {
    later(24 * 60)
    isOnline = false
    await access.refresh()
    await access.enterPin(sam.userId, '274916')
    isOnline = true
    openSession.mockClear()
    openSession.mockResolvedValue('open')
    expect(await Promise.all([access.reconnect(), access.reconnect(), access.reconnect()])).toEqual([true, true, true])
    expect(openSession).toHaveBeenCalledTimes(1)
  })

  it('can be forgotten after a full sign-in, and at no other time', async () => {
    await expect(access.forgetPin(sam.userId, '830275')).rejects.toThrow('full sign-in')
    const before = (await local.get('profiles', sam.userId))?.keyId
    await access.arrive(sam)
    await access.forgetPin(sam.userId, '830275')
    expect(here()).toBe('Sam Whitby')
    expect((await local.get('profiles', sam.userId))?.keyId).not.toBe(before)
    await access.lock()
    expect(await access.enterPin(sam.userId, '830275')).toBe('open')
  })

  it('belongs to its person: a colleague’s opens only the colleague’s', async () => {
    await access.arrive(dawn)
    await access.choosePin('590318')
    await access.lock()
    expect(faces()?.sort()).toEqual(['Dawn Okafor: pin', 'Sam Whitby: pin'])
    expect(await access.enterPin(dawn.userId, '274916')).toEqual({ missesLeft: 4 })
    expect(await access.enterPin(sam.userId, '274916')).toBe('open')
    expect(here()).toBe('Sam Whitby')
  })
})

describe('the lock', () => {
  it('takes the keys out of the browser and drops the page’s memory', async () => {
    await access.arrive(sam)
    await access.lock()
    expect(await local.count('unlocked')).toBe(0)
    expect(here()).toBeUndefined()
    expect(dropMemory).toHaveBeenCalled()
    expect((await thisDevice(local)).owesSignOut).toBe(true)
  })

  it('warns, then comes by itself when nobody touches the device', async () => {
    await access.arrive(sam)
    await access.choosePin('274916')
    later(4.6)
    await access.tick()
    expect(access.state.get()).toMatchObject({ state: 'open', isWarned: true })
    later(0.4)
    await access.tick()
    expect(faces()).toEqual(['Sam Whitby: pin'])
  })

  it('waits while somebody does something', async () => {
    await access.arrive(sam)
    await access.choosePin('274916')
    later(4.6)
    access.noteActivity()
    await vi.waitFor(() => expect(access.state.get()).toMatchObject({ isWarned: false }))
    later(4.6)
    await access.tick()
    expect(here()).toBe('Sam Whitby')
  })

  it('shuts the page whoever finds out first that the time is over', async () => {
    await access.arrive(sam)
    await access.choosePin('274916')
    later(6)
    expect(await access.person()).toBeUndefined()
    expect(faces()).toEqual(['Sam Whitby: pin'])
    expect(dropMemory).toHaveBeenCalled()
  })

  it('has come already when a page is opened after the idle time: a closed lid is no way round', async () => {
    await access.arrive(sam)
    await access.choosePin('274916')
    later(6)
    const page = newPage()
    await page.refresh()
    expect(page.state.get()).toMatchObject({ state: 'locked' })
    expect(await local.count('unlocked')).toBe(0)
  })
})

describe('two organisations', () => {
  it('are switched visibly, and the next start is in the last one', async () => {
    await access.arrive(sam)
    await access.switchTo(centre.organisationId)
    expect(access.state.get()).toMatchObject({ person: { organisationId: centre.organisationId, personId: centre.personId } })
    expect(enrol).toHaveBeenCalledTimes(2)
    const page = newPage()
    await page.refresh()
    expect(page.state.get()).toMatchObject({ person: { organisationId: centre.organisationId } })
  })

  it('need no new sign-in on the way back, PIN or not', async () => {
    await access.arrive(sam)
    await access.switchTo(centre.organisationId)
    await access.switchTo(school.organisationId)
    expect(access.state.get()).toMatchObject({ state: 'open', needsSignIn: false, person: { organisationId: school.organisationId } })
    expect(openSession).not.toHaveBeenCalled()
  })

  it('that are not the person’s can’t be entered', async () => {
    await access.arrive(dawn)
    await access.switchTo(centre.organisationId)
    expect(access.state.get()).toMatchObject({ person: { organisationId: school.organisationId } })
  })
})

describe('what the server says later', () => {
  it('of roles and organisations is shown; a session that is somebody else’s is not used', async () => {
    await access.arrive(sam)
    session = { ...sam, memberships: [{ ...school, roles: ['teacher'] }] }
    await access.renew()
    expect(access.state.get()).toMatchObject({ person: { roles: ['teacher'] }, memberships: [{ organisationId: school.organisationId }] })
    session = dawn
    await access.renew()
    expect(access.state.get()).toMatchObject({ person: { name: 'Sam Whitby' }, needsSignIn: true })
    expect((await local.get('unlocked', 'now'))?.hasSession).toBe(false)
  })

  it('finds the device unknown when the page was left too soon after the sign-in, and makes it known', async () => {
    enrol.mockResolvedValueOnce('not_now')
    openSession.mockResolvedValue('no_network')
    await access.arrive({ ...sam, organisationId: school.organisationId })
    session = sam
    const capture = newPage()
    await capture.refresh()
    await capture.renew()
    expect(enrol).toHaveBeenCalledTimes(2)
    expect((await local.get('profiles', sam.userId))?.enrolledIn).toContain(school.organisationId)
  })

  it('is not asked for without network: nothing changes', async () => {
    await access.arrive(sam)
    await access.renew()
    expect(access.state.get()).toMatchObject({ state: 'open', needsSignIn: false })
  })
})
