// Slows guessing down: so many tries per address in a minute, for what can be asked without a session.

export interface Limiter {
  /** Counts one try. `false` when the address has had its tries for this minute. */
  allows(address: string, now?: number): boolean
  /** Takes one try back, which turned out to be no guess. */
  forgive(address: string): void
}

const minute = 60_000

/** Counts in this process's memory; several processes each allow as many. */
export function createLimiter(triesPerMinute: number): Limiter {
  const tries = new Map<string, { from: number; count: number }>()
  return {
    allows: (address, now = Date.now()) => {
      const known = tries.get(address)
      if (known === undefined || now - known.from >= minute) {
        if (tries.size > 10_000) tries.clear()
        tries.set(address, { from: now, count: 1 })
        return true
      }
      known.count += 1
      return known.count <= triesPerMinute
    },
    forgive: (address) => {
      const known = tries.get(address)
      if (known !== undefined && known.count > 0) known.count -= 1
    },
  }
}
