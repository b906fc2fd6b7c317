// Safeguarding: whom to tell, who says so, and which words ask for a second look.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, centreRoles, schoolRoles, visitor } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type SafeguardingContact, SafeguardingPart, safeguardingContacts, safeguardingSetContacts } from './contract.ts'
import { canSeeContacts, canSetContacts } from './policy.ts'
import { contactsRefusal, isPhone, soundsLikeAWorry, telephoneLink, toldAbout, worryWords } from './rules.ts'

const contacts: readonly SafeguardingContact[] = [
  { part: 'lead', name: 'Priya Raman', phone: '0121 496 0001' },
  { part: 'deputy', name: 'Mark Hartley', phone: '0121 496 0002' },
  { part: 'head', name: 'Helen Marsh', phone: '0121 496 0003' },
  { part: 'local_authority_officer', name: 'Duty officer', phone: '+44 (0)121 496 0004' },
  { part: 'chair_of_governors', name: 'Alan Birch', phone: '0121-496-0005' },
]
const actorOf = (role: Actor['roles'][number]): Actor => ({ ...visitor, roles: [role] })

describe('who', () => {
  it('sets contacts: administrator and head', () => {
    const may = [...schoolRoles, ...centreRoles].filter((role) => canSetContacts(actorOf(role)))
    expect(may).toEqual(['head', 'administrator'])
  })
  it('sees contacts: everybody who works in the school', () => {
    const may = [...schoolRoles, ...centreRoles].filter((role) => canSeeContacts(actorOf(role)))
    expect(may).toEqual([...schoolRoles])
    expect(canSeeContacts(visitor)).toBe(false)
  })
})

describe('contacts', () => {
  it('have somebody for every part', () => {
    expect(contactsRefusal(contacts)).toBeUndefined()
    for (const part of SafeguardingPart.options) {
      const without = contacts.filter((contact) => contact.part !== part)
      expect(contactsRefusal(without)).toMatchObject({ reason: 'part_missing' })
    }
    expect(contactsRefusal([])).toMatchObject({ reason: 'part_missing' })
  })
  it('have a phone that can be rung', () => {
    for (const phone of ['101', '0121 496 0000', '+44 (0)121 496 0000', '0121-496-0000']) expect(isPhone(phone), phone).toBe(true)
    for (const phone of ['', '12', 'ask the office', '0121 ext. 4', '+', '(-)']) expect(isPhone(phone), phone).toBe(false)
    const second = contacts.map((contact, place) => (place === 1 ? { ...contact, phone: 'in the office' } : contact))
    expect(contactsRefusal(second)).toMatchObject({ reason: 'phone_wrong', field: 'contacts.1.phone' })
  })
  it('are rung by digits alone, with a plus in front where there is one', () => {
    expect(telephoneLink('(0121) 496 0000')).toBe('tel:01214960000')
    expect(telephoneLink(' +44 121-496 0000')).toBe('tel:+441214960000')
  })
  it('about staff go to the head, about the head to the chair of governors, about a child never to the chair', () => {
    const parts = (concern: Parameters<typeof toldAbout>[1]) => toldAbout(contacts, concern).map(({ part }) => part)
    expect(parts('child')).toEqual(['lead', 'deputy', 'head', 'local_authority_officer'])
    expect(parts('staff')).toEqual(['head', 'local_authority_officer'])
    expect(parts('head')).toEqual(['chair_of_governors', 'local_authority_officer'])
    expect(toldAbout(contacts.toReversed(), 'child').map(({ part }) => part)).toEqual(['local_authority_officer', 'head', 'deputy', 'lead'])
    expect(toldAbout(contacts.toReversed(), 'staff').map(({ part }) => part)).toEqual(['head', 'local_authority_officer'])
  })
})

describe('words that ask for a second look', () => {
  const spoken = worryWords.map((phrase) => phrase.replace('*', ''))

  it('are found, every one of them, alone and in a sentence, in any case and with any apostrophe', () => {
    for (const phrase of spoken) {
      for (const text of [phrase, phrase.toUpperCase(), `He said “${phrase}”, then went on.`, `today:${phrase}!`])
        expect(soundsLikeAWorry(text), text).toBe(true)
      expect(soundsLikeAWorry(phrase.replaceAll('’', "'")), phrase).toBe(true)
      expect(soundsLikeAWorry(phrase.replaceAll('’', '')), phrase).toBe(true)
      expect(soundsLikeAWorry(phrase.replaceAll(' ', '\n  ')), phrase).toBe(true)
    }
  })
  it('are found with any ending where the list says so, and in whole words alone', () => {
    const found = ['bruise', 'bruises', 'a bruised arm', 'my arm hurts', 'self-harming', 'it is a secret', 'I’m scared to go home']
    for (const text of found) expect(soundsLikeAWorry(text), text).toBe(true)
    const other = ['', '   ', '!?', 'secretary', 'shit hers', 'hit the ball', 'We drank half', 'hit. Meanwhile', 'go home', 'scared']
    for (const text of other) expect(soundsLikeAWorry(text), text).toBe(false)
  })
  it('leave the notes of an ordinary lesson alone', () => {
    const notes = [
      'They are the same length!',
      'Folded the strip and compared it with the fraction wall',
      'Counted in quarters, then said two quarters is a half',
      'Needed a prompt to line the strips up; knew it at once after that',
      'I can do it on my own',
      'He beat his own time and told everyone at his table',
      'Cut the pizza into eight, ate none of it',
      'Asked for help when stuck and tried again',
      'Played home and away, scored twice',
    ]
    for (const note of notes) expect(soundsLikeAWorry(note), note).toBe(false)
  })
  it('are found wherever they stand', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.constantFrom(...spoken), fc.lorem(), (before, phrase, after) =>
        soundsLikeAWorry(`${before} ${phrase} ${after}`),
      ),
    )
  })
})

let app: TestApp
let head: TestPerson
let practitioner: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  head = await app.school.person('Helen Marsh', 'head')
  practitioner = await app.school.person('Dawn Okafor', 'practitioner')
  stranger = await app.otherSchool.person('Omar Stone', 'head', 'administrator')
})
afterAll(() => app.close())

const set = (some: readonly SafeguardingContact[]) => ({ id: newId(), contacts: [...some] })

describe('safeguarding.setContacts', () => {
  it('accepted: by head and administrator; the last list holds, in its order', async () => {
    const administrator = await app.school.person('Lena Frost', 'administrator')
    await head.send(safeguardingSetContacts, set(contacts))
    await administrator.send(safeguardingSetContacts, set(contacts.toReversed()))
    expect((await practitioner.ask(safeguardingContacts, {})).contacts).toEqual(contacts.toReversed())
  })
  it('refused: everybody else; a part without anybody; a phone that can’t be rung', async () => {
    await expect(practitioner.send(safeguardingSetContacts, set(contacts))).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    await expect(head.send(safeguardingSetContacts, set(contacts.slice(1)))).rejects.toMatchObject({ refusal: { reason: 'part_missing' } })
    const wrong = contacts.map((contact) => ({ ...contact, phone: 'ask' }))
    await expect(head.send(safeguardingSetContacts, set(wrong))).rejects.toMatchObject({ refusal: { reason: 'phone_wrong' } })
  })
  it('other organisation: its list is its own', async () => {
    const before = await practitioner.ask(safeguardingContacts, {})
    await stranger.send(safeguardingSetContacts, set(contacts))
    expect(await practitioner.ask(safeguardingContacts, {})).toEqual(before)
  })
})

describe('safeguarding.contacts', () => {
  it('accepted: everybody of the school, with the day of the list', async () => {
    const { setAt } = await practitioner.ask(safeguardingContacts, {})
    expect(setAt).not.toBeNull()
  })
  it('refused: somebody without a role, and a centre', async () => {
    const assessor = await app.centre.person('Ruth Vane', 'assessor')
    await expect(assessor.ask(safeguardingContacts, {})).rejects.toMatchObject({ refusal: expect.anything() })
  })
  it('other organisation: a school that entered nobody has nobody', async () => {
    const school = await app.organisation('school', 'Fernbank Primary School')
    const newcomer = await school.person('Ida Moss', 'teacher')
    expect(await newcomer.ask(safeguardingContacts, {})).toEqual({ contacts: [], setAt: null })
  })
})
