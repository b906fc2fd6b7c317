// After a registration's last day nothing new comes into its unit, whoever brings it; what is there goes on to its end.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { newId } from '../../core/ids.ts'
import { operations } from '../../server/operations.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { bring, type TestRegistration, testRegistration, writeTestDescriptor } from '../../testing/centre.ts'
import { ownerOf } from '../../testing/owner.ts'
import { testPlan } from '../../testing/plan.ts'
import { askTestimony } from '../../testing/testimony.ts'
import { recordVisit, seen } from '../../testing/visit.ts'
import { testWitness } from '../../testing/witness.ts'
import { assignmentMarkPoint, assignmentSubmit } from '../assignments/contract.ts'
import { emptyContent } from '../assignments/rules.ts'
import { assessmentRecord, decisionRecord, evidenceClaim } from '../decisions/contract.ts'
import { discussionPropose } from '../discussions/contract.ts'
import { evidenceAdd, evidenceChange } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { planSign, planWrite } from '../plans/contract.ts'
import { uploadBegin } from '../uploads/contract.ts'
import { visitComment, visitRecord } from '../visits/contract.ts'
import { registrationChange } from './contract.ts'
import { endedRefusal, openRefusal } from './rules.ts'
import { getRegistration } from './views.ts'

let app: TestApp
let one: TestRegistration
let evidenceId: string
let planId: string
let planHash: string
let visitId: string
let witnessId: string

/** The clock of tests stands on 24 November 2026. */
const until = (day: string | null) =>
  one.administrator.send(registrationChange, { id: newId(), registrationId: one.id, endsOn: day, reason: 'Another last day' })

beforeAll(async () => {
  app = await testApp()
  one = await testRegistration(app.centre)
  witnessId = await testWitness(app, app.centre, one)
  evidenceId = newId()
  await one.candidate.send(evidenceAdd, { ...item(), id: evidenceId })
  planId = newId()
  planHash = (await one.candidate.send(planWrite, { id: newId(), planId, basedOn: 0, content: testPlan(one.id) })).contentHash
  visitId = await recordVisit(one)
  await until('2026-11-23')
})
afterAll(() => app.close())

const item = () => ({
  ...{ id: newId(), registrationId: one.id, title: 'A plan', occurredOn: '2026-11-20', record: emptyRecord('PE') },
  ...{ isOwnWork: true, leaves: ['2.2'] },
})
const verdict = { outcome: 'met' as const, reason: null, action: null, actionBy: null, checks: [] }
const half = { leaf: '2.2', half: 'observed' as const }
const declaration = { isOwnWork: true, hadHelp: false, help: '', usedAi: false, ai: [] }

/** Every command that brings something new into a unit, as its own people send it. */
const bringsNew: Readonly<Record<string, () => Promise<unknown>>> = {
  'evidence.add': () => one.candidate.send(evidenceAdd, item()),
  'evidence.change': () => one.candidate.send(evidenceChange, { ...item(), evidenceId, title: 'Another title' }),
  'evidence.claim': () => one.candidate.send(evidenceClaim, { registrationId: one.id, evidenceId, leaf: '2.1' }),
  'upload.begin': () =>
    one.candidate.send(uploadBegin, { id: newId(), registrationId: one.id, name: 'plan.pdf', size: 9, isNoRecordingOfChild: true }),
  'plan.write': () => one.assessor.send(planWrite, { id: newId(), planId: newId(), basedOn: 0, content: testPlan(one.id) }),
  'plan.sign': () => one.candidate.send(planSign, { id: newId(), planId, contentHash: planHash }),
  'visit.record': () => one.assessor.send(visitRecord, seen(one.id)),
  'testimony.request': () => askTestimony(one, witnessId),
  'discussion.propose': () =>
    one.assessor.send(discussionPropose, { id: newId(), registrationId: one.id, points: [{ leaf: '2.3', point: 'Why' }] }),
  'assignment.submit': () =>
    one.candidate.send(assignmentSubmit, { id: newId(), registrationId: one.id, content: emptyContent, leaves: ['1.1'], declaration }),
  'assignment.markPoint': () =>
    one.assessor.send(assignmentMarkPoint, {
      ...{ id: newId(), registrationId: one.id, evidenceId, version: 1, heading: 'roles', passage: '', point: 'Who decides?' },
      ...{ leaves: ['1.1'], way: 'questions' as const },
    }),
  'decision.record': () =>
    one.assessor.send(decisionRecord, { id: newId(), registrationId: one.id, ...half, ...verdict, evidenceIds: [evidenceId] }),
  'assessment.record': () =>
    one.assessor.send(assessmentRecord, {
      ...{ id: newId(), registrationId: one.id, halves: [{ id: newId(), ...half }], evidenceIds: [evidenceId] },
      ...verdict,
    }),
  'evidence.receiveDescriptor': async () =>
    bring(app, app.centre, await writeTestDescriptor(app, app.school, { centreId: app.centre.id, registrationId: one.id })),
}

/** Those that name a unit and go on: they end what was begun, say how it is, or belong to nobody's evidence. */
const goesOn: readonly string[] = [
  ...['registration.change', 'assessment.countersign', 'evidence.seenInPlace', 'evidence.unclaim', 'evidence.withdraw', 'discussion.agree'],
  ...['itemFeedback.answer', 'itemFeedback.give', 'assignment.chooseDraft', 'assignment.saveDraft', 'plan.addEntry', 'visit.comment'],
  ...['visit.sign', 'visit.writeUp', 'letter.import', 'sample.draw', 'sample.judge', 'signature.sign'],
  ...['unit.claim', 'unitNote.write', 'reading.suggest', 'skillScan.say', 'priorLearning.note', 'sampleAction.answer'],
  ...['sampleAction.settle', 'eqa.open', 'priorLearning.withdraw', 'portfolio.bring', 'signOff.reopen'],
]

describe('after the last day of a registration', () => {
  it('every command that names a unit is known to bring something new, or to go on', () => {
    const naming = operations
      .map(({ contract }) => contract)
      .filter(
        ({ type, where, input }) =>
          type === 'command' && where === 'centre' && JSON.stringify(z.toJSONSchema(input)).includes('egistrationId'),
      )
      .map(({ name }) => name)
    expect(naming.filter((name) => bringsNew[name] === undefined && !goesOn.includes(name))).toEqual([])
    const all = operations.map(({ contract }) => contract.name)
    expect([...goesOn, ...Object.keys(bringsNew)].filter((name) => !all.includes(name))).toEqual([])
  })

  it.each(Object.keys(bringsNew))('%s is refused', async (name) => {
    await expect(bringsNew[name]?.()).rejects.toMatchObject({ refusal: { code: 'refused', reason: 'registration_ended' } })
  })

  it('a visit that was held in time is taken in from a phone that was without a network, and is commented', async () => {
    const held = { ...seen(one.id), startedAt: '2026-11-23T09:30:00.000Z', endedAt: '2026-11-23T10:30:00.000Z' }
    await one.assessor.send(visitRecord, { ...held, entries: [{ at: held.startedAt, seen: 'She asked the class teacher first.' }] })
    await one.candidate.send(visitComment, { id: newId(), visitId, words: 'I counted to five.' })
  })

  it('on the last day itself, and after another one was set, everything is taken in', async () => {
    for (const day of ['2026-11-24', null]) {
      await until(day)
      await one.candidate.send(evidenceAdd, item())
      await one.assessor.send(visitRecord, seen(one.id))
    }
  })

  it('the last day of the unit itself counts when it is the earlier one', async () => {
    const owner = await ownerOf(app)
    await owner.query("update standard_packs set certification_ends_on = '2026-11-22' where code = 'cg-5329-307'")
    await owner.end()
    const read = await app.centre.look((tx) => getRegistration(tx, one.id))
    expect([read.endsOn, read.closesOn]).toEqual([null, '2026-11-22'])
    await expect(one.candidate.send(evidenceAdd, item())).rejects.toMatchObject({ refusal: { reason: 'registration_ended' } })
  })
})

describe('the rules', () => {
  it('endedRefusal and openRefusal: by day, and a claim says more', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25']
    expect(days.map((day) => endedRefusal({ closesOn: '2026-11-24' }, day)?.reason)).toEqual([undefined, undefined, 'registration_ended'])
    for (const closesOn of [null, undefined]) expect(endedRefusal({ closesOn }, '2999-01-01')).toBeUndefined()
    const ended = { closesOn: '2026-11-24', claimedAt: null }
    expect(openRefusal(ended, '2026-11-25')?.reason).toBe('registration_ended')
    expect(openRefusal({ ...ended, claimedAt: '2026-11-20T10:00:00.000Z' }, '2026-11-25')?.reason).toBe('unit_claimed')
  })
})
