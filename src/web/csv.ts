// Reads a pasted table or the text of a CSV file into rows of cells, with the line of each as people count.
import { parse } from 'csv-parse/browser/esm/sync'

export interface TextRow {
  /** The line where the row begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Divided by tabs, semicolons or commas, whichever the first line has most of; a text without tabs or quotation marks whose lines begin with a
 * code stays one cell a line, so that commas in a sentence divide nothing.
 * @example readTable('1.1;Two roles\n1.2;Two kinds')[1] // { line: 2, cells: ['1.2', 'Two kinds'] }
 */
export function readTable(pasted: string): readonly TextRow[] {
  const text = pasted
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
  const delimiter = dividerOf(text)
  if (delimiter === undefined) return linesOf(text)
  try {
    // With `info` each record comes with where it ends; the library's type does not say so.
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[]
    let next = 1
    return records.map(({ record, info }) => {
      const line = next
      next = info.lines + 1
      return { line, cells: record }
    })
  } catch {
    // A quotation mark that never ends: what is there is shown line by line, and the reader says what is wrong with it.
    return linesOf(text)
  }
}

function linesOf(text: string): readonly TextRow[] {
  return text.split('\n').flatMap((words, at) => (words.trim() === '' ? [] : [{ line: at + 1, cells: [words.trim()] }]))
}

function dividerOf(text: string): string | undefined {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
  if (first.includes('\t')) return '\t'
  const isCode = /^"?[\d.]+\s*[a-z]?"?\s*[;,]/i
  const isHeading = /^\s*"?\p{L}+"?\s*[;,]\s*"?\p{L}+"?\s*$/u
  if (!isCode.test(first) && !isHeading.test(first) && !first.startsWith('"')) return undefined
  return first.split(';').length > first.split(',').length ? ';' : ','
}
