// What an erasure counts.
import type { ErasureCounts } from './contract.ts'

/** All records that go, without the letters: those are taken back and not deleted. */
export function recordsIn({ letters: _, ...counts }: ErasureCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
