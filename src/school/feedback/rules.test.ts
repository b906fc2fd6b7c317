// What feedback must say, which numbers are marks, and which words ask for a second look.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { feedbackRefusal, feedbackRefusals, hasMark, isUsed, recordRefusal, type ToneHint, toneHints } from './rules.ts'

const texts = { didWell: 'You lined them up', strategy: null, toDevelop: null, nextAction: 'Write one sentence' }
const whole = { ...texts, goalId: newId(), criterionId: newId() }

describe('feedbackRefusal', () => {
  it.each([
    ['all of it', {}, undefined, undefined],
    ['no criterion', { criterionId: null }, 'no_criterion', 'criterionId'],
    ['a criterion without its goal', { goalId: null }, 'no_criterion', 'criterionId'],
    ['nothing done well', { didWell: ' ' }, 'no_did_well', 'didWell'],
    ['no next action', { nextAction: '' }, 'no_next_action', 'nextAction'],
    ['a next action of spaces', { nextAction: ' \n ' }, 'no_next_action', 'nextAction'],
    ['a grade in what went well', { didWell: 'That is a grade B' }, 'has_mark', 'didWell'],
    ['a mark in the next action', { nextAction: 'Get 9 marks next time' }, 'has_mark', 'nextAction'],
    ['a level in what to develop', { toDevelop: 'Get to level 4' }, 'has_mark', 'toDevelop'],
  ])('judges feedback with %s', (_, change, reason, field) => {
    const refusal = feedbackRefusal({ ...whole, ...change })
    expect([refusal?.reason, refusal?.field]).toEqual([reason, field])
  })
  it('feedbackRefusals: says all that is missing at once', () => {
    const bare = { ...whole, criterionId: null, goalId: null, nextAction: '', toDevelop: 'Get to level 4' }
    expect(feedbackRefusals(bare).map(({ reason }) => reason)).toEqual(['no_criterion', 'no_next_action', 'has_mark'])
    expect(feedbackRefusals(whole)).toEqual([])
  })
  it('refuses whatever lacks a criterion or a next action, whatever else it says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (didWell, toDevelop, lacksCriterion) => {
        const lacking = lacksCriterion ? { criterionId: null } : { nextAction: ' ' }
        expect(feedbackRefusal({ ...whole, didWell, toDevelop, ...lacking })).toBeDefined()
      }),
    )
  })
})

describe('recordRefusal', () => {
  const now = new Date('2026-11-24T11:00:00.000Z')
  const made = {
    ...whole,
    id: newId(),
    learnerId: newId(),
    groupId: newId(),
    sessionId: newId(),
    mode: 'spoken',
    isPrivate: true,
    observedAt: '2026-11-24T10:45:00.000Z',
  } as const
  const facts = {
    goal: { groupId: made.groupId, learnerId: null, closedAt: null },
    criterionGoalId: made.goalId,
    sessionGroupId: made.groupId,
    photoLearnerId: undefined,
  }
  it('asks first what the form asks, then whether all of it belongs together', () => {
    expect(recordRefusal(made, facts, now)).toBeUndefined()
    expect(recordRefusal({ ...made, nextAction: '' }, facts, now)).toMatchObject({ reason: 'no_next_action' })
    expect(recordRefusal(made, { ...facts, sessionGroupId: newId() }, now)).toMatchObject({ reason: 'session_of_another' })
    expect(recordRefusal(made, { ...facts, criterionGoalId: newId() }, now)).toMatchObject({ reason: 'criterion_of_another_goal' })
  })
})

describe('hasMark', () => {
  it.each([
    'That is a grade B',
    'Grade 4 now',
    'graded C+',
    'You are at level 3',
    'This is Level 4b',
    'she scored 80 %',
    'scored 18',
    'Score: 18',
    'scored 7/10',
    'Rated 4',
    '7 marks',
    'a mark of 7',
    'Your mark: 7',
    '7/10',
    'Lovely work. 18 out of 20!',
    '7/10. Say what you see',
    'Your noun phrase earns 7/10',
    'I give it 9/10',
    'It is worth 18 out of 20',
  ])('finds one in “%s”', (text) => {
    expect(hasMark(text)).toBe(true)
  })
  it.each([
    '½',
    '3/8',
    '3/8 + 2/8 = 5/8',
    'You got 5/8 by adding the tops and keeping the eighths',
    '4 of the six pieces',
    'You shaded 4 out of 6 pieces',
    '7/10 of the strip is blue',
    'You got 7/10 by adding the tenths',
    'Colour 7/10, then say what is left',
    'It is worth 50/100 of a pound',
    '3/8. Say why',
    'Find 50% of 80',
    'Say what the 4 tells us',
    'The water is at level 3 cm',
    'Use the denominator 10',
    'Mark 3/4 on the number line',
    'Put 7 marks on the line',
    'Mark the numerator with a ring',
    'Grade a line of shades from light to dark',
    'The team scored 3 goals in one half',
    'Write a sentence with 12 words',
    'You checked the answer 24 by counting back',
    'Put the two-quarters strip under the half',
  ])('finds none in the subject matter “%s”', (text) => {
    expect(hasMark(text)).toBe(false)
  })
})

describe('toneHints', () => {
  it.each<[string, readonly ToneHint[]]>([
    ['You lined the strips up before you compared, and that showed they are equal', []],
    ['You are so clever', ['ability']],
    ['Smart work', ['ability']],
    ['You are really good at fractions', ['ability']],
    ['A talented mathematician', ['ability']],
    ['Good girl', ['ability']],
    ['Your drawing is better than the others', ['comparison']],
    ['The best in the class', ['comparison']],
    ['It is neater than your partner', ['comparison']],
    ['It is better than your first try', []],
    ['5 is bigger than 2 but one fifth is smaller', []],
    ['7/10', ['mark']],
    ['18 out of 20', ['mark']],
    ['You got 4 out of 6', ['mark']],
    ['You got 4 out of 6 pieces shaded', []],
    ['You got 5/8 by adding the tops', []],
    ['5/5', ['mark']],
    ['80 %', ['mark']],
    ['working at expected', ['mark']],
    ['½ is the same as 2/4', []],
    ['3/8 and 2/8', []],
    ['4 of the six pieces', []],
    ['The bright red strip', []],
  ])('looks at “%s”', (didWell, expected) => {
    expect(toneHints({ ...texts, didWell })).toEqual(expected)
  })
  it.each([
    ['Write one sentence with denominator', false],
    ['Write one sentence. Then draw it.', true],
    ['Draw the whole and then shade it', true],
    ['Write “two quarters” under the strip.', false],
  ])('sees whether “%s” is more than one next action', (nextAction, isSeveral) => {
    expect(toneHints({ ...texts, nextAction })).toEqual(isSeveral ? ['several'] : [])
  })
})

describe('isUsed', () => {
  it.each([
    ['acted', false, true],
    ['not_yet', true, true],
    ['said_back', false, false],
    ['upset', false, false],
    [undefined, false, false],
    [undefined, true, true],
  ] as const)('says of %s and an improvement (%s): %s', (response, isImproved, expected) => {
    expect(isUsed({ response: response === undefined ? null : { response }, isImproved })).toBe(expected)
  })
})
