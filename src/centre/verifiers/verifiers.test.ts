// External verifiers through the real dispatch: what their account opens, that they change nothing, and that every look is kept.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, centreRoles } from '../../core/actor.ts'
import { OperationError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { operations } from '../../server/operations.ts'
import { logVerifierRead, maySend } from '../../server/verifiers.ts'
import { type TestApp, type TestPerson, testApp, testPerson } from '../../testing/app.ts'
import { type TestRegistration, testRegistration } from '../../testing/centre.ts'
import { unitInPortfolio } from '../decisions/contract.ts'
import { registrationList, registrationShow } from '../registrations/contract.ts'
import { markClaimed } from '../registrations/store.ts'
import { signOffShow } from '../signoff/contract.ts'
import { eqaEnd, eqaList, eqaMine, eqaOpen, eqaReads } from './contract.ts'
import { canOpen, isVerifier } from './policy.ts'
import { endRefusal, isAccountOpen, longestDays, openRefusal } from './rules.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre)
  theirs = await testRegistration(app.otherCentre)
})
beforeEach(() => app.clock.set('2027-01-11T09:00:00.000Z'))
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })

function opening(registrationIds: readonly string[], more = {}) {
  const personId = newId()
  const invitation = {
    linkId: newId(),
    tokenHash: newId().replaceAll('-', '').repeat(2),
    name: 'Dr Anil Sandhu',
    email: `${personId}@example.org`,
  }
  const account = {
    id: newId(),
    personId,
    invitation,
    roleId: newId(),
    registrationIds: [...registrationIds],
    endsAt: '2027-01-22T23:59:00.000Z',
  }
  return { ...account, ...more }
}

/** A verifier for whom a unit is open, with the account. */
async function verifier(one: TestRegistration = ours): Promise<{ person: TestPerson; accountId: string }> {
  const input = opening([one.id])
  await one.administrator.send(eqaOpen, input)
  const actor = { personId: input.personId, organisationId: app.centre.id, kind: 'centre', roles: ['eqa'] } as const
  return { person: testPerson(app.dispatch, actor), accountId: input.id }
}

describe('eqa.open', () => {
  it('accepted: the verifier reads the chosen unit and no other, and may sign it', async () => {
    const other = await testRegistration(app.centre)
    const { person } = await verifier()
    expect((await person.ask(unitInPortfolio, { registrationId: ours.id })).leaves).toHaveLength(23)
    expect((await person.ask(registrationList, {})).map(({ id }) => id)).toEqual([ours.id])
    await expect(person.ask(unitInPortfolio, { registrationId: other.id })).rejects.toMatchObject(refusedBy('not_found'))
    expect(await ours.candidate.ask(signOffShow, { registrationId: ours.id })).toMatchObject({ eqa: 'agreed' })
  })
  it('accepted: a unit is open to two verifiers at once, and the end of one account takes no signature from the other', async () => {
    const one = await testRegistration(app.centre)
    const [first, second] = [await verifier(one), await verifier(one)]
    const maySign = async ({ person }: typeof first) => {
      const { mine } = await person.ask(signOffShow, { registrationId: one.id })
      return mine.map(({ role }) => role)
    }
    expect([await maySign(first), await maySign(second)]).toEqual([['eqa'], ['eqa']])
    await one.administrator.send(eqaEnd, { accountId: second.accountId })
    expect(await maySign(first)).toEqual(['eqa'])
    expect(await one.candidate.ask(signOffShow, { registrationId: one.id })).toMatchObject({ eqa: 'agreed' })
  })
  it('accepted: whoever was here before needs no new invitation', async () => {
    const input = opening([ours.id])
    await ours.administrator.send(eqaOpen, input)
    const again = { ...opening([ours.id]), personId: input.personId, invitation: null }
    expect(await ours.administrator.send(eqaOpen, again)).toEqual({ linkExpiresAt: null })
  })
  it('refused: by anybody but the administrator, an end that is over or too far, a colleague, an address in use, a claimed unit', async () => {
    await expect(ours.assessor.send(eqaOpen, opening([ours.id]))).rejects.toMatchObject(refusedBy('not_allowed'))
    const open = (more: object, ids = [ours.id]) => ours.administrator.send(eqaOpen, opening(ids, more))
    await expect(open({ endsAt: '2027-01-11T09:00:00.000Z' })).rejects.toMatchObject(refusedBy('refused', 'ends_in_past'))
    await expect(open({ endsAt: '2027-12-31T09:00:00.000Z' })).rejects.toMatchObject(refusedBy('refused', 'ends_too_late'))
    await expect(open({ personId: ours.assessor.id, invitation: null })).rejects.toMatchObject(refusedBy('refused', 'not_a_verifier'))
    const first = opening([ours.id])
    await ours.administrator.send(eqaOpen, first)
    const twice = { ...opening([]).invitation, email: first.invitation.email }
    await expect(open({ invitation: twice })).rejects.toMatchObject(refusedBy('refused', 'email_in_use'))
    const claimed = await testRegistration(app.centre)
    await app.centre.look((tx) => markClaimed(tx, claimed.id))
    await expect(open({}, [claimed.id])).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
  it('other organisation: its units are not found', async () => {
    await expect(theirs.administrator.send(eqaOpen, opening([ours.id]))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('R17: an external verifier’s account', () => {
  it('R17: sends no command at all but the signature, whatever it names and whatever other role it holds', async () => {
    const { person } = await verifier()
    const actors = [person.actor, ...centreRoles.map((role) => ({ ...person.actor, roles: ['eqa', role] as const }))]
    const commands = operations.filter(({ contract }) => contract.type === 'command')
    expect(commands.length).toBeGreaterThan(40)
    for (const actor of actors)
      for (const { contract } of commands) {
        if (contract.type !== 'command') continue
        const send = app.dispatch.command(actor, contract.name, { id: newId(), version: contract.version, input: {} })
        const code = await send.then(
          () => 'done',
          (error: unknown) => (error instanceof OperationError ? error.refusal.code : 'fault'),
        )
        expect([contract.name, code]).toEqual([contract.name, contract.name === 'signature.sign' ? 'invalid' : 'not_allowed'])
        expect(maySend(actor, contract.name)).toBe(contract.name === 'signature.sign')
      }
  })
  it('R17: ends by itself, to the minute', async () => {
    const { person } = await verifier()
    app.clock.set('2027-01-22T23:58:59.000Z')
    expect((await person.ask(registrationShow, { registrationId: ours.id })).id).toBe(ours.id)
    app.clock.set('2027-01-22T23:59:00.000Z')
    await expect(person.ask(registrationShow, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
    expect([await person.ask(registrationList, {}), await person.ask(eqaMine, {})]).toEqual([
      [],
      { units: [], lastEndedAt: '2027-01-22T23:59:00.000Z' },
    ])
  })
  it('R17: every answer leaves a line with the view and the unit; of nobody else’s reading one is kept here', async () => {
    const { person, accountId } = await verifier()
    await person.ask(unitInPortfolio, { registrationId: ours.id })
    await person.ask(registrationList, {})
    await ours.assessor.ask(registrationShow, { registrationId: ours.id })
    const reads = await ours.administrator.ask(eqaReads, { accountId })
    expect(reads.map(({ view, unitNumber }) => [view, unitNumber])).toEqual([
      ['registration.list', null],
      ['unit.inPortfolio', '307'],
    ])
  })
  it('R17: what is served outside a query is kept by the same line', async () => {
    const { person, accountId } = await verifier()
    await app.centre.look((tx) => logVerifierRead(tx, person.actor, 'file', ours.id))
    await app.centre.look((tx) => logVerifierRead(tx, ours.assessor.actor, 'file', ours.id))
    expect(await ours.administrator.ask(eqaReads, { accountId })).toMatchObject([{ view: 'file', candidateName: 'Dawn Okafor' }])
  })
})

describe('eqa.end', () => {
  it('accepted: at once; the unit is not sampled by anybody from outside any more', async () => {
    const one = await testRegistration(app.centre)
    const { person, accountId } = await verifier(one)
    app.clock.set('2027-01-11T09:01:00.000Z')
    await one.administrator.send(eqaEnd, { accountId })
    await expect(person.ask(registrationShow, { registrationId: one.id })).rejects.toMatchObject(refusedBy('not_found'))
    expect(await one.candidate.ask(signOffShow, { registrationId: one.id })).toMatchObject({ eqa: 'not_sampled' })
  })
  it('refused: twice, and by an assessor', async () => {
    const { accountId } = await verifier()
    await expect(ours.assessor.send(eqaEnd, { accountId })).rejects.toMatchObject(refusedBy('not_allowed'))
    await ours.administrator.send(eqaEnd, { accountId })
    await expect(ours.administrator.send(eqaEnd, { accountId })).rejects.toMatchObject(refusedBy('refused', 'ended_already'))
  })
  it('other organisation: not found', async () => {
    const { accountId } = await verifier()
    await expect(theirs.administrator.send(eqaEnd, { accountId })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('eqa.list', () => {
  it('accepted: with units, end and who opened it', async () => {
    const { accountId } = await verifier()
    const account = (await ours.administrator.ask(eqaList, {})).find(({ id }) => id === accountId)
    expect(account).toMatchObject({ name: 'Dr Anil Sandhu', openedByName: 'Marta Quell', endedAt: null, units: [{ unitNumber: '307' }] })
  })
  it('refused: an assessor', async () => {
    await expect(ours.assessor.ask(eqaList, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: nothing of ours', async () => {
    expect(await theirs.administrator.ask(eqaList, {})).toEqual([])
  })
})

describe('eqa.reads', () => {
  it('accepted: nothing before anything was read', async () => {
    const { accountId } = await verifier()
    expect(await ours.administrator.ask(eqaReads, { accountId })).toEqual([])
  })
  it('refused: the verifier', async () => {
    const { person, accountId } = await verifier()
    await expect(person.ask(eqaReads, { accountId })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const { accountId } = await verifier()
    await expect(theirs.administrator.ask(eqaReads, { accountId })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('eqa.mine', () => {
  it('accepted: the open units and until when', async () => {
    const { person } = await verifier()
    expect(await person.ask(eqaMine, {})).toMatchObject({
      units: [{ registration: { id: ours.id }, endsAt: '2027-01-22T23:59:00.000Z' }],
      lastEndedAt: null,
    })
  })
  it('accepted: after the centre ended it, none and since when', async () => {
    const { person, accountId } = await verifier()
    app.clock.set('2027-01-12T10:00:00.000Z')
    await ours.administrator.send(eqaEnd, { accountId })
    expect(await person.ask(eqaMine, {})).toEqual({ units: [], lastEndedAt: '2027-01-12T10:00:00.000Z' })
  })
  it('refused: an IQA', async () => {
    const iqa = await app.centre.person('Graham Ellis', 'iqa')
    await expect(iqa.ask(eqaMine, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: a verifier there has none of our units', async () => {
    const stranger = await app.otherCentre.person('Someone Else', 'eqa')
    expect(await stranger.ask(eqaMine, {})).toEqual({ units: [], lastEndedAt: null })
  })
})

describe('the policy and rules of verifiers', () => {
  it('every role: the administrator opens, the EQA is one', () => {
    for (const role of centreRoles) {
      const actor: Actor = { personId: 'a', organisationId: 'o', kind: 'centre', roles: [role] }
      expect([canOpen(actor), isVerifier(actor)]).toEqual([role === 'centre_administrator', role === 'eqa'])
    }
  })
  it('an account is open until its end or until it is ended', () => {
    const now = new Date('2027-01-15T10:00:00.000Z')
    const account = { endsAt: '2027-01-22T23:59:00.000Z', endedAt: null }
    expect([isAccountOpen(account, now), endRefusal(account, now)]).toEqual([true, undefined])
    expect(isAccountOpen({ ...account, endedAt: '2027-01-15T09:00:00.000Z' }, now)).toBe(false)
    expect(endRefusal({ ...account, endsAt: '2027-01-15T10:00:00.000Z' }, now)?.reason).toBe('ended_already')
    const last = new Date(now.getTime() + longestDays * 86_400_000).toISOString()
    expect(openRefusal({ endsAt: last }, { now, roles: ['eqa'] })).toBeUndefined()
  })
})
