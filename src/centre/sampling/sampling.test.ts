// Sampling through the real dispatch: who draws and judges, actions and their owners, and what sign-off learns of it.
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { markClaimed } from '../registrations/store.ts'
import { signOffShow } from '../signoff/contract.ts'
import {
  type Outcome,
  sampleActionAnswer,
  sampleActionSettle,
  sampleActionsMine,
  sampleDraw,
  sampleJudge,
  sampleMine,
  sampleOfUnit,
} from './contract.ts'
import { canAnswer, canSample, mayOweActions, maySample } from './policy.ts'
import {
  answerRefusal,
  isAnswered,
  isOpen,
  judgementRefusal,
  ownDecisionsRefusal,
  restsOnWitnesses,
  samplingState,
  settleRefusal,
} from './rules.ts'

let app: TestApp
let theirs: TestRegistration & { iqa: TestPerson }
beforeAll(async () => {
  app = await testApp()
  theirs = await full(app.otherCentre)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })

async function full(centre: TestApp['centre']) {
  const parties = await testParties(centre)
  const { countersigner: _, ...others } = parties
  return { ...(await testRegistration(centre, others)), ...others }
}

let minutes = 0
const tick = () => app.clock.set(new Date(Date.UTC(2026, 11, 4, 9, minutes++)).toISOString())

/** A unit with its IQA, and what she does with it. */
async function sampled(isDrawn = true) {
  const one = await full(app.centre)
  const registrationId = one.id
  const sampleId = newId()
  const by = (person: TestPerson) => ({
    draw: (more = {}) => {
      tick()
      return person.send(sampleDraw, { id: newId(), registrationId, stage: 'interim', rationale: 'A new assessor', ...more })
    },
    judge: (outcome: Outcome, action: object | null = null) => {
      tick()
      const owed =
        action === null ? null : { id: newId(), what: 'Say how 3.4d was shown', ownerId: one.assessor.id, dueOn: '2026-12-11', ...action }
      return person.send(sampleJudge, { id: newId(), registrationId, sampleId, outcome, words: 'O-01 and its decisions', action: owed })
    },
    answer: (actionId: string) => {
      tick()
      return person.send(sampleActionAnswer, { id: newId(), registrationId, actionId, words: 'It is written beside O-01' })
    },
    settle: (actionId: string, isClosed: boolean) => {
      tick()
      return person.send(sampleActionSettle, { id: newId(), registrationId, actionId, isClosed, words: 'Seen' })
    },
  })
  if (isDrawn) await by(one.iqa).draw({ id: sampleId })
  const state = async () => (await one.candidate.ask(signOffShow, { registrationId })).iqa
  const samples = (person: TestPerson = one.iqa) => person.ask(sampleOfUnit, { registrationId })
  const action = async () => (await samples())[0]?.actions[0]
  return { ...one, registrationId, sampleId, by, state, samples, action }
}

describe('sample.draw', () => {
  it('accepted: R15: a unit that nobody sampled says so; a drawn one says that it is sampled, to sign-off too', async () => {
    const unit = await sampled(false)
    expect([await unit.state(), await unit.samples()]).toEqual(['not_sampled', []])
    await unit.by(unit.iqa).draw({ stage: 'summative' })
    expect(await unit.state()).toBe('sampled')
    expect(await unit.samples(unit.candidate)).toMatchObject([
      { stage: 'summative', rationale: 'A new assessor', drawnByName: 'Graham Ellis' },
    ])
  })
  it('refused: by everybody but the IQA of this unit, and of a claimed one', async () => {
    const unit = await sampled(false)
    const otherIqa = await app.centre.person('Iris Quinn', 'iqa')
    await expect(unit.by(otherIqa).draw()).rejects.toMatchObject(refusedBy('not_found'))
    for (const person of [unit.candidate, unit.assessor, unit.tutor, unit.administrator])
      await expect(unit.by(person).draw()).rejects.toMatchObject(refusedBy('not_allowed'))
    await app.centre.look((tx) => markClaimed(tx, unit.registrationId))
    await expect(unit.by(unit.iqa).draw()).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
  it('refused: R6: an IQA who decided in this unit before she became its IQA', async () => {
    const unit = await sampled(false)
    await app.centre.look((tx) =>
      tx.db
        .insertInto('decisions')
        .values({
          organisationId: tx.organisationId,
          id: newId(),
          registrationId: unit.registrationId,
          number: 1,
          leafCode: '1.1',
          half: 'knowledge',
          outcome: 'reopened',
          reason: null,
          action: null,
          actionBy: null,
          decidedBy: unit.iqa.id,
          decidedAt: tx.now,
        })
        .execute(),
    )
    await expect(unit.by(unit.iqa).draw()).rejects.toMatchObject(refusedBy('refused', 'own_decisions'))
  })
  it('other organisation: not found', async () => {
    const unit = await sampled(false)
    await expect(unit.by(theirs.iqa).draw()).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('sample.judge', () => {
  it('accepted: agreeing with a point to develop, and sign-off knows that she agrees', async () => {
    const unit = await sampled()
    await unit.by(unit.iqa).judge('agree_with_development')
    expect(await unit.state()).toBe('agreed')
    expect((await unit.samples(unit.assessor))[0]?.judgements).toMatchObject([
      { outcome: 'agree_with_development', byName: 'Graham Ellis' },
    ])
  })
  it('accepted: asking for an action holds the unit until it is closed and she agrees', async () => {
    const unit = await sampled()
    await unit.by(unit.iqa).judge('action', {})
    expect(await unit.state()).toBe('action')
    const { id = '' } = (await unit.action()) ?? {}
    await expect(unit.by(unit.iqa).judge('agree')).rejects.toMatchObject(refusedBy('refused', 'action_open'))
    await unit.by(unit.assessor).answer(id)
    expect([await unit.state(), (await unit.action())?.isOpen]).toEqual(['action', true])
    await unit.by(unit.iqa).settle(id, true)
    expect(await unit.state()).toBe('sampled')
    await unit.by(unit.iqa).judge('agree')
    expect(await unit.state()).toBe('agreed')
  })
  it('refused: an action without one, one too many, of somebody without a part, of a day that is over; and by anybody else', async () => {
    const unit = await sampled()
    const { judge } = unit.by(unit.iqa)
    await expect(judge('action')).rejects.toMatchObject(refusedBy('refused', 'action_missing'))
    await expect(judge('agree', {})).rejects.toMatchObject(refusedBy('refused', 'action_needless'))
    await expect(judge('action', { ownerId: unit.administrator.id })).rejects.toMatchObject(refusedBy('refused', 'owner_without_part'))
    await expect(judge('action', { dueOn: '2026-12-03' })).rejects.toMatchObject(refusedBy('refused', 'due_in_past'))
    await expect(unit.by(unit.assessor).judge('agree')).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const unit = await sampled()
    await expect(unit.by(theirs.iqa).judge('agree')).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('sampleAction.answer', () => {
  it('accepted: its owner says what was done, and it leaves the list of what is owed only when the IQA closes it', async () => {
    const unit = await sampled()
    await unit.by(unit.iqa).judge('action', {})
    const { id = '' } = (await unit.action()) ?? {}
    await unit.by(unit.assessor).answer(id)
    expect(await unit.assessor.ask(sampleActionsMine, {})).toMatchObject([
      { registrationId: unit.registrationId, action: { id, notes: [{ kind: 'answered' }] } },
    ])
    await unit.by(unit.iqa).settle(id, true)
    expect(await unit.assessor.ask(sampleActionsMine, {})).toEqual([])
    await expect(unit.by(unit.assessor).answer(id)).rejects.toMatchObject(refusedBy('refused', 'action_closed'))
  })
  it('refused: by anybody who does not owe it', async () => {
    const unit = await sampled()
    await unit.by(unit.iqa).judge('action', {})
    const { id = '' } = (await unit.action()) ?? {}
    await expect(unit.by(unit.candidate).answer(id)).rejects.toMatchObject(refusedBy('not_found'))
    await expect(unit.by(unit.iqa).answer(id)).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const unit = await sampled()
    await unit.by(unit.iqa).judge('action', {})
    await expect(unit.by(theirs.assessor).answer((await unit.action())?.id ?? '')).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('sampleAction.settle', () => {
  it('accepted: closed, and opened again: then the unit is held once more', async () => {
    const unit = await sampled()
    await unit.by(unit.iqa).judge('action', {})
    const { id = '' } = (await unit.action()) ?? {}
    await unit.by(unit.iqa).settle(id, true)
    await unit.by(unit.iqa).settle(id, false)
    expect([await unit.state(), (await unit.action())?.notes.map(({ kind }) => kind)]).toEqual(['action', ['closed', 'reopened']])
  })
  it('refused: twice the same, and by its owner', async () => {
    const unit = await sampled()
    await unit.by(unit.iqa).judge('action', {})
    const { id = '' } = (await unit.action()) ?? {}
    await expect(unit.by(unit.iqa).settle(id, false)).rejects.toMatchObject(refusedBy('refused', 'action_not_closed'))
    await expect(unit.by(unit.assessor).settle(id, true)).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const unit = await sampled()
    await unit.by(unit.iqa).judge('action', {})
    await expect(unit.by(theirs.iqa).settle((await unit.action())?.id ?? '', true)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('sample.ofUnit', () => {
  it('accepted: whoever has a part reads it', async () => {
    const unit = await sampled()
    for (const person of [unit.candidate, unit.assessor, unit.tutor, unit.iqa]) expect(await unit.samples(person)).toHaveLength(1)
  })
  it('refused: whoever has none', async () => {
    const unit = await sampled()
    await expect(unit.samples(unit.administrator)).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(unit.samples(await app.centre.person('Iris Quinn', 'iqa'))).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const unit = await sampled()
    await expect(unit.samples(theirs.iqa)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('sample.mine', () => {
  it('accepted: the units whose IQA one is, each with its state', async () => {
    const unit = await sampled()
    expect(await unit.iqa.ask(sampleMine, {})).toMatchObject([{ registration: { id: unit.registrationId }, state: 'sampled' }])
  })
  it('refused: an assessor', async () => {
    await expect(theirs.assessor.ask(sampleMine, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: nothing of ours', async () => {
    expect((await theirs.iqa.ask(sampleMine, {})).map(({ registration }) => registration.id)).toEqual([theirs.id])
  })
})

describe('sampleAction.mine', () => {
  it('accepted: nothing is owed before anything is asked', async () => {
    expect(await (await sampled()).assessor.ask(sampleActionsMine, {})).toEqual([])
  })
  it('refused: an IQA owes none', async () => {
    await expect(theirs.iqa.ask(sampleActionsMine, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: nothing of ours', async () => {
    expect(await theirs.assessor.ask(sampleActionsMine, {})).toEqual([])
  })
})

describe('the policy of sampling', () => {
  const parties = { candidateId: 'a', assessorId: 'b', tutorId: 'c', countersignerId: 'd', iqaId: 'e' }
  it('every role × every person: the IQA of the unit samples, its owner answers', () => {
    for (const personId of ['a', 'b', 'c', 'd', 'e', 'z'])
      for (const role of centreRoles) {
        const actor: Actor = { personId, organisationId: 'o', kind: 'centre', roles: [role] }
        expect(maySample(actor)).toBe(role === 'iqa')
        expect(canSample(actor, parties)).toBe(role === 'iqa' && personId === 'e')
        expect(mayOweActions(actor)).toBe(role === 'candidate' || role === 'assessor' || role === 'tutor')
        expect(canAnswer(actor, { ...parties, ownerId: 'b' })).toBe(personId === 'b' && role === 'assessor')
      }
  })
})

describe('the rules of sampling', () => {
  it('restsOnWitnesses: a warning where all that was observed and met rests on expert witnesses', () => {
    const evidence = ['O', 'WT', 'A'].map((method) => ({ id: method, method })) as unknown as Parameters<
      typeof restsOnWitnesses
    >[0]['evidence']
    const on = (half: 'observed' | 'knowledge', isMet: boolean, ...evidenceIds: string[]) => ({ half, isMet, standing: { evidenceIds } })
    const of = (...halves: ReturnType<typeof on>[]) => restsOnWitnesses({ evidence, leaves: halves.map((half) => ({ halves: [half] })) })
    expect(of(on('observed', true, 'WT'), on('knowledge', true, 'A'))).toBe(true)
    expect(of(on('observed', true, 'WT'), on('observed', true, 'O'))).toBe(false)
    expect(of(on('observed', true, 'WT'), on('observed', false, 'O'))).toBe(true)
    expect(of(on('knowledge', true, 'A'))).toBe(false)
    expect(of()).toBe(false)
  })
  const note = fc.constantFrom('answered' as const, 'closed' as const, 'reopened' as const).map((kind) => ({ kind }))
  it('an action is open from the start, stays open when it is answered, and the last word of the IQA holds', () => {
    expect(isOpen([])).toBe(true)
    fc.assert(
      fc.property(fc.array(note), (notes) => {
        const last = notes.filter(({ kind }) => kind !== 'answered').at(-1)
        expect(isOpen(notes)).toBe(last?.kind !== 'closed')
        expect(isOpen([...notes, { kind: 'answered' }])).toBe(isOpen(notes))
      }),
    )
  })
  it('an answered action waits for the IQA until she closes it or opens it again', () => {
    const answered = { kind: 'answered' as const }
    expect(
      [[], [answered], [answered, { kind: 'closed' as const }], [answered, { kind: 'closed' as const }, { kind: 'reopened' as const }]].map(
        isAnswered,
      ),
    ).toEqual([false, true, false, false])
  })
  it('R15: agreed is only what has no open action and whose every sample was agreed to last', () => {
    const judgement = fc
      .constantFrom<Outcome>('agree', 'agree_with_development', 'action')
      .map((outcome) => ({ outcome, words: '', byName: '', at: '' }))
    const sample = fc.record({ judgements: fc.array(judgement), actions: fc.array(fc.record({ isOpen: fc.boolean() })) })
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 4 }), (samples) => {
        const state = samplingState(samples)
        expect(state === 'not_sampled').toBe(samples.length === 0)
        expect(state === 'action').toBe(samples.some(({ actions }) => actions.some((one) => one.isOpen)))
        if (state === 'agreed')
          expect(samples.every(({ judgements }) => judgements.at(-1)?.outcome.startsWith('agree') === true)).toBe(true)
      }),
    )
  })
  it('names what is wrong', () => {
    expect(ownDecisionsRefusal('e', new Set(['e']))?.reason).toBe('own_decisions')
    expect(ownDecisionsRefusal('e', new Set(['b']))).toBeUndefined()
    expect(answerRefusal({ isOpen: false })?.reason).toBe('action_closed')
    expect(settleRefusal({ isClosed: true }, { isOpen: true })).toBeUndefined()
    expect(settleRefusal({ isClosed: false }, { isOpen: true })?.reason).toBe('action_not_closed')
    const facts = { today: '2026-12-04', partIds: ['b', null], actions: [] }
    expect(judgementRefusal({ outcome: 'agree', action: null }, facts)).toBeUndefined()
    expect(judgementRefusal({ outcome: 'action', action: { ownerId: 'b', dueOn: '2026-12-04' } }, facts)).toBeUndefined()
  })
})
