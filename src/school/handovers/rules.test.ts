// Rules and policies on handovers as tables: words, names, decisions, and who sees what.
import { describe, expect, it } from 'vitest'
import { type Actor, type Role, schoolRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import type { StaffPart } from '../groups/contract.ts'
import type { ShownDecision } from './contract.ts'
import * as policy from './policy.ts'
import {
  aboutWhom,
  carryOutRefusal,
  decisionRefusal,
  lineRefusal,
  linesFor,
  mostWords,
  namelessRefusal,
  sendRefusal,
  signLine,
  standingDecision,
  withNamed,
} from './rules.ts'

const callum = { id: 'c', givenName: 'Callum' }
const maisie = { id: 'm', givenName: 'Maisie' }
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

describe('aboutWhom', () => {
  it.each([
    ['Whiteboards worked', { learnerId: null }],
    ['Maisie hides hers: use show me privately', { learnerId: 'm' }],
    ['callum’s board was clear', { learnerId: 'c' }],
    ['Callum helped Maisie', { reason: 'names_two' }],
  ])('%s', (wording, expected) => expect(aboutWhom(wording, [callum, maisie])).toMatchObject(expected))
  it('does not guess between two of one name', () => {
    expect(aboutWhom('Callum drew it', [callum, { id: 'c2', givenName: 'Callum' }])).toMatchObject({ reason: 'names_two_alike' })
  })
})

describe('sendRefusal and namelessRefusal', () => {
  const facts = { learnerLines: [words(100)], givenNames: ['Callum', 'May'] }
  it.each([
    [{ lines: [], suggestion: words(20) }, undefined],
    [{ lines: [], suggestion: words(21) }, 'too_many_words'],
    [{ lines: [{ wording: 'as Callum did' }], suggestion: null }, 'names_a_learner'],
    [{ lines: [], suggestion: 'It may take longer' }, undefined],
  ])('%j', (sent, reason) => expect(sendRefusal(sent, facts)?.reason).toBe(reason))
  it('says nothing of nothing, and holds the promised length', () => {
    expect(sendRefusal({ lines: [], suggestion: null }, { learnerLines: [], givenNames: [] })?.reason).toBe('nothing_said')
    expect(mostWords).toBe(120)
    expect(namelessRefusal([null, 'folding'], ['Callum'], 'reply')).toBeUndefined()
  })
})

describe('lineRefusal', () => {
  const line = { heading: 'progress' as const, sign: null, wording: 'Nearly, with a clue', writtenAt: '2026-11-24T10:45:00.000Z' }
  const facts = { isSent: false, otherNames: ['Maisie'] }
  const now = new Date('2026-11-24T10:45:00.000Z')
  it.each([
    [{}, {}, undefined],
    [{}, { isSent: true }, 'already_sent'],
    [{ sign: 'checks_work' as const }, {}, 'sign_elsewhere'],
    [{ sign: 'checks_work' as const, heading: 'responsibility' as const }, {}, undefined],
    [{ wording: 'Better than Maisie' }, {}, 'names_another'],
    [{ writtenAt: '2026-11-24T11:00:00.000Z' }, {}, 'in_future'],
  ])('%j %j', (change, other, reason) => expect(lineRefusal({ ...line, ...change }, { ...facts, ...other }, now)?.reason).toBe(reason))
})

describe('decisionRefusal, standingDecision and carryOutRefusal', () => {
  it.each([
    [{ decision: 'regroup' as const, ownWords: null, reply: 'Fold first' }, undefined],
    [{ decision: 'own' as const, ownWords: 'Outside', reply: null }, undefined],
    [{ decision: 'own' as const, ownWords: null, reply: null }, 'own_words_missing'],
    [{ decision: 'regroup' as const, ownWords: 'Outside', reply: null }, 'own_words_missing'],
    [{ decision: 'own' as const, ownWords: 'Callum first', reply: null }, 'names_a_learner'],
    [{ decision: 'regroup' as const, ownWords: null, reply: 'Callum first' }, 'names_a_learner'],
  ])('%j', (made, reason) => expect(decisionRefusal(made, ['Callum'])?.reason).toBe(reason))
  it('the latest that was not taken back holds', () => {
    const made = (id: string, isWithdrawn: boolean) => ({ id, isWithdrawn }) as ShownDecision
    expect(standingDecision([made('second', true), made('first', false)])?.id).toBe('first')
    expect(standingDecision([made('only', true)])).toBeUndefined()
  })
  it('carried out in another session of the same group', () => {
    expect(carryOutRefusal({ sessionGroupId: 'a', groupId: 'a', isOwnSession: false })).toBeUndefined()
    expect(carryOutRefusal({ sessionGroupId: undefined, groupId: 'a', isOwnSession: false })?.reason).toBe('session_of_another')
    expect(carryOutRefusal({ sessionGroupId: 'a', groupId: 'a', isOwnSession: true })?.reason).toBe('session_of_the_handover')
  })
})

describe('signLine and linesFor', () => {
  it('says what was done, not what the child is like', () => {
    expect(signLine('Aaliyah', 'fetches_resource')).toBe('Aaliyah fetched a resource unasked.')
  })
  it('leaves out lines about learners whom the reader doesn’t see', () => {
    const lines = [{ learner: null }, { learner: { id: 'c' } }, { learner: { id: 'm' } }]
    expect(linesFor(lines, (id) => id === 'c')).toEqual([{ learner: null }, { learner: { id: 'c' } }])
  })
})

describe('who may', () => {
  const actor = (role: Role): Actor => ({ personId: newId(), organisationId: newId(), kind: 'school', roles: [role] })
  const allowed = (may: (one: Actor) => boolean) => schoolRoles.filter((role) => may(actor(role)))
  const hours = { fromAt: '2026-11-24T10:45:00.000Z', untilAt: '2026-11-24T11:45:00.000Z' }
  const stay = { groupId: 'g', fromOn: '2026-11-24', untilOn: null }
  const written = { groupId: 'g', sessionStartedAt: '2026-11-24T10:45:00.000Z', writtenAt: '2026-11-24T11:50:00.000Z' }
  const inGroup = (part: StaffPart | undefined) => ({ part, sharedWith: [] })
  it.each<[string, readonly Role[], (one: Actor) => boolean]>([
    ['send', ['practitioner', 'teacher'], (one) => policy.canSend(one, { staff: [stay] }, written)],
    [
      'send as the colleague who took the session alone, after its end',
      ['practitioner', 'teacher'],
      (one) => policy.canSend(one, { staff: [{ ...stay, ...hours }] }, written),
    ],
    ['send for another group', [], (one) => policy.canSend(one, { staff: [stay] }, { ...written, groupId: 'other' })],
    [
      'write about a learner of the group',
      ['practitioner', 'teacher'],
      (one) => policy.canWriteAbout(one, { staff: [stay], members: [stay] }, written),
    ],
    [
      'write about a learner who left before',
      [],
      (one) => policy.canWriteAbout(one, { staff: [stay], members: [{ ...stay, fromOn: '2026-09-01', untilOn: '2026-11-20' }] }, written),
    ],
    ['ask for any', ['practitioner', 'teacher', 'subject_lead', 'senco'], policy.canReadSome],
    ['read one of their group', ['practitioner', 'teacher', 'senco'], (one) => policy.canReadHandover(one, inGroup('practitioner'))],
    ['read one of another group', ['senco'], (one) => policy.canReadHandover(one, inGroup(undefined))],
    [
      'read one that was shared',
      ['subject_lead', 'senco'],
      (one) => policy.canReadHandover(one, { part: undefined, sharedWith: ['subject_lead'] }),
    ],
    ['decide as the group’s teacher', ['teacher'], (one) => policy.canDecide(one, { part: 'teacher' })],
    ['decide as its practitioner', [], (one) => policy.canDecide(one, { part: 'practitioner' })],
    ['share one’s own', ['practitioner', 'teacher'], (one) => policy.canShare(one, { part: 'practitioner', sentBy: one.personId })],
    ['share another’s', ['teacher'], (one) => policy.canShare(one, { part: 'teacher', sentBy: 'x' })],
    ['take back one’s own', ['practitioner', 'teacher'], (one) => policy.canTakeBack(one, { madeBy: one.personId })],
    ['take back another’s', [], (one) => policy.canTakeBack(one, { madeBy: 'x' })],
    ['see counts by week', ['head'], policy.canSeeCounts],
  ])('%s', (_, roles, may) => expect(allowed(may)).toEqual(roles))
})

it('withNamed: each learner once, those on their way after those who have arrived', () => {
  expect(withNamed([maisie], ['c', 'm'], [callum, maisie])).toEqual([maisie, callum])
  expect(withNamed([maisie], [], [callum, maisie])).toEqual([maisie])
})
