// The cast of the sample: who works where as what, and how each signs in.
import type { Actor, OrganisationKind, Role } from '../core/actor.ts'
import type { Id } from '../core/ids.ts'

/** The two organisations go by their kind: there is one of each. */
export type OrganisationName = OrganisationKind

export interface Member {
  readonly organisation: OrganisationName
  readonly key: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
}

/** One password for all sign-ins of the sample; the README says it. */
export const samplePassword = 'sample school'

const member = (organisation: OrganisationName, key: string, name: string, ...roles: Role[]): Member => ({
  organisation,
  key: `${organisation} ${key}`,
  name,
  email: `${key}@example.org`,
  roles,
})

export const school = {
  dawn: member('school', 'dawn', 'Dawn Okafor', 'practitioner'),
  ben: member('school', 'ben', 'Ben Hartley', 'teacher'),
  priya: member('school', 'priya', 'Priya Nair', 'subject_lead', 'senco', 'safeguarding_lead'),
  ruth: member('school', 'ruth', 'Ruth Calder', 'teacher'),
  steve: member('school', 'steve', 'Steve Whitby', 'practitioner'),
  helen: member('school', 'helen', 'Helen Osei', 'head'),
  imran: member('school', 'imran', 'Imran Aziz', 'data_lead'),
  joan: member('school', 'joan', 'Joan Pryce', 'administrator'),
} as const

/** Dawn and Steve are one person with one account each, at the school and at the college. */
export const college = {
  dawn: member('centre', 'dawn', 'Dawn Okafor', 'candidate'),
  steve: member('centre', 'steve', 'Steve Whitby', 'candidate'),
  ingrid: member('centre', 'ingrid', 'Ingrid Bowen', 'candidate'),
  lorraine: member('centre', 'lorraine', 'Lorraine Pike', 'assessor'),
  kofi: member('centre', 'kofi', 'Kofi Mensah', 'assessor'),
  nia: member('centre', 'nia', 'Nia Tarrant', 'tutor'),
  graham: member('centre', 'graham', 'Graham Ellis', 'iqa'),
  marta: member('centre', 'marta', 'Marta Quell', 'centre_administrator'),
  // The awarding body's: Marta opens one unit to her, and it ends by itself.
  sandhu: member('centre', 'sandhu', 'Dr Amrit Sandhu', 'eqa'),
} as const

export const organisationNames = { school: 'Oakmere Primary School', centre: 'Northgate College' } as const

export interface SignInOfSample {
  readonly email: string
  readonly name: string
  readonly places: readonly { readonly organisation: string; readonly roles: readonly Role[] }[]
}

/** Each account once, with all that its person is. */
export function signIns(): readonly SignInOfSample[] {
  const accounts = new Map<string, SignInOfSample>()
  for (const { name, email, roles, organisation } of [...Object.values(school), ...Object.values(college)]) {
    const places = [...(accounts.get(email)?.places ?? []), { organisation: organisationNames[organisation], roles }]
    accounts.set(email, { email, name, places })
  }
  return [...accounts.values()]
}

/** For the terminal. @example 'ben@example.org  Ben Hartley, teacher at Oakmere Primary School' */
export function signInLines(): string[] {
  const partOf = ({ organisation, roles }: SignInOfSample['places'][number]) =>
    `${roles.join(' and ').replaceAll('_', ' ')} at ${organisation}`
  return signIns().map(({ email, name, places }) => `${email}  ${name}, ${places.map(partOf).join('; ')}`)
}

export function memberActor({ organisation, key, roles }: Member, id: (label: string) => Id): Actor {
  return { personId: id(key), organisationId: id(organisation), kind: organisation, roles }
}
