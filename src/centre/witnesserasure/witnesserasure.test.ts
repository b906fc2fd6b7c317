// Erasing a witness's name: it stands nowhere but in what was signed, nobody is shown it, and nothing that was signed changes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { centreRoles } from '../../core/actor.ts'
import { type Id, newId } from '../../core/ids.ts'
import { becomeEraser, type Tx } from '../../server/database.ts'
import { verifySeals } from '../../server/seal.ts'
import { type TestApp, type TestOrganisation, testApp } from '../../testing/app.ts'
import { type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { everyRow } from '../../testing/every-row.ts'
import { givePasswords } from '../../testing/passwords.ts'
import { agreePlan, testPlan } from '../../testing/plan.ts'
import { sealEverything } from '../../testing/seals.ts'
import { loadTestWording, meetEverything, signAs } from '../../testing/signing.ts'
import { askTestimony, signTestimony } from '../../testing/testimony.ts'
import { details, grounds, linkSecret, testWitness, visitorOf } from '../../testing/witness.ts'
import { unitInPortfolio } from '../decisions/contract.ts'
import { evidenceVersions } from '../evidence/contract.ts'
import { planForRegistration, planWrite } from '../plans/contract.ts'
import { portfolioDocument } from '../portfolios/contract.ts'
import { markClaimed } from '../registrations/store.ts'
import { getRegistration } from '../registrations/views.ts'
import { signOffShow } from '../signoff/contract.ts'
import { loadSignOff } from '../signoff/views.ts'
import { testimonyForUnit, testimonyOpen, testimonyRenewLink, testimonyWithdraw } from '../testimonies/contract.ts'
import { expertItemIds } from '../testimonies/views.ts'
import * as register from '../witnesses/contract.ts'
import { erasedName } from '../witnesses/rules.ts'
import { witnessErase, witnessPreviewErasure } from './contract.ts'

let app: TestApp
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const wish = (witnessId: Id) => ({ id: newId(), witnessId, reason: 'asked' as const })

interface House {
  readonly centre: TestOrganisation
  readonly one: TestRegistration
  readonly witnessId: Id
}

/** A centre of its own with an expert witness; names of other tests are not in its rows. */
async function house(): Promise<House> {
  const centre = await app.organisation('centre', 'Southvale College')
  const { tutor, iqa } = await testParties(centre)
  const one = await testRegistration(centre, { tutor, iqa })
  return { centre, one, witnessId: await testWitness(app, centre, one) }
}

/** A plan that both have signed names the witness, who opens a link, testifies, and of whom more is said. */
async function testify({ centre, one, witnessId }: House): Promise<Id> {
  await agreePlan(one, testPlan(one.id, { witnesses: [{ witnessId, name: details.name, sees: 'Peer assessment' }] }))
  const asked = await askTestimony(one, witnessId)
  const { token, code } = asked
  await visitorOf(app, centre).send(testimonyOpen, { token, code })
  return signTestimony(app, centre, asked)
}

/** An entry that was corrected, signed and doubted, so that each table has words in it. */
async function sayMore({ centre, one, witnessId }: House): Promise<void> {
  const { tokenHash, codeHash, token, code } = linkSecret()
  await one.assessor.send(register.witnessMakeLink, { linkId: newId(), witnessId, tokenHash, codeHash })
  await visitorOf(app, centre).send(register.witnessOpenLink, { token, code })
  await one.assessor.send(register.witnessTakeBackApproval, { id: newId(), witnessId, reason: `${details.name} was away` })
  await one.assessor.send(register.witnessApproveExpert, { id: newId(), witnessId, ...grounds })
  await one.assessor.send(register.witnessEnd, { id: newId(), witnessId, reason: `${details.name} has moved` })
}

const claim = ({ centre, one }: House) => centre.look((tx) => markClaimed(tx, one.id))

/** Tables of the centre with a row that holds the text. */
async function tablesWith({ centre }: House, text: string): Promise<string[]> {
  const { rows } = await everyRow(app.connection)
  return Object.entries(rows).flatMap(([name, lines]) =>
    lines.some((line) => line.includes(centre.id) && line.includes(text)) ? [name] : [],
  )
}

const unitNow = ({ centre, one }: House) =>
  centre.look(async (tx) => {
    const registration = await getRegistration(tx, one.id)
    const { content, contentHash } = await loadSignOff(tx, registration)
    return { content, contentHash, experts: (await expertItemIds(tx, [registration])).get(one.id) }
  })

/** All that a person can be shown of the unit and of its witnesses. */
async function shownTo({ one }: House, evidenceId: Id, who: 'candidate' | 'assessor' | 'tutor' | 'iqa'): Promise<string> {
  const person = one[who]
  if (person === undefined) throw new Error(`nobody is ${who}`)
  const unit = { registrationId: one.id }
  return JSON.stringify([
    await person.ask(register.witnessList, {}),
    await person.ask(testimonyForUnit, unit),
    await person.ask(planForRegistration, unit),
    await person.ask(unitInPortfolio, unit),
    await person.ask(evidenceVersions, { ...unit, evidenceId }),
    await person.ask(portfolioDocument, unit),
  ])
}

describe('witness.erase', () => {
  it('accepted: the name stands in what was signed and in no other row, and no word about the witness in any', async () => {
    const one = await house()
    await testify(one)
    await sayMore(one)
    await givePasswords(one.centre, one.one.candidate)
    await loadTestWording(one.centre, one.one.administrator)
    await meetEverything(one.centre, one.one)
    await signAs(one.one.candidate, one.one.id, 'candidate')
    await claim(one)
    expect(await tablesWith(one, details.name)).toHaveLength(9)
    await one.one.administrator.send(witnessErase, wish(one.witnessId))
    expect(await tablesWith(one, details.name)).toEqual([
      'public.evidence_versions',
      'public.plan_versions',
      'public.signed_contents',
      'public.testimonies',
    ])
    for (const words of [details.qualifications, 'oakmere.example.org', grounds.isCompetent, grounds.thirdWords, 'has moved', 'was away'])
      expect(await tablesWith(one, words)).toEqual([])
  })
  it('accepted: candidate, assessor, tutor and IQA are shown the statement without the name, on every page and in the portfolio’s file', async () => {
    const one = await house()
    const evidenceId = await testify(one)
    await claim(one)
    const readers = ['candidate', 'assessor', 'tutor', 'iqa'] as const
    for (const who of readers) expect(await shownTo(one, evidenceId, who)).toContain(details.name)
    await one.one.administrator.send(witnessErase, wish(one.witnessId))
    for (const who of readers) {
      const shown = await shownTo(one, evidenceId, who)
      expect(shown).not.toContain(details.name)
      expect(shown.split(erasedName).length - 1).toBeGreaterThanOrEqual(6)
    }
  })
  it('accepted: what changed since a signature is said without the name, and the candidate’s signature stands until somebody changes the plan', async () => {
    const { one, centre, witnessId } = await house()
    const named = testPlan(one.id, { witnesses: [{ witnessId, name: details.name, sees: 'Peer assessment' }] })
    const { planId } = await agreePlan(one, named)
    await givePasswords(centre, one.candidate)
    await loadTestWording(centre, one.administrator)
    await meetEverything(centre, one)
    await signAs(one.candidate, one.id, 'candidate')
    await one.administrator.send(witnessErase, wish(witnessId))
    const shown = () => one.assessor.ask(signOffShow, { registrationId: one.id })
    expect((await shown()).signatures).toMatchObject([{ role: 'candidate', voidBecause: null }])
    await one.assessor.send(planWrite, { id: newId(), planId, basedOn: 1, content: { ...named, witnesses: [] } })
    const { differences } = await shown()
    expect(JSON.stringify(differences)).toContain(erasedName)
    expect(JSON.stringify(differences)).not.toContain(details.name)
  })
  it('R4: what was observed stays observed, and the content that was signed keeps its hash', async () => {
    const one = await house()
    const evidenceId = await testify(one)
    await claim(one)
    const before = await unitNow(one)
    expect(before.experts).toEqual(new Set([evidenceId]))
    await one.one.administrator.send(witnessErase, wish(one.witnessId))
    expect(await unitNow(one)).toEqual(before)
  })
  it('accepted: the entry says by whom and why, is a witness no more, and its links open nothing', async () => {
    const one = await house()
    const asked = await askTestimony(one.one, one.witnessId)
    await one.one.administrator.send(witnessErase, wish(one.witnessId))
    const { witnesses } = await one.one.assessor.ask(register.witnessList, {})
    expect(witnesses).toMatchObject([
      {
        name: erasedName,
        position: '',
        contact: null,
        erased: { reason: 'asked', byName: 'Marta Quell' },
        signature: { name: erasedName },
      },
    ])
    expect(witnesses[0]?.ended).not.toBeNull()
    const { token, code, requestId } = asked
    await expect(visitorOf(app, one.centre).send(testimonyOpen, { token, code })).rejects.toMatchObject(
      refusedBy('refused', 'link_used_or_old'),
    )
    const { tokenHash, codeHash } = linkSecret()
    const renewed = one.one.assessor.send(testimonyRenewLink, { requestId, linkId: newId(), tokenHash, codeHash })
    await expect(renewed).rejects.toMatchObject(refusedBy('refused', 'witness_ended'))
  })
  it('accepted: nothing of another witness of the same candidate goes, and the seals still verify', async () => {
    const one = await house()
    const other = await testWitness(app, one.centre, one.one, { name: 'Ben Hartley' })
    await testify(one)
    await claim(one)
    const entry = async () => (await one.one.assessor.ask(register.witnessList, {})).witnesses.find(({ id }) => id === other)
    const [before, tables] = [await entry(), await tablesWith(one, 'Ben Hartley')]
    await sealEverything(one.centre, app.services.keys)
    await one.one.administrator.send(witnessErase, wish(one.witnessId))
    await sealEverything(one.centre, app.services.keys)
    expect([await entry(), await tablesWith(one, 'Ben Hartley')]).toEqual([before, tables])
    expect(await one.centre.look((tx) => verifySeals(tx, app.services.keys))).toMatchObject({ faults: [] })
  })
  it('refused: by the database, to write another name where a name was, and to the application any change at all', async () => {
    const { centre, witnessId } = await house()
    const rename = (tx: Tx, name: string) =>
      tx.db.updateTable('witnessDetails').set({ name }).where('organisationId', '=', centre.id).where('witnessId', '=', witnessId).execute()
    const asEraser = (name: string) =>
      centre.look(async (tx) => {
        await becomeEraser(tx)
        return rename(tx, name)
      })
    await expect(asEraser('Somebody Else')).rejects.toThrow(/row-level security/)
    await expect(asEraser('')).rejects.toThrow(/row-level security/)
    await expect(centre.look((tx) => rename(tx, ''))).rejects.toThrow(/permission denied/)
  })
  it('refused: while a unit that is not claimed yet rests on a statement, until the witness has taken it back; nothing is shut meanwhile', async () => {
    const one = await house()
    const asked = await askTestimony(one.one, one.witnessId)
    await signTestimony(app, one.centre, asked)
    const erase = () => one.one.administrator.send(witnessErase, wish(one.witnessId))
    await expect(erase()).rejects.toMatchObject(refusedBy('refused', 'unit_rests_on_it'))
    const { token, code } = asked
    await visitorOf(app, one.centre).send(testimonyWithdraw, { id: newId(), token, code, reason: 'It was another lesson' })
    await erase()
    await expect(erase()).rejects.toMatchObject(refusedBy('refused', 'erased_already'))
  })
  it('refused: by everybody but the centre administrator', async () => {
    const { centre, witnessId, one } = await house()
    for (const role of centreRoles.filter((each) => each !== 'centre_administrator')) {
      const person = await centre.person('Someone Else', role)
      await expect(person.send(witnessErase, wish(witnessId))).rejects.toMatchObject(refusedBy('not_allowed'))
    }
    await expect(one.assessor.send(witnessErase, wish(witnessId))).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: its administrator finds no such witness', async () => {
    const { witnessId } = await house()
    await expect(theirs.administrator.send(witnessErase, wish(witnessId))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('witness.previewErasure', () => {
  it('accepted: what goes and stays in numbers, and the units that are to be claimed before, by name', async () => {
    const one = await house()
    const preview = () => one.one.administrator.ask(witnessPreviewErasure, { witnessId: one.witnessId })
    expect(await preview()).toMatchObject({ name: details.name, statements: 0, plans: 0, openUnits: [] })
    await testify(one)
    const open = await preview()
    expect(open).toMatchObject({
      candidateName: 'Dawn Okafor',
      statements: 1,
      plans: 1,
      openUnits: [{ registrationId: one.one.id, unitNumber: '307' }],
    })
    // Induction, signature and approval; the plan; the opening of the link.
    expect(open.events).toBe(5)
    await claim(one)
    expect((await preview()).openUnits).toEqual([])
  })
  it('refused: to everybody but the centre administrator', async () => {
    const { witnessId, one } = await house()
    await expect(one.assessor.ask(witnessPreviewErasure, { witnessId })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const { witnessId } = await house()
    await expect(theirs.administrator.ask(witnessPreviewErasure, { witnessId })).rejects.toMatchObject(refusedBy('not_found'))
  })
})
