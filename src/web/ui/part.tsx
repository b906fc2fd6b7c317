// A part of a page whose script is fetched when it is first wanted, or before.
import { type ComponentType, useEffect, useState } from 'react'

export type Part<Props> = ComponentType<Props> & {
  /** Fetches the script ahead: then the part is drawn at once. */
  readonly prepare: () => Promise<void>
}

/**
 * Not React's `lazy`: what comes after a fallback of `Suspense` is held back by React until 300 ms after it, so that a tab or a dialog
 * opened a third of a second late although its script was there in ten milliseconds.
 * @param Meanwhile shown until the script is there; nothing when left out
 */
export function part<Props extends object>(fetch: () => Promise<ComponentType<Props>>, Meanwhile?: ComponentType): Part<Props> {
  let fetched: ComponentType<Props> | undefined
  const prepare = async () => {
    fetched ??= await fetch()
  }
  function WhenFetched(props: Props) {
    const [Shown, setShown] = useState(() => fetched)
    const [failure, setFailure] = useState<{ readonly error: unknown }>()
    useEffect(() => {
      if (Shown === undefined)
        prepare().then(
          () => setShown(() => fetched),
          (error: unknown) => setFailure({ error }),
        )
    }, [Shown])
    if (failure !== undefined) throw failure.error
    if (Shown !== undefined) return <Shown {...props} />
    return Meanwhile === undefined ? null : <Meanwhile />
  }
  return Object.assign(WhenFetched, { prepare })
}
