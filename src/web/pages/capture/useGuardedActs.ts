// The acts of capture with the safeguarding stop before them: words that may be a worry are asked about before anything is kept.
import { useWorryStop, type WorryStop } from '../../../school/safeguarding/WorryStop.tsx'
import type { Acts } from './useActs.ts'

/** Without such words nothing is asked, and nothing takes a tap more. */
export function useGuardedActs(acts: Acts): Acts & { readonly stop: WorryStop } {
  const { childWords, whatSeen, myView } = acts.state.draft
  const clear = () => acts.dispatch({ type: 'noted', noted: { childWords: '', whatSeen: '', myView: '' } })
  const stop = useWorryStop([childWords, whatSeen, myView], clear)
  return { ...acts, keep: (helpLevel, photo) => stop.before(() => acts.keep(helpLevel, photo)), stop }
}
