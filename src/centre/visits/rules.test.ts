// What a visit may say, when it can be signed, what it becomes, and the guess at names: without a database.
import { describe, expect, it } from 'vitest'
import { centreRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import type { StandardPack } from '../standards/contract.ts'
import type { Visit } from './contract.ts'
import { canComment, canObserve, canReadVisits, canSign, mayComment, mayObserve, maySign } from './policy.ts'
import {
  actOf,
  commentRefusal,
  minutesOf,
  nextLetter,
  plannedVisits,
  recordOf,
  recordRefusal,
  signedText,
  signRefusal,
  writeUpRefusal,
} from './rules.ts'

const [candidateId, assessorId, registrationId] = [newId(), newId(), newId()]
const at = (time: string) => `2026-11-26T${time}:00.000Z`
const now = new Date(at('12:05'))
const pack = { code: 'cg-5329-307', leaves: [{ code: '2.3', halves: ['observed', 'knowledge'] }] } as unknown as StandardPack

const writeUp = { title: 'Observed lesson', claims: [{ registrationId, leaf: '2.3' }], good: 'You waited', develop: 'Two languages first' }
const visit: Visit = {
  id: newId(),
  planId: null,
  registrationIds: [registrationId],
  place: 'Oakmere Primary School',
  startedAt: at('10:30'),
  endedAt: at('12:00'),
  learners: ['A', 'B'],
  entries: [
    { at: at('10:31'), seen: 'She asked Learner B what he knew.' },
    { at: at('10:40'), seen: '' },
  ],
  candidateId,
  candidateName: 'Dawn Okafor',
  assessorId,
  assessorName: 'Lorraine Pike',
  writeUp,
  comment: 'I counted to five.',
  contentHash: 'a',
  signatures: [],
  evidenceId: null,
}
const signature = (part: 'candidate' | 'assessor') => ({ part, name: 'Somebody', signedAt: at('12:20') })

describe('recordRefusal', () => {
  const record = (change: Partial<Visit>) => recordRefusal({ ...visit, ...change }, now)?.reason
  it('takes a visit that began, ended and saw something', () => {
    expect(record({})).toBeUndefined()
    expect(record({ endedAt: at('10:30') })).toBe('ends_before_it_begins')
    expect(record({ startedAt: '2026-11-25T10:30:00.000Z' })).toBe('too_long_a_visit')
    expect(record({ endedAt: at('12:20') })).toBe('in_the_future')
    expect(record({ entries: [{ at: at('10:31'), seen: '' }] })).toBe('nothing_seen')
  })
})

describe('writeUpRefusal', () => {
  it('claims leaves of the visit’s units, until both have signed', () => {
    const units = [{ registration: { id: registrationId }, pack }]
    const refusal = (leaf: string, of = registrationId, evidenceId: string | null = null) =>
      writeUpRefusal([{ registrationId: of, leaf }], { evidenceId }, units)?.reason
    expect(refusal('2.3')).toBeUndefined()
    expect(refusal('9.9')).toBe('unknown_leaf')
    expect(refusal('2.3', newId())).toBe('unknown_leaf')
    expect(refusal('2.3', registrationId, newId())).toBe('visit_is_evidence')
  })
})

describe('commentRefusal', () => {
  it('takes no comment on what both have signed', () => {
    expect(commentRefusal({ evidenceId: null })).toBeUndefined()
    expect(commentRefusal({ evidenceId: newId() })?.reason).toBe('visit_is_evidence')
  })
})

describe('actOf', () => {
  it.each<[string, Partial<Visit>, string | undefined, string | undefined]>([
    ['not written up: the assessor writes it up', { writeUp: null }, 'write_up', undefined],
    ['nothing claimed: the assessor goes on writing it up', { writeUp: { ...writeUp, claims: [] } }, 'write_up', undefined],
    ['without feedback: the assessor goes on writing it up', { writeUp: { ...writeUp, develop: '' } }, 'write_up', undefined],
    ['written up: both sign', {}, 'sign_visit', 'sign_visit'],
    ['signed by the assessor: the candidate signs', { signatures: [signature('assessor')] }, undefined, 'sign_visit'],
    ['signed by the candidate: the assessor signs', { signatures: [signature('candidate')] }, 'sign_visit', undefined],
    ['evidence already: nobody does anything', { evidenceId: newId() }, undefined, undefined],
  ])('%s', (_what, change, assessor, candidate) => {
    expect([actOf({ ...visit, ...change }, 'assessor'), actOf({ ...visit, ...change }, 'candidate')]).toEqual([assessor, candidate])
  })
})

describe('signRefusal', () => {
  const sign = (change: Partial<Visit>, contentHash = 'a') =>
    signRefusal({ contentHash, part: 'assessor' }, { ...visit, ...change })?.reason
  it('lets each sign once what was claimed and fed back', () => {
    expect(sign({})).toBeUndefined()
    expect(sign({ signatures: [signature('candidate')] })).toBeUndefined()
    expect(sign({ signatures: [signature('assessor')] })).toBe('already_signed')
    expect(sign({}, 'b')).toBe('changed_meanwhile')
    expect(sign({ evidenceId: newId() })).toBe('visit_is_evidence')
    expect(sign({ writeUp: null })).toBe('not_written_up')
    expect(sign({ writeUp: { ...writeUp, claims: [] } })).toBe('nothing_claimed')
    expect(sign({ writeUp: { ...writeUp, good: '' } })).toBe('feedback_missing')
    expect(sign({ writeUp: { ...writeUp, develop: '' } })).toBe('feedback_missing')
  })
})

describe('signedText', () => {
  it('changes with each thing that a visit says, and with nothing else', () => {
    const text = signedText(visit)
    const changes: Partial<Visit>[] = [
      { place: 'x' },
      { startedAt: at('10:29') },
      { endedAt: at('11:59') },
      { learners: ['A'] },
      { entries: [] },
      { writeUp: { ...writeUp, good: 'x' } },
      { writeUp: null },
      { comment: '' },
    ]
    for (const change of changes) expect(signedText({ ...visit, ...change })).not.toBe(text)
    expect(signedText({ ...visit, signatures: [signature('candidate')] } as Visit)).toBe(text)
  })
})

describe('recordOf', () => {
  it('R13: becomes an observation with times, place and learners as letters; times alone are left out', () => {
    expect(recordOf(visit, writeUp)).toMatchObject({
      method: 'O',
      startedAt: at('10:30'),
      endedAt: at('12:00'),
      place: 'Oakmere Primary School',
      learners: ['Learner A', 'Learner B'],
      entries: [{ seen: 'She asked Learner B what he knew.' }],
      candidateComment: 'I counted to five.',
      visitId: visit.id,
    })
  })
})

describe('minutesOf', () => {
  it('counts whole minutes', () => {
    expect(minutesOf(visit)).toBe(90)
  })
})

describe('nextLetter', () => {
  it('gives each learner the next letter, until there is none left', () => {
    expect(nextLetter([])).toBe('A')
    expect(nextLetter(['A', 'B'])).toBe('C')
    expect(nextLetter([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'])).toBeUndefined()
  })
})

describe('who observes', () => {
  const [tutorId, countersignerId, iqaId] = [newId(), newId(), newId()]
  const parties = { candidateId, assessorId, tutorId, countersignerId, iqaId }
  it.each(centreRoles)('%s: only the assessor of every unit observes, only the candidate comments, both sign', (role) => {
    for (const personId of [candidateId, assessorId, tutorId, countersignerId, iqaId, newId()]) {
      const actor = { personId, organisationId: newId(), kind: 'centre' as const, roles: [role] }
      const isCandidate = role === 'candidate' && personId === candidateId
      const isAssessor = role === 'assessor' && personId === assessorId
      expect([mayObserve(actor), mayComment(actor), maySign(actor)]).toEqual([
        role === 'assessor',
        role === 'candidate',
        ['assessor', 'candidate'].includes(role),
      ])
      expect([canObserve(actor, [parties]), canComment(actor, [parties])]).toEqual([isAssessor, isCandidate])
      expect(canObserve(actor, [parties, { candidateId, assessorId: newId() }])).toBe(false)
      expect(canSign(actor, [parties])).toBe(isCandidate || isAssessor)
      const reads = { candidate: [candidateId], assessor: [assessorId, countersignerId], tutor: [tutorId], iqa: [iqaId] }
      expect(canReadVisits(actor, parties)).toBe(role in reads && reads[role as keyof typeof reads].includes(personId))
    }
  })
  it('plannedVisits offers the next day first, then those gone by, the latest first, and no plan without a day', () => {
    const plan = (on: string | null) => ({ content: { visit: { on } } })
    const plans = ['2026-11-18', null, '2026-12-16', '2026-11-26', '2026-12-09'].map(plan)
    expect(plannedVisits(plans, '2026-11-28').map(({ on }) => on)).toEqual(['2026-12-09', '2026-12-16', '2026-11-26', '2026-11-18'])
    expect(plannedVisits(plans, '2026-12-09')[0]?.on).toBe('2026-12-09')
  })
})
