// Statements of witnesses: asked for by the assessor, written and signed by the witness alone, confirmed, taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { centreRoles } from '../../core/actor.ts'
import { type Id, newId } from '../../core/ids.ts'
import { operations } from '../../server/operations.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type TestRegistration, testRegistration } from '../../testing/centre.ts'
import { agreePlan, testPlan } from '../../testing/plan.ts'
import { askTestimony, signTestimony, statement } from '../../testing/testimony.ts'
import { grounds, linkSecret, testWitness, visitorOf } from '../../testing/witness.ts'
import { decisionQueue, decisionRecord, unitOfCandidate } from '../decisions/contract.ts'
import { loadUnit } from '../decisions/views.ts'
import { evidenceAdd, evidenceChange } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { getEvidence } from '../evidence/views.ts'
import { markClaimed } from '../registrations/store.ts'
import { getRegistration } from '../registrations/views.ts'
import { witnessApproveExpert, witnessEnd, witnessTakeBackApproval } from '../witnesses/contract.ts'
import * as contract from './contract.ts'
import { contentForUnit, expertItemIds } from './views.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
let witnessId: Id
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre)
  theirs = await testRegistration(app.otherCentre)
  witnessId = await testWitness(app, app.centre, ours)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const guest = () => visitorOf(app, app.centre)
const ask = () => askTestimony(ours, witnessId)
const sign = (secret: { token: string; code: string }) => signTestimony(app, app.centre, secret)
const requestOf = async (requestId: Id) => {
  const all = await ours.candidate.ask(contract.testimonyForUnit, { registrationId: ours.id })
  const found = all.find(({ id }) => id === requestId)
  if (found === undefined) throw new Error('the request is not in the list')
  return found
}
const wish = (more: object = {}) => {
  const { tokenHash, codeHash } = linkSecret()
  return {
    id: newId(),
    witnessId,
    activity: 'Peer assessment',
    leaves: [{ registrationId: ours.id, leaf: '3.3' }],
    ...{ linkId: newId(), tokenHash, codeHash },
    ...more,
  }
}
const signature = (secret: { token: string; code: string }, more: object = {}) => ({
  ...{ token: secret.token, code: secret.code, id: newId(), evidenceId: newId() },
  ...{ ...statement, signedName: 'Priya Nair', signedPosition: 'SENCO' },
  ...more,
})

describe('testimony.request', () => {
  it('accepted: for fourteen days, with the leaves for which it will be claimed', async () => {
    const { requestId } = await ask()
    expect(await requestOf(requestId)).toMatchObject({
      witnessName: 'Priya Nair',
      leaves: ['2.4', '3.3'],
      testimony: null,
      cancelled: null,
    })
  })
  it('refused: before the witness has signed their entry, for a leaf that there is not, and for another candidate', async () => {
    const unsigned = await testWitness(app, app.centre, ours, { upTo: 'inducted', name: 'Ruth Calder' })
    const other = await testRegistration(app.centre)
    const send = (more: object) => ours.assessor.send(contract.testimonyRequest, wish(more))
    await expect(send({ witnessId: unsigned })).rejects.toMatchObject(refusedBy('refused', 'not_signed'))
    await expect(send({ leaves: [{ registrationId: ours.id, leaf: '9.9' }] })).rejects.toMatchObject(refusedBy('refused', 'unknown_leaf'))
    await expect(
      other.assessor.send(contract.testimonyRequest, wish({ leaves: [{ registrationId: other.id, leaf: '3.3' }] })),
    ).rejects.toMatchObject(refusedBy('refused', 'not_one_candidate'))
  })
  it('refused: by everybody but the candidate’s assessor', async () => {
    for (const role of centreRoles) {
      const person = await app.centre.person('Someone Else', role)
      const code = role === 'assessor' ? 'not_found' : 'not_allowed'
      await expect(person.send(contract.testimonyRequest, wish())).rejects.toMatchObject(refusedBy(code))
    }
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.send(contract.testimonyRequest, wish())).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('testimony.renewLink', () => {
  const renew = async (requestId: Id, by = ours.assessor) => {
    const secret = linkSecret('700700')
    const { tokenHash, codeHash } = secret
    await by.send(contract.testimonyRenewLink, { requestId, linkId: newId(), tokenHash, codeHash })
    return secret
  }
  it('accepted: the earlier link is shut; after signing a fresh one only reads and takes back', async () => {
    const { requestId, token, code } = await ask()
    const fresh = await renew(requestId)
    await expect(guest().send(contract.testimonyOpen, { token, code })).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
    await sign(fresh)
    const later = await renew(requestId)
    expect(await guest().send(contract.testimonyOpen, { token: later.token, code: later.code })).toMatchObject({
      signed: { did: statement.did, isWithdrawn: false },
    })
    await expect(guest().send(contract.testimonySign, signature(later))).rejects.toMatchObject(refusedBy('refused', 'signed_already'))
  })
  it('refused: for a request that was taken back', async () => {
    const { requestId } = await ask()
    await ours.assessor.send(contract.testimonyCancel, { id: newId(), requestId, reason: 'Seen by me now' })
    await expect(renew(requestId)).rejects.toMatchObject(refusedBy('refused', 'request_cancelled'))
  })
  it('other organisation: not found', async () => {
    const { requestId } = await ask()
    await expect(renew(requestId, theirs.assessor)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('testimony.cancel', () => {
  it('accepted: the link opens nothing more', async () => {
    const { requestId, token, code } = await ask()
    await ours.assessor.send(contract.testimonyCancel, { id: newId(), requestId, reason: 'Seen by me now' })
    expect(await requestOf(requestId)).toMatchObject({ cancelled: { reason: 'Seen by me now' }, linkEndsAt: null })
    await expect(guest().send(contract.testimonyOpen, { token, code })).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
  })
  it('refused: what was signed can’t be cancelled by anybody', async () => {
    const asked = await ask()
    await sign(asked)
    const cancel = { id: newId(), requestId: asked.requestId, reason: 'No longer wanted' }
    await expect(ours.assessor.send(contract.testimonyCancel, cancel)).rejects.toMatchObject(refusedBy('refused', 'signed_already'))
    await expect(ours.candidate.send(contract.testimonyCancel, cancel)).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const { requestId } = await ask()
    await expect(theirs.assessor.send(contract.testimonyCancel, { id: newId(), requestId, reason: 'x' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('testimony.open', () => {
  it('accepted: whose, about what and as whom, and not one leaf', async () => {
    const { token, code } = await ask()
    const opened = await guest().send(contract.testimonyOpen, { token, code })
    expect(opened).toEqual({
      state: 'open',
      centreName: 'Northgate College',
      candidateName: 'Dawn Okafor',
      activity: 'Peer assessment in the fractions group',
      name: 'Priya Nair',
      position: 'SENCO',
      signed: null,
    })
  })
  it('refused: the fifth wrong code shuts the link', async () => {
    const { token, code } = await ask()
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect(await guest().send(contract.testimonyOpen, { token, code: '000000' })).toEqual({ state: 'wrong_code', triesLeft })
    await expect(guest().send(contract.testimonyOpen, { token, code })).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
  })
  it('other organisation: the token opens nothing there', async () => {
    const { token, code } = await ask()
    const elsewhere = visitorOf(app, app.otherCentre).send(contract.testimonyOpen, { token, code })
    await expect(elsewhere).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
  })
})

describe('testimony.sign', () => {
  it('accepted: the statement is an item of evidence word for word, claimed for the leaves that were asked for', async () => {
    const asked = await ask()
    const evidenceId = await sign(asked)
    const item = await app.centre.look((tx) => getEvidence(tx, { id: ours.id, candidateId: ours.candidate.id }, evidenceId))
    expect(item.reference).toMatch(/^WT-\d\d$/)
    expect(item).toMatchObject({
      method: 'WT',
      occurredOn: statement.occurredOn,
      leaves: ['2.4', '3.3'],
      record: { witnessId, statement: statement.did, spoke: statement.spoke, startTime: '10:50', endTime: '11:30' },
    })
    expect((await requestOf(asked.requestId)).testimony).toMatchObject({ evidenceId, signedName: 'Priya Nair', signedPosition: 'SENCO' })
  })
  it('refused: a second time, of a day to come, with an end before its beginning', async () => {
    const asked = await ask()
    const send = (more: object) => guest().send(contract.testimonySign, signature(asked, more))
    await expect(send({ occurredOn: '2099-01-01' })).rejects.toMatchObject(refusedBy('refused', 'in_the_future'))
    await expect(send({ endTime: '10:50' })).rejects.toMatchObject(refusedBy('refused', 'ends_before_it_begins'))
    expect(await send({ code: '000000' })).toEqual({ state: 'wrong_code', triesLeft: 4 })
    await sign(asked)
    await expect(send({})).rejects.toMatchObject(refusedBy('refused', 'signed_already'))
  })
  it('other organisation: the token signs nothing there', async () => {
    const asked = await ask()
    const elsewhere = visitorOf(app, app.otherCentre).send(contract.testimonySign, signature(asked))
    await expect(elsewhere).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
  })
})

describe('testimony.withdraw', () => {
  const withdraw = ({ token, code }: { token: string; code: string }) =>
    guest().send(contract.testimonyWithdraw, { id: newId(), token, code, reason: 'It was another lesson' })
  it('accepted: by the witness, with the reason shown; the words stay and count no more', async () => {
    const asked = await ask()
    await sign(asked)
    expect(await withdraw(asked)).toEqual({ state: 'withdrawn' })
    const { testimony } = await requestOf(asked.requestId)
    expect(testimony).toMatchObject({ withdrawn: { reason: 'It was another lesson', isMark: false } })
    expect(testimony?.gaps).toContain('withdrawn')
    expect(await guest().send(contract.testimonyOpen, { token: asked.token, code: asked.code })).toMatchObject({
      signed: { did: statement.did, isWithdrawn: true },
    })
  })
  it('accepted: after the unit was claimed it is a mark, and changes nothing of what was signed', async () => {
    const reg = await testRegistration(app.centre)
    const own = await testWitness(app, app.centre, reg)
    const asked = await askTestimony(reg, own)
    await sign(asked)
    const look = () => app.centre.look(async (tx) => contentForUnit(tx, await getRegistration(tx, reg.id)))
    await app.centre.look((tx) => markClaimed(tx, reg.id))
    const before = await look()
    await withdraw(asked)
    expect(await look()).toEqual(before)
    const [request] = await reg.candidate.ask(contract.testimonyForUnit, { registrationId: reg.id })
    expect(request?.testimony).toMatchObject({ withdrawn: { isMark: true } })
    expect(request?.testimony?.gaps).not.toContain('withdrawn')
  })
  it('refused: before anything is signed, and twice', async () => {
    const asked = await ask()
    await expect(withdraw(asked)).rejects.toMatchObject(refusedBy('refused', 'nothing_signed'))
    await sign(asked)
    await withdraw(asked)
    await expect(withdraw(asked)).rejects.toMatchObject(refusedBy('refused', 'withdrawn_already'))
  })
  it('other organisation: the token takes nothing back there', async () => {
    const { token, code } = await ask()
    const elsewhere = visitorOf(app, app.otherCentre).send(contract.testimonyWithdraw, { id: newId(), token, code, reason: 'x' })
    await expect(elsewhere).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
  })
})

describe('testimony.confirm', () => {
  const confirm = (requestId: Id, confirmedOn: string) => ({
    ...{ id: newId(), requestId, how: 'telephone' as const, confirmedOn },
    words: 'She said that she had written it herself.',
  })
  it('accepted: who, how and when', async () => {
    const asked = await ask()
    await sign(asked)
    const today = app.clock.now().toISOString().slice(0, 10)
    await ours.assessor.send(contract.testimonyConfirm, confirm(asked.requestId, today))
    expect((await requestOf(asked.requestId)).testimony?.confirmations).toEqual([
      { how: 'telephone', confirmedOn: today, words: 'She said that she had written it herself.', byName: 'Lorraine Pike' },
    ])
  })
  it('refused: before it was signed, for a day before that, for a day to come, and by the candidate', async () => {
    const asked = await ask()
    const send = (day: string) => ours.assessor.send(contract.testimonyConfirm, confirm(asked.requestId, day))
    await expect(send('2026-11-24')).rejects.toMatchObject(refusedBy('refused', 'nothing_signed'))
    await sign(asked)
    await expect(send('2026-09-01')).rejects.toMatchObject(refusedBy('refused', 'before_it_was_signed'))
    await expect(send('2099-01-01')).rejects.toMatchObject(refusedBy('refused', 'in_the_future'))
    await expect(ours.candidate.send(contract.testimonyConfirm, confirm(asked.requestId, '2026-11-24'))).rejects.toMatchObject(
      refusedBy('not_allowed'),
    )
  })
  it('other organisation: not found', async () => {
    const { requestId } = await ask()
    await expect(theirs.assessor.send(contract.testimonyConfirm, confirm(requestId, '2026-11-24'))).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('testimony.forUnit', () => {
  it('accepted: candidate and assessor read what was asked and signed', async () => {
    const { requestId } = await ask()
    for (const person of [ours.candidate, ours.assessor])
      expect((await person.ask(contract.testimonyForUnit, { registrationId: ours.id })).map(({ id }) => id)).toContain(requestId)
  })
  it('refused: who has no part in the unit, and the centre administrator', async () => {
    for (const role of centreRoles) {
      const person = await app.centre.person('Someone Else', role)
      await expect(person.ask(contract.testimonyForUnit, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
    }
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.ask(contract.testimonyForUnit, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('R5', () => {
  it('R5: nobody of any role writes a witness’s words or changes one of them, by hand or through any command', async () => {
    const asked = await ask()
    const evidenceId = await sign(asked)
    const look = () => app.centre.look((tx) => getEvidence(tx, { id: ours.id, candidateId: ours.candidate.id }, evidenceId))
    const before = await look()
    const people = [ours.candidate, ours.assessor, ours.administrator]
    for (const role of centreRoles) people.push(await app.centre.person('Someone Else', role))
    const said = {
      title: 'A statement',
      occurredOn: '2026-11-24',
      record: { ...emptyRecord('WT'), statement: 'Mine' } as never,
      isOwnWork: true,
    }
    for (const person of people) {
      await expect(person.send(evidenceAdd, { id: newId(), registrationId: ours.id, leaves: ['3.3'], ...said })).rejects.toMatchObject({
        refusal: { code: expect.stringMatching(/^(refused|not_allowed|not_found)$/) },
      })
      await expect(person.send(evidenceChange, { registrationId: ours.id, evidenceId, ...said })).rejects.toMatchObject({
        refusal: { code: expect.stringMatching(/^(refused|not_allowed|not_found)$/) },
      })
      // The link is the witness's: a session of whatever role opens nothing without its token and its code.
      const { token } = linkSecret()
      await expect(person.send(contract.testimonySign, signature({ token, code: asked.code }))).rejects.toMatchObject({
        refusal: { code: expect.stringMatching(/^(refused|not_allowed)$/) },
      })
    }
    expect(await look()).toEqual(before)
  })
  it('R5: no command but the witness’s own takes the text of a statement', () => {
    const takes = operations.filter(({ contract: { type, name } }) => type === 'command' && name.startsWith('testimony.'))
    const writing = takes.filter(({ contract: { input } }) => 'did' in ((input as { shape?: object }).shape ?? {}))
    expect(writing.map(({ contract: { name } }) => name)).toEqual(['testimony.sign'])
    expect(writing.every(({ contract: one }) => one.type === 'command' && one.who === 'visitor')).toBe(true)
  })
})

describe('R3 and R4: when a statement closes an observed leaf', () => {
  const bring = async (upTo: 'signed' | 'approved') => {
    const reg = await testRegistration(app.centre)
    const own = await testWitness(app, app.centre, reg, { upTo })
    const asked = await askTestimony(reg, own)
    const evidenceId = await sign(asked)
    const decide = () =>
      reg.assessor.send(decisionRecord, {
        ...{ id: newId(), registrationId: reg.id, leaf: '3.3', half: 'observed' as const, outcome: 'met' as const },
        ...{ evidenceIds: [evidenceId], reason: null, action: null, actionBy: null },
      })
    const plan = () => agreePlan(reg, testPlan(reg.id, { witnesses: [{ witnessId: own, name: 'Priya Nair', sees: 'Peer assessment' }] }))
    const gaps = async () => (await reg.candidate.ask(contract.testimonyForUnit, { registrationId: reg.id }))[0]?.testimony?.gaps
    return { reg, own, asked, evidenceId, decide, plan, gaps }
  }
  const closesNothing = refusedBy('refused', 'nothing_closes_half')

  it('R3: by a registered, inducted, approved witness whom a signed plan names it does', async () => {
    const { decide, plan, gaps, reg, evidenceId } = await bring('approved')
    expect(await gaps()).toEqual(['not_in_signed_plan'])
    await expect(decide()).rejects.toMatchObject(closesNothing)
    await plan()
    expect(await gaps()).toEqual([])
    expect((await app.centre.look((tx) => expertItemIds(tx, [{ id: reg.id, claimedAt: null }]))).get(reg.id)).toEqual(new Set([evidenceId]))
    await decide()
  })
  it('R4: before the assessor’s approval it does not, named in a signed plan or not; after it does', async () => {
    const { decide, plan, gaps, reg, own } = await bring('signed')
    await plan()
    expect(await gaps()).toEqual(['not_expert'])
    await expect(decide()).rejects.toMatchObject(closesNothing)
    await reg.assessor.send(witnessApproveExpert, { id: newId(), witnessId: own, ...grounds })
    await decide()
  })
  it('R4: a statement taken back under a decision waits for its assessor again, with the reason, on its item and in her queue', async () => {
    const { decide, plan, reg, asked, evidenceId } = await bring('approved')
    await plan()
    await decide()
    const queued = async () => (await reg.assessor.ask(decisionQueue, {})).find((entry) => entry.evidenceId === evidenceId)
    expect((await queued())?.waiting).toEqual(['2.4'])
    const { token, code } = asked
    await guest().send(contract.testimonyWithdraw, { id: newId(), token, code, reason: 'It was another lesson' })
    expect(await queued()).toMatchObject({ waiting: ['2.4', '3.3'], takenBack: 'It was another lesson' })
    const { unit } = await reg.assessor.ask(unitOfCandidate, { registrationId: reg.id })
    expect(unit.takenBack).toMatchObject([{ evidenceId, reason: 'It was another lesson' }])
    expect(unit.leaves.find(({ leaf }) => leaf === '3.3')?.halves).toMatchObject([{ isMet: false, missing: 'not_resting' }])
  })
  it('R4: once the approval is taken back or the statement withdrawn, what was met on it is open again; ending a witness changes nothing', async () => {
    const { decide, plan, gaps, reg, own } = await bring('approved')
    await plan()
    await decide()
    const isMet = async () => {
      const { unit } = await app.centre.look(async (tx) => loadUnit(tx, await getRegistration(tx, reg.id)))
      return unit.leaves.find(({ leaf }) => leaf === '3.3')?.isComplete
    }
    await reg.assessor.send(witnessEnd, { id: newId(), witnessId: own, reason: 'Moved to another school' })
    expect(await gaps()).toEqual([])
    expect(await isMet()).toBe(true)
    await reg.assessor.send(witnessTakeBackApproval, { id: newId(), witnessId: own, reason: 'Does not know the unit' })
    expect(await gaps()).toEqual(['not_expert'])
    expect(await isMet()).toBe(false)
  })
})
