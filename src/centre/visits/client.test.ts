// A visit while it lasts, on the device: letters by tap, and each note at the time at which it was begun.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { kept, named } from './client.ts'
import type { VisitDraft } from './contract.ts'

const at = (time: string) => `2026-11-26T${time}:00.000Z`
const draft: VisitDraft = {
  planId: null,
  registrationIds: [newId()],
  place: 'Oakmere Primary School',
  startedAt: at('10:30'),
  endedAt: null,
  learners: [],
  entries: [],
  writing: '',
  writingAt: null,
}

describe('a visit that is being written', () => {
  it('writes each learner as the next letter, and knows those who were met', () => {
    const twice = named(named(draft, undefined, at('10:31')), undefined, at('10:32'))
    expect(twice).toMatchObject({ learners: ['A', 'B'], writing: 'Learner A Learner B ', writingAt: at('10:31') })
    expect(named(twice, 'A', at('10:33')).learners).toEqual(['A', 'B'])
  })
  it('keeps a note at the time at which it was begun, and a bare time now', () => {
    const written = { ...draft, writing: ' She waited. ', writingAt: at('10:31') }
    expect(kept(written, at('10:34'))).toMatchObject({ entries: [{ at: at('10:31'), seen: 'She waited.' }], writing: '', writingAt: null })
    expect(kept(draft, at('10:34')).entries).toEqual([{ at: at('10:34'), seen: '' }])
  })
})
