// Registering candidates, and the address that they hand to a school.
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAddress } from '../../common/letters/rules.ts'
import { fromBase64url, utf8 } from '../../core/bytes.ts'
import { newId } from '../../core/ids.ts'
import { isSignedBy } from '../../server/keys.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type TestRegistration, testRegistration, unit307 } from '../../testing/centre.ts'
import { registrationAddress, registrationCreate, registrationList, registrationMine, registrationShow } from './contract.ts'
import { canList, canSeeRegistration, isCandidate } from './policy.ts'
import { registrationRefusal } from './rules.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre)
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

const wish = (candidateId: string, assessorId: string) => ({
  id: newId(),
  candidateId,
  assessorId,
  candidateNumber: '4472',
  packCode: unit307,
  registeredOn: '2026-10-01',
  endsOn: null,
})
const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })

describe('registration.create', () => {
  it('accepted: the registration keeps the newest version of the unit', async () => {
    const [registration] = await ours.candidate.ask(registrationMine, {})
    expect(registration).toMatchObject({
      id: ours.id,
      candidateNumber: '4471',
      assessorName: 'Lorraine Pike',
      packVersion: 1,
      unitNumber: '307',
    })
  })
  it('refused: by role, twice on one unit, without the roles, and as one’s own assessor', async () => {
    const { administrator, assessor, candidate } = ours
    await expect(assessor.send(registrationCreate, wish(candidate.id, assessor.id))).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(administrator.send(registrationCreate, wish(candidate.id, assessor.id))).rejects.toMatchObject(
      refusedBy('refused', 'registered_already'),
    )
    await expect(administrator.send(registrationCreate, wish(assessor.id, assessor.id))).rejects.toMatchObject(
      refusedBy('refused', 'not_a_candidate'),
    )
    const both = await app.centre.person('Kim Both', 'candidate', 'assessor')
    await expect(administrator.send(registrationCreate, wish(both.id, both.id))).rejects.toMatchObject(
      refusedBy('refused', 'assesses_herself'),
    )
    await expect(administrator.send(registrationCreate, { ...wish(both.id, assessor.id), packCode: 'none' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
  it('other organisation: a candidate or assessor of another centre is not found', async () => {
    await expect(ours.administrator.send(registrationCreate, wish(theirs.candidate.id, ours.assessor.id))).rejects.toMatchObject(
      refusedBy('not_found'),
    )
    const candidate = await app.centre.person('Zo Park', 'candidate')
    await expect(ours.administrator.send(registrationCreate, wish(candidate.id, theirs.assessor.id))).rejects.toMatchObject(
      refusedBy('not_found'),
    )
    const head = await app.school.person('Ruth Lowe', 'head')
    await expect(head.send(registrationCreate, wish(candidate.id, ours.assessor.id))).rejects.toMatchObject(refusedBy('not_allowed'))
  })
})

describe('registration.mine', () => {
  it('accepted: one’s own and nobody else’s', async () => {
    expect((await ours.candidate.ask(registrationMine, {})).map((one) => one.id)).toEqual([ours.id])
  })
  it('refused: an assessor has none', async () => {
    await expect(ours.assessor.ask(registrationMine, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: the list is empty of ours', async () => {
    expect((await theirs.candidate.ask(registrationMine, {})).map((one) => one.id)).toEqual([theirs.id])
  })
})

describe('registration.list', () => {
  it('accepted: an assessor sees hers, the administrator all', async () => {
    const colleague = await app.centre.person('Femi Cole', 'assessor')
    expect(await colleague.ask(registrationList, {})).toEqual([])
    expect((await ours.assessor.ask(registrationList, {})).map((one) => one.id)).toEqual([ours.id])
    expect((await ours.administrator.ask(registrationList, {})).map((one) => one.id)).toContain(ours.id)
  })
  it('refused: a candidate', async () => {
    await expect(ours.candidate.ask(registrationList, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: its administrator does not see ours', async () => {
    expect((await theirs.administrator.ask(registrationList, {})).map((one) => one.id)).toEqual([theirs.id])
  })
})

describe('registration.show', () => {
  it('accepted: candidate, assessor and administrator', async () => {
    for (const person of [ours.candidate, ours.assessor, ours.administrator])
      expect((await person.ask(registrationShow, { registrationId: ours.id })).id).toBe(ours.id)
  })
  it('refused: another candidate and another assessor meet nothing', async () => {
    for (const role of ['candidate', 'assessor'] as const) {
      const other = await app.centre.person('Someone Else', role)
      await expect(other.ask(registrationShow, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
    }
  })
  it('other organisation: not found', async () => {
    await expect(theirs.administrator.ask(registrationShow, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('registration.address', () => {
  it('accepted: a text with the centre’s name, key and signature, that survives pasting with line breaks', async () => {
    const { address: text } = await ours.candidate.ask(registrationAddress, { registrationId: ours.id })
    const read = readAddress(` ${text.replace(/(.{60})/g, '$1\n')}`)
    expect(read?.address).toMatchObject({
      organisationId: app.centre.id,
      registrationId: ours.id,
      centreName: 'Northgate College',
      unit: { number: '307' },
    })
    if (read === undefined) throw new Error('the address can’t be read')
    expect(isSignedBy(fromBase64url(read.address.publicKey), utf8(read.body), fromBase64url(read.signature))).toBe(true)
    expect(text).not.toContain('Okafor')
  })
  it('refused: the assessor has no business with it', async () => {
    await expect(ours.assessor.ask(registrationAddress, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.ask(registrationAddress, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('rows and policy', () => {
  it('what the two lists give a person is what the policy lets them see, for random people and registrations', async () => {
    const roles = ['candidate', 'assessor', 'centre_administrator', 'iqa'] as const
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.subarray([...roles], { minLength: 1 }), { minLength: 3, maxLength: 5 }),
        fc.infiniteStream(fc.nat(4)),
        async (held, picks) => {
          const people = await Promise.all(held.map((own, at) => app.centre.person(`Person ${at}`, ...own)))
          const pick = (role: 'candidate' | 'assessor') => {
            const fitting = people.filter(({ actor }) => actor.roles.includes(role))
            return fitting[(picks.next().value ?? 0) % Math.max(1, fitting.length)]
          }
          for (let times = 0; times < 4; times++) {
            const [candidate, assessor] = [pick('candidate'), pick('assessor')]
            if (candidate === undefined || assessor === undefined || candidate === assessor) continue
            await ours.administrator.send(registrationCreate, wish(candidate.id, assessor.id)).catch(() => undefined)
          }
          const all = await ours.administrator.ask(registrationList, {})
          for (const person of people) {
            const lists = [
              canList(person.actor) ? person.ask(registrationList, {}) : [],
              isCandidate(person.actor) ? person.ask(registrationMine, {}) : [],
            ]
            const seen = (await Promise.all(lists)).flat().map(({ id }) => id)
            expect(new Set(seen)).toEqual(new Set(all.filter((one) => canSeeRegistration(person.actor, one)).map(({ id }) => id)))
          }
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('registrationRefusal', () => {
  const facts = { candidateRoles: ['candidate'] as const, assessorRoles: ['assessor'] as const, isRegisteredAlready: false }
  const one = { candidateId: 'a', assessorId: 'b', registeredOn: '2026-09-14', endsOn: null }
  it('takes a sound one, and one that ends on the day it begins', () => {
    expect(registrationRefusal(one, facts)).toBeUndefined()
    expect(registrationRefusal({ ...one, endsOn: '2026-09-14' }, facts)).toBeUndefined()
  })
  it('names what is wrong', () => {
    expect(registrationRefusal({ ...one, endsOn: '2026-09-13' }, facts)?.reason).toBe('ends_before_it_begins')
    expect(registrationRefusal(one, { ...facts, assessorRoles: [] })?.reason).toBe('not_an_assessor')
  })
})
