// Acts of deciding through the real dispatch: several halves at once, the five checks, countersigning a trainee, the centre's target.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { assignmentSubmit } from '../assignments/contract.ts'
import { emptyContent } from '../assignments/rules.ts'
import { evidenceAdd, evidenceChange } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { markClaimed } from '../registrations/store.ts'
import * as contract from './contract.ts'
import { deciderIds } from './views.ts'

const { assessmentRecord, assessmentCountersign, assessmentToCountersign, decisionTargetSet, decisionTargetShow, decisionQueue, unitMine } =
  contract

let app: TestApp
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  theirs = await testRegistration(app.otherCentre, await testParties(app.otherCentre))
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })

/** Dawn's unit with everybody who can have a part, or, without a countersigner, of a qualified assessor. */
async function portfolio({ isTrainee = false } = {}) {
  const { countersigner, ...others } = await testParties(app.centre)
  const one = await testRegistration(app.centre, isTrainee ? { ...others, countersigner } : others, { isTrainee })
  const registrationId = one.id
  const add = async (by: 'candidate' | 'assessor', method: 'A' | 'O', ...leaves: string[]) => {
    const evidenceId = newId()
    const said = { record: emptyRecord(method), isOwnWork: true, title: 'An item of evidence', occurredOn: '2026-11-24' }
    await one[by].send(evidenceAdd, { id: evidenceId, registrationId, ...said, leaves })
    return evidenceId
  }
  const act = (halves: readonly string[], evidenceIds: string[], more = {}) => ({
    id: newId(),
    registrationId,
    halves: halves.map((code) => {
      const [leaf = '', half] = code.split(' ')
      return { id: newId(), leaf, half: half === 'observed' ? ('observed' as const) : ('knowledge' as const) }
    }),
    outcome: 'met' as const,
    evidenceIds,
    reason: null,
    action: null,
    actionBy: null,
    checks: [],
    ...more,
  })
  const half = async (leaf: string) =>
    (await one.candidate.ask(unitMine, { registrationId })).leaves.find((each) => each.leaf === leaf)?.halves[0]
  return { ...one, countersigner, registrationId, add, act, half }
}

const doubt = { check: 'authentic' as const, isMet: true, reason: 'Two sentences read like a book; asked, and explained in own words' }

describe('assessment.record', () => {
  it('accepted: several criteria on one item in one act, with what was no plain yes', async () => {
    const { assessor, add, act, half } = await portfolio()
    const assignment = await add('candidate', 'A', '1.1', '1.2', '1.3')
    const { numbers } = await assessor.send(assessmentRecord, act(['1.1', '1.2', '1.3'], [assignment], { checks: [doubt] }))
    expect(numbers).toEqual([1, 2, 3])
    expect((await half('1.2'))?.standing).toMatchObject({ checks: [doubt], isByTrainee: false })
  })
  it('refused: all of it when one half can’t be met, so that nothing is half decided', async () => {
    const { assessor, add, act, half } = await portfolio()
    const assignment = await add('candidate', 'A', '1.1', '2.1')
    await expect(assessor.send(assessmentRecord, act(['1.1', '2.1 observed'], [assignment]))).rejects.toMatchObject(
      refusedBy('refused', 'nothing_closes_half'),
    )
    expect((await half('1.1'))?.missing).toBe('undecided')
  })
  it('refused: R12: more evidence needed without reason, action or day', async () => {
    const { assessor, add, act } = await portfolio()
    const assignment = await add('candidate', 'A', '1.1')
    const more = { outcome: 'more_evidence_needed' as const, reason: 'Only describes', action: 'Compare', actionBy: '2026-12-01' }
    for (const [missing, reason] of [
      ['reason', 'reason_missing'],
      ['action', 'action_missing'],
      ['actionBy', 'action_by_missing'],
    ] as const)
      await expect(assessor.send(assessmentRecord, act(['1.1'], [assignment], { ...more, [missing]: null }))).rejects.toMatchObject(
        refusedBy('refused', reason),
      )
    await assessor.send(assessmentRecord, act(['1.1'], [assignment], more))
  })
  it('refused: a check without its reason, *met* on what fails one, and after a claim', async () => {
    const { assessor, add, act, registrationId } = await portfolio()
    const assignment = await add('candidate', 'A', '1.1')
    const decide = (checks: object[]) => assessor.send(assessmentRecord, act(['1.1'], [assignment], { checks }))
    await expect(decide([{ ...doubt, reason: ' ' }])).rejects.toMatchObject(refusedBy('refused', 'check_reason_missing'))
    await expect(decide([{ ...doubt, isMet: false }])).rejects.toMatchObject(refusedBy('refused', 'check_not_met'))
    await app.centre.look((tx) => markClaimed(tx, registrationId))
    await expect(decide([])).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
  it('refused: R6: everybody but the assessor of the unit', async () => {
    const { candidate, tutor, countersigner, iqa, administrator, act } = await portfolio({ isTrainee: true })
    for (const person of [candidate, tutor, iqa, administrator])
      await expect(person?.send(assessmentRecord, act(['1.1'], []))).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(countersigner.send(assessmentRecord, act(['1.1'], []))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const { act } = await portfolio()
    await expect(theirs.assessor.send(assessmentRecord, act(['1.1'], []))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('changed evidence', () => {
  it('opens the decision that rested on it, waits in the queue, and closes it again when it is put back', async () => {
    const { assessor, candidate, add, act, half, registrationId } = await portfolio()
    const evidenceId = await add('candidate', 'A', '1.1')
    await assessor.send(assessmentRecord, act(['1.1'], [evidenceId]))
    expect((await half('1.1'))?.isMet).toBe(true)
    const say = (title: string) =>
      candidate.send(evidenceChange, {
        registrationId,
        evidenceId,
        title,
        occurredOn: '2026-11-24',
        record: emptyRecord('A'),
        isOwnWork: true,
      })
    await say('Another item of evidence')
    expect(await half('1.1')).toMatchObject({ isMet: false, missing: 'evidence_changed' })
    expect(await assessor.ask(decisionQueue, {})).toMatchObject([{ evidenceId, waiting: ['1.1'] }])
    await say('An item of evidence')
    expect((await half('1.1'))?.isMet).toBe(true)
    expect(await assessor.ask(decisionQueue, {})).toEqual([])
  })
})

describe('an assignment that is submitted again', () => {
  it('opens what its changed heading serves; on the others the decision stands, and waits for nobody', async () => {
    const { assessor, candidate, act, half, registrationId } = await portfolio()
    const text = (words: string) => ({
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
    })
    const declaration = { isOwnWork: true, hadHelp: false, help: '', usedAi: false, ai: [] }
    const submit = async (roles: string, more = {}) => {
      const id = newId()
      const headings = [
        { heading: 'roles', writing: text(roles) },
        { heading: 'kinds', writing: text('One goes along, the other sums up') },
      ]
      await candidate.send(assignmentSubmit, {
        ...{ id, registrationId, content: { ...emptyContent, headings }, leaves: ['1.1', '1.2'] },
        declaration: { ...declaration, ...more },
      })
      return id
    }
    const isMet = async () => [(await half('1.1'))?.isMet, (await half('1.2'))?.isMet]
    const evidenceId = await submit('The teacher plans')
    await assessor.send(assessmentRecord, act(['1.1', '1.2'], [evidenceId]))
    await submit('The teacher plans, and I listen')
    expect(await isMet()).toEqual([false, true])
    expect(await assessor.ask(decisionQueue, {})).toMatchObject([{ evidenceId, waiting: ['1.1'] }])
    await submit('The teacher plans, and I listen', { usedAi: true, ai: [{ tool: 'A chat program', usedFor: 'spelling' }] })
    expect(await isMet()).toEqual([false, false])
    await submit('The teacher plans')
    expect(await isMet()).toEqual([true, true])
  })
})

describe('assessment.countersign', () => {
  const answer = (registrationId: string, assessmentId: string, outcome: 'agreed' | 'sent_back', reason: string | null = null) => ({
    id: newId(),
    registrationId,
    assessmentId,
    outcome,
    reason,
  })
  it('accepted: R7: a trainee’s decision is provisional until a qualified assessor agrees', async () => {
    const { assessor, countersigner, add, act, half, registrationId } = await portfolio({ isTrainee: true })
    const made = act(['1.1', '1.2'], [await add('candidate', 'A', '1.1', '1.2')])
    await assessor.send(assessmentRecord, made)
    expect(await half('1.1')).toMatchObject({ isMet: false, missing: 'provisional' })
    await countersigner.send(assessmentCountersign, answer(registrationId, made.id, 'agreed'))
    expect((await half('1.1'))?.isMet).toBe(true)
    expect((await half('1.2'))?.isMet).toBe(true)
    expect(await app.centre.look((tx) => deciderIds(tx, registrationId))).toEqual(new Set([assessor.id, countersigner.id]))
  })
  it('accepted: what is sent back waits for the assessor with the reason, and is decided anew', async () => {
    const { assessor, countersigner, add, act, half, registrationId } = await portfolio({ isTrainee: true })
    const evidenceId = await add('candidate', 'A', '1.1')
    const made = act(['1.1'], [evidenceId])
    await assessor.send(assessmentRecord, made)
    await countersigner.send(assessmentCountersign, answer(registrationId, made.id, 'sent_back', 'Only one of the two roles'))
    expect((await half('1.1'))?.missing).toBe('sent_back')
    expect(await assessor.ask(decisionQueue, {})).toMatchObject([{ evidenceId, sentBack: 'Only one of the two roles' }])
    await assessor.send(assessmentRecord, act(['1.1'], [evidenceId]))
    expect((await half('1.1'))?.missing).toBe('provisional')
    expect(await assessor.ask(decisionQueue, {})).toEqual([])
  })
  it('refused: twice, back without a reason, an act that there is not', async () => {
    const { assessor, countersigner, add, act, registrationId } = await portfolio({ isTrainee: true })
    const made = act(['1.1'], [await add('candidate', 'A', '1.1')])
    await assessor.send(assessmentRecord, made)
    const send = (...parts: Parameters<typeof answer>) => countersigner.send(assessmentCountersign, answer(...parts))
    await expect(send(registrationId, newId(), 'agreed')).rejects.toMatchObject(refusedBy('not_found'))
    await expect(send(registrationId, made.id, 'sent_back', ' ')).rejects.toMatchObject(refusedBy('refused', 'reason_missing'))
    await send(registrationId, made.id, 'agreed')
    await expect(send(registrationId, made.id, 'agreed')).rejects.toMatchObject(refusedBy('refused', 'countersigned_already'))
  })
  it('refused: R6, R7: everybody but the countersigner of the unit', async () => {
    const { assessor, candidate, tutor, iqa, administrator, add, act, registrationId } = await portfolio({ isTrainee: true })
    const made = act(['1.1'], [await add('candidate', 'A', '1.1')])
    await assessor.send(assessmentRecord, made)
    for (const person of [candidate, tutor, iqa, administrator])
      await expect(person?.send(assessmentCountersign, answer(registrationId, made.id, 'agreed'))).rejects.toMatchObject(
        refusedBy('not_allowed'),
      )
    await expect(assessor.send(assessmentCountersign, answer(registrationId, made.id, 'agreed'))).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
  it('other organisation: not found', async () => {
    const { assessor, add, act, registrationId } = await portfolio({ isTrainee: true })
    const made = act(['1.1'], [await add('candidate', 'A', '1.1')])
    await assessor.send(assessmentRecord, made)
    const said = answer(registrationId, made.id, 'agreed')
    await expect(theirs.countersigner?.send(assessmentCountersign, said)).rejects.toMatchObject(refusedBy('not_found'))
    await expect(theirs.countersigner?.send(assessmentCountersign, { ...said, registrationId: theirs.id })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('assessment.toCountersign', () => {
  it('accepted: the acts that wait, with what they rest on; nothing once they are answered', async () => {
    const { assessor, countersigner, add, act, registrationId } = await portfolio({ isTrainee: true })
    expect(await countersigner.ask(assessmentToCountersign, {})).toEqual([])
    const made = act(['1.1', '1.2'], [await add('candidate', 'A', '1.1', '1.2')], { checks: [doubt] })
    await assessor.send(assessmentRecord, made)
    expect(await countersigner.ask(assessmentToCountersign, {})).toMatchObject([
      {
        assessmentId: made.id,
        decidedByName: 'Lorraine Pike',
        decisions: [
          { leaf: '1.1', checks: [doubt] },
          { leaf: '1.2', checks: [doubt] },
        ],
        references: [{ reference: 'A-01' }],
      },
    ])
    await countersigner.send(assessmentCountersign, { id: newId(), registrationId, assessmentId: made.id, outcome: 'agreed', reason: null })
    expect(await countersigner.ask(assessmentToCountersign, {})).toEqual([])
  })
  it('refused: those who are no assessors', async () => {
    const { candidate, iqa } = await portfolio({ isTrainee: true })
    for (const person of [candidate, iqa])
      await expect(person?.ask(assessmentToCountersign, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: ours does not wait there', async () => {
    const { assessor, add, act } = await portfolio({ isTrainee: true })
    await assessor.send(assessmentRecord, act(['1.1'], [await add('candidate', 'A', '1.1')]))
    expect(await theirs.countersigner?.ask(assessmentToCountersign, {})).toEqual([])
  })
})

describe('decisionTarget.set', () => {
  it('accepted: queues say by when, and the last target holds', async () => {
    const { administrator, assessor, add } = await portfolio()
    await add('candidate', 'A', '1.1')
    await administrator.send(decisionTargetSet, { id: newId(), workingDays: 10 })
    await administrator.send(decisionTargetSet, { id: newId(), workingDays: 1 })
    expect(await assessor.ask(decisionQueue, {})).toMatchObject([{ workingDays: 0, dueOn: '2026-11-25', isLate: false }])
  })
  it('refused: everybody but the centre administrator', async () => {
    const { candidate, assessor, iqa } = await portfolio()
    for (const person of [candidate, assessor, iqa])
      await expect(person?.send(decisionTargetSet, { id: newId(), workingDays: 3 })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: has a target of its own', async () => {
    const { administrator } = await portfolio()
    await administrator.send(decisionTargetSet, { id: newId(), workingDays: 7 })
    expect(await theirs.assessor.ask(decisionTargetShow, {})).toEqual({ workingDays: null })
  })
})

describe('decisionTarget.show', () => {
  it('accepted: what is published is for everyone in the centre', async () => {
    const { administrator, candidate, tutor } = await portfolio()
    await administrator.send(decisionTargetSet, { id: newId(), workingDays: 10 })
    for (const person of [candidate, tutor]) expect(await person?.ask(decisionTargetShow, {})).toEqual({ workingDays: 10 })
  })
  it('refused: in a school there is none', async () => {
    const teacher = await app.school.person('Ben Hartley', 'teacher')
    await expect(teacher.ask(decisionTargetShow, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: is not told', async () => {
    expect(await theirs.candidate.ask(decisionTargetShow, {})).toEqual({ workingDays: null })
  })
})
