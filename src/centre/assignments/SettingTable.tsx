// A table filled from one’s own setting: to be written in: each cell with its row and column in its name.
import { TableGrid } from '../evidence/FilledTable.tsx'
import type { AssignmentContent, OwnSettingTable } from './contract.ts'
import { cellsOf } from './rules.ts'
import styles from './SettingTable.module.css'

interface SettingTableProps {
  readonly table: OwnSettingTable
  readonly content: AssignmentContent
  readonly change: (change: (before: AssignmentContent) => AssignmentContent) => void
}

export function SettingTable({ table, content, change }: SettingTableProps) {
  const cells = cellsOf(content, table)
  const write = (row: number, column: number, text: string) =>
    change((before) => ({
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
    <TableGrid
      table={table}
      cell={(row, column) => (
        <textarea
          aria-label={`${table.rows[row]}: ${table.columns[column]}`}
          rows={2}
          maxLength={2_000}
          value={cells[row]?.[column] ?? ''}
          onChange={(event) => write(row, column, event.currentTarget.value)}
          className={styles.cell}
        />
      )}
    />
  )
}
