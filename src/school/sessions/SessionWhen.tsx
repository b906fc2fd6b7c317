// When a session is, in words: "Tue 24 Nov, 10:45–11:45".
import { useLingui } from '@lingui/react/macro'
import { dayOf } from '../../core/time.ts'
import { timeWords, useDays } from '../../web/days.ts'
import type { ShownSession } from './contract.ts'

type When = Pick<ShownSession, 'startsAt' | 'endsAt'>

export function SessionWhen({ session }: { readonly session: When }) {
  const days = useDays()
  return (
    <>
      {days.day(dayOf(session.startsAt))}, <SessionTimes session={session} />
    </>
  )
}

/** "10:45–11:45", or "10:45" for one that was begun unplanned. */
export function SessionTimes({ session: { startsAt, endsAt } }: { readonly session: When }) {
  const { i18n } = useLingui()
  const start = timeWords(i18n, startsAt)
  return endsAt === null ? start : `${start}–${timeWords(i18n, endsAt)}`
}
