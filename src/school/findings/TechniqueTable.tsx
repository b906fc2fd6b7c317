// What gave information with whom: learners by technique, in words and shapes; a cell opens its moments.
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleDashed, CircleDot, Minus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useGridFocus } from '../../web/ui/ClassMap.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { VisuallyHidden } from '../../web/ui/VisuallyHidden.tsx'
import { Moments } from '../observations/Moments.tsx'
import { techniqueName } from '../techniques/client.ts'
import { type FoundLearner, type FoundMoment, useToldWords } from './client.ts'
import { isOneForAll, type TechniqueRow, type Told } from './rules.ts'
import styles from './TechniqueTable.module.css'

interface TechniqueTableProps {
  readonly rows: readonly TechniqueRow[]
  readonly learners: readonly FoundLearner[]
  readonly moments: readonly FoundMoment[]
  readonly criterionNames: ReadonlyMap<Id, string>
}

const shapes = { something: CircleDot, nothing: CircleDashed, not_tried: Minus } as const satisfies Record<Told, unknown>
const nothingNoted = { told: 'not_tried', momentIds: [] } as const

interface Opened {
  readonly learner: FoundLearner
  readonly row: TechniqueRow
}

export function TechniqueTable({ rows, learners, moments, criterionNames }: TechniqueTableProps) {
  const { t } = useLingui()
  const table = useRef<HTMLTableElement>(null)
  const [opened, open] = useState<Opened>()
  const { stop, move, follow } = useGridFocus(table, { lines: learners.length, columns: rows.length })
  const ids = learners.map(({ id }) => id)
  const label = t`What told you something of whom`
  return (
    <>
      <div className={styles.frame}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that arrow keys move in */}
        <table ref={table} role="grid" aria-label={label} className={styles.table} onKeyDown={move} onFocus={follow}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Learner</Trans>
              </th>
              {rows.map(({ technique }) => (
                <th key={technique} scope="col">
                  <TechniqueWord technique={technique} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {learners.map((learner, line) => (
              <tr key={learner.id}>
                <th scope="row">{learner.shortName}</th>
                {rows.map((row, column) => (
                  <td key={row.technique}>
                    <Cell
                      row={row}
                      learner={learner}
                      place={`${line} ${column}`}
                      isStop={stop.line === line && stop.column === column}
                      onPress={() => open({ learner, row })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isOneForAll(rows, ids) && (
        <p className={styles.soft}>
          <Trans>
            One way for everyone so far. Different strategies suit different learners: is there one who would show more in another way?
          </Trans>
        </p>
      )}
      {opened !== undefined && <OpenedCell {...opened} moments={moments} criterionNames={criterionNames} onClose={() => open(undefined)} />}
    </>
  )
}

function TechniqueWord({ technique }: { readonly technique: string }) {
  const { t } = useLingui()
  const name = techniqueName(technique)
  return name === undefined ? technique : t(name)
}

interface CellProps extends Opened {
  readonly place: string
  readonly isStop: boolean
  readonly onPress: () => void
}

function Cell({ row, learner, place, isStop, onPress }: CellProps) {
  const words = useToldWords()
  const { told } = row.cells.get(learner.id) ?? nothingNoted
  const Shape = shapes[told]
  return (
    <button type="button" className={styles.cell} data-told={told} data-place={place} tabIndex={isStop ? 0 : -1} onClick={onPress}>
      <VisuallyHidden>
        {learner.shortName}, <TechniqueWord technique={row.technique} />:{' '}
      </VisuallyHidden>
      <Shape aria-hidden="true" />
      <span>{words[told]}</span>
    </button>
  )
}

interface OpenedCellProps extends Opened {
  readonly moments: readonly FoundMoment[]
  readonly criterionNames: ReadonlyMap<Id, string>
  readonly onClose: () => void
}

function OpenedCell({ learner, row, moments, criterionNames, onClose }: OpenedCellProps) {
  const { t } = useLingui()
  const words = useToldWords()
  const { told, momentIds } = row.cells.get(learner.id) ?? nothingNoted
  const { shortName } = learner
  const some = moments.filter(({ id }) => momentIds.includes(id))
  return (
    <Dialog
      title={
        <>
          {shortName}, <TechniqueWord technique={row.technique} />
        </>
      }
      isOpen
      onClose={onClose}
    >
      <p>{words[told]}</p>
      {some.length > 0 && (
        <Moments label={t`What ${shortName} showed`} moments={some} learnerName={shortName} criterionNames={criterionNames} />
      )}
    </Dialog>
  )
}
