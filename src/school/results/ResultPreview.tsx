// What would be kept of a pasted table, with what is wrong beside its row and field.
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleAlert } from 'lucide-react'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import styles from './ResultPreview.module.css'
import { type Column, columns, type ResultRow, type RowProblem, type RowTrouble } from './rules.ts'

interface ResultPreviewProps {
  readonly rows: readonly ResultRow[]
  readonly learners: readonly { readonly id: string; readonly name: string }[]
  readonly onLeaveOut: (row: number) => void
}

export function ResultPreview({ rows, learners, onLeaveOut }: ResultPreviewProps) {
  const { t } = useLingui()
  const heads = useColumnWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={t`What would be kept`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Row</Trans>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PreviewRow key={row.row} row={row} learners={learners} onLeaveOut={onLeaveOut} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PreviewRow({ row, learners, onLeaveOut }: Omit<ResultPreviewProps, 'rows'> & { readonly row: ResultRow }) {
  const { t } = useLingui()
  const days = useDays()
  const { texts, takenOn, learnerId, problems } = row
  const name = learners.find(({ id }) => id === learnerId)?.name
  const shown = { ...texts, learner: name ?? texts.learner, date: takenOn === undefined ? texts.date : days.day(takenOn) }
  return (
    <>
      <tr>
        <th scope="row">{row.row}</th>
        {columns.map((column) => (
          <td key={column} className={problems.some((one) => one.column === column) ? styles.wrong : undefined}>
            {shown[column]}
          </td>
        ))}
      </tr>
      {problems.length > 0 && (
        <tr className={styles.problems}>
          <td />
          <td colSpan={columns.length}>
            {problems.map((problem) => (
              <Problem key={problem.column} row={row.row} problem={problem} />
            ))}
            <Button size="small" kind="quiet" aria-label={t`Leave this row out: ${row.row}`} onPress={() => onLeaveOut(row.row)}>
              <Trans>Leave this row out</Trans>
            </Button>
          </td>
        </tr>
      )}
    </>
  )
}

function Problem({ row, problem: { column, trouble } }: { readonly row: number; readonly problem: RowProblem }) {
  const field = useColumnWords()[column]
  const words = useTroubleWords()[trouble]
  return (
    <p className={styles.problem}>
      <CircleAlert aria-hidden="true" />
      <Trans>
        Row {row}, {field}: {words}
      </Trans>
    </p>
  )
}

function useColumnWords(): Readonly<Record<Column, string>> {
  const { t } = useLingui()
  return { learner: t`Learner`, subject: t`Subject`, test: t`Test`, date: t`Date`, result: t`Result` }
}

function useTroubleWords(): Readonly<Record<RowTrouble, string>> {
  const { t } = useLingui()
  return {
    missing: t`nothing is there`,
    unknown: t`nobody of that name here`,
    two: t`more than one has this name`,
    unreadable: t`no day can be read from it`,
    in_future: t`it lies ahead`,
    too_long: t`it is too long`,
    twice: t`this learner, test and day stand above already`,
  }
}
