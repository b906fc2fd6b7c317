// Registering candidates, and the address that they hand to a school.
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAddress } from '../../common/letters/rules.ts'
import { type Actor, centreRoles, type Role } from '../../core/actor.ts'
import { fromBase64url, utf8 } from '../../core/bytes.ts'
import { newId } from '../../core/ids.ts'
import { isSignedBy } from '../../server/keys.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { qualify, type TestRegistration, testParties, testRegistration, unit307 } from '../../testing/centre.ts'
import {
  registrationAddress,
  registrationChange,
  registrationChanges,
  registrationCreate,
  registrationList,
  registrationMine,
  registrationShow,
} from './contract.ts'
import {
  canList,
  canReadPortfolio,
  canSeeAddress,
  canSeeRegistration,
  isCandidate,
  isItsAssessor,
  isItsCandidate,
  isItsCountersigner,
  isItsEqa,
  isItsIqa,
  isItsTutor,
} from './policy.ts'
import {
  afterChange,
  changedFields,
  changeRefusal,
  claimedRefusal,
  independenceRefusal,
  partiesOf,
  registrationRefusal,
  rolesRefusal,
  supervisionRefusal,
} from './rules.ts'
import { insertRegistration, markClaimed } from './store.ts'
import { getRegistration } from './views.ts'

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
    const trainee = await app.centre.person('Kofi Mensah', 'assessor')
    const colleague = await app.centre.person('Femi Cole', 'assessor')
    await expect(administrator.send(registrationCreate, wish(both.id, trainee.id))).rejects.toMatchObject(
      refusedBy('refused', 'countersigner_missing'),
    )
    await expect(
      administrator.send(registrationCreate, { ...wish(both.id, trainee.id), countersignerId: colleague.id }),
    ).rejects.toMatchObject(refusedBy('refused', 'countersigner_is_trainee'))
    await expect(administrator.send(registrationCreate, wish(both.id, both.id))).rejects.toMatchObject(
      refusedBy('refused', 'assesses_herself'),
    )
    await expect(administrator.send(registrationCreate, { ...wish(both.id, assessor.id), packCode: 'none' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
  it('accepted: tutor, countersigner, IQA and site are kept, and each of them finds it', async () => {
    const parties = await testParties(app.centre)
    const full = await testRegistration(app.centre, parties)
    expect(await full.candidate.ask(registrationShow, { registrationId: full.id })).toMatchObject({
      tutorName: 'Nia Tarrant',
      countersignerName: 'Femi Cole',
      iqaName: 'Graham Ellis',
      site: null,
      claimedAt: null,
    })
    for (const one of Object.values(parties)) expect((await one.ask(registrationList, {})).map(({ id }) => id)).toEqual([full.id])
  })
  it('refused: a part without its role, and two parts that must stay apart', async () => {
    const { administrator, assessor } = ours
    const candidate = await app.centre.person('Zo Park', 'candidate')
    const kim = await app.centre.person('Kim Both', 'assessor', 'iqa', 'tutor')
    const send = (more: object) => administrator.send(registrationCreate, { ...wish(candidate.id, assessor.id), ...more })
    await expect(send({ tutorId: assessor.id })).rejects.toMatchObject(refusedBy('refused', 'not_a_tutor'))
    await expect(send({ countersignerId: candidate.id })).rejects.toMatchObject(refusedBy('refused', 'not_an_assessor'))
    await expect(send({ iqaId: assessor.id })).rejects.toMatchObject(refusedBy('refused', 'not_an_iqa'))
    await expect(send({ iqaId: kim.id, countersignerId: kim.id })).rejects.toMatchObject(refusedBy('refused', 'verifies_countersigned'))
    await expect(send({ iqaId: theirs.assessor.id })).rejects.toMatchObject(refusedBy('not_found'))
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

describe('registration.change', () => {
  const change = (registrationId: string, more: object) => ({ id: newId(), registrationId, reason: 'Lorraine is on leave', ...more })
  it('accepted: the assessor passes on with the reason, and who has the part now reads it; who had it no more', async () => {
    const one = await testRegistration(app.centre)
    const next = await app.centre.person('Femi Cole', 'assessor')
    await qualify(one.administrator, next)
    await one.administrator.send(registrationChange, change(one.id, { assessorId: next.id, site: 'Oakmere', endsOn: '2026-12-18' }))
    expect(await next.ask(registrationShow, { registrationId: one.id })).toMatchObject({
      assessorName: 'Femi Cole',
      site: 'Oakmere',
      endsOn: '2026-12-18',
    })
    await expect(one.assessor.ask(registrationShow, { registrationId: one.id })).rejects.toMatchObject(refusedBy('not_found'))
    expect(await one.candidate.ask(registrationChanges, { registrationId: one.id })).toMatchObject([
      { field: 'assessor', was: 'Lorraine Pike', became: 'Femi Cole', reason: 'Lorraine is on leave', changedByName: 'Marta Quell' },
      { field: 'ends_on', was: null, became: '2026-12-18' },
      { field: 'site', was: null, became: 'Oakmere' },
    ])
  })
  it('refused: by anybody but the administrator, nothing new, a trainee alone, dependent parts, and after the claim', async () => {
    const one = await testRegistration(app.centre, await testParties(app.centre))
    for (const person of [one.candidate, one.assessor, one.tutor, one.iqa])
      await expect(person?.send(registrationChange, change(one.id, { site: 'Elsewhere' }))).rejects.toMatchObject(refusedBy('not_allowed'))
    const send = (more: object) => one.administrator.send(registrationChange, change(one.id, more))
    await expect(send({ assessorId: one.assessor.id })).rejects.toMatchObject(refusedBy('refused', 'nothing_changed'))
    const trainee = await app.centre.person('Kofi Mensah', 'assessor')
    await expect(send({ assessorId: trainee.id, countersignerId: null })).rejects.toMatchObject(
      refusedBy('refused', 'countersigner_missing'),
    )
    await send({ assessorId: trainee.id })
    await expect(send({ countersignerId: trainee.id })).rejects.toMatchObject(refusedBy('refused', 'countersigns_own'))
    await expect(send({ endsOn: '2026-09-01' })).rejects.toMatchObject(refusedBy('refused', 'ends_before_it_begins'))
    await app.centre.look((tx) => markClaimed(tx, one.id))
    await expect(send({ site: 'Elsewhere' })).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
  it('other organisation: not found, and nobody of another centre gets a part', async () => {
    await expect(theirs.administrator.send(registrationChange, change(ours.id, { site: 'Theirs' }))).rejects.toMatchObject(
      refusedBy('not_found'),
    )
    await expect(ours.administrator.send(registrationChange, change(ours.id, { assessorId: theirs.assessor.id }))).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('registration.changes', () => {
  it('accepted: nothing before anything changed', async () => {
    expect(await ours.assessor.ask(registrationChanges, { registrationId: ours.id })).toEqual([])
  })
  it('refused: an assessor without a part', async () => {
    const other = await app.centre.person('Someone Else', 'assessor')
    await expect(other.ask(registrationChanges, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.administrator.ask(registrationChanges, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
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
    const roles = ['candidate', 'assessor', 'tutor', 'centre_administrator', 'iqa'] as const
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.subarray([...roles], { minLength: 1 }), { minLength: 3, maxLength: 5 }),
        fc.infiniteStream(fc.nat(4)),
        async (held, picks) => {
          const people = await Promise.all(held.map((own, at) => app.centre.person(`Person ${at}`, ...own)))
          for (const person of people) if (person.actor.roles.includes('assessor')) await qualify(ours.administrator, person)
          const pick = (role: 'candidate' | 'assessor' | 'tutor' | 'iqa') => {
            const fitting = people.filter(({ actor }) => actor.roles.includes(role))
            return fitting[(picks.next().value ?? 0) % Math.max(1, fitting.length)]
          }
          for (let times = 0; times < 4; times++) {
            const [candidate, assessor] = [pick('candidate'), pick('assessor')]
            if (candidate === undefined || assessor === undefined || candidate === assessor) continue
            await ours.administrator
              .send(registrationCreate, {
                ...wish(candidate.id, assessor.id),
                tutorId: pick('tutor')?.id ?? null,
                iqaId: pick('iqa')?.id ?? null,
              })
              .catch(() => undefined)
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

const parts = ['candidateId', 'assessorId', 'tutorId', 'countersignerId', 'iqaId'] as const
type Part = (typeof parts)[number]
const apart: Readonly<Record<string, string | undefined>> = {
  'candidateId assessorId': 'assesses_herself',
  'candidateId tutorId': 'tutors_herself',
  'candidateId countersignerId': 'countersigns_herself',
  'candidateId iqaId': 'verifies_herself',
  'assessorId tutorId': undefined,
  'assessorId countersignerId': 'countersigns_own',
  'assessorId iqaId': 'verifies_own',
  'tutorId countersignerId': undefined,
  'tutorId iqaId': 'verifies_taught',
  'countersignerId iqaId': 'verifies_countersigned',
}

/** Past all rules, into the table itself. */
const insertOnce = (held: ReturnType<typeof partiesOf>) =>
  app.centre.look((tx) => {
    const more = { packVersion: 1, site: null, registeredBy: held.candidateId, id: newId() }
    return insertRegistration(tx, { ...wish(held.candidateId, held.assessorId), ...held, ...more })
  })

describe('independenceRefusal', () => {
  const people = { candidateId: 'a', assessorId: 'b', tutorId: 'c', countersignerId: 'd', iqaId: 'e' }
  it('R6: for every pair of parts it says whether one person may have both, and why not; the database agrees', async () => {
    expect(independenceRefusal(people)).toBeUndefined()
    const kim = await app.centre.person('Kim Many', ...centreRoles)
    const [one, two] = [await app.centre.person('Zo Park', 'candidate'), await app.centre.person('Femi Cole', 'assessor')]
    for (const [at, first] of parts.entries())
      for (const second of parts.slice(at + 1)) {
        const reason = apart[`${first} ${second}`]
        expect(independenceRefusal({ ...people, [second]: people[first] })?.reason).toBe(reason)
        const held = partiesOf({ candidateId: one.id, assessorId: two.id, [first]: kim.id, [second]: kim.id })
        const kept = insertOnce(held).then(
          () => true,
          (error: Error) => !error.message.includes('check constraint'),
        )
        expect([first, second, await kept]).toEqual([first, second, reason === undefined])
      }
  })
  it('a part that nobody has is nobody’s', () => {
    expect(independenceRefusal({ candidateId: 'a', assessorId: 'b', tutorId: null, countersignerId: null, iqaId: null })).toBeUndefined()
    expect(partiesOf({ candidateId: 'a', assessorId: 'b' })).toEqual({ ...people, tutorId: null, countersignerId: null, iqaId: null })
  })
})

describe('who has which part', () => {
  const people = { candidateId: 'a', assessorId: 'b', tutorId: 'c', countersignerId: 'd', iqaId: 'e', eqaIds: ['f'] }
  const actor = (personId: string, role: Role): Actor => ({ personId, organisationId: 'o', kind: 'centre', roles: [role] })
  const policies = {
    candidateId: [isItsCandidate, 'candidate'],
    assessorId: [isItsAssessor, 'assessor'],
    tutorId: [isItsTutor, 'tutor'],
    countersignerId: [isItsCountersigner, 'assessor'],
    iqaId: [isItsIqa, 'iqa'],
  } as const satisfies Record<Part, readonly [unknown, Role]>
  it('a part needs the person and her role: every part × every person × every role', () => {
    for (const part of parts)
      for (const person of [...parts, 'nobody'] as const)
        for (const role of centreRoles) {
          const [isIts, needed] = policies[part]
          const who = actor(person === 'nobody' ? 'z' : people[person], role)
          expect(isIts(who, people)).toBe(person === part && role === needed)
        }
  })
  it('R17: an external verifier reads while an account opens the unit, and nobody is one by another role', () => {
    for (const personId of ['f', 'z', 'a', 'e'])
      for (const role of centreRoles) {
        const isOpen = personId === 'f' && role === 'eqa'
        expect(isItsEqa(actor(personId, role), people)).toBe(isOpen)
        if (personId === 'f') expect(canReadPortfolio(actor(personId, role), people)).toBe(isOpen)
        expect(isItsEqa(actor(personId, role), {})).toBe(false)
      }
  })
  it('whoever has a part reads the portfolio; the centre administrator sees the registration alone', () => {
    for (const person of [...parts, 'nobody'] as const)
      for (const role of centreRoles) {
        const who = actor(person === 'nobody' ? 'z' : people[person], role)
        const hasPart = person !== 'nobody' && policies[person][1] === role
        expect(canReadPortfolio(who, people)).toBe(hasPart)
        expect(canSeeRegistration(who, people)).toBe(hasPart || role === 'centre_administrator')
        expect(canSeeAddress(who, people)).toBe((hasPart && role === 'candidate') || role === 'centre_administrator')
      }
  })
})

describe('claimedRefusal', () => {
  it('closes a unit when its certificate is claimed', async () => {
    const other = await testRegistration(app.centre)
    const read = () => app.centre.look((tx) => getRegistration(tx, other.id))
    expect(claimedRefusal(await read())).toBeUndefined()
    await app.centre.look((tx) => markClaimed(tx, other.id))
    expect(claimedRefusal(await read())?.reason).toBe('unit_claimed')
  })
})

describe('the rules of change', () => {
  const registration = {
    ...{ id: 'r', candidateId: 'a', candidateName: 'Dawn Okafor', candidateNumber: '4471', packCode: unit307, packVersion: 1 },
    ...{
      assessorId: 'b',
      assessorName: 'Lorraine Pike',
      tutorId: null,
      tutorName: null,
      countersignerId: 'd',
      countersignerName: 'Femi Cole',
    },
    ...{
      iqaId: null,
      iqaName: null,
      site: null,
      unitNumber: '307',
      unitTitle: 'x',
      registeredOn: '2026-09-14',
      endsOn: null,
      claimedAt: null,
    },
  }
  it('what is left out or as before does not change', () => {
    const change = { assessorId: 'b', tutorId: 'c', site: null, endsOn: undefined }
    expect(changedFields(registration, change)).toEqual(['tutorId'])
    expect(afterChange(registration, change)).toEqual({ ...registration, tutorId: 'c' })
  })
  it('asks of roles and supervision only what the change touches', () => {
    expect(changeRefusal(registration, { site: 'Oakmere' }, { traineeIds: ['d'] })).toBeUndefined()
    expect(changeRefusal(registration, { countersignerId: null }, { traineeIds: ['b'] })?.reason).toBe('countersigner_missing')
    expect(changeRefusal(registration, { iqaId: 'e' }, { iqaRoles: ['assessor'] })?.reason).toBe('not_an_iqa')
    expect(rolesRefusal({ tutorRoles: ['assessor'] })?.reason).toBe('not_a_tutor')
    expect(rolesRefusal({})).toBeUndefined()
  })
  it('a trainee needs a countersigner who is none', () => {
    expect(supervisionRefusal({ assessorId: 'b', countersignerId: null }, {})).toBeUndefined()
    expect(supervisionRefusal({ assessorId: 'b', countersignerId: 'd' }, { traineeIds: ['b'] })).toBeUndefined()
    expect(supervisionRefusal({ assessorId: 'b' }, { traineeIds: ['b'] })?.reason).toBe('countersigner_missing')
    expect(supervisionRefusal({ assessorId: 'b', countersignerId: 'd' }, { traineeIds: ['d'] })?.reason).toBe('countersigner_is_trainee')
  })
})
