// Policy and SQL say the same: for random people, groups, dates and consents, the rows returned are the rows that the policy allows.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, schoolRoles } from '../../core/actor.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { classMapForGroup } from '../classmap/contract.ts'
import { holdsOn } from '../consent/rules.ts'
import { canSeeGroup, canSeeRecord, isClassroomStaff } from '../groups/policy.ts'
import { belongsNow, type Stay, wereTogether, worksWith } from '../groups/rules.ts'
import { learnerInGroup } from '../learners/contract.ts'
import { captureDay, learnerObservationForLearner, learnerObservationRecord, photoFind } from './contract.ts'

const today = '2026-11-24'
const now = new Date('2026-11-24T10:45:00.000Z')
const days = ['2026-11-20', '2026-11-23', today, '2026-11-25', '2026-11-30']
const day = fc.constantFrom(...days)
const stay = fc.record({ group: fc.nat(2), fromOn: day, untilOn: fc.option(day, { freq: 2 }) })
const stays = fc.uniqueArray(stay, { selector: ({ group }) => group, maxLength: 3 })
/** A colleague who takes one session of today: over, going on, still to come. */
const hours = fc.constantFrom(['09:30', '10:15'], ['10:30', '12:00'], ['13:00', '14:00'])
const adultStay = fc.record({ group: fc.nat(2), fromOn: day, untilOn: fc.option(day, { freq: 2 }), hours: fc.option(hours, { freq: 2 }) })
const adultStays = fc.uniqueArray(adultStay, { selector: ({ group }) => group, maxLength: 3 })
const consent = fc.record({ isGiven: fc.boolean(), toldOn: fc.constantFrom(...days.slice(0, 3)) })
const world = fc.record({
  people: fc.array(
    fc.record({ roles: fc.uniqueArray(fc.constantFrom<Role>(...schoolRoles), { minLength: 1, maxLength: 3 }), stays: adultStays }),
    {
      minLength: 3,
      maxLength: 4,
    },
  ),
  learners: fc.array(fc.record({ stays, consents: fc.uniqueArray(consent, { selector: ({ toldOn }) => toldOn, maxLength: 3 }) }), {
    minLength: 3,
    maxLength: 4,
  }),
})

interface Made {
  readonly groupIds: readonly Id[]
  readonly people: readonly { person: TestPerson; stays: readonly Stay[] }[]
  readonly learners: readonly { id: Id; photoId: Id; stays: readonly Stay[]; isPhotoAllowed: boolean }[]
}

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

function inHours(hoursOfToday: readonly string[] | null): Partial<Stay> {
  if (hoursOfToday === null) return {}
  const [fromAt, untilAt] = hoursOfToday.map((time) => `${today}T${time}:00.000Z`)
  return { fromOn: today, untilOn: today, fromAt: fromAt ?? null, untilAt: untilAt ?? null }
}

/** Puts a random world into a school as rows: no command could date a stay back. */
async function make({ people, learners }: typeof world extends fc.Arbitrary<infer W> ? W : never): Promise<Made> {
  const groupIds = [newId(), newId(), newId()] as const
  const staysOf = (some: readonly { group: number; fromOn: string; untilOn: string | null }[]) =>
    some.map(({ group, fromOn, untilOn }) => ({
      groupId: groupIds[group] ?? '',
      fromOn,
      untilOn: untilOn !== null && untilOn < fromOn ? fromOn : untilOn,
    }))
  const adults: Made['people'][number][] = []
  for (const { roles, stays: some } of people) {
    const all = staysOf(some).map((one, index) => ({ ...one, ...inHours(some[index]?.hours ?? null) }))
    adults.push({ person: await app.school.person('Someone', ...roles), stays: all })
  }
  const children = learners.map((one) => ({ id: newId(), photoId: newId(), stays: staysOf(one.stays), consents: one.consents }))
  await app.school.look(async (tx) => {
    const { organisationId, now } = tx
    const by = adults[0]?.person.id ?? ''
    await tx.db
      .insertInto('groups')
      .values(
        groupIds.map((id) => ({
          organisationId,
          id,
          name: 'A group',
          subject: 'Mathematics',
          cover: 'sky',
          kind: 'class',
          createdBy: by,
          createdAt: now,
        })),
      )
      .execute()
    for (const { person, stays: some } of adults) {
      for (const { fromAt = null, untilAt = null, ...one } of some) {
        const sessionId = fromAt === null ? null : newId()
        if (sessionId !== null)
          await tx.db
            .insertInto('sessions')
            .values({ organisationId, id: sessionId, groupId: one.groupId, startedBy: by, startedAt: now, recordedAt: now })
            .execute()
        const taken = { sessionId, fromAt: fromAt === null ? null : new Date(fromAt), untilAt: untilAt === null ? null : new Date(untilAt) }
        await tx.db
          .insertInto('groupStaff')
          .values({ organisationId, id: newId(), personId: person.id, part: 'practitioner', ...one, ...taken })
          .execute()
      }
    }
    for (const { id, photoId, stays: some, consents } of children) {
      await tx.db.insertInto('learners').values({ organisationId, id, givenName: 'Callum', createdBy: by, createdAt: now }).execute()
      await tx.db
        .insertInto('photos')
        .values({
          organisationId,
          id: photoId,
          learnerId: id,
          fileHash: 'a'.repeat(64),
          width: 1,
          height: 1,
          takenAt: now,
          addedBy: by,
          addedAt: now,
        })
        .execute()
      for (const one of some)
        await tx.db
          .insertInto('groupMembers')
          .values({ organisationId, id: newId(), learnerId: id, ...one })
          .execute()
      for (const one of consents)
        await tx.db
          .insertInto('consents')
          .values({ organisationId, id: newId(), learnerId: id, purpose: 'photo_of_work', toldBy: 'mother', setBy: by, setAt: now, ...one })
          .execute()
    }
  })
  const said = (consents: readonly { isGiven: boolean; toldOn: string }[]) => consents.map((one) => ({ ...one, setAt: '' }))
  return {
    groupIds,
    people: adults,
    learners: children.map(({ consents, ...one }) => ({ ...one, isPhotoAllowed: holdsOn(said(consents), today) })),
  }
}

/** What was answered, or undefined when it was refused as not allowed or not found. */
async function answered<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: { refusal?: { code: string } }) => {
    expect(['not_allowed', 'not_found']).toContain(error.refusal?.code)
    return undefined
  })
}

const sorted = (ids: Iterable<string>) => [...ids].sort()

async function checkPerson({ groupIds, learners }: Made, { person, stays: own }: Made['people'][number]) {
  const { actor } = person
  const theirs = learners.filter((learner) => worksWith(own, learner.stays, now))
  const captured = await answered(person.ask(captureDay, {}))
  expect(captured !== undefined).toBe(isClassroomStaff(actor))
  if (captured !== undefined) {
    expect(sorted(captured.learners.map(({ id }) => id))).toEqual(sorted(theirs.map(({ id }) => id)))
    for (const { id, isPhotoAllowed } of captured.learners) expect(isPhotoAllowed).toBe(theirs.find((one) => one.id === id)?.isPhotoAllowed)
  }
  for (const learner of learners) {
    const isAllowed = canSeeRecord(actor, { worksWith: theirs.includes(learner) })
    expect((await answered(person.ask(learnerObservationForLearner, { learnerId: learner.id }))) !== undefined).toBe(isAllowed)
    expect((await answered(person.ask(photoFind, { id: learner.photoId }))) !== undefined).toBe(isAllowed)
  }
  for (const groupId of groupIds) {
    const part = own.some((one) => one.groupId === groupId && belongsNow(one, now)) ? ('practitioner' as const) : undefined
    const members = learners
      .filter(({ stays: some }) => some.some((one) => one.groupId === groupId && belongsNow(one, now)))
      .map(({ id }) => id)
    for (const query of [learnerInGroup, classMapForGroup] as const) {
      const found = await answered<{ learners: { id: string }[] }>(person.ask(query as typeof learnerInGroup, { groupId }))
      expect(found === undefined ? undefined : sorted(found.learners.map(({ id }) => id))).toEqual(
        canSeeGroup(actor, { part }) ? sorted(members) : undefined,
      )
    }
  }
}

/** Records on a random past day for each pair, and compares with the policy on that day. */
async function checkRecording({ groupIds, learners }: Made, { person, stays: own }: Made['people'][number]) {
  const nothing = {
    sessionId: null,
    goalId: null,
    criterionId: null,
    response: null,
    participation: null,
    whatSeen: null,
    childWords: null,
    myView: null,
    photoId: null,
  }
  for (const learner of learners) {
    for (const groupId of groupIds) {
      const on = days[Math.floor((learner.id.charCodeAt(30) + groupId.charCodeAt(30)) % 3)] ?? today
      const made = {
        id: newId(),
        learnerId: learner.id,
        groupId,
        helpLevel: 'self' as const,
        source: 'seen' as const,
        observedAt: `${on}T10:00:00.000Z`,
        ...nothing,
      }
      const isAllowed = isClassroomStaff(person.actor) && wereTogether(own, learner.stays, groupId, made.observedAt)
      expect((await answered(person.send(learnerObservationRecord, made))) !== undefined).toBe(isAllowed)
    }
  }
}

describe('who sees what', () => {
  it('is what the policy says, for reading and for recording', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const made = await make(drawn)
        for (const one of made.people) {
          await checkPerson(made, one)
          await checkRecording(made, one)
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})
