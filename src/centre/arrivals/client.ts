// Letters on screen: what a file says, and taking it in.
import { msg } from '@lingui/core/macro'
import { useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { claimedReasons } from '../registrations/client.ts'
import { letterImport, letterInspect } from './contract.ts'

export const arrivalReasons: Reasons = {
  ...claimedReasons,
  not_a_letter: msg`This file is not a letter from a school.`,
  body_changed: msg`The text of this letter was changed after the school signed it.`,
  signature_wrong: msg`The signature on this letter is not by the school’s key.`,
  other_centre: msg`This letter is addressed to another centre.`,
  unknown_registration: msg`This letter is addressed to a portfolio that is not here or not yours.`,
  sender_unknown: msg`The centre does not know this school yet. Compare the fingerprint first.`,
  fingerprint_differs: msg`The fingerprint is another one. Do not take this letter in.`,
}

/** What a letter file says; not asked before there is one. */
export function useInspection(file: string | undefined) {
  return useAsked(letterInspect, file === undefined ? undefined : { file })
}

export function useImport() {
  return useSending(letterImport)
}
