// Every command of a centre, sent by everybody who has a part in a unit and by staff who have none: only those whom the table names get past the policy.
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, centreRoles, type Role } from '../core/actor.ts'
import { type ErrorCode, OperationError } from '../core/errors.ts'
import { type Id, newId } from '../core/ids.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { fillHouse } from '../testing/full-house.ts'
import { ownerOf } from '../testing/owner.ts'
import { type FindIds, plausibleInputs } from '../testing/plausible-input.ts'
import type { Handled } from './operation.ts'
import { operations } from './operations.ts'

const parts = ['candidate', 'assessor', 'tutor', 'countersigner', 'iqa', 'eqa', 'administrator', 'other staff'] as const
type Part = (typeof parts)[number]

/** The link and its code are what is asked for: who one is otherwise neither helps nor harms. An external verifier sends nothing but a signature (R17). */
const whoeverHasTheLink: readonly Part[] = ['candidate', 'assessor', 'tutor', 'countersigner', 'iqa', 'administrator', 'other staff']

/** Who gets past the policy of each command, in the unit of the full house. Whoever is not named is told that it is not there or not theirs. */
const may: Readonly<Record<string, readonly Part[]>> = {
  'assessment.countersign': ['countersigner'],
  'assessment.record': ['assessor'],
  'assignment.chooseDraft': ['candidate'],
  'assignment.saveDraft': ['candidate'],
  'cpd.record': ['assessor', 'tutor', 'countersigner', 'iqa', 'other staff'],
  // one’s own
  'cpd.withdraw': ['assessor'],
  'decision.record': ['assessor'],
  'decisionTarget.set': ['administrator'],
  'discussion.agree': ['candidate', 'assessor'],
  'discussion.propose': ['candidate', 'assessor'],
  'eqa.end': ['administrator'],
  'eqa.open': ['administrator'],
  'evidence.add': ['candidate', 'assessor'],
  // who added it: an observation
  'evidence.change': ['assessor'],
  'evidence.claim': ['candidate'],
  // the post alone
  'evidence.receiveDescriptor': [],
  // the post alone
  'evidence.receiveRetraction': [],
  'evidence.seenInPlace': ['assessor', 'iqa'],
  'evidence.unclaim': ['candidate'],
  // who added it, within moments
  'evidence.withdraw': ['assessor'],
  'itemFeedback.answer': ['candidate'],
  'itemFeedback.give': ['assessor'],
  // whoever may bring one at all is told that this is no letter
  'letter.import': ['candidate', 'administrator', 'other staff'],
  // the administrator, for a unit that there is: this input names none
  'officialWording.load': [],
  // the administrator, a loading that there is
  'officialWording.takeBack': [],
  'plan.addEntry': ['candidate', 'assessor'],
  'plan.sign': ['candidate', 'assessor'],
  'plan.write': ['candidate', 'assessor'],
  'qualification.check': ['administrator'],
  'qualification.enter': ['assessor', 'countersigner', 'iqa', 'administrator'],
  // one’s own; the administrator any
  'qualification.withdraw': ['countersigner', 'administrator'],
  'registration.change': ['administrator'],
  'registration.create': ['administrator'],
  'sample.draw': ['iqa'],
  'sample.judge': ['iqa'],
  'sampleAction.answer': ['assessor'],
  'sampleAction.settle': ['iqa'],
  'signOff.reopen': ['assessor'],
  // this input signs as candidate; each part is tried in signoff.test.ts
  'signature.sign': ['candidate'],
  'testimony.cancel': ['assessor'],
  'testimony.confirm': ['assessor'],
  'testimony.open': whoeverHasTheLink,
  'testimony.renewLink': ['assessor'],
  'testimony.request': ['assessor'],
  'testimony.sign': whoeverHasTheLink,
  'testimony.withdraw': whoeverHasTheLink,
  'unit.claim': ['administrator'],
  'visit.comment': ['candidate'],
  'visit.record': ['assessor'],
  'visit.sign': ['candidate', 'assessor'],
  'visit.writeUp': ['assessor'],
  'witness.add': ['candidate', 'assessor', 'administrator'],
  'witness.approveExpert': ['assessor'],
  'witness.describe': ['assessor', 'administrator'],
  'witness.end': ['assessor', 'administrator'],
  'witness.induct': ['assessor', 'administrator'],
  'witness.makeLink': ['assessor', 'administrator'],
  'witness.openLink': whoeverHasTheLink,
  'witness.setCategories': ['administrator'],
  'witness.setContact': ['assessor', 'administrator'],
  'witness.sign': whoeverHasTheLink,
  'witness.takeBackApproval': ['assessor'],
}

let app: TestApp
let owner: pg.Client
let people: Readonly<Record<Part, Actor>>
let rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

beforeAll(async () => {
  app = await testApp()
  await fillHouse(app)
  owner = await ownerOf(app)
  rows = await centreRows()
  people = await partiesOfTheUnit()
})
afterAll(async () => {
  await owner.end()
  await app.close()
})

async function centreRows() {
  const tables = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id' order by 1",
  )
  const found: Record<string, Record<string, unknown>[]> = {}
  for (const { name } of tables.rows) {
    const answer = await owner.query(`select * from public.${name} where organisation_id = $1`, [app.centre.id])
    found[name] = answer.rows
  }
  return found
}

async function partiesOfTheUnit(): Promise<Readonly<Record<Part, Actor>>> {
  const [unit] = rows.registrations ?? []
  const actor = (personId: unknown, ...roles: Role[]): Actor => ({
    personId: String(personId),
    organisationId: app.centre.id,
    kind: 'centre',
    roles,
  })
  const holder = (role: string) => rows.role_holdings?.find((one) => one.role === role)?.person_id
  const tutor = await app.centre.person('Nia Tarrant', 'tutor')
  await owner.query('update public.registrations set tutor_id = $1 where organisation_id = $2', [tutor.id, app.centre.id])
  return {
    candidate: actor(unit?.candidate_id, 'candidate'),
    assessor: actor(unit?.assessor_id, 'assessor'),
    tutor: tutor.actor,
    countersigner: actor(unit?.countersigner_id, 'assessor'),
    iqa: actor(unit?.iqa_id, 'iqa'),
    eqa: actor(holder('eqa'), 'eqa'),
    administrator: actor(holder('centre_administrator'), 'centre_administrator'),
    'other staff': (
      await app.centre.person('Mallory Vane', ...centreRoles.filter((role) => role !== 'eqa' && role !== 'centre_administrator'))
    ).actor,
  }
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** For `evidenceId` the ids of items of evidence and what other tables say under `evidence_id`; the unit's own rows alone. */
const idsOfTheUnit: FindIds = (field) => {
  const column = snake(field)
  if (field === 'id') return [newId()]
  const named = Object.values(rows).flatMap((some) => some.map((row) => row[column]))
  const owned = Object.entries(rows)
    .filter(([name]) => name.replace(/ies$/, 'y').replace(/s$/, '').endsWith(column.replace(/_id$/, '')))
    .flatMap(([, some]) => some.map((row) => row.id))
  const all = [...new Set([...named, ...owned])].filter((id): id is Id => typeof id === 'string')
  return all.length > 0 ? all : [newId()]
}

const commands = operations.filter(({ contract }) => contract.type === 'command' && contract.where === 'centre')

/** Whether the policy let somebody past: whatever a rule says afterwards, it was theirs to ask. */
async function getsPast(actor: Actor, { contract }: Handled, input: unknown): Promise<boolean> {
  const version = contract.type === 'command' ? contract.version : 1
  try {
    await app.dispatch.command(actor, contract.name, { id: newId(), version, input })
    return true
  } catch (error) {
    if (!(error instanceof OperationError)) throw error
    const closed: readonly ErrorCode[] = ['not_allowed', 'not_found']
    return !closed.includes(error.refusal.code)
  }
}

async function allowedIn(handled: Handled): Promise<readonly Part[]> {
  const inputs = plausibleInputs(handled.contract, idsOfTheUnit)
  const allowed: Part[] = []
  for (const part of parts) {
    let isPast = false
    for (const input of inputs) isPast ||= await getsPast(people[part], handled, input)
    if (isPast) allowed.push(part)
  }
  return allowed
}

describe('the commands of a centre', () => {
  it('R6: are each theirs whom the table names, and of all others nobody’s, for every pair of command and part', {
    timeout: 300_000,
  }, async () => {
    const found: Record<string, readonly Part[]> = {}
    for (const handled of commands) found[handled.contract.name] = await allowedIn(handled)
    const named = Object.fromEntries(Object.entries(found).filter(([name]) => may[name] !== undefined))
    expect(named).toEqual(may)
    // What the table does not name yet is at least no stranger's and no external verifier's.
    const strangers = Object.entries(found).filter(
      ([name, some]) => may[name] === undefined && (some.includes('eqa') || some.includes('other staff')),
    )
    expect(strangers).toEqual([])
  })
  it('would be found out: a table that forgets a part differs from what is so', async () => {
    const handled = commands.find(({ contract }) => contract.name === 'itemFeedback.give')
    expect(handled && (await allowedIn(handled))).toEqual(['assessor'])
  })
})
