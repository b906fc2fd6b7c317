// The rules on briefs: what stands, what is missing, and what can't be written.
import { describe, expect, it } from 'vitest'
import { BriefSource, type NewBriefEntry, type NewLearnerNote } from './contract.ts'
import * as rules from './rules.ts'

const written = (id: string, replacesId: string | null = null, isGone = false) => ({ id, replacesId, isGone })
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)

describe('what stands in a brief', () => {
  it('is the last of each line of changes', () => {
    expect(ids(rules.standing([written('a'), written('b', 'a'), written('c')]))).toEqual(['b', 'c'])
    expect(ids(rules.standing([written('a'), written('b', 'a', true)]))).toEqual([])
  })
  it('keeps both when two people change the same, and says so', () => {
    const all = [written('a'), written('b', 'a'), written('c', 'a')]
    expect(ids(rules.standing(all))).toEqual(['b', 'c'])
    expect(rules.madeAtOnce(all).get('b')).toEqual([written('c', 'a')])
    expect(rules.madeAtOnce([written('a'), written('b')]).size).toBe(0)
  })
  it('remembers what stood before', () => {
    const last = written('c', 'b')
    expect(ids(rules.earlierOf([written('a'), written('b', 'a'), last], last))).toEqual(['b', 'a'])
  })
})

describe('how far a brief is', () => {
  const cases = [
    [[], [], 'empty'],
    [[], ['asked'], 'asked'],
    [[], ['asked', 'not_asked'], 'empty'],
    [[], ['asked', 'not_received'], 'not_received'],
    [[], ['not_received', 'received'], 'empty'],
    [['objective'], ['asked'], 'partly'],
    [['objective'], ['not_received'], 'not_received'],
    [['vocabulary'], [], 'partly'],
    [['objective', 'misconceptions', 'wanted'], [], 'complete'],
    [['objective', 'misconceptions', 'wanted'], ['not_received'], 'complete'],
  ] as const
  it.each(cases)('%j with %j is %s', (parts, steps, status) => {
    expect(rules.briefStatus({ parts, steps })).toBe(status)
  })
  it('knows whether an answer is awaited and whether anything came', () => {
    expect(rules.isAwaited(['asked'])).toBe(true)
    expect(rules.isAwaited(['asked', 'answered', 'not_received'])).toBe(false)
    expect(rules.isAwaited(['answered', 'asked'])).toBe(true)
    expect(rules.isNotReceived(['not_received'])).toBe(true)
    expect(rules.isNotReceived(['not_received', 'received', 'asked'])).toBe(false)
  })
  it('names what is missing, what is needed first', () => {
    expect(rules.briefGaps([])).toEqual([...rules.neededParts, ...rules.furtherParts])
    expect(rules.briefGaps(['objective', 'vocabulary', 'resources'])).toEqual(['misconceptions', 'wanted', 'prior_learning', 'opportunity'])
  })
  it('takes what is to be learnt from an open goal where nobody wrote it, and is not begun by a goal alone', () => {
    expect(rules.briefStatus({ parts: ['misconceptions', 'wanted'], steps: [], hasGoal: true })).toBe('complete')
    expect(rules.briefStatus({ parts: ['misconceptions'], steps: [], hasGoal: true })).toBe('partly')
    expect(rules.briefStatus({ parts: [], steps: ['asked'], hasGoal: true })).toBe('asked')
    expect(rules.briefStatus({ parts: [], steps: [], hasGoal: true })).toBe('empty')
    expect(rules.briefGaps(['vocabulary'], true)).toEqual(['misconceptions', 'wanted', 'prior_learning', 'opportunity', 'resources'])
  })
  it('names each source once', () => {
    const from = (source: BriefSource) => ({ source })
    expect(rules.sourcesOf([from('teacher'), from('plan'), from('teacher')], BriefSource.options, true)).toEqual([
      'plan',
      'teacher',
      'profile',
    ])
    expect(rules.sourcesOf([], BriefSource.options, false)).toEqual([])
  })
})

describe('what can’t be written', () => {
  const entry = (change: Partial<NewBriefEntry>) => ({
    sessionId: 's',
    part: 'objective' as const,
    words: 'Equal fractions',
    moment: null,
    technique: null,
    byWhen: null,
    form: null,
    source: 'plan' as const,
    toldBy: null,
    isGone: false,
    replacesId: null,
    ...change,
  })
  const alone = { replaced: undefined, isTeacher: false, names: ['Callum', 'May'] }
  it.each([
    [{}, alone, undefined],
    [{ moment: 'start' }, alone, 'not_of_this_part'],
    [{ technique: 'Hinge question' }, alone, 'not_of_this_part'],
    [{ part: 'opportunity', moment: 'start', technique: 'Hinge question' }, alone, undefined],
    [{ byWhen: '12:10' }, alone, 'not_of_this_part'],
    [{ part: 'wanted', byWhen: '12:10', form: 'spoken' }, alone, undefined],
    [{ source: 'teacher' }, alone, 'who_told'],
    [{ source: 'teacher' }, { ...alone, isTeacher: true }, undefined],
    [{ source: 'subject_lead' }, { ...alone, isTeacher: true }, 'who_told'],
    [{ source: 'subject_lead', toldBy: 'Ms Nair' }, alone, undefined],
    [{ words: 'Start with Callum’s strip' }, alone, 'names_a_learner'],
    [{ words: 'They may fold it' }, alone, undefined],
    [{ isGone: true }, alone, 'nothing_to_take_away'],
    [{ isGone: true, replacesId: 'e' }, { ...alone, replaced: { sessionId: 's', part: 'objective' } }, undefined],
    [{ replacesId: 'e' }, { ...alone, replaced: { sessionId: 'other', part: 'objective' } }, 'brief_of_another'],
    [{ replacesId: 'e' }, { ...alone, replaced: { sessionId: 's', part: 'wanted' } }, 'brief_of_another'],
  ] as const)('an entry with %j', (change, facts, reason) => {
    expect(rules.entryRefusal(entry(change), facts)?.reason).toBe(reason)
  })
  const note = (change: Partial<NewLearnerNote>) => ({
    sessionId: 's',
    learnerId: 'l',
    kind: 'note' as const,
    words: 'Step card',
    source: 'plan' as const,
    isGone: false,
    replacesId: null,
    ...change,
  })
  it.each([
    [{}, undefined, undefined],
    [{ words: null }, undefined, 'no_words'],
    [{ kind: 'leave_alone', words: null }, undefined, undefined],
    [{ isGone: true }, undefined, 'nothing_to_take_away'],
    [{ replacesId: 'n' }, { sessionId: 's', learnerId: 'l', kind: 'note' }, undefined],
    [{ replacesId: 'n' }, { sessionId: 's', learnerId: 'other', kind: 'note' }, 'brief_of_another'],
    [{ replacesId: 'n' }, { sessionId: 's', learnerId: 'l', kind: 'leave_alone' }, 'brief_of_another'],
  ] as const)('a note with %j on %j', (change, replaced, reason) => {
    expect(rules.noteRefusal(note(change), replaced)?.reason).toBe(reason)
  })
  it('lines of entries come once each', () => {
    expect(rules.linesOf([{ words: 'Adds one\n\n Halves it ' }, { words: 'adds one' }], 5)).toEqual(['Adds one', 'Halves it'])
    expect(rules.linesOf([{ words: 'A\nB\nC' }], 2)).toEqual(['A', 'B'])
  })
})
