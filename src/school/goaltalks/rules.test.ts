// The rules of talking about goals, as tables.
import { describe, expect, it } from 'vitest'
import { type Actor, schoolRoles } from '../../core/actor.ts'
import type { GoalTalk, OwnWording } from './contract.ts'
import { canSeeGoalTalks, canShowExample, canTakeAlong, canTalkAboutGoal } from './policy.ts'
import {
  directionOf,
  exampleRefusal,
  goalRefusal,
  languageName,
  languages,
  type TalkFacts,
  type TravelFacts,
  talkRefusal,
  travelRefusal,
  wordingRefusal,
} from './rules.ts'

const drawing = { lines: [{ pen: 'red' as const, points: [1, 2] }] }
const silent: OwnWording = { wording: '', drawing: null, symbols: [], firstLanguage: null, helpedBy: null }

describe('wordingRefusal', () => {
  it.each<[string, Partial<OwnWording>, string | undefined]>([
    ['nothing', {}, 'nothing_said'],
    ['spaces', { wording: '  ' }, 'nothing_said'],
    ['only who helped', { helpedBy: 'Mr Nowak' }, 'nothing_said'],
    ['words', { wording: 'Same' }, undefined],
    ['a drawing', { drawing }, undefined],
    ['a symbol', { symbols: ['moon'] }, undefined],
    ['another language', { firstLanguage: { language: 'pl', wording: 'Tyle samo' } }, undefined],
  ])('%s', (_, said, why) => {
    expect(wordingRefusal({ ...silent, ...said })?.reason).toBe(why)
  })
})

const learner = { id: 'l', groups: [{ id: 'g' }] }
const ofGroup = { groupId: 'g', learnerId: null }

describe('talkRefusal and goalRefusal', () => {
  const now = new Date('2026-11-24T10:45:00.000Z')
  const facts: TalkFacts = { goal: ofGroup, learner, criterionGoalId: 'goal', sessionGroupId: 'g' }
  const talk: GoalTalk = {
    ...{ id: 't', goalId: 'goal', learnerId: 'l', sessionId: 's', observedAt: now.toISOString() },
    settled: { about: 'criterion', criterionId: 'c' },
  }
  it.each<[string, Partial<GoalTalk>, Partial<TalkFacts>, string | undefined]>([
    ['all in place', {}, {}, undefined],
    ['no lesson', { sessionId: null }, { sessionGroupId: undefined }, undefined],
    ['no criterion any more', { settled: { about: 'criterion', criterionId: null } }, { criterionGoalId: undefined }, undefined],
    ['a card', { settled: { about: 'helps', words: 'Step card' } }, { criterionGoalId: undefined }, undefined],
    ['a clock a day ahead', { observedAt: '2026-11-25T10:45:00.000Z' }, {}, 'in_future'],
    ['another group’s goal', {}, { goal: { groupId: 'h', learnerId: null } }, 'goal_of_another'],
    ['another’s goal', {}, { goal: { groupId: null, learnerId: 'm' } }, 'goal_of_another'],
    ['a criterion of another goal', {}, { criterionGoalId: 'other' }, 'criterion_of_another_goal'],
    ['a lesson of another group', {}, { sessionGroupId: 'h' }, 'session_of_another'],
  ])('%s', (_, change, other, why) => {
    expect(talkRefusal({ ...talk, ...change }, { ...facts, ...other }, now)?.reason).toBe(why)
  })
  it('goalRefusal takes a goal of the learner or of a group of theirs', () => {
    expect(goalRefusal({ groupId: null, learnerId: 'l' }, learner)).toBeUndefined()
    expect(goalRefusal({ groupId: 'h', learnerId: null }, learner)).toMatchObject({ field: 'goalId' })
  })
})

describe('exampleRefusal', () => {
  it.each([
    ['words', { part: 'good' as const, words: 'Equal strips', drawing: null }, undefined],
    ['a drawing', { part: 'weaker' as const, words: null, drawing }, undefined],
    ['nothing', { part: 'good' as const, words: null, drawing: null }, 'nothing_shown'],
    ['a drawn feature', { part: 'feature' as const, words: 'Equal', drawing }, 'feature_in_words'],
    ['a name', { part: 'good' as const, words: 'As callum drew it', drawing: null }, 'names_a_learner'],
    ['an ordinary word that is a name', { part: 'good' as const, words: 'Mark the halves', drawing: null }, undefined],
  ])('%s', (_, example, why) => {
    expect(exampleRefusal(example, ['Callum', 'Mark'])?.reason).toBe(why)
  })
})

describe('travelRefusal', () => {
  const facts: TravelFacts = {
    goal: { ...ofGroup, isClosed: false, criterionIds: ['a', 'b'] },
    targetGroup: { id: 'h', isClosed: false },
    targetLearner: undefined,
    isThere: false,
  }
  const criteria = [
    { criterionId: 'a', id: 'c' },
    { criterionId: 'b', id: 'd' },
  ]
  it.each<[string, Partial<TravelFacts>, string | undefined]>([
    ['to another group', {}, undefined],
    ['to one of its learners', { targetGroup: undefined, targetLearner: learner }, undefined],
    ['to nobody', { targetGroup: undefined }, 'goal_for_one_or_the_other'],
    ['to both', { targetLearner: learner }, 'goal_for_one_or_the_other'],
    ['closed', { goal: { ...facts.goal, isClosed: true } }, 'goal_closed'],
    ['a learner’s own', { goal: { ...facts.goal, groupId: null, learnerId: 'l' } }, 'not_a_group_goal'],
    ['where it is', { targetGroup: { id: 'g', isClosed: false } }, 'same_group'],
    ['to a closed group', { targetGroup: { id: 'h', isClosed: true } }, 'group_closed'],
    ['to a learner of others', { targetGroup: undefined, targetLearner: { id: 'm', groups: [] } }, 'goal_of_another'],
    ['twice', { isThere: true }, 'already_taken_along'],
    ['with a criterion left behind', { goal: { ...facts.goal, criterionIds: ['a', 'b', 'x'] } }, 'criteria'],
    ['with a criterion of another', { goal: { ...facts.goal, criterionIds: ['a', 'x'] } }, 'criteria'],
  ])('%s', (_, change, why) => {
    expect(travelRefusal({ ...facts, ...change }, criteria)?.reason).toBe(why)
  })
})

describe('languages', () => {
  it('directionOf knows who writes from the right', () => {
    expect(['ur', 'ar', 'fa', 'ps', 'pl', 'pa', 'xyz'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr'])
  })
  it('languageName names what is offered, and leaves an unknown code as it is', () => {
    expect(languageName('pl')).toBe('Polish')
    expect(languageName('xyz')).toBe('xyz')
    expect(languages.map(({ name }) => name)).toEqual(languages.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)))
  })
})

describe('who may', () => {
  const may = (role: (typeof schoolRoles)[number], part: 'teacher' | 'practitioner' | undefined, targetPart: typeof part) => {
    const actor: Actor = { organisationId: 'o', kind: 'school', personId: 'p', roles: [role] }
    return [
      canTalkAboutGoal(actor, { part }),
      canShowExample(actor, { part }),
      canTakeAlong(actor, { part, targetPart }),
      canSeeGoalTalks(actor, { part }),
    ]
  }
  it.each(schoolRoles.map((role) => [role]))('%s', (role) => {
    const isStaff = role === 'practitioner' || role === 'teacher'
    expect(may(role, 'practitioner', 'practitioner')).toEqual([isStaff, isStaff, isStaff, isStaff || role === 'senco'])
    expect(may(role, undefined, 'teacher')).toEqual([false, false, false, role === 'senco'])
    expect(may(role, 'teacher', undefined)[2]).toBe(false)
  })
})
