// Whom to tell, on screen: there offline too, in both entries. Nothing that is said about a child passes through here.
import { useEffect, useState } from 'react'
import type { Parsed } from '../../core/contract.ts'
import { device } from '../../web/device.ts'
import { type SafeguardingContact, safeguardingContacts } from './contract.ts'

export type KnownContacts =
  | { readonly state: 'loading' }
  /** Never asked with a network on this device, or refused. */
  | { readonly state: 'unknown' }
  | { readonly state: 'known'; readonly contacts: readonly SafeguardingContact[] }

/** Keeps whom to tell on this device, from each start on, when the network comes back and after an erasure emptied what it keeps. */
export function useExpectedContacts(organisationId: string | undefined): void {
  useEffect(() => {
    if (organisationId === undefined) return
    const ask = () => void askNow().catch(() => undefined)
    ask()
    const stopHearing = device().wire.hear('answers', ask)
    addEventListener('online', ask)
    return () => {
      stopHearing()
      removeEventListener('online', ask)
    }
  }, [organisationId])
}

const askNow = () => device().answers.ask(safeguardingContacts, {})

/** The kept list at once, then the school's own. It goes without the application's query cache: capture has none. */
export function useContacts(): KnownContacts {
  const [known, setKnown] = useState<KnownContacts>({ state: 'loading' })
  useEffect(() => {
    let isOver = false
    const take = (answered: { readonly answer: Parsed<typeof safeguardingContacts.output> } | undefined, isLast: boolean) => {
      if (isOver) return
      if (answered !== undefined) setKnown({ state: 'known', contacts: answered.answer.contacts })
      else if (isLast) setKnown((before) => (before.state === 'known' ? before : { state: 'unknown' }))
    }
    const look = async () => {
      take(
        await device()
          .answers.recall(safeguardingContacts, {})
          .catch(() => undefined),
        false,
      )
      take(await askNow().catch(() => undefined), true)
    }
    void look()
    return () => {
      isOver = true
    }
  }, [])
  return known
}
