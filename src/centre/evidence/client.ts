// Evidence on screen: adding an item, changing it, taking it back, saying where a record was seen.
import { msg } from '@lingui/core/macro'
import type { Id } from '../../core/ids.ts'
import { useActing, useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { endedReasons } from '../registrations/client.ts'
import { evidenceAdd, evidenceChange, evidenceSeenInPlace, evidenceVersions, evidenceWithdraw, evidenceWithdrawn } from './contract.ts'

export const evidenceReasons: Reasons = {
  ...endedReasons,
  has_own_place: msg`A written assignment is submitted and changed in its own place. An observation that both have signed changes no more: write another one.`,
  signed_by_both: msg`Both have signed it. What does not hold any more is answered by a decision, or by another observation.`,
  method_not_yours: msg`Only your assessor records this kind of evidence.`,
  not_own_work: msg`Say that it is your own work`,
  permission_missing: msg`Say who at the school allowed it`,
  too_late: msg`It is in the portfolio for good. Change it instead: what it said before stays.`,
  file_put_aside: msg`This file was put aside. Take it out.`,
  words_of_another: msg`These are another person’s words. They stay as they came.`,
  method_stays: msg`The kind of evidence stays: its reference names it.`,
  nothing_changed: msg`Nothing is different yet.`,
  begins_in_the_future: msg`It can’t have begun later than now. Mend when it began.`,
  in_the_future: msg`That day has not come yet.`,
  unknown_leaf: msg`The unit has no such criterion.`,
  not_held_elsewhere: msg`Only a record that lies elsewhere is seen in place.`,
  where_missing: msg`Say where you saw it`,
  when_missing: msg`Choose the day on which you saw it`,
  before_it_happened: msg`That day is before the record was made.`,
  record_erased: msg`The record was erased by then.`,
}

export function useAddEvidence() {
  return useActing(evidenceAdd)
}

export function useChangeEvidence() {
  return useActing(evidenceChange)
}

export function useWithdrawing() {
  return useSending(evidenceWithdraw)
}

export function useWithdrawn(registrationId: Id) {
  return useAsked(evidenceWithdrawn, { registrationId })
}

/** All that an item ever said; not asked before somebody wants to see it. */
export function useVersions(of: { registrationId: Id; evidenceId: Id } | undefined) {
  return useAsked(evidenceVersions, of)
}

export function useSeeInPlace() {
  return useActing(evidenceSeenInPlace)
}
