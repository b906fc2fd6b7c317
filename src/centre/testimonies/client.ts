// Statements of witnesses on screen: those of a unit, asking for one, and words for what keeps one from counting.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Id } from '../../core/ids.ts'
import { type Asked, useActing, useAsked } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { endedReasons } from '../registrations/client.ts'
import { witnessReasons } from '../witnesses/client.ts'
import * as contract from './contract.ts'

export function useTestimonies(registrationId: Id): Asked<readonly contract.TestimonyRequest[]> {
  return useAsked(contract.testimonyForUnit, { registrationId })
}

export function useTestimonyActs() {
  return {
    request: useActing(contract.testimonyRequest),
    renewLink: useActing(contract.testimonyRenewLink),
    cancel: useActing(contract.testimonyCancel),
    confirm: useActing(contract.testimonyConfirm),
  }
}

export const gapWords: Readonly<Record<contract.TestimonyGap, MessageDescriptor>> = {
  withdrawn: msg`the witness took it back`,
  not_expert: msg`the witness is not approved as an expert`,
  not_in_signed_plan: msg`no plan that both have signed names the witness`,
}

export const howWords: Readonly<Record<contract.ConfirmationHow, MessageDescriptor>> = {
  telephone: msg`by telephone`,
  in_person: msg`in person`,
  video_call: msg`in a video call`,
}

export const testimonyReasons: Reasons = {
  ...endedReasons,
  ...witnessReasons,
  not_signed: msg`The witness has to sign their entry in the register first.`,
  not_one_candidate: msg`Choose criteria of this candidate’s units.`,
  unknown_leaf: msg`Choose criteria of this unit.`,
  unit_claimed: msg`The unit was claimed. Nothing in it changes any more.`,
  request_cancelled: msg`This request was taken back. Ask anew.`,
  signed_already: msg`The statement is signed. It can only be read or taken back.`,
  ends_before_it_begins: msg`The end is not after the beginning.`,
  nothing_signed: msg`Nothing has been signed yet.`,
  withdrawn_already: msg`It was taken back already.`,
  before_it_was_signed: msg`That day is before the signature.`,
}
