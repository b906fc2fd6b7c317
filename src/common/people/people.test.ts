// People: inviting, coming in, roles with dates, recovery.
import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp, testPerson } from '../../testing/app.ts'
import * as contract from './contract.ts'
import { endRefusal, linkRefusal, roleRefusal } from './rules.ts'

let app: TestApp
let admin: TestPerson
let practitioner: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  admin = await app.school.person('Helen Marsh', 'administrator')
  practitioner = await app.school.person('Dawn Okafor', 'practitioner')
  stranger = await app.otherSchool.person('Omar Stone', 'administrator')
})
afterAll(() => app.close())

const guest = (organisationId = app.school.id) => testPerson(app.dispatch, { ...visitor, organisationId })
const newLink = () => {
  const token = randomBytes(32).toString('base64url')
  return { token, linkId: newId(), tokenHash: createHash('sha256').update(token).digest('hex') }
}
const practitionerFrom = (fromOn = '2026-11-24') => [{ id: newId(), role: 'practitioner' as const, fromOn, untilOn: null }]

async function invite(email = `${newId()}@example.org`) {
  const { token, ...link } = newLink()
  const personId = newId()
  await admin.send(contract.invitationCreate, { ...link, personId, name: 'Sam Whitby', email, roles: practitionerFrom() })
  return { token, personId, email }
}

async function invited() {
  const invitation = await invite()
  await guest().send(contract.invitationAccept, { token: invitation.token, password: 'three warm words' })
  return invitation
}

describe('invitation.create', () => {
  it('accepted: the person is listed with their role before they come in', async () => {
    const { personId } = await invite()
    const { people } = await admin.ask(contract.personList, {})
    expect(people.find(({ id }) => id === personId)).toMatchObject({ state: 'invited', roles: [{ role: 'practitioner' }] })
  })
  it('refused: a practitioner may not invite', async () => {
    const { token: _, ...link } = newLink()
    await expect(
      practitioner.send(contract.invitationCreate, {
        ...link,
        personId: newId(),
        name: 'X',
        email: 'x@example.org',
        roles: practitionerFrom(),
      }),
    ).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('refused: the same address twice, and a role that a school does not know', async () => {
    const { email } = await invite()
    await expect(invite(email)).rejects.toMatchObject({ refusal: { reason: 'email_in_use', field: 'email' } })
    const { token: _, ...link } = newLink()
    const roles = [{ id: newId(), role: 'assessor' as const, fromOn: '2026-11-24', untilOn: null }]
    await expect(
      admin.send(contract.invitationCreate, { ...link, personId: newId(), name: 'X', email: 'y@example.org', roles }),
    ).rejects.toMatchObject({ refusal: { reason: 'role_of_other_kind' } })
  })
  it('other organisation: the person is not in the list of another school', async () => {
    const { personId } = await invite()
    const { people } = await stranger.ask(contract.personList, {})
    expect(people.some(({ id }) => id === personId)).toBe(false)
  })
})

describe('invitation.accept', () => {
  it('accepted: the person is active and the link works once', async () => {
    const { token, personId } = await invited()
    const { people } = await admin.ask(contract.personList, {})
    expect(people.find(({ id }) => id === personId)?.state).toBe('active')
    await expect(guest().send(contract.invitationAccept, { token, password: 'three warm words' })).rejects.toMatchObject({
      refusal: { reason: 'link_used_or_old' },
    })
  })
  it('accepted: neither the password nor the token is in the audit trail', async () => {
    const { token } = await invited()
    const contents = await app.school.look((tx) =>
      tx.db.selectFrom('eventContents').select('content').where('organisationId', '=', app.school.id).execute(),
    )
    expect(contents.length).toBeGreaterThan(0)
    for (const { content } of contents) {
      expect(content).not.toContain('three warm words')
      expect(content).not.toContain(token)
    }
  })
  it('refused: after seven days', async () => {
    const { token } = await invite()
    app.clock.set('2026-12-01T10:46:00.000Z')
    await expect(guest().send(contract.invitationAccept, { token, password: 'three warm words' })).rejects.toMatchObject({
      refusal: { reason: 'link_used_or_old' },
    })
    app.clock.set('2026-11-24T10:45:00.000Z')
  })
  it('refused: an account of this address exists, and the password is not its own', async () => {
    const { email } = await invited()
    const { token, ...link } = newLink()
    await stranger.send(contract.invitationCreate, { ...link, personId: newId(), name: 'Sam Whitby', email, roles: practitionerFrom() })
    const other = guest(app.otherSchool.id)
    await expect(other.send(contract.invitationAccept, { token, password: 'not their password' })).rejects.toMatchObject({
      refusal: { reason: 'wrong_password' },
    })
    await expect(other.send(contract.invitationAccept, { token, password: 'three warm words' })).resolves.toEqual({ email })
  })
  it('other organisation: the token opens nothing there', async () => {
    const { token } = await invite()
    await expect(guest(app.otherSchool.id).send(contract.invitationAccept, { token, password: 'three warm words' })).rejects.toMatchObject({
      refusal: { reason: 'link_used_or_old' },
    })
  })
})

describe('invitation.renew', () => {
  it('accepted: the fresh link works, the first one no more', async () => {
    const { token: first, personId } = await invite()
    const { token, ...link } = newLink()
    await admin.send(contract.invitationRenew, { ...link, personId })
    await expect(guest().send(contract.invitationAccept, { token: first, password: 'three warm words' })).rejects.toMatchObject({
      refusal: { reason: 'link_used_or_old' },
    })
    await guest().send(contract.invitationAccept, { token, password: 'three warm words' })
  })
  it('refused: a practitioner may not, and nobody may once the person is in', async () => {
    const { personId } = await invited()
    const { token: _, ...link } = newLink()
    await expect(practitioner.send(contract.invitationRenew, { ...link, personId })).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
    await expect(admin.send(contract.invitationRenew, { ...link, personId })).rejects.toMatchObject({ refusal: { reason: 'already_in' } })
  })
  it('other organisation: the person is not found', async () => {
    const { personId } = await invite()
    const { token: _, ...link } = newLink()
    await expect(stranger.send(contract.invitationRenew, { ...link, personId })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

async function recoverable() {
  const { personId } = await invited()
  const { token, ...link } = newLink()
  await admin.send(contract.recoveryCreate, { ...link, personId })
  return { personId, token }
}

describe('recovery.create', () => {
  it('accepted: the link ends after a day', async () => {
    const { personId } = await invited()
    const { token: _, ...link } = newLink()
    await expect(admin.send(contract.recoveryCreate, { ...link, personId })).resolves.toEqual({ expiresAt: '2026-11-25T10:45:00.000Z' })
  })
  it('refused: a practitioner may not; there is nothing to recover before the person is in', async () => {
    const { personId } = await invite()
    const { token: _, ...link } = newLink()
    await expect(practitioner.send(contract.recoveryCreate, { ...link, personId })).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
    await expect(admin.send(contract.recoveryCreate, { ...link, personId })).rejects.toMatchObject({ refusal: { reason: 'not_in_yet' } })
  })
  it('other organisation: the person is not found', async () => {
    const { personId } = await invited()
    const { token: _, ...link } = newLink()
    await expect(stranger.send(contract.recoveryCreate, { ...link, personId })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('recovery.accept', () => {
  it('accepted: a new password, once', async () => {
    const { token } = await recoverable()
    await guest().send(contract.recoveryAccept, { token, password: 'four other warm words' })
    await expect(guest().send(contract.recoveryAccept, { token, password: 'four other warm words' })).rejects.toMatchObject({
      refusal: { reason: 'link_used_or_old' },
    })
  })
  it('accepted: the same account’s other organisation is shut until its administrator lets the person back in', async () => {
    const { email, personId } = await invited()
    const { token, ...link } = newLink()
    const otherPersonId = newId()
    await stranger.send(contract.invitationCreate, {
      ...link,
      personId: otherPersonId,
      name: 'Sam Whitby',
      email,
      roles: practitionerFrom(),
    })
    await guest(app.otherSchool.id).send(contract.invitationAccept, { token, password: 'three warm words' })
    const recovery = newLink()
    await admin.send(contract.recoveryCreate, { linkId: recovery.linkId, tokenHash: recovery.tokenHash, personId })
    await guest().send(contract.recoveryAccept, { token: recovery.token, password: 'four other warm words' })
    const stateThere = async () => (await stranger.ask(contract.personList, {})).people.find(({ id }) => id === otherPersonId)?.state
    expect(await stateThere()).toBe('shut')
    await stranger.send(contract.personReadmit, { personId: otherPersonId })
    expect(await stateThere()).toBe('active')
  })
  it('refused: a link that never was', async () => {
    await expect(
      guest().send(contract.recoveryAccept, { token: newLink().token, password: 'four other warm words' }),
    ).rejects.toMatchObject({ refusal: { reason: 'link_used_or_old' } })
  })
  it('other organisation: the token opens nothing there', async () => {
    const { token } = await recoverable()
    await expect(
      guest(app.otherSchool.id).send(contract.recoveryAccept, { token, password: 'four other warm words' }),
    ).rejects.toMatchObject({ refusal: { reason: 'link_used_or_old' } })
  })
})

describe('person.readmit', () => {
  it('accepted: by an administrator', async () => {
    const { personId } = await invited()
    await expect(admin.send(contract.personReadmit, { personId })).resolves.toEqual({})
  })
  it('refused: a practitioner may not', async () => {
    await expect(practitioner.send(contract.personReadmit, { personId: practitioner.id })).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
  })
  it('other organisation: the person is not found', async () => {
    await expect(stranger.send(contract.personReadmit, { personId: practitioner.id })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})

describe('person.signOut', () => {
  it('accepted: no session of the account is left', async () => {
    const { personId } = await invited()
    await expect(admin.send(contract.personSignOut, { personId })).resolves.toEqual({})
  })
  it('refused: a practitioner may not', async () => {
    await expect(practitioner.send(contract.personSignOut, { personId: admin.id })).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
  })
  it('other organisation: the person is not found', async () => {
    await expect(stranger.send(contract.personSignOut, { personId: admin.id })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('role.grant', () => {
  it('accepted: a role with both its days', async () => {
    await admin.send(contract.roleGrant, {
      id: newId(),
      personId: practitioner.id,
      role: 'subject_lead',
      fromOn: '2026-12-01',
      untilOn: '2027-07-20',
    })
    const { people } = await admin.ask(contract.personList, {})
    expect(people.find(({ id }) => id === practitioner.id)?.roles).toContainEqual(
      expect.objectContaining({ role: 'subject_lead', fromOn: '2026-12-01', untilOn: '2027-07-20' }),
    )
  })
  it('refused: by role; and a period that ends before it begins', async () => {
    const role = { id: newId(), personId: practitioner.id, role: 'head' as const, fromOn: '2026-12-01', untilOn: '2026-11-30' }
    await expect(practitioner.send(contract.roleGrant, role)).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    await expect(admin.send(contract.roleGrant, role)).rejects.toMatchObject({ refusal: { reason: 'ends_before_it_begins' } })
  })
  it('other organisation: the person is not found', async () => {
    await expect(
      stranger.send(contract.roleGrant, { id: newId(), personId: practitioner.id, role: 'head', fromOn: '2026-12-01', untilOn: null }),
    ).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('role.end', () => {
  const roleOf = async (person: TestPerson) => {
    const { people } = await admin.ask(contract.personList, {})
    return people.find(({ id }) => id === person.id)?.roles[0]?.id ?? ''
  }
  it('accepted: the last day is kept', async () => {
    const teacher = await app.school.person('Ben Hartley', 'teacher')
    await admin.send(contract.roleEnd, { id: await roleOf(teacher), untilOn: '2026-11-30' })
    const { people } = await admin.ask(contract.personList, {})
    expect(people.find(({ id }) => id === teacher.id)?.roles[0]?.untilOn).toBe('2026-11-30')
  })
  it('refused: by role; and the last administrator stays', async () => {
    const id = await roleOf(admin)
    await expect(practitioner.send(contract.roleEnd, { id, untilOn: '2026-11-30' })).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
    await expect(admin.send(contract.roleEnd, { id, untilOn: '2026-11-30' })).rejects.toMatchObject({
      refusal: { reason: 'last_administrator' },
    })
  })
  it('other organisation: the role is not found', async () => {
    await expect(stranger.send(contract.roleEnd, { id: await roleOf(practitioner), untilOn: '2026-11-30' })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})

describe('person.list', () => {
  it('accepted: an administrator sees everyone', async () => {
    const { people } = await admin.ask(contract.personList, {})
    expect(people.map(({ name }) => name)).toContain('Dawn Okafor')
  })
  it('refused: a practitioner may not see addresses', async () => {
    await expect(practitioner.ask(contract.personList, {})).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: nobody of this school is there', async () => {
    const { people } = await stranger.ask(contract.personList, {})
    expect(people.map(({ name }) => name)).not.toContain('Helen Marsh')
  })
})

describe('person.colleagues', () => {
  it('accepted: names and roles of today', async () => {
    const { people } = await practitioner.ask(contract.personColleagues, {})
    expect(people).toContainEqual({ id: admin.id, name: 'Helen Marsh', roles: ['administrator'] })
  })
  it('refused: somebody whose roles have all ended', async () => {
    const former = testPerson(app.dispatch, { ...practitioner.actor, roles: [] })
    await expect(former.ask(contract.personColleagues, {})).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
  it('other organisation: nobody of this school is there', async () => {
    const { people } = await stranger.ask(contract.personColleagues, {})
    expect(people.map(({ name }) => name)).not.toContain('Helen Marsh')
  })
})

describe('rules', () => {
  it('roleRefusal: a centre knows no teacher, a school no assessor', () => {
    const period = { fromOn: '2026-09-01', untilOn: null }
    expect(roleRefusal('centre', { ...period, role: 'teacher' })?.reason).toBe('role_of_other_kind')
    expect(roleRefusal('centre', { ...period, role: 'eqa' })?.reason).toBe('eqa_by_account')
    expect(roleRefusal('school', { ...period, role: 'assessor' })?.reason).toBe('role_of_other_kind')
    expect(roleRefusal('school', { ...period, role: 'teacher' })).toBeUndefined()
  })
  it('endRefusal: only an administrator’s role is held back, and only the last one', () => {
    expect(endRefusal({ isAdministratorRole: true, administratorsAfterwards: 0 })?.reason).toBe('last_administrator')
    expect(endRefusal({ isAdministratorRole: true, administratorsAfterwards: 1 })).toBeUndefined()
    expect(endRefusal({ isAdministratorRole: false, administratorsAfterwards: 0 })).toBeUndefined()
  })
  it('linkRefusal: used, old and unknown look the same', () => {
    const now = new Date('2026-11-24T10:45:00Z')
    const later = new Date('2026-11-24T10:46:00Z')
    expect(linkRefusal({ usedAt: null, expiresAt: later }, now)).toBeUndefined()
    for (const link of [undefined, { usedAt: now, expiresAt: later }, { usedAt: null, expiresAt: now }])
      expect(linkRefusal(link, now)).toEqual({ code: 'refused', reason: 'link_used_or_old', field: 'token' })
  })
})
