// Offering one's own record: to one's own portfolio, with no name in it; and taking it back when the learner is erased.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bridgeSwitchOff, bridgeSwitchOn, type DescriptorBody, letterRegister } from '../../common/letters/contract.ts'
import { addressText } from '../../common/letters/rules.ts'
import { eraseSources, retractLettersOn } from '../../common/letters/store.ts'
import { countLettersOn } from '../../common/letters/views.ts'
import { toBase64url, utf8 } from '../../core/bytes.ts'
import { canonical } from '../../core/canonical.ts'
import { type Id, newId } from '../../core/ids.ts'
import { becomeEraser } from '../../server/database.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { consentSet } from '../consent/contract.ts'
import { groupAddLearner } from '../groups/contract.ts'
import { learnerRegister } from '../learners/contract.ts'
import { learnerObservationWithdraw } from '../observations/contract.ts'
import { sessionStart } from '../sessions/contract.ts'
import { descriptorDraft, descriptorMine, descriptorOffer, portfolioMine, portfolioRemember } from './contract.ts'
import { erasePseudonyms } from './store.ts'

let app: TestApp
let classroom: Classroom
let dawn: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  classroom = await makeClassroom(app.school)
  dawn = classroom.practitioner
  head = await app.school.person('Ruth Lowe', 'head')
  await head.send(bridgeSwitchOn, {})
  stranger = (await makeClassroom(app.otherSchool)).practitioner
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })

/** An address as a centre signs it; on this installation when it is the test centre's. */
async function addressOf(registrationId: Id, organisationId = app.centre.id): Promise<string> {
  const { keys } = app.services
  return app.centre.look(async (tx) => {
    const body = canonical({
      format: 'evident-portfolio-1',
      organisationId,
      registrationId,
      centreName: 'Northgate College',
      publicKey: toBase64url(await keys.publicKey(tx, 'signing')),
      unit: { packCode: 'cg-5329-307', packVersion: 1, number: '307', title: 'Support assessment for learning' },
    })
    return addressText(body, toBase64url(await keys.sign(tx, utf8(body))))
  })
}

async function portfolio(person = dawn, organisationId = app.centre.id): Promise<Id> {
  const registrationId = newId()
  await person.send(portfolioRemember, { id: newId(), address: await addressOf(registrationId, organisationId) })
  return registrationId
}

async function observe(learnerId: Id, more: { recordedBy?: Id; childWords?: string; sessionId?: Id } = {}): Promise<Id> {
  const id = newId()
  await app.school.look((tx) =>
    tx.db
      .insertInto('learnerObservations')
      .values({
        organisationId: tx.organisationId,
        id,
        learnerId,
        groupId: classroom.groupId,
        helpLevel: 'clue',
        response: 'nearly',
        source: 'seen',
        observedAt: tx.now,
        recordedBy: dawn.id,
        recordedAt: tx.now,
        ...more,
      })
      .execute(),
  )
  return id
}

const draftOf = (registrationId: Id, recordIds: Id[], recordType: 'learner_observation' | 'session' = 'learner_observation') =>
  dawn.ask(descriptorDraft, { id: newId(), registrationId, recordType, recordIds })

async function offerOf(registrationId: Id, recordIds: Id[], more: { sentence?: string; confirmedWords?: string[] } = {}) {
  const { sentence, leaves, pseudonyms } = await draftOf(registrationId, recordIds)
  return {
    id: newId(),
    registrationId,
    recordType: 'learner_observation' as const,
    recordIds,
    sentence,
    leaves,
    pseudonyms,
    confirmedWords: [],
    ...more,
  }
}

async function bodyOf(letterId: Id): Promise<DescriptorBody> {
  const row = await app.school.look((tx) =>
    tx.db
      .selectFrom('lettersSent')
      .select('body')
      .where('organisationId', '=', tx.organisationId)
      .where('id', '=', letterId)
      .executeTakeFirstOrThrow(),
  )
  return JSON.parse(row.body) as DescriptorBody
}

describe('portfolio.remember', () => {
  it('accepted: the centre’s own text, once however often it is pasted', async () => {
    const registrationId = newId()
    const address = await addressOf(registrationId)
    for (let times = 0; times < 2; times++)
      expect(await dawn.send(portfolioRemember, { id: newId(), address })).toMatchObject({
        centreName: 'Northgate College',
        delivery: 'here',
      })
    expect((await dawn.ask(portfolioMine, {})).filter((one) => one.addressee.registrationId === registrationId)).toHaveLength(1)
  })
  it('refused: no address, a changed one, and a teacher', async () => {
    const address = await addressOf(newId())
    const [start = '', body = '', signature = ''] = address.split('.')
    await expect(dawn.send(portfolioRemember, { id: newId(), address: 'my portfolio, please do' })).rejects.toMatchObject(
      refusedBy('refused', 'not_an_address'),
    )
    const other = (await addressOf(newId())).split('.')[1] ?? ''
    await expect(dawn.send(portfolioRemember, { id: newId(), address: [start, other, signature].join('.') })).rejects.toMatchObject(
      refusedBy('refused', 'address_changed'),
    )
    expect(other).not.toBe(body)
    await expect(classroom.teacher.send(portfolioRemember, { id: newId(), address })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: what one school remembers, another does not', async () => {
    const registrationId = await portfolio()
    expect((await stranger.ask(portfolioMine, {})).some((one) => one.addressee.registrationId === registrationId)).toBe(false)
  })
})

describe('portfolio.mine', () => {
  it('accepted: by post when the centre is here, else as a file', async () => {
    const registrationId = await portfolio(dawn, newId())
    expect((await dawn.ask(portfolioMine, {})).find((one) => one.addressee.registrationId === registrationId)).toMatchObject({
      delivery: 'file',
      unit: { number: '307' },
    })
  })
  it('refused: a head has none', async () => {
    await expect(head.ask(portfolioMine, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: empty there, and a colleague’s are her own', async () => {
    expect(await stranger.ask(portfolioMine, {})).toEqual([])
    expect(await (await app.school.person('Ben Nowak', 'practitioner')).ask(portfolioMine, {})).toEqual([])
  })
})

describe('descriptor.draft', () => {
  it('accepted: a sentence with letters, the leaves, the names to keep; each learner shown leaves a line in the access log', async () => {
    const [callum] = classroom.learnerIds
    const draft = await draftOf(await portfolio(), [await observe(callum, { childWords: 'five is bigger than two' })])
    expect(draft).toMatchObject({
      leaves: ['2.3', '3.2'],
      pseudonyms: [{ learnerId: callum, letter: 'A' }],
      childWords: [{ letter: 'A', words: 'five is bigger than two' }],
      names: ['Callum', 'Maisie', 'Theo'],
      occurredOn: '2026-11-24',
    })
    expect(draft.sentence).toBe('In Mathematics I gave Learner A a clue, one small piece of information. Learner A nearly showed it.')
    const lines = await app.school.look((tx) =>
      tx.db
        .selectFrom('accessLog')
        .select('learnerId')
        .where('organisationId', '=', tx.organisationId)
        .where('view', '=', 'descriptor.draft')
        .execute(),
    )
    expect(lines.map((line) => line.learnerId)).toContain(callum)
  })
  it('accepted: a session stands for one’s own observations in it', async () => {
    const sessionId = newId()
    await dawn.send(sessionStart, { id: sessionId, groupId: classroom.groupId, startedAt: '2026-11-24T10:45:00.000Z' })
    const [callum, maisie] = classroom.learnerIds
    await observe(callum, { sessionId })
    await observe(maisie, { sessionId })
    const draft = await draftOf(await portfolio(), [sessionId], 'session')
    expect(draft.leaves).toEqual(['2.1', '2.3'])
    expect(draft.sentence).toContain('Learner A and Learner B')
  })
  it('refused: another’s record, a withdrawn one, a session without observations, another’s portfolio, and by role', async () => {
    const [callum] = classroom.learnerIds
    const registrationId = await portfolio()
    await expect(draftOf(registrationId, [await observe(callum, { recordedBy: classroom.teacher.id })])).rejects.toMatchObject(
      refusedBy('not_found'),
    )
    const withdrawn = await observe(callum)
    await app.school.look((tx) =>
      tx.db
        .insertInto('observationWithdrawals')
        .values({
          organisationId: tx.organisationId,
          id: newId(),
          observationId: withdrawn,
          learnerId: callum,
          withdrawnBy: dawn.id,
          withdrawnAt: tx.now,
        })
        .execute(),
    )
    await expect(draftOf(registrationId, [withdrawn])).rejects.toMatchObject(refusedBy('not_found'))
    const sessionId = newId()
    await dawn.send(sessionStart, { id: sessionId, groupId: classroom.groupId, startedAt: '2026-11-24T10:45:00.000Z' })
    await expect(draftOf(registrationId, [sessionId], 'session')).rejects.toMatchObject(refusedBy('refused', 'nothing_noted'))
    await expect(draftOf(newId(), [await observe(callum)])).rejects.toMatchObject(refusedBy('not_found'))
    const input = { id: newId(), registrationId, recordType: 'learner_observation' as const, recordIds: [await observe(callum)] }
    await expect(head.ask(descriptorDraft, input)).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const input = {
      id: newId(),
      registrationId: await portfolio(),
      recordType: 'learner_observation' as const,
      recordIds: [await observe(classroom.learnerIds[0])],
    }
    await expect(stranger.ask(descriptorDraft, input)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('descriptor.offer', () => {
  it('accepted: the letter holds neither name nor id of a learner or a record; the school keeps what it rests on', async () => {
    const [callum, maisie] = classroom.learnerIds
    const recordIds = [await observe(callum), await observe(maisie)]
    const offer = await offerOf(await portfolio(), recordIds)
    expect(await dawn.send(descriptorOffer, offer)).toEqual({ letterId: offer.id, delivery: 'here' })
    const text = JSON.stringify(await bodyOf(offer.id))
    for (const secret of [callum, maisie, ...recordIds, 'Callum', 'Maisie', classroom.groupId, dawn.id]) expect(text).not.toContain(secret)
    expect(await bodyOf(offer.id)).toMatchObject({
      kind: 'descriptor',
      leaves: ['2.3'],
      occurredOn: '2026-11-24',
      place: `Evident at Oakmere Primary School: learner observation of 24 November 2026, reference ${offer.id.slice(-8).toUpperCase()}`,
    })
    const entry = (await head.ask(letterRegister, {})).find((letter) => letter.id === offer.id)
    expect(entry?.restsOn.map((source) => source.recordId).sort()).toEqual([...recordIds].sort())
  })
  it('accepted: a learner keeps the letter in one portfolio, and may have another in another', async () => {
    const [callum, maisie] = classroom.learnerIds
    const first = await portfolio()
    await dawn.send(descriptorOffer, await offerOf(first, [await observe(maisie)]))
    await dawn.send(descriptorOffer, await offerOf(first, [await observe(callum)]))
    const { pseudonyms } = await draftOf(first, [await observe(callum), await observe(maisie)])
    expect(pseudonyms.toSorted((a, b) => a.letter.localeCompare(b.letter))).toEqual([
      { learnerId: maisie, letter: 'A' },
      { learnerId: callum, letter: 'B' },
    ])
    expect((await draftOf(await portfolio(), [await observe(callum)])).pseudonyms).toEqual([{ learnerId: callum, letter: 'A' }])
  })
  it('accepted: a word that is also a name, once it is confirmed as a word', async () => {
    const [callum] = classroom.learnerIds
    const registrationId = await portfolio()
    const learnerId = newId()
    await classroom.teacher.send(learnerRegister, { id: learnerId, givenName: 'Will', familyInitial: null })
    await classroom.teacher.send(groupAddLearner, { id: newId(), groupId: classroom.groupId, learnerId })
    const offer = await offerOf(registrationId, [await observe(callum)], { sentence: 'After a clue Learner A will show it.' })
    await expect(dawn.send(descriptorOffer, offer)).rejects.toMatchObject(refusedBy('refused', 'word_or_name'))
    expect(await dawn.send(descriptorOffer, { ...offer, confirmedWords: ['will'] })).toMatchObject({ delivery: 'here' })
  })
  it('refused: a learner’s name, letters that were not read, the bridge off, a family’s no; nothing is left behind', async () => {
    const [callum, , theo] = classroom.learnerIds
    const registrationId = await portfolio()
    const recordIds = [await observe(callum)]
    await expect(
      dawn.send(descriptorOffer, await offerOf(registrationId, recordIds, { sentence: 'I gave MAISIE’S partner a clue.' })),
    ).rejects.toMatchObject(refusedBy('refused', 'names_a_learner'))
    const offer = await offerOf(registrationId, recordIds)
    await expect(dawn.send(descriptorOffer, { ...offer, pseudonyms: [{ learnerId: callum, letter: 'C' }] })).rejects.toMatchObject(
      refusedBy('refused', 'letters_changed'),
    )
    await head.send(bridgeSwitchOff, {})
    await expect(dawn.send(descriptorOffer, offer)).rejects.toMatchObject(refusedBy('refused', 'bridge_off'))
    await head.send(bridgeSwitchOn, {})
    const said = { learnerId: theo, purpose: 'portfolio_descriptor' as const, toldBy: 'mother', toldOn: '2026-11-24' }
    await classroom.teacher.send(consentSet, { id: newId(), ...said, isGiven: false })
    const about = await offerOf(registrationId, [await observe(theo)])
    await expect(dawn.send(descriptorOffer, about)).rejects.toMatchObject(refusedBy('refused', 'consent_refused'))
    app.clock.set('2026-11-24T11:00:00.000Z')
    await classroom.teacher.send(consentSet, { id: newId(), ...said, isGiven: true })
    expect((await dawn.ask(descriptorMine, {})).filter((one) => one.addressee.registrationId === registrationId)).toEqual([])
    expect(await dawn.send(descriptorOffer, about)).toMatchObject({ delivery: 'here' })
  })
  it('refused: another’s record, and by role', async () => {
    const [callum] = classroom.learnerIds
    const offer = await offerOf(await portfolio(), [await observe(callum)])
    const others = await observe(callum, { recordedBy: classroom.teacher.id })
    await expect(dawn.send(descriptorOffer, { ...offer, recordIds: [others] })).rejects.toMatchObject(refusedBy('not_found'))
    await expect(classroom.teacher.send(descriptorOffer, offer)).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const offer = await offerOf(await portfolio(), [await observe(classroom.learnerIds[0])])
    await expect(stranger.send(descriptorOffer, offer)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('descriptor.mine', () => {
  it('accepted: what was offered, from which records', async () => {
    const recordIds = [await observe(classroom.learnerIds[0])]
    const offer = await offerOf(await portfolio(), recordIds)
    await dawn.send(descriptorOffer, offer)
    expect((await dawn.ask(descriptorMine, {})).find((one) => one.letterId === offer.id)).toMatchObject({
      sentence: offer.sentence,
      recordIds,
      unitNumber: '307',
      centreName: 'Northgate College',
      deliveredAt: null,
      retractedAt: null,
    })
  })
  it('refused: a teacher', async () => {
    await expect(classroom.teacher.ask(descriptorMine, {})).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: and a colleague see their own alone', async () => {
    expect(await stranger.ask(descriptorMine, {})).toEqual([])
    expect(await (await app.school.person('Ben Nowak', 'practitioner')).ask(descriptorMine, {})).toEqual([])
  })
})

describe('withdrawing an observation', () => {
  it('takes back the descriptors that rest on it, and no other of the learner', async () => {
    const [callum] = classroom.learnerIds
    const registrationId = await portfolio()
    const [wrong, right] = [await observe(callum), await observe(callum)]
    const [gone, stays] = [await offerOf(registrationId, [wrong]), await offerOf(registrationId, [right])]
    for (const offer of [gone, stays]) await dawn.send(descriptorOffer, offer)
    await dawn.send(learnerObservationWithdraw, { id: newId(), observationId: wrong, learnerId: callum })
    const register = await head.ask(letterRegister, {})
    expect(register.find(({ id }) => id === gone.id)).toMatchObject({ retractedAt: expect.any(String) })
    expect(register.find(({ id }) => id === stays.id)).toMatchObject({ retractedAt: null })
  })
})

describe('erasing a learner', () => {
  it('takes each of her letters back once, removes the key and what they rest on, and leaves the letters of others alone', async () => {
    const { keys } = app.services
    const [callum, maisie] = classroom.learnerIds
    const registrationId = await portfolio()
    const about = await offerOf(registrationId, [await observe(callum), await observe(maisie)])
    await dawn.send(descriptorOffer, about)
    const other = await offerOf(registrationId, [await observe(maisie)])
    await dawn.send(descriptorOffer, other)
    const dataLead = await app.school.person('Saira Aziz', 'data_lead')
    const counted = await app.school.look((tx) => countLettersOn(tx, callum))
    const taken = await app.school.look(async (tx) => {
      const letters = await retractLettersOn(tx, keys, { learnerId: callum, writtenBy: dataLead.id, on: '2027-01-11' })
      await becomeEraser(tx)
      await eraseSources(tx, callum)
      await erasePseudonyms(tx, callum)
      return letters
    })
    expect(taken).toBe(counted)
    const register = await head.ask(letterRegister, {})
    const entry = register.find((letter) => letter.id === about.id)
    expect(entry).toMatchObject({ retractedAt: expect.any(String), restsOn: [{ recordId: about.recordIds[1] }] })
    expect(register.find((letter) => letter.id === entry?.retractionId)).toMatchObject({
      kind: 'retraction',
      retracts: about.id,
      writtenByName: 'Saira Aziz',
    })
    expect(register.find((letter) => letter.id === other.id)).toMatchObject({ retractedAt: null })
    const left = await app.school.look((tx) =>
      tx.db
        .selectFrom('descriptorPseudonyms')
        .select('letter')
        .where('organisationId', '=', tx.organisationId)
        .where('learnerId', '=', callum)
        .execute(),
    )
    expect(left).toEqual([])
    expect(await app.school.look((tx) => retractLettersOn(tx, keys, { learnerId: callum, writtenBy: dataLead.id, on: '2027-01-11' }))).toBe(
      0,
    )
    expect((await draftOf(registrationId, [await observe(callum)])).pseudonyms).toEqual([{ learnerId: callum, letter: 'C' }])
  })
})
