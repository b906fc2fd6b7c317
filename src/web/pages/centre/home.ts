// What a unit comes to on its candidate's home: what waits for whom, and what may be used.
import type { HalfProgress, Unit } from '../../../centre/decisions/contract.ts'

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

/** Items that claim nothing in this unit yet: from another unit, or just arrived. */
export function usableIn({ evidence }: Pick<Unit, 'evidence'>): Unit['evidence'] {
  return evidence.filter(({ leaves }) => leaves.length === 0)
}

/** Leaves of the unit that are met: what another standard may count too. */
export function metLeaves({ leaves }: Pick<Unit, 'leaves'>): ReadonlySet<string> {
  return new Set(leaves.filter(({ isComplete }) => isComplete).map(({ leaf }) => leaf))
}
