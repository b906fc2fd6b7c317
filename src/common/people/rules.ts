// Rules on roles and links.
import { centreRoles, type OrganisationKind, type Role, schoolRoles } from '../../core/actor.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Day } from '../../core/time.ts'

/** How long a link works: an invitation seven days, a recovery one. In milliseconds. */
export const linkLifetime = { invitation: 7 * 86_400_000, recovery: 86_400_000 } as const

interface Period {
  readonly role: Role
  readonly fromOn: Day
  readonly untilOn: Day | null
}

/** Why a role can't be held in an organisation of this kind in this period, if it can't. */
export function roleRefusal(kind: OrganisationKind, { role, fromOn, untilOn }: Period): Refusal | undefined {
  const roles: readonly Role[] = kind === 'school' ? schoolRoles : centreRoles
  if (!roles.includes(role)) return refused('role_of_other_kind', 'role')
  if (role === 'eqa') return refused('eqa_by_account', 'role')
  if (untilOn !== null && untilOn < fromOn) return refused('ends_before_it_begins', 'untilOn')
  return undefined
}

/** An organisation is never left without an administrator: whose role ends must not be the last that goes on. */
export function endRefusal(facts: { isAdministratorRole: boolean; administratorsAfterwards: number }): Refusal | undefined {
  return facts.isAdministratorRole && facts.administratorsAfterwards === 0 ? refused('last_administrator') : undefined
}

interface Link {
  readonly usedAt: Date | null
  readonly expiresAt: Date
}

/** A link that was used, is too old, or never was: all three look the same. */
export function linkRefusal(link: Link | undefined, now: Date): Refusal | undefined {
  if (link === undefined || link.usedAt !== null || link.expiresAt <= now) return refused('link_used_or_old', 'token')
  return undefined
}
