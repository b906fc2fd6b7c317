// A value that screens watch, and news between the tabs of one browser.

/** What `useSyncExternalStore` needs, and a way to change it. */
export interface Store<T> {
  readonly get: () => T
  readonly set: (next: T) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(value, next)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** outbox: an entry came, changed or left · access: somebody came or left · answers: what was cached is no longer good. */
export type News = 'outbox' | 'access' | 'answers'

export interface Wire {
  /** Tells every tab, this one too. */
  readonly tell: (news: News) => void
  readonly hear: (news: News, listener: () => void) => () => void
}

/** News over a channel that all tabs of this origin share. */
export function createWire(channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>): Wire {
  const listeners = new Map<News, Set<() => void>>()
  const pass = (news: News) => {
    for (const listener of listeners.get(news) ?? []) listener()
  }
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => pass(data))
  return {
    tell: (news) => {
      channel.postMessage(news)
      pass(news)
    },
    hear: (news, listener) => {
      const all = listeners.get(news) ?? new Set()
      listeners.set(news, all.add(listener))
      return () => all.delete(listener)
    },
  }
}
