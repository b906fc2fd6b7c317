// Who acts: a person of one organisation with the roles that hold today, or a visitor without any.
import * as z from 'zod/mini'
import type { Id } from './ids.ts'

export const schoolRoles = [
  'practitioner',
  'teacher',
  'subject_lead',
  'senco',
  'safeguarding_lead',
  'head',
  'data_lead',
  'administrator',
] as const
export const centreRoles = ['candidate', 'assessor', 'tutor', 'iqa', 'eqa', 'centre_administrator'] as const

/** What a person may be in an organisation; glossary, `domain.md` 3.2 for the centre's. */
export const Role = z.enum([...schoolRoles, ...centreRoles])
export type Role = z.infer<typeof Role>

/** A school keeps children's records; a centre assesses candidates. They never see each other's rows. */
export const OrganisationKind = z.enum(['school', 'centre'])
export type OrganisationKind = z.infer<typeof OrganisationKind>

/** A person of one organisation, as they are while one request runs. */
export interface Actor {
  readonly personId: Id
  readonly organisationId: Id
  readonly kind: OrganisationKind
  readonly roles: readonly Role[]
  /** The device whose PIN opened the session; undefined after a full sign-in. */
  readonly byDevice?: Id
  /** When one person's queued entry is sent on by an administrator, the administrator's person id. */
  readonly sentOnBy?: Id
  /**
   * The program itself acting in an organisation: the post brings letters, the founder sets the sample up, the porter brings a portfolio's file that it
   * has checked (for the administrator who handed it in, or for whoever has the terminal), the restorer erases again after a restore. No session and no invitation can become one.
   */
  readonly service?: 'post' | 'founder' | 'porter' | 'restorer'
}

/** Somebody without a session: accepts an invitation, sets an organisation up, recovers an account. */
export const visitor: Actor = {
  personId: '00000000-0000-7000-8000-000000000000',
  organisationId: '00000000-0000-7000-8000-000000000000',
  kind: 'school',
  roles: [],
}

/** Whether the actor holds one of these roles. @example hasRole(actor, 'teacher', 'head') */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role))
}

/** The post in a centre: the actor of commands that bring letters from this installation's schools. It holds no role. */
export function postIn(organisationId: Id): Actor {
  return { personId: '00000000-0000-7000-8000-000000000001', organisationId, kind: 'centre', roles: [], service: 'post' }
}

/** The founder of a sample organisation: the actor that sets the sample school and college up. It holds no role. */
export function founderOf(organisationId: Id, kind: OrganisationKind): Actor {
  return { personId: '00000000-0000-7000-8000-000000000002', organisationId, kind, roles: [], service: 'founder' }
}

/** The porter at the terminal of the machine: the actor that brings a portfolio's file when no administrator handed it in. It holds no role. */
export function porterIn(organisationId: Id): Actor {
  return { personId: '00000000-0000-7000-8000-000000000003', organisationId, kind: 'centre', roles: [], service: 'porter' }
}

/** The restorer in a centre: erases again what was erased after the backup, in the name of who did it. It holds no role. */
export function restorerFor(organisationId: Id, personId: Id): Actor {
  return { personId, organisationId, kind: 'centre', roles: [], service: 'restorer' }
}
