// A unit's leaves by outcome: which are met and which are missing; a leaf with two halves is full only with both.
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import styles from './CoverageGrid.module.css'
import { classes } from './classes.ts'
import { Tap } from './Tap.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface LeafHalf {
  readonly half: 'observed' | 'knowledge'
  /** The method's letter: "O", "A". */
  readonly letter: string
  readonly isMet: boolean
}

export interface CoverageLeaf {
  /** "2.3" */
  readonly id: string
  readonly name: string
  /** One half for most leaves, two where observed practice and knowledge are both needed. */
  readonly halves: readonly LeafHalf[]
  /** What the evidence at hand adds. */
  readonly isNew?: boolean
}

export interface CoverageOutcome {
  readonly number: string
  readonly name: string
  readonly leaves: readonly CoverageLeaf[]
}

interface CoverageGridProps {
  readonly outcomes: readonly CoverageOutcome[]
  readonly onOpen?: (leafId: string) => void
}

export function CoverageGrid({ outcomes, onOpen }: CoverageGridProps) {
  // One page may show the coverage of several units.
  const base = useId()
  const leaves = outcomes.flatMap((outcome) => outcome.leaves)
  const met = leaves.filter(isComplete).length
  const all = leaves.length
  return (
    <div>
      <p className={styles.sentence}>
        <Trans>
          {met} of {all} complete.
        </Trans>
      </p>
      {outcomes.map(({ number, name, leaves: own }) => (
        <section key={number} className={styles.outcome} aria-labelledby={`${base}-${number}`}>
          <h3 id={`${base}-${number}`} className={styles.title}>
            {number}. {name}
          </h3>
          <ul className={styles.leaves}>
            {own.map((leaf) => (
              <li key={leaf.id}>
                <Leaf leaf={leaf} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function isComplete({ halves }: CoverageLeaf): boolean {
  return halves.every(({ isMet }) => isMet)
}

function Leaf({ leaf, onOpen }: { readonly leaf: CoverageLeaf; readonly onOpen: CoverageGridProps['onOpen'] }) {
  const content = (
    <>
      <span className={classes(styles.halves, isComplete(leaf) && styles.complete)} aria-hidden="true">
        {leaf.halves.map(({ half, letter, isMet }) => (
          <span key={half} className={classes(styles.half, isMet && styles.met)}>
            {letter}
          </span>
        ))}
      </span>
      <span>{leaf.id}</span>
      <VisuallyHidden>
        {' '}
        {leaf.name}: <LeafState leaf={leaf} />
      </VisuallyHidden>
    </>
  )
  const look = classes(styles.leaf, leaf.isNew === true && styles.new)
  if (onOpen === undefined) return <span className={look}>{content}</span>
  return (
    <Tap onPress={() => onOpen(leaf.id)} className={look}>
      {content}
    </Tap>
  )
}

function LeafState({ leaf }: { readonly leaf: CoverageLeaf }) {
  const { t } = useLingui()
  const words = {
    observed: { yes: t`observed: met`, no: t`observed: not yet` },
    knowledge: { yes: t`knowledge: met`, no: t`knowledge: not yet` },
  }
  return leaf.halves.map(({ half, isMet }) => words[half][isMet ? 'yes' : 'no']).join(', ')
}
