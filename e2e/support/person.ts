// Adults of a journey: invited, signed in and acting through the API, as their browser would.
import { createHash, randomBytes } from 'node:crypto'
import { organisationSetUp } from '../../src/common/organisations/contract.ts'
import { invitationAccept, invitationCreate } from '../../src/common/people/contract.ts'
import type { OrganisationKind, Role } from '../../src/core/actor.ts'
import type { Command, Parsed, Query, Schema } from '../../src/core/contract.ts'
import { type Id, newId } from '../../src/core/ids.ts'

/** Where a request goes, and with which cookie. */
interface Place {
  readonly origin: string
  readonly organisationId: Id
  readonly cookie?: string
}

export interface JourneyPerson {
  readonly personId: Id
  readonly organisationId: Id
  readonly name: string
  readonly email: string
  readonly password: string
  /** Acts through the API. @param bytes a photo that travels beside the command */
  send<I extends Schema, O extends Schema>(command: Command<string, I, O>, input: Parsed<I>, bytes?: Uint8Array): Promise<Parsed<O>>
  ask<I extends Schema, O extends Schema>(query: Query<string, I, O>, input: Parsed<I>): Promise<Parsed<O>>
}

export const password = 'seven green lanterns'

/** Sets a school or a centre up with the terminal's code; whoever does so is its administrator. */
export async function setUpOrganisation(
  { origin, setupCode }: { readonly origin: string; readonly setupCode: string },
  organisation: { readonly kind: OrganisationKind; readonly name: string },
  administrator: { readonly name: string; readonly email: string },
): Promise<JourneyPerson> {
  const organisationId = newId()
  const personId = newId()
  const input = { ...organisation, code: setupCode, administrator: { ...administrator, personId, password } }
  await post({ origin, organisationId }, organisationSetUp, input)
  return signedIn({ origin, organisationId }, { ...administrator, personId, password })
}

/** Invites an adult and accepts in their name. */
export async function invite(
  origin: string,
  administrator: JourneyPerson,
  { name, email }: { readonly name: string; readonly email: string },
  roles: readonly Role[],
): Promise<JourneyPerson> {
  const token = randomBytes(32).toString('base64url')
  const personId = newId()
  await administrator.send(invitationCreate, {
    linkId: newId(),
    tokenHash: createHash('sha256').update(token).digest('hex'),
    personId,
    name,
    email,
    roles: roles.map((role) => ({ id: newId(), role, fromOn: '2020-09-01', untilOn: null })),
  })
  const place = { origin, organisationId: administrator.organisationId }
  await post(place, invitationAccept, { token, password })
  return signedIn(place, { personId, name, email, password })
}

type Account = Pick<JourneyPerson, 'personId' | 'name' | 'email' | 'password'>

async function signedIn(place: Place, account: Account): Promise<JourneyPerson> {
  const response = await fetch(`${place.origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: place.origin },
    body: JSON.stringify({ email: account.email, password: account.password }),
  })
  if (!response.ok) throw new Error(`${account.email} can’t sign in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const from = { ...place, cookie }
  return {
    ...account,
    organisationId: place.organisationId,
    send: (command, input, bytes) => post(from, command, input, bytes),
    ask: async (query, input) => {
      const question = encodeURIComponent(JSON.stringify(input))
      return outputOf(await fetch(`${place.origin}/api/${query.name}?input=${question}`, { headers: headersOf(from) }), query.name)
    },
  }
}

async function post<I extends Schema, O extends Schema>(
  place: Place,
  { name, version }: Command<string, I, O>,
  input: Parsed<I>,
  bytes?: Uint8Array,
): Promise<Parsed<O>> {
  const parcel = JSON.stringify({ id: newId(), version, input })
  const headers = bytes === undefined ? { ...headersOf(place), 'content-type': 'application/json' } : headersOf(place)
  const body = bytes === undefined ? parcel : formOf(parcel, bytes)
  return outputOf(await fetch(`${place.origin}/api/${name}`, { method: 'POST', headers, body }), name)
}

function formOf(parcel: string, bytes: Uint8Array): FormData {
  const form = new FormData()
  form.set('command', parcel)
  form.set('bytes', new Blob([Buffer.from(bytes)], { type: 'image/webp' }))
  return form
}

function headersOf({ origin, organisationId, cookie }: Place): Record<string, string> {
  return { origin, 'evident-organisation': organisationId, ...(cookie === undefined ? {} : { cookie }) }
}

async function outputOf<T>(response: Response, name: string): Promise<T> {
  const body = await response.text()
  if (!response.ok) throw new Error(`${name} answered ${response.status}: ${body}`)
  return (JSON.parse(body) as { output: T }).output
}
