// The page that introduces a unit: our words and the centre's, reading for one candidate, notes and planning.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { loadUnit307, type TestRegistration, testParties, testRegistration, unit307 } from '../../testing/centre.ts'
import { registrationShow } from '../registrations/contract.ts'
import { markClaimed } from '../registrations/store.ts'
import type { StandardPack } from '../standards/contract.ts'
import * as contract from './contract.ts'
import * as policy from './policy.ts'
import { hintsOf, pageRefusal, placesOf, sections } from './rules.ts'
import { contentForUnit } from './views.ts'

let app: TestApp
let ours: TestRegistration
let theirs: TestRegistration
let pack: StandardPack
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre, await testParties(app.centre))
  theirs = await testRegistration(app.otherCentre)
  pack = await loadUnit307(app.centre)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })
const entry = (more: Partial<contract.PageEntry> = {}): contract.PageEntry => ({
  about: '',
  title: 'A book',
  text: 'Words',
  link: '',
  kind: null,
  ...more,
})
const edit = (section: contract.PageSection, ...entries: contract.PageEntry[]) => ({ id: newId(), packCode: unit307, section, entries })
const shown = async (section: contract.PageSection) =>
  (await ours.candidate.ask(contract.unitPageShow, { packCode: unit307 })).find((one) => one.section === section)

describe('unitPage.show', () => {
  it('accepted: unit 307 comes with our own texts, in the order of the page; quotations and resources are the centre’s to choose', async () => {
    const page = await ours.candidate.ask(contract.unitPageShow, { packCode: unit307 })
    expect(page.map(({ section }) => section)).toEqual(sections)
    const empty = page.filter(({ entries }) => entries.length === 0).map(({ section }) => section)
    expect(empty).toEqual(['sayings', 'resources'])
    expect(page.every(({ edited }) => edited === null)).toBe(true)
    for (const { section, entries } of page) expect(pageRefusal(section, entries, pack)).toBeUndefined()
  })
  it('refused: a unit that there is not, and a school', async () => {
    await expect(ours.candidate.ask(contract.unitPageShow, { packCode: 'none' })).rejects.toMatchObject(refusedBy('not_found'))
    const teacher = await app.school.person('Ben Hartley', 'teacher')
    await expect(teacher.ask(contract.unitPageShow, { packCode: unit307 })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: it sees our texts, and not what a centre made of them', async () => {
    await ours.assessor.send(contract.unitPageEdit, edit('about', entry({ title: '', text: 'Only here' })))
    expect(JSON.stringify(await theirs.candidate.ask(contract.unitPageShow, { packCode: unit307 }))).not.toContain('Only here')
  })
})

describe('unitPage.edit', () => {
  it('accepted: the centre’s words stand for all its people, with who wrote them', async () => {
    await ours.assessor.send(contract.unitPageEdit, edit('sayings', entry({ text: 'First' })))
    await ours.administrator.send(contract.unitPageEdit, edit('sayings', entry({ text: 'Second' }), entry({ text: 'Third' })))
    expect(await shown('sayings')).toMatchObject({ entries: [{ text: 'Second' }, { text: 'Third' }], edited: { byName: 'Marta Quell' } })
  })
  it('refused: by a candidate, and a quotation without its source', async () => {
    await expect(ours.candidate.send(contract.unitPageEdit, edit('words', entry()))).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(ours.assessor.send(contract.unitPageEdit, edit('sayings', entry({ title: '' })))).rejects.toMatchObject(
      refusedBy('refused', 'source_missing'),
    )
  })
  it('other organisation: it changes nothing here', async () => {
    const before = await shown('words')
    await theirs.assessor.send(contract.unitPageEdit, edit('words', entry({ title: 'Theirs' })))
    expect(await shown('words')).toEqual(before)
  })
})

describe('unitPage.backToOurs', () => {
  const back = (section: contract.PageSection) => ({ id: newId(), packCode: unit307, section })
  it('accepted: our words are there again', async () => {
    const before = await shown('words')
    await ours.assessor.send(contract.unitPageEdit, edit('words', entry({ title: 'A word' })))
    await ours.assessor.send(contract.unitPageBackToOurs, back('words'))
    expect(await shown('words')).toEqual(before)
  })
  it('refused: by a candidate', async () => {
    await expect(ours.candidate.send(contract.unitPageBackToOurs, back('words'))).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: ours stays as our centre wrote it', async () => {
    await ours.assessor.send(contract.unitPageEdit, edit('example', entry({ title: '', text: 'Our example' })))
    await theirs.assessor.send(contract.unitPageBackToOurs, back('example'))
    expect((await shown('example'))?.entries[0]?.text).toBe('Our example')
  })
})

describe('pageRefusal', () => {
  it('wants a text, the source of a quotation, a word’s name, a place that the unit has, and something behind a resource', () => {
    const reason = (section: contract.PageSection, more: Partial<contract.PageEntry>) => pageRefusal(section, [entry(more)], pack)?.reason
    expect(reason('about', { text: '' })).toBe('text_missing')
    expect(reason('sayings', { title: '' })).toBe('source_missing')
    expect(reason('words', { title: '' })).toBe('word_missing')
    expect(reason('hints', { about: '9.9' })).toBe('place_unknown')
    expect(reason('hints', { about: '3.4d' })).toBeUndefined()
    expect(reason('resources', { text: '' })).toBe('resource_empty')
    expect(reason('resources', { text: '', link: 'https://example.org/sheet' })).toBeUndefined()
  })
  it('takes links to the web alone', () => {
    const link = (text: string) => contract.PageEntry.shape.link.safeParse?.(text).success ?? false
    expect(['https://example.org', 'http://example.org/a', ''].every(link)).toBe(true)
    expect(['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'https://a b'].some(link)).toBe(false)
  })
  it('placesOf and hintsOf go by outcome, criterion and leaf', () => {
    expect(placesOf(pack).slice(-6)).toEqual(['4', '4.1', '4.1a', '4.1b', '4.1c', '4.2'])
    const hints = ['3', '3.4d', '2.3'].map((about) => entry({ about }))
    expect(hintsOf(hints, 3).map(({ about }) => about)).toEqual(['3', '3.4d'])
  })
})

const suggestion = () => ({ id: newId(), registrationId: ours.id, title: 'A short guide', detail: 'Chapter 2', link: '' })

describe('reading.suggest', () => {
  it('accepted: assessor and tutor suggest to this candidate', async () => {
    await ours.assessor.send(contract.readingSuggest, suggestion())
    await ours.tutor?.send(contract.readingSuggest, suggestion())
    const { readings } = await ours.candidate.ask(contract.unitPageForCandidate, { registrationId: ours.id })
    expect(readings.map(({ suggestedByName }) => suggestedByName)).toEqual(['Lorraine Pike', 'Nia Tarrant'])
  })
  it('refused: the candidate to herself, and an assessor who has no part', async () => {
    await expect(ours.candidate.send(contract.readingSuggest, suggestion())).rejects.toMatchObject(refusedBy('not_allowed'))
    const other = await app.centre.person('Kofi Mensah', 'assessor')
    await expect(other.send(contract.readingSuggest, suggestion())).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.send(contract.readingSuggest, suggestion())).rejects.toMatchObject(refusedBy('not_found'))
  })
})

const firstReading = async () => (await ours.candidate.ask(contract.unitPageForCandidate, { registrationId: ours.id })).readings[0]

describe('reading.mark', () => {
  it('accepted: the candidate says that she read it, and that she did not', async () => {
    const readingId = (await firstReading())?.id ?? ''
    await ours.candidate.send(contract.readingMark, { readingId, isRead: true })
    expect((await firstReading())?.readAt).not.toBeNull()
    await ours.candidate.send(contract.readingMark, { readingId, isRead: false })
    expect((await firstReading())?.readAt).toBeNull()
  })
  it('refused: nobody says it for her', async () => {
    const readingId = (await firstReading())?.id ?? ''
    await expect(ours.assessor.send(contract.readingMark, { readingId, isRead: true })).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    const readingId = (await firstReading())?.id ?? ''
    await expect(theirs.candidate.send(contract.readingMark, { readingId, isRead: true })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('reading.takeBack', () => {
  it('accepted: by whoever suggested it', async () => {
    const readingId = (await firstReading())?.id ?? ''
    await ours.assessor.send(contract.readingTakeBack, { readingId })
    expect((await firstReading())?.id).not.toBe(readingId)
  })
  it('refused: the tutor’s by the assessor', async () => {
    const readingId = (await firstReading())?.id ?? ''
    await expect(ours.assessor.send(contract.readingTakeBack, { readingId })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const readingId = (await firstReading())?.id ?? ''
    await expect(theirs.assessor.send(contract.readingTakeBack, { readingId })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

const note = (text = 'Plan the visit with 209') => ({ id: newId(), registrationId: ours.id, text })
const notesOf = async () => (await ours.assessor.ask(contract.unitPageForCandidate, { registrationId: ours.id })).notes

describe('unitNote.write', () => {
  it('accepted: candidate, assessor and tutor, each under their name; the notes are content of the unit', async () => {
    await ours.candidate.send(contract.unitNoteWrite, note('Mine'))
    await ours.assessor.send(contract.unitNoteWrite, note('Hers'))
    expect((await notesOf()).map(({ text, writtenByName }) => `${text} ${writtenByName}`)).toEqual([
      'Mine Dawn Okafor',
      'Hers Lorraine Pike',
    ])
    expect(JSON.stringify(await app.centre.look((tx) => contentForUnit(tx, ours)))).toContain('Mine')
  })
  it('refused: the IQA, who only reads', async () => {
    await expect(ours.iqa?.send(contract.unitNoteWrite, note())).rejects.toMatchObject(refusedBy('not_allowed'))
  })
  it('other organisation: not found', async () => {
    await expect(theirs.candidate.send(contract.unitNoteWrite, note())).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('unitNote.takeBack', () => {
  it('accepted: one’s own', async () => {
    const own = (await notesOf()).find(({ text }) => text === 'Mine')
    await ours.candidate.send(contract.unitNoteTakeBack, { noteId: own?.id ?? '' })
    expect((await notesOf()).map(({ text }) => text)).toEqual(['Hers'])
  })
  it('refused: another’s', async () => {
    const [hers] = await notesOf()
    await expect(ours.candidate.send(contract.unitNoteTakeBack, { noteId: hers?.id ?? '' })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const [hers] = await notesOf()
    await expect(theirs.assessor.send(contract.unitNoteTakeBack, { noteId: hers?.id ?? '' })).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('unitPage.forCandidate', () => {
  it('accepted: everyone who has a part reads it', async () => {
    for (const person of [ours.candidate, ours.assessor, ours.tutor, ours.countersigner, ours.iqa])
      expect((await person?.ask(contract.unitPageForCandidate, { registrationId: ours.id }))?.notes).toHaveLength(1)
  })
  it('refused: the centre administrator, who sees the registration alone', async () => {
    await expect(ours.administrator.ask(contract.unitPageForCandidate, { registrationId: ours.id })).rejects.toMatchObject(
      refusedBy('not_allowed'),
    )
  })
  it('other organisation: not found', async () => {
    await expect(theirs.assessor.ask(contract.unitPageForCandidate, { registrationId: ours.id })).rejects.toMatchObject(
      refusedBy('not_found'),
    )
  })
})

describe('who may, role by role', () => {
  it('the page is edited by administrator, assessor and tutor; reading is suggested and notes written by those with a part', async () => {
    const parties = await ours.candidate.ask(registrationShow, { registrationId: ours.id })
    const { candidateId, assessorId, tutorId } = parties
    for (const role of centreRoles) {
      const as = (personId: string): Actor => ({ personId, organisationId: app.centre.id, kind: 'centre', roles: [role] })
      expect(policy.canReadPages(as(newId()))).toBe(true)
      expect(policy.canEditPages(as(newId()))).toBe(['centre_administrator', 'assessor', 'tutor'].includes(role))
      expect(policy.maySuggest(as(newId()))).toBe(['assessor', 'tutor'].includes(role))
      expect(policy.mayWriteNotes(as(newId()))).toBe(['candidate', 'assessor', 'tutor'].includes(role))
      for (const personId of [candidateId, assessorId, tutorId ?? '', newId()]) {
        const isAssessor = role === 'assessor' && personId === assessorId
        const isTutor = role === 'tutor' && personId === tutorId
        const isCandidate = role === 'candidate' && personId === candidateId
        expect(policy.canSuggest(as(personId), parties)).toBe(isAssessor || isTutor)
        expect(policy.canWriteNotes(as(personId), parties)).toBe(isAssessor || isTutor || isCandidate)
        expect(policy.canMarkReading(as(personId), { registration: parties })).toBe(isCandidate)
        expect(policy.canTakeReadingBack(as(personId), { registration: parties, suggestedById: newId() })).toBe(false)
        expect(policy.canTakeNoteBack(as(personId), { registration: parties, writtenById: newId() })).toBe(false)
      }
    }
  })
})

describe('a claimed unit', () => {
  it('takes no notes and no suggestions any more', async () => {
    const claimed = await testRegistration(app.centre)
    await app.centre.look((tx) => markClaimed(tx, claimed.id))
    const about = { id: newId(), registrationId: claimed.id }
    await expect(claimed.candidate.send(contract.unitNoteWrite, { ...about, text: 'Late' })).rejects.toMatchObject(
      refusedBy('refused', 'unit_claimed'),
    )
    await expect(claimed.assessor.send(contract.readingSuggest, { ...suggestion(), ...about })).rejects.toMatchObject(
      refusedBy('refused', 'unit_claimed'),
    )
  })
})
