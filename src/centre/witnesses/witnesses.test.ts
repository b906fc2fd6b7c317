// The register of witnesses: who proposes, who checks, who is an expert, what a link opens, and what is shared with the candidate.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { centreRoles } from '../../core/actor.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type TestRegistration, testRegistration } from '../../testing/centre.ts'
import { details, grounds, linkSecret, testWitness, visitorOf } from '../../testing/witness.ts'
import { unitNoteWrite } from '../unitpages/contract.ts'
import * as contract from './contract.ts'
import * as rules from './rules.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre)
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const newWitness = (candidateId: Id) => ({ id: newId(), detailsId: newId(), candidateId, ...details })
const witnessOf = async (person: TestPerson, id: Id) => {
  const { witnesses } = await person.ask(contract.witnessList, {})
  const found = witnesses.find((one) => one.id === id)
  if (found === undefined) throw new Error('the witness is not in the list')
  return found
}
const make = (upTo: Parameters<typeof testWitness>[3]) => testWitness(app, app.centre, ours, upTo)

describe('witness.add', () => {
  it('accepted: the assessor adds one, and a candidate’s own is a proposal until the centre has checked the contact', async () => {
    const wish = newWitness(ours.candidate.id)
    await ours.candidate.send(contract.witnessAdd, wish)
    expect(await witnessOf(ours.assessor, wish.id)).toMatchObject({ isProposal: true, isContactChecked: false, addedByName: 'Dawn Okafor' })
    await ours.assessor.send(contract.witnessSetContact, { id: newId(), witnessId: wish.id, ...contact })
    expect(await witnessOf(ours.candidate, wish.id)).toMatchObject({ isProposal: false, isContactChecked: true, contact: null })
  })
  it('refused: a relative, the candidate under her own name, and a category that the centre does not have', async () => {
    const { id: candidateId } = ours.candidate
    const add = (more: object) => ours.assessor.send(contract.witnessAdd, { ...newWitness(candidateId), ...more })
    await expect(add({ isRelative: true })).rejects.toMatchObject(refusedBy('refused', 'relative'))
    await expect(add({ name: ' dawn  OKAFOR' })).rejects.toMatchObject(refusedBy('refused', 'is_the_candidate'))
    await expect(add({ category: 'Friend' })).rejects.toMatchObject(refusedBy('refused', 'unknown_category'))
    const stranger = await app.centre.person('Sam Else', 'assessor')
    await expect(stranger.send(contract.witnessAdd, newWitness(candidateId))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: its assessor finds no such candidate', async () => {
    const wish = newWitness(ours.candidate.id)
    await expect(theirs.assessor.send(contract.witnessAdd, wish)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

const contact = { email: 'priya.nair@oakmere.example.org', telephone: '0121 496 0555', checkedHow: 'Rang the school’s office' }

describe('witness.describe', () => {
  it('accepted: a correction asks for signature and approval again', async () => {
    const witnessId = await make({})
    expect((await witnessOf(ours.assessor, witnessId)).expertGaps).toEqual([])
    await ours.assessor.send(contract.witnessDescribe, { id: newId(), witnessId, ...details, position: 'Deputy head' })
    expect(await witnessOf(ours.assessor, witnessId)).toMatchObject({
      position: 'Deputy head',
      signature: null,
      approval: null,
      expertGaps: ['not_signed', 'not_approved'],
    })
  })
  it('refused: by the candidate, and as a relative', async () => {
    const witnessId = await make({ upTo: 'added' })
    const wish = { id: newId(), witnessId, ...details }
    await expect(ours.candidate.send(contract.witnessDescribe, wish)).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(ours.assessor.send(contract.witnessDescribe, { ...wish, isRelative: true })).rejects.toMatchObject(
      refusedBy('refused', 'relative'),
    )
  })
  it('other organisation: not found', async () => {
    const witnessId = await make({ upTo: 'added' })
    await expect(theirs.assessor.send(contract.witnessDescribe, { id: newId(), witnessId, ...details })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('witness.setContact', () => {
  it('accepted: by the centre, with how it was checked; the audit trail keeps no address and no number', async () => {
    const witnessId = await make({ upTo: 'added' })
    const commandId = newId()
    await ours.administrator.send(contract.witnessSetContact, { id: newId(), witnessId, ...contact }, { id: commandId })
    expect((await witnessOf(ours.assessor, witnessId)).contact).toMatchObject({ ...contact, checkedByName: 'Marta Quell' })
    const kept = await app.centre.look((tx) =>
      tx.db
        .selectFrom('eventContents')
        .select('content')
        .where('organisationId', '=', tx.organisationId)
        .where('eventId', '=', commandId)
        .executeTakeFirstOrThrow(),
    )
    expect(kept.content).not.toContain('priya.nair')
    expect(kept.content).not.toContain('0555')
  })
  it('refused: by the candidate, and without an address and a number', async () => {
    const witnessId = await make({ upTo: 'added' })
    const wish = { id: newId(), witnessId, ...contact }
    await expect(ours.candidate.send(contract.witnessSetContact, wish)).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(ours.assessor.send(contract.witnessSetContact, { ...wish, email: null, telephone: null })).rejects.toMatchObject(
      refusedBy('refused', 'contact_missing'),
    )
  })
  it('other organisation: not found', async () => {
    const witnessId = await make({ upTo: 'added' })
    const wish = { id: newId(), witnessId, ...contact }
    await expect(theirs.administrator.send(contract.witnessSetContact, wish)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('witness.induct', () => {
  const induction = { what: 'The criteria and a witness’s part', minutes: 30, inductedOn: '2026-10-05' }
  it('accepted: what, how long, when and by whom', async () => {
    const witnessId = await make({ upTo: 'contact' })
    await ours.assessor.send(contract.witnessInduct, { id: newId(), witnessId, ...induction })
    expect((await witnessOf(ours.candidate, witnessId)).inductions).toEqual([{ ...induction, inductedByName: 'Lorraine Pike' }])
  })
  it('refused: on a day to come', async () => {
    const witnessId = await make({ upTo: 'contact' })
    const wish = { id: newId(), witnessId, ...induction, inductedOn: '2099-01-01' }
    await expect(ours.assessor.send(contract.witnessInduct, wish)).rejects.toMatchObject(refusedBy('refused', 'in_the_future'))
  })
  it('other organisation: not found', async () => {
    const witnessId = await make({ upTo: 'contact' })
    await expect(theirs.assessor.send(contract.witnessInduct, { id: newId(), witnessId, ...induction })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('witness.approveExpert', () => {
  it('accepted: with the three grounds, once the entry is checked, inducted and signed', async () => {
    const witnessId = await make({})
    const witness = await witnessOf(ours.candidate, witnessId)
    expect(witness.approval).toMatchObject({ ...grounds, approvedByName: 'Lorraine Pike' })
    expect(witness.expertGaps).toEqual([])
  })
  it('refused: one after the other, while something is missing; and twice', async () => {
    const missing = { added: 'contact_unchecked', contact: 'not_inducted', inducted: 'not_signed', approved: 'already_approved' } as const
    for (const [upTo, reason] of Object.entries(missing)) {
      const witnessId = await make({ upTo: upTo as keyof typeof missing })
      await expect(ours.assessor.send(contract.witnessApproveExpert, { id: newId(), witnessId, ...grounds })).rejects.toMatchObject(
        refusedBy('refused', reason),
      )
    }
  })
  it('refused: by everybody but the candidate’s assessor', async () => {
    const witnessId = await make({ upTo: 'signed' })
    for (const role of centreRoles) {
      const other = await app.centre.person('Someone Else', role)
      await expect(other.send(contract.witnessApproveExpert, { id: newId(), witnessId, ...grounds })).rejects.toMatchObject(
        refusedBy(role === 'assessor' ? 'not_found' : 'not_allowed'),
      )
    }
  })
  it('other organisation: not found', async () => {
    const witnessId = await make({ upTo: 'signed' })
    await expect(theirs.assessor.send(contract.witnessApproveExpert, { id: newId(), witnessId, ...grounds })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('witness.takeBackApproval', () => {
  it('accepted: with the reason shown, and it can be given again', async () => {
    const witnessId = await make({})
    await ours.assessor.send(contract.witnessTakeBackApproval, { id: newId(), witnessId, reason: 'Changed to another post' })
    expect(await witnessOf(ours.candidate, witnessId)).toMatchObject({
      approval: null,
      takenBack: { reason: 'Changed to another post', byName: 'Lorraine Pike' },
      expertGaps: ['not_approved'],
    })
    await ours.assessor.send(contract.witnessApproveExpert, { id: newId(), witnessId, ...grounds })
    expect(await witnessOf(ours.candidate, witnessId)).toMatchObject({ takenBack: null, expertGaps: [] })
  })
  it('refused: when nothing was approved', async () => {
    const witnessId = await make({ upTo: 'signed' })
    const wish = { id: newId(), witnessId, reason: 'A slip' }
    await expect(ours.assessor.send(contract.witnessTakeBackApproval, wish)).rejects.toMatchObject(refusedBy('refused', 'not_approved'))
  })
  it('other organisation: not found', async () => {
    const witnessId = await make({})
    const wish = { id: newId(), witnessId, reason: 'A slip' }
    await expect(theirs.assessor.send(contract.witnessTakeBackApproval, wish)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('witness.end', () => {
  it('accepted: contact and traces are deleted, links open nothing more, what was signed stays', async () => {
    const witnessId = await make({})
    const { token, code, tokenHash, codeHash } = linkSecret()
    await ours.assessor.send(contract.witnessMakeLink, { linkId: newId(), witnessId, tokenHash, codeHash })
    await ours.assessor.send(contract.witnessEnd, { id: newId(), witnessId, reason: 'Left the school' })
    const witness = await witnessOf(ours.assessor, witnessId)
    expect(witness).toMatchObject({ ended: { reason: 'Left the school' }, contact: null, signature: { name: details.name } })
    expect(witness.expertGaps).toContain('ended')
    await expect(visitorOf(app, app.centre).send(contract.witnessOpenLink, { token, code })).rejects.toMatchObject(
      refusedBy('refused', 'link_used_or_old'),
    )
  })
  it('refused: twice, and by the candidate', async () => {
    const witnessId = await make({ upTo: 'added' })
    const wish = { witnessId, reason: 'Left the school' }
    await expect(ours.candidate.send(contract.witnessEnd, { id: newId(), ...wish })).rejects.toMatchObject(refusedBy('not_allowed'))
    await ours.assessor.send(contract.witnessEnd, { id: newId(), ...wish })
    await expect(ours.assessor.send(contract.witnessEnd, { id: newId(), ...wish })).rejects.toMatchObject(
      refusedBy('refused', 'witness_ended'),
    )
  })
  it('other organisation: not found', async () => {
    const witnessId = await make({ upTo: 'added' })
    await expect(theirs.assessor.send(contract.witnessEnd, { id: newId(), witnessId, reason: 'x' })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('witness.list', () => {
  it('accepted: a candidate sees her own, without contacts and traces; her assessor sees both', async () => {
    const witnessId = await make({ upTo: 'contact' })
    expect((await witnessOf(ours.candidate, witnessId)).contact).toBeNull()
    expect((await witnessOf(ours.assessor, witnessId)).contact).not.toBeNull()
  })
  it('refused: another assessor and another candidate see none of them', async () => {
    for (const role of ['assessor', 'candidate'] as const) {
      const other = await app.centre.person('Someone Else', role)
      expect((await other.ask(contract.witnessList, {})).witnesses).toEqual([])
    }
  })
  it('other organisation: its administrator sees none', async () => {
    expect((await theirs.administrator.ask(contract.witnessList, {})).witnesses).toEqual([])
  })
})

describe('witness.setCategories', () => {
  it('accepted: the first is that of experts', async () => {
    const labels = ['Expert witness', 'Colleague']
    await theirs.administrator.send(contract.witnessSetCategories, { id: newId(), labels })
    expect((await theirs.assessor.ask(contract.witnessList, {})).categories).toEqual(labels)
    const wish = newWitness(theirs.candidate.id)
    await theirs.assessor.send(contract.witnessAdd, { ...wish, category: 'Colleague' })
    expect(await witnessOf(theirs.assessor, wish.id)).toMatchObject({ mayBeExpert: false })
  })
  it('refused: one category twice, and by an assessor', async () => {
    const wish = { id: newId(), labels: ['Colleague', 'colleague'] }
    await expect(theirs.administrator.send(contract.witnessSetCategories, wish)).rejects.toMatchObject(
      refusedBy('refused', 'category_twice'),
    )
    await expect(theirs.assessor.send(contract.witnessSetCategories, wish)).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: keeps its own list', async () => {
    expect((await ours.assessor.ask(contract.witnessList, {})).categories).toEqual(rules.shippedCategories)
  })
})

describe('witness.makeLink', () => {
  it('accepted: for fourteen days, and an earlier one is shut', async () => {
    const witnessId = await make({ upTo: 'contact' })
    const [first, second] = [linkSecret(), linkSecret('000001')]
    for (const { tokenHash, codeHash } of [first, second])
      await ours.assessor.send(contract.witnessMakeLink, { linkId: newId(), witnessId, tokenHash, codeHash })
    const open = ({ token, code }: typeof first) => visitorOf(app, app.centre).send(contract.witnessOpenLink, { token, code })
    await expect(open(first)).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
    expect(await open(second)).toMatchObject({ state: 'open' })
  })
  it('refused: to a contact that nobody checked, and to the candidate', async () => {
    const witnessId = await make({ upTo: 'added' })
    const { tokenHash, codeHash } = linkSecret()
    const wish = { linkId: newId(), witnessId, tokenHash, codeHash }
    await expect(ours.assessor.send(contract.witnessMakeLink, wish)).rejects.toMatchObject(refusedBy('refused', 'contact_unchecked'))
    await expect(ours.candidate.send(contract.witnessMakeLink, wish)).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const witnessId = await make({ upTo: 'contact' })
    const { tokenHash, codeHash } = linkSecret()
    await expect(theirs.assessor.send(contract.witnessMakeLink, { linkId: newId(), witnessId, tokenHash, codeHash })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

async function linked() {
  const witnessId = await make({ upTo: 'contact' })
  const secret = linkSecret()
  const { tokenHash, codeHash, token, code } = secret
  await ours.assessor.send(contract.witnessMakeLink, { linkId: newId(), witnessId, tokenHash, codeHash })
  return { witnessId, token, code, guest: visitorOf(app, app.centre) }
}

describe('witness.openLink', () => {
  it('accepted: shows the entry and whose witness one is', async () => {
    const { guest, token, code } = await linked()
    expect(await guest.send(contract.witnessOpenLink, { token, code })).toMatchObject({
      state: 'open',
      name: 'Priya Nair',
      candidateName: 'Dawn Okafor',
      centreName: 'Northgate College',
    })
  })
  it('refused: wrong codes are counted, and the fifth shuts the link, for the right code too', async () => {
    const { guest, token, code } = await linked()
    const wrong = () => guest.send(contract.witnessOpenLink, { token, code: '000000' })
    for (const triesLeft of [4, 3, 2, 1, 0]) expect(await wrong()).toEqual({ state: 'wrong_code', triesLeft })
    const right = guest.send(contract.witnessOpenLink, { token, code })
    await expect(right).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
  })
  it('other organisation: the token opens nothing there', async () => {
    const { token, code } = await linked()
    const elsewhere = visitorOf(app, app.otherCentre).send(contract.witnessOpenLink, { token, code })
    await expect(elsewhere).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
  })
})

describe('witness.sign', () => {
  const { category: _, ...said } = details
  const entry = () => ({ id: newId(), detailsId: newId(), ...said, position: 'SENCO and Year 4 lead', signedName: 'Priya Nair' })
  it('accepted: completes the entry, signs it, and uses the link up', async () => {
    const { guest, token, code, witnessId } = await linked()
    expect(await guest.send(contract.witnessSign, { ...entry(), token, code })).toMatchObject({ state: 'signed' })
    expect(await witnessOf(ours.assessor, witnessId)).toMatchObject({
      position: 'SENCO and Year 4 lead',
      signature: { name: 'Priya Nair' },
    })
    await expect(guest.send(contract.witnessSign, { ...entry(), token, code })).rejects.toMatchObject(
      refusedBy('refused', 'link_used_or_old'),
    )
  })
  it('refused: a relative, and a wrong code, which is counted', async () => {
    const { guest, token, code, witnessId } = await linked()
    await expect(guest.send(contract.witnessSign, { ...entry(), token, code, isRelative: true })).rejects.toMatchObject(
      refusedBy('refused', 'relative'),
    )
    expect(await guest.send(contract.witnessSign, { ...entry(), token, code: '000000' })).toEqual({ state: 'wrong_code', triesLeft: 4 })
    expect(await witnessOf(ours.assessor, witnessId)).toMatchObject({ signature: null })
  })
  it('other organisation: the token signs nothing there', async () => {
    const { token, code } = await linked()
    const elsewhere = visitorOf(app, app.otherCentre).send(contract.witnessSign, { ...entry(), token, code })
    await expect(elsewhere).rejects.toMatchObject(refusedBy('refused', 'link_used_or_old'))
  })
})

describe('what is shared with the candidate', () => {
  const send = (command: { name: string; version: number }, actor: TestPerson['actor'], input: unknown, whence: object) =>
    app.dispatch.command(actor, command.name, { id: newId(), version: command.version, input, whence })

  it('a link used in a browser in which the candidate does anything, before or after, is flagged: she need not have proposed the witness', async () => {
    const reg = await testRegistration(app.centre)
    const asked = newWitness(reg.candidate.id)
    await reg.assessor.send(contract.witnessAdd, asked)
    await reg.assessor.send(contract.witnessSetContact, { id: newId(), witnessId: asked.id, ...contact })
    const { tokenHash, codeHash, token, code } = linkSecret()
    await reg.assessor.send(contract.witnessMakeLink, { linkId: newId(), witnessId: asked.id, tokenHash, codeHash })
    await send(contract.witnessOpenLink, visitorOf(app, app.centre).actor, { token, code }, { device: 'mark-of-her-browser' })
    expect(await witnessOf(reg.assessor, asked.id)).toMatchObject({ shared: [] })
    const note = { id: newId(), registrationId: reg.id, text: 'Whom I asked, and when.' }
    await send(unitNoteWrite, reg.candidate.actor, note, { device: 'mark-of-her-browser' })
    expect(await witnessOf(reg.assessor, asked.id)).toMatchObject({ shared: ['device'], compared: { device: true } })
  })
  it('a link used from the candidate’s device and network is flagged to the centre, and no address is kept', async () => {
    const reg = await testRegistration(app.centre)
    const wish = newWitness(reg.candidate.id)
    await send(contract.witnessAdd, reg.candidate.actor, wish, { address: '192.0.2.17', device: 'mark-of-one-tablet' })
    await reg.assessor.send(contract.witnessSetContact, { id: newId(), witnessId: wish.id, ...contact })
    expect(await witnessOf(reg.assessor, wish.id)).toMatchObject({ shared: [], compared: { network: false, device: false } })
    const { tokenHash, codeHash, token, code } = linkSecret()
    await reg.assessor.send(contract.witnessMakeLink, { linkId: newId(), witnessId: wish.id, tokenHash, codeHash })
    const guest = visitorOf(app, app.centre).actor
    await send(contract.witnessOpenLink, guest, { token, code }, { address: '192.0.2.17', device: 'mark-of-one-tablet' })
    expect(await witnessOf(reg.assessor, wish.id)).toMatchObject({
      shared: ['network', 'device'],
      compared: { network: true, device: true },
    })
    expect(await witnessOf(reg.candidate, wish.id)).toMatchObject({ shared: [], compared: { network: false, device: false } })
    const traces = await app.centre.look((tx) =>
      tx.db.selectFrom('witnessTraces').selectAll().where('organisationId', '=', tx.organisationId).execute(),
    )
    expect(JSON.stringify(traces.map((row) => ({ ...row, hash: row.hash.toString('latin1') })))).not.toMatch(/192\.0\.2|one-tablet/)
  })

  it('one telephone for two witnesses of a candidate is flagged at both', async () => {
    const reg = await testRegistration(app.centre)
    const [one, other] = [newWitness(reg.candidate.id), { ...newWitness(reg.candidate.id), name: 'Ben Hartley' }]
    const telephones = ['0121 496 0777', '+44 121 4960777']
    for (const [at, wish] of [one, other].entries()) {
      await reg.assessor.send(contract.witnessAdd, wish)
      const own = { ...contact, email: null, telephone: telephones[at] ?? null }
      await reg.assessor.send(contract.witnessSetContact, { id: newId(), witnessId: wish.id, ...own })
    }
    for (const { id } of [one, other]) expect((await witnessOf(reg.assessor, id)).shared).toEqual(['telephone'])
  })
})
