// Who claims, decides, countersigns and publishes: every part of a unit, every role, and a stranger of each.
import { describe, expect, it } from 'vitest'
import { type Actor, centreRoles, type Role } from '../../core/actor.ts'
import * as policy from './policy.ts'

const parties = { candidateId: 'dawn', assessorId: 'lorraine', tutorId: 'nia', countersignerId: 'femi', iqaId: 'graham' }
const actor = (personId: string, ...roles: Role[]): Actor => ({ personId, organisationId: 'college', kind: 'centre', roles })

/** Those of the unit, and somebody of each role who has no part in it. */
const people: Readonly<Record<string, Actor>> = {
  candidate: actor('dawn', 'candidate'),
  assessor: actor('lorraine', 'assessor'),
  tutor: actor('nia', 'tutor'),
  countersigner: actor('femi', 'assessor'),
  iqa: actor('graham', 'iqa'),
  'a person of every role without a part': actor('somebody', ...centreRoles),
  'the assessor without the role today': actor('lorraine'),
  'the candidate as assessor alone': actor('dawn', 'assessor'),
}

const may: Readonly<Record<string, readonly [(one: Actor) => boolean, readonly string[]]>> = {
  'claim a leaf': [(one) => policy.canClaim(one, parties), ['candidate']],
  decide: [(one) => policy.canDecide(one, parties), ['assessor']],
  countersign: [(one) => policy.canCountersign(one, parties), ['countersigner']],
  'publish the target': [policy.canSetTarget, ['a person of every role without a part']],
  'see the target': [policy.canSeeTarget, Object.keys(people)],
}

describe('who may', () => {
  it.each(Object.entries(may))('%s', (_, [allows, expected]) => {
    expect(Object.keys(people).filter((name) => allows(people[name] as Actor))).toEqual(expected)
  })
  it('R6: no person can both decide and countersign in one unit, whatever roles they hold', () => {
    for (const personId of [...Object.values(parties), 'somebody']) {
      const everything = actor(personId, ...centreRoles)
      expect(policy.canDecide(everything, parties) && policy.canCountersign(everything, parties)).toBe(false)
    }
  })
})
