// Agendas through the real dispatch: one proposes, the other agrees, and only what was agreed before counts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { registerAlso, type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { unitMine } from '../decisions/contract.ts'
import { evidenceAdd } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { markClaimed } from '../registrations/store.ts'
import { discussionAgendas, discussionAgree, discussionPropose, discussionToAgree } from './contract.ts'
import { canDiscuss } from './policy.ts'
import {
  agendaRefusal,
  agreementRefusal,
  furtherUnits,
  isAgreedBefore,
  isEmptyPoint,
  isToAgree,
  pointName,
  pointsAsKept,
  unfinishedPoint,
} from './rules.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre, await testParties(app.centre))
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const proposal = (leaf = '2.3') => ({ id: newId(), registrationId: ours.id, points: [{ leaf, point: 'What traffic lights can’t tell' }] })
const agendas = () => ours.assessor.ask(discussionAgendas, { registrationId: ours.id })

describe('discussion.propose', () => {
  it('accepted: by candidate or assessor, and not agreed yet', async () => {
    const [first, second] = [proposal(), proposal('1.4')]
    await ours.candidate.send(discussionPropose, first)
    app.clock.set('2026-11-24T10:46:00.000Z')
    await ours.assessor.send(discussionPropose, second)
    expect((await agendas()).filter(({ id }) => [first.id, second.id].includes(id))).toMatchObject([
      { proposedByName: 'Lorraine Pike', agreedAt: null },
      { proposedByName: 'Dawn Okafor', agreedAt: null, points: first.points },
    ])
  })
  it('refused: a leaf that the unit has not; by anybody else', async () => {
    await expect(ours.candidate.send(discussionPropose, proposal('9.9'))).rejects.toMatchObject(refusedBy('refused', 'unknown_leaf'))
    await expect(ours.administrator.send(discussionPropose, proposal())).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(ours.countersigner?.send(discussionPropose, proposal())).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.send(discussionPropose, proposal())).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('an agenda of two units', () => {
  it('accepted: it is one talk on criteria of both, read and agreed in either, and held as one item with the units’ numbers', async () => {
    const one = await testRegistration(app.centre)
    const other = await registerAlso(one, 'cg-5329-209')
    const agendaId = newId()
    const points = [
      { leaf: '2.3', point: 'What traffic lights can’t tell' },
      { leaf: '3.2', point: 'Whom do you tell?', registrationId: other },
    ]
    await one.assessor.send(discussionPropose, { id: agendaId, registrationId: one.id, points })
    const [there] = await one.candidate.ask(discussionAgendas, { registrationId: other })
    expect(there).toMatchObject({ id: agendaId, registrationId: one.id, points: [{ unit: '307' }, { unit: '209', registrationId: other }] })
    await one.candidate.send(discussionAgree, { registrationId: other, agendaId })
    app.clock.set('2026-11-24T15:00:00.000Z')
    const evidenceId = newId()
    const record = { ...emptyRecord('PD'), startedAt: '2026-11-24T14:30:00.000Z' }
    const said = { record, isOwnWork: false, title: 'A discussion on two units', occurredOn: '2026-11-24', leaves: ['2.3'], agendaId }
    const alsoFor = [{ registrationId: other, leaves: ['3.2'] }]
    expect(await one.assessor.send(evidenceAdd, { id: evidenceId, registrationId: one.id, ...said, alsoFor })).toMatchObject({
      reference: 'PD-01',
    })
    const { evidence } = await one.candidate.ask(unitMine, { registrationId: other })
    expect(evidence).toMatchObject([
      {
        reference: 'PD-01',
        leaves: ['3.2'],
        record: {
          agenda: [
            { leaf: '2.3', unit: '307' },
            { leaf: '3.2', unit: '209' },
          ],
        },
      },
    ])
  })
  it('refused: a unit of another candidate or of another assessor, and one that is claimed', async () => {
    const one = await testRegistration(app.centre)
    const strange = await testRegistration(app.centre)
    const naming = (registrationId: string) => [{ leaf: '3.2', point: 'Whom do you tell?', registrationId }]
    const propose = (registrationId: string) =>
      one.assessor.send(discussionPropose, { id: newId(), registrationId: one.id, points: naming(registrationId) })
    await expect(propose(strange.id)).rejects.toMatchObject(refusedBy('refused', 'unit_of_others'))
    await expect(propose(theirs.id)).rejects.toMatchObject(refusedBy('refused', 'unit_of_others'))
    const other = await registerAlso(one, 'cg-5329-209', strange.assessor.id)
    await expect(propose(other)).rejects.toMatchObject(refusedBy('refused', 'unit_of_others'))
    const claimed = await registerAlso(one, 'cg-5329-207')
    await app.centre.look((tx) => markClaimed(tx, claimed))
    await expect(propose(claimed)).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
})

describe('discussion.agree', () => {
  const proposed = async () => {
    const agenda = proposal()
    await ours.assessor.send(discussionPropose, agenda)
    return { registrationId: ours.id, agendaId: agenda.id }
  }
  it('accepted: by the other one, once', async () => {
    const input = await proposed()
    await ours.candidate.send(discussionAgree, input)
    expect((await agendas()).find(({ id }) => id === input.agendaId)).toMatchObject({ agreedByName: 'Dawn Okafor' })
    await expect(ours.candidate.send(discussionAgree, input)).rejects.toMatchObject(refusedBy('refused', 'agreed_already'))
  })
  it('refused: by who proposed it, and by whom the discussion is not with', async () => {
    const input = await proposed()
    await expect(ours.assessor.send(discussionAgree, input)).rejects.toMatchObject(refusedBy('refused', 'own_agenda'))
    await expect(ours.iqa?.send(discussionAgree, input)).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(ours.candidate.send(discussionAgree, { ...input, agendaId: newId() })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.send(discussionAgree, await proposed())).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('discussion.agendas', () => {
  it('accepted: whoever reads the portfolio sees them', async () => {
    for (const party of [ours.candidate, ours.assessor, ours.tutor, ours.countersigner, ours.iqa])
      expect(await party?.ask(discussionAgendas, { registrationId: ours.id })).toBeInstanceOf(Array)
  })
  it('refused: the centre administrator', async () => {
    await expect(ours.administrator.ask(discussionAgendas, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.ask(discussionAgendas, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('discussion.toAgree', () => {
  const waiting = async (who: TestRegistration['candidate']) => (await who.ask(discussionToAgree, {})).map(({ agenda }) => agenda.id)
  it('accepted: the other one’s, with whose unit it is, until it is agreed to', async () => {
    const agenda = proposal('3.1')
    await ours.assessor.send(discussionPropose, agenda)
    expect(await waiting(ours.candidate)).toContain(agenda.id)
    expect(await waiting(ours.assessor)).not.toContain(agenda.id)
    const [first] = (await ours.candidate.ask(discussionToAgree, {})).filter((one) => one.agenda.id === agenda.id)
    expect(first).toMatchObject({ registrationId: ours.id, candidateName: 'Dawn Okafor', unitNumber: '307' })
    await ours.candidate.send(discussionAgree, { registrationId: ours.id, agendaId: agenda.id })
    expect(await waiting(ours.candidate)).not.toContain(agenda.id)
  })
  it('refused: whoever discusses nothing', async () => {
    await expect(ours.administrator.ask(discussionToAgree, {})).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(ours.iqa?.ask(discussionToAgree, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: none of ours', async () => {
    expect(await waiting(theirs.candidate)).toEqual([])
  })
})

const both: Parameters<typeof agendaRefusal>[1] = {
  ownId: 'own',
  units: new Map([
    ['own', { unitNumber: '307', pack: { leaves: [{ code: '2.3' }] } }],
    ['other', { unitNumber: '209', pack: { leaves: [{ code: '3.2' }] } }],
  ]) as unknown as Parameters<typeof agendaRefusal>[1]['units'],
}

describe('rules', () => {
  it('agendaRefusal knows the unit’s leaves', () => {
    expect(agendaRefusal([{ leaf: '2.3', point: 'How' }], both)).toBeUndefined()
    expect(agendaRefusal([{ leaf: '2.4', point: 'How' }], both)?.reason).toBe('unknown_leaf')
    expect(agendaRefusal([{ leaf: '3.2', point: 'How', registrationId: 'other' }], both)).toBeUndefined()
    expect(agendaRefusal([{ leaf: '2.3', point: 'How', registrationId: 'other' }], both)?.reason).toBe('unknown_leaf')
    expect(agendaRefusal([{ leaf: '2.3', point: 'How', registrationId: 'strange' }], both)?.reason).toBe('unit_of_others')
  })
  it('furtherUnits, pointsAsKept and pointName say the unit where an agenda speaks of several, and of one nothing', () => {
    const [own, other] = [
      { leaf: '2.3', point: 'How' },
      { leaf: '3.2', point: 'Whom', registrationId: 'other' },
    ]
    expect([furtherUnits([own], 'own'), furtherUnits([own, other, other], 'own')]).toEqual([[], ['other']])
    expect(pointsAsKept([{ ...own, registrationId: 'own', unit: 'said by the sender' }], both)).toEqual([own])
    expect(pointsAsKept([own, other], both).map(pointName)).toEqual(['307 2.3', '209 3.2'])
    expect(pointName(own)).toBe('2.3')
  })
  it('agreementRefusal lets the other one agree', () => {
    expect(agreementRefusal({ proposedById: 'a', agreedAt: null }, 'b')).toBeUndefined()
    expect(['a', 'b'].map((who) => isToAgree({ proposedById: 'a', agreedAt: null }, who))).toEqual([false, true])
    expect(isToAgree({ proposedById: 'a', agreedAt: '2026-12-08T10:00:00.000Z' }, 'b')).toBe(false)
  })
  it('unfinishedPoint finds the first point that was begun and not ended; empty ones are left out', () => {
    const [empty, half, silent, whole] = [
      { leaf: '', point: ' ' },
      { leaf: '', point: 'Traffic lights' },
      { leaf: '2.3', point: '' },
      { leaf: '2.3', point: 'Traffic lights' },
    ]
    expect([empty, half, silent, whole].map(isEmptyPoint)).toEqual([true, false, false, false])
    expect(unfinishedPoint([empty, empty])).toBe(0)
    expect(unfinishedPoint([whole, empty, half])).toBe(2)
    expect(unfinishedPoint([silent, whole])).toBe(0)
    expect(unfinishedPoint([whole, empty])).toBeUndefined()
  })
  it('R8: isAgreedBefore wants the yes before the first minute, or before the day where no minute is said', () => {
    const agreed = { agreedAt: '2026-12-08T10:00:00.000Z' }
    const on = (startedAt: string | null) => ({ occurredOn: '2026-12-08', startedAt })
    expect(isAgreedBefore(agreed, on('2026-12-08T10:00:01.000Z'))).toBe(true)
    expect(isAgreedBefore(agreed, on('2026-12-08T10:00:00.000Z'))).toBe(false)
    expect(isAgreedBefore(agreed, on(null))).toBe(false)
    expect(isAgreedBefore({ agreedAt: '2026-12-07T10:00:00.000Z' }, on(null))).toBe(true)
    expect(isAgreedBefore({ agreedAt: null }, on('2026-12-08T10:00:01.000Z'))).toBe(false)
  })
})

describe('canDiscuss', () => {
  const parties = { candidateId: 'c', assessorId: 'a', tutorId: 't', countersignerId: 's', iqaId: 'q' }
  it('lets candidate and assessor of the unit, and nobody else of any role', () => {
    const can = centreRoles.flatMap((role) =>
      Object.values(parties)
        .filter((personId) => canDiscuss({ personId, organisationId: 'o', kind: 'centre', roles: [role] }, parties))
        .map((personId) => `${role} ${personId}`),
    )
    expect(can).toEqual(['candidate c', 'assessor a'])
  })
})
