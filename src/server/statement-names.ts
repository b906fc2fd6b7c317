// Names for statements that come again, so that PostgreSQL parses and plans them once per connection and not at every request.

/** How many statements a connection may have planned; the memory of each lies in the database's process. */
const mostNames = 250
/** A statement gets a name when it comes for the third time: one with a list of its own length may never come again. */
const uses = 3

export interface StatementNames {
  /** The name under which to send a statement, or undefined to send it without. One name always means one text. */
  nameOf(statement: string): string | undefined
}

/** Names shared by all connections of a pool. */
export function createStatementNames(): StatementNames {
  const names = new Map<string, string>()
  const seen = new Map<string, number>()
  return {
    nameOf: (statement) => {
      const known = names.get(statement)
      if (known !== undefined || names.size >= mostNames) return known
      const count = (seen.get(statement) ?? 0) + 1
      if (seen.size > 10 * mostNames) seen.clear()
      seen.set(statement, count)
      if (count < uses) return undefined
      seen.delete(statement)
      names.set(statement, `e${names.size}`)
      return names.get(statement)
    },
  }
}
