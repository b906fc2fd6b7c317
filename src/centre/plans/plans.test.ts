// Plans through the real dispatch: written by either, signed by both, voided by a change, and read by those who may.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type TestRegistration, testRegistration } from '../../testing/centre.ts'
import { agreePlan, testPlan } from '../../testing/plan.ts'
import { testWitness } from '../../testing/witness.ts'
import { markClaimed } from '../registrations/store.ts'
import { type PlanContent, planAddEntry, planForRegistration, planSign, planWithdraw, planWrite } from './contract.ts'
import { withdrawRefusal } from './rules.ts'
import { contentForUnit, namedWitnessIds } from './views.ts'

let app: TestApp
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const refusedFor = (reason: string) => ({ refusal: { reason } })

async function planning() {
  const one = await testRegistration(app.centre)
  const planId = newId()
  const plans = async (by = one.candidate) => (await by.ask(planForRegistration, { registrationId: one.id })).plans
  return {
    ...one,
    planId,
    plans,
    plan: async () => (await plans())[0],
    write: (by: 'candidate' | 'assessor', change: Partial<PlanContent> = {}, basedOn = 0) =>
      one[by].send(planWrite, { id: newId(), planId, basedOn, content: testPlan(one.id, change) }),
    sign: (by: 'candidate' | 'assessor', contentHash: string) => one[by].send(planSign, { id: newId(), planId, contentHash }),
    names: () => app.centre.look((tx) => namedWitnessIds(tx, [one.id])).then((named) => named.get(one.id)),
  }
}

describe('plan.write', () => {
  it('accepted: by the candidate, then changed by the assessor; each version is kept and the last is the plan', async () => {
    const { write, plan } = await planning()
    const first = await write('candidate')
    expect(first.version).toBe(1)
    const second = await write('assessor', { confidentiality: 'Nothing about homes' }, 1)
    expect(second.version).toBe(2)
    expect(second.contentHash).not.toBe(first.contentHash)
    expect(await plan()).toMatchObject({
      version: 2,
      candidateName: 'Dawn Okafor',
      assessorName: 'Lorraine Pike',
      writtenByName: 'Lorraine Pike',
      content: { confidentiality: 'Nothing about homes', visit: { site: 'Oakmere Primary School' } },
      signatures: [],
      voided: null,
    })
  })
  it('accepted: the same text again is no new version', async () => {
    const { write } = await planning()
    const first = await write('candidate')
    expect(await write('assessor', {}, 1)).toEqual(first)
  })
  it('refused: on a text that was changed meanwhile, with a leaf that the unit has not, for somebody else’s candidate, by an administrator', async () => {
    const { write, administrator, planId, id } = await planning()
    await write('candidate')
    await expect(write('assessor', {}, 0)).rejects.toMatchObject(refusedFor('changed_meanwhile'))
    const wrong = { registrationId: id, leaf: '9.9', half: 'observed' as const, method: 'O' as const, moment: 0 }
    await expect(write('assessor', { forecast: [wrong] }, 1)).rejects.toMatchObject(refusedFor('unknown_leaf'))
    const other = await testRegistration(app.centre)
    const input = { id: newId(), planId, basedOn: 1, content: testPlan(id) }
    await expect(other.assessor.send(planWrite, input)).rejects.toMatchObject(notFound)
    await expect(administrator.send(planWrite, input)).rejects.toMatchObject(notAllowed)
  })
  it('refused: over units of two candidates', async () => {
    const { assessor, candidate, id } = await planning()
    const other = await testRegistration(app.centre)
    const content = { ...testPlan(id), registrationIds: [id, other.id] }
    for (const person of [candidate, assessor])
      await expect(person.send(planWrite, { id: newId(), planId: newId(), basedOn: 0, content })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const { id, planId } = await planning()
    const input = { id: newId(), planId, basedOn: 0, content: testPlan(id) }
    await expect(theirs.candidate.send(planWrite, input)).rejects.toMatchObject(notFound)
  })
})

describe('plan.withdraw', () => {
  const reason = 'Begun for the wrong unit'
  it('accepted: by who began it, before anybody signed: no word of it is shown any more, but that it was taken back', async () => {
    const { write, plan, candidate, assessor, id, planId } = await planning()
    await write('candidate')
    await candidate.send(planWithdraw, { planId, reason })
    expect(await plan()).toBeUndefined()
    const { takenBack } = await assessor.ask(planForRegistration, { registrationId: id })
    expect(takenBack).toMatchObject([{ id: planId, byName: 'Dawn Okafor' }])
    expect(JSON.stringify(takenBack)).not.toContain(reason)
    await expect(write('candidate', {}, 0)).rejects.toMatchObject({ refusal: { code: 'id_in_use' } })
  })
  it('refused: by the other one; once somebody signed, also an earlier text; once something was said beneath it; by an administrator', async () => {
    const one = await planning()
    const { contentHash } = await one.write('assessor')
    const input = { planId: one.planId, reason }
    await expect(one.candidate.send(planWithdraw, input)).rejects.toMatchObject(notFound)
    await expect(one.administrator.send(planWithdraw, input)).rejects.toMatchObject(notAllowed)
    await one.sign('candidate', contentHash)
    await expect(one.assessor.send(planWithdraw, input)).rejects.toMatchObject(refusedFor('plan_signed'))
    await one.write('assessor', { confidentiality: 'Another sentence' }, 1)
    await expect(one.assessor.send(planWithdraw, input)).rejects.toMatchObject(refusedFor('plan_signed'))
    expect(withdrawRefusal({ signatures: [], voided: null, entries: [{} as never] })?.reason).toBe('thread_begun')
  })
  it('other organisation: not found', async () => {
    const { write, planId } = await planning()
    await write('candidate')
    await expect(theirs.candidate.send(planWithdraw, { planId, reason })).rejects.toMatchObject(notFound)
  })
})

describe('plan.sign', () => {
  it('accepted: by both, with name, part, time and the SHA-256 of the text', async () => {
    const { write, sign, plan } = await planning()
    const { contentHash } = await write('assessor')
    await sign('candidate', contentHash)
    await sign('assessor', contentHash)
    expect((await plan())?.signatures).toMatchObject([
      { part: 'candidate', name: 'Dawn Okafor', contentHash },
      { part: 'assessor', name: 'Lorraine Pike', contentHash },
    ])
  })
  it('R9: a change after signing voids both signatures and keeps what was signed; the old text again makes them count again', async () => {
    const { write, sign, plan } = await planning()
    const { contentHash } = await write('assessor')
    await sign('candidate', contentHash)
    await sign('assessor', contentHash)
    const before = await plan()
    await write('candidate', { confidentiality: 'Another sentence' }, 1)
    expect(await plan()).toMatchObject({
      signatures: [],
      voided: { content: before?.content, signatures: [{ part: 'candidate' }, { part: 'assessor' }] },
    })
    await write('candidate', {}, 2)
    expect(await plan()).toMatchObject({ version: 3, contentHash, voided: null, signatures: [{ part: 'candidate' }, { part: 'assessor' }] })
  })
  it('refused: twice, another text, an unfinished plan, by anybody else', async () => {
    const { write, sign, administrator, planId } = await planning()
    const { contentHash } = await write('candidate')
    await sign('candidate', contentHash)
    await expect(sign('candidate', contentHash)).rejects.toMatchObject(refusedFor('already_signed'))
    await expect(sign('assessor', 'ab'.repeat(32))).rejects.toMatchObject(refusedFor('changed_meanwhile'))
    const unfinished = await write('candidate', { meeting: { on: null, how: 'video', minutes: null } }, 1)
    await expect(sign('assessor', unfinished.contentHash)).rejects.toMatchObject(refusedFor('meeting_missing'))
    const other = await testRegistration(app.centre)
    const input = { id: newId(), planId, contentHash }
    await expect(other.assessor.send(planSign, input)).rejects.toMatchObject(notFound)
    await expect(administrator.send(planSign, input)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    const { write, planId } = await planning()
    const { contentHash } = await write('candidate')
    await expect(theirs.assessor.send(planSign, { id: newId(), planId, contentHash })).rejects.toMatchObject(notFound)
  })
})

describe('plan.addEntry', () => {
  const entry = (planId: string, change = {}) => ({
    id: newId(),
    planId,
    kind: 'feedback' as const,
    saidOn: '2026-11-24',
    words: 'You waited, then clued. Let Learner C answer in two languages first.',
    nextMeetingOn: '2026-12-02',
    ...change,
  })
  it('accepted: feedback by the assessor and a review by the candidate stand in the thread and void nothing', async () => {
    const one = await planning()
    const { planId, assessor, candidate, plan } = one
    await agreePlan(one, testPlan(one.id), planId)
    await assessor.send(planAddEntry, entry(planId))
    await candidate.send(planAddEntry, entry(planId, { kind: 'review', words: 'I will ask in Polish first.', nextMeetingOn: null }))
    expect(await plan()).toMatchObject({
      signatures: [{ part: 'candidate' }, { part: 'assessor' }],
      entries: [
        { kind: 'feedback', writtenByName: 'Lorraine Pike', nextMeetingOn: '2026-12-02' },
        { kind: 'review', writtenByName: 'Dawn Okafor', nextMeetingOn: null },
      ],
    })
  })
  it('refused: feedback by the candidate, a day that has not come, by an administrator', async () => {
    const { write, planId, assessor, candidate, administrator } = await planning()
    await write('candidate')
    await expect(candidate.send(planAddEntry, entry(planId))).rejects.toMatchObject(notFound)
    await expect(assessor.send(planAddEntry, entry(planId, { saidOn: '2027-01-01' }))).rejects.toMatchObject(refusedFor('in_the_future'))
    await expect(administrator.send(planAddEntry, entry(planId))).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    const { write, planId } = await planning()
    await write('candidate')
    await expect(theirs.assessor.send(planAddEntry, entry(planId))).rejects.toMatchObject(notFound)
  })
})

describe('a claimed unit', () => {
  it('refused: nothing in its plans changes any more', async () => {
    const { write, sign, assessor, planId, id } = await planning()
    const { contentHash } = await write('candidate')
    await app.centre.look((tx) => markClaimed(tx, id))
    const claimed = refusedFor('unit_claimed')
    await expect(write('assessor', { confidentiality: '' }, 1)).rejects.toMatchObject(claimed)
    await expect(sign('candidate', contentHash)).rejects.toMatchObject(claimed)
    const entry = { id: newId(), planId, kind: 'review' as const, saidOn: '2026-11-24', words: 'Late', nextMeetingOn: null }
    await expect(assessor.send(planAddEntry, entry)).rejects.toMatchObject(claimed)
  })
})

describe('plan.forRegistration', () => {
  it('accepted: the candidate and the assessor read the same', async () => {
    const { write, plans, assessor } = await planning()
    await write('candidate')
    expect(await plans(assessor)).toEqual(await plans())
  })
  it('refused: to somebody else’s assessor', async () => {
    const { plans } = await planning()
    const other = await testRegistration(app.centre)
    await expect(plans(other.assessor)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const { plans } = await planning()
    await expect(plans(theirs.candidate)).rejects.toMatchObject(notFound)
  })
})

describe('a signed plan', () => {
  it('R3: names a witness once both have signed, and no longer when its text changed', async () => {
    const { write, sign, names, ...registration } = await planning()
    const witnessId = await testWitness(app, app.centre, registration)
    const witnesses = [{ witnessId, name: 'Priya Nair', sees: 'Peer assessment' }]
    const { contentHash } = await write('assessor', { witnesses })
    await sign('assessor', contentHash)
    expect(await names()).toEqual(new Set())
    await sign('candidate', contentHash)
    expect(await names()).toEqual(new Set([witnessId]))
    await write('candidate', { witnesses, confidentiality: 'Changed' }, 1)
    expect(await names()).toEqual(new Set())
  })
  it('is content of its unit', async () => {
    const one = await planning()
    const { contentHash } = await agreePlan(one, testPlan(one.id))
    const content = await app.centre.look((tx) => contentForUnit(tx, { id: one.id }))
    expect(content).toMatchObject([{ contentHash, signatures: [{ part: 'candidate' }, { part: 'assessor' }] }])
  })
})
