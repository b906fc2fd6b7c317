// Qualifications, checking them, CPD, and who is a trainee assessor.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, centreRoles, type Role } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { cpdRecord, cpdWithdraw, qualificationCheck, qualificationEnter, qualificationWithdraw, staffList, staffMine } from './contract.ts'
import { canCheck, canEnter, canSeeStaff, isOwn, isStaff, mayEnter } from './policy.ts'
import { assessorKinds, checkRefusal, countsOn, cpdRefusal, entryRefusal, isTrainee, withdrawalRefusal } from './rules.ts'
import { isTraineeAssessor } from './views.ts'

let app: TestApp
let administrator: TestPerson
let assessor: TestPerson
let theirs: { administrator: TestPerson; assessor: TestPerson }
beforeAll(async () => {
  app = await testApp()
  administrator = await app.centre.person('Marta Quell', 'centre_administrator')
  assessor = await app.centre.person('Lorraine Pike', 'assessor')
  theirs = {
    administrator: await app.otherCentre.person('Ola Berg', 'centre_administrator'),
    assessor: await app.otherCentre.person('Rhys Cole', 'assessor'),
  }
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const cava = (personId: string, more = {}) => ({
  id: newId(),
  personId,
  kind: 'cava' as const,
  title: 'Level 3 Certificate in Assessing Vocational Achievement',
  awardedOn: '2020-06-01',
  dueOn: null,
  expiresOn: null,
  ...more,
})
const trainee = (person: TestPerson, day = '2026-11-24') => app.centre.look((tx) => isTraineeAssessor(tx, person.id, day))

describe('qualification.enter', () => {
  it('accepted: the assessor enters her own, and the administrator for her', async () => {
    const kofi = await app.centre.person('Kofi Mensah', 'assessor')
    await kofi.send(qualificationEnter, cava(kofi.id, { awardedOn: null, dueOn: '2027-05-31' }))
    await administrator.send(qualificationEnter, cava(kofi.id, { kind: 'occupational', title: 'Foundation degree' }))
    const mine = await kofi.ask(staffMine, {})
    expect(mine.qualifications.map(({ kind }) => kind)).toEqual(['cava', 'occupational'])
    expect(mine.isTrainee).toBe(true)
  })
  it('refused: a colleague’s, one’s own as a candidate, both held and due, and what is not awarded yet', async () => {
    const colleague = await app.centre.person('Femi Cole', 'assessor')
    const candidate = await app.centre.person('Dawn Okafor', 'candidate')
    await expect(colleague.send(qualificationEnter, cava(assessor.id))).rejects.toMatchObject(refusedBy('not_found'))
    await expect(candidate.send(qualificationEnter, cava(candidate.id))).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(administrator.send(qualificationEnter, cava(candidate.id))).rejects.toMatchObject(refusedBy('not_found'))
    await expect(assessor.send(qualificationEnter, cava(assessor.id, { dueOn: '2027-01-01' }))).rejects.toMatchObject(
      refusedBy('refused', 'held_or_due'),
    )
    await expect(assessor.send(qualificationEnter, cava(assessor.id, { awardedOn: '2999-01-01' }))).rejects.toMatchObject(
      refusedBy('refused', 'awarded_later'),
    )
  })
  it('other organisation: its staff are not found', async () => {
    await expect(theirs.administrator.send(qualificationEnter, cava(assessor.id))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('qualification.check', () => {
  it('accepted: from then on it counts, and the assessor is no trainee', async () => {
    const nell = await app.centre.person('Nell Marsh', 'assessor')
    const one = cava(nell.id)
    await nell.send(qualificationEnter, one)
    expect(await trainee(nell)).toBe(true)
    await administrator.send(qualificationCheck, { qualificationId: one.id, how: 'Certificate seen' })
    expect(await trainee(nell)).toBe(false)
    expect(await trainee(nell, '2020-05-31')).toBe(true)
    expect((await nell.ask(staffMine, {})).qualifications[0]).toMatchObject({
      checkedByName: 'Marta Quell',
      checkedHow: 'Certificate seen',
    })
    await expect(administrator.send(qualificationCheck, { qualificationId: one.id, how: 'Again' })).rejects.toMatchObject(
      refusedBy('refused', 'checked_already'),
    )
  })
  it('refused: by the assessor herself, also when she is an administrator, and before it is awarded', async () => {
    const both = await app.centre.person('Kim Both', 'assessor', 'centre_administrator')
    const own = cava(both.id)
    await both.send(qualificationEnter, own)
    await expect(both.send(qualificationCheck, { qualificationId: own.id, how: 'It is mine' })).rejects.toMatchObject(
      refusedBy('refused', 'own_qualification'),
    )
    await expect(assessor.send(qualificationCheck, { qualificationId: own.id, how: 'Seen' })).rejects.toMatchObject(
      refusedBy('not_allowed'),
    )
    const due = cava(both.id, { awardedOn: null, dueOn: '2027-05-31' })
    await both.send(qualificationEnter, due)
    await expect(administrator.send(qualificationCheck, { qualificationId: due.id, how: 'Seen' })).rejects.toMatchObject(
      refusedBy('refused', 'not_held_yet'),
    )
  })
  it('other organisation: not found', async () => {
    const one = cava(assessor.id)
    await assessor.send(qualificationEnter, one)
    await expect(theirs.administrator.send(qualificationCheck, { qualificationId: one.id, how: 'Seen' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('qualification.withdraw', () => {
  it('accepted: with the reason; it counts no more', async () => {
    const ann = await app.centre.person('Ann Reed', 'assessor')
    const one = cava(ann.id)
    await administrator.send(qualificationEnter, one)
    await administrator.send(qualificationCheck, { qualificationId: one.id, how: 'Seen' })
    await ann.send(qualificationWithdraw, { qualificationId: one.id, reason: 'Wrong certificate' })
    expect(await trainee(ann)).toBe(true)
    await expect(ann.send(qualificationWithdraw, { qualificationId: one.id, reason: 'Again' })).rejects.toMatchObject(
      refusedBy('refused', 'withdrawn_already'),
    )
    await expect(administrator.send(qualificationCheck, { qualificationId: one.id, how: 'Seen' })).rejects.toMatchObject(
      refusedBy('refused', 'withdrawn_already'),
    )
  })
  it('refused: a colleague', async () => {
    const one = cava(assessor.id)
    await assessor.send(qualificationEnter, one)
    const colleague = await app.centre.person('Femi Cole', 'assessor')
    await expect(colleague.send(qualificationWithdraw, { qualificationId: one.id, reason: 'Envy' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
  it('other organisation: not found', async () => {
    const one = cava(assessor.id)
    await assessor.send(qualificationEnter, one)
    await expect(theirs.administrator.send(qualificationWithdraw, { qualificationId: one.id, reason: 'x' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

const cpd = (more = {}) => ({
  id: newId(),
  doneOn: '2026-10-06',
  minutes: 90,
  what: 'Standardisation meeting on unit 307',
  learnt: 'Ask for the moment in the lesson',
  ...more,
})

describe('cpd.record', () => {
  it('accepted: the last done stands first', async () => {
    await assessor.send(cpdRecord, cpd())
    await assessor.send(cpdRecord, cpd({ doneOn: '2026-11-02' }))
    expect((await assessor.ask(staffMine, {})).cpd.map(({ doneOn }) => doneOn)).toEqual(['2026-11-02', '2026-10-06'])
  })
  it('refused: of a day to come, and by a candidate', async () => {
    await expect(assessor.send(cpdRecord, cpd({ doneOn: '2999-01-01' }))).rejects.toMatchObject(refusedBy('refused', 'done_later'))
    const candidate = await app.centre.person('Dawn Okafor', 'candidate')
    await expect(candidate.send(cpdRecord, cpd())).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: each writes into their own', async () => {
    await theirs.assessor.send(cpdRecord, cpd({ what: 'Theirs' }))
    expect(JSON.stringify(await administrator.ask(staffList, {}))).not.toContain('Theirs')
  })
})

describe('cpd.withdraw', () => {
  it('accepted: it is gone from the list', async () => {
    const jo = await app.centre.person('Jo Field', 'tutor')
    const entry = cpd()
    await jo.send(cpdRecord, entry)
    await jo.send(cpdWithdraw, { entryId: entry.id })
    expect((await jo.ask(staffMine, {})).cpd).toEqual([])
    await expect(jo.send(cpdWithdraw, { entryId: entry.id })).rejects.toMatchObject(refusedBy('refused', 'withdrawn_already'))
  })
  it('refused: somebody else’s', async () => {
    const entry = cpd()
    await assessor.send(cpdRecord, entry)
    const colleague = await app.centre.person('Femi Cole', 'assessor')
    await expect(colleague.send(cpdWithdraw, { entryId: entry.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const entry = cpd()
    await assessor.send(cpdRecord, entry)
    await expect(theirs.assessor.send(cpdWithdraw, { entryId: entry.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('staff.mine', () => {
  it('accepted: one’s own', async () => {
    expect(await assessor.ask(staffMine, {})).toMatchObject({ name: 'Lorraine Pike', roles: ['assessor'] })
  })
  it('refused: the administrator is none of the staff that is qualified', async () => {
    await expect(administrator.ask(staffMine, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: nothing of ours', async () => {
    expect((await theirs.assessor.ask(staffMine, {})).name).toBe('Rhys Cole')
  })
})

describe('staff.list', () => {
  it('accepted: the administrator and the IQA see all staff, and no candidate', async () => {
    const iqa = await app.centre.person('Graham Ellis', 'iqa')
    for (const reader of [administrator, iqa]) {
      const names = (await reader.ask(staffList, {})).map(({ name }) => name)
      expect(names).toContain('Lorraine Pike')
      expect(names).not.toContain('Dawn Okafor')
    }
  })
  it('refused: an assessor', async () => {
    await expect(assessor.ask(staffList, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: nobody of ours', async () => {
    expect((await theirs.administrator.ask(staffList, {})).map(({ name }) => name)).toEqual(['Rhys Cole'])
  })
})

describe('the policy of staff', () => {
  it('every role × every act, on one’s own and another’s', () => {
    for (const role of centreRoles) {
      const actor: Actor = { personId: 'a', organisationId: 'o', kind: 'centre', roles: [role] }
      const staff = (['assessor', 'tutor', 'iqa'] as readonly Role[]).includes(role)
      const isAdministrator = role === 'centre_administrator'
      expect(isStaff(actor)).toBe(staff)
      expect(canCheck(actor)).toBe(isAdministrator)
      expect(mayEnter(actor)).toBe(staff || isAdministrator)
      expect(canEnter(actor, { personId: 'a' })).toBe(staff || isAdministrator)
      expect(canEnter(actor, { personId: 'b' })).toBe(isAdministrator)
      expect(isOwn(actor, { personId: 'a' })).toBe(staff)
      expect(isOwn(actor, { personId: 'b' })).toBe(false)
      expect(canSeeStaff(actor)).toBe(isAdministrator || role === 'iqa')
    }
  })
})

describe('the rules of staff', () => {
  const held = { kind: 'a1' as const, awardedOn: '2020-06-01', expiresOn: '2026-06-01', checkedAt: '2020-07-01T09:00:00.000Z' }
  it('a qualification counts from its award to its end, once it is checked', () => {
    expect(['2020-05-31', '2020-06-01', '2026-06-01', '2026-06-02'].map((day) => countsOn(held, day))).toEqual([false, true, true, false])
    expect(countsOn({ ...held, checkedAt: null }, '2021-01-01')).toBe(false)
    expect(countsOn({ ...held, awardedOn: null }, '2021-01-01')).toBe(false)
  })
  it('an assessor with any assessor qualification that counts is no trainee; whoever is no assessor is none either', () => {
    for (const kind of assessorKinds) expect(isTrainee(['assessor'], [{ ...held, kind }], '2021-01-01')).toBe(false)
    for (const kind of ['d34', 'v1', 'iqa_award', 'teaching', 'occupational', 'other'] as const)
      expect(isTrainee(['assessor'], [{ ...held, kind }], '2021-01-01')).toBe(true)
    expect(isTrainee(['iqa', 'tutor'], [], '2021-01-01')).toBe(false)
  })
  it('names what is wrong', () => {
    const days = { awardedOn: '2020-06-01', dueOn: null, expiresOn: null }
    expect(entryRefusal(days, '2026-11-24')).toBeUndefined()
    expect(entryRefusal({ ...days, awardedOn: null }, '2026-11-24')?.reason).toBe('held_or_due')
    expect(entryRefusal({ ...days, expiresOn: '2020-05-31' }, '2026-11-24')?.reason).toBe('expires_before_award')
    expect(cpdRefusal({ doneOn: '2026-11-25' }, '2026-11-24')?.reason).toBe('done_later')
    expect(withdrawalRefusal({ withdrawnAt: new Date() })?.reason).toBe('withdrawn_already')
    const standing = { personId: 'a', awardedOn: '2020-06-01', checkedAt: null, withdrawnAt: null }
    expect(checkRefusal(standing, 'b')).toBeUndefined()
    expect(checkRefusal(standing, 'a')?.reason).toBe('own_qualification')
  })
})
