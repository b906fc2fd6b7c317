// The evidence location sheet with its filters: a grid at a desk, a list on a phone and on paper.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileDown, Printer } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { useMedia } from '../../web/ui/media.ts'
import { EmptyState } from '../../web/ui/Notice.tsx'
import { usePrinting } from '../../web/ui/printing.ts'
import { useMethodWords } from '../standards/client.ts'
import { useSaveCsv, useStateWords } from './client.ts'
import { CellState, type Matrix } from './contract.ts'
import { MatrixGrid } from './MatrixGrid.tsx'
import { MatrixList } from './MatrixList.tsx'
import styles from './MatrixSheet.module.css'
import { type Filter, filtered } from './rules.ts'
import { StateMark } from './StateMark.tsx'

interface MatrixSheetProps {
  readonly matrix: Matrix
  /** Shown alone at first. */
  readonly registrationId: Id
}

export function MatrixSheet({ matrix, registrationId }: MatrixSheetProps) {
  const { t } = useLingui()
  const [filter, setFilter] = useState<Filter>({ units: [registrationId], show: 'all', method: '' })
  const shown = useMemo(() => filtered(matrix, filter), [matrix, filter])
  const isNarrow = useMedia('(max-width: 699px)')
  const isPrinted = usePrinting()
  const save = useSaveCsv()
  const lines = shown.units.reduce((sum, { leaves }) => sum + leaves.length, 0)
  const { candidateName } = matrix
  return (
    <div className={styles.place}>
      <Filters matrix={matrix} filter={filter} onChange={setFilter} />
      <div className={styles.acts}>
        <Button icon={FileDown} onPress={() => save(shown)}>
          <Trans>Save as CSV</Trans>
        </Button>
        <Button icon={Printer} onPress={() => print()}>
          <Trans>Print</Trans>
        </Button>
      </div>
      <Key />
      {lines === 0 ? (
        <EmptyState title={<Trans>Nothing here is as the filter asks</Trans>} />
      ) : (
        <>
          {!isNarrow && (
            <div className={styles.wide}>
              <MatrixGrid matrix={shown} label={t`Evidence of ${candidateName}, criterion by criterion`} />
            </div>
          )}
          {(isNarrow || isPrinted) && <MatrixList matrix={shown} isPrinted={isPrinted} />}
        </>
      )}
    </div>
  )
}

interface FiltersProps {
  readonly matrix: Matrix
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

function Filters({ matrix, filter, onChange }: FiltersProps) {
  const { t } = useLingui()
  const methods = useMethodWords()
  const used = [...new Set(matrix.items.map(({ method }) => method))].sort()
  return (
    <div className={styles.filters}>
      {matrix.units.length > 1 && (
        <SelectField
          name="units"
          label={<Trans>Units</Trans>}
          width="medium"
          placeholder={t`All units`}
          options={matrix.units.map((unit) => ({ id: unit.registrationId, label: `${unit.unitNumber} ${unit.unitTitle}` }))}
          value={filter.units[0] ?? ''}
          onChange={(id) => onChange({ ...filter, units: id === '' ? [] : [id] })}
        />
      )}
      <SelectField
        name="show"
        label={<Trans>Criteria</Trans>}
        width="short"
        options={[
          { id: 'all', label: t`All` },
          { id: 'open', label: t`Not complete` },
          { id: 'no_evidence', label: t`Without evidence` },
          { id: 'wrong_method', label: t`Without a method that closes them` },
        ]}
        value={filter.show}
        onChange={(show) => onChange({ ...filter, show: show as Filter['show'] })}
      />
      <SelectField
        name="method"
        label={<Trans>Evidence</Trans>}
        width="short"
        placeholder={t`All methods`}
        options={used.map((method) => ({ id: method, label: methods[method] }))}
        value={filter.method}
        onChange={(method) => onChange({ ...filter, method })}
      />
    </div>
  )
}

function Key() {
  const words = useStateWords()
  return (
    <ul className={styles.key}>
      {CellState.options.map((state) => (
        <li key={state}>
          <StateMark state={state} /> {words[state]}
        </li>
      ))}
      <li>
        <Trans>O is observed, A is knowledge</Trans>
      </li>
    </ul>
  )
}
