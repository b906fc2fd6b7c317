// Who signs as what, who reopens, who claims, and who sees how far a unit is.
import { type Actor, hasRole } from '../../core/actor.ts'
import {
  canReadPortfolio,
  canRegister,
  isAssessor,
  isItsAssessor,
  isItsCandidate,
  isItsCountersigner,
  type Parties,
} from '../registrations/policy.ts'
import type { SignerRole, Verifier, Verifiers } from './contract.ts'

export function maySign(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor', 'iqa', 'eqa')
}

/** Each signature is one party's; a verifier's is that of whoever sampled the unit. */
export function canSignAs(actor: Actor, parties: Parties & { readonly verifiers: Verifiers }, role: SignerRole): boolean {
  switch (role) {
    case 'candidate':
      return isItsCandidate(actor, parties)
    case 'assessor':
      return isItsAssessor(actor, parties)
    case 'countersigner':
      return isItsCountersigner(actor, parties)
    default:
      return isItsVerifier(actor, parties.verifiers, role)
  }
}

/** The verifier whom sampling named. */
export function isItsVerifier(actor: Actor, verifiers: Verifiers, role: Verifier): boolean {
  return hasRole(actor, role) && verifiers[role].includes(actor.personId)
}

export function mayReopen(actor: Actor): boolean {
  return isAssessor(actor)
}

/** Only the assessor of this registration. */
export function canReopen(actor: Actor, parties: Parties): boolean {
  return isItsAssessor(actor, parties)
}

/** The centre claims a certificate, nobody else. */
export function canClaimUnits(actor: Actor): boolean {
  return canRegister(actor)
}

export function maySeeSignOff(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor', 'tutor', 'iqa', 'eqa', 'centre_administrator')
}

/** Whoever reads the portfolio, whoever samples it; and whoever claims it, who is not shown what changed in it. */
export function canSeeSignOff(actor: Actor, parties: Parties & { readonly verifiers: Verifiers }): boolean {
  return canReadWhatChanged(actor, parties) || canClaimUnits(actor)
}

export function canReadWhatChanged(actor: Actor, parties: Parties & { readonly verifiers: Verifiers }): boolean {
  return (
    canReadPortfolio(actor, parties) || isItsVerifier(actor, parties.verifiers, 'iqa') || isItsVerifier(actor, parties.verifiers, 'eqa')
  )
}
