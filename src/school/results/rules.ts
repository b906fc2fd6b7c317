// Rules on results: how a pasted table is read, row by row, and what is wrong in which field.
import { type Refusal, refused } from '../../core/errors.ts'
import { Day, dayOf, type Moment } from '../../core/time.ts'
import { namesFromPaste } from '../learners/rules.ts'
import { futureRefusal } from '../sessions/rules.ts'
import { longest } from './contract.ts'

/** The columns in their order, where the table has no headings. */
export const columns = ['learner', 'subject', 'test', 'date', 'result'] as const
export type Column = (typeof columns)[number]

/** So many rows are one class, or one year's. */
export const mostRows = 300

export type RowTrouble = 'missing' | 'unknown' | 'two' | 'unreadable' | 'in_future' | 'too_long' | 'twice'

/** What is wrong with a row, by field. */
export interface RowProblem {
  readonly column: Column
  readonly trouble: RowTrouble
}

/** One row of a pasted table, ready to be kept where it has no problems. */
export interface ResultRow {
  /** The line of the table as people count, its heading included. */
  readonly row: number
  readonly texts: Readonly<Record<Column, string>>
  readonly learnerId: string | undefined
  readonly takenOn: Day | undefined
  readonly problems: readonly RowProblem[]
}

interface NamedLearner {
  readonly id: string
  /** "Callum B" */
  readonly name: string
}

/** A test lies in the past, and so does its reading in. */
export function resultRefusal({ takenOn, importedAt }: { takenOn: Day; importedAt: Moment }, now: Date): Refusal | undefined {
  return takenOn > dayOf(now) ? refused('in_future', 'takenOn') : futureRefusal(importedAt, now, 'importedAt')
}

/**
 * Reads a pasted table or the text of a CSV file: learner, subject, name of the test, date, result, with headings or in this order.
 * @example readResults('Callum B,Maths,Autumn test,23/10/2026,104', learners, today)[0].takenOn // '2026-10-23'
 */
export function readResults(text: string, learners: readonly NamedLearner[], today: Day): readonly ResultRow[] {
  const lines = cellsOf(text)
  const headings = headingsIn(lines[0]?.cells ?? [])
  const seen = new Set<string>()
  return lines.slice(headings === undefined ? 0 : 1).map(({ line, cells }) => {
    const texts = textsOf(cells, headings)
    const learner = learnerIn(texts.learner, learners)
    const takenOn = dayIn(texts.date)
    const problems = [...learner.problems, ...problemsIn(texts, { takenOn, today })]
    const key = JSON.stringify([learner.id, takenOn, texts.subject, texts.test].map((part) => part?.toLocaleLowerCase('en-GB')))
    if (problems.length === 0 && seen.has(key)) problems.push({ column: 'test', trouble: 'twice' })
    seen.add(key)
    return { row: line, texts, learnerId: learner.id, takenOn, problems }
  })
}

interface Line {
  /** As a spreadsheet numbers its rows. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of cells, divided by tabs, semicolons or commas; quotation marks hold a cell with such in it together. Empty lines are passed over. */
function cellsOf(pasted: string): readonly Line[] {
  const text = pasted.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  const [first = ''] = text.split('\n')
  const divider = first.includes('\t') ? '\t' : first.split(';').length > first.split(',').length ? ';' : ','
  const rows: string[][] = [[]]
  for (const [whole, cell = '', end] of text.matchAll(
    new RegExp(`("(?:[^"]|"")*"(?=[${divider}\n]|$)|[^${divider}\n]*)([${divider}\n]|$)`, 'g'),
  )) {
    rows.at(-1)?.push(unquoted(cell))
    if (end === '\n') rows.push([])
    if (end === '' || whole === '') break
  }
  return rows.map((cells, index) => ({ line: index + 1, cells })).filter(({ cells }) => cells.some((one) => one !== ''))
}

function unquoted(cell: string): string {
  const [, inside] = /^"([\s\S]*)"$/.exec(cell) ?? []
  return (inside === undefined ? cell : inside.replaceAll('""', '"')).replace(/\s+/g, ' ').trim()
}

const headingWords: Readonly<Record<Column, RegExp>> = {
  learner: /^(learner|pupil|child|name|student)/i,
  subject: /^subject/i,
  test: /^(test|assessment|name of (the )?test|paper|exam)/i,
  date: /^(date|day|taken|when)/i,
  result: /^(result|outcome|score|mark|grade|standard)/i,
}

/** At which place each column stands; undefined where the first row is no heading. */
function headingsIn(cells: readonly string[]): Readonly<Record<Column, number>> | undefined {
  const place = (column: Column) => cells.findIndex((cell) => headingWords[column].test(cell))
  const found = Object.fromEntries(columns.map((column) => [column, place(column)])) as Record<Column, number>
  return columns.filter((column) => found[column] >= 0).length >= 3 ? found : undefined
}

function textsOf(cells: readonly string[], headings: Readonly<Record<Column, number>> | undefined): Readonly<Record<Column, string>> {
  return Object.fromEntries(columns.map((column, index) => [column, cells[headings?.[column] ?? index] ?? ''])) as Record<Column, string>
}

const mostLetters: Readonly<Partial<Record<Column, number>>> = { subject: longest.subject, test: longest.testName, result: longest.result }

function problemsIn(
  texts: Readonly<Record<Column, string>>,
  { takenOn, today }: { readonly takenOn: Day | undefined; readonly today: Day },
): RowProblem[] {
  return columns.flatMap((column): RowProblem[] => {
    const text = texts[column]
    if (text === '') return [{ column, trouble: 'missing' }]
    if (text.length > (mostLetters[column] ?? text.length)) return [{ column, trouble: 'too_long' }]
    if (column !== 'date') return []
    if (takenOn === undefined) return [{ column, trouble: 'unreadable' }]
    return takenOn > today ? [{ column, trouble: 'in_future' }] : []
  })
}

/** The learner whom a cell names: "Callum B", "Callum Brown", "Brown, Callum", or "Callum" where there is one of that name. */
function learnerIn(cell: string, learners: readonly NamedLearner[]): { id: string | undefined; problems: readonly RowProblem[] } {
  if (cell === '') return { id: undefined, problems: [] }
  const small = (text: string) => text.toLocaleLowerCase('en-GB')
  const exact = learners.filter(({ name }) => small(name) === small(cell))
  const [named] = namesFromPaste(cell.replace(/^([^,]+), *([^,]+)$/, '$2 $1'))
  const wanted = named === undefined ? undefined : small([named.givenName, named.familyInitial ?? ''].join(' ').trim())
  const close = learners.filter(
    ({ name }) => small(name) === wanted || (named?.familyInitial === null && small(name).split(' ')[0] === wanted),
  )
  const found = exact.length > 0 ? exact : close
  if (found.length === 1) return { id: found[0]?.id, problems: [] }
  return { id: undefined, problems: [{ column: 'learner', trouble: found.length === 0 ? 'unknown' : 'two' }] }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as British tables write it: 23/10/2026, 23.10.26, 23 Oct 2026, 2026-10-23. @example dayIn('3 July 2026') // '2026-07-03' */
export function dayIn(text: string): Day | undefined {
  const written = text.trim()
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(written)
  const numbers = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)$/.exec(written)
  const named = /^(\d\d?)(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d\d)$/i.exec(written)
  if (iso !== null) return day(iso[1], iso[2], iso[3])
  if (numbers !== null) return day(numbers[3], numbers[2], numbers[1])
  if (named === null) return undefined
  const month = months.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1
  return month === 0 ? undefined : day(named[3], String(month), named[1])
}

function day(year = '', month = '', date = ''): Day | undefined {
  const written = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return Day.safeParse(written).success ? written : undefined
}
