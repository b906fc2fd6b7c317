// How much memory a process has: now, and at most while something goes on.
import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB, from the kernel. */
export function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/** Looks every 20 ms until it is stopped. */
export function watchMemory(pid: number): { stop(): number } {
  let most = memoryOf(pid)
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(pid))
  }, 20)
  return {
    stop: () => {
      clearInterval(watch)
      return most
    },
  }
}
