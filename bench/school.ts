// A school to measure on: people who are signed in, a group, a goal; made past the screens, as fast as can be.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { newId } from '../src/core/ids.ts'
import { createIdentity, type Identity } from '../src/server/identity.ts'
import { createKeyring } from '../src/server/keys.ts'
import type { Running } from './running.ts'

/** Somebody who is signed in. */
export interface Member {
  readonly personId: string
  readonly cookie: string
}

export interface School {
  readonly organisationId: string
  readonly groupId: string
  readonly goalId: string
  readonly criterionIds: readonly string[]
  readonly learnerIds: readonly string[]
  readonly practitioners: readonly Member[]
  readonly database: pg.Client
}

/** Sets up a school over HTTP with the set-up code, then fills it by SQL. */
export async function makeSchool(running: Running, size: { learners: number; criteria: number; practitioners: number }): Promise<School> {
  const organisationId = newId()
  await setUp(running, { organisationId, kind: 'school', name: 'Hillside' })
  const database = new pg.Client({ connectionString: running.connection })
  await database.connect()
  const made = await fill(database, organisationId, size)
  const practitioners = await signIn(running, database, made.practitioners)
  return { ...made, organisationId, practitioners, database }
}

export const administrator = { name: 'Asha Rao', email: 'asha@example.org', password: 'three warm words' }

/** An organisation with its administrator, as the first person at a screen makes it. */
export async function setUp(
  running: Running,
  { organisationId, kind, name }: { readonly organisationId: string; readonly kind: 'school' | 'centre'; readonly name: string },
): Promise<string> {
  const personId = newId()
  const input = { code: running.setupCode, kind, name, administrator: { personId, ...administrator } }
  const body = JSON.stringify({ id: newId(), version: 1, input })
  const headers = { origin: running.origin, 'content-type': 'application/json', 'evident-organisation': organisationId }
  const answer = await fetch(`${running.origin}/api/organisation.setUp`, { method: 'POST', body, headers })
  if (!answer.ok) throw new Error(`set-up: ${await answer.text()}`)
  return personId
}

async function fill(database: pg.Client, organisationId: string, size: { learners: number; criteria: number; practitioners: number }) {
  const ids = (count: number) => Array.from({ length: count }, () => newId())
  const groupId = newId()
  const goalIds = ids(Math.ceil(size.criteria / 4))
  const [learnerIds, criterionIds, people] = [ids(size.learners), ids(size.criteria), ids(size.practitioners)]
  const from = '2026-09-01'
  const insert = (statement: string, values: readonly unknown[]) => database.query(statement, [organisationId, ...values])
  await insert(
    `insert into people (organisation_id, id, name, email, created_at) select $1, id, 'Practitioner', id || '@example.org', now() from unnest($2::uuid[]) id`,
    [people],
  )
  const creator = people[0]
  await insert(
    `insert into role_holdings (organisation_id, id, person_id, role, from_on, granted_by, granted_at)
     select $1, gen_random_uuid(), id, role, $3, id, now() from unnest($2::uuid[]) id, unnest(array['practitioner', 'teacher']) role`,
    [people, from],
  )
  await insert(
    `insert into groups (organisation_id, id, name, subject, cover, kind, created_by, created_at) values ($1, $2, '4H', 'Mathematics', 'bottle', 'class', $3, now())`,
    [groupId, creator],
  )
  await insert(
    `insert into group_staff (organisation_id, id, group_id, person_id, part, from_on)
     select $1, gen_random_uuid(), $2, id, 'teacher', $4 from unnest($3::uuid[]) id`,
    [groupId, people, from],
  )
  await insert(
    `insert into learners (organisation_id, id, given_name, family_initial, created_by, created_at)
     select $1, id, 'Learner', 'A', $3, now() from unnest($2::uuid[]) id`,
    [learnerIds, creator],
  )
  await insert(
    `insert into group_members (organisation_id, id, group_id, learner_id, from_on) select $1, gen_random_uuid(), $2, id, $4 from unnest($3::uuid[]) id`,
    [groupId, learnerIds, from],
  )
  await insert(
    `insert into learning_goals (organisation_id, id, group_id, wording, set_by, set_at)
     select $1, id, $2, 'Families of equal fractions', $4, now() from unnest($3::uuid[]) id`,
    [groupId, goalIds, creator],
  )
  await insert(
    `insert into success_criteria (organisation_id, id, goal_id, short_name, child_text, kind, position)
     select $1, id, ($3::uuid[])[1 + (n - 1) / 4], 'Explain', 'I can explain', 'must', 1 + (n - 1) % 4
     from unnest($2::uuid[]) with ordinality as each(id, n)`,
    [criterionIds, goalIds],
  )
  return { groupId, goalId: goalIds[0] ?? '', criterionIds, learnerIds, practitioners: people }
}

/** Opens a session for each person as the program itself would, with the installation's own secret. */
export async function signIn(running: Running, database: pg.Client, people: readonly string[]): Promise<Member[]> {
  const users = people.map((personId) => ({ personId, userId: newId() }))
  const [userIds, personIds] = [users.map(({ userId }) => userId), users.map(({ personId }) => personId)]
  await database.query(
    `insert into auth.users (id, name, email, created_at, updated_at) select id, 'Practitioner', id || '@example.org', now(), now() from unnest($1::uuid[]) id`,
    [userIds],
  )
  await database.query(
    `insert into memberships (user_id, organisation_id, person_id)
     select u, (select organisation_id from people where id = p), p from unnest($1::uuid[], $2::uuid[]) as each(u, p)`,
    [userIds, personIds],
  )
  await database.query('update people set user_id = u from unnest($1::uuid[], $2::uuid[]) as each(u, p) where people.id = p', [
    userIds,
    personIds,
  ])
  const identity = identityOf(running)
  const signedIn: Member[] = []
  for (const { personId, userId } of users) {
    const cookie = await identity.openSession(userId, newId())
    signedIn.push({ personId, cookie: cookie.split(';')[0] ?? '' })
  }
  await identity.close()
  return signedIn
}

function identityOf(running: Running): Identity {
  const secret = Buffer.from(readFileSync(join(running.dataFolder, 'secret.key'), 'utf8').trim(), 'base64')
  const cookies = createKeyring(secret).derive('session cookies').toString('base64url')
  return createIdentity({ connection: running.connection, secret: cookies, origin: running.origin })
}

/** A device's connection: one socket that stays open, one request at a time. */
export function deviceOf(running: Running, { organisationId }: Pick<School, 'organisationId'>, { cookie }: Member) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { hostname, port } = new URL(running.origin)
  const shared = { cookie, origin: running.origin, 'evident-organisation': organisationId }
  const ask = (method: string, path: string, body?: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
      const asked = request({ agent, hostname, port, path, method, headers: { ...shared, ...sent } }, (answer) => {
        let text = ''
        answer.on('data', (chunk: Buffer) => void (text += chunk.toString()))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      })
      asked.once('error', reject)
      asked.end(body)
    })
  return {
    command: (name: string, id: string, input: unknown) => ask('POST', `/api/${name}`, JSON.stringify({ id, version: 1, input })),
    query: (name: string, input: unknown) => ask('GET', `/api/${name}?input=${encodeURIComponent(JSON.stringify(input))}`),
    close: () => agent.destroy(),
  }
}

/** An observation as capture makes it with one tap. */
export function observationOf(school: School, at: number) {
  const { groupId, goalId, criterionIds, learnerIds } = school
  return {
    id: newId(),
    learnerId: learnerIds[at % learnerIds.length] ?? '',
    groupId,
    sessionId: null,
    goalId,
    criterionId: criterionIds[at % Math.min(4, criterionIds.length)] ?? '',
    helpLevel: 'prompt',
    response: 'nearly',
    participation: null,
    whatSeen: 'Lined the strips up before comparing',
    childWords: null,
    myView: null,
    source: 'seen',
    photoId: null,
    observedAt: new Date().toISOString(),
  }
}
