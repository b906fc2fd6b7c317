// What this installation is for, as far as the device knows: nothing yet, the sample, or real organisations.
import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { createStore } from './offline/watched.ts'

const State = z.enum(['new', 'demo', 'real'])

/** `unknown` until the server was met once. */
export type Installation = 'unknown' | z.infer<typeof State>

const Facts = z.object({ installation: z.object({ state: State }) })
const key = 'evident-installation'
const installation = createStore<Installation>('unknown')

/** Asks the server, and resolves at the latest when it is known from before: without network it is what it was last time. */
export async function learnInstallation(): Promise<void> {
  const known = recalled()
  installation.set(known)
  const asked = ask()
  if (known === 'unknown' || known === 'new') await asked
}

async function ask(): Promise<void> {
  try {
    const answer = await fetch('/api/session', { cache: 'no-store', signal: AbortSignal.timeout(4_000) })
    const { state } = z.parse(Facts, await answer.json()).installation
    installation.set(state)
    localStorage.setItem(key, state)
  } catch {
    // No network, or a private window that keeps nothing: what is known stays.
  }
}

function recalled(): Installation {
  try {
    return z.parse(State, localStorage.getItem(key))
  } catch {
    return 'unknown'
  }
}

export function useInstallation(): Installation {
  return useSyncExternalStore(installation.subscribe, installation.get)
}
