// Who writes an assignment, and who reads it: a draft is its author’s alone.
import type { Actor } from '../../core/actor.ts'
import { canReadPortfolio, isItsCandidate, type Parties } from '../registrations/policy.ts'

/** The headings: for everyone who reads the portfolio. */
export function canReadOutline(actor: Actor, parties: Parties): boolean {
  return canReadPortfolio(actor, parties)
}

/** What is not submitted yet is nobody’s to read but the author’s. */
export function canWrite(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties)
}
