// The application's query cache: answers that several parts of a page share, asked anew when something of ours was accepted.
import { hashKey, QueryClient, QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { type ReactNode, startTransition, useEffect, useState } from 'react'
import type { Parsed, Query, Schema } from '../core/contract.ts'
import { OperationError, type Refusal } from '../core/errors.ts'
import type { Answered } from './answers.ts'
import { type Asked, type Asker, AskerProvider, isFinal } from './asking.ts'
import { device, useAccess } from './device.ts'

/** In milliseconds. */
const noStandsFor = 60_000

interface Refused {
  readonly state: { readonly error: Error | null; readonly errorUpdatedAt: number }
}

/**
 * Whether to ask again when somebody comes back to a page. A final no stands for a minute: whoever only looked away is not refused once
 * more, and whoever was early is let in, since access follows days and hours.
 */
const isHopeful = ({ state: { error, errorUpdatedAt } }: Refused) =>
  error === null || !isFinal(refusalOf(error)) || Date.now() - errorUpdatedAt > noStandsFor

const client = new QueryClient({
  defaultOptions: {
    queries: {
      ...{ networkMode: 'always', retry: false, staleTime: 5_000, gcTime: 10 * 60_000 },
      refetchOnReconnect: isHopeful,
      refetchOnWindowFocus: isHopeful,
    },
  },
})

/** Keeps answers honest: what was accepted may change any of them, and an erasure takes them all. Call once, after `startDevice`. */
export function attendQueries(): void {
  const { outbox, wire } = device()
  const accepted = () =>
    outbox.view
      .get()
      .sent.map(({ id }) => id)
      .join()
  let last = accepted()
  outbox.view.subscribe(() => {
    if (accepted() === last) return
    last = accepted()
    void client.invalidateQueries()
  })
  wire.hear('answers', () => void client.resetQueries())
}

function useAnswer<I extends Schema, O extends Schema>(query: Query<string, I, O>, input: Parsed<I> | undefined): Asked<Parsed<O>> {
  const access = useAccess()
  const person = access.state === 'open' ? access.person : undefined
  const queryKey = [person?.organisationId, person?.personId, query.name, input]
  const { data, error, refetch } = useResult<Answered<Parsed<O>>>({
    queryKey,
    enabled: person !== undefined && input !== undefined,
    queryFn: async () => {
      const wanted = input as Parsed<I>
      const { answers } = device()
      const kept = client.getQueryData(queryKey) === undefined ? await answers.recall(query, wanted) : undefined
      if (kept !== undefined) client.setQueryData(queryKey, { ...kept, isKept: false })
      return answers.ask(query, wanted)
    },
  })
  const again = () => void refetch()
  if (error !== null) return { state: 'failed', refusal: refusalOf(error), again }
  if (data === undefined) return { state: 'loading' }
  return { state: 'answered', ...data, again }
}

interface Options<T> {
  readonly queryKey: readonly unknown[]
  readonly enabled: boolean
  readonly queryFn: () => Promise<T>
}

/**
 * What the cache knows of a question. Answers arrive as transitions: a page that they fill is rendered in small pieces, and what a person does
 * meanwhile goes ahead of it. The library's own hook renders a page in one piece, which held up a phone for half a second.
 */
function useResult<T>(options: Options<T>) {
  const [observer] = useState(() => new QueryObserver<T, Error, T, T, readonly unknown[]>(client, options))
  const { queryKey, enabled } = options
  const name = hashKey([...queryKey, enabled])
  // What is known at first is not to be learnt again by the effect: a page of many questions would be rendered twice.
  const [seen, setSeen] = useState<{ readonly name: string; readonly data: T | undefined; readonly error: Error | null }>(() => {
    const { data, error } = observer.getOptimisticResult(client.defaultQueryOptions(options))
    return { name, data, error }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says all that the options do
  useEffect(() => {
    const take = () => {
      const { data, error } = observer.getCurrentResult()
      const next = { name, data, error }
      const isSame = (before: typeof seen) => before.name === name && before.data === data && before.error === error
      startTransition(() => setSeen((before) => (isSame(before) ? before : next)))
    }
    observer.setOptions(options)
    const end = observer.subscribe(take)
    take()
    return end
  }, [observer, name])
  const { data, error } = seen.name === name ? seen : observer.getOptimisticResult(client.defaultQueryOptions(options))
  return { data, error, refetch: () => observer.refetch() }
}

function refusalOf(error: unknown): Refusal {
  return error instanceof OperationError ? error.refusal : { code: 'unexpected' }
}

const asker: Asker = { useAnswer, refresh: () => client.invalidateQueries() }

/** Around every page of the application. */
export function QueryCache({ children }: { readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <AskerProvider value={asker}>{children}</AskerProvider>
    </QueryClientProvider>
  )
}
