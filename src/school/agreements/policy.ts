// Who may propose, sign and read an agreement: the two whom it is between; the group's other adults and the SENCO may read it.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, worksWithGroup } from '../groups/policy.ts'

interface AgreementFacts {
  readonly part: StaffPart | undefined
  readonly teacherId: string
  readonly practitionerId: string
}

/** One of the two, while they work with the group. */
export function canAgree(actor: Actor, facts: AgreementFacts): boolean {
  return worksWithGroup(actor, facts) && [facts.teacherId, facts.practitionerId].includes(actor.personId)
}

/** Whoever proposed it. */
export function canWithdraw(actor: Actor, facts: AgreementFacts & { proposedBy: string }): boolean {
  return canAgree(actor, facts) && facts.proposedBy === actor.personId
}

/** Heads, data leads and administrators read none. */
export function canSeeAgreements(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}
