// What the screen says to a refusal: a feature's words for its own reasons, else the words for the code.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import type { ErrorCode, Refusal } from '../core/errors.ts'

/** One message for each code of `core/errors.ts`; the type holds the two together. */
export const codeMessages: Readonly<Record<ErrorCode, MessageDescriptor>> = {
  invalid: msg`Something here is not in the form that is needed.`,
  unknown_operation: msg`This page is older than the server. Load it again.`,
  outdated: msg`This page is older than the server. Load it again.`,
  signed_out: msg`You are signed out. Sign in and try again.`,
  wrong_origin: msg`This page was opened by another address. Open Evident by its own.`,
  not_allowed: msg`Your role does not do this.`,
  not_found: msg`It is not here, or not for you to see.`,
  id_in_use: msg`This was sent before. Load the page again to see it.`,
  too_large: msg`It is too large.`,
  wrong_type: msg`This kind of file can’t be used here.`,
  too_many: msg`Too many tries. Wait a minute.`,
  refused: msg`This can’t be done as it stands.`,
  learner_erased: msg`The learner’s records were erased.`,
  unexpected: msg`Something went wrong on the server. Nothing was changed. Try again.`,
  unavailable: msg`No connection to the server just now. Try again.`,
}

/** A feature's words for the reasons that its rules give. */
export type Reasons = Readonly<Record<string, MessageDescriptor>>

/** Said of any command that was held back because its person answered so. */
const sharedReasons: Reasons = {
  names_a_learner: msg`A learner’s name stands here. Write a letter instead: Learner B.`,
}

/** Puts a refusal into words. @example const words = useRefusalWords({ bridge_off: msg`…` }) */
export function useRefusalWords(reasons: Reasons): (refusal: Refusal) => string {
  const { _ } = useLingui()
  return ({ code, reason }) => _((reason === undefined ? undefined : (reasons[reason] ?? sharedReasons[reason])) ?? codeMessages[code])
}
