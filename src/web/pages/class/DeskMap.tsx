// The map at a desk: squares as they stand or those who need most first, and beside it whatever was pressed.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { type ClassMapAnswer, cellFinder, columnsFor, columnsOf, needMostFirst } from '../../../school/classmap/client.ts'
import { Participation } from '../../../school/classmap/Participation.tsx'
import { squareOf } from '../../../school/observations/StateWords.tsx'
import { ChipGroup } from '../../ui/ChipGroup.tsx'
import { ClassMap, SquareKey } from '../../ui/ClassMap.tsx'
import styles from './ClassPage.module.css'
import type { Shown } from './shown.ts'

export type RowOrder = 'names' | 'need'

interface DeskMapProps {
  readonly answer: ClassMapAnswer
  readonly order: RowOrder
  readonly onOrder: (order: RowOrder) => void
  readonly shown: Shown | undefined
  readonly onShow: (shown: Shown) => void
  /** Chooses the goals that are shown, where there are several. */
  readonly goalChoice: ReactNode
}

export function DeskMap({ answer, order, onOrder, shown, onShow, goalChoice }: DeskMapProps) {
  const { t } = useLingui()
  const hasJoining = answer.learners.some(({ participation }) => participation.length > 0)
  return (
    <section className={styles.sheet} aria-label={t`Learners by success criterion`}>
      <div className={styles.tools}>
        <div className={styles.onScreen}>
          <ChipGroup
            label={<Trans>Order of learners</Trans>}
            isLabelHidden
            look="joined"
            isNeeded
            chips={[
              { id: 'names', label: t`By name` },
              { id: 'need', label: t`Needs most first` },
            ]}
            value={order}
            onChange={(next) => onOrder(next ?? 'names')}
          />
        </div>
        <div className={styles.onScreen}>{goalChoice}</div>
        <SquareKey hasDots />
      </div>
      <ClassMap
        label={t`Learners by success criterion`}
        columns={mapColumns(answer)}
        groups={[{ id: 'all', rows: mapRows(answer, order) }]}
        {...(hasJoining ? { noteHeading: t`Joining in` } : {})}
        selected={shown?.kind === 'cell' ? { rowId: shown.learnerId, columnId: shown.criterionId } : undefined}
        onSelect={(learnerId, criterionId) => onShow({ kind: 'cell', learnerId, criterionId })}
      />
    </section>
  )
}

function mapColumns(answer: ClassMapAnswer) {
  const needed = answer.headlines.teachAgain?.criterionId
  return columnsOf(answer).map(({ id, shortName }) => ({
    id,
    name: shortName,
    total: answer.cells.filter(({ criterionId, state }) => criterionId === id && (state === 'secure' || state === 'met')).length,
    isNeeded: id === needed,
  }))
}

function mapRows(answer: ClassMapAnswer, order: RowOrder) {
  const find = cellFinder(answer)
  const columns = columnsOf(answer)
  const learners = order === 'need' ? needMostFirst(answer) : answer.learners
  return learners.map(({ id, name, participation }) => {
    const theirs = new Set(columnsFor(answer, id).map((criterion) => criterion.id))
    const cells = columns.map((criterion) => (theirs.has(criterion.id) ? find(id, criterion.id) : undefined))
    return {
      id,
      name,
      states: cells.map((cell) => (cell === undefined ? null : squareOf(cell.state))),
      helps: cells.map((cell) => cell?.helpLevel ?? null),
      note: <Participation noted={participation} />,
    }
  })
}
