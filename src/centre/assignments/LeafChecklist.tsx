// The assignment's criteria: how far the author thinks each is covered, and how each stands with the assessor.
import { Trans, useLingui } from '@lingui/react/macro'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import type { AssignmentContent, AssignmentHeading, Coverage } from './contract.ts'
import styles from './LeafChecklist.module.css'
import { coverageOf, leavesOf, wordsUnder } from './rules.ts'

export interface LeafStanding {
  /** What the leaf is called. */
  readonly name: string
  /** The assessor's standing decision in words; undefined while there is none. */
  readonly decided?: string | undefined
}

interface LeafChecklistProps {
  readonly headings: readonly AssignmentHeading[]
  readonly content: AssignmentContent
  readonly leaves: ReadonlyMap<string, LeafStanding>
  /** Left out where it is only read. */
  readonly change?: (change: (before: AssignmentContent) => AssignmentContent) => void
}

export function LeafChecklist({ headings, content, leaves, change }: LeafChecklistProps) {
  return (
    <>
      <p className={styles.soft}>
        <Trans>You say how far each is covered. Your assessor decides.</Trans>
      </p>
      <ul className={styles.list}>
        {leavesOf(headings).map((leaf) => (
          <li key={leaf} className={styles.leaf}>
            <Leaf leaf={leaf} standing={leaves.get(leaf)} headings={headings} content={content} change={change} />
          </li>
        ))}
      </ul>
    </>
  )
}

type LeafProps = { readonly [Name in keyof Omit<LeafChecklistProps, 'leaves'>]: LeafChecklistProps[Name] | undefined } & {
  readonly leaf: string
  readonly standing: LeafStanding | undefined
  readonly headings: readonly AssignmentHeading[]
  readonly content: AssignmentContent
}

function Leaf({ leaf, standing, headings, content, change }: LeafProps) {
  const { t } = useLingui()
  const value = coverageOf(content, leaf)
  const isWritten = headings.some((heading) => heading.leaves.includes(leaf) && wordsUnder(content, heading) > 0)
  const name = `${leaf} ${standing?.name ?? ''}`
  const set = (state: Coverage | undefined) =>
    change?.((before) => ({
      ...before,
      coverage: [...before.coverage.filter((one) => one.leaf !== leaf), ...(state === undefined ? [] : [{ leaf, state }])],
    }))
  return (
    <>
      {change === undefined ? (
        <p className={styles.name}>{name}</p>
      ) : (
        <ChipGroup
          label={name}
          chips={[
            { id: 'weak', label: t`Weak` },
            { id: 'covered', label: t`Covered` },
          ]}
          value={value}
          onChange={set}
        />
      )}
      {value !== undefined && !isWritten && (
        <p className={styles.warn}>
          <Trans>Nothing is written under its heading yet.</Trans>
        </p>
      )}
      {standing?.decided !== undefined && <p className={styles.soft}>{standing.decided}</p>}
    </>
  )
}
