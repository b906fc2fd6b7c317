// What changed between two versions of a text, word by word, in the order of reading.

/** A stretch of words that stayed, came or went. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly words: string
}

/** How many steps of comparing are worth it: two texts of 2,500 words that share nothing. */
const mostSteps = 6_250_000

/**
 * What changed between two texts, word by word, in the order of reading; line ends count as words.
 * @example wordChanges('a b', 'a c') // [{ kind: 'same', words: 'a' }, { kind: 'removed', words: 'b' }, { kind: 'added', words: 'c' }]
 */
export function wordChanges(before: string, after: string): readonly Change[] {
  const [old, now] = [before, after].map((text) => text.split(/ +|(\n)/).filter((word) => word !== undefined && word !== '')) as [
    string[],
    string[],
  ]
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++
  const middle = compared(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return joined([...asChange('same', old.slice(0, start)), ...middle, ...asChange('same', old.slice(old.length - end))])
}

const asChange = (kind: Change['kind'], words: readonly string[]): readonly Change[] => words.map((one) => ({ kind, words: one }))

/** How many words, at most, both have in the same order from each pair of places on. */
function sharedFrom(old: readonly string[], now: readonly string[]): (row: number, column: number) => number {
  const width = now.length + 1
  const shared = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => shared[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      shared[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  return at
}

/** By the longest run of words that both have in the same order. */
function compared(old: readonly string[], now: readonly string[]): readonly Change[] {
  if (old.length * now.length > mostSteps) return [...asChange('removed', old), ...asChange('added', now)]
  const shared = sharedFrom(old, now)
  const kindAt = (row: number, column: number): Change['kind'] => {
    if (row === old.length) return 'added'
    if (column === now.length) return 'removed'
    if (old[row] === now[column]) return 'same'
    return shared(row + 1, column) >= shared(row, column + 1) ? 'removed' : 'added'
  }
  const changes: Change[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < now.length) {
    const kind = kindAt(row, column)
    changes.push({ kind, words: (kind === 'added' ? now[column] : old[row]) ?? '' })
    if (kind !== 'added') row++
    if (kind !== 'removed') column++
  }
  return changes
}

/** Neighbours of one kind as one stretch of words. */
function joined(changes: readonly Change[]): readonly Change[] {
  const stretches: { kind: Change['kind']; words: string }[] = []
  for (const { kind, words } of changes) {
    const last = stretches.at(-1)
    const isBreak = words === '\n' || last?.words.endsWith('\n') === true
    if (last?.kind === kind) last.words += isBreak ? words : ` ${words}`
    else stretches.push({ kind, words })
  }
  return stretches
}
