// Whom to tell, on screen: there offline too, in both entries. Nothing that is said about a child passes through here.
import { useEffect } from 'react'
import { device } from '../../web/device.ts'
import { safeguardingContacts } from './contract.ts'

/** Keeps whom to tell on this device, from each start on, when the network comes back and after an erasure emptied what it keeps. */
export function useExpectedContacts(organisationId: string | undefined): void {
  useEffect(() => {
    if (organisationId === undefined) return
    const ask = () =>
      void device()
        .answers.ask(safeguardingContacts, {})
        .catch(() => undefined)
    ask()
    const stopHearing = device().wire.hear('answers', ask)
    addEventListener('online', ask)
    return () => {
      stopHearing()
      removeEventListener('online', ask)
    }
  }, [organisationId])
}
