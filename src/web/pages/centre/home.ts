// What a unit comes to on its candidate's home: what waits for whom, and what may be used. What stands in a centre's way.
import type { HalfProgress, Unit } from '../../../centre/decisions/contract.ts'
import { asRulesSee } from '../../../centre/decisions/rules.ts'
import type { Registration } from '../../../centre/registrations/contract.ts'
import type { StaffMember } from '../../../centre/staff/contract.ts'
import { canClose } from '../../../centre/standards/rules.ts'

export interface Asked {
  readonly leaf: string
  readonly action: string
  readonly by: string
}

export interface Waiting {
  /** More evidence that the assessor asked of the candidate, the nearest day first. */
  readonly forCandidate: readonly Asked[]
  /** References that the assessor has yet to decide on, or to decide on again. */
  readonly forAssessor: readonly string[]
  /** References of records that she has yet to see in place. */
  readonly toSee: readonly string[]
  /** Criteria whose decisions wait for a countersignature. */
  readonly forCountersigner: readonly string[]
}

const forAssessor: readonly HalfProgress['missing'][] = ['undecided', 'evidence_changed', 'sent_back', 'not_resting']

/** Who has to act next on what is not met. */
export function waitingIn({ leaves }: Pick<Unit, 'leaves'>): Waiting {
  const open = leaves.flatMap(({ leaf, halves }) => halves.filter(({ isMet }) => !isMet).map((half) => ({ leaf, ...half })))
  const unseen = new Set(leaves.flatMap((leaf) => leaf.unseen))
  const decide = open.filter(({ missing }) => forAssessor.includes(missing)).flatMap(({ closing }) => closing)
  const asked = open
    .filter(({ missing }) => missing === 'more_evidence_needed')
    .flatMap(({ leaf, standing }) =>
      standing?.action == null || standing.actionBy === null ? [] : [{ leaf, action: standing.action, by: standing.actionBy }],
    )
  return {
    forCandidate: asked.toSorted((one, other) => one.by.localeCompare(other.by) || one.leaf.localeCompare(other.leaf)),
    forAssessor: [...new Set(decide)].filter((reference) => !unseen.has(reference)).sort(),
    toSee: [...unseen].sort(),
    forCountersigner: [...new Set(open.filter(({ missing }) => missing === 'provisional').map(({ leaf }) => leaf))],
  }
}

export interface Usable {
  /** Each with the open leaves that it could close a half of, if it shows them. */
  readonly closing: readonly { readonly item: Unit['evidence'][number]; readonly leaves: readonly string[] }[]
  /** What could support something that is open, and closes nothing. */
  readonly supporting: Unit['evidence']
}

/** Items that claim nothing in this unit yet, from another unit or just arrived, as far as anything is open for them. */
export function usableIn(unit: Pick<Unit, 'evidence' | 'leaves' | 'pack' | 'expertItemIds' | 'alike'>): Usable {
  const open = unit.leaves.filter(({ isComplete }) => !isComplete)
  if (open.length === 0) return { closing: [], supporting: [] }
  const unclaimed = unit.evidence.filter(({ leaves }) => leaves.length === 0)
  const found = unclaimed.map((item) => {
    const asked = asRulesSee(item, unit)
    const closable = open.filter(({ leaf, halves }) => halves.some(({ half, isMet }) => !isMet && canClose(unit.pack, leaf, half, asked)))
    return { item, leaves: closable.map(({ leaf }) => leaf) }
  })
  return {
    closing: found.filter(({ leaves }) => leaves.length > 0),
    supporting: found.filter(({ leaves }) => leaves.length === 0).map(({ item }) => item),
  }
}

/** Leaves of the unit that are met: what another standard may count too. */
export function metLeaves({ leaves }: Pick<Unit, 'leaves'>): ReadonlySet<string> {
  return new Set(leaves.filter(({ isComplete }) => isComplete).map(({ leaf }) => leaf))
}

/** The standards of units that are not claimed yet, each once: without its official wording nobody can sign one. */
export function standardsInUse(registrations: readonly Registration[]): readonly Registration[] {
  const open = registrations.filter(({ claimedAt }) => claimedAt === null)
  return [...new Map(open.map((one) => [`${one.packCode} ${one.packVersion}`, one])).values()]
}

/** Assessors whose decisions stay provisional: they count as trainees, and for some unit of theirs nobody is named to countersign. */
export function withoutCountersigner(
  registrations: readonly Registration[],
  staff: readonly StaffMember[],
): readonly { readonly assessor: StaffMember; readonly hasUnchecked: boolean }[] {
  const alone = new Set(
    registrations
      .filter(({ claimedAt, countersignerId }) => claimedAt === null && countersignerId === null)
      .map(({ assessorId }) => assessorId),
  )
  return staff
    .filter(({ personId, isTrainee }) => isTrainee && alone.has(personId))
    .map((assessor) => ({ assessor, hasUnchecked: assessor.qualifications.some(({ checkedAt }) => checkedAt === null) }))
}
