// Whom to tell, on screen: there offline too, in both entries. Nothing that is said about a child passes through here.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import type { Parsed } from '../../core/contract.ts'
import { type Asked, type Sending, useAsked, useSending } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import type { Reasons } from '../../web/messages.ts'
import { type SafeguardingContact, type SafeguardingPart, safeguardingContacts, safeguardingSetContacts } from './contract.ts'

export const partWords: Readonly<Record<SafeguardingPart, MessageDescriptor>> = {
  lead: msg`Safeguarding lead`,
  deputy: msg`Deputy safeguarding lead`,
  head: msg`Head`,
  local_authority_officer: msg`Local authority officer`,
  chair_of_governors: msg`Chair of governors`,
}

export const contactReasons: Reasons = {
  part_missing: msg`Say somebody for each: nobody may be left out.`,
  phone_wrong: msg`Give a phone that can be rung: digits alone.`,
}

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

/** The school's list in the application. */
export function useSchoolContacts(isWanted = true): Asked<Parsed<typeof safeguardingContacts.output>> {
  return useAsked(safeguardingContacts, isWanted ? {} : undefined)
}

export function useSetContacts(): Sending<Parsed<typeof safeguardingSetContacts.input>, object> {
  return useSending(safeguardingSetContacts)
}
