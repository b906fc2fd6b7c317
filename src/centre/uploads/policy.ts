// Who uploads, who sees a file, and who puts one aside or purges it.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'
import { canReadPortfolio, isItsAssessor, isItsCandidate, isItsIqa, type Parties } from '../registrations/policy.ts'
import type { FileState } from './contract.ts'

/** A file, and every registration of the candidate whose it is: one item serves several units. */
export interface FileFacts {
  readonly begunBy: Id
  readonly state: FileState
  readonly units: readonly Parties[]
}

export function mayUpload(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor')
}

export function canUpload(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties) || isItsAssessor(actor, parties)
}

/** Who began it. */
export function isItsUploader(actor: Actor, { begunBy }: Pick<FileFacts, 'begunBy'>): boolean {
  return mayUpload(actor) && actor.personId === begunBy
}

/** Whoever reads the portfolio; a file that was put aside only those who judge it; one that was purged nobody. */
export function canSeeFile(actor: Actor, file: FileFacts): boolean {
  if (file.state === 'purged') return false
  if (file.state === 'quarantined') return canPutAside(actor, file)
  return file.units.some((unit) => canReadPortfolio(actor, unit))
}

export function mayPutAside(actor: Actor): boolean {
  return hasRole(actor, 'assessor', 'iqa')
}

/** The assessor or the IQA of any of the candidate's units. */
export function canPutAside(actor: Actor, { units }: Pick<FileFacts, 'units'>): boolean {
  return units.some((unit) => isItsAssessor(actor, unit) || isItsIqa(actor, unit))
}
