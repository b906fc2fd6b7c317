// Holds statements to `database.md` rule 4: each tenant table that a statement names is bound to the organisation by a parameter.
import pg from 'pg'
import { sharedTables } from '../server/shared-tables.ts'

export interface StatementWatch {
  /** @throws Error when the statement leaves the organisation of a tenant table open */
  look(statement: string): void
  /** @throws Error when there was such a statement, also where its error was caught */
  end(): void
}

/** Looks at every statement of a test run on this database. */
export async function statementWatch(connection: string): Promise<StatementWatch> {
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'auth')",
  )
  await client.end()
  const tenants = rows.map(({ name }) => name).filter((name) => !sharedTables.includes(name))
  return watchFor(tenants.map((name) => name.replace(/^public\./, '')))
}

/** @param tenants `schema.table`, or the table alone in the schema `public` */
export function watchFor(tenants: readonly string[]): StatementWatch {
  const faults = new Set<string>()
  return {
    look: (statement) => {
      const missing = missingOrganisation(statement, tenants)
      if (missing.length === 0) return
      const fault = `a statement does not say whose rows of ${missing.join(', ')} it means: ${statement}`
      faults.add(fault)
      throw new Error(fault)
    },
    end: () => {
      if (faults.size > 0) throw new Error([...faults].join('\n'))
    },
  }
}

/**
 * The tenant tables that a statement names without saying which organisation's rows it means.
 * @param tenants `schema.table`, or the table alone in the schema `public`
 * @example missingOrganisation('select * from "people" where "id" = $1', ['people']) // ['people']
 */
export function missingOrganisation(statement: string, tenants: readonly string[]): readonly string[] {
  return levels(plain(statement)).flatMap((text) => {
    const named = references(text).filter(({ table }) => tenants.includes(table))
    return named.filter(({ table, alias }) => !isBound(text, table, alias, named.length === 1)).map(({ table }) => table)
  })
}

/** Without quotes, comments, texts and double spaces: what is left are words and signs. */
function plain(statement: string): string {
  return statement
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/--[^\n]*|\/\*.*?\*\//gs, ' ')
    .replace(/"/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

/** The queries of a statement: those in brackets taken out of the query around them, innermost first. */
function levels(statement: string): readonly string[] {
  const found: string[] = []
  const inner = /\((?=\s*(?:select|insert|update|delete|with)\b)/g
  let rest = statement
  for (let starts = [...rest.matchAll(inner)]; starts.length > 0; starts = [...rest.matchAll(inner)]) {
    const start = starts.at(-1)?.index ?? 0
    const end = closing(rest, start)
    found.push(rest.slice(start + 1, end))
    rest = `${rest.slice(0, start)} ? ${rest.slice(end + 1)}`
  }
  return [...found, rest].flatMap((text) => text.split(/ (?:union(?: all)?|except|intersect) | (?=select )/))
}

function closing(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return text.length
}

const keyword =
  'where|set|on|join|inner|left|right|full|cross|group|order|limit|for|values|returning|using|default|natural|having|select|from'
const name = String.raw`[a-z_]\w*(?:\.[a-z_]\w*)?(?: (?:as )?(?!(?:${keyword})\b)[a-z_]\w*)?`
const list = new RegExp(String.raw`\b(?:from|join|update|into|using) (?:only )?(${name}(?:, ${name})*)`, 'g')

function references(text: string): readonly { table: string; alias: string }[] {
  return [...text.matchAll(list)].flatMap(([, names = '']) =>
    names.split(', ').map((one) => {
      const [table = '', ...more] = one.split(' ')
      return { table: table.replace(/^public\./, ''), alias: more.at(-1) ?? nameOf(table) }
    }),
  )
}

function nameOf(table: string): string {
  return table.split('.').at(-1) ?? table
}

/** A new row names its organisation among its columns; any other is asked for by it. */
function isBound(text: string, table: string, alias: string, isAlone: boolean): boolean {
  if (new RegExp(String.raw`\binto (?:public\.)?${table}(?: as \w+)? \([^)]*\borganisation_id\b`).test(text)) return true
  const column = isAlone
    ? String.raw`(?:(?:public\.)?(?:${alias}|${table})\.)?organisation_id`
    : String.raw`(?:public\.)?${alias}\.organisation_id`
  return new RegExp(String.raw`(?<![\w.])${column} = \$\d|\$\d+(?:::uuid)? = ${column}(?!\w)`).test(text)
}
