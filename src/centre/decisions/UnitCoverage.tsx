// A unit's coverage: 23 leaves by outcome, those of the evidence at hand marked, and the rule of the two halves in words.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { CoverageGrid } from '../../web/ui/CoverageGrid.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { coverageOf } from './client.ts'
import type { Unit } from './contract.ts'
import styles from './UnitCoverage.module.css'

interface UnitCoverageProps {
  readonly unit: Unit
  readonly title: ReactNode
  readonly fresh?: ReadonlySet<string>
  readonly onOpen?: (leaf: string) => void
}

export function UnitCoverage({ unit, title, fresh, onOpen }: UnitCoverageProps) {
  const both = unit.pack.leaves.filter(({ halves }) => halves.length > 1).map(({ code }) => code)
  const codes = both.join(', ')
  // A unit of which only the head is known has nothing to cover, and no “0 of 0”.
  if (unit.pack.leaves.length === 0) return null
  return (
    <Card title={title}>
      <CoverageGrid outcomes={coverageOf(unit, fresh)} {...(onOpen === undefined ? {} : { onOpen })} />
      {both.length > 0 && (
        <p className={styles.rule}>
          <Trans>O is observed, A is knowledge. {codes} need both.</Trans>
        </p>
      )}
    </Card>
  )
}
