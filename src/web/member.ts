// Who one is in the organisation that one works in now: what policies ask, and where the rail leads.
import type { Actor, OrganisationKind, Role } from '../core/actor.ts'
import type { Id } from '../core/ids.ts'
import type { Access } from './access-state.ts'
import { useAccess } from './device.ts'

export interface Member {
  readonly personId: Id
  readonly name: string
  readonly organisationId: Id
  readonly organisationName: string
  readonly kind: OrganisationKind
  readonly roles: readonly Role[]
}

/** The member that an access stands for; undefined while the device is locked. */
export function memberOf(access: Access): Member | undefined {
  if (access.state === 'locked') return undefined
  const { name, organisationId, personId, kind, roles } = access.person
  const here = access.memberships.find((one) => one.organisationId === organisationId)
  return { personId, name, organisationId, organisationName: here?.organisationName ?? '', kind, roles }
}

/** Whoever is here. Behind the door there is always somebody: pages may rely on it. */
export function useMember(): Member {
  const member = memberOf(useAccess())
  if (member === undefined) throw new Error('no page is shown while the device is locked')
  return member
}

/** Whoever is here, as a policy asks for it: `canMakeGroup(useActor())`. The server asks its own. */
export function useActor(): Actor {
  const { personId, organisationId, kind, roles } = useMember()
  return { personId, organisationId, kind, roles }
}
