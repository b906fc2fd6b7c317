// Agendas through the real dispatch: one proposes, the other agrees, and only what was agreed before counts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { discussionAgendas, discussionAgree, discussionPropose, discussionToAgree } from './contract.ts'
import { canDiscuss } from './policy.ts'
import { agendaRefusal, agreementRefusal, isAgreedBefore, isToAgree } from './rules.ts'

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

describe('rules', () => {
  it('agendaRefusal knows the unit’s leaves', () => {
    const pack = { leaves: [{ code: '2.3' }] } as Parameters<typeof agendaRefusal>[1]
    expect(agendaRefusal([{ leaf: '2.3', point: 'How' }], pack)).toBeUndefined()
    expect(agendaRefusal([{ leaf: '2.4', point: 'How' }], pack)?.reason).toBe('unknown_leaf')
  })
  it('agreementRefusal lets the other one agree', () => {
    expect(agreementRefusal({ proposedById: 'a', agreedAt: null }, 'b')).toBeUndefined()
    expect(['a', 'b'].map((who) => isToAgree({ proposedById: 'a', agreedAt: null }, who))).toEqual([false, true])
    expect(isToAgree({ proposedById: 'a', agreedAt: '2026-12-08T10:00:00.000Z' }, 'b')).toBe(false)
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
