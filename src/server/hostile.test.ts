// A second school and a second centre try every operation with ids of the first: they learn nothing and change nothing.
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { shippedCategories } from '../centre/witnesses/rules.ts'
import { centreRoles, schoolRoles } from '../core/actor.ts'
import { query } from '../core/contract.ts'
import { type ErrorCode, OperationError } from '../core/errors.ts'
import { Id, newId } from '../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../testing/app.ts'
import { loadUnit307 } from '../testing/centre.ts'
import type { Classroom } from '../testing/classroom.ts'
import { idsIn, type Rows, readRows } from '../testing/first-house.ts'
import { fillHouse } from '../testing/full-house.ts'
import { ownerOf } from '../testing/owner.ts'
import { type FindIds, plausibleInputs } from '../testing/plausible-input.ts'
import { createDispatch } from './dispatch.ts'
import { answer, type Handled } from './operation.ts'
import { operations } from './operations.ts'

let app: TestApp
let owner: pg.Client
/** Of the first school and centre. */
let rows: Rows
let said = ''
let references = ''
let room: Classroom

beforeAll(async () => {
  app = await testApp()
  room = await fillHouse(app)
  owner = await ownerOf(app)
  rows = await rowsOfTheFirst()
  references = await readReferences()
})
afterAll(async () => {
  await owner.end()
  await app.close()
})

const rowsOfTheFirst = () => readRows(owner, [app.school.id, app.centre.id])
const idsOfTheFirst: FindIds = (field) => idsIn(rows, app.school.id)(field)

/** Days and the words of lists. */
const everybodys = /^(\d{4}-\d\d-\d\d|[a-z_]+)$/

/** What only these rows could tell: ids, and texts of some length that no reference work has. */
function secretsOf(some: Rows): readonly string[] {
  const texts = Object.values(some)
    .flat()
    .flatMap((row) => Object.values(row))
    .filter((value) => typeof value === 'string')
  return [...new Set(texts)].filter((text) => text.length >= 8 && !everybodys.test(text) && !references.includes(text))
}

/** What everybody may read: the units, ladders and lists that ship. */
async function readReferences(): Promise<string> {
  const { dispatch, centre, otherSchool } = app
  const reader = await otherSchool.person('Someone Else', 'teacher')
  const unit = await loadUnit307(centre)
  return JSON.stringify([unit, shippedCategories, await dispatch.query(reader.actor, 'framework.statements', {})])
}

interface Answer {
  readonly code: ErrorCode | 'done' | 'fault'
  readonly told: string
}

async function attempt(
  { actor }: TestPerson,
  { contract }: Handled,
  input: unknown,
  { dispatch }: Pick<TestApp, 'dispatch'>,
): Promise<Answer> {
  const asked =
    contract.type === 'query'
      ? dispatch.query(actor, contract.name, input)
      : dispatch.command(actor, contract.name, { id: newId(), version: contract.version, input })
  try {
    return { code: 'done', told: JSON.stringify(await asked) }
  } catch (error) {
    if (error instanceof OperationError) return { code: error.refusal.code, told: JSON.stringify(error.refusal) }
    return { code: 'fault', told: String(error) }
  }
}

const silent: readonly Answer['code'][] = ['not_found', 'not_allowed', 'refused', 'invalid', 'id_in_use', 'learner_erased']

/** Commands that succeed although ids of the first may stand in their input, and why that is no breach. */
const makesItsOwn: Readonly<Record<string, string>> = {
  'bridge.switchOn': 'names nothing: it is the asking school’s own bridge',
  'bridge.switchOff': 'likewise',
  'decisionTarget.set': 'the asking centre’s own target',
  'device.enrol': 'a device of the asking person, in their own organisation, whatever ids it is given',
  'group.create': 'a group of the asking school',
  'invitation.create': 'a person of the asking organisation',
  'learner.register': 'a learner of the asking school',
  'termDates.add': 'the asking school’s own calendar',
  'candidate.writeProfile': 'the asking candidate’s own profile',
  'notice.publish': 'a notice of the asking centre',
  'cpd.record': 'the asking person’s own CPD',
  'witness.setCategories': 'the asking centre’s own list',
  'misconception.add': 'a name in the asking school’s list',
}

interface Finding {
  readonly operation: string
  readonly problem: string
}

async function tryAll(
  people: readonly TestPerson[],
  handled: Handled,
  known: readonly string[],
  parts: Pick<TestApp, 'dispatch'> = app,
): Promise<{ findings: Finding[]; isDone: boolean }> {
  const { contract } = handled
  const findings: Finding[] = []
  let isDone = false
  for (const input of plausibleInputs(contract, idsOfTheFirst)) {
    const sent = JSON.stringify(input)
    // What was sent once may have become a row of the intruder's own.
    said += sent
    for (const person of people) {
      const answer = await attempt(person, handled, input, parts)
      const leak = known.find((secret) => answer.told.includes(secret) && !said.includes(secret))
      if (leak !== undefined) findings.push({ operation: contract.name, problem: `tells ${person.actor.roles.join()} ${leak} for ${sent}` })
      if (answer.code === 'done') isDone = true
      else if (!silent.includes(answer.code))
        findings.push({ operation: contract.name, problem: `${answer.code} for ${sent}: ${answer.told}` })
    }
  }
  return { findings, isDone: isDone && contract.type === 'command' }
}

/** Somebody of every role, in a school and a centre that nothing has happened in. */
async function intruders(): Promise<readonly TestPerson[]> {
  const school = await app.organisation('school', 'Fernbank Primary School')
  const centre = await app.organisation('centre', 'Southvale College')
  const people = [
    ...schoolRoles.map((role) => school.person('Mallory Vane', role)),
    ...centreRoles.map((role) => centre.person('Mallory Vane', role)),
  ]
  return Promise.all(people)
}

describe('a second school and a second centre', () => {
  it('have something to be after: a row in every table', () => {
    const empty = Object.entries(rows).flatMap(([name, all]) => (all.length === 0 ? [name] : []))
    expect(empty).toEqual([])
  })

  it('send inputs that the contracts accept', () => {
    const untried = operations.filter(({ contract }) => plausibleInputs(contract, idsOfTheFirst).length === 0)
    expect(untried.map(({ contract }) => contract.name)).toEqual([])
  })

  it('would be found out by an operation that tells', async () => {
    const contract = query('planted.tell', { where: 'both', summary: 'Planted.', input: z.object({ groupId: Id }), output: z.string() })
    const tell = answer(contract, { load: async () => 'They are the same length!', allow: () => true, run: async (_, { facts }) => facts })
    const dispatch = createDispatch(app.database, [tell], app.services)
    const { findings } = await tryAll(await intruders(), tell, secretsOf(rows), { dispatch })
    expect(findings[0]?.problem).toContain('They are the same length!')
  })

  it('learn nothing and change nothing, whatever their role', { timeout: 300_000 }, async () => {
    const known = secretsOf(rows)
    const done: string[] = []
    const findings: Finding[] = []
    for (const handled of operations) {
      const result = await tryAll(await intruders(), handled, known)
      findings.push(...result.findings)
      if (result.isDone) done.push(handled.contract.name)
    }
    expect(findings).toEqual([])
    expect(await rowsOfTheFirst()).toEqual(rows)
    expect(done.sort()).toEqual(Object.keys(makesItsOwn).sort())
  })
})

/** Rows about the class's learners, whoever made them. */
function aboutTheClass(all: Rows): Rows {
  const ids: readonly unknown[] = room.learnerIds
  const isAbout = (row: Readonly<Record<string, unknown>>) => ids.includes(row.learner_id) || ids.includes(row.id)
  return Object.fromEntries(Object.entries(all).map(([name, some]) => [name, some.filter(isAbout)]))
}

/** What a colleague may do to learners who are not hers, and why. */
const mayBeDone: Readonly<Record<string, string>> = {}

describe('a colleague of the same school', () => {
  it('learns nothing of learners who are not hers and changes nothing of theirs', { timeout: 150_000 }, async () => {
    const colleagues = [await app.school.person('Nell Orchard', 'practitioner'), await app.school.person('Tom Bracken', 'teacher')]
    const before = aboutTheClass(rows)
    // Colleagues know each other's names.
    const people = (rows.people ?? []).map(({ id }) => id)
    const known = secretsOf(before).filter((secret) => !people.includes(secret))
    said = ''
    const findings: Finding[] = []
    for (const handled of operations) findings.push(...(await tryAll(colleagues, handled, known)).findings)
    expect(findings.filter(({ operation }) => mayBeDone[operation] === undefined)).toEqual([])
    expect(aboutTheClass(await rowsOfTheFirst())).toEqual(before)
  })
})
