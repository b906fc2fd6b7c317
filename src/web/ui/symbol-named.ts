// A learner's symbol as the server tells it, made one that this version can show.
import { type SymbolName, symbols } from '../../core/symbols.ts'

/** `null` for none, and for one that a later version of the program brought. */
export function symbolNamed(symbol: string | null): SymbolName | null {
  return symbols.find((name) => name === symbol) ?? null
}
