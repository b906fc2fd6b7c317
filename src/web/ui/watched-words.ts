// What a page says beside words while they are written. Nothing, unless a page watches: then every field of words says it.
import { createContext, type ReactNode, useContext, useState } from 'react'

/** @param isProse whether whole sentences are written there */
export type WordsWatch = (text: string, isProse: boolean) => ReactNode

const WatchContext = createContext<WordsWatch | undefined>(undefined)
export const WordsWatched = WatchContext.Provider

interface Writing {
  readonly value?: string | undefined
  readonly defaultValue?: string | undefined
  readonly isProse: boolean
}

/** What is said of a field’s words now, and what the field tells of each change. */
export function useWatchedWords({ value, defaultValue = '', isProse }: Writing): { said: ReactNode; heard: (text: string) => void } {
  const watch = useContext(WatchContext)
  const [typed, setTyped] = useState(defaultValue)
  return { said: watch?.(value ?? typed, isProse), heard: (text) => watch !== undefined && value === undefined && setTyped(text) }
}
