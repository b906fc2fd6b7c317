// A table filled from one’s own setting, to be read: beside each other at a desk, beneath each other on a phone.
import { type ReactNode, useId } from 'react'
import type { AssignmentRecord } from './contract.ts'
import styles from './FilledTable.module.css'

type Filled = AssignmentRecord['headings'][number]['tables'][number]
type Lined = Omit<Filled, 'cells'>

export function FilledTable({ table }: { readonly table: Filled }) {
  return <TableGrid table={table} cell={(row, column) => table.cells[row]?.[column] ?? ''} />
}

export function TableGrid({ table, cell }: { readonly table: Lined; readonly cell: (row: number, column: number) => ReactNode }) {
  const id = useId()
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
                {cell(r, c)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
