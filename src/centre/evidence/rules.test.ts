// Rules of evidence: what an item may say, what changed in it, what is held elsewhere, who may say it anew.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { wordChanges } from '../../core/word-changes.ts'
import { AssessmentMethod } from '../standards/contract.ts'
import type { PortfolioFile } from '../uploads/contract.ts'
import { type Descriptor, EvidenceRecord } from './contract.ts'
import {
  beginningRefusal,
  changedParts,
  changeRefusal,
  claimsOfAgenda,
  contentText,
  discussionRecord,
  draftProblems,
  emptyRecord,
  hasOwnPlace,
  isHeldElsewhere,
  isJustAdded,
  isLongAgo,
  isSignedVisit,
  keepAgreement,
  methodsFor,
  referenceOf,
  secondsOf,
  sightingRefusal,
  withdrawalRefusal,
} from './rules.ts'

describe('rules', () => {
  it('emptyRecord says nothing but the note, in the shape of its method', () => {
    for (const method of AssessmentMethod.options)
      expect(EvidenceRecord.parse(emptyRecord(method, 'A note'))).toMatchObject({ method, note: 'A note' })
  })
  it('contentText holds all that an item says: each other word, day, method or file gives another text', () => {
    const said = { title: 'T', occurredOn: '2026-11-24', record: emptyRecord('RA'), files: [] }
    const file = { hash: 'ab', name: 'plan.pdf' }
    const others = [
      { title: 'U' },
      { occurredOn: '2026-11-23' },
      { record: emptyRecord('PE') },
      { record: emptyRecord('RA', 'n') },
      { files: [file] },
      { files: [{ ...file, name: 'plans.pdf' }] },
    ]
    const texts = [said, ...others.map((other) => ({ ...said, ...other }))].map(contentText)
    expect(new Set(texts).size).toBe(texts.length)
  })
  it('changeRefusal lets who added an item say it anew, of a day that has come', () => {
    const item = { method: 'RA' as const, isLetter: false, isSame: false }
    const change = { record: { method: 'RA' as const }, occurredOn: '2026-11-24', isOwnWork: true }
    const facts = { party: 'candidate' as const, today: '2026-11-24' }
    expect(changeRefusal(change, item, facts)).toBeUndefined()
    expect(changeRefusal(change, { ...item, isLetter: true }, facts)?.reason).toBe('words_of_another')
  })
  it('isJustAdded is true for ten minutes', () => {
    expect(
      ['10:00:00', '10:10:00', '10:10:01'].map((time) => isJustAdded('2026-11-24T10:00:00.000Z', new Date(`2026-11-24T${time}Z`))),
    ).toEqual([true, true, false])
  })
  it('isLongAgo warns of what is older than two years', () => {
    expect(['2024-11-24', '2024-11-23'].map((day) => isLongAgo(day, '2026-11-24'))).toEqual([false, true])
  })
  it('discussionRecord makes questions of the points that nobody agreed to, and loses no word', () => {
    const said = { ...emptyRecord('PD'), summary: 'We talked', timeIndex: [{ at: 370, point: 'Limits' }] } as Parameters<
      typeof discussionRecord
    >[0]
    expect(discussionRecord(said, undefined)).toMatchObject({ method: 'Q', note: 'We talked\n06:10 Limits' })
  })
  it('keepAgreement lets nobody write an agreement into a record', () => {
    const [before, said] = [emptyRecord('PD'), { ...emptyRecord('PD', 'n'), agreedAt: '2026-11-20T09:00:00.000Z' } as EvidenceRecord]
    expect(keepAgreement(said, before)).toEqual(emptyRecord('PD', 'n'))
    expect(keepAgreement(emptyRecord('A'), before)).toEqual(emptyRecord('A'))
  })
  it('secondsOf reads minutes and seconds, and nothing else', () => {
    expect(['06:10', '6:10', '100:00', '6:75', 'six', ''].map(secondsOf)).toEqual([370, 370, 6000, undefined, undefined, undefined])
  })
  it('draftProblems names what is missing; only a candidate declares that it is her own work', () => {
    const nothing = { record: null, title: ' ', occurredOn: '', leaves: [] }
    const all = ['record', 'title', 'occurredOn', 'leaves', 'isOwnWork']
    expect(draftProblems(nothing, { party: 'candidate', isOwnWork: false, isNew: true })).toEqual(all)
    const whole = { record: emptyRecord('RA'), title: 'Waiting', occurredOn: '2026-11-24', leaves: ['4.2'] }
    expect(draftProblems(whole, { party: 'assessor', isOwnWork: false, isNew: true })).toEqual([])
    expect(draftProblems(whole, { party: 'assessor', isOwnWork: false, isNew: true, hasLooseTime: true })).toEqual(['looseTime'])
    expect(draftProblems({ ...whole, leaves: [] }, { party: 'candidate', isOwnWork: true, isNew: false })).toEqual([])
  })
  it('beginningRefusal: what is entered has begun; a beginning that nobody knows is no fault', () => {
    const now = new Date('2026-11-28T23:18:00.000Z')
    const began = (startedAt: string | null) => beginningRefusal({ ...emptyRecord('PD'), startedAt } as EvidenceRecord, now)?.reason
    expect([began('2026-11-28T23:18:00.000Z'), began(null), began('2026-11-28T23:25:00.000Z')]).toEqual([
      undefined,
      undefined,
      'begins_in_the_future',
    ])
    expect(beginningRefusal(emptyRecord('A'), now)).toBeUndefined()
  })
  it('claimsOfAgenda picks what an agenda speaks of in each of its units, and changes nothing that was picked', () => {
    const points = [
      { leaf: '2.3', point: 'Traffic lights' },
      { leaf: '2.3', point: 'And what they hide' },
      { leaf: '3.2', point: 'Whom to tell', registrationId: 'other' },
    ]
    const agenda = { registrationId: 'own', points }
    const none = { leaves: [], also: {} }
    expect(claimsOfAgenda(none, agenda, 'own')).toEqual({ leaves: ['2.3'], also: { other: ['3.2'] } })
    expect(claimsOfAgenda(none, agenda, 'other')).toEqual({ leaves: ['3.2'], also: { own: ['2.3'] } })
    const picked = { leaves: ['1.4'], also: {} }
    expect(claimsOfAgenda(picked, agenda, 'own')).toEqual(picked)
    expect(claimsOfAgenda({ leaves: [], also: { other: ['1.1'] } }, agenda, 'own')).toEqual({ leaves: [], also: { other: ['1.1'] } })
  })
  it('changedParts names what says something else, and wordChanges shows it word by word', () => {
    const said = (note: string, more = {}) => ({
      title: 'T',
      occurredOn: '2026-11-24',
      record: { ...emptyRecord('RA', note), ...more } as EvidenceRecord,
    })
    expect(changedParts(said('a'), said('a'))).toEqual([])
    expect(changedParts(said('a', { what: 'x' }), said('b', { what: 'x' }))).toEqual([{ name: 'note', before: 'a', after: 'b' }])
    expect(wordChanges('I waited five seconds', 'I waited three long seconds')).toEqual([
      { kind: 'same', text: 'I waited ' },
      { kind: 'gone', text: 'five ' },
      { kind: 'come', text: 'three long ' },
      { kind: 'same', text: 'seconds' },
    ])
  })
  it('wordChanges loses no word of either text', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd')).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after)
        const without = (kind: string) =>
          changes
            .filter((one) => one.kind !== kind)
            .map((one) => one.text)
            .join('')
        return without('come') === before && without('gone') === after
      }),
    )
  })
  it('referenceOf has two digits, and more when there are more', () => {
    expect([referenceOf('PE', 1), referenceOf('WT', 12), referenceOf('O', 100)]).toEqual(['PE-01', 'WT-12', 'O-100'])
  })
  it('R5: methodsFor gives a candidate neither observation nor testimony', () => {
    expect(methodsFor('candidate')).not.toContain('O')
    expect(methodsFor('candidate')).not.toContain('WT')
  })
  it('isSignedVisit: an observation that both signed is neither written by hand, nor said anew, nor taken back', () => {
    const signed = { ...emptyRecord('O'), visitId: newId() }
    expect([isSignedVisit(signed), isSignedVisit(emptyRecord('O')), hasOwnPlace(signed)]).toEqual([true, false, true])
    const change = { record: emptyRecord('O'), occurredOn: '2026-11-24', isOwnWork: false }
    const item = { method: 'O' as const, isLetter: false, isSame: false, hasOwnPlace: hasOwnPlace(signed) }
    expect(changeRefusal(change, item, { party: 'assessor', today: '2026-11-24' })?.reason).toBe('has_own_place')
    const addedAt = '2026-11-24T10:00:00.000Z'
    expect(withdrawalRefusal({ addedAt, isLetter: false, record: signed }, new Date(addedAt))?.reason).toBe('signed_by_both')
  })
  it('R14: a product is held elsewhere by its descriptor or place; one that came as a file and names no other place lies here', () => {
    const file = { id: newId(), name: 'plan.pdf' } as PortfolioFile
    const product = (place: string) => ({ ...emptyRecord('PE'), place }) as EvidenceRecord
    const descriptor = {} as Descriptor
    expect(isHeldElsewhere({ record: product(''), descriptor: null, files: [file] })).toBe(false)
    expect(isHeldElsewhere({ record: product('The school office'), descriptor: null, files: [file] })).toBe(true)
    expect(isHeldElsewhere({ record: product(''), descriptor, files: [file] })).toBe(true)
    expect(isHeldElsewhere({ record: product(''), descriptor: null, files: [] })).toBe(true)
    expect(isHeldElsewhere({ record: emptyRecord('RA'), descriptor: null, files: [] })).toBe(false)
  })
  it('R14: sightingRefusal lets a record be seen until the day it was erased, and not after', () => {
    const item = { method: 'PE' as const, occurredOn: '2026-11-24', retractedOn: '2027-01-11' }
    expect(sightingRefusal({ where: 'Oakmere', seenOn: '2027-01-11', permittedBy: 'The head' }, item, '2027-02-01')).toBeUndefined()
    expect(sightingRefusal({ where: 'Oakmere', seenOn: '2027-01-12', permittedBy: 'The head' }, item, '2027-02-01')?.reason).toBe(
      'record_erased',
    )
    expect(
      sightingRefusal({ where: 'Oakmere', seenOn: '2027-01-11', permittedBy: 'The head' }, { ...item, method: 'A' }, '2027-02-01')?.reason,
    ).toBe('not_held_elsewhere')
  })
  it('hasOwnPlace is said of an assignment that was declared, and of nothing that was added by hand', () => {
    const declaration = { isOwnWork: true, hadHelp: false, help: '', usedAi: false, ai: [] }
    const written = { ...emptyRecord('A'), declaration }
    expect([hasOwnPlace(written), hasOwnPlace(emptyRecord('A')), hasOwnPlace(emptyRecord('RA'))]).toEqual([true, false, false])
    const facts = { method: 'A' as const, isLetter: false, isSame: false }
    const change = { record: emptyRecord('A'), occurredOn: '2026-11-24', isOwnWork: true }
    const said = { party: 'candidate' as const, today: '2026-11-24' }
    expect(changeRefusal({ ...change, record: written }, facts, said)?.reason).toBe('has_own_place')
    expect(changeRefusal(change, { ...facts, hasOwnPlace: true }, said)?.reason).toBe('has_own_place')
  })
})
