// Sampling on screen: the words for stages, outcomes and refusals, and the acts of IQA and owner.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Id } from '../../core/ids.ts'
import { type Asked, useActing, useAsked } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { claimedReasons } from '../registrations/client.ts'
import {
  type Outcome,
  type Sample,
  type SamplingState,
  type Stage,
  sampleActionAnswer,
  sampleActionSettle,
  sampleActionsMine,
  sampleDraw,
  sampleJudge,
  sampleMine,
  sampleOfUnit,
} from './contract.ts'

export const stageWords: Readonly<Record<Stage, MessageDescriptor>> = {
  interim: msg`Interim: while it goes on`,
  summative: msg`Summative: at its end`,
}

export const outcomeWords: Readonly<Record<Outcome, MessageDescriptor>> = {
  agree: msg`Agrees`,
  agree_with_development: msg`Agrees, with a point to develop`,
  action: msg`Asks for an action first`,
}

export const stateWords: Readonly<Record<SamplingState, MessageDescriptor>> = {
  not_sampled: msg`Not sampled`,
  sampled: msg`Sampled, not judged yet`,
  action: msg`An action is open`,
  agreed: msg`Agreed`,
}

export const samplingReasons: Reasons = {
  ...claimedReasons,
  own_decisions: msg`You decided or countersigned in this unit. Another IQA samples it.`,
  action_missing: msg`Say what is to be done, by whom and until when.`,
  action_needless: msg`Nothing is asked for when you agree.`,
  action_open: msg`An action is still open. Close it first.`,
  owner_without_part: msg`This person has no part in the unit.`,
  due_in_past: msg`That day is over.`,
  action_closed: msg`The action is closed already.`,
  action_not_closed: msg`The action is open already.`,
}

export function useSamples(registrationId: Id): Asked<readonly Sample[]> {
  return useAsked(sampleOfUnit, { registrationId })
}

/** The units that one verifies. */
export function useUnitsToVerify() {
  return useAsked(sampleMine, {})
}

/** Open actions that one owes. */
export function useActionsOwed(isOwed: boolean) {
  return useAsked(sampleActionsMine, isOwed ? {} : undefined)
}

export function useDraw() {
  return useActing(sampleDraw)
}

export function useJudge() {
  return useActing(sampleJudge)
}

export function useAnswerAction() {
  return useActing(sampleActionAnswer)
}

export function useSettleAction() {
  return useActing(sampleActionSettle)
}
