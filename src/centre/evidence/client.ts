// Evidence on screen: adding an item, taking a letter in, saying where a record was seen.
import { msg } from '@lingui/core/macro'
import { useActing, useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { evidenceAdd, evidenceSeenInPlace, letterImport, letterInspect } from './contract.ts'

export const evidenceReasons: Reasons = {
  has_own_place: msg`A written assignment is submitted and changed in its own place.`,
  method_not_yours: msg`Only your assessor records this kind of evidence.`,
  words_of_another: msg`These are another person’s words. They stay as they came.`,
  method_stays: msg`The kind of evidence stays: its reference names it.`,
  nothing_changed: msg`Nothing is different yet.`,
  in_the_future: msg`That day has not come yet.`,
  unknown_leaf: msg`The unit has no such criterion.`,
  not_held_elsewhere: msg`Only a record that lies elsewhere is seen in place.`,
  where_missing: msg`Say where you saw it`,
  when_missing: msg`Choose the day on which you saw it`,
  before_it_happened: msg`That day is before the record was made.`,
  record_erased: msg`The record was erased by then.`,
  not_a_letter: msg`This file is not a letter from a school.`,
  body_changed: msg`The text of this letter was changed after the school signed it.`,
  signature_wrong: msg`The signature on this letter is not by the school’s key.`,
  other_centre: msg`This letter is addressed to another centre.`,
  unknown_registration: msg`This letter is addressed to a portfolio that is not here or not yours.`,
  sender_unknown: msg`The centre does not know this school yet. Compare the fingerprint first.`,
  fingerprint_differs: msg`The fingerprint is another one. Do not take this letter in.`,
}

export function useAddEvidence() {
  return useActing(evidenceAdd)
}

export function useSeeInPlace() {
  return useActing(evidenceSeenInPlace)
}

/** What a letter file says; not asked before there is one. */
export function useInspection(file: string | undefined) {
  return useAsked(letterInspect, file === undefined ? undefined : { file })
}

export function useImport() {
  return useSending(letterImport)
}
