// Witnesses on screen: the register, links with their codes made here, and the words for what is shared, missing and refused.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { newLink } from '../../common/people/client.ts'
import { type Asked, useActing, useAsked } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import * as contract from './contract.ts'

export type Register = NonNullable<Extract<ReturnType<typeof useRegister>, { state: 'answered' }>>['answer']

export function useRegister() {
  return useAsked(contract.witnessList, {}) satisfies Asked<unknown>
}

/** The register's acts, each sent at once. */
export function useRegisterActs() {
  return {
    add: useActing(contract.witnessAdd),
    describe: useActing(contract.witnessDescribe),
    setContact: useActing(contract.witnessSetContact),
    induct: useActing(contract.witnessInduct),
    approve: useActing(contract.witnessApproveExpert),
    takeBack: useActing(contract.witnessTakeBackApproval),
    end: useActing(contract.witnessEnd),
    makeLink: useActing(contract.witnessMakeLink),
  }
}

export function useSetCategories() {
  return useActing(contract.witnessSetCategories)
}

/** The secrets of a witness's link, made on this device: the server gets hashes, and can try neither token nor code. */
export async function newWitnessLink() {
  const { linkId, token, tokenHash } = await newLink()
  const code = String((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000).padStart(6, '0')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${token}.${code}`)))
  return { linkId, token, code, tokenHash, codeHash: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') }
}

export const sharedWords: Readonly<Record<contract.SharedTrace, MessageDescriptor>> = {
  email: msg`The e-mail address is the candidate’s, or another witness’s.`,
  email_domain: msg`The e-mail address is of the same domain as the candidate’s. Usual for colleagues; worth a question if it is a family’s.`,
  telephone: msg`Another witness of this candidate has the same telephone number.`,
  network: msg`A link was used from a network from which the candidate works too. Usual when both work in one place.`,
  device: msg`A link was used in a browser in which the candidate works too.`,
}

export const gapWords: Readonly<Record<contract.ExpertGap, MessageDescriptor>> = {
  ended: msg`is no witness any more`,
  not_expert_category: msg`is not of the category of expert witnesses`,
  contact_unchecked: msg`the centre has not checked the contact`,
  not_inducted: msg`has not been inducted`,
  not_signed: msg`has not signed the entry as it stands`,
  not_approved: msg`the assessor has not approved`,
}

export const thirdGroundWords: Readonly<Record<contract.ThirdGround, MessageDescriptor>> = {
  assessor_qualification: msg`Has a qualification for assessing at work`,
  evaluates_practice: msg`Has a role in which they evaluate staff practice`,
}

export const erasureReasonWords: Readonly<Record<contract.WitnessErasureReason, MessageDescriptor>> = {
  asked: msg`The witness asked for it`,
  not_needed: msg`It is needed no longer`,
  mistake: msg`Was entered by mistake`,
}

export const witnessReasons: Reasons = {
  relative: msg`A relative of the candidate can’t be a witness.`,
  is_the_candidate: msg`This is the candidate’s own name. Nobody is a witness of themselves.`,
  unknown_category: msg`Choose a category from the list.`,
  category_twice: msg`One category stands there twice.`,
  witness_ended: msg`This person is no witness any more. Add them again if they are to be one.`,
  contact_missing: msg`Enter an e-mail address or a telephone number.`,
  in_the_future: msg`That day is still to come.`,
  not_expert_category: msg`Change the category first: only the first one is of expert witnesses.`,
  contact_unchecked: msg`Enter and check the contact first.`,
  not_inducted: msg`Record the induction first.`,
  not_signed: msg`The witness has to sign the entry first. Make the link for it.`,
  already_approved: msg`Approved already.`,
  not_approved: msg`There is no approval to take back.`,
  link_used_or_old: msg`This link was used, was shut, or is too old. Ask the college for a new one.`,
}
