// What changed between two texts, word by word.

/** Words that stayed, went or came. */
export interface WordChange {
  readonly kind: 'same' | 'gone' | 'come'
  text: string
}

/** Word by word: what stayed, what went, what came. Long texts that have little in common are shown whole, as gone and come. @example wordChanges('two', 'two more') */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, fresh] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)]
  if (old.length * fresh.length > 4_000_000)
    return [
      { kind: 'gone', text: before },
      { kind: 'come', text: after },
    ]
  const common = commonLengths(old, fresh)
  const changes: WordChange[] = []
  const put = (kind: WordChange['kind'], text = '') => {
    const last = changes.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text !== '') changes.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && old[i] === fresh[j]) {
      put('same', old[i++])
      j++
    } else if (j >= fresh.length || (i < old.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) put('gone', old[i++])
    else put('come', fresh[j++])
  }
  return changes
}

/** For each pair of places how many words both texts have in common from there on, in the same order. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    const [row, below] = [rows[i], rows[i + 1]]
    if (row === undefined || below === undefined) continue
    for (let j = fresh.length - 1; j >= 0; j--)
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return rows
}
