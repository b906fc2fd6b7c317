// Visits through the real dispatch: kept by the assessor, written up, commented, signed by both, and then evidence in every claimed unit.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type TestRegistration, testRegistration } from '../../testing/centre.ts'
import { agreePlan, testPlan } from '../../testing/plan.ts'
import { recordVisit, seen, signedVisit } from '../../testing/visit.ts'
import { evidenceChange, evidenceWithdraw } from '../evidence/contract.ts'
import { listEvidence } from '../evidence/views.ts'
import { planSign, planWrite } from '../plans/contract.ts'
import { markClaimed } from '../registrations/store.ts'
import { visitComment, visitForRegistration, visitRecord, visitSign, visitWaiting, visitWithdraw, visitWriteUp } from './contract.ts'
import { withdrawRefusal } from './rules.ts'
import { contentForUnit } from './views.ts'

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

async function observing() {
  const one = await testRegistration(app.centre)
  const visits = async (by = one.candidate) => (await by.ask(visitForRegistration, { registrationId: one.id })).visits
  return { ...one, visits, visit: async () => (await visits())[0] }
}

describe('visit.record', () => {
  it('accepted: what was seen, with times and letters, once, however often it is sent', async () => {
    const { id, assessor, visits } = await observing()
    const visit = seen(id)
    await assessor.send(visitRecord, visit, { id: visit.id })
    await assessor.send(visitRecord, visit, { id: visit.id })
    expect(await visits()).toMatchObject([
      {
        place: 'Oakmere Primary School',
        learners: ['A', 'B'],
        entries: visit.entries,
        writeUp: null,
        comment: '',
        signatures: [],
        evidenceId: null,
      },
    ])
  })
  it('accepted: on a plan of the same candidate', async () => {
    const one = await observing()
    const { planId } = await agreePlan(one, testPlan(one.id))
    await one.assessor.send(visitRecord, { ...seen(one.id), planId })
    expect(await one.visit()).toMatchObject({ planId })
    const other = await observing()
    await expect(other.assessor.send(visitRecord, { ...seen(other.id), planId })).rejects.toMatchObject(notFound)
  })
  it('refused: by the candidate, by another assessor, with nothing seen, in a claimed unit', async () => {
    const { id, assessor, candidate } = await observing()
    await expect(candidate.send(visitRecord, seen(id))).rejects.toMatchObject(notAllowed)
    const other = await observing()
    await expect(other.assessor.send(visitRecord, seen(id))).rejects.toMatchObject(notFound)
    await expect(assessor.send(visitRecord, { ...seen(id), entries: [] })).rejects.toMatchObject(refusedFor('nothing_seen'))
    await app.centre.look((tx) => markClaimed(tx, id))
    await expect(assessor.send(visitRecord, seen(id))).rejects.toMatchObject(refusedFor('unit_claimed'))
  })
  it('other organisation: not found', async () => {
    const { id } = await observing()
    await expect(theirs.assessor.send(visitRecord, seen(id))).rejects.toMatchObject(notFound)
  })
})

describe('visit.writeUp', () => {
  const words = (visitId: string, registrationId: string, leaf = '2.4') => ({
    id: newId(),
    visitId,
    title: 'Observed lesson',
    claims: [{ registrationId, leaf }],
    good: 'You waited',
    develop: 'Ask first',
  })
  it('accepted: the newest counts, and a change asks for new signatures', async () => {
    const one = await observing()
    const visitId = await recordVisit(one)
    const contentHash = (await one.visit())?.contentHash ?? ''
    await one.candidate.send(visitSign, { id: newId(), visitId, contentHash })
    await one.assessor.send(visitWriteUp, words(visitId, one.id))
    expect(await one.visit()).toMatchObject({ writeUp: { claims: [{ leaf: '2.4' }] }, signatures: [] })
  })
  it('refused: by the candidate, by another assessor, for a leaf that the unit has not, once both have signed', async () => {
    const one = await observing()
    const visitId = await recordVisit(one)
    await expect(one.candidate.send(visitWriteUp, words(visitId, one.id))).rejects.toMatchObject(notAllowed)
    const other = await observing()
    await expect(other.assessor.send(visitWriteUp, words(visitId, one.id))).rejects.toMatchObject(notFound)
    await expect(one.assessor.send(visitWriteUp, words(visitId, one.id, '9.9'))).rejects.toMatchObject(refusedFor('unknown_leaf'))
    const signed = await signedVisit(one)
    await expect(one.assessor.send(visitWriteUp, words(signed.visitId, one.id))).rejects.toMatchObject(refusedFor('visit_is_evidence'))
  })
  it('other organisation: not found', async () => {
    const one = await observing()
    const visitId = await recordVisit(one)
    await expect(theirs.assessor.send(visitWriteUp, words(visitId, one.id))).rejects.toMatchObject(notFound)
  })
})

describe('visit.comment', () => {
  const comment = (visitId: string) => ({ id: newId(), visitId, words: 'I counted to five.' })
  it('accepted: the candidate’s own words', async () => {
    const one = await observing()
    await one.candidate.send(visitComment, comment(await recordVisit(one)))
    expect(await one.visit()).toMatchObject({ comment: 'I counted to five.' })
  })
  it('refused: by the assessor, by another candidate, once both have signed', async () => {
    const one = await observing()
    const visitId = await recordVisit(one)
    await expect(one.assessor.send(visitComment, comment(visitId))).rejects.toMatchObject(notAllowed)
    const other = await observing()
    await expect(other.candidate.send(visitComment, comment(visitId))).rejects.toMatchObject(notFound)
    const signed = await signedVisit(one)
    await expect(one.candidate.send(visitComment, comment(signed.visitId))).rejects.toMatchObject(refusedFor('visit_is_evidence'))
  })
  it('other organisation: not found', async () => {
    const visitId = await recordVisit(await observing())
    await expect(theirs.candidate.send(visitComment, comment(visitId))).rejects.toMatchObject(notFound)
  })
})

describe('visit.withdraw', () => {
  const reason = 'Recorded for another candidate'
  it('accepted: by who recorded it, before anybody signed: it is shown nowhere any more, and can’t be signed', async () => {
    const one = await observing()
    const visitId = await recordVisit(one)
    await one.assessor.send(visitWithdraw, { visitId, reason })
    expect(await one.visit()).toBeUndefined()
    const { takenBack } = await one.candidate.ask(visitForRegistration, { registrationId: one.id })
    expect(takenBack).toEqual([{ id: visitId, byName: 'Lorraine Pike', at: expect.any(String) }])
    await expect(one.candidate.send(visitComment, { id: newId(), visitId, words: 'I counted.' })).rejects.toMatchObject(notFound)
  })
  it('refused: by the candidate, by another assessor, once it is evidence or signed', async () => {
    const one = await observing()
    const visitId = await recordVisit(one)
    await expect(one.candidate.send(visitWithdraw, { visitId, reason })).rejects.toMatchObject(notAllowed)
    await expect((await observing()).assessor.send(visitWithdraw, { visitId, reason })).rejects.toMatchObject(notFound)
    const other = await observing()
    const evidence = await signedVisit(other)
    await expect(other.assessor.send(visitWithdraw, { visitId: evidence.visitId, reason })).rejects.toMatchObject(
      refusedFor('visit_is_evidence'),
    )
    const once = { part: 'candidate' as const, name: 'Dawn Okafor', signedAt: '2026-11-24T10:45:00.000Z' }
    expect(withdrawRefusal({ evidenceId: null, signatures: [once] })?.reason).toBe('visit_signed')
  })
  it('other organisation: not found', async () => {
    const visitId = await recordVisit(await observing())
    await expect(theirs.assessor.send(visitWithdraw, { visitId, reason })).rejects.toMatchObject(notFound)
  })
})

describe('visit.sign', () => {
  it('accepted: R11: with the second signature it is one observation, claimed for each leaf that the assessor named', async () => {
    const one = await observing()
    const { evidenceId, reference } = await signedVisit(one, ['2.1', '2.3'])
    expect(reference).toBe('O-01')
    expect(await one.visit()).toMatchObject({ evidenceId, signatures: [{ part: 'candidate' }, { part: 'assessor' }] })
    const items = await app.centre.look((tx) => listEvidence(tx, { id: one.id, candidateId: one.candidate.id }))
    expect(items).toMatchObject([
      {
        id: evidenceId,
        reference: 'O-01',
        method: 'O',
        occurredOn: '2026-11-24',
        leaves: ['2.1', '2.3'],
        addedByName: 'Lorraine Pike',
        record: { method: 'O', learners: ['Learner A', 'Learner B'], candidateComment: 'I counted to five.' },
      },
    ])
  })
  it('refused: twice, what it says no more, before it is written up, by others', async () => {
    const one = await observing()
    const visit = seen(one.id)
    await one.assessor.send(visitRecord, visit)
    const hash = async () => (await one.visit())?.contentHash ?? ''
    const sign = async (by = one.assessor, contentHash?: string) =>
      by.send(visitSign, { id: newId(), visitId: visit.id, contentHash: contentHash ?? (await hash()) })
    await expect(sign()).rejects.toMatchObject(refusedFor('not_written_up'))
    const claims = [{ registrationId: one.id, leaf: '2.3' }]
    await one.assessor.send(visitWriteUp, { id: newId(), visitId: visit.id, title: 'Observed', claims, good: 'Waited', develop: 'Ask' })
    await sign()
    await expect(sign()).rejects.toMatchObject(refusedFor('already_signed'))
    await expect(sign(one.candidate, 'ab'.repeat(32))).rejects.toMatchObject(refusedFor('changed_meanwhile'))
    const other = await observing()
    await expect(sign(other.candidate)).rejects.toMatchObject(notFound)
    await expect(sign(one.administrator)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    const one = await observing()
    const visitId = await recordVisit(one)
    const contentHash = (await one.visit())?.contentHash ?? ''
    await expect(theirs.candidate.send(visitSign, { id: newId(), visitId, contentHash })).rejects.toMatchObject(notFound)
  })
})

describe('visit.forRegistration', () => {
  it('accepted: candidate and assessor read the same', async () => {
    const one = await observing()
    await recordVisit(one)
    expect(await one.visits(one.assessor)).toEqual(await one.visits())
  })
  it('refused: to others', async () => {
    const { visits } = await observing()
    await expect(visits((await observing()).assessor)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const { visits } = await observing()
    await expect(visits(theirs.candidate)).rejects.toMatchObject(notFound)
  })
})

describe('visit.waiting', () => {
  const kinds = async (person: { ask: TestRegistration['assessor']['ask'] }) => (await person.ask(visitWaiting, {})).map(({ kind }) => kind)
  it('accepted: a plan waits for both signatures, one after the other', async () => {
    const one = await observing()
    const written = await one.assessor.send(planWrite, { id: newId(), planId: newId(), basedOn: 0, content: testPlan(one.id) })
    const [waiting] = await one.candidate.ask(visitWaiting, {})
    expect(waiting).toMatchObject({ kind: 'sign_plan', registrationId: one.id, on: '2026-11-26' })
    await one.assessor.send(planSign, { id: newId(), planId: waiting?.id ?? newId(), contentHash: written.contentHash })
    expect([await kinds(one.assessor), await kinds(one.candidate)]).toEqual([[], ['sign_plan']])
  })
  it('accepted: a visit waits to be written up, then for each who has not signed what it says, and for nobody once it is evidence', async () => {
    const one = await observing()
    await one.assessor.send(visitRecord, seen(one.id))
    expect([await kinds(one.assessor), await kinds(one.candidate)]).toEqual([['write_up'], []])
    const both = await observing()
    const visitId = await recordVisit(both)
    expect([await kinds(both.assessor), await kinds(both.candidate)]).toEqual([['sign_visit'], ['sign_visit']])
    await both.assessor.send(visitSign, { id: newId(), visitId, contentHash: (await both.visit())?.contentHash ?? '' })
    expect([await kinds(both.assessor), await kinds(both.candidate)]).toEqual([[], ['sign_visit']])
    await both.candidate.send(visitComment, { id: newId(), visitId, words: 'I counted to five.' })
    expect([await kinds(both.assessor), await kinds(both.candidate)]).toEqual([['sign_visit'], ['sign_visit']])
    const signed = await observing()
    await signedVisit(signed)
    expect([await kinds(signed.assessor), await kinds(signed.candidate)]).toEqual([[], []])
  })
  it('accepted: in a claimed unit nothing waits', async () => {
    const one = await observing()
    await recordVisit(one)
    await app.centre.look((tx) => markClaimed(tx, one.id))
    expect([await kinds(one.assessor), await kinds(one.candidate)]).toEqual([[], []])
  })
  it('refused: who neither is assessed nor assesses', async () => {
    await expect(theirs.administrator.ask(visitWaiting, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: ours does not wait there', async () => {
    await recordVisit(await observing())
    expect([await kinds(theirs.assessor), await kinds(theirs.candidate)]).toEqual([[], []])
  })
})

describe('a signed visit', () => {
  it('R9: is nobody’s alone: the assessor neither says it anew nor takes it back', async () => {
    const one = await observing()
    const { evidenceId } = await signedVisit(one)
    const [item] = await app.centre.look((tx) => listEvidence(tx, { id: one.id, candidateId: one.candidate.id }))
    const { title, occurredOn, record } = item ?? {}
    const ids = { registrationId: one.id, evidenceId: evidenceId ?? '' }
    const rewritten = { ...record, candidateComment: 'She agreed with me.' }
    for (const said of [rewritten, { ...rewritten, visitId: undefined }])
      await expect(
        one.assessor.send(evidenceChange, { ...ids, title, occurredOn, record: said, isOwnWork: false } as never),
      ).rejects.toMatchObject(refusedFor('has_own_place'))
    await expect(one.assessor.send(evidenceWithdraw, ids)).rejects.toMatchObject(refusedFor('signed_by_both'))
  })
  it('is content of its unit with who signed what', async () => {
    const one = await observing()
    const { evidenceId } = await signedVisit(one)
    const content = await app.centre.look((tx) => contentForUnit(tx, { id: one.id }))
    expect(content).toMatchObject([{ evidenceId, signatures: [{ part: 'candidate' }, { part: 'assessor' }] }])
  })
})
