// Agendas on screen: proposing one, agreeing to one.
import { msg } from '@lingui/core/macro'
import type { Id } from '../../core/ids.ts'
import { useActing, useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { endedReasons } from '../registrations/client.ts'
import { discussionAgendas, discussionAgree, discussionPropose, discussionToAgree } from './contract.ts'

export const discussionReasons: Reasons = {
  ...endedReasons,
  unknown_leaf: msg`The unit has no such criterion.`,
  unit_of_others: msg`A discussion is between one candidate and one assessor: choose a unit that is between the same two.`,
  own_agenda: msg`The other one of you agrees to it.`,
  agreed_already: msg`Both of you have agreed to it.`,
}

export function useAgendas(registrationId: Id) {
  return useAsked(discussionAgendas, { registrationId })
}

export function useProposing() {
  return useActing(discussionPropose)
}

export function useAgreeing() {
  return useSending(discussionAgree)
}

/** Agendas that wait for whoever is here. */
export function useAgendasToAgree(isAsked: boolean) {
  return useAsked(discussionToAgree, isAsked ? {} : undefined)
}
