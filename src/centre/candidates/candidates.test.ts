// Introductions and notices through the real dispatch: who says what, who reads it, and that a scan is no evidence.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { unitInPortfolio } from '../decisions/contract.ts'
import { markClaimed } from '../registrations/store.ts'
import {
  candidateIntroduction,
  candidateWriteProfile,
  noticeAcknowledge,
  noticeList,
  noticePublish,
  priorLearningNote,
  priorLearningWithdraw,
  skillScanSay,
} from './contract.ts'
import { canIntroduce, canNotePriorLearning, canPublish, canReadNotices, mayNotePriorLearning } from './policy.ts'
import { acknowledgementRefusal, priorLearningRefusal, scanRefusal, withdrawalRefusal } from './rules.ts'

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
const introduction = (one = ours) => one.candidate.ask(candidateIntroduction, { registrationId: one.id })
const profile = (needs = 'A quiet room for questions') => ({
  id: newId(),
  experience: 'Six years as a teaching assistant',
  job: 'Teaching assistant, Year 4',
  setting: 'Primary school',
  needs,
})
const scan = (registrationId: string, more = {}) => ({
  id: newId(),
  registrationId,
  leaf: '3.3',
  answer: 'partly' as const,
  words: '',
  ...more,
})
const prior = (registrationId: string, more = {}) => ({
  id: newId(),
  registrationId,
  what: 'Behaviour policy training at school',
  gainedIn: 2025,
  ...more,
})

describe('candidate.writeProfile', () => {
  it('accepted: the last one holds', async () => {
    await ours.candidate.send(candidateWriteProfile, profile('Large print'))
    app.clock.set('2026-11-24T12:00:00.000Z')
    await ours.candidate.send(candidateWriteProfile, profile())
    expect((await introduction()).profile).toMatchObject({ needs: 'A quiet room for questions', job: 'Teaching assistant, Year 4' })
  })
  it('refused: nobody writes it for her', async () => {
    for (const person of [ours.assessor, ours.administrator])
      await expect(person.send(candidateWriteProfile, profile())).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: each writes their own', async () => {
    await theirs.candidate.send(candidateWriteProfile, profile('Theirs'))
    expect(JSON.stringify(await introduction())).not.toContain('Theirs')
  })
})

describe('skillScan.say', () => {
  it('accepted: the last answer of a leaf holds, and nothing of the unit’s progress changes by it', async () => {
    const before = await ours.candidate.ask(unitInPortfolio, { registrationId: ours.id })
    await ours.candidate.send(skillScanSay, scan(ours.id))
    app.clock.set('2026-11-24T12:01:00.000Z')
    await ours.candidate.send(skillScanSay, scan(ours.id, { answer: 'can_do', words: 'On Wednesdays' }))
    expect((await introduction()).scan).toMatchObject([{ leaf: '3.3', answer: 'can_do', words: 'On Wednesdays' }])
    expect(await ours.candidate.ask(unitInPortfolio, { registrationId: ours.id })).toEqual(before)
  })
  it('refused: a leaf that there is not, by the assessor, and once the unit is claimed', async () => {
    await expect(ours.candidate.send(skillScanSay, scan(ours.id, { leaf: '9.9' }))).rejects.toMatchObject(
      refusedBy('refused', 'unknown_leaf'),
    )
    await expect(ours.assessor.send(skillScanSay, scan(ours.id))).rejects.toMatchObject(refusedBy('not_allowed'))
    const claimed = await testRegistration(app.centre)
    await app.centre.look((tx) => markClaimed(tx, claimed.id))
    await expect(claimed.candidate.send(skillScanSay, scan(claimed.id))).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.send(skillScanSay, scan(ours.id))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('priorLearning.note', () => {
  it('accepted: by candidate and assessor, with who noted it', async () => {
    const one = await testRegistration(app.centre)
    await one.candidate.send(priorLearningNote, prior(one.id))
    await one.assessor.send(priorLearningNote, prior(one.id, { what: 'First aid', gainedIn: 2024 }))
    expect((await introduction(one)).priorLearning.map(({ what, saidByName }) => [what, saidByName])).toEqual([
      ['Behaviour policy training at school', 'Dawn Okafor'],
      ['First aid', 'Lorraine Pike'],
    ])
  })
  it('refused: of a year to come, and by the tutor', async () => {
    await expect(ours.candidate.send(priorLearningNote, prior(ours.id, { gainedIn: 2099 }))).rejects.toMatchObject(
      refusedBy('refused', 'in_the_future'),
    )
    await expect(ours.tutor?.send(priorLearningNote, prior(ours.id))).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.send(priorLearningNote, prior(ours.id))).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('priorLearning.withdraw', () => {
  it('accepted: it is gone', async () => {
    const one = await testRegistration(app.centre)
    const note = prior(one.id)
    await one.candidate.send(priorLearningNote, note)
    await one.candidate.send(priorLearningWithdraw, { registrationId: one.id, noteId: note.id })
    expect((await introduction(one)).priorLearning).toEqual([])
    await expect(one.candidate.send(priorLearningWithdraw, { registrationId: one.id, noteId: note.id })).rejects.toMatchObject(
      refusedBy('refused', 'withdrawn_already'),
    )
  })
  it('refused: under another registration', async () => {
    const note = prior(ours.id)
    await ours.candidate.send(priorLearningNote, note)
    const other = await testRegistration(app.centre)
    await expect(other.candidate.send(priorLearningWithdraw, { registrationId: other.id, noteId: note.id })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
  it('other organisation: not found', async () => {
    const note = prior(ours.id)
    await ours.candidate.send(priorLearningNote, note)
    await expect(theirs.candidate.send(priorLearningWithdraw, { registrationId: ours.id, noteId: note.id })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

const appeals = (words = 'Talk to your assessor first; then the IQA decides within ten working days.') => ({
  id: newId(),
  kind: 'appeals' as const,
  words,
})

describe('notice.publish', () => {
  it('accepted: the new text holds, and whoever read the old one is asked again', async () => {
    const first = appeals()
    await ours.administrator.send(noticePublish, first)
    await ours.candidate.send(noticeAcknowledge, { noticeId: first.id })
    app.clock.set('2026-11-24T12:02:00.000Z')
    await ours.administrator.send(noticePublish, appeals('Within five working days.'))
    expect(await ours.candidate.ask(noticeList, {})).toMatchObject([{ words: 'Within five working days.', acknowledgedAt: null }])
  })
  it('refused: by an assessor', async () => {
    await expect(ours.assessor.send(noticePublish, appeals())).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: its notices are its own', async () => {
    await theirs.administrator.send(noticePublish, appeals('Theirs'))
    expect(JSON.stringify(await ours.candidate.ask(noticeList, {}))).not.toContain('Theirs')
  })
})

describe('notice.acknowledge', () => {
  it('accepted: with the day, for whoever reads the unit; a second time changes nothing', async () => {
    const one = await testRegistration(app.centre)
    app.clock.set('2026-11-25T08:00:00.000Z')
    const notice = appeals('The newest')
    await one.administrator.send(noticePublish, notice)
    await one.candidate.send(noticeAcknowledge, { noticeId: notice.id })
    app.clock.set('2026-11-26T08:00:00.000Z')
    await one.candidate.send(noticeAcknowledge, { noticeId: notice.id })
    const seen = await one.assessor.ask(candidateIntroduction, { registrationId: one.id })
    expect(seen.notices).toMatchObject([{ kind: 'appeals', acknowledgedAt: '2026-11-25T08:00:00.000Z' }])
  })
  it('refused: one that was replaced, and by an assessor', async () => {
    const old = appeals('Old')
    await ours.administrator.send(noticePublish, old)
    app.clock.set('2026-11-27T08:00:00.000Z')
    await ours.administrator.send(noticePublish, appeals('New'))
    await expect(ours.candidate.send(noticeAcknowledge, { noticeId: old.id })).rejects.toMatchObject(refusedBy('refused', 'replaced_since'))
    await expect(ours.assessor.send(noticeAcknowledge, { noticeId: old.id })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const notice = appeals()
    await ours.administrator.send(noticePublish, notice)
    await expect(theirs.candidate.send(noticeAcknowledge, { noticeId: notice.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('notice.list', () => {
  it('accepted: candidate and administrator', async () => {
    for (const person of [ours.candidate, ours.administrator]) expect((await person.ask(noticeList, {})).length).toBeGreaterThan(0)
  })
  it('refused: an assessor reads it beside the unit', async () => {
    await expect(ours.assessor.ask(noticeList, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: nothing of ours', async () => {
    const stranger = await app.otherCentre.person('Someone Else', 'candidate')
    expect(JSON.stringify(await stranger.ask(noticeList, {}))).not.toContain('working days')
  })
})

describe('candidate.introduction', () => {
  it('accepted: everybody with a part reads it', async () => {
    const seen = await introduction()
    for (const person of [ours.assessor, ours.tutor, ours.countersigner, ours.iqa])
      expect(await person?.ask(candidateIntroduction, { registrationId: ours.id })).toEqual(seen)
  })
  it('refused: the administrator, and staff without a part', async () => {
    await expect(ours.administrator.ask(candidateIntroduction, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_allowed'))
    const other = await app.centre.person('Someone Else', 'assessor')
    await expect(other.ask(candidateIntroduction, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.ask(candidateIntroduction, { registrationId: ours.id })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('policy and rules of candidates', () => {
  const parties = { candidateId: 'a', assessorId: 'b', tutorId: 'c', countersignerId: 'd', iqaId: 'e' }
  it('every role × every person', () => {
    for (const personId of ['a', 'b', 'c', 'd', 'e', 'z'])
      for (const role of centreRoles) {
        const actor: Actor = { personId, organisationId: 'o', kind: 'centre', roles: [role] }
        const isCandidate = role === 'candidate' && personId === 'a'
        expect(canIntroduce(actor, parties)).toBe(isCandidate)
        expect(mayNotePriorLearning(actor)).toBe(role === 'candidate' || role === 'assessor')
        expect(canNotePriorLearning(actor, parties)).toBe(isCandidate || (role === 'assessor' && personId === 'b'))
        expect(canPublish(actor)).toBe(role === 'centre_administrator')
        expect(canReadNotices(actor)).toBe(role === 'candidate' || role === 'centre_administrator')
      }
  })
  it('names what is wrong', () => {
    expect(scanRefusal({ leaf: '9.9' }, { leaves: [] })?.reason).toBe('unknown_leaf')
    expect(priorLearningRefusal({ gainedIn: 2026 }, new Date('2026-11-24T12:00:00.000Z'))).toBeUndefined()
    expect(withdrawalRefusal({ withdrawnAt: null })).toBeUndefined()
    expect(acknowledgementRefusal('n', [{ id: 'n' }])).toBeUndefined()
  })
})
