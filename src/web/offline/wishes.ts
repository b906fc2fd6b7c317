// What a person last wanted of an entry, said in one step: a page that is left at once ends its unfinished transactions, but not a line of `localStorage`.
import type { Id } from '../../core/ids.ts'

export type Wish = 'discard' | 'restore'

export interface Wishes {
  /** Before the entry is changed; the last wish for an entry is the one that counts. */
  readonly note: (id: Id, wish: Wish) => void
  /** It is done. A later, other wish for the same entry stays. */
  readonly forget: (id: Id, wish: Wish) => void
  /** What was not done when its page was left. */
  readonly left: () => readonly (readonly [Id, Wish])[]
}

const place = 'evident wish '

/** Wishes in this browser. They name entries by their ids alone. @param lines where nothing can be kept, nothing is: the transaction is still on its way */
export function createWishes(lines: Storage): Wishes {
  const read = (id: Id) => lines.getItem(place + id)
  const attempt = (act: () => void) => {
    try {
      act()
    } catch {
      // A full or forbidden store must not keep the wish itself from being done.
    }
  }
  return {
    note: (id, wish) => attempt(() => lines.setItem(place + id, wish)),
    forget: (id, wish) => attempt(() => read(id) === wish && lines.removeItem(place + id)),
    left: () => {
      const names = Array.from({ length: lines.length }, (_, at) => lines.key(at) ?? '').filter((name) => name.startsWith(place))
      return names.flatMap((name) => {
        const wish = lines.getItem(name)
        return wish === 'discard' || wish === 'restore' ? [[name.slice(place.length) as Id, wish] as const] : []
      })
    },
  }
}
