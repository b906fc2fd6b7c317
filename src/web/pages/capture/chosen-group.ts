// The group in the page's address, `/capture/<id>`: the browser's back leads to the groups, a reload comes back to the same one.
import { useCallback, useSyncExternalStore } from 'react'
import { type Id, isId } from '../../../core/ids.ts'

const changed = 'evident-group'

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(changed, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(changed, listener)
  }
}

function read(): Id | undefined {
  const id = location.pathname.split('/')[2]
  return isId(id) ? id : undefined
}

/** Which group is open; `undefined` chooses none. */
export function useChosenGroup(): { readonly chosen: Id | undefined; readonly choose: (id: Id | undefined) => void } {
  const chosen = useSyncExternalStore(subscribe, read)
  const choose = useCallback((id: Id | undefined) => {
    history.pushState(null, '', id === undefined ? '/capture' : `/capture/${id}`)
    dispatchEvent(new Event(changed))
  }, [])
  return { chosen, choose }
}
