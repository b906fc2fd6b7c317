// A table filled from one's own setting: beside each other at a desk, beneath each other on a phone, each cell with its row and column in its name.
import { useId } from 'react'
import type { AssignmentContent, OwnSettingTable } from './contract.ts'
import { cellsOf } from './rules.ts'
import styles from './SettingTable.module.css'

interface SettingTableProps {
  readonly table: OwnSettingTable
  readonly content: AssignmentContent
  /** Left out where it is only read. */
  readonly change?: (change: (before: AssignmentContent) => AssignmentContent) => void
}

export function SettingTable({ table, content, change }: SettingTableProps) {
  const id = useId()
  const cells = cellsOf(content, table)
  const write = (row: number, column: number, text: string) =>
    change?.((before) => ({
      ...before,
      tables: [
        ...before.tables.filter((one) => one.table !== table.code),
        {
          table: table.code,
          cells: cellsOf(before, table).map((line, r) => line.map((cell, c) => (r === row && c === column ? text : cell))),
        },
      ],
    }))
  return (
    <table className={styles.table} aria-labelledby={id}>
      <caption id={id}>
        {table.leaf} {table.title}
      </caption>
      <thead>
        <tr>
          <td />
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, r) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {table.columns.map((column, c) => (
              <td key={column} data-column={column}>
                {change === undefined ? (
                  (cells[r]?.[c] ?? '')
                ) : (
                  <textarea
                    aria-label={`${row}: ${column}`}
                    rows={2}
                    maxLength={2_000}
                    value={cells[r]?.[c] ?? ''}
                    onChange={(event) => write(r, c, event.currentTarget.value)}
                    className={styles.cell}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
