// The sheet as a list, for a phone and for paper: each criterion with a shaded box of references, and the table of evidence.
import { Trans } from '@lingui/react/macro'
import { useDeferredValue } from 'react'
import { useDays } from '../../web/days.ts'
import { classes } from '../../web/ui/classes.ts'
import { useMethodWords } from '../standards/client.ts'
import { useGapWords, useStateWords } from './client.ts'
import type { Matrix, MatrixItem, MatrixLeaf } from './contract.ts'
import { Halves } from './Halves.tsx'
import styles from './MatrixList.module.css'
import { beginningOf } from './rules.ts'
import { StateMark } from './StateMark.tsx'

/** As many criteria as can be in sight at first, below the filters. The others, hundreds with their references, come right after. */
const first = 4

interface MatrixListProps {
  readonly matrix: Matrix
  /** On paper all is there at once. */
  readonly isPrinted: boolean
}

export function MatrixList({ matrix, isPrinted }: MatrixListProps) {
  const isWhole = useDeferredValue(true, isPrinted)
  const { units, items } = isWhole ? matrix : beginningOf(matrix, first)
  return (
    <div className={styles.sheet}>
      {units.map(({ registrationId, unitNumber, unitTitle, outcomes, leaves }) => (
        <section key={registrationId}>
          <h2>
            <Trans>
              Unit {unitNumber}: {unitTitle}
            </Trans>
          </h2>
          {outcomes.map(({ number, label }) => {
            const own = leaves.filter(({ outcomeNumber }) => outcomeNumber === number)
            if (own.length === 0) return null
            return (
              <div key={number} className={styles.outcome}>
                <h3>
                  {number}. {label}
                </h3>
                <ul className={styles.leaves}>
                  {own.map((leaf) => (
                    <Leaf key={leaf.code} leaf={leaf} items={items} />
                  ))}
                </ul>
              </div>
            )
          })}
        </section>
      ))}
      {isWhole && <EvidenceTable items={items} />}
    </div>
  )
}

function Leaf({ leaf, items }: { readonly leaf: MatrixLeaf; readonly items: readonly MatrixItem[] }) {
  const words = useStateWords()
  const gap = useGapWords()(leaf)
  return (
    <li className={styles.leaf}>
      <span className={styles.name}>
        <Halves halves={leaf.halves} />
        <b>{leaf.code}</b>
        <span>{leaf.name}</span>
      </span>
      <span className={classes(styles.box, gap !== '' && styles.gap)}>
        {leaf.cells.map(({ item, state }) => (
          <span key={item} className={styles.reference} title={words[state]}>
            <StateMark state={state} />
            {items[item]?.reference}
            <span className={styles.state}>{words[state]}</span>
          </span>
        ))}
        {gap !== '' && <span className={styles.gapWords}>{gap}</span>}
      </span>
    </li>
  )
}

/** Reference, title, method: the table at the beginning of a logbook's unit. */
function EvidenceTable({ items }: { readonly items: readonly MatrixItem[] }) {
  const methods = useMethodWords()
  const days = useDays()
  if (items.length === 0) return null
  return (
    <table className={styles.evidence}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Evidence reference</Trans>
          </th>
          <th scope="col">
            <Trans>Evidence title</Trans>
          </th>
          <th scope="col">
            <Trans>Assessment method</Trans>
          </th>
          <th scope="col">
            <Trans>Date</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, reference, title, method, occurredOn }) => (
          <tr key={id}>
            <th scope="row">{reference}</th>
            <td>{title}</td>
            <td>{methods[method]}</td>
            <td>{days.day(occurredOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
