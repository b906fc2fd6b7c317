// A connection that spares round trips: what needs no answer of its own travels together with its neighbour.
import pg from 'pg'
import { createStatementNames } from './statement-names.ts'

const statementNames = createStatementNames()

/** Begins a statement whose answer nobody needs before the next one's: both go out together. When it fails, so does the next. */
export const withNext = '-- with the next\n'
/** Begins a statement whose answer nobody needs before the transaction's end: it goes out together with the commit. */
export const withCommit = '-- with the commit\n'

/**
 * Sends `begin`, and what says `withNext`, together with the statement that follows; `commit` together with a last one that says `withCommit`;
 * and statements with parameters under a name, when they come again.
 */
export class SparingClient extends pg.Client {
  /** Go out with the next statement, in their order. */
  #first: unknown[][] = []
  /** Goes out with the commit. */
  #last: unknown[] | undefined

  override query(...words: unknown[]): never {
    const [text, values] = words
    if (text === 'rollback') this.#last = undefined
    if (text === 'commit' && this.#last !== undefined) return this.#sendWithCommit(this.#last) as never
    if ((text === 'rollback' || text === 'commit') && this.#first.length > 0) return this.#leaveUnbegun(text) as never
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? statementNames.nameOf(text) : undefined
    const sent = name === undefined ? words : [{ name, text, values }, ...words.slice(2)]
    if (text === 'begin' || says(text, withNext)) {
      this.#first.push(sent)
      return noAnswer() as never
    }
    if (says(text, withCommit)) {
      this.#last = sent
      return noAnswer() as never
    }
    return (this.#first.length > 0 ? this.#sendWithFirst(sent) : Reflect.apply(super.query, this, sent)) as never
  }

  /** The end of what never began has nothing to do. */
  #leaveUnbegun(text: string): Promise<unknown> {
    this.#first = []
    return Promise.resolve({ command: text.toUpperCase(), rowCount: null, rows: [] })
  }

  /** When the last statement fails, so does the commit: the transaction is rolled back. */
  #sendWithCommit(last: unknown[]): Promise<unknown> {
    this.#last = undefined
    return this.#sendWithFirst(last, ['commit'])
  }

  /** Pipelined: all are on their way before the first is answered. When one of the first fails, what follows counts as failed too. */
  async #sendWithFirst(...sent: readonly unknown[][]): Promise<unknown> {
    const first = this.#first
    this.#first = []
    const answers = this.#sendTogether([...first, ...sent])
    for (const answer of answers) await answer
    return answers.at(-1)
  }

  /** In one packet: a write to the socket costs more than a small statement. */
  #sendTogether(statements: readonly unknown[][]): Promise<unknown>[] {
    const { stream } = this.connection
    stream.cork()
    const answers = statements.map((words) => Reflect.apply(super.query, this, words) as Promise<unknown>)
    for (const answer of answers) answer.catch(() => undefined)
    stream.uncork()
    return answers
  }
}

const says = (text: unknown, mark: string) => typeof text === 'string' && text.startsWith(mark)

const noAnswer = () => Promise.resolve({ command: '', rowCount: 0, rows: [] })
