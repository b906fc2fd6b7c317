// Signing a unit off through the real dispatch: who signs what when, what a signature is made of, what voids it, reopening and the claim.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { newId } from '../../core/ids.ts'
import { guessesAMinute } from '../../server/accounts.ts'
import { isSignedBy } from '../../server/keys.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { ownerOf } from '../../testing/owner.ts'
import { givePasswords, testPassword } from '../../testing/passwords.ts'
import { decide, loadTestWording, meetEverything, signAs } from '../../testing/signing.ts'
import { evidenceChange } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { itemFeedbackGive } from '../itemfeedback/contract.ts'
import {
  type SignatureBody,
  type SignerRole,
  signatureSign,
  signOffMine,
  signOffReopen,
  signOffShow,
  unitClaim,
  unitClaims,
} from './contract.ts'
import { markSampling } from './store.ts'

let app: TestApp
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  theirs = await testRegistration(app.otherCentre)
  await givePasswords(app.otherCentre, theirs.candidate, theirs.assessor)
  const administrator = await app.centre.person('Marta Quell', 'centre_administrator')
  await loadTestWording(app.centre, administrator)
})
afterAll(() => app.close())

let minutes = 0
const tick = () => app.clock.set(new Date(Date.UTC(2026, 11, 11, 9, minutes++)).toISOString())
const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })

/** Dawn's unit, everything met, with passwords for all who have a part. */
async function ready({ isTrainee = false, isMet = true } = {}) {
  tick()
  const { countersigner, ...others } = await testParties(app.centre)
  const one: TestRegistration = await testRegistration(app.centre, isTrainee ? { ...others, countersigner } : others, { isTrainee })
  await givePasswords(app.centre, one.candidate, one.assessor, one.tutor, countersigner, one.iqa)
  const items = isMet ? await meetEverything(app.centre, one) : undefined
  tick()
  const registrationId = one.id
  const show = (person: TestPerson = one.candidate) => person.ask(signOffShow, { registrationId })
  const sign = (person: TestPerson | undefined, role: SignerRole, more = {}) => {
    tick()
    return signAs(person as TestPerson, registrationId, role, more)
  }
  const retitle = (title: string) => {
    tick()
    const said = { title, occurredOn: '2026-11-24', record: emptyRecord('A'), isOwnWork: true }
    return one.candidate.send(evidenceChange, { registrationId, evidenceId: items?.assignmentId ?? '', ...said })
  }
  const mark = (
    verifier: 'iqa' | 'eqa',
    state: 'sampled' | 'agreed' | 'action' | 'withdrawn',
    person: TestPerson | undefined,
    endsAt: Date | null = null,
  ) => {
    tick()
    return app.centre.look((tx) => markSampling(tx, { id: newId(), registrationId, verifier, state, verifierId: person?.id ?? '', endsAt }))
  }
  const rows = () =>
    app.centre.look((tx) =>
      tx.db.selectFrom('signatures').selectAll().where('organisationId', '=', tx.organisationId).orderBy('number').execute(),
    )
  return { ...one, countersigner, registrationId, items, show, sign, retitle, mark, rows }
}

describe('signature.sign', () => {
  it('accepted: candidate, then assessor; each an Ed25519 signature over name, part, time and the hash of the content, chained', async () => {
    const { candidate, assessor, sign, show, rows, registrationId } = await ready()
    await sign(candidate, 'candidate')
    expect((await show()).state).toBe('candidate_declared')
    await sign(assessor, 'assessor')
    expect(await show()).toMatchObject({
      state: 'assessor_signed',
      met: 23,
      leaves: 23,
      iqa: 'not_sampled',
      eqa: 'not_sampled',
      differences: [],
    })
    const key = await app.centre.look((tx) => app.services.keys.publicKey(tx, 'signing'))
    const all = await rows()
    const own = all.filter((row) => row.registrationId === registrationId)
    for (const row of all) {
      expect(isSignedBy(key, utf8(row.body), row.signature)).toBe(true)
      expect(createHash('sha256').update(row.body).digest('hex')).toBe(row.bodyHash)
      const before = all.find(({ number }) => number === row.number - 1)
      expect((JSON.parse(row.body) as SignatureBody).previousInOrganisation).toBe(before?.bodyHash ?? null)
    }
    const [first, second] = own.map(({ body }) => JSON.parse(body) as SignatureBody)
    expect(first).toMatchObject({ role: 'candidate', name: 'Dawn Okafor', previousInUnit: null })
    expect(second).toMatchObject({
      role: 'assessor',
      name: 'Lorraine Pike',
      previousInUnit: own[0]?.bodyHash,
      contentHash: first?.contentHash,
    })
  })
  it('accepted: R7: a trainee’s unit is signed off only when the countersigner has signed too', async () => {
    const { candidate, assessor, countersigner, sign, show } = await ready({ isTrainee: true })
    await sign(candidate, 'candidate')
    await expect(sign(countersigner, 'countersigner')).rejects.toMatchObject(refusedBy('refused', 'assessor_first'))
    await sign(assessor, 'assessor')
    expect(await show()).toMatchObject({ state: 'assessor_signed', needsCountersigner: true })
    await sign(countersigner, 'countersigner')
    expect((await show()).state).toBe('countersigned')
  })
  it('refused: a wrong password signs nothing, is kept nowhere, and after some guesses the right one has to wait', async () => {
    const { candidate, sign, show } = await ready()
    const guess = 'a guess at the password'
    for (let tries = 0; tries < guessesAMinute; tries++)
      await expect(sign(candidate, 'candidate', { password: guess })).rejects.toMatchObject(refusedBy('refused', 'wrong_password'))
    await expect(sign(candidate, 'candidate')).rejects.toMatchObject(refusedBy('too_many'))
    expect((await show()).signatures).toEqual([])
  })
  it('refused: the password stays out of the audit trail', async () => {
    const { candidate, sign } = await ready()
    await sign(candidate, 'candidate')
    const contents = await app.centre.look((tx) =>
      tx.db.selectFrom('eventContents').select('content').where('organisationId', '=', tx.organisationId).execute(),
    )
    expect(contents.some(({ content }) => content.includes('signature.sign'))).toBe(true)
    expect(contents.filter(({ content }) => content.includes(testPassword))).toEqual([])
  })
  it('refused: R1: not before all 23 leaves are met', async () => {
    const { candidate, sign } = await ready({ isMet: false })
    await expect(sign(candidate, 'candidate')).rejects.toMatchObject(refusedBy('refused', 'leaves_missing'))
  })
  it('refused: what the signer was not shown', async () => {
    const { candidate, assessor, sign, show, items, registrationId } = await ready()
    const { contentHash } = await show()
    const evidenceId = items?.assignmentId ?? ''
    await assessor.send(itemFeedbackGive, { id: newId(), registrationId, evidenceId, good: 'Clear', develop: 'Compare' })
    await expect(sign(candidate, 'candidate', { contentHash })).rejects.toMatchObject(refusedBy('refused', 'content_changed'))
    await sign(candidate, 'candidate')
  })
  it('refused: R6: nobody signs in a part that is not theirs, for every part and every person of the unit', async () => {
    const { candidate, assessor, tutor, countersigner, iqa, administrator, registrationId } = await ready({ isTrainee: true, isMet: false })
    const own: readonly (readonly [TestPerson | undefined, SignerRole | undefined])[] = [
      [candidate, 'candidate'],
      [assessor, 'assessor'],
      [tutor, undefined],
      [countersigner, 'countersigner'],
      [iqa, undefined],
      [administrator, undefined],
    ]
    for (const [person, part] of own)
      for (const role of ['candidate', 'assessor', 'countersigner', 'iqa', 'eqa'] as const) {
        if (role === part) continue
        const sent = person?.send(signatureSign, {
          id: newId(),
          registrationId,
          role,
          password: testPassword,
          contentHash: 'ab'.repeat(32),
        })
        await expect(sent).rejects.toMatchObject({ refusal: { code: expect.stringMatching(/^not_(found|allowed)$/) } })
      }
  })
  it('other organisation: not found', async () => {
    const { registrationId } = await ready({ isMet: false })
    const wish = { id: newId(), registrationId, role: 'candidate' as const, password: testPassword, contentHash: 'ab'.repeat(32) }
    await expect(theirs.candidate.send(signatureSign, wish)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('a verifier who sampled', () => {
  it('R15: signs when she agrees, not while her action is open; and the claim waits for her', async () => {
    const { candidate, assessor, iqa, administrator, sign, mark, show, registrationId } = await ready()
    await sign(candidate, 'candidate')
    await sign(assessor, 'assessor')
    await expect(sign(iqa, 'iqa')).rejects.toMatchObject(refusedBy('not_found'))
    await mark('iqa', 'sampled', iqa)
    await expect(sign(iqa, 'iqa')).rejects.toMatchObject(refusedBy('refused', 'not_agreed'))
    await mark('iqa', 'action', iqa)
    await expect(sign(iqa, 'iqa')).rejects.toMatchObject(refusedBy('refused', 'action_open'))
    await expect(administrator.send(unitClaim, { registrationId })).rejects.toMatchObject(refusedBy('refused', 'action_open'))
    await mark('iqa', 'agreed', iqa)
    await expect(administrator.send(unitClaim, { registrationId })).rejects.toMatchObject(refusedBy('refused', 'verifier_first'))
    await sign(iqa, 'iqa')
    expect(await show()).toMatchObject({ iqa: 'agreed', eqa: 'not_sampled', differences: [] })
    await administrator.send(unitClaim, { registrationId })
  })
  it('the external one signs after the claim too, as long as the account is open, and the signature outlives it', async () => {
    const { candidate, assessor, administrator, sign, mark, show, registrationId } = await ready()
    const eqa = await app.centre.person('Dr Sandhu', 'eqa')
    await givePasswords(app.centre, eqa)
    await sign(candidate, 'candidate')
    await sign(assessor, 'assessor')
    await administrator.send(unitClaim, { registrationId })
    await mark('eqa', 'agreed', eqa, new Date('2026-11-01T09:00:00.000Z'))
    await expect(sign(eqa, 'eqa')).rejects.toMatchObject(refusedBy('not_found'))
    await mark('eqa', 'agreed', eqa, new Date('2027-01-01T09:00:00.000Z'))
    await sign(eqa, 'eqa')
    await mark('eqa', 'withdrawn', eqa)
    expect(await show()).toMatchObject({ state: 'claimed', eqa: 'agreed' })
  })
})

describe('signed content that changes', () => {
  it('R9: voids the signatures, tells each signer, shows the difference, and stands again when it is put back', async () => {
    const { candidate, assessor, sign, retitle, show, registrationId, items } = await ready()
    await sign(candidate, 'candidate')
    await sign(assessor, 'assessor')
    await retitle('All of it, and more')
    const changed = await show()
    expect(changed.state).toBe('in_progress')
    expect(changed.signatures.map(({ voidBecause }) => voidBecause)).toEqual(['changed', 'changed'])
    expect(changed.differences).toContainEqual({
      path: ['evidence', 'A-01', 'title'],
      before: 'All of it, A',
      after: 'All of it, and more',
    })
    expect(changed.changedItems).toEqual([{ evidenceId: items?.assignmentId, reference: 'A-01', signedVersion: 1 }])
    for (const person of [candidate, assessor])
      expect(await person.ask(signOffMine, {})).toMatchObject([{ registrationId, voidBecause: 'changed' }])
    await retitle('All of it, A')
    expect(await show()).toMatchObject({
      state: 'assessor_signed',
      differences: [],
      signatures: [{ voidBecause: null }, { voidBecause: null }],
    })
    expect(await candidate.ask(signOffMine, {})).toEqual([])
  })
  it('R9: is signed again as it is now', async () => {
    const { countersigner: _, ...one } = await ready()
    const { candidate, assessor, sign, retitle, show, items } = one
    await sign(candidate, 'candidate')
    await retitle('All of it, mended')
    const codes = ['1.1', '1.2', '1.3', '1.4', '1.5a', '1.5b', '1.5c', '2.3', '4.2']
    await decide(
      one,
      codes.map((leaf) => ({ leaf, half: 'knowledge' as const })),
      items?.assignmentId ?? '',
    )
    await sign(candidate, 'candidate')
    await sign(assessor, 'assessor')
    expect((await show()).signatures.map(({ voidBecause }) => voidBecause)).toEqual([null, null, 'changed'])
  })
})

describe('signOff.reopen', () => {
  it('accepted: with a reason, and what was signed before stands no longer', async () => {
    const { candidate, assessor, sign, show, registrationId } = await ready()
    await sign(candidate, 'candidate')
    tick()
    await assessor.send(signOffReopen, { id: newId(), registrationId, reason: 'The date of the visit was wrong' })
    expect(await show()).toMatchObject({
      state: 'all_leaves_met',
      signatures: [{ voidBecause: 'reopened' }],
      reopenings: [{ reason: 'The date of the visit was wrong', reopenedByName: 'Lorraine Pike' }],
    })
    await sign(candidate, 'candidate')
    expect((await show()).state).toBe('candidate_declared')
  })
  it('refused: without a reason, without a signature, by everybody but the assessor, and after a claim', async () => {
    const { candidate, assessor, tutor, iqa, administrator, sign, registrationId } = await ready()
    const reopen = (person: TestPerson | undefined, reason = 'A date was wrong') =>
      person?.send(signOffReopen, { id: newId(), registrationId, reason })
    await expect(reopen(assessor)).rejects.toMatchObject(refusedBy('refused', 'nothing_signed'))
    await sign(candidate, 'candidate')
    await expect(reopen(assessor, ' ')).rejects.toMatchObject(refusedBy('refused', 'reason_missing'))
    for (const person of [candidate, tutor, iqa, administrator])
      await expect(reopen(person)).rejects.toMatchObject(refusedBy('not_allowed'))
    await sign(assessor, 'assessor')
    await administrator.send(unitClaim, { registrationId })
    await expect(reopen(assessor)).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
  it('other organisation: not found', async () => {
    const { registrationId } = await ready({ isMet: false })
    await expect(theirs.assessor.send(signOffReopen, { id: newId(), registrationId, reason: 'Why' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('unit.claim', () => {
  it('accepted: R20: once it is signed off; then its content is closed and records are kept for three years', async () => {
    const { candidate, assessor, administrator, sign, retitle, show, registrationId } = await ready()
    await sign(candidate, 'candidate')
    await sign(assessor, 'assessor')
    expect(await administrator.send(unitClaim, { registrationId })).toEqual({ keptUntil: '2029-12-11' })
    expect(await show()).toMatchObject({
      state: 'claimed',
      keptUntil: '2029-12-11',
      differences: [],
      signatures: [{ voidBecause: null }, {}],
    })
    await expect(retitle('Another title')).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
  it('refused: after the last day on which the unit can be certificated; on the day itself it is claimed', async () => {
    const { candidate, assessor, administrator, sign, registrationId } = await ready()
    await sign(candidate, 'candidate')
    await sign(assessor, 'assessor')
    const owner = await ownerOf(app)
    const endOn = (day: string | null) =>
      owner.query("update standard_packs set certification_ends_on = $1 where code = 'cg-5329-307'", [day])
    await endOn('2026-12-10')
    await expect(administrator.send(unitClaim, { registrationId })).rejects.toMatchObject(refusedBy('refused', 'certification_ended'))
    const listed = (await administrator.ask(unitClaims, {})).find(({ registration }) => registration.id === registrationId)
    expect(listed?.refusal).toBe('certification_ended')
    await endOn('2026-12-11')
    await administrator.send(unitClaim, { registrationId })
    await endOn(null)
    await owner.end()
  })
  it('refused: before everybody has signed, twice, and by everybody but the centre administrator', async () => {
    const { candidate, assessor, tutor, iqa, administrator, sign, registrationId } = await ready()
    await sign(candidate, 'candidate')
    await expect(administrator.send(unitClaim, { registrationId })).rejects.toMatchObject(refusedBy('refused', 'not_signed_off'))
    await sign(assessor, 'assessor')
    for (const person of [candidate, assessor, tutor, iqa])
      await expect(person?.send(unitClaim, { registrationId })).rejects.toMatchObject(refusedBy('not_allowed'))
    await administrator.send(unitClaim, { registrationId })
    await expect(administrator.send(unitClaim, { registrationId })).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
  it('other organisation: not found', async () => {
    const { registrationId } = await ready({ isMet: false })
    await expect(theirs.administrator.send(unitClaim, { registrationId })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('signOff.show', () => {
  it('accepted: whoever has a part sees the same box, and each may sign in the own part alone', async () => {
    const { candidate, assessor, tutor, countersigner, iqa, show } = await ready({ isTrainee: true })
    const roles = async (person: TestPerson | undefined) => (await show(person)).mine.map(({ role, refusal }) => [role, refusal])
    expect(await roles(candidate)).toEqual([['candidate', null]])
    expect(await roles(assessor)).toEqual([['assessor', 'candidate_first']])
    expect(await roles(countersigner)).toEqual([['countersigner', 'candidate_first']])
    expect(await roles(tutor)).toEqual([])
    expect(await roles(iqa)).toEqual([])
  })
  it('accepted: the centre administrator sees how far it is, and nothing of what lies in it', async () => {
    const { candidate, administrator, sign, retitle, show } = await ready()
    await sign(candidate, 'candidate')
    await retitle('All of it, and more')
    expect(await show(administrator)).toMatchObject({ state: 'in_progress', differences: [], changedItems: [], mine: [] })
  })
  it('refused: staff without a part', async () => {
    const { show } = await ready({ isMet: false })
    for (const role of ['assessor', 'tutor', 'iqa', 'candidate', 'eqa'] as const)
      await expect(show(await app.centre.person('Someone Else', role))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const { show } = await ready({ isMet: false })
    for (const person of [theirs.candidate, theirs.administrator]) await expect(show(person)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('signOff.mine', () => {
  it('accepted: each is told when it is their turn, and nobody before', async () => {
    const { candidate, assessor, tutor, sign, registrationId } = await ready()
    expect(await candidate.ask(signOffMine, {})).toMatchObject([{ registrationId, role: 'candidate', voidBecause: null }])
    expect(await assessor.ask(signOffMine, {})).toEqual([])
    await sign(candidate, 'candidate')
    expect(await candidate.ask(signOffMine, {})).toEqual([])
    expect(await assessor.ask(signOffMine, {})).toMatchObject([{ registrationId, role: 'assessor' }])
    await expect(tutor?.ask(signOffMine, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('refused: who signs nothing', async () => {
    const { administrator } = await ready({ isMet: false })
    await expect(administrator.ask(signOffMine, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: ours does not wait there', async () => {
    await ready()
    expect(await theirs.candidate.ask(signOffMine, {})).toEqual([])
  })
})

describe('unit.claims', () => {
  it('accepted: what is on its way, and why it can’t be claimed yet', async () => {
    const { candidate, assessor, administrator, sign, registrationId } = await ready()
    const mine = async () => (await administrator.ask(unitClaims, {})).find(({ registration }) => registration.id === registrationId)
    expect(await mine()).toBeUndefined()
    await sign(candidate, 'candidate')
    expect(await mine()).toMatchObject({ state: 'candidate_declared', refusal: 'not_signed_off', keptUntil: null })
    await sign(assessor, 'assessor')
    expect(await mine()).toMatchObject({ state: 'assessor_signed', refusal: null, iqa: 'not_sampled', signed: ['candidate', 'assessor'] })
  })
  it('refused: everybody but the centre administrator', async () => {
    const { candidate, assessor, iqa } = await ready({ isMet: false })
    for (const person of [candidate, assessor, iqa])
      await expect(person?.ask(unitClaims, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: ours is not there', async () => {
    const { candidate, sign } = await ready()
    await sign(candidate, 'candidate')
    expect(await theirs.administrator.ask(unitClaims, {})).toEqual([])
  })
})
